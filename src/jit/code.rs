//! Compiled code and its memory: made by Cranelift for the processor at hand, freed when the last kernel that holds it goes.

use std::sync::{LazyLock, Mutex, PoisonError};

use cranelift_codegen::ir::{AbiParam, Function, Signature, types};
use cranelift_codegen::isa::OwnedTargetIsa;
use cranelift_codegen::settings::{self, Configurable};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use cranelift_jit::{JITBuilder, JITModule};
use cranelift_module::{Module, default_libcall_names};

use super::plan::{LoopPlan, Plan};
use super::{emit, fold};
use crate::ops::Base;
use crate::ops::ir::Program;

/// A compiled loop: where the inputs begin, where the results begin, the constants, the number of elements.
pub type Entry = unsafe extern "C" fn(*const *const u8, *const *mut u8, *const [u8; 16], usize);

/// The compiled loops of a program, in memory of their own; behind them the last one again, if its results are folded.
pub struct Code {
    entries: Vec<Entry>,
    /// What owns the memory; taken when it is freed.
    module: Mutex<Option<JITModule>>,
}

/// The processor at hand; `None` where Cranelift has no code for it.
static MACHINE: LazyLock<Option<OwnedTargetIsa>> = LazyLock::new(|| {
    let mut flags = settings::builder();
    for (name, value) in [("opt_level", "none"), ("is_pic", "false"), ("enable_verifier", VERIFY)] {
        flags.set(name, value).ok()?;
    }
    let machine = cranelift_native::builder().ok()?;
    machine.finish(settings::Flags::new(flags)).ok()
});

/// Whether Cranelift checks what it is given: in our own debug builds.
const VERIFY: &str = if cfg!(debug_assertions) { "true" } else { "false" };

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
    let machine = MACHINE.as_ref()?.clone();
    // Pointers are passed in 64 bits.
    (machine.pointer_bits() == 64).then(|| JITModule::new(JITBuilder::with_isa(machine, default_libcall_names())))
}

impl Code {
    /// Compile the loops of a plan; `None` where this machine can't.
    #[allow(unsafe_code)]
    pub fn compile(program: &Program, plan: &Plan) -> Option<Code> {
        let mut module = module()?;
        let made = define(&mut module, program, plan);
        let code = Code { entries: made.clone().unwrap_or_default(), module: Mutex::new(Some(module)) };
        made.map(|_| code)
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

impl Drop for Code {
    #[allow(unsafe_code)]
    fn drop(&mut self) {
        let module = self.module.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(module) = module {
            // SAFETY: entries are called only through a borrow of this `Code`, so that none runs now, and none of them
            // outlives it.
            unsafe { module.free_memory() };
        }
    }
}

/// The code of a loop, which folds its results or stores them, as text: Cranelift's instructions.
pub fn text(program: &Program, plan: (&LoopPlan, Option<Base>)) -> Option<String> {
    let module = module()?;
    let mut context = module.make_context();
    context.func.signature = signature(&module);
    build(&module, &mut context.func, program, plan);
    Some(context.func.display().to_string())
}
