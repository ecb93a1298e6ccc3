//! How a script is followed: builtins without effects run, the others give values that are not known, and arrays are
//! computed by the rules of their shapes alone.

use std::rc::Rc;

use super::effects::{Effect, effect};
use super::ledger::{Ledger, Run, What};
use super::rewrite::{self, names};
use super::unknown::{self, Unknown, known};
use crate::builtins::da::build::wrap;
use crate::data::{DType, ExcClass, Res, Sym};
use crate::expr::meta::array::whole;
use crate::expr::meta::call;
use crate::expr::meta::known::{Arr, Known, sizes};
use crate::interp::{Vm, Watch};
use crate::source::Span;
use crate::syntax::ast::Module;
use crate::value::array::NdArray;
use crate::value::{Builtin, DictObj, Host, ListObj, Native, TypeInfo, Value, dict};

/// Eager arrays up to this size, in bytes, are really computed.
const SMALL: usize = 8 << 10;
/// Items of a container that are looked at.
const MOST_ITEMS: usize = 100_000;

/// Slots of functions of arrays whose values decide on shapes.
const SHAPING: &[&str] = &[
    "shape",
    "size",
    "chunks",
    "axis",
    "axes",
    "N",
    "M",
    "num",
    "start",
    "stop",
    "step",
    "dtype",
    "keepdims",
    "k",
    "repeats",
    "reps",
    "depth",
    "newshape",
    "indices_or_sections",
    "ndmin",
    "d",
];

/// Follows a script.
pub struct Follow {
    /// Where all is noted.
    pub ledger: Rc<Ledger>,
}

/// Walk over a value and what it holds.
fn each(v: &Value, depth: usize, see: &mut dyn FnMut(&Value)) {
    see(v);
    if depth == 0 {
        return;
    }
    match v {
        Value::Tuple(tuple) => tuple.items.iter().take(MOST_ITEMS).for_each(|item| each(item, depth - 1, see)),
        Value::List(list) => {
            let items: Vec<Value> = list.items.borrow().iter().take(MOST_ITEMS).cloned().collect();
            items.iter().for_each(|item| each(item, depth - 1, see));
        }
        Value::Dict(table) => {
            dict::items(table).iter().take(MOST_ITEMS).for_each(|(_, value)| each(value, depth - 1, see))
        }
        _ => {}
    }
}

/// The first value among arguments, and what they hold, that is not known.
fn first_unknown(row: &[Value], depth: usize) -> Option<Span> {
    let mut why = None;
    row.iter().for_each(|arg| {
        each(arg, depth, &mut |v| {
            if let Some(unknown) = v.as_native::<Unknown>() {
                why.get_or_insert(unknown.why);
            }
        })
    });
    why
}

impl Follow {
    fn nothing(&self, host: &mut dyn Host) -> Res<Value> {
        Ok(unknown::nothing(&self.ledger, host.span()))
    }

    /// A function of NumPy, by its rule; `None`: it is small, and runs.
    fn numpy(&self, host: &mut dyn Host, builtin: &Builtin, row: &[Value]) -> Res<Option<Value>> {
        let why = first_unknown(row, 3);
        let span = host.span();
        let mut args = Vec::with_capacity(row.len());
        for arg in row {
            args.push(known(host, arg)?);
        }
        if builtin.name.starts_with("numpy.random.") {
            return Ok(drawn(builtin, &args).map(|known| unknown::value(&self.ledger, known, span)));
        }
        let ruled = call::call(builtin.name, &args);
        let lazy: Vec<Value> =
            row.iter().filter(|arg| arg.as_native::<crate::expr::Array>().is_some()).cloned().collect();
        let eager = matches!(&ruled, Some(Ok(Known::Array(Arr { lazy: false, .. }))))
            || matches!(builtin.name, "numpy.array" | "numpy.asarray" | "numpy.asanyarray");
        if eager && !lazy.is_empty() {
            // What NumPy makes of a lazy array, it makes of what is computed.
            let engine = host.engine();
            let mut computed = engine.compute(host, &lazy, &[])?;
            return Ok(match ruled {
                Some(Ok(known)) => Some(unknown::value(&self.ledger, known, span)),
                _ => computed.pop(),
            });
        }
        match ruled {
            Some(Ok(Known::Array(Arr { lazy: false, meta: Some(meta) }))) => {
                let small = meta.nbytes().is_some_and(|bytes| bytes <= SMALL);
                if small && why.is_none() && !self.large(row) {
                    return Ok(None);
                }
                let known = Known::Array(Arr { lazy: false, meta: Some(meta) });
                Ok(Some(unknown::value(&self.ledger, known, span)))
            }
            Some(Ok(known)) if why.is_some() => Ok(Some(unknown::value(&self.ledger, known, why.unwrap_or(span)))),
            Some(Err(_)) | None if why.is_some() => Ok(Some(unknown::nothing(&self.ledger, why.unwrap_or(span)))),
            None if self.large(row) => Ok(Some(unknown::nothing(&self.ledger, span))),
            _ => Ok(None),
        }
    }

