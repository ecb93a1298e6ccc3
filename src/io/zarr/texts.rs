//! Fixed strings in Zarr arrays: zarrs knows none, so it is told that they are raw bytes.

use crate::data::DType;
use crate::data::dtype::Width;
use crate::data::raised::{Res, value_error};

/// The dtype of fixed strings of version 3 with this name and size in bytes.
pub fn dtype_of(name: &str, bytes: u32) -> Option<DType> {
    match name {
        "fixed_length_utf32" => Some(DType::Text(Width(bytes / 4))),
        "null_terminated_bytes" => Some(DType::Bytes(Width(bytes))),
        _ => None,
    }
}

/// The widest element, in bytes.
const WIDEST: usize = 1 << 20;

/// Metadata in which the elements are raw bytes: those of an array of this dtype of fixed strings.
///
/// # Errors
/// `ValueError` for what is not written being another text than none.
pub fn as_bytes(text: &str, dtype: DType) -> Res<String> {
    let bytes = dtype.itemsize();
    if bytes > WIDEST {
        return Err(value_error(format!("fixed strings of {bytes} bytes in Zarr arrays are not in rdask")));
    }
    let old = text.contains("\"dtype\"");
    let fill = value_of(text, "fill_value").and_then(|(start, end)| text.get(start..end)).unwrap_or("null");
    if !matches!(fill, "\"\"" | "null" | "0") {
        let error = value_error(format!("fixed strings with the fill value {fill} are not in rdask"));
        return Err(error.help("an empty text is the fill value that is known"));
    }
    let named = match old {
        true => with(text, "dtype", &format!("\"|V{bytes}\"")),
        false => with(text, "data_type", &format!("\"r{}\"", bytes * 8)),
    };
    let zeros = format!("[{}]", vec!["0"; bytes].join(", "));
    // In version 2 bytes stand in base 64.
    let rest = ["", "AA==", "AAA="];
    let coded = format!("\"{}{}\"", "AAAA".repeat(bytes / 3), rest.get(bytes % 3).copied().unwrap_or(""));
    Ok(with(&named, "fill_value", if old { &coded } else { &zeros }))
}

/// JSON text with another value under a key.
fn with(text: &str, key: &str, value: &str) -> String {
    let Some((start, end)) = value_of(text, key) else { return text.to_owned() };
    format!("{}{value}{}", text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""))
}

/// Where the value of a key begins in JSON text, and where it ends.
fn value_of(text: &str, key: &str) -> Option<(usize, usize)> {
    let quoted = format!("\"{key}\"");
    let after = text.find(&quoted)? + quoted.len();
    let colon = after + text.get(after..)?.find(':')? + 1;
    let rest = text.get(colon..)?;
    let start = colon + (rest.len() - rest.trim_start().len());
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for (at, c) in text.get(start..)?.char_indices() {
        let end = start + at;
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' | '[' => depth += 1,
            '}' | ']' if depth == 0 => return Some((start, end)),
            '}' | ']' => depth -= 1,
            ',' | '\n' if depth == 0 => return Some((start, end)),
            _ => {}
        }
    }
    None
}
