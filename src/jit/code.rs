//! Compiled code and its memory: made by Cranelift for the processor at hand, freed when the last kernel that holds it goes.

use std::sync::LazyLock;

use cranelift_codegen::ir::{AbiParam, Function, Signature, types};
use cranelift_codegen::isa::OwnedTargetIsa;
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use cranelift_jit::JITModule;
use cranelift_module::Module;

use super::machine::{self, Memory};
use super::plan::{LoopPlan, Plan};
use super::{emit, fold};
use crate::ops::Base;
use crate::ops::ir::Program;

/// A compiled loop: where the inputs begin, where the results begin, the constants, the number of elements.
pub type Entry = unsafe extern "C" fn(*const *const u8, *const *mut u8, *const [u8; 16], usize);

/// The compiled loops of a program, in memory of their own; behind them the last one again, if its results are folded.
pub struct Code {
    entries: Vec<Entry>,
    /// Where they lie.
    _memory: Memory,
}

/// The processor at hand; `None` where Cranelift has no code for it.
static MACHINE: LazyLock<Option<OwnedTargetIsa>> = LazyLock::new(|| machine::machine("none"));

fn signature(module: &JITModule) -> Signature {
    let mut signature = module.make_signature();
    signature.params = vec![AbiParam::new(types::I64); 4];
    signature
}

/// Build the function of a loop, which folds its results or stores them.
fn build(module: &JITModule, function: &mut Function, program: &Program, (plan, base): (&LoopPlan, Option<Base>)) {
    let mut scratch = FunctionBuilderContext::new();
    let mut builder = FunctionBuilder::new(function, &mut scratch);
    match base {
        Some(base) => fold::function(&mut builder, program, plan, base),
        None => emit::function(&mut builder, program, plan),
    }
    builder.finalize(module.target_config());
}

fn module() -> Option<JITModule> {
    machine::module(MACHINE.as_ref())
}

impl Code {
    /// Compile the loops of a plan; `None` where this machine can't.
    pub fn compile(program: &Program, plan: &Plan) -> Option<Code> {
        let mut module = module()?;
        let made = define(&mut module, program, plan);
        let memory = Memory::new(module);
        Some(Code { entries: made?, _memory: memory })
    }

    /// The loop with this number; the folding one has the number behind the last.
    pub fn entry(&self, at: usize) -> Option<Entry> {
        self.entries.get(at).copied()
    }
}

#[allow(unsafe_code)]
fn define(module: &mut JITModule, program: &Program, plan: &Plan) -> Option<Vec<Entry>> {
    let mut context = module.make_context();
    let mut ids = Vec::new();
    let folding = plan.loops.last().filter(|_| plan.fold.is_some()).map(|last| (last, plan.fold));
    for found in plan.loops.iter().map(|found| (found, None)).chain(folding) {
        let signature = signature(module);
        let id = module.declare_anonymous_function(&signature).ok()?;
        context.func.signature = signature;
        build(module, &mut context.func, program, found);
        module.define_function(id, &mut context).ok()?;
        module.clear_context(&mut context);
        ids.push(id);
    }
    module.finalize_definitions().ok()?;
    let entry = |id| {
        let start = module.get_finalized_function(id);
        // SAFETY: the module was finalized, so that this is the start of a function that was built with the signature of
        // `Entry` (four words, the C calling convention of the machine).
        unsafe { std::mem::transmute::<*const u8, Entry>(start) }
    };
    Some(ids.into_iter().map(entry).collect())
}

/// The code of a loop, which folds its results or stores them, as text: Cranelift's instructions.
pub fn text(program: &Program, plan: (&LoopPlan, Option<Base>)) -> Option<String> {
    let module = module()?;
    let mut context = module.make_context();
    context.func.signature = signature(&module);
    build(&module, &mut context.func, program, plan);
    Some(context.func.display().to_string())
}