    /// Whether what comes out of a function of these arguments may be large.
    fn large(&self, row: &[Value]) -> bool {
        let mut large = false;
        row.iter().for_each(|arg| {
            each(arg, 1, &mut |v| match v {
                Value::Int(size) => large |= *size > 100_000,
                other => {
                    large |= other
                        .as_native::<NdArray>()
                        .is_some_and(|array| array.shape.iter().product::<usize>() > 100_000)
                }
            })
        });
        large
    }

    /// A function of lazy arrays, some of whose arguments are not known.
    fn lazily(&self, host: &mut dyn Host, builtin: &Builtin, row: &[Value]) -> Res<Value> {
        let why = first_unknown(row, 3).unwrap_or_else(|| host.span());
        let bare = builtin.name.strip_prefix("dask.array.").unwrap_or(builtin.name);
        if matches!(bare, "from_array" | "asarray" | "array")
            && let Some(found) = row.first().and_then(Value::as_native::<Unknown>)
        {
            let chunks = match row.get(1) {
                Some(chunks) if bare == "from_array" => known(host, chunks)?,
                _ => Known::Str(Some("auto".into())),
            };
            let made = call::call("dask.array.from_array", &[found.known.clone(), chunks]);
            if let Some(Ok(Known::Array(Arr { meta: Some(meta), .. }))) = made
                && let Some(node) = found.node(meta)
            {
                return Ok(wrap(node));
            }
            return Ok(unknown::nothing(&self.ledger, why));
        }
        let mut args = Vec::with_capacity(row.len());
        for (slot, arg) in row.iter().enumerate() {
            let shaping = builtin.signature.names.get(slot).is_some_and(|name| SHAPING.contains(&name.as_str()));
            match stand_in(arg, shaping, 2) {
                Some(arg) => args.push(arg),
                None => return Ok(unknown::nothing(&self.ledger, why)),
            }
        }
        (builtin.build)(host, &args)
    }

    /// `dask.compute` and its kin: what they find to compute must be all there is.
    fn complete(&self, host: &mut dyn Host, row: &[Value]) {
        row.iter().for_each(|arg| {
            each(arg, 4, &mut |v| {
                if let Some(unknown) = v.as_native::<Unknown>()
                    && (unknown.rest || matches!(unknown.known, Known::Any))
                {
                    let what = if unknown.rest { What::Items } else { What::Tasks };
                    self.ledger.note(host.span(), what, Some(unknown.why));
                }
            })
        });
    }

    /// `dask.get(dsk, keys)`: the tasks that the keys need.
    fn by_hand(&self, host: &mut dyn Host, row: &[Value]) -> Res<Value> {
        let span = host.span();
        let (Some(Value::Dict(tasks)), Some(keys)) = (row.first(), row.get(1)) else {
            self.ledger.note(span, What::Tasks, None);
            return self.nothing(host);
        };
        let tasks = tasks.clone();
        let seen = DictObj::plain();
        let mut waiting = vec![keys.clone()];
        let mut count = 0;
        while let Some(at) = waiting.pop() {
            let key = matches!(at, Value::Str(_) | Value::Int(_) | Value::Tuple(_) | Value::Float(_));
            if key && let Ok(Some(task)) = dict::get(host, &tasks, &at) {
                if dict::contains(host, &seen, &at)? {
                    continue;
                }
                dict::insert(host, &seen, at, Value::None)?;
                count += 1;
                waiting.push(task);
                continue;
            }
            match &at {
                Value::Tuple(tuple) => waiting.extend(tuple.items.iter().cloned()),
                Value::List(list) => waiting.extend(list.items.borrow().iter().cloned()),
                _ => {}
            }
        }
        let peak = self.ledger.alive.get();
        self.ledger.runs.borrow_mut().push(Run { span, tasks: count, peak, workers: 1 });
        self.ledger.note(span, What::Bytes, None);
        self.nothing(host)
    }

    fn pure(&self, host: &mut dyn Host, builtin: &Builtin, row: &[Value]) -> Res<Value> {
        let name = builtin.name;
        if name.starts_with("numpy.") {
            return match self.numpy(host, builtin, row)? {
                Some(value) => Ok(value),
                None => (builtin.build)(host, row),
            };
        }
        if matches!(name, "dask.get" | "dask.threaded.get" | "dask.local.get_sync") {
            return self.by_hand(host, row);
        }
        if name.starts_with("dask.") {
            return self.dask(host, builtin, row);
        }
        if holds(name) {
            return (builtin.build)(host, row);
        }
        if let Some(why) = first_unknown(row, 1) {
            return Ok(unknown::nothing(&self.ledger, why));
        }
        (builtin.build)(host, row)
    }

