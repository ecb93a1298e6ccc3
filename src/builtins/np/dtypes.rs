//! Dtypes as values of a script.

use super::convert::dtype;
use crate::data::{DType, Res};
use crate::value::{Host, Native, TypeInfo, Value, kind};

/// The class of dtypes.
pub static DTYPE: TypeInfo = TypeInfo { name: "dtype", module: "numpy", declared: "numpy.dtype", base: None };

/// A dtype as a value.
pub struct Dtype(pub DType);

impl Dtype {
    /// As a value.
    pub fn value(dtype: DType) -> Value {
        Value::native(Dtype(dtype))
    }
}

impl Native for Dtype {
    fn type_info(&self) -> &'static TypeInfo {
        &DTYPE
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(format!("dtype('{}')", self.0.quoted()))
    }

    fn str(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(self.0.to_string())
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn getattr(&self, _this: &Value, _host: &mut dyn Host, name: crate::data::Sym) -> Res<Option<Value>> {
        Ok(Some(match name.as_str() {
            "name" => Value::str(self.0.name()),
            "itemsize" => Value::Int(self.0.itemsize() as i64),
            "kind" => Value::str(self.0.kind_char().to_string()),
            "char" => Value::str(self.0.type_char().to_string()),
            "str" => Value::str(self.0.type_str()),
            "type" => Value::Type(kind::numpy(self.0)),
            "num" => Value::Int(self.0.number()),
            "alignment" if self.0.is_text() => Value::Int(if self.0.kind_char() == 'U' { 4 } else { 1 }),
            "alignment" => Value::Int(self.0.itemsize() as i64),
            "byteorder" => Value::str(if self.0.itemsize() == 1 || self.0.kind_char() == 'S' { "|" } else { "=" }),
            "isnative" => Value::Bool(true),
            "hasobject" => Value::Bool(false),
            "fields" | "names" | "subdtype" | "metadata" => Value::None,
            "shape" => Value::tuple([]),
            "ndim" => Value::Int(0),
            "base" => Dtype::value(self.0),
            "descr" => Value::list(vec![Value::tuple([Value::str(""), Value::str(self.0.type_str())])]),
            _ => return Ok(None),
        }))
    }

    fn compare(
        &self,
        _this: &Value,
        _host: &mut dyn Host,
        op: crate::data::ops::CmpOp,
        other: &Value,
    ) -> Res<Option<Value>> {
        use crate::data::ops::CmpOp;
        let other = match other {
            Value::None => None,
            other => dtype(other).unwrap_or(None),
        };
        Ok(match op {
            CmpOp::Eq => Some(Value::Bool(other == Some(self.0))),
            CmpOp::Ne => Some(Value::Bool(other != Some(self.0))),
            CmpOp::Lt | CmpOp::Le | CmpOp::Gt | CmpOp::Ge => other.map(|other| {
                let (below, above) = (self.0.casts_safely(other), other.casts_safely(self.0));
                let same = self.0 == other;
                Value::Bool(match op {
                    CmpOp::Lt => below && !same,
                    CmpOp::Le => below,
                    CmpOp::Gt => above && !same,
                    _ => above,
                })
            }),
            _ => None,
        })
    }

    fn hash(&self, _host: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(0x6474_7970 + self.0.code()))
    }

    fn freeze(&self, _host: &mut dyn Host) -> Res<Option<std::sync::Arc<dyn crate::value::native::FrozenNative>>> {
        Ok(Some(std::sync::Arc::new(FrozenDtype(self.0))))
    }
}

/// A dtype that any thread may hold.
struct FrozenDtype(DType);

impl crate::value::native::FrozenNative for FrozenDtype {
    fn type_info(&self) -> &'static TypeInfo {
        &DTYPE
    }

    fn thaw(&self, _host: &mut dyn Host) -> Res<Value> {
        Ok(Dtype::value(self.0))
    }
}
