//! `struct`: numbers laid out as bytes.

use super::args::{at, int, rest};
use super::{Row, row};
use crate::data::{ExcClass, Raised, Res};
use crate::value::{Host, Value, bytes, index, iter, kind, number};

/// The rows.
pub const ROWS: &[Row] = &[
    row("struct.error", |_, _| Ok(Value::ExcType(ExcClass::StructError))),
    row("struct.calcsize", |_, a| Ok(super::args::length(Layout::of(at(a, 0))?.size))),
    row("struct.pack", |h, a| {
        let layout = Layout::of(at(a, 0))?;
        layout.pack(h, rest(a, 1)).map(bytes::value)
    }),
    row("struct.unpack", |_, a| {
        let (layout, found) = (Layout::of(at(a, 0))?, bytes::required(at(a, 1))?);
        if found.len() != layout.size {
            return Err(error(format!("unpack requires a buffer of {} bytes", layout.size)));
        }
        Ok(Value::tuple(layout.unpack(found)))
    }),
    row("struct.unpack_from", |h, a| {
        let (layout, found) = (Layout::of(at(a, 0))?, bytes::required(at(a, 1))?);
        let given = int(h, a, 2)?;
        let start = if given < 0 { given + found.len() as i64 } else { given };
        let Ok(start) = usize::try_from(start) else {
            return Err(error(format!("offset {given} out of range for {}-byte buffer", found.len())));
        };
        match found.get(start..start.saturating_add(layout.size)) {
            Some(part) => Ok(Value::tuple(layout.unpack(part))),
            None => Err(error(format!(
                "unpack_from requires a buffer of at least {} bytes for unpacking {} bytes at offset {start} (actual \
                 buffer size is {})",
                start.saturating_add(layout.size),
                layout.size,
                found.len()
            ))),
        }
    }),
    row("struct.iter_unpack", |_, a| {
        let (layout, found) = (Layout::of(at(a, 0))?, bytes::required(at(a, 1))?);
        if layout.size == 0 {
            return Err(error("cannot iteratively unpack with a struct of length 0"));
        }
        if !found.len().is_multiple_of(layout.size) {
            return Err(error(format!("iterative unpacking requires a buffer of a multiple of {} bytes", layout.size)));
        }
        Ok(iter::over(found.chunks(layout.size).map(|part| Value::tuple(layout.unpack(part))).collect()))
    }),
];

fn error(message: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::StructError, message)
}

/// One field: its letter, where it lies, how many bytes it has.
struct Field {
    letter: u8,
    offset: usize,
    width: usize,
}

/// A format that was read.
struct Layout {
    little: bool,
    /// As the machine's C has them.
    native: bool,
    fields: Vec<Field>,
    size: usize,
}

/// The most bytes of a format.
const MOST: usize = 1 << 31;

