//! What a worker does with a task: arguments thawed, the function called or the kernel run, the result frozen.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use super::Execute;
use super::spill::{self, Spill};
use crate::data::buffer;
use crate::data::ops::UnOp;
use crate::data::raised::TaskInfo;
use crate::data::{ExcClass, Raised, Res, Sym, raised};
use crate::graph::sizes;
use crate::graph::{Call, Callee, Key, Op, TaskArg, TaskGraph, TaskId};
use crate::kernels::bag;
use crate::kernels::bag::flow::{Stream, Told};
use crate::kernels::mapped::{Thawed, run_calls};
use crate::ops::block::{BlockOp, Eval};
use crate::source::Span;
use crate::value::config::{self, Setting};
use crate::value::frozen::{self, Frozen, FrozenRaised};
use crate::value::{DictObj, Host, HostFactory, SliceObj, Value, arith, compare, dict, index, set};

/// Tasks of a graph whose results are measured before the run, to know whether one is large beside the limit.
const LOOKED_THROUGH: usize = 1 << 12;

/// Runs the tasks of a graph.
pub struct Tasks {
    graph: Arc<TaskGraph>,
    factory: Arc<dyn HostFactory>,
    settings: Arc<Setting>,
    /// Bytes of each task's result, as far as known; looked at when memory runs short.
    bytes: OnceLock<Vec<u64>>,
    heaviest: OnceLock<u64>,
    spill: Arc<Spill>,
}

/// A worker's interpreter and the functions it has thawed.
pub struct Worker {
    host: Box<dyn Host>,
    functions: Thawed,
}

