//! Which loop fixed strings take, and of what dtype the result is: NumPy's rules, and its errors.

use super::ir::{Program, Reg, Step};
use super::scalar::{Chosen, ScalarOp, find};
use super::table::text::{class_code, reader};
use super::time::{classes, no_operands, no_signature, ufunc_error, unsupported};
use crate::data::dtype::Width;
use crate::data::raised::{Res, type_error};
use crate::data::{DType, Operand, Scalar};

/// Whether the rules of this file hold for these operands.
pub fn concerns(operands: &[Operand]) -> bool {
    operands.iter().any(|operand| operand.dtype().is_text())
}

fn chosen(name: &'static str, ins: Vec<DType>, out: DType) -> Res<Chosen> {
    let Some(row) = find(name) else { return Err(type_error(format!("no operation {name}"))) };
    match row.loops.first() {
        Some(kernel) => Ok(Chosen { row, which: 0, kernel, ins, out }),
        None => Err(type_error(format!("{name} has no loop"))),
    }
}

/// NumPy's error that names the dtypes.
fn no_dtypes(op: &ScalarOp, operands: &[Operand]) -> Box<crate::data::Raised> {
    let shown: Vec<String> = operands.iter().map(|at| format!("dtype('{}')", at.dtype().quoted())).collect();
    let text = shown.join(", ");
    ufunc_error(format!("ufunc '{}' did not contain a loop with signature matching types ({text}) -> None", op.name))
}

/// The loop that NumPy takes for operands of which one is a fixed string, or NumPy's error.
pub fn resolve(op: &'static ScalarOp, operands: &[Operand]) -> Res<Chosen> {
    match (op.name, operands) {
        (name, [a]) if name.starts_with("astype_") => {
            let to = DType::named(name.trim_start_matches("astype_"));
            match to.and_then(|to| reader(a.dtype(), to).map(|row| (row, to))) {
                Some((row, to)) => chosen(row.name, vec![a.dtype()], to),
                None => Err(unsupported(op)),
            }
        }
        ("where", [_, a, b]) => {
            let dtype = held(a, b)?;
            chosen("text_where", vec![DType::Bool, dtype, dtype], dtype)
        }
        ("text_never", _) => chosen("text_never", operands.iter().map(|at| at.dtype()).collect(), DType::Bool),
        ("text_always", _) => chosen("text_always", operands.iter().map(|at| at.dtype()).collect(), DType::Bool),
        ("equal" | "not_equal" | "less" | "less_equal" | "greater" | "greater_equal", [a, b]) => {
            match (a.dtype(), b.dtype()) {
                (x @ DType::Text(_), y @ DType::Text(_)) | (x @ DType::Bytes(_), y @ DType::Bytes(_)) => {
                    chosen(row_of(op.name), vec![x, y], DType::Bool)
                }
                _ => Err(no_signature(op, operands)),
            }
        }
        ("add", [a, b]) => match (a.dtype(), b.dtype()) {
            (x @ DType::Text(a), y @ DType::Text(b)) => {
                chosen("text_add", vec![x, y], DType::Text(Width(a.0.saturating_add(b.0))))
            }
            (x @ DType::Bytes(a), y @ DType::Bytes(b)) => {
                chosen("text_add", vec![x, y], DType::Bytes(Width(a.0.saturating_add(b.0))))
            }
            (x, y) if (x.is_text() || x.is_time()) && (y.is_text() || y.is_time()) => Err(no_operands(op, operands)),
            _ => Err(no_dtypes(op, operands)),
        },
        ("multiply", [a, b]) if counts(a, b) || counts(b, a) => Err(type_error(
            "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use numpy.strings.multiply to \
             multiply strings without specifying 'out'.",
        )),
        ("subtract" | "divide" | "floor_divide" | "remainder", [a, b])
            if a.dtype().is_time() || b.dtype().is_time() =>
        {
            Err(no_operands(op, operands))
        }
        ("subtract" | "multiply" | "maximum" | "minimum" | "fmax" | "fmin" | "gcd" | "lcm" | "matmul", _) => {
            Err(no_dtypes(op, operands))
        }
        ("clip", _) => Err(no_dtypes(op, operands)),
        ("negative" | "positive" | "absolute" | "sign", _) => Err(no_signature(op, operands)),
        ("isnat", _) => Err(type_error("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.")),
        ("logical_and" | "logical_or" | "logical_xor", _) => {
            let ins = vec![DType::Bool; operands.len()];
            match op.exact(&ins) {
                Some((which, kernel)) => Ok(Chosen { row: op, which, kernel, ins, out: DType::Bool }),
                None => Err(unsupported(op)),
            }
        }
        _ => Err(unsupported(op)),
    }
}

/// Whether one is a text and the other a whole number.
fn counts(text: &Operand, number: &Operand) -> bool {
    text.dtype().is_text() && (number.dtype().is_whole() || matches!(number.dtype(), DType::Timedelta(_)))
}

fn row_of(name: &str) -> &'static str {
    match name {
        "equal" => "text_equal",
        "not_equal" => "text_not_equal",
        "less" => "text_less",
        "less_equal" => "text_less_equal",
        "greater" => "text_greater",
        _ => "text_greater_equal",
    }
}

/// The dtype that holds both: Python's own numbers have none in common with texts.
fn held(a: &Operand, b: &Operand) -> Res<DType> {
    match (a, b) {
        (Operand::Strong(x), Operand::Strong(y)) => x.common(*y),
        _ => {
            let mut error = crate::data::time::no_common(&[a.dtype(), b.dtype()]);
            let (shown, weak) = (classes(&[a.dtype(), b.dtype()].map(Operand::Strong)), classes(&[*a, *b]));
            for (strong, weak) in shown.iter().zip(&weak) {
                error.message = error.message.replace(strong, weak);
            }
            Err(error)
        }
    }
}

impl Program {
    /// A conversion of which one side is a fixed string.
    pub(super) fn cast_text(&mut self, reg: Reg, from: DType, to: DType) -> Reg {
        match (from, to) {
            (DType::Text(_), DType::Text(_)) | (DType::Bytes(_), DType::Bytes(_)) => self.cut(reg, to),
            (_, to) if !to.is_text() => match reader(from, to) {
                Some(row) => self.push(Step::Apply { row, which: 0, args: vec![reg], dtype: to }),
                None => reg,
            },
            _ if from.is_text() => match reader(from, to) {
                Some(row) => {
                    let made = self.push(Step::Apply { row, which: 0, args: vec![reg], dtype: to });
                    if from.width() > to.width() { self.cut(made, to) } else { made }
                }
                None => reg,
            },
            _ => {
                let made = match from.unit() {
                    Some(unit) => {
                        let unit = self.push(Step::Const(Scalar::Int64(unit.code())));
                        let moments = i64::from(matches!(from, DType::Datetime(_)));
                        let moments = self.push(Step::Const(Scalar::Int64(moments)));
                        self.named("time_text", vec![reg, unit, moments], to)
                    }
                    None => match super::table::text::TO_TEXT.exact(&[from]) {
                        Some((which, _)) => match find("astype_str") {
                            Some(row) => self.push(Step::Apply { row, which, args: vec![reg], dtype: to }),
                            None => reg,
                        },
                        None => reg,
                    },
                };
                if to.text_width() < from.text_width() { self.cut(made, to) } else { made }
            }
        }
    }

    fn cut(&mut self, reg: Reg, to: DType) -> Reg {
        let code = self.push(Step::Const(Scalar::Int64(class_code(to))));
        self.named("text_cut", vec![reg, code], to)
    }
}
