//! Operators between arrays and what they do not go with: text, and dtypes that an operator has no loop for.

use crate::data::raised::type_error;
use crate::data::{DType, ExcClass, Raised};

/// What NumPy raises for `array op text`, or `text op array`; `None` where that gives something.
/// `length`: of the text, in characters, if known.
pub fn text_error(ufunc: &str, dtype: DType, length: Option<usize>, text_left: bool) -> Option<Box<Raised>> {
    let text = match length {
        Some(length) => format!("dtype('<U{length}')"),
        None => "dtype('<U')".to_owned(),
    };
    let loops = |a: &str, b: &str| {
        let message =
            format!("ufunc '{ufunc}' did not contain a loop with signature matching types ({a}, {b}) -> None");
        Raised::new(ExcClass::UFuncTypeError, message)
    };
    Some(match ufunc {
        "equal" | "not_equal" => return None,
        "less" | "less_equal" | "greater" | "greater_equal" => {
            let class = dtype.dtype_class();
            loops(&format!("<class 'numpy.dtypes.{class}'>"), "<class 'numpy.dtypes.StrDType'>")
        }
        "multiply" if dtype.is_whole() || matches!(dtype, DType::Timedelta(_)) => type_error(
            "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use numpy.strings.multiply to \
             multiply strings without specifying 'out'.",
        ),
        "add" | "subtract" if dtype.is_time() => {
            let own = format!("dtype('{}')", dtype.quoted());
            let (a, b) = if text_left { (&text, &own) } else { (&own, &text) };
            let message = format!("ufunc '{ufunc}' cannot use operands with types {a} and {b}");
            Raised::new(ExcClass::UFuncTypeError, message)
        }
        "add" | "subtract" | "multiply" | "matmul" => {
            let own = format!("dtype('{dtype}')");
            if text_left { loops(&text, &own) } else { loops(&own, &text) }
        }
        "remainder" if text_left => return None,
        _ => type_error(format!(
            "ufunc '{ufunc}' not supported for the input types, and the inputs could not be safely coerced to any \
             supported types according to the casting rule ''safe''"
        )),
    })
}

/// What Dask raises where NumPy has no loop for an order of times and numbers: it speaks of the two types.
pub fn order_error(raised: Box<Raised>, symbol: &str, left: &str, right: &str) -> Box<Raised> {
    if raised.class != ExcClass::UFuncTypeError {
        return raised;
    }
    let error = type_error(format!("'{symbol}' not supported between instances of '{left}' and '{right}'"));
    error.help(raised.message.clone())
}

/// What Dask raises where NumPy has no loop for an operator: it speaks of the two types.
pub fn operator_error(raised: Box<Raised>, symbol: &str, left: &str, right: &str) -> Box<Raised> {
    if !matches!(raised.class, ExcClass::TypeError | ExcClass::UFuncTypeError) {
        return raised;
    }
    let message = format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'");
    if raised.message == message {
        return raised;
    }
    let error = type_error(message);
    let reason = raised.help.clone().unwrap_or_else(|| raised.message.clone());
    error.help(reason)
}