/// Bytes of a letter; `native`: as the machine's C has them.
fn width(letter: u8, native: bool) -> Option<usize> {
    Some(match letter {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

impl Layout {
    fn of(v: &Value) -> Res<Layout> {
        let text = match v.as_str() {
            Some(text) => text.as_bytes().to_vec(),
            None => match bytes::of(v) {
                Some(found) => found.to_vec(),
                None => {
                    let name = kind::type_name(v);
                    let text = format!("Struct() argument 1 must be a str or bytes object, not {name}");
                    return Err(crate::data::raised::type_error(text));
                }
            },
        };
        let (native, aligned, little, start) = match text.first() {
            Some(b'@') => (true, true, true, 1),
            Some(b'=') => (false, false, true, 1),
            Some(b'<') => (false, false, true, 1),
            Some(b'>' | b'!') => (false, false, false, 1),
            _ => (true, true, true, 0),
        };
        let mut layout = Layout { little, native, fields: Vec::new(), size: 0 };
        let mut letters = text.get(start..).unwrap_or(&[]).iter().copied().peekable();
        while let Some(letter) = letters.next() {
            if letter.is_ascii_whitespace() {
                continue;
            }
            let mut count = None;
            let mut letter = letter;
            while letter.is_ascii_digit() {
                count = Some(count.unwrap_or(0usize).saturating_mul(10).saturating_add(usize::from(letter - b'0')));
                let Some(next) = letters.next() else {
                    return Err(error("repeat count given without format specifier"));
                };
                letter = next;
            }
            let Some(width) = width(letter, native) else { return Err(error("bad char in struct format")) };
            layout.add(letter, width, count.unwrap_or(1), aligned)?;
        }
        Ok(layout)
    }

    fn add(&mut self, letter: u8, width: usize, count: usize, aligned: bool) -> Res<()> {
        if aligned && width > 1 {
            self.size = self.size.next_multiple_of(width);
        }
        let total = width.saturating_mul(count);
        if self.size.saturating_add(total) > MOST {
            return Err(error("total struct size too long"));
        }
        match letter {
            b'x' => {}
            b's' | b'p' => self.fields.push(Field { letter, offset: self.size, width: count }),
            _ => {
                let start = self.size;
                self.fields.extend((0..count).map(|at| Field { letter, offset: start + at * width, width }));
            }
        }
        self.size += total;
        Ok(())
    }

    fn pack(&self, host: &mut dyn Host, values: &[Value]) -> Res<Vec<u8>> {
        let (wanted, got) = (self.fields.len(), values.len());
        if wanted != got {
            return Err(error(format!("pack expected {wanted} items for packing (got {got})")));
        }
        let mut made = vec![0; self.size];
        for (field, value) in self.fields.iter().zip(values) {
            let packed = self.one(host, field, value)?;
            if let Some(place) = made.get_mut(field.offset..field.offset + field.width) {
                place.copy_from_slice(&packed);
            }
        }
        Ok(made)
    }

    /// The bytes of one field, as many as it has.
    fn one(&self, host: &mut dyn Host, field: &Field, value: &Value) -> Res<Vec<u8>> {
        let mut made = match field.letter {
            b'c' => match bytes::of(value) {
                Some([one]) => return Ok(vec![*one]),
                _ => return Err(error("char format requires a bytes object of length 1")),
            },
            b's' | b'p' => {
                let Some(found) = bytes::of(value) else {
                    return Err(error(format!("argument for '{}' must be a bytes object", char::from(field.letter))));
                };
                let mut made = found.to_vec();
                if field.letter == b'p' {
                    made.truncate(field.width.saturating_sub(1).min(255));
                    made.insert(0, made.len() as u8);
                }
                made.resize(field.width, 0);
                return Ok(made);
            }
            b'?' => return Ok(vec![u8::from(kind::truth(host, value)?)]),
            b'e' | b'f' | b'd' => {
                let Some(number) = kind::real(host, value)? else {
                    return Err(error("required argument is not a float"));
                };
                match field.letter {
                    b'd' => number.to_le_bytes().to_vec(),
                    b'f' => {
                        let small = number as f32;
                        if small.is_infinite() && number.is_finite() && !self.native {
                            return Err(number::overflow("float too large to pack with f format"));
                        }
                        small.to_le_bytes().to_vec()
                    }
                    _ => {
                        let text = "the format 'e' (floats of 16 bits) is not part of rdask";
                        return Err(crate::data::raised::value_error(text));
                    }
                }
            }
            letter => whole(host, letter, field.width, self.little, value)?,
        };
        if !self.little {
            made.reverse();
        }
        Ok(made)
    }

    fn unpack(&self, found: &[u8]) -> Vec<Value> {
        let one = |field: &Field| {
            let mut part = found.get(field.offset..field.offset + field.width).unwrap_or(&[]).to_vec();
            match field.letter {
                b'c' | b's' => return bytes::value(part),
                b'p' => {
                    let size = usize::from(part.first().copied().unwrap_or(0)).min(part.len().saturating_sub(1));
                    return bytes::value(part.get(1..1 + size).unwrap_or(&[]).to_vec());
                }
                b'?' => return Value::Bool(part.iter().any(|byte| *byte != 0)),
                _ => {}
            }
            if !self.little {
                part.reverse();
            }
            let negative = part.last().is_some_and(|byte| byte & 0x80 != 0);
            let fill = if field.letter.is_ascii_lowercase() && negative { 0xff } else { 0 };
            let mut wide = [fill; 8];
            wide.iter_mut().zip(&part).for_each(|(place, byte)| *place = *byte);
            let word = u64::from_le_bytes(wide);
            match field.letter {
                b'd' => Value::Float(f64::from_bits(word)),
                b'f' => Value::Float(f64::from(f32::from_bits(word as u32))),
                letter if letter.is_ascii_uppercase() => match i64::try_from(word) {
                    Ok(small) => Value::Int(small),
                    Err(_) => Value::big(word.into()),
                },
                _ => Value::Int(word as i64),
            }
        };
        self.fields.iter().map(one).collect()
    }
}

/// A whole number in so many bytes, little end first.
fn whole(host: &mut dyn Host, letter: u8, width: usize, little: bool, value: &Value) -> Res<Vec<u8>> {
    let Some(found) = index::try_index(host, value)? else { return Err(error("required argument is not an integer")) };
    let bits = width as u32 * 8;
    let signed = letter.is_ascii_lowercase();
    let (low, high) =
        if signed { (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1) } else { (0, (1i128 << bits) - 1) };
    let number = match &found {
        Value::Int(small) => Some(i128::from(*small)),
        Value::BigInt(big) => i128::try_from(&**big).ok(),
        _ => None,
    };
    if let Some(number) = number.filter(|number| (low..=high).contains(number)) {
        return Ok(number.to_le_bytes().get(..width).unwrap_or(&[]).to_vec());
    }
    let long = number.is_some_and(|number| i64::try_from(number).is_ok());
    let word = number.is_some_and(|number| u64::try_from(number).is_ok());
    Err(error(match (letter, width) {
        (b'b', _) if long => "byte format requires -128 <= number <= 127".to_owned(),
        (b'B', _) if long => "ubyte format requires 0 <= number <= 255".to_owned(),
        (b'h', _) if long => "short format requires -32768 <= number <= 32767".to_owned(),
        (b'H', _) if long => "ushort format requires 0 <= number <= 65535".to_owned(),
        (b'q' | b'Q', _) if !little => "int too large to convert".to_owned(),
        (_, 4) if signed && long || !signed && word => {
            format!("'{}' format requires {low} <= number <= {high}", char::from(letter))
        }
        _ => "argument out of range".to_owned(),
    }))
}
