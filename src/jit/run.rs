//! Running compiled loops on blocks of elements: what they read and write is checked here.

use std::marker::PhantomData;
use std::mem::MaybeUninit;

use super::code::Code;
use super::emit::{LARGEST, group};
use super::fold::LANES;
use super::kind;
use super::plan::Plan;
use crate::data::raised::{ExcClass, Raised, Res};
use crate::data::{DType, Element};
use crate::ops::ir::{Program, Step};
use crate::ops::{Base, Lane};

/// Elements that a loop reads.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    start: *const u8,
    count: usize,
    dtype: DType,
    lives: PhantomData<&'a [u8]>,
}

impl<'a> Read<'a> {
    /// These elements. What stands behind those that are asked for may be read too.
    pub fn of<T: Element>(items: &'a [T]) -> Read<'a> {
        Read { start: items.as_ptr().cast(), count: items.len(), dtype: T::DTYPE, lives: PhantomData }
    }

    /// The elements of a lane.
    pub fn of_lane(lane: Lane<'a>) -> Read<'a> {
        match lane {
            Lane::Bool(items) => Read::of(items),
            Lane::Int8(items) => Read::of(items),
            Lane::UInt8(items) => Read::of(items),
            Lane::Int16(items) => Read::of(items),
            Lane::UInt16(items) => Read::of(items),
            Lane::Int32(items) => Read::of(items),
            Lane::UInt32(items) => Read::of(items),
            Lane::Int64(items) => Read::of(items),
            Lane::UInt64(items) => Read::of(items),
            Lane::Float32(items) => Read::of(items),
            Lane::Float64(items) => Read::of(items),
            Lane::Complex64(items) => Read::of(items),
            Lane::Complex128(items) => Read::of(items),
            Lane::Ticks(items) => Read::of(items),
            Lane::Text(items) => Read::of(items),
        }
    }
}

/// Room that a loop writes.
pub struct Write<'a> {
    start: *mut u8,
    count: usize,
    dtype: DType,
    lives: PhantomData<&'a mut [u8]>,
}

impl<'a> Write<'a> {
    /// These elements.
    pub fn of<T: Element>(items: &'a mut [T]) -> Write<'a> {
        Write { start: items.as_mut_ptr().cast(), count: items.len(), dtype: T::DTYPE, lives: PhantomData }
    }

    /// This room; what a loop ran over is written.
    pub fn room<T: Element>(items: &'a mut [MaybeUninit<T>]) -> Write<'a> {
        Write { start: items.as_mut_ptr().cast(), count: items.len(), dtype: T::DTYPE, lives: PhantomData }
    }
}

/// The most values that one loop reads, and writes.
pub const MOST_INS: usize = 32;
pub const MOST_OUTS: usize = 16;

/// Bytes of the largest group of one value.
const GROUP_BYTES: usize = LARGEST * 8;

/// A compiled program. Its constants are parameters: programs that differ in them alone share it.
pub struct Kernel {
    /// What is done to a block.
    pub plan: Plan,
    code: Code,
    /// Of each loop: dtypes that it reads and writes, elements of a turn.
    shapes: Vec<Shape>,
    /// How many constants there are.
    constants: usize,
}

struct Shape {
    ins: Vec<DType>,
    outs: Vec<DType>,
    group: usize,
}

/// The constants of a program, in vectors.
pub struct Constants(Vec<[u8; 16]>);

impl Constants {
    /// Of a program.
    pub fn of(program: &Program) -> Constants {
        let splat = |step: &Step| match step {
            Step::Const(value) => Some(kind::of(value.dtype()).map_or([0; 16], |kind| kind.splat(*value))),
            _ => None,
        };
        Constants(program.steps.iter().filter_map(splat).collect())
    }
}

impl Kernel {
    /// Compile a program; `None` where that gains nothing or cannot be.
    pub fn compile(program: &Program) -> Option<Kernel> {
        Kernel::planned(program, None)
    }

    /// Compile a program whose result is folded so, if it is.
    pub fn planned(program: &Program, base: Option<Base>) -> Option<Kernel> {
        let plan = match base {
            Some(base) => Plan::folded(program, base)?,
            None => Plan::of(program)?,
        };
        let code = Code::compile(program, &plan)?;
        let dtypes = |regs: &[crate::ops::ir::Reg]| regs.iter().map(|&reg| program.dtype(reg)).collect();
        let shape = |found: &super::plan::LoopPlan| Shape {
            ins: dtypes(&found.ins),
            outs: dtypes(&found.outs),
            group: group(program, found) as usize,
        };
        let shapes = plan.loops.iter().map(shape).collect();
        let constants = Constants::of(program).0.len();
        Some(Kernel { plan, code, shapes, constants })
    }

    /// Elements of one turn of a loop.
    pub fn group(&self, which: usize) -> usize {
        self.shapes.get(which).map_or(1, |shape| shape.group)
    }

    /// Run a loop over `count` elements. What is written has room for whole groups; what is read may end at `count`.
    ///
    /// # Errors
    /// `SystemError` if dtypes or lengths are not those of the loop: a bug.
    pub fn run<'a>(
        &self,
        which: usize,
        reads: impl Iterator<Item = Read<'a>>,
        writes: impl Iterator<Item = Write<'a>>,
        constants: &Constants,
        count: usize,
    ) -> Res<()> {
        let Some(shape) = self.shapes.get(which) else { return Err(wrong()) };
        let padded = count.next_multiple_of(shape.group);
        let mut ins = [(std::ptr::null(), 0); MOST_INS];
        let mut whole = true;
        let mut given = 0;
        for read in reads {
            let (Some(place), Some(&dtype)) = (ins.get_mut(given), shape.ins.get(given)) else { return Err(wrong()) };
            if read.dtype != dtype || read.count < count {
                return Err(wrong());
            }
            whole &= read.count >= padded;
            *place = (read.start, dtype.itemsize());
            given += 1;
        }
        let mut outs = [(std::ptr::null_mut(), 0); MOST_OUTS];
        let mut taken = 0;
        for write in writes {
            let (Some(place), Some(&dtype)) = (outs.get_mut(taken), shape.outs.get(taken)) else { return Err(wrong()) };
            if write.dtype != dtype || write.count < padded {
                return Err(wrong());
            }
            *place = (write.start, dtype.itemsize());
            taken += 1;
        }
        if given != shape.ins.len() || taken != shape.outs.len() || constants.0.len() != self.constants {
            return Err(wrong());
        }
        let most = if whole { padded } else { count - count % shape.group };
        self.enter(which, ins.map(|(start, _)| start), outs.map(|(start, _)| start), constants, most);
        if most < count {
            self.tail(which, &ins, &outs, constants, (most, count));
        }
        Ok(())
    }

    /// Run the last loop over as many elements as the last of `ends` says, and fold them leaf by leaf: each leaf ends at
    /// one of `ends` and gives eight accumulators. Ends are multiples of eight that increase.
    ///
    /// # Errors
    /// `SystemError` if the plan has no folding loop, or dtypes or lengths are not those of it: a bug.
    pub fn fold<'a>(
        &self,
        reads: impl Iterator<Item = Read<'a>>,
        ends: &[u64],
        lanes: Write<'a>,
        constants: &Constants,
    ) -> Res<()> {
        let (Some(shape), Some(&last), Some(_)) = (self.shapes.last(), ends.last(), self.plan.fold) else {
            return Err(wrong());
        };
        let count = usize::try_from(last).map_err(|_| wrong())?;
        let mut ins = [std::ptr::null(); MOST_INS];
        let mut given = 0;
        for read in reads {
            let (Some(place), Some(&dtype)) = (ins.get_mut(given), shape.ins.get(given)) else { return Err(wrong()) };
            if read.dtype != dtype || read.count < count {
                return Err(wrong());
            }
            *place = read.start;
            given += 1;
        }
        let mut before = 0;
        let in_order = ends.iter().all(|&end| end > std::mem::replace(&mut before, end) && end.is_multiple_of(8));
        let room = ends.len().checked_mul(LANES).is_some_and(|many| lanes.count >= many);
        let fits = in_order && room && shape.outs == [lanes.dtype] && given == shape.ins.len();
        let Some(place) = ins.get_mut(given).filter(|_| fits && constants.0.len() == self.constants) else {
            return Err(wrong());
        };
        *place = ends.as_ptr().cast();
        let mut outs = [std::ptr::null_mut(); MOST_OUTS];
        if let Some(place) = outs.first_mut() {
            *place = lanes.start;
        }
        // The code reads the ends behind the inputs, elements up to the last of them, and writes eight for each.
        self.enter(self.plan.loops.len(), ins, outs, constants, ends.len());
        Ok(())
    }

