//! A value that is not known before the run: only its type, or dtype and shape, as far as the rules of `expr` tell.

use std::rc::Rc;
use std::sync::Arc;

use super::ledger::{Held, Ledger, What};
use crate::builtins::da::build::{self, wrap};
use crate::builtins::np::convert::Dtype;
use crate::data::ops::{BinOp, CmpOp};
use crate::data::{Chunk, Res, Scalar, Sym};
use crate::expr::delayed::Delayed;
use crate::expr::meta::known::{Arr, Known};
use crate::expr::meta::{call, operators};
use crate::expr::token::Token;
use crate::expr::{Array, ArrayMeta, Node, NodeData, Op, Source};
use crate::source::Span;
use crate::value::array::{FrozenArray, NDARRAY};
use crate::value::native::FrozenNative;
use crate::value::{Host, Native, TypeInfo, Value, iter};

/// The class of what nothing is known of.
static UNKNOWN: TypeInfo = TypeInfo { name: "object", module: "builtins", declared: "not known", base: None };

/// Rows of an array that a loop walks over one by one.
const MOST_ROWS: usize = 100_000;

/// A value that is not known.
pub struct Unknown {
    /// What is known of it.
    pub known: Known,
    /// What makes it unknown.
    pub why: Span,
    /// It stands in a container for any number of items.
    pub rest: bool,
    held: Option<Rc<Held>>,
    ledger: Rc<Ledger>,
}

/// A value of which this is known: itself, if all is.
pub fn value(ledger: &Rc<Ledger>, known: Known, why: Span) -> Value {
    match known {
        Known::None => Value::None,
        Known::Ellipsis => Value::Ellipsis,
        Known::Bool(Some(value)) => Value::Bool(value),
        Known::Int(Some(value)) => Value::Int(value),
        Known::Float(Some(value)) => Value::Float(value),
        Known::Str(Some(text)) => Value::str(text),
        Known::DType(Some(dtype)) => Dtype::value(dtype),
        Known::Tuple(items) => {
            Value::tuple(items.into_iter().map(|item| value(ledger, item, why)).collect::<Vec<Value>>())
        }
        known => {
            let held = match &known {
                Known::Array(Arr { lazy: false, meta: Some(meta) }) => {
                    meta.nbytes().map(|bytes| ledger.hold(meta.dtype, bytes as u64, why))
                }
                _ => None,
            };
            Value::native(Unknown { known, why, rest: false, held, ledger: ledger.clone() })
        }
    }
}

/// A value of which nothing is known.
pub fn nothing(ledger: &Rc<Ledger>, why: Span) -> Value {
    value(ledger, Known::Any, why)
}

/// An item that stands for any number of items.
pub fn rest(ledger: &Rc<Ledger>, why: Span) -> Value {
    Value::native(Unknown { known: Known::Any, why, rest: true, held: None, ledger: ledger.clone() })
}

/// What is known of a value.
pub fn known(host: &mut dyn Host, v: &Value) -> Res<Known> {
    if let Some(unknown) = v.as_native::<Unknown>() {
        return Ok(unknown.known.clone());
    }
    let mut all = |items: &[Value]| items.iter().map(|item| known(host, item)).collect::<Res<Vec<Known>>>();
    match v {
        Value::Tuple(tuple) => Ok(Known::Tuple(all(&tuple.items)?)),
        Value::List(list) => {
            let items = list.items.borrow().clone();
            Ok(Known::List(Some(all(&items)?)))
        }
        Value::Slice(slice) => {
            let parts = all(&[slice.start.clone(), slice.stop.clone(), slice.step.clone()])?;
            Ok(<[Known; 3]>::try_from(parts).map_or(Known::Any, |parts| Known::Slice(Box::new(parts))))
        }
        other => crate::builtins::da::make::known(host, other),
    }
}

impl Unknown {
    /// What stands for it among the operands of a lazy array; `None` if its shape is not known.
    pub fn operand(&self) -> Option<Value> {
        match &self.known {
            Known::Array(Arr { lazy: false, meta: Some(meta) }) => Some(wrap(self.node(meta.clone())?)),
            Known::Scalar(dtype) => {
                let number = Scalar::Float64(0.731).cast(*dtype);
                Some(Value::Np(*dtype, number.bits()))
            }
            Known::Int(None) => Some(Value::Int(7)),
            Known::Float(None) => Some(Value::Float(0.731)),
            _ => None,
        }
    }

    /// The node of an eager array, in these blocks.
    pub fn node(&self, meta: ArrayMeta) -> Option<Node> {
        let buffer = self.held.as_ref()?.buffer.clone();
        let shape: Vec<usize> = meta.shape.iter().copied().collect::<Option<_>>()?;
        let chunk = Chunk { buffer, strides: vec![0; shape.len()], shape, offset: 0 };
        let mut token = Token::new("not known");
        let token = token.word(std::ptr::from_ref(self) as usize as u64).finish();
        let source = Source::Data { array: Arc::new(FrozenArray(chunk)), token };
        Some(NodeData::make("array", Op::Source(source), Vec::new(), meta, self.why))
    }

    /// A value that depends on this one.
    fn give(&self, known: Known) -> Value {
        value(&self.ledger, known, self.why)
    }

    /// What a rule says of a result; what it refuses is not known.
    fn ruled(&self, ruled: call::Ruled) -> Value {
        match ruled {
            Some(Ok(known)) => self.give(known),
            _ => self.give(Known::Any),
        }
    }

    fn is_numeric(known: &Known) -> bool {
        matches!(known, Known::Array(_) | Known::Scalar(_))
    }