    fn dask(&self, host: &mut dyn Host, builtin: &Builtin, row: &[Value]) -> Res<Value> {
        let name = builtin.name;
        if matches!(name, "dask.compute" | "dask.persist") {
            self.complete(host, row);
        }
        self.ledger.persisting.set(name.ends_with("persist"));
        let made = match name.starts_with("dask.array.") && first_unknown(row, 3).is_some() {
            true => self.lazily(host, builtin, row),
            false => (builtin.build)(host, row),
        };
        self.ledger.persisting.set(false);
        let made = made?;
        if let Some(array) = made.as_native::<crate::expr::Array>() {
            self.ledger.array(array.node.meta.nbytes().unwrap_or(0) as u64, array.node.span);
        }
        Ok(made)
    }
}

/// An argument with what is not known in it replaced by an operand; `None` if its value decides on a shape.
fn stand_in(arg: &Value, shaping: bool, depth: usize) -> Option<Value> {
    if let Some(unknown) = arg.as_native::<Unknown>() {
        return if shaping { None } else { unknown.operand() };
    }
    let all =
        |items: &[Value]| items.iter().map(|item| stand_in(item, shaping, depth - 1)).collect::<Option<Vec<Value>>>();
    match arg {
        Value::Tuple(tuple) if depth > 0 => all(&tuple.items).map(Value::tuple),
        Value::List(list) if depth > 0 => {
            let items = list.items.borrow().clone();
            all(&items).map(Value::list)
        }
        other => Some(other.clone()),
    }
}

/// Functions that keep, hand on or walk over what they are given, whatever it is.
fn holds(name: &str) -> bool {
    let classes = ["list.", "dict.", "set.", "tuple.", "collections.", "functools.", "itertools.", "contextlib."];
    classes.iter().any(|class| name.starts_with(class))
        || matches!(
            name,
            "enumerate"
                | "zip"
                | "map"
                | "filter"
                | "reversed"
                | "iter"
                | "next"
                | "len"
                | "sum"
                | "list"
                | "tuple"
                | "dict"
                | "setattr"
                | "getattr"
                | "hasattr"
                | "callable"
                | "id"
                | "print"
        )
}

/// Random numbers of NumPy: what their `size` tells; `None`: the function makes no numbers.
fn drawn(builtin: &Builtin, args: &[Known]) -> Option<Known> {
    let name = builtin.name.rsplit('.').next().unwrap_or("");
    if matches!(name, "default_rng" | "__new__" | "Generator" | "RandomState") {
        return None;
    }
    let names = &builtin.signature.names;
    let slot = |wanted: &str| names.iter().position(|name| name.as_str() == wanted).and_then(|at| args.get(at));
    let dtype = match name {
        "integers" | "randint" | "permutation" => DType::Int64,
        "choice" => return Some(choice(slot("a"), slot("size"))),
        _ => DType::Float64,
    };
    let size = match name {
        "rand" | "randn" => args.last(),
        "permutation" => slot("x"),
        _ => slot("size"),
    };
    Some(sized(dtype, size))
}

fn choice(of: Option<&Known>, size: Option<&Known>) -> Known {
    match of {
        Some(Known::Int(_)) => sized(DType::Int64, size),
        Some(Known::Array(Arr { meta: Some(meta), .. })) => sized(meta.dtype, size),
        _ => Known::Any,
    }
}

fn sized(dtype: DType, size: Option<&Known>) -> Known {
    match size {
        None | Some(Known::None) => Known::Scalar(dtype),
        Some(Known::Tuple(items)) if items.is_empty() => Known::Scalar(dtype),
        Some(Known::Array(arr)) => Known::Array(arr.clone()),
        Some(size) => match sizes(size) {
            Ok(Some(sizes)) => Known::Array(Arr { lazy: false, meta: Some(whole(dtype, sizes)) }),
            _ => Known::Any,
        },
    }
}

impl Watch for Follow {
    fn call(&self, host: &mut dyn Host, builtin: &Builtin, row: &[Value]) -> Res<Value> {
        match effect(builtin.name, row, &self.ledger) {
            Effect::None => self.pure(host, builtin, row),
            Effect::Skipped => Ok(Value::None),
            Effect::Unknown => self.nothing(host),
        }
    }

    fn module(&self, module: &Module) -> Module {
        let (module, computing) = rewrite::rewrite(module);
        self.ledger.computing.borrow_mut().extend(computing.iter().map(|name| name.to_string()));
        module
    }

