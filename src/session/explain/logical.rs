//! The tree of what a lazy value is made of: arrays as their nodes, delayed calls one for one.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{SHOWN, aligned, counted, cropped};
use crate::data::shape;
use crate::expr::delayed::{Arg as DelayedArg, Callee, DelayedKey, DelayedNode, Kind, lazy};
use crate::expr::fuse::{Fused, Step, StepArg};
use crate::expr::meta::replan::{self, Budget};
use crate::expr::moves::Move;
use crate::expr::node::{Arg, Const, Node, Op, Pick, Source};
use crate::session::check::size;
use crate::value::{Value, kind};

/// A rewriting of arrays.
type Pass<'p> = &'p dyn Fn(&[Node]) -> Vec<Node>;

/// What is shown of a stage.
#[derive(PartialEq)]
pub struct Plan {
    lines: Vec<Line>,
    /// How many nodes there are in all.
    count: usize,
}

/// One node.
#[derive(PartialEq)]
struct Line {
    /// The branches of the tree that lead to it.
    branches: String,
    /// Its number: inputs have smaller ones.
    number: usize,
    /// What it does.
    what: String,
    /// Dtype, shape, chunks, blocks and bytes of an array.
    columns: Vec<String>,
}

/// A node of either kind.
#[derive(Clone)]
enum Any {
    Array(Node),
    Delayed(Rc<DelayedNode>),
}

impl Any {
    fn address(&self) -> usize {
        match self {
            Any::Array(node) => std::sync::Arc::as_ptr(node) as usize,
            Any::Delayed(node) => Rc::as_ptr(node) as usize,
        }
    }

    /// What it is made of, each once. Arrays that a delayed call takes are rewritten by `pass`.
    fn inputs(&self, pass: Pass) -> Vec<Any> {
        let mut out: Vec<Any> = Vec::new();
        match self {
            Any::Array(node) => out.extend(node.inputs.iter().cloned().map(Any::Array)),
            Any::Delayed(node) => node.each_lazy(&mut |lazy| match lazy {
                crate::expr::delayed::Lazy::Delayed(node) => out.push(Any::Delayed(node.clone())),
                crate::expr::delayed::Lazy::Array(array) => {
                    out.extend(pass(std::slice::from_ref(&array.node)).into_iter().map(Any::Array));
                }
                crate::expr::delayed::Lazy::Bag(bag) => out.extend(bag.made.parts.iter().cloned().map(Any::Delayed)),
            }),
        }
        let mut seen = rustc_hash::FxHashSet::default();
        out.retain(|any| seen.insert(any.address()));
        out
    }
}

impl Plan {
    /// The plan of a value, its arrays rewritten by `pass`.
    pub fn of(value: &Value, pass: Pass) -> Plan {
        let root = match lazy(value) {
            Some(DelayedArg::Delayed(node)) => Any::Delayed(node),
            Some(DelayedArg::Bag(bag)) => match bag.made.parts.first() {
                Some(first) => Any::Delayed(first.clone()),
                None => return Plan { lines: Vec::new(), count: 0 },
            },
            Some(DelayedArg::Array(array)) => match pass(std::slice::from_ref(&array.node)).pop() {
                Some(node) => Any::Array(node),
                None => return Plan { lines: Vec::new(), count: 0 },
            },
            _ => {
                let what = format!("a value: {}", kind::type_name(value));
                let line = Line { branches: String::new(), number: 0, what, columns: Vec::new() };
                return Plan { lines: vec![line], count: 1 };
            }
        };
        Walk::new(&root, pass).plan(&root)
    }

