//! Blocks in which a function of the user is called for each element: compiled, it is called on some thousands of elements
//! at a time between the loops before and behind it, so that no block of what it takes or gives stands in memory. Where
//! compiled code does not do all of it, nothing but computing was done; then the blocks are made one after the other, and
//! the function is called on them as if nothing had been fused.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::block::{chunk_of, fed, inputs_of, run, run_made};
use super::elemwise::{Makes, Making, Run, identity};
use super::feed::BLOCK;
use crate::data::raised::{Res, TaskInfo, type_error};
use crate::data::{Chunk, DType, ExcClass, Raised, Sym, shape};
use crate::ops::block::{BlockOp, Eval, Feed, Made};
use crate::ops::lane::Lane;
use crate::value::frozen::{self, Frozen, Memo};
use crate::value::{Column, Host, Value};

/// Elements of a call: enough that the call itself costs little, few enough to stay in L2.
const BATCH: usize = 8 * BLOCK;

/// Functions that a worker has thawed.
#[derive(Default)]
pub struct Thawed(FxHashMap<(usize, u32), Value>);

impl Thawed {
    /// The function, thawed once.
    ///
    /// # Errors
    /// What thawing raises.
    pub fn get(&mut self, host: &mut dyn Host, function: &Frozen) -> Res<Value> {
        let Frozen::Node(graph, at) = function else { return frozen::thaw(host, function) };
        let key = (Arc::as_ptr(graph) as usize, *at);
        if let Some(found) = self.0.get(&key) {
            return Ok(found.clone());
        }
        let made = frozen::thaw(host, function)?;
        self.0.insert(key, made.clone());
        Ok(made)
    }
}

/// Run an operation in which functions of the user are called for each element.
///
/// # Errors
/// What a function raises, or the operation.
pub fn run_calls(op: &BlockOp, inputs: &[Frozen], host: &mut dyn Host, thawed: &mut Thawed) -> Res<Frozen> {
    let Some(eval) = op.eval() else { return run(op, inputs, &mut || host.poll()) };
    if let BlockOp::Into { target, at, .. } = op {
        let whole = run_calls(&BlockOp::Eval(eval.clone()), inputs, host, thawed)?;
        let eval = same(&whole, eval)?;
        let op = BlockOp::Into { eval, target: target.clone(), at: at.clone() };
        return run(&op, &[whole], &mut || host.poll());
    }
    if shape::size(&eval.shape).is_some_and(|size| size > 0) {
        let fused = Calls { host: RefCell::new(&mut *host), left: Cell::new(false) };
        match fused.run(op, inputs, thawed) {
            Ok(Some(made)) => return Ok(made),
            Err(raised) if matches!(raised.class, ExcClass::KeyboardInterrupt | ExcClass::MemoryError) => {
                return Err(raised);
            }
            _ => {}
        }
    }
    let (eval, inputs) = apart(eval, inputs, host, thawed)?;
    let op = match op {
        BlockOp::Partial { row, axes, keepdims, origin, .. } => {
            BlockOp::Partial { eval: Some(eval), row, axes: axes.clone(), keepdims: *keepdims, origin: origin.clone() }
        }
        _ => BlockOp::Eval(eval),
    };
    run(&op, &inputs, &mut || host.poll())
}

/// What gives a block as it is, in the dtype of a program.
fn same(block: &Frozen, eval: &Eval) -> Res<Eval> {
    let Some(chunk) = chunk_of(block) else { return Err(type_error("a block is not an array")) };
    let program = Arc::new(identity(eval.program.out()));
    Ok(Eval { program, feeds: vec![Feed::Input(0)], shape: chunk.shape })
}

/// The program with what the functions give as further inputs: they are called on whole blocks, one after the other.
fn apart(eval: &Eval, inputs: &[Frozen], host: &mut dyn Host, thawed: &mut Thawed) -> Res<(Eval, Vec<Frozen>)> {
    let mut inputs = inputs.to_vec();
    let mut feeds = Vec::with_capacity(eval.feeds.len());
    for feed in &eval.feeds {
        feeds.push(match feed {
            Feed::Made(made) => {
                inputs.push(called(made, &inputs, host, thawed)?);
                Feed::Input(inputs.len() - 1)
            }
            other => other.clone(),
        });
    }
    Ok((Eval { program: eval.program.clone(), feeds, shape: eval.shape.clone() }, inputs))
}

/// What a function gives for whole blocks.
fn called(made: &Made, inputs: &[Frozen], host: &mut dyn Host, thawed: &mut Thawed) -> Res<Frozen> {
    let mut blocks = Vec::with_capacity(made.args.len());
    for arg in &made.args {
        let (eval, all) = apart(arg, inputs, host, thawed)?;
        blocks.push(match plain_input(&eval).and_then(|at| all.get(at)) {
            Some(block) => block.clone(),
            None => run(&BlockOp::Eval(eval), &all, &mut || host.poll())?,
        });
    }
    let function = thawed.get(host, function_of(made)?)?;
    let args = blocks.iter().map(|block| frozen::thaw(host, block)).collect::<Res<Vec<Value>>>()?;
    let found = host.call(&function, &args, &[]).map_err(|raised| located(raised, made, &blocks))?;
    frozen::freeze(host, &found, &mut Memo::default())
}