    fn name(&self, name: &str) -> Option<Value> {
        let helper = [
            names::UNKNOWN,
            names::CATCH,
            names::TICK,
            names::ITEMS,
            names::MORE,
            names::BRANCH,
            names::LOOP,
            names::TASKS,
        ]
        .into_iter()
        .find(|known| *known == name)?;
        Some(Value::native(Helper { name: helper, ledger: self.ledger.clone() }))
    }
}

static HELPER: TypeInfo = TypeInfo { name: "helper", module: "builtins", declared: "helper", base: None };

/// A function that only rewritten code calls.
struct Helper {
    name: &'static str,
    ledger: Rc<Ledger>,
}

impl Helper {
    /// The class of what a rewritten statement catches.
    fn catch(&self, host: &mut dyn Host, top: bool) -> Value {
        let raised = host.as_any().downcast_ref::<Vm>().and_then(Vm::handled).cloned();
        let class = match &raised {
            Some(Value::Exception(object)) => object.class,
            _ => ExcClass::Exception,
        };
        let confused = self.ledger.confused.replace(false);
        let stopped = matches!(class, ExcClass::StopAsyncIteration);
        let never = matches!(class, ExcClass::SystemExit | ExcClass::KeyboardInterrupt);
        if !stopped && !confused {
            self.ledger.why.set(None);
        }
        let caught = stopped || confused || top || class == ExcClass::NotImplementedError;
        match caught && !never {
            true => Value::ExcType(ExcClass::BaseException),
            false => Value::tuple(Vec::new()),
        }
    }

    /// What a loop walks over.
    fn items(&self, host: &mut dyn Host, of: &Value) -> Res<Value> {
        if let Value::List(list) = of
            && let Some(unknown) = list.items.borrow().last().and_then(Value::as_native::<Unknown>)
            && unknown.rest
        {
            return Err(self.ledger.stop(unknown.why));
        }
        if let Value::Dict(table) = of
            && more_in(table)
        {
            return Err(self.ledger.stop(host.span()));
        }
        Ok(of.clone())
    }

    /// A statement was left before it computed what it computes.
    fn missed(&self, statement: Span, calls: i64) {
        let within =
            |span: Span| span.file == statement.file && span.start >= statement.start && span.end <= statement.end;
        let runs = self.ledger.runs.borrow();
        let places: std::collections::BTreeSet<(u32, u32)> =
            runs.iter().map(|run| run.span).filter(|span| within(*span)).map(|span| (span.start, span.end)).collect();
        let counted = !places.is_empty() && places.len() as i64 >= calls;
        let noted = self.ledger.unknown.borrow().iter().any(|gap| within(gap.span));
        if !counted && !noted {
            self.ledger.note(statement, What::Tasks, self.ledger.why.get());
        }
    }

    /// A container holds more than is seen.
    fn more(&self, host: &mut dyn Host, of: &Value) -> Res<()> {
        let item = unknown::rest(&self.ledger, host.span());
        match of {
            Value::List(list) => add(list, item),
            Value::Dict(table) if !more_in(table) => dict::insert(host, table, Value::str(MORE_KEY), item)?,
            _ => {}
        }
        Ok(())
    }
}

/// The key of what a dict holds besides what is seen.
const MORE_KEY: &str = "\0more";

fn more_in(table: &Rc<DictObj>) -> bool {
    dict::items(table).last().is_some_and(|(key, _)| key.as_str() == Some(MORE_KEY))
}

fn add(list: &Rc<ListObj>, item: Value) {
    let mut items = list.items.borrow_mut();
    let there = items.last().and_then(Value::as_native::<Unknown>).is_some_and(|unknown| unknown.rest);
    if !there {
        items.push(item);
    }
}

impl Native for Helper {
    fn type_info(&self) -> &'static TypeInfo {
        &HELPER
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(self.name.to_owned())
    }

    fn callable(&self) -> bool {
        true
    }

    fn call(&self, _this: &Value, host: &mut dyn Host, args: &[Value], _named: &[(Sym, Value)]) -> Res<Option<Value>> {
        let first = args.first().unwrap_or(&Value::None);
        Ok(Some(match self.name {
            names::UNKNOWN => {
                let why = self.ledger.why.get().unwrap_or_else(|| host.span());
                unknown::nothing(&self.ledger, why)
            }
            names::CATCH => self.catch(host, matches!(first, Value::Bool(true))),
            names::TICK => match self.ledger.tick() {
                true => Value::None,
                false => return Err(self.ledger.stop(host.span())),
            },
            names::ITEMS => self.items(host, first)?,
            names::MORE => {
                self.more(host, first)?;
                Value::None
            }
            names::TASKS => {
                let calls = if let Value::Int(calls) = first { *calls } else { 1 };
                self.missed(host.span(), calls);
                Value::None
            }
            name => {
                let what = if name == names::BRANCH { What::Holds } else { What::Rounds };
                self.ledger.note(host.span(), what, self.ledger.why.get());
                Value::None
            }
        }))
    }
}