    /// The plan as text.
    pub fn show(&self, title: &str) -> String {
        let head = ["", "dtype", "shape", "chunks", "blocks", "bytes"].map(str::to_owned).to_vec();
        let cells = |line: &Line| {
            let first = format!("{}#{} {}", line.branches, line.number, line.what);
            std::iter::once(first).chain(line.columns.iter().cloned()).collect()
        };
        let mut rows: Vec<Vec<String>> = self.lines.iter().map(cells).collect();
        if self.lines.iter().any(|line| !line.columns.is_empty()) {
            rows.insert(0, head);
        }
        let mut out = format!("{title}: {}\n{}", counted(self.count, "node"), aligned(&rows, &[4, 5]));
        let known = self.lines.iter().filter(|line| line.what != SEEN).count();
        if self.count > known && known >= SHOWN {
            out.push_str(&format!("\n  ... and {} more", self.count - known));
        }
        out
    }
}

/// What stands for a node that was shown already.
const SEEN: &str = "(above)";

/// The nodes that a root reaches, numbered.
struct Walk<'p> {
    pass: Pass<'p>,
    numbers: FxHashMap<usize, usize>,
    inputs: FxHashMap<usize, Vec<Any>>,
}

impl<'p> Walk<'p> {
    fn new(root: &Any, pass: Pass<'p>) -> Walk<'p> {
        let mut walk = Walk { pass, numbers: FxHashMap::default(), inputs: FxHashMap::default() };
        let mut stack = vec![(root.clone(), false)];
        while let Some((any, opened)) = stack.pop() {
            let at = any.address();
            if walk.numbers.contains_key(&at) {
                continue;
            }
            if opened {
                walk.numbers.insert(at, walk.numbers.len() + 1);
                continue;
            }
            let inputs = any.inputs(walk.pass);
            stack.push((any, true));
            stack.extend(inputs.iter().rev().map(|input| (input.clone(), false)));
            // Kept, so that rewritten nodes stay where they are while the tree is drawn.
            walk.inputs.insert(at, inputs);
        }
        walk
    }

    fn number(&self, any: &Any) -> usize {
        self.numbers.get(&any.address()).copied().unwrap_or(0)
    }

    fn plan(&self, root: &Any) -> Plan {
        let mut lines: Vec<Line> = Vec::new();
        let mut seen = rustc_hash::FxHashSet::default();
        let mut stack = vec![(root.clone(), String::new(), String::new())];
        while let Some((any, branches, below)) = stack.pop() {
            if lines.len() >= SHOWN {
                break;
            }
            let number = self.number(&any);
            if !seen.insert(any.address()) {
                lines.push(Line { branches, number, what: SEEN.to_owned(), columns: Vec::new() });
                continue;
            }
            let inputs = self.inputs.get(&any.address()).map_or(&[][..], Vec::as_slice);
            for (at, input) in inputs.iter().enumerate().rev() {
                let (joint, beside) = if at + 1 == inputs.len() { ("└─ ", "   ") } else { ("├─ ", "│  ") };
                stack.push((input.clone(), format!("{below}{joint}"), format!("{below}{beside}")));
            }
            let (what, columns) = match &any {
                Any::Array(node) => (self.array(node), columns(node)),
                Any::Delayed(node) => (self.delayed(node), Vec::new()),
            };
            lines.push(Line { branches, number, what: cropped(&what, 72), columns });
        }
        Plan { lines, count: self.numbers.len() }
    }

    /// What an array's node does, its inputs by their numbers.
    fn array(&self, node: &Node) -> String {
        let input = |at: u32| match node.inputs.get(at as usize) {
            Some(input) => format!("#{}", self.number(&Any::Array(input.clone()))),
            None => "?".to_owned(),
        };
        let all: Vec<String> = (0..node.inputs.len() as u32).map(input).collect();
        let call = |more: &str| format!("{}({}{more})", node.verb(), all.join(", "));
        match &node.op {
            Op::Source(source) => source_text(source, node.prefix.as_str()),
            Op::Elementwise { row, args } => {
                let arg = |arg: &Arg| match arg {
                    Arg::Input(at) => input(*at),
                    Arg::Const(number) => constant(number),
                };
                format!("{row}({})", args.iter().map(arg).collect::<Vec<_>>().join(", "))
            }
            Op::Reduce { axes, keepdims, .. } => {
                let kept = if *keepdims { ", keepdims=True" } else { "" };
                call(&format!(", axis={}{kept}", shape::show(axes)))
            }
            Op::Slice(picks) => {
                format!("{}[{}]", all.join(", "), picks.iter().map(pick).collect::<Vec<_>>().join(", "))
            }
            Op::Transpose(axes) => call(&format!(", axes={}", shape::show(axes))),
            Op::Concat { axis } | Op::Stack { axis } => call(&format!(", axis={axis}")),
            Op::Rechunk(budget) => call(&steps(node, budget)),
            Op::Contract => call(""),
            Op::Call(on) => format!("{}({})", on.verb, all.join(", ")),
            Op::Move(Move::Take { axis, at }) => call(&format!(", {} positions, axis={axis}", at.len())),
            Op::Move(_) => call(""),
            Op::Fused(fused) => fused_text(fused, &input),
        }
    }

    /// What a delayed value does.
    fn delayed(&self, node: &Rc<DelayedNode>) -> String {
        let number = |node: &Rc<DelayedNode>| format!("#{}", self.number(&Any::Delayed(node.clone())));
        let named = match &node.key {
            DelayedKey::Named(Value::Str(name), _) => format!("{} = ", name.as_str()),
            _ => String::new(),
        };
        let text = match &node.kind {
            Kind::Leaf { value, .. } | Kind::Known(value) => short(value),
            Kind::Attr { object, name } => format!("{}.{name}", number(object)),
            Kind::Build(arg) => self.arg(arg),
            Kind::Call { callee, args, kwargs } => {
                let mut all: Vec<String> = args.iter().take(9).map(|arg| self.arg(arg)).collect();
                all.extend(kwargs.iter().map(|(name, arg)| format!("{name}={}", self.arg(arg))));
                let name = match callee {
                    Callee::Value(function) => short(function),
                    Callee::Delayed(node) => number(node),
                    Callee::Binary(op) => op.method().trim_matches('_').to_owned(),
                    Callee::Compare(op) => op.method().unwrap_or("").trim_matches('_').to_owned(),
                    Callee::Unary(method) => method.trim_matches('_').to_owned(),
                    Callee::GetItem => "getitem".to_owned(),
                    Callee::Method(name) if !all.is_empty() => format!("{}.{name}", all.remove(0)),
                    Callee::Method(name) => name.to_string(),
                };
                format!("{name}({})", all.join(", "))
            }
        };
        named + &text
    }

    fn arg(&self, arg: &DelayedArg) -> String {
        let all = |items: &[DelayedArg]| {
            let shown: Vec<String> = items.iter().take(9).map(|item| self.arg(item)).collect();
            let more = if items.len() > shown.len() { ", …" } else { "" };
            shown.join(", ") + more
        };
        match arg {
            DelayedArg::Value(value) => short(value),
            DelayedArg::Delayed(node) => format!("#{}", self.number(&Any::Delayed(node.clone()))),
            DelayedArg::Array(array) => {
                let node = (self.pass)(std::slice::from_ref(&array.node)).pop().unwrap_or_else(|| array.node.clone());
                format!("#{}", self.number(&Any::Array(node)))
            }
            DelayedArg::Bag(bag) => {
                let first = bag.made.parts.first().map(|part| self.number(&Any::Delayed(part.clone())));
                format!("bag(#{}, …)", first.unwrap_or(0))
            }
            DelayedArg::List(items) => format!("[{}]", all(items)),
            DelayedArg::Tuple(items) => format!("({})", all(items)),
            DelayedArg::Set(items) => format!("{{{}}}", all(items)),
            DelayedArg::Dict(items) => {
                let pair = |(key, value): &(DelayedArg, DelayedArg)| format!("{}: {}", self.arg(key), self.arg(value));
                format!("{{{}}}", items.iter().take(9).map(pair).collect::<Vec<_>>().join(", "))
            }
            DelayedArg::Slice(parts) => all(&**parts).replace(", ", ":"),
        }
    }
}

/// The steps of a rechunk: how wide the blocks are after each, where there are several.
fn steps(node: &Node, budget: &Budget) -> String {
    let blocks = node.inputs.first().and_then(|input| input.meta.blocks()).zip(node.meta.blocks());
    let Some((old, new)) = blocks else { return String::new() };
    let plan = replan::plan(&old, &new, node.meta.dtype.itemsize(), budget);
    if plan.len() < 2 {
        return String::new();
    }
    let shown: Vec<String> = plan.iter().map(|cuts| shape::show(&replan::widths(cuts))).collect();
    format!(", {} steps: {}", plan.len(), shown.join(" "))
}

/// Dtype, shape, chunks, blocks and bytes.
fn columns(node: &Node) -> Vec<String> {
    let meta = &node.meta;
    let known = |text: Option<String>| text.unwrap_or_else(|| "?".to_owned());
    let largest = |axis: &std::sync::Arc<[usize]>| axis.iter().copied().max().unwrap_or(0);
    vec![
        meta.dtype.to_string(),
        known(meta.sizes().map(|sizes| shape::show(&sizes))),
        known(meta.blocks().map(|blocks| shape::show(&blocks.iter().map(largest).collect::<Vec<_>>()))),
        known(meta.npartitions().map(|count| count.to_string())),
        known(meta.nbytes().map(|bytes| size(bytes as u64))),
    ]
}

fn constant(number: &Const) -> String {
    number.value.text()
}

fn source_text(source: &Source, name: &str) -> String {
    match source {
        Source::Fill(value) => format!("{name}({})", constant(value)),
        Source::Arange { start, step } => format!("{name}({}, step={})", constant(start), constant(step)),
        Source::Linspace { start, stop, .. } => format!("{name}({}, {})", constant(start), constant(stop)),
        Source::Random(random) => {
            format!("{}({})", random.distribution, random.params.iter().map(constant).collect::<Vec<_>>().join(", "))
        }
        Source::View { of, .. } => format!("part of {}", source_text(of, of.verb())),
        Source::Data { .. } => name.to_owned(),
    }
}

fn pick(pick: &Pick) -> String {
    match *pick {
        Pick::Range { start, step, count } => {
            let end = start as i64 + step * count as i64;
            let step = if step == 1 { String::new() } else { format!(":{step}") };
            format!("{start}:{}{step}", if end < 0 { String::new() } else { end.to_string() })
        }
        Pick::Index(at) => at.to_string(),
        Pick::New => "None".to_owned(),
    }
}

/// The steps of a fused node as one expression.
fn fused_text(fused: &Fused, input: &dyn Fn(u32) -> String) -> String {
    let mut texts: Vec<String> = Vec::new();
    for step in &fused.steps {
        let call = |name: &str, args: &[StepArg]| {
            let arg = |arg: &StepArg| match arg {
                StepArg::Step(at) => texts.get(*at as usize).cloned().unwrap_or_default(),
                StepArg::Const(number) => constant(number),
            };
            format!("{name}({})", args.iter().map(arg).collect::<Vec<_>>().join(", "))
        };
        let text = match step {
            Step::Input(at) => input(*at),
            Step::Source { source, .. } => source_text(source, source.verb()),
            Step::Apply { row, args, .. } => call(row, args),
            Step::Call { call: function, args, .. } => call(&function.verb, args),
        };
        texts.push(cropped(&text, 72));
    }
    format!("fused {}", texts.pop().unwrap_or_default())
}

/// A value in a few characters.
fn short(value: &Value) -> String {
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(flag) => if *flag { "True" } else { "False" }.to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => crate::data::float::repr64(*number),
        Value::Str(text) => cropped(&format!("{:?}", text.as_str()).replace('"', "'"), 20),
        Value::Function(function) => function.name.borrow().to_string(),
        Value::Builtin(builtin) => builtin.name.rsplit('.').next().unwrap_or(builtin.name).to_owned(),
        Value::Class(class) => class.name.to_string(),
        Value::Type(class) => class.name.to_owned(),
        other => format!("<{}>", kind::type_name(other)),
    }
}