/// The inputs of a task: frozen results of others, or within a chain the value just made.
enum Inputs<'t> {
    Frozen(&'t [Frozen]),
    Live(&'t Value),
}

impl Tasks {
    /// Runs the tasks of `graph` on interpreters that `factory` makes.
    pub fn new(graph: Arc<TaskGraph>, factory: Arc<dyn HostFactory>) -> Tasks {
        Tasks {
            graph,
            factory,
            settings: config::snapshot(),
            bytes: OnceLock::new(),
            heaviest: OnceLock::new(),
            spill: Arc::default(),
        }
    }

    /// Bytes that the results of tasks take, as far as known.
    fn all_bytes(&self) -> &[u64] {
        let known = || sizes::results(&self.graph).iter().map(|made| made.bytes().unwrap_or(0) as u64).collect();
        self.bytes.get_or_init(known)
    }

    /// Bytes that the result of a task takes.
    fn bytes(&self, task: TaskId) -> u64 {
        self.all_bytes().get(task as usize).copied().unwrap_or(0)
    }

    /// Bytes of the largest result.
    fn heaviest(&self) -> u64 {
        *self.heaviest.get_or_init(|| self.all_bytes().iter().copied().max().unwrap_or(0))
    }

    fn op(&self, worker: &mut Worker, op: &Op, inputs: &Inputs) -> Res<Made> {
        let live = match op {
            Op::Value(value) => return Ok(Made::Frozen(value.clone())),
            Op::Block(block) => return worker.block(block, inputs).map(Made::Frozen),
            Op::Alias => worker.input(inputs, 0),
            Op::Call(call) => worker.call(call, inputs),
            Op::Build(arg) => worker.arg(arg, inputs),
            Op::Chain(_) => Err(Raised::new(ExcClass::SystemError, "a chain inside a chain")),
        };
        live.map(Made::Live)
    }

    /// Run a chain: values stay live between its tasks.
    fn chain(&self, worker: &mut Worker, links: &[crate::graph::Link], inputs: &mut [Frozen]) -> Result<Made, Failure> {
        let mut last: Option<Made> = None;
        for link in links {
            let failed = |raised, inputs| Failure { raised, key: link.key, span: link.span, inputs };
            worker.host.poll().map_err(|raised| failed(raised, Vec::new()))?;
            let made = match (&link.op, last.take()) {
                (Op::Block(block), None) => worker.owned(block, inputs).map_err(|(raised, told)| failed(raised, told)),
                (Op::Block(block), Some(Made::Frozen(value))) => {
                    worker.owned(block, &mut [value]).map_err(|(raised, told)| failed(raised, told))
                }
                (op, mut before) => {
                    if let Some(Made::Live(value)) = &mut before
                        && value.as_native::<Stream>().is_some()
                        && !is_step(op)
                    {
                        // Other functions than those of bags get a partition as the list that it is.
                        let list = bag::reify(&mut *worker.host, value);
                        *value = list.map_err(|raised| failed(raised, Vec::new()))?;
                    }
                    let now = match &before {
                        None => Inputs::Frozen(inputs),
                        Some(Made::Frozen(value)) => Inputs::Frozen(std::slice::from_ref(value)),
                        Some(Made::Live(value)) => Inputs::Live(value),
                    };
                    let made = self.op(worker, op, &now).map_err(|raised| failed(raised, now.describe(worker)));
                    self.told(&made, link.key, link.span);
                    made
                }
            };
            last = Some(made?);
        }
        Ok(last.unwrap_or(Made::Live(Value::None)))
    }

    /// A partition on its way learns which task sends it.
    fn told(&self, made: &Result<Made, Failure>, key: Key, span: Span) {
        if let Ok(Made::Live(value)) = made
            && let Some(stream) = value.as_native::<Stream>()
        {
            stream.told(&Told { key: self.graph.key_text(key), span });
        }
    }

    /// A failure with what there is to say of its task.
    fn report(&self, worker: &mut Worker, failure: Failure) -> FrozenRaised {
        let mut raised = failure.raised;
        if raised.task.is_none() {
            raised.task = Some(self.info(failure.key, failure.span, failure.inputs));
        }
        frozen::freeze_raised(&mut *worker.host, raised)
    }

    fn info(&self, key: Key, span: Span, inputs: Vec<String>) -> Box<TaskInfo> {
        let made_at = Some(span).filter(|span| span.end > 0);
        Box::new(TaskInfo { key: self.graph.key_text(key), inputs, made_at })
    }
}

/// A result: of calls live, of kernels frozen.
enum Made {
    Live(Value),
    Frozen(Frozen),
}

/// What a task raised, and which task of a chain it was.
struct Failure {
    raised: Box<Raised>,
    key: Key,
    span: Span,
    inputs: Vec<String>,
}

impl Execute for Tasks {
    type Local = Worker;
    type Out = Frozen;
    type Error = FrozenRaised;

    fn local(&self, cancel: &Arc<AtomicBool>) -> Worker {
        config::install(self.settings.clone());
        Worker { host: self.factory.host(cancel.clone()), functions: Thawed::default() }
    }

    fn run(&self, worker: &mut Worker, task: TaskId, inputs: &mut Vec<Frozen>) -> Result<Frozen, FrozenRaised> {
        let Some(task) = self.graph.tasks.get(task as usize) else { return Ok(Frozen::None) };
        let failed = |raised| Failure { raised, key: task.key, span: task.span, inputs: Vec::new() };
        for input in inputs.iter_mut() {
            match spill::read(input) {
                Ok(None) => {}
                Ok(Some(value)) => *input = value,
                Err(raised) => return Err(self.report(worker, failed(raised))),
            }
        }
        let made = match &task.op {
            Op::Value(value) => return Ok(value.clone()),
            Op::Alias => return Ok(inputs.pop().unwrap_or(Frozen::None)),
            Op::Chain(links) => self.chain(worker, links, inputs),
            Op::Block(block) => worker.owned(block, inputs).map_err(|(raised, inputs)| Failure {
                raised,
                key: task.key,
                span: task.span,
                inputs,
            }),
            op => {
                let made = self.op(worker, op, &Inputs::Frozen(inputs)).map_err(|raised| {
                    let inputs = inputs.iter().map(Frozen::describe).collect();
                    Failure { raised, key: task.key, span: task.span, inputs }
                });
                self.told(&made, task.key, task.span);
                made
            }
        };
        let frozen = made.and_then(|made| match made {
            Made::Frozen(value) => Ok(value),
            Made::Live(value) => {
                let made = worker.out(value);
                made.and_then(|made| crate::kernels::block::detached(made, inputs)).map_err(failed)
            }
        });
        frozen.map_err(|failure| self.report(worker, failure))
    }

    fn claim(&self, task: TaskId) -> Option<u64> {
        let (used, limit) = (buffer::in_use(), buffer::limit());
        // Of a large graph no task takes so much that half the limit is not warning enough.
        let warned = used > limit / 2 || (self.graph.tasks.len() <= LOOKED_THROUGH && self.heaviest() > limit / 16);
        warned.then(|| self.bytes(task))
    }

    fn is_short(&self, task: TaskId, promised: u64) -> bool {
        let (used, limit) = (buffer::in_use().saturating_add(promised), buffer::limit());
        used > limit / 2 && used.saturating_add(self.bytes(task)) > limit
    }

    fn shelve(&self, out: &Frozen) -> Option<Frozen> {
        self.spill.write(out)
    }

    fn panicked(&self, task: TaskId, message: String) -> FrozenRaised {
        let task = self.graph.tasks.get(task as usize);
        let text = format!("rdask has a bug: a task panicked: {message}");
        let mut raised = Raised::new(ExcClass::SystemError, text)
            .help("this is not your mistake; please report it with the script. Later computations are not affected");
        raised.task = task.map(|task| self.info(task.key, task.span, Vec::new()));
        frozen::freeze_raised(&mut *self.factory.host(Arc::default()), raised)
    }
}

impl Inputs<'_> {
    fn describe(&self, worker: &mut Worker) -> Vec<String> {
        match self {
            Inputs::Frozen(inputs) => inputs.iter().map(Frozen::describe).collect(),
            Inputs::Live(value) => match worker.freeze(value) {
                Ok(frozen) => vec![frozen.describe()],
                Err(_) => Vec::new(),
            },
        }
    }
}

