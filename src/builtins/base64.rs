//! `base64` and `binascii`: bytes as letters, and back.

use super::args::{at, flag, inner, some};
use super::{Row, row};
use crate::data::raised::type_error;
use crate::data::{ExcClass, Raised, Res};
use crate::value::{Value, bytes, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("base64.b64encode", |_, a| {
        let mut made = encode64(bytes::required(at(a, 0))?, PLAIN);
        if let Some(others) = some(a, 1) {
            let [plus, slash] = others_of(others)?;
            for byte in &mut made {
                *byte = match *byte {
                    b'+' => plus,
                    b'/' => slash,
                    byte => byte,
                };
            }
        }
        Ok(bytes::value(made))
    }),
    // Slots: data, altchars, validate.
    row("base64.b64decode", |h, a| {
        let mut found = ascii(at(a, 0))?;
        if let Some(others) = some(a, 1) {
            let [plus, slash] = others_of(others)?;
            for byte in &mut found {
                if *byte == plus {
                    *byte = b'+';
                } else if *byte == slash {
                    *byte = b'/';
                }
            }
        }
        let strict = flag(h, a, 2)?;
        if strict && found.iter().any(|byte| value64(*byte).is_none() && *byte != b'=') {
            return Err(wrong("Only base64 data is allowed"));
        }
        decode64(&found).map(bytes::value)
    }),
    row("base64.b32encode", |_, a| Ok(bytes::value(encode32(bytes::required(at(a, 0))?)))),
    row("base64.b32decode", |h, a| {
        let fold = flag(h, a, 1)?;
        let mut found = ascii(at(a, 0))?;
        if fold {
            found.make_ascii_uppercase();
        }
        decode32(&found).map(bytes::value)
    }),
    row("binascii.hexlify", |h, a| {
        let this = bytes::value(bytes::required(at(a, 0))?);
        let made = super::bytes::make::hex(h, &[this, at(a, 1).clone(), at(a, 2).clone()])?;
        Ok(bytes::value(made.as_str().unwrap_or("").as_bytes()))
    }),
    row("binascii.unhexlify", |_, a| {
        let found = ascii(at(a, 0))?;
        if !found.len().is_multiple_of(2) {
            return Err(wrong("Odd-length string"));
        }
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let pair = |pair: &[u8]| Some((digit(*pair.first()?)? * 16 + digit(*pair.get(1)?)?) as u8);
        let made: Option<Vec<u8>> = found.chunks(2).map(pair).collect();
        made.map(bytes::value).ok_or_else(|| wrong("Non-hexadecimal digit found"))
    }),
    row("binascii.b2a_base64", |h, a| {
        let mut made = encode64(bytes::required(at(a, 0))?, PLAIN);
        if flag(h, a, 1)? {
            made.push(b'\n');
        }
        Ok(bytes::value(made))
    }),
    row("binascii.a2b_base64", |_, a| decode64(&ascii(at(a, 0))?).map(bytes::value)),
    row("binascii.Error", |_, _| Ok(Value::ExcType(ExcClass::BinasciiError))),
];

const PLAIN: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const LETTERS32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn wrong(message: &str) -> Box<Raised> {
    Raised::new(ExcClass::BinasciiError, message)
}

/// Bytes, or the bytes of an ASCII text.
fn ascii(v: &Value) -> Res<Vec<u8>> {
    match inner(v) {
        Value::Str(text) if text.is_ascii() => Ok(text.as_str().as_bytes().to_vec()),
        Value::Str(_) => Err(crate::data::raised::value_error("string argument should contain only ASCII characters")),
        v => match bytes::of(v) {
            Some(found) => Ok(found.to_vec()),
            None => {
                let name = kind::type_name(v);
                Err(type_error(format!("argument should be a bytes-like object or ASCII string, not '{name}'")))
            }
        },
    }
}

fn others_of(v: &Value) -> Res<[u8; 2]> {
    match ascii(v)?.as_slice() {
        [plus, slash] => Ok([*plus, *slash]),
        _ => Err(Raised::new(ExcClass::AssertionError, "")),
    }
}

fn encode64(bytes: &[u8], letters: &[u8; 64]) -> Vec<u8> {
    let mut made = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let byte = |at: usize| u32::from(part.get(at).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = letters.get((word >> (18 - 6 * at) & 63) as usize).copied().unwrap_or(b'=');
            made.push(if at <= part.len() { letter } else { b'=' });
        }
    }
    made
}

fn value64(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

/// As CPython decodes: what is no letter is skipped.
fn decode64(found: &[u8]) -> Res<Vec<u8>> {
    let mut made = Vec::with_capacity(found.len() / 4 * 3);
    let (mut word, mut count, mut pads) = (0u32, 0usize, 0usize);
    for byte in found {
        if *byte == b'=' {
            pads += 1;
            if count >= 2 && count + pads >= 4 {
                return Ok(made);
            }
            continue;
        }
        let Some(value) = value64(*byte) else { continue };
        pads = 0;
        word = word << 6 | value;
        count += 1;
        match count {
            2 => made.push((word >> 4) as u8),
            3 => made.push((word >> 2) as u8),
            4 => {
                made.push(word as u8);
                (word, count) = (0, 0);
            }
            _ => {}
        }
    }
    match count {
        0 => Ok(made),
        1 => {
            let letters = made.len() / 3 * 4 + 1;
            Err(wrong(&format!(
                "Invalid base64-encoded string: number of data characters ({letters}) cannot be 1 more than a multiple of 4"
            )))
        }
        _ => Err(wrong("Incorrect padding")),
    }
}

fn encode32(bytes: &[u8]) -> Vec<u8> {
    let mut made = Vec::with_capacity(bytes.len().div_ceil(5) * 8);
    for part in bytes.chunks(5) {
        let word = (0..5).fold(0u64, |word, at| word << 8 | u64::from(part.get(at).copied().unwrap_or(0)));
        let letters = (part.len() * 8).div_ceil(5);
        for at in 0..8 {
            let letter = LETTERS32.get((word >> (35 - 5 * at) & 31) as usize).copied().unwrap_or(b'=');
            made.push(if at < letters { letter } else { b'=' });
        }
    }
    made
}

fn decode32(found: &[u8]) -> Res<Vec<u8>> {
    if !found.len().is_multiple_of(8) {
        return Err(wrong("Incorrect padding"));
    }
    let pads = found.iter().rev().take_while(|byte| **byte == b'=').count();
    if !matches!(pads, 0 | 1 | 3 | 4 | 6) {
        return Err(wrong("Incorrect padding"));
    }
    let letters = found.get(..found.len() - pads).unwrap_or(&[]);
    let mut made = Vec::with_capacity(found.len() / 8 * 5);
    for part in letters.chunks(8) {
        let mut word = 0u64;
        for at in 0..8 {
            let value = match part.get(at) {
                None => 0,
                Some(byte) => match LETTERS32.iter().position(|letter| letter == byte) {
                    Some(value) => value as u64,
                    None => return Err(wrong("Non-base32 digit found")),
                },
            };
            word = word << 5 | value;
        }
        let count = part.len() * 5 / 8;
        made.extend((0..count).map(|at| (word >> (32 - 8 * at)) as u8));
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        for size in 0..70u8 {
            let bytes: Vec<u8> = (0..size).map(|n| n.wrapping_mul(37) ^ 0x5a).collect();
            assert_eq!(decode64(&encode64(&bytes, PLAIN)).unwrap(), bytes);
            assert_eq!(decode32(&encode32(&bytes)).unwrap(), bytes);
        }
    }
}
