//! `re.RegexFlag`: `re.I`, `re.M` and their combinations; integers with names.

use std::sync::Arc;

use super::super::args::at;
use super::super::{Row, row};
use super::ast::flags;
use crate::data::ops::{BinOp, CmpOp};
use crate::data::{Res, Sym};
use crate::value::native::FrozenNative;
use crate::value::{Host, Native, TypeInfo, Value, index, types};

static FLAG: TypeInfo = TypeInfo { name: "RegexFlag", module: "re", declared: "re.RegexFlag", base: Some(&types::INT) };

macro_rules! constants {
    ($($row:literal $flag:ident),* $(,)?) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            row("re.RegexFlag", |_, _| Ok(Value::Type(&FLAG))),
            row("re.RegexFlag.__new__", |h, a| {
                let value = index::as_index(h, at(a, 1))?;
                Ok(Value::native(Flag(u32::try_from(value).unwrap_or(0))))
            }),
            $(row($row, |_, _| Ok(Value::native(Flag(flags::$flag))))),*
        ];
    };
}

constants! {
    "re.A" ASCII, "re.ASCII" ASCII, "re.DEBUG" DEBUG, "re.I" IGNORECASE, "re.IGNORECASE" IGNORECASE, "re.L" LOCALE,
    "re.LOCALE" LOCALE, "re.M" MULTILINE, "re.MULTILINE" MULTILINE, "re.S" DOTALL, "re.DOTALL" DOTALL, "re.U" UNICODE,
    "re.UNICODE" UNICODE, "re.X" VERBOSE, "re.VERBOSE" VERBOSE,
}

/// Some flags.
#[derive(Clone, Copy)]
pub struct Flag(pub u32);

const NAMES: &[(u32, &str)] = &[
    (flags::TEMPLATE, "TEMPLATE"),
    (flags::IGNORECASE, "IGNORECASE"),
    (flags::LOCALE, "LOCALE"),
    (flags::MULTILINE, "MULTILINE"),
    (flags::DOTALL, "DOTALL"),
    (flags::UNICODE, "UNICODE"),
    (flags::VERBOSE, "VERBOSE"),
    (flags::DEBUG, "DEBUG"),
    (flags::ASCII, "ASCII"),
];

/// `re.IGNORECASE|re.MULTILINE`.
pub fn shown(flags: u32) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut left = flags;
    for (bit, name) in NAMES {
        if flags & bit != 0 {
            parts.push(format!("re.{name}"));
            left &= !bit;
        }
    }
    if left != 0 || parts.is_empty() {
        parts.push(format!("{left:#x}"));
    }
    parts.join("|")
}

impl Native for Flag {
    fn type_info(&self) -> &'static TypeInfo {
        &FLAG
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(match self.0 {
            0 => "re.NOFLAG".to_owned(),
            flags => shown(flags),
        })
    }

    fn truth(&self, _: &mut dyn Host) -> Res<bool> {
        Ok(self.0 != 0)
    }

    fn iterable(&self) -> bool {
        false
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(match name.as_str() {
            "value" => Some(Value::Int(i64::from(self.0))),
            "name" => Some(Value::string(shown(self.0).replace("re.", ""))),
            _ => None,
        })
    }

    fn binary(&self, _: &Value, host: &mut dyn Host, op: BinOp, other: &Value, _: bool) -> Res<Option<Value>> {
        let other = match other.as_native::<Flag>() {
            Some(flag) => flag.0,
            None => match index::try_index(host, other)? {
                Some(Value::Int(value)) => u32::try_from(value).unwrap_or(0),
                _ => return Ok(None),
            },
        };
        Ok(Some(Value::native(Flag(match op {
            BinOp::Or => self.0 | other,
            BinOp::And => self.0 & other,
            BinOp::Xor => self.0 ^ other,
            _ => return Ok(None),
        }))))
    }

    fn compare(&self, _: &Value, host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        let other = match other.as_native::<Flag>() {
            Some(flag) => i64::from(flag.0),
            None => match index::try_index(host, other)? {
                Some(Value::Int(value)) => value,
                _ => return Ok(None),
            },
        };
        let own = i64::from(self.0);
        Ok(match op {
            CmpOp::Eq => Some(Value::Bool(own == other)),
            CmpOp::Ne => Some(Value::Bool(own != other)),
            _ => None,
        })
    }

    fn unary(&self, _: &Value, _: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        Ok(match method {
            "__index__" | "__int__" => Some(Value::Int(i64::from(self.0))),
            "__invert__" => {
                let all = NAMES.iter().fold(0, |all, (bit, _)| all | bit);
                Some(Value::native(Flag(all & !self.0)))
            }
            _ => None,
        })
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(u64::from(self.0)))
    }

    fn freeze(&self, _: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(*self)))
    }
}

impl FrozenNative for Flag {
    fn type_info(&self) -> &'static TypeInfo {
        &FLAG
    }

    fn thaw(&self, _: &mut dyn Host) -> Res<Value> {
        Ok(Value::native(*self))
    }
}