    fn stop<T>(&self) -> Res<T> {
        Err(self.ledger.stop(self.why))
    }

    /// The length of an array.
    fn length(&self) -> Option<usize> {
        match &self.known {
            Known::Array(Arr { meta: Some(meta), .. }) => meta.shape.first().copied().flatten(),
            _ => None,
        }
    }
}

impl Native for Unknown {
    fn type_info(&self) -> &'static TypeInfo {
        self.ledger.confused.set(true);
        self.ledger.why.set(Some(self.why));
        match &self.known {
            Known::Array(arr) if !arr.lazy => &NDARRAY,
            _ => &UNKNOWN,
        }
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        self.stop()
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        self.stop()
    }

    fn len(&self, _host: &mut dyn Host) -> Res<Option<usize>> {
        match self.length() {
            Some(length) => Ok(Some(length)),
            None => self.stop(),
        }
    }

    fn getattr(&self, _this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        if let Some(known) = call::getattr(&self.known, name.as_str()) {
            return Ok(Some(self.give(known)));
        }
        if matches!(&self.known, Known::Array(arr) if !arr.lazy) {
            return Ok(None);
        }
        if matches!(name.as_str(), "compute" | "persist") {
            self.ledger.note(host.span(), What::Tasks, Some(self.why));
        }
        Ok(Some(self.give(Known::Any)))
    }

    fn getattr_any(&self, _this: &Value, _host: &mut dyn Host, _name: Sym) -> Res<Option<Value>> {
        Ok(Some(self.give(Known::Any)))
    }

    fn setattr(&self, _this: &Value, _host: &mut dyn Host, _name: Sym, _value: &Value) -> Res<bool> {
        Ok(true)
    }

    fn getitem(&self, _this: &Value, host: &mut dyn Host, index: &Value) -> Res<Option<Value>> {
        let index = known(host, index)?;
        Ok(Some(self.ruled(call::getitem(&self.known, &index))))
    }

    fn setitem(&self, _this: &Value, _host: &mut dyn Host, _index: &Value, _value: &Value) -> Res<bool> {
        Ok(true)
    }

    fn delitem(&self, _this: &Value, _host: &mut dyn Host, _index: &Value) -> Res<bool> {
        Ok(true)
    }

    fn contains(&self, _this: &Value, _host: &mut dyn Host, _item: &Value) -> Res<Option<bool>> {
        self.stop()
    }

    fn binary(
        &self,
        this: &Value,
        host: &mut dyn Host,
        op: BinOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        if other.as_native::<Delayed>().is_some() && !reflected {
            return Ok(None);
        }
        if other.as_native::<Array>().is_some() {
            let Some(own) = self.operand() else { return Ok(Some(self.give(Known::Any))) };
            let (a, b) = if reflected { (other, &own) } else { (&own, other) };
            return build::binary(host, op, a, b);
        }
        let (own, its) = (known(host, this)?, known(host, other)?);
        if !Unknown::is_numeric(&own) && !Unknown::is_numeric(&its) {
            return Ok(Some(self.give(Known::Any)));
        }
        let (a, b) = if reflected { (&its, &own) } else { (&own, &its) };
        Ok(Some(self.ruled(operators::binary(op, a, b))))
    }

    fn callable(&self) -> bool {
        matches!(self.known, Known::Any)
    }

    fn sequence(&self) -> bool {
        self.length().is_some()
    }

    fn compare(&self, this: &Value, host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        if other.as_native::<Delayed>().is_some() {
            return Ok(None);
        }
        if other.as_native::<Array>().is_some() {
            let Some(own) = self.operand() else { return Ok(Some(self.give(Known::Any))) };
            return build::compare(host, op, &own, other);
        }
        let (a, b) = (known(host, this)?, known(host, other)?);
        if !Unknown::is_numeric(&a) && !Unknown::is_numeric(&b) {
            return Ok(Some(self.give(Known::Any)));
        }
        Ok(Some(self.ruled(operators::compare(op, &a, &b))))
    }

    fn unary(&self, _this: &Value, _host: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        if matches!(method, "__int__" | "__float__" | "__index__" | "__round__") {
            return self.stop();
        }
        Ok(Some(match Unknown::is_numeric(&self.known) {
            true => self.ruled(operators::unary(method, &self.known)),
            false => self.give(Known::Any),
        }))
    }

    fn call(
        &self,
        _this: &Value,
        _host: &mut dyn Host,
        _args: &[Value],
        _named: &[(Sym, Value)],
    ) -> Res<Option<Value>> {
        Ok(Some(self.give(Known::Any)))
    }

    fn iter(&self, this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        let Some(length) = self.length().filter(|length| *length <= MOST_ROWS) else { return self.stop() };
        let item = self.getitem(this, host, &Value::Int(0))?.unwrap_or(Value::None);
        iter::iter(host, &Value::list(vec![item; length])).map(Some)
    }

    fn hash(&self, _host: &mut dyn Host) -> Res<Option<u64>> {
        self.stop()
    }

    fn format(&self, _this: &Value, _host: &mut dyn Host, _spec: &str) -> Res<Option<String>> {
        self.stop()
    }

    fn enter(&self, this: &Value, _host: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn freeze(&self, _host: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        if self.rest {
            self.ledger.rest.set(Some(self.why));
        }
        Ok(Some(Arc::new(Stand)))
    }
}

/// Stands for a value that is not known in a graph that is counted and never run.
struct Stand;

impl FrozenNative for Stand {
    fn type_info(&self) -> &'static TypeInfo {
        &UNKNOWN
    }

    fn thaw(&self, _host: &mut dyn Host) -> Res<Value> {
        Ok(Value::None)
    }
}