impl Worker {
    /// The result of a task: a partition that was only on its way becomes a list.
    fn out(&mut self, value: Value) -> Res<Frozen> {
        if value.as_native::<Stream>().is_none() {
            return self.freeze(&value);
        }
        let list = bag::reify(&mut *self.host, &value)?;
        self.freeze(&list)
    }

    fn freeze(&mut self, value: &Value) -> Res<Frozen> {
        frozen::freeze(&mut *self.host, value, &mut frozen::Memo::default())
    }

    /// Run an operation on blocks that are given away; an error comes with what the inputs were.
    fn owned(&mut self, block: &BlockOp, inputs: &mut [Frozen]) -> Result<Made, (Box<Raised>, Vec<String>)> {
        let done = match block.eval().is_some_and(Eval::calls) {
            true => run_calls(block, inputs, &mut *self.host, &mut self.functions),
            false => crate::kernels::block::run_owned(block, inputs, &mut || self.host.poll()),
        };
        done.map(Made::Frozen).map_err(|raised| (raised, inputs.iter().map(Frozen::describe).collect()))
    }

    /// Run an operation on blocks.
    fn block(&mut self, block: &BlockOp, inputs: &Inputs) -> Res<Frozen> {
        let live;
        let inputs = match inputs {
            Inputs::Frozen(inputs) => inputs,
            Inputs::Live(value) => {
                live = [self.freeze(value)?];
                &live[..]
            }
        };
        match block.eval().is_some_and(Eval::calls) {
            true => run_calls(block, inputs, &mut *self.host, &mut self.functions),
            false => crate::kernels::block::run(block, inputs, &mut || self.host.poll()),
        }
    }

    fn input(&mut self, inputs: &Inputs, at: u32) -> Res<Value> {
        match inputs {
            Inputs::Live(value) => Ok((*value).clone()),
            Inputs::Frozen(inputs) => match inputs.get(at as usize) {
                Some(input) => frozen::thaw(&mut *self.host, input),
                None => Err(Raised::new(ExcClass::SystemError, "a task has no such input")),
            },
        }
    }