    /// Call the code over a number of elements that is a multiple of the group.
    #[allow(unsafe_code)]
    fn enter(
        &self,
        which: usize,
        ins: [*const u8; MOST_INS],
        outs: [*mut u8; MOST_OUTS],
        constants: &Constants,
        count: usize,
    ) {
        let Some(entry) = self.code.entry(which) else { return };
        if count == 0 {
            return;
        }
        // SAFETY: the code reads `count` elements from each start in `ins` and writes as many from each in `outs`, of the
        // dtypes of the loop; `run` checked that there are so many of each. Results overlap nothing: they were given as
        // exclusive borrows. Of the folding loop `count` is the number of ends, and `fold` checked what it reads and writes.
        // It reads a vector of each of the program's constants, which are as many as its structure says.
        unsafe { entry(ins.as_ptr(), outs.as_ptr(), constants.0.as_ptr(), count) };
    }

    /// The last elements, fewer than a group: copied to a place where a whole group may be read.
    #[allow(unsafe_code)]
    fn tail(
        &self,
        which: usize,
        ins: &[(*const u8, usize); MOST_INS],
        outs: &[(*mut u8, usize); MOST_OUTS],
        constants: &Constants,
        (from, to): (usize, usize),
    ) {
        let group = self.group(which);
        let mut rooms = [[0u8; GROUP_BYTES]; MOST_INS];
        for (&(start, size), room) in ins.iter().zip(&mut rooms) {
            let bytes = ((to - from) * size).min(GROUP_BYTES);
            // SAFETY: the elements from `from` to `to` lie within those that were given (`run` checked), and the copy within
            // the room; bools and numbers may be read as bytes. Where nothing was given, no byte is copied.
            unsafe { std::ptr::copy_nonoverlapping(start.wrapping_add(from * size), room.as_mut_ptr(), bytes) };
        }
        let moved = outs.map(|(start, size)| start.wrapping_add(from * size));
        self.enter(
            which,
            std::array::from_fn(|at| rooms.get(at).map_or(std::ptr::null(), |room| room.as_ptr())),
            moved,
            constants,
            group,
        );
    }
}

fn wrong() -> Box<Raised> {
    Raised::new(ExcClass::SystemError, "a compiled loop was given other operands than its own")
}