/// An error with what there is to say of the call.
fn located(mut raised: Box<Raised>, made: &Made, blocks: &[Frozen]) -> Box<Raised> {
    if raised.task.is_none() {
        let made_at = Some(made.span).filter(|span| span.end > 0);
        let inputs = blocks.iter().map(Frozen::describe).collect();
        let (name, index) = &made.key;
        let key = std::iter::once(format!("'{name}'")).chain(index.iter().map(usize::to_string));
        let key = format!("({})", key.collect::<Vec<_>>().join(", "));
        raised.task = Some(Box::new(TaskInfo { key, inputs, made_at }));
    }
    raised
}

fn function_of(made: &Made) -> Res<&Frozen> {
    made.function.0.downcast_ref().ok_or_else(|| type_error("a call of no function"))
}

/// The input that a program gives as it is.
fn plain_input(eval: &Eval) -> Option<usize> {
    match eval.feeds.get(eval.program.result?.0 as usize)? {
        Feed::Input(at) => Some(*at),
        _ => None,
    }
}

/// The interpreter, while loops before and behind the calls run.
struct Calls<'h> {
    host: RefCell<&'h mut dyn Host>,
    /// Whether compiled code has left something to the interpreter.
    left: Cell<bool>,
}

impl Calls<'_> {
    /// Run it all as compiled code; `None`, or any error, where that can't be.
    fn run(&self, op: &BlockOp, inputs: &[Frozen], thawed: &mut Thawed) -> Res<Option<Frozen>> {
        let Some(eval) = op.eval() else { return Ok(None) };
        let Some(made) = self.makers(eval, inputs, thawed)? else { return Ok(None) };
        let made: Vec<&dyn Makes> = made.iter().map(|maker| maker as &dyn Makes).collect();
        let done = run_made(op, inputs, &made, &mut || self.host.borrow_mut().poll());
        if self.left.get() { Ok(None) } else { done.map(Some) }
    }

    /// What makes the elements that functions give to a program.
    fn makers(&self, eval: &Eval, inputs: &[Frozen], thawed: &mut Thawed) -> Res<Option<Vec<Maker<'_>>>> {
        let made = eval.feeds.iter().filter_map(|feed| match feed {
            Feed::Made(made) => Some(&**made),
            _ => None,
        });
        made.map(|made| self.maker(made, inputs, thawed)).collect()
    }

    fn maker(&self, made: &Made, inputs: &[Frozen], thawed: &mut Thawed) -> Res<Option<Maker<'_>>> {
        let function = {
            let mut host = self.host.borrow_mut();
            let outer = thawed.get(&mut **host, function_of(made)?)?;
            host.getattr(&outer, Sym::new("pyfunc"))?
        };
        let mut args = Vec::with_capacity(made.args.len());
        for arg in &made.args {
            let Some(inner) = self.makers(arg, inputs, thawed)? else { return Ok(None) };
            // A block of another dtype than was foreseen is given as it is.
            if let Some(block) = plain_input(arg).and_then(|at| inputs.get(at))
                && chunk_of(block).is_none_or(|block| block.dtype() != arg.program.out())
            {
                return Ok(None);
            }
            args.push(Argument { eval: arg.clone(), chunks: fed(arg, inputs)?, made: inner });
        }
        Ok(Some(Maker { calls: self, function, args, dtype: made.dtype, told: made.told }))
    }
}

/// Calls functions as compiled code.
trait Caller {
    /// What a function gives for some elements.
    ///
    /// # Errors
    /// Where compiled code does not do all of it.
    fn call(&self, maker: &Maker<'_>, columns: &[Column], rows: usize) -> Res<Column>;
}

impl Caller for Calls<'_> {
    fn call(&self, maker: &Maker<'_>, columns: &[Column], rows: usize) -> Res<Column> {
        let left = || {
            self.left.set(true);
            type_error("compiled code has left a function to the interpreter")
        };
        let made = self.host.borrow_mut().map_numbers(&maker.function, columns, false)?;
        let made = made.filter(|made| made.len() == rows).ok_or_else(left)?;
        Ok(match (made, maker.dtype) {
            (made @ Column::Int(_), DType::Int64) => made,
            (made @ Column::Float(_), DType::Float64) => made,
            (made @ Column::Bool(_), DType::Bool) => made,
            (Column::Int(items), DType::Float64) if maker.told => {
                Column::Float(items.into_iter().map(|item| item as f64).collect())
            }
            _ => return Err(left()),
        })
    }
}

/// An argument of a function: a program over blocks.
struct Argument<'c> {
    eval: Eval,
    chunks: Vec<Option<Chunk>>,
    made: Vec<Maker<'c>>,
}

/// A function that makes the elements of a block.
struct Maker<'c> {
    calls: &'c (dyn Caller + 'c),
    function: Value,
    args: Vec<Argument<'c>>,
    dtype: DType,
    told: bool,
}