    fn all(&mut self, items: &[TaskArg], inputs: &Inputs) -> Res<Vec<Value>> {
        items.iter().map(|item| self.arg(item, inputs)).collect()
    }

    fn arg(&mut self, arg: &TaskArg, inputs: &Inputs) -> Res<Value> {
        Ok(match arg {
            TaskArg::Input(at) => self.input(inputs, *at)?,
            TaskArg::Value(value) => frozen::thaw(&mut *self.host, value)?,
            TaskArg::List(items) => Value::list(self.all(items, inputs)?),
            TaskArg::Tuple(items) => Value::tuple(self.all(items, inputs)?),
            TaskArg::Set(items) => {
                let items = self.all(items, inputs)?;
                Value::Set(std::rc::Rc::new(set::from_items(&mut *self.host, &items)?))
            }
            TaskArg::Dict(items) => {
                let table = DictObj::plain();
                for (key, value) in items {
                    let (key, value) = (self.arg(key, inputs)?, self.arg(value, inputs)?);
                    dict::insert(&mut *self.host, &table, key, value)?;
                }
                Value::Dict(std::rc::Rc::new(table))
            }
            TaskArg::Slice(parts) => {
                let [start, stop, step] = &**parts;
                let (start, stop) = (self.arg(start, inputs)?, self.arg(stop, inputs)?);
                Value::Slice(std::rc::Rc::new(SliceObj { start, stop, step: self.arg(step, inputs)? }))
            }
            TaskArg::Call(call) => {
                self.host.enter()?;
                let made = self.call(call, inputs);
                self.host.leave();
                made?
            }
        })
    }

    fn call(&mut self, call: &Call, inputs: &Inputs) -> Res<Value> {
        let args = self.all(&call.args, inputs)?;
        let (first, second) = (args.first().unwrap_or(&Value::None), args.get(1).unwrap_or(&Value::None));
        let function = match &call.callee {
            Callee::Binary(op) => return arith::binary(&mut *self.host, *op, first, second),
            Callee::Compare(op) => return compare::compare(&mut *self.host, *op, first, second),
            Callee::Unary(method) => return unary(&mut *self.host, method, first),
            Callee::GetItem => return index::getitem(&mut *self.host, first, second),
            Callee::GetAttr(name) => return self.host.getattr(first, *name),
            Callee::Method(name) => self.host.getattr(first, *name)?,
            Callee::Function(function) => self.functions.get(&mut *self.host, function)?,
            Callee::Arg(arg) => self.arg(arg, inputs)?,
        };
        let kwarg = |(name, arg): &(Sym, TaskArg)| Ok((*name, self.arg(arg, inputs)?));
        let kwargs = call.kwargs.iter().map(kwarg).collect::<Res<Vec<(Sym, Value)>>>()?;
        let skip = usize::from(matches!(call.callee, Callee::Method(_)));
        self.host.call(&function, args.get(skip..).unwrap_or(&[]), &kwargs)
    }
}

/// Whether a task calls a function of bags, which take partitions element by element.
fn is_step(op: &Op) -> bool {
    match op {
        Op::Call(call) => match &call.callee {
            Callee::Function(Frozen::Declared(module, _)) => matches!(&**module, "dask.bag.core" | "dask.bag.avro"),
            callee => ["dask.bag.core.", "dask.bag.avro."].iter().any(|start| callee.name().starts_with(start)),
        },
        _ => false,
    }
}

/// A unary operator by its method.
pub fn unary(host: &mut dyn Host, method: &str, value: &Value) -> Res<Value> {
    match method {
        "__neg__" => arith::unary(host, UnOp::Neg, value),
        "__pos__" => arith::unary(host, UnOp::Pos, value),
        "__invert__" => arith::unary(host, UnOp::Invert, value),
        "__abs__" => arith::abs(host, value),
        other => Err(raised::type_error(format!("no unary operator {other}"))),
    }
}
