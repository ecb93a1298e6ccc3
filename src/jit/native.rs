//! Compiled functions of the user: the code of a unit of `ops::flow`, its memory, the arrays it sees, and running it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, LazyLock};

use cranelift_codegen::ir::{AbiParam, Signature, types};
use cranelift_codegen::isa::OwnedTargetIsa;
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use cranelift_jit::JITModule;
use cranelift_module::{FuncId, Linkage, Module};

use super::machine::{self, Memory};
use super::{flow, rows};
use crate::data::buffer::with_data;
use crate::data::{Buffer, DType};
use crate::ops::flow::{Elem, Inst, Kind, Unit};

/// The most words that one exit leaves.
pub const MOST_WORDS: usize = 120;

/// The deepest chain of compiled calls that there is room for.
pub const DEEPEST: usize = 1002;

/// The most words that a function returns.
pub const MOST_RETURNED: usize = 16;

/// Bytes of a frame: where it is not known, what its caller saves for it, and what Rust's own functions may take.
const UNKNOWN: usize = 4096;
const SAVED: usize = 64;
const SPARE: usize = 32 << 10;

/// Compiled code enters with where it runs, and returns a status.
type Entry = unsafe extern "C" fn(*mut Head) -> i64;

/// What compiled code runs in; `flow::word` has the places of the fields, in bytes.
#[repr(C)]
struct Head {
    args: *const u64,
    records: *mut u64,
    interrupt: *const AtomicBool,
    depth: u64,
    inputs: *const u64,
    int: u64,
    float: f64,
    status: i64,
    returned: [u64; MOST_RETURNED],
}

impl Head {
    fn of(room: &mut Room, words: &[u64], inputs: &[u64], depth: usize, interrupt: &AtomicBool) -> Head {
        Head {
            args: words.as_ptr(),
            records: room.records.as_mut_ptr(),
            interrupt,
            depth: depth as u64,
            inputs: inputs.as_ptr(),
            int: 0,
            float: 0.0,
            status: 0,
            returned: [0; MOST_RETURNED],
        }
    }
}

/// Room for what exits leave, used again and again.
pub struct Room {
    /// Words of exits: of each its number and then its words, the innermost call first.
    records: Vec<u64>,
    used: usize,
    returned: [u64; MOST_RETURNED],
}

impl Default for Room {
    fn default() -> Room {
        Room { records: vec![0; DEEPEST * (MOST_WORDS + 1)], used: 0, returned: [0; MOST_RETURNED] }
    }
}

impl Room {
    /// The words that the last run's exits left.
    pub fn left(&self) -> &[u64] {
        self.records.get(..self.used).unwrap_or_default()
    }

