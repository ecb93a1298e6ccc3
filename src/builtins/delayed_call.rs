//! Making delayed values: `delayed(...)`, calls, operators, attributes; and the keys they get.

use std::cell::OnceCell;
use std::rc::Rc;

use super::delayed::{DELAYED, wrap};
use super::row::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{Res, Sym};
use crate::expr::bag::Item;
use crate::expr::delayed::{Arg, Callee, Delayed, DelayedKey, DelayedNode, Kind, lazy};
use crate::expr::token::Token;
use crate::expr::tokenize::{self, tokenize};
use crate::value::config::{self, Setting};
use crate::value::{Host, Native, TypeInfo, Value, hash, kind, repr};

/// The rows of `delayed` and its class.
pub const ROWS: &[Row] = &[
    row("dask.delayed", delayed),
    row("dask.delayed.Delayed", |_, _| Ok(Value::Type(&DELAYED))),
    row("dask.delayed.Delayed.__dask_keys__", |_, args| match args {
        [this, ..] => Ok(Value::list(vec![node_of(this)?.key_value()])),
        [] => Ok(Value::None),
    }),
    row("dask.delayed.Delayed.__dask_graph__", |host, args| match args {
        [this, ..] => super::graph_view::of(host, this),
        [] => Ok(Value::None),
    }),
];

/// The node of a `Delayed`.
pub fn node_of(value: &Value) -> Res<&Rc<DelayedNode>> {
    match value.as_native::<Delayed>() {
        Some(delayed) => Ok(&delayed.node),
        None if let Some(item) = value.as_native::<Item>() => Ok(&item.node),
        None => Err(type_error(format!("expected a Delayed, not '{}'", kind::type_name(value)))),
    }
}

/// What `delayed(pure=True)` and the like give: `delayed` that waits for its first argument.
struct Maker {
    name: Value,
    pure: Value,
    nout: Value,
    traverse: Value,
}

static MAKER: TypeInfo = TypeInfo { name: "curry", module: "toolz.functoolz", declared: "builtins.object", base: None };

impl Native for Maker {
    fn type_info(&self) -> &'static TypeInfo {
        &MAKER
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok("<function delayed>".to_owned())
    }

    fn call(&self, _this: &Value, host: &mut dyn Host, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Option<Value>> {
        let named = |name: &str, own: &Value| {
            kwargs.iter().find(|(at, _)| at.as_str() == name).map_or(own, |(_, value)| value).clone()
        };
        let obj = args.first().cloned().unwrap_or_else(|| named("obj", &Value::Ellipsis));
        let slots = [
            obj,
            named("name", &self.name),
            named("pure", &self.pure),
            named("nout", &self.nout),
            named("traverse", &self.traverse),
        ];
        delayed(host, &slots).map(Some)
    }
}

/// `delayed(obj, name=None, pure=None, nout=None, traverse=True)`; without `obj` it waits for it (`@delayed(pure=True)`).
fn delayed(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let [obj, name, pure, nout, traverse] = slots else { return Err(type_error("delayed() takes 5 arguments")) };
    if matches!(obj, Value::Ellipsis) {
        let (name, pure, nout, traverse) = (name.clone(), pure.clone(), nout.clone(), traverse.clone());
        return Ok(Value::native(Maker { name, pure, nout, traverse }));
    }
    if obj.as_native::<Delayed>().is_some() {
        return Ok(obj.clone());
    }
    if let Some(item) = obj.as_native::<Item>() {
        return Ok(item.delayed());
    }
    let length = match nout {
        Value::None => None,
        Value::Int(count) if *count >= 0 => Some(*count as usize),
        other => {
            let shown = repr::str_(host, other)?;
            return Err(value_error(format!("nout must be None or a non-negative integer, got {shown}")));
        }
    };
    let pure = flag(host, pure)?;
    let searched = kind::truth(host, traverse)? || lazy(obj).is_some();
    let arg = if searched { Arg::of(obj) } else { Arg::Value(obj.clone()) };
    let key = |host: &mut dyn Host, prefix: Sym| match name {
        Value::None => Ok(hashed(prefix, pure, |token| tokenize::add(token.word(length.unwrap_or(0) as u64), obj, 0))),
        name => named(host, name),
    };
    let span = host.span();
    let node = match arg {
        Arg::Value(value) => {
            let prefix = own_name(host, &value)?;
            let key = key(host, prefix)?;
            DelayedNode::new(Kind::Leaf { value, pure, nout: length, call_prefix: OnceCell::new() }, key, length, span)
        }
        arg => {
            let prefix = Sym::new(&kind::type_name(obj));
            let key = key(host, prefix)?;
            DelayedNode::new(Kind::Build(arg), key, length, span)
        }
    };
    Ok(wrap(node))
}

/// `None` or a truth.
fn flag(host: &mut dyn Host, value: &Value) -> Res<Option<bool>> {
    match value {
        Value::None => Ok(None),
        Value::Bool(value) => Ok(Some(*value)),
        other => kind::truth(host, other).map(Some),
    }
}

/// A key that the user chose.
fn named(host: &mut dyn Host, name: &Value) -> Res<DelayedKey> {
    hash::hash(host, name)?;
    let mut token = Token::new("named");
    tokenize::add(&mut token, name, 0);
    Ok(DelayedKey::Named(name.clone(), token.finish()))
}

/// A key of the structure that `add` hashes if the call is pure (or the setting `delayed_pure` says so), else unique.
fn hashed(prefix: Sym, pure: Option<bool>, add: impl FnOnce(&mut Token)) -> DelayedKey {
    let pure = pure.unwrap_or_else(|| config::get("delayed_pure") == Some(Setting::Bool(true)));
    if !pure {
        return DelayedKey::unique(prefix);
    }
    let mut token = Token::new("call");
    add(token.text(prefix.as_str()));
    DelayedKey::Hash { prefix, hash: token.finish(), pure: true }
}

