//! Format specs of known values, and `%` formatting: errors that certainly raise.

use super::Checker;
use super::iter::plural;
use crate::data::ExcClass;
use crate::source::Span;
use crate::types::error::Fault;
use crate::types::ty::Ty;

impl Checker<'_> {
    /// Whether a value of a type can be formatted by a spec.
    pub fn format_spec(&mut self, ty: &Ty, spec: &str, span: Span) -> Result<(), Box<Fault>> {
        let mut failed = None;
        for member in ty.members() {
            let lacking = if spec.is_empty() { None } else { self.lacks(member, "__format__", span) };
            match lacking.map_or_else(|| format_one(member, spec, span), Err) {
                Ok(()) => return Ok(()),
                Err(fault) => failed = Some(fault),
            }
        }
        failed.map_or(Ok(()), Err)
    }

    /// `text % values`.
    pub fn percent(&mut self, text: Option<&str>, values: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
        self.touch(values);
        let Some(text) = text else { return Ok(Ty::STR) };
        let Some(fields) = percent_fields(text) else { return Ok(Ty::STR) };
        let given: Vec<Ty> = match values {
            Ty::Tuple(items) => items.to_vec(),
            Ty::Any | Ty::Never | Ty::TupleOf(_) | Ty::Dict(_) | Ty::Union(_) | Ty::Instance(_) | Ty::Object(..) => {
                return Ok(Ty::STR);
            }
            one => vec![one.clone()],
        };
        let counts = format!("the text has {}, and {} given", plural(fields.len(), "field"), is_are(given.len()));
        if given.len() < fields.len() {
            let fault = Fault::at(ExcClass::TypeError, places.0, "not enough arguments for format string");
            return Err(fault
                .because(counts)
                .help("give one value for each `%`; write `%%` for a percent sign".to_owned()));
        }
        if given.len() > fields.len() && !matches!(values, Ty::List(_) | Ty::Set(_)) {
            let fault =
                Fault::at(ExcClass::TypeError, places.0, "not all arguments converted during string formatting");
            return Err(fault.because(counts).help("give one value for each `%` in the text".to_owned()));
        }
        for (field, ty) in fields.iter().zip(&given) {
            let wants_number = matches!(field, 'd' | 'i' | 'f' | 'e' | 'g' | 'x' | 'o');
            if wants_number && matches!(ty, Ty::Str(_) | Ty::None | Ty::List(_) | Ty::Dict(_) | Ty::Tuple(_)) {
                let message = match field {
                    'f' | 'e' | 'g' => format!("must be real number, not {}", ty.class_name()),
                    _ => format!("%{field} format: a real number is required, not {}", ty.class_name()),
                };
                let fault =
                    Fault::at(ExcClass::TypeError, places.0, message).because(format!("`%{field}` formats a number"));
                return Err(fault.help("use `%s` for other values".to_owned()));
            }
        }
        Ok(Ty::STR)
    }
}

fn is_are(count: usize) -> String {
    if count == 1 { "1 value is".to_owned() } else { format!("{count} values are") }
}

/// The conversions of a `%` text, if all are plain.
fn percent_fields(text: &str) -> Option<Vec<char>> {
    let mut fields = Vec::new();
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        if c != '%' {
            continue;
        }
        loop {
            match letters.next()? {
                '%' => break,
                '(' | '*' => return None,
                c if c.is_ascii_alphabetic() && !matches!(c, 'l' | 'h' | 'L') => {
                    fields.push(c);
                    break;
                }
                _ => {}
            }
        }
    }
    Some(fields)
}

/// The type letter of a spec, and whether it has a precision, if the spec is well formed.
fn spec_letter(spec: &str) -> Option<char> {
    let last = spec.chars().last()?;
    last.is_ascii_alphabetic().then_some(last).or_else(|| (last == '%').then_some('%'))
}

fn format_one(ty: &Ty, spec: &str, span: Span) -> Result<(), Box<Fault>> {
    if spec.is_empty() {
        return Ok(());
    }
    let name = ty.class_name();
    let letter = spec_letter(spec);
    let unknown = |letter: char| {
        let fault = Fault::at(
            ExcClass::ValueError,
            span,
            format!("Unknown format code '{letter}' for object of type '{name}'"),
        );
        Err(fault.because(format!("this is {}, and the spec is `{spec}`", super::iter::a(ty))))
    };
    match (ty, letter) {
        (Ty::Str(_), Some(letter)) if letter != 's' => unknown(letter).map_err(|fault| match letter {
            'd' | 'f' | 'e' | 'g' | '%' => {
                fault.help("convert the text to a number first, with `int(...)` or `float(...)`".to_owned())
            }
            _ => fault,
        }),
        (Ty::Float(_), Some(letter)) if !"eEfFgGn%".contains(letter) => unknown(letter).map_err(|fault| match letter {
            'd' => fault.help("write `.0f` for no decimals, or convert with `int(...)`".to_owned()),
            _ => fault,
        }),
        (Ty::Complex, Some(letter)) if !"eEfFgGn".contains(letter) => unknown(letter),
        (Ty::Int(_), Some(letter)) if !"bcdoxXneEfFgG%".contains(letter) => unknown(letter),
        (Ty::None | Ty::List(_) | Ty::Tuple(_) | Ty::TupleOf(_) | Ty::Dict(_) | Ty::Set(_) | Ty::Function(_), _) => {
            let message = format!("unsupported format string passed to {name}.__format__");
            let fault = Fault::at(ExcClass::TypeError, span, message)
                .because(format!("{} takes no format spec", super::iter::a(ty)));
            Err(fault.help("convert it to text first: `{value!s:spec}`".to_owned()))
        }
        _ => Ok(()),
    }
}