    /// The words after the first that the last run returned.
    pub fn returned(&self) -> &[u64; MOST_RETURNED] {
        &self.returned
    }
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ended {
    /// The number of the type of the result, and its first word.
    Returned(u32, u64, f64),
    /// By an exit; [`Room::left`] has its words.
    Left,
}

/// The code of a unit, in memory of its own.
pub struct Native {
    entry: Entry,
    /// How many words it is entered with.
    params: usize,
    /// Bytes of stack that the deepest chain of calls takes.
    stack: usize,
    /// Where it lies.
    _memory: Memory,
}

/// The processor at hand, code for it made with care; `None` where Cranelift has none.
static MACHINE: LazyLock<Option<OwnedTargetIsa>> = LazyLock::new(|| machine::machine("speed"));

/// The loop that calls the first function of a unit for each row of columns.
type MapEntry = unsafe extern "C" fn(*mut Head, *const *const u8, usize, *mut u64, i64) -> usize;

/// Items of a column, one for each row.
#[derive(Clone, Copy)]
pub enum Words<'a> {
    /// Integers.
    Int(&'a [i64]),
    /// Floats.
    Float(&'a [f64]),
    /// Bools.
    Bool(&'a [bool]),
}

impl Words<'_> {
    fn start(&self) -> (*const u8, usize, Kind) {
        match self {
            Words::Int(items) => (items.as_ptr().cast(), items.len(), Kind::Int),
            Words::Float(items) => (items.as_ptr().cast(), items.len(), Kind::Float),
            Words::Bool(items) => (items.as_ptr().cast(), items.len(), Kind::Bool),
        }
    }
}

/// A loop over the rows of columns, in memory of its own.
pub struct Mapper {
    entry: MapEntry,
    params: Vec<Kind>,
    /// Bytes of stack that the deepest chain of calls takes.
    stack: usize,
    /// Where it lies.
    _memory: Memory,
}

impl Mapper {
    /// Compile the loop over the first function of a unit, whose results are of one word of this kind where it ends with
    /// this status.
    #[allow(unsafe_code)]
    pub fn compile(unit: &Unit, result: Kind, wanted: u32) -> Option<Mapper> {
        let params = unit.functions.first()?.params.clone();
        let (start, stack, memory) = compiled(unit, Some((result, wanted)))?;
        // SAFETY: this is the start of a finalized function that was built with the signature of `MapEntry`.
        let entry = unsafe { std::mem::transmute::<*const u8, MapEntry>(start) };
        Some(Mapper { entry, params, stack, _memory: memory })
    }

    /// Bytes of stack that a run may take.
    pub fn stack(&self) -> usize {
        self.stack
    }

    /// Call the function row by row, its results into `out`, as long as it ends with the status `wanted`: how many rows
    /// were done so, and how the row after them ended, if there was one. `None` if the columns are not the function's.
    #[allow(unsafe_code, clippy::too_many_arguments)]
    pub fn run(
        &self,
        room: &mut Room,
        columns: &[Words<'_>],
        inputs: &[u64],
        depth: usize,
        interrupt: &AtomicBool,
        out: &mut [u64],
        wanted: u32,
    ) -> Option<(usize, Option<Ended>)> {
        let starts: Vec<(*const u8, usize, Kind)> = columns.iter().map(Words::start).collect();
        let fits = starts.iter().zip(&self.params).all(|(&(_, count, kind), own)| kind == *own && count >= out.len());
        if !fits || starts.len() != self.params.len() {
            return None;
        }
        let starts: Vec<*const u8> = starts.into_iter().map(|(start, ..)| start).collect();
        let mut head = Head::of(room, &[], inputs, depth, interrupt);
        let first = head.records;
        // SAFETY: as in `Native::run`. The loop was built by `rows::rows`, whose signature this is; of each column it reads
        // as many items as it writes results, which are there (checked), of the kinds of the parameters.
        let done =
            unsafe { (self.entry)(&raw mut head, starts.as_ptr(), out.len(), out.as_mut_ptr(), i64::from(wanted)) };
        room.returned = head.returned;
        let ended = match head.status {
            _ if done >= out.len() => None,
            status if status < 0 => {
                room.used = (head.records as usize).wrapping_sub(first as usize) / 8;
                Some(Ended::Left)
            }
            status => Some(Ended::Returned(status as u32, head.int, head.float)),
        };
        Some((done, ended))
    }
}

/// Whether there is a compiler for this machine.
pub fn is_there() -> bool {
    MACHINE.as_ref().is_some_and(|machine| machine.pointer_bits() == 64)
}

fn module() -> Option<JITModule> {
    machine::module(MACHINE.as_ref())
}

/// Declare the functions of a unit, and the one that Rust enters by last.
fn declare(module: &mut JITModule, unit: &Unit, maps: bool) -> Option<(Vec<FuncId>, Vec<Signature>)> {
    let mut signatures: Vec<Signature> =
        unit.functions.iter().map(|function| flow::signature(module.make_signature(), &function.params)).collect();
    let mut entry = module.make_signature();
    entry.params = vec![AbiParam::new(types::I64)];
    entry.returns = vec![AbiParam::new(types::I64)];
    if maps {
        entry.params = vec![AbiParam::new(types::I64); 5];
    }
    signatures.push(entry);
    let ids = signatures
        .iter()
        .enumerate()
        .map(|(at, signature)| module.declare_function(&format!("f{at}"), Linkage::Local, signature).ok())
        .collect::<Option<Vec<FuncId>>>()?;
    Some((ids, signatures))
}

/// Build function `at` of a unit, or the one that Rust enters by, which comes after them.
fn build(
    module: &mut JITModule,
    context: &mut cranelift_codegen::Context,
    (ids, signatures): (&[FuncId], &[Signature]),
    unit: &Unit,
    (at, maps): (usize, Option<(Kind, u32)>),
) -> Option<()> {
    context.func.signature = signatures.get(at)?.clone();
    let callees: Vec<_> = ids.iter().map(|&id| module.declare_func_in_func(id, &mut context.func)).collect();
    let mut scratch = FunctionBuilderContext::new();
    let mut builder = FunctionBuilder::new(&mut context.func, &mut scratch);
    match (unit.functions.get(at), maps) {
        (Some(_), _) => flow::function(&mut builder, unit, at, &callees),
        (None, None) => flow::entry(&mut builder, unit.functions.first()?, *callees.first()?),
        (None, Some(wanted)) => rows::rows(&mut builder, unit.functions.first()?, &callees, wanted),
    }
    builder.finalize(module.target_config());
    Some(())
}

impl Native {
    /// Compile a unit; `None` where this machine can't.
    #[allow(unsafe_code)]
    pub fn compile(unit: &Unit) -> Option<Native> {
        let (start, stack, memory) = compiled(unit, None)?;
        let params = unit.functions.first().map_or(0, |first| first.params.len());
        // SAFETY: this is the start of a finalized function that was built with the signature of `Entry`.
        let entry = unsafe { std::mem::transmute::<*const u8, Entry>(start) };
        Some(Native { entry, params, stack, _memory: memory })
    }

    /// Bytes of stack that a run may take.
    pub fn stack(&self) -> usize {
        self.stack
    }

    /// Run with these words, in `room`. `depth`: calls under way, this one among them. `inputs` are those of the unit.
    /// The words of arrays are those of `arrays` (see [`Array::word`]), which are held by nobody else meanwhile.
    #[allow(unsafe_code)]
    pub fn run(
        &self,
        room: &mut Room,
        words: &[u64],
        inputs: &[u64],
        depth: usize,
        interrupt: &AtomicBool,
    ) -> Option<Ended> {
        if words.len() != self.params {
            return None;
        }
        let mut head = Head::of(room, words, inputs, depth, interrupt);
        let first = head.records;
        // SAFETY: the code was built by `flow::entry`, whose signature this is. It reads as many words as it has parameters
        // (checked) and the inputs of its unit. Each exit writes at most `MOST_WORDS` and a number, one for each call under
        // way, of which there are fewer than `DEEPEST`: a call at that depth is an exit. What it returns beyond a word
        // are at most `MOST_RETURNED` words. Elements of arrays are read and written within the bounds that `Array`
        // describes.
        let status = unsafe { (self.entry)(&raw mut head) };
        room.returned = head.returned;
        if status < 0 {
            room.used = (head.records as usize).wrapping_sub(first as usize) / 8;
            return Some(Ended::Left);
        }
        Some(Ended::Returned(status as u32, head.int, head.float))
    }
}

/// Compile a unit: as [`define`] says, and the memory that owns it.
fn compiled(unit: &Unit, maps: Option<(Kind, u32)>) -> Option<(*const u8, usize, Memory)> {
    let mut module = module()?;
    let made = define(&mut module, unit, maps);
    let memory = Memory::new(module);
    made.map(|(start, stack)| (start, stack, memory))
}

/// Compile all functions; where the last one begins, the one that Rust enters by, and the bytes of stack that they need.
fn define(module: &mut JITModule, unit: &Unit, maps: Option<(Kind, u32)>) -> Option<(*const u8, usize)> {
    let (ids, signatures) = declare(module, unit, maps.is_some())?;
    let mut context = module.make_context();
    let mut frame = 0;
    let insts = || unit.functions.iter().flat_map(|function| function.blocks.iter().flat_map(|block| &block.insts));
    let calls = insts().any(|(_, inst)| matches!(inst, Inst::Call(..)));
    // What the loop over rows does itself need not stand there again.
    let first = maps.is_none() || insts().any(|(_, inst)| matches!(inst, Inst::Call(0, ..)));
    for (at, &id) in ids.iter().enumerate() {
        let left_out = unit.functions.get(at).is_some_and(|function| function.blocks.is_empty());
        if left_out || (at == 0 && !first) {
            continue;
        }
        build(module, &mut context, (&ids, &signatures), unit, (at, maps))?;
        module.define_function(id, &mut context).ok()?;
        let layout = context.compiled_code().and_then(|code| code.buffer.frame_layout());
        frame = frame.max(layout.map_or(UNKNOWN, |layout| layout.frame_to_fp_offset as usize + SAVED));
        module.clear_context(&mut context);
    }
    module.finalize_definitions().ok()?;
    Some((module.get_finalized_function(*ids.last()?), SPARE + frame * if calls { DEEPEST } else { 2 }))
}

/// The code of a unit as text: Cranelift's instructions.
pub fn text(unit: &Unit) -> Option<String> {
    let mut module = module()?;
    let (ids, signatures) = declare(&mut module, unit, false)?;
    let mut out = String::new();
    for (at, function) in unit.functions.iter().enumerate().filter(|(_, function)| !function.blocks.is_empty()) {
        let mut context = module.make_context();
        build(&mut module, &mut context, (&ids, &signatures), unit, (at, None))?;
        out.push_str(&format!("; f{at}: {}\n{}", function.name, context.func.display()));
    }
    Some(out)
}

/// An array that compiled code sees: where its elements are, and of each axis the size and the step in bytes.
pub struct Array {
    words: Box<[u64]>,
    /// What keeps the elements where they are.
    _memory: Rc<RefCell<Arc<Buffer>>>,
}

/// What elements of a dtype are to compiled code; `None` for those it does not know.
pub fn elem(dtype: DType) -> Option<Elem> {
    Some(match dtype {
        DType::Bool => Elem::Bool,
        DType::Int8 => Elem::Int8,
        DType::UInt8 => Elem::UInt8,
        DType::Int16 => Elem::Int16,
        DType::UInt16 => Elem::UInt16,
        DType::Int32 => Elem::Int32,
        DType::UInt32 => Elem::UInt32,
        DType::Int64 => Elem::Int64,
        DType::Float32 => Elem::Float32,
        DType::Float64 => Elem::Float64,
        _ => return None,
    })
}

impl Array {
    /// An array over memory that its thread alone has; to be `written`, nobody else may hold the buffer. `None` where
    /// that is not so, or positions lie outside the buffer.
    pub fn of(
        memory: &Rc<RefCell<Arc<Buffer>>>,
        shape: &[usize],
        strides: &[isize],
        offset: usize,
        written: bool,
    ) -> Option<Array> {
        let mut held = memory.try_borrow_mut().ok()?;
        let size = elem(held.dtype())?.bytes();
        let (mut low, mut high) = (i64::try_from(offset).ok()?, i64::try_from(offset).ok()?);
        for (&count, &step) in shape.iter().zip(strides) {
            let reach = i64::try_from(count.saturating_sub(1)).ok()?.checked_mul(step as i64)?;
            if reach < 0 {
                low = low.checked_add(reach)?;
            } else {
                high = high.checked_add(reach)?;
            }
        }
        let empty = shape.contains(&0);
        if !empty && (low < 0 || high >= i64::try_from(held.len()).ok()?) {
            return None;
        }
        let start = if written {
            let buffer = Arc::get_mut(&mut held)?;
            with_data!(buffer.data_mut(), items => items.as_mut_ptr() as usize)
        } else {
            with_data!(held.data(), items => items.as_ptr() as usize)
        };
        let first = (start as i64).wrapping_add((offset as i64).wrapping_mul(size));
        let mut words = vec![first as u64];
        for (&count, &step) in shape.iter().zip(strides) {
            words.extend([count as u64, (step as i64).wrapping_mul(size) as u64]);
        }
        drop(held);
        Some(Array { words: words.into(), _memory: memory.clone() })
    }

    /// The word that compiled code knows the array by.
    pub fn word(&self) -> u64 {
        self.words.as_ptr() as u64
    }
}