/// What the key of a wrapped value begins with: its `__name__`, or its class's.
fn own_name(host: &mut dyn Host, value: &Value) -> Res<Sym> {
    Ok(match value {
        Value::Function(function) => Sym::new(&function.name.borrow()),
        Value::Builtin(builtin) => Sym::new(builtin.name.rsplit('.').next().unwrap_or(builtin.name)),
        Value::Method(_) | Value::Class(_) | Value::Type(_) | Value::ExcType(_) | Value::Native(_) => {
            match host.getattr(value, Sym::new("__name__")) {
                Ok(Value::Str(name)) => Sym::new(name.as_str()),
                _ => Sym::new(&kind::type_name(value)),
            }
        }
        other => Sym::new(&kind::type_name(other)),
    })
}

/// What keys of calls of a function begin with: Dask's `funcname`.
fn call_name(host: &mut dyn Host, value: &Value) -> Res<Sym> {
    let text = match value {
        Value::Function(function) if &**function.name.borrow() == "<lambda>" => "lambda".to_owned(),
        Value::Function(function) => function.name.borrow().to_string(),
        Value::Builtin(_) | Value::Method(_) | Value::Class(_) | Value::Type(_) | Value::ExcType(_) => {
            own_name(host, value)?.to_string()
        }
        other => match host.getattr(other, Sym::new("func")) {
            Ok(inner @ (Value::Function(_) | Value::Builtin(_) | Value::Class(_))) => {
                call_name(host, &inner)?.to_string()
            }
            _ => match host.getattr(other, Sym::new("__name__")) {
                Ok(Value::Str(name)) => name.as_str().to_owned(),
                _ => repr::str_(host, other)?,
            },
        },
    };
    Ok(Sym::new(&text.chars().take(50).collect::<String>()))
}

/// `dask_key_name=`, `pure=` and the other keyword arguments of a call.
struct Options<'k> {
    key: Option<&'k Value>,
    pure: Option<bool>,
    kwargs: Vec<(Sym, &'k Value)>,
}

fn options<'k>(host: &mut dyn Host, kwargs: &'k [(Sym, Value)], pure: Option<bool>) -> Res<Options<'k>> {
    let mut out = Options { key: None, pure, kwargs: Vec::new() };
    for (name, value) in kwargs {
        match name.as_str() {
            "dask_key_name" => out.key = Some(value).filter(|value| !matches!(value, Value::None)),
            "pure" => out.pure = flag(host, value)?,
            _ => out.kwargs.push((*name, value)),
        }
    }
    Ok(out)
}

/// `x(*args, **kwargs)` of a delayed value.
pub fn call(
    host: &mut dyn Host,
    node: &Rc<DelayedNode>,
    args: &[Value],
    kwargs: &[(Sym, Value)],
) -> Res<Rc<DelayedNode>> {
    let (callee, prefix, own_pure, length, this) = match &node.kind {
        Kind::Leaf { value, pure, nout, call_prefix } => {
            let prefix = match call_prefix.get() {
                Some(known) => *known,
                None => {
                    let made = call_name(host, value)?;
                    *call_prefix.get_or_init(|| made)
                }
            };
            (Callee::Value(value.clone()), prefix, *pure, *nout, None)
        }
        Kind::Attr { object, name } => (Callee::Method(*name), *name, None, None, Some(object.clone())),
        _ => (Callee::Delayed(node.clone()), Sym::new("apply"), None, None, None),
    };
    let options = options(host, kwargs, own_pure)?;
    let key = match options.key {
        Some(name) => named(host, name)?,
        None => hashed(prefix, options.pure, |token| {
            token.wide(match &this {
                Some(object) => object.key.hash(),
                None => node.key.hash(),
            });
            args.iter().for_each(|arg| tokenize::add(token, arg, 0));
            for (name, value) in &options.kwargs {
                tokenize::add(token.text(name.as_str()), value, 0);
            }
        }),
    };
    let args = this.map(Arg::Delayed).into_iter().chain(args.iter().map(Arg::of)).collect();
    let kwargs = options.kwargs.into_iter().map(|(name, value)| (name, Arg::of(value))).collect();
    Ok(DelayedNode::new(Kind::Call { callee, args, kwargs }, key, length, host.span()))
}

/// An operator on values of which at least one is delayed. Operators are pure: equal ones have equal keys.
pub fn operation(host: &mut dyn Host, callee: Callee, prefix: &'static str, operands: &[Value]) -> Res<Value> {
    let key = hashed(Sym::new(prefix), Some(true), |token| {
        if let Callee::Binary(op) = &callee {
            token.text(op.method());
        }
        operands.iter().for_each(|operand| tokenize::add(token, operand, 0));
    });
    let args = operands.iter().map(Arg::of).collect();
    let kind = Kind::Call { callee, args, kwargs: Box::default() };
    Ok(wrap(DelayedNode::new(kind, key, None, host.span())))
}

/// `x.name`.
pub fn attribute(host: &mut dyn Host, object: &Rc<DelayedNode>, name: Sym) -> Rc<DelayedNode> {
    let key = hashed(Sym::new("getattr"), Some(true), |token| {
        token.wide(object.key.hash()).text(name.as_str());
    });
    DelayedNode::new(Kind::Attr { object: object.clone(), name }, key, None, host.span())
}

/// The 32 hexadecimal digits of `dask.base.tokenize`.
pub fn token_text(args: &[Value]) -> String {
    format!("{:032x}", tokenize(&Value::tuple(args)))
}