impl Makes for Maker<'_> {
    fn start<'s>(&'s self, shape: &[usize]) -> Box<dyn Making + 's> {
        let start = |arg: &'s Argument<'_>| {
            let made = arg.made.iter().map(|maker| maker as &dyn Makes);
            Run::new(&arg.eval.program, &inputs_of(&arg.eval.feeds, &arg.chunks, made), shape)
        };
        let runs = self.args.iter().map(start).collect();
        let left = shape::size(shape).unwrap_or(0);
        Box::new(Elements { maker: self, runs, columns: Vec::new(), made: Column::default(), at: 0, count: 0, left })
    }
}

/// Elements that a function makes.
struct Elements<'s> {
    maker: &'s Maker<'s>,
    /// What its arguments are made by.
    runs: Vec<Run<'s>>,
    columns: Vec<Column>,
    /// What it made.
    made: Column,
    /// Where the elements that are ready begin in that, and how many they are.
    at: usize,
    count: usize,
    /// Elements that it has not been called on.
    left: usize,
}

impl Elements<'_> {
    /// Call the function on the next elements.
    fn refill(&mut self) -> Res<()> {
        let rows = self.left.min(BATCH);
        self.columns.resize_with(self.runs.len(), Column::default);
        let args = self.maker.args.iter().map(|arg| arg.eval.program.out());
        for ((run, column), dtype) in self.runs.iter_mut().zip(&mut self.columns).zip(args) {
            begin(column, dtype);
            while column.len() < rows {
                if run.advance_by((rows - column.len()).min(BLOCK))? == 0 {
                    return Err(type_error("an argument of a function has too few elements"));
                }
                extend(column, run.result());
            }
        }
        let made = self.maker.calls.call(self.maker, &self.columns, rows)?;
        self.left -= rows;
        let rest = self.made.split_off(self.at);
        self.made = if rest.is_empty() { made } else { joined(rest, made) };
        self.at = 0;
        Ok(())
    }
}

impl Making for Elements<'_> {
    fn load(&mut self, count: usize) -> Res<()> {
        self.at += self.count;
        self.count = count;
        while self.made.len() < self.at + count {
            self.refill()?;
        }
        Ok(())
    }

    fn lane(&self, most: usize) -> Lane<'_> {
        let end = (self.at + most).min(self.made.len());
        match &self.made {
            Column::Int(items) => Lane::Int64(items.get(self.at..end).unwrap_or_default()),
            Column::Float(items) => Lane::Float64(items.get(self.at..end).unwrap_or_default()),
            Column::Bool(items) => Lane::Bool(items.get(self.at..end).unwrap_or_default()),
            Column::Values(_) => Lane::Bool(&[]),
        }
    }
}

/// An empty column for numbers of a dtype; its room is used again.
fn begin(column: &mut Column, dtype: DType) {
    match (column, dtype) {
        (Column::Float(items), _) => items.clear(),
        (Column::Int(items), _) => items.clear(),
        (Column::Bool(items), _) => items.clear(),
        (column, DType::Bool) => *column = Column::Bool(Vec::new()),
        (column, DType::Float32 | DType::Float64) => *column = Column::Float(Vec::new()),
        (column, _) => *column = Column::Int(Vec::new()),
    }
}

/// Add numbers as Python's.
fn extend(column: &mut Column, lane: Lane<'_>) {
    match (column, lane) {
        (Column::Float(items), Lane::Float64(more)) => items.extend_from_slice(more),
        (Column::Float(items), Lane::Float32(more)) => items.extend(more.iter().map(|&item| f64::from(item))),
        (Column::Bool(items), Lane::Bool(more)) => items.extend_from_slice(more),
        (Column::Int(items), Lane::Int64(more)) => items.extend_from_slice(more),
        (Column::Int(items), Lane::Int32(more)) => items.extend(more.iter().map(|&item| i64::from(item))),
        (Column::Int(items), Lane::Int16(more)) => items.extend(more.iter().map(|&item| i64::from(item))),
        (Column::Int(items), Lane::Int8(more)) => items.extend(more.iter().map(|&item| i64::from(item))),
        (Column::Int(items), Lane::UInt32(more)) => items.extend(more.iter().map(|&item| i64::from(item))),
        (Column::Int(items), Lane::UInt16(more)) => items.extend(more.iter().map(|&item| i64::from(item))),
        (Column::Int(items), Lane::UInt8(more)) => items.extend(more.iter().map(|&item| i64::from(item))),
        _ => {}
    }
}

/// One after the other.
fn joined(first: Column, more: Column) -> Column {
    match (first, more) {
        (Column::Int(mut items), Column::Int(more)) => {
            items.extend(more);
            Column::Int(items)
        }
        (Column::Float(mut items), Column::Float(more)) => {
            items.extend(more);
            Column::Float(items)
        }
        (Column::Bool(mut items), Column::Bool(more)) => {
            items.extend(more);
            Column::Bool(items)
        }
        (_, more) => more,
    }
}
