//! Arrays in files: `.npy` and text.

use super::convert::{array, dtype, integers, sequence};
use crate::builtins::row::{Row, row};
use crate::data::buffer::with_dtype;
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, DType, ExcClass, Raised};
use crate::io::{npy, text};
use crate::value::array::NdArray;
use crate::value::{Host, Value, exc, index, kind};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// A path in a slot.
pub fn path(v: &Value) -> Res<String> {
    v.as_str()
        .map(str::to_owned)
        .ok_or_else(|| type_error(format!("expected str, bytes or os.PathLike object, not {}", kind::type_name(v))))
}

/// What is in a file.
pub fn read_bytes(host: &mut dyn Host, name: &str) -> Res<Vec<u8>> {
    let mut found = Ok(Vec::new());
    host.blocking(&mut || found = std::fs::read(name));
    found.map_err(|error| exc::os_error(&error, name))
}

/// Write a file: under a temporary name, then moved into place.
pub fn write_bytes(host: &mut dyn Host, name: &str, bytes: &[u8]) -> Res<()> {
    let target = std::path::Path::new(name);
    // What is no plain file (a pipe, a device) is written as it is.
    let plain = !target.exists() || target.is_file();
    let beside = format!("{name}.partial");
    let mut done = Ok(());
    host.blocking(&mut || {
        done = if plain {
            std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, target)).inspect_err(|_| {
                // What was begun goes; that it may be gone already does not matter.
                std::fs::remove_file(&beside).ok();
            })
        } else {
            std::fs::write(target, bytes)
        };
    });
    done.map_err(|error| exc::os_error(&error, name))
}

/// The error of a damaged file, with its name.
pub fn of_file(name: &str, error: &Raised) -> Box<Raised> {
    let made = Raised::new(error.class, format!("{name}: {}", error.message));
    match &error.help {
        Some(help) => made.help(help.clone()),
        None => made,
    }
}

fn load(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let name = path(at(args, 0))?;
    let bytes = read_bytes(host, &name)?;
    npy::read(&bytes)
        .map(NdArray::value)
        .map_err(|error| of_file(&name, &error).help(format!("the file {name} has {} bytes", bytes.len())))
}

fn save(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let mut name = path(at(args, 0))?;
    if !name.ends_with(".npy") {
        name.push_str(".npy");
    }
    let chunk = array(host, at(args, 1), None)?;
    write_bytes(host, &name, &npy::write(&chunk)?)?;
    Ok(Value::None)
}

/// What is in a text file; NumPy's words if there is none.
fn content(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let name = path(at(args, 0))?;
    if !std::path::Path::new(&name).exists() {
        return Err(Raised::new(ExcClass::FileNotFoundError, format!("{name} not found.")));
    }
    let bytes = read_bytes(host, &name)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let at = error.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        let line = bytes.iter().take(at).filter(|&&byte| byte == b'\n').count() + 1;
        let text = format!("'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: invalid start byte");
        let help = format!("line {line} of {name} is not UTF-8; convert the file, for instance with iconv");
        Raised::new(ExcClass::UnicodeDecodeError, text).help(help)
    })?;
    Ok(Value::str(text))
}

/// Slots: text, name, dtype, comments, delimiter, skip, columns, rows, missing. A table with two axes.
fn table(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let count = |host: &mut dyn Host, v: &Value| -> Res<usize> { Ok(index::as_index(host, v)?.max(0) as usize) };
    let to = dtype(at(args, 2))?.unwrap_or(DType::Float64);
    let mut comments = Vec::new();
    for mark in sequence(host, at(args, 3))? {
        comments.extend(mark.as_str().filter(|mark| !mark.is_empty()).map(str::to_owned));
    }
    let options = text::Options {
        name: at(args, 1).as_str().unwrap_or_default().to_owned(),
        delimiter: at(args, 4).as_str().map(str::to_owned),
        comments,
        skip: count(host, at(args, 5))?,
        columns: if matches!(at(args, 6), Value::None) { None } else { Some(integers(host, at(args, 6))?) },
        rows: if matches!(at(args, 7), Value::None) { None } else { Some(count(host, at(args, 7))?) },
        missing: if matches!(at(args, 8), Value::None) { None } else { Some(kind::to_float(host, at(args, 8))?) },
        dtype: Some(to),
    };
    let content = at(args, 0).as_str().ok_or_else(|| type_error("a table is read from a text"))?;
    let chunk = with_dtype!(to, T => {
        let found = text::read::<T>(content, &options)?;
        Chunk::of(found.items, vec![found.rows, found.columns]).typed(to)
    });
    let chunk = if to.is_open() { fitted(chunk, to)? } else { chunk };
    Ok(NdArray::value(chunk))
}

/// Fixed strings as wide as the longest.
fn fitted(chunk: Chunk, to: DType) -> Res<Chunk> {
    let widths = chunk.to_vec::<crate::data::Text>()?.into_iter().map(|text| text.width(to.kind()));
    let width = widths.max().unwrap_or(1).max(1);
    Ok(chunk.typed(to.of_width(width)))
}

/// Slots: a field's text, a dtype. The number in it; `None` where there is none.
fn field(_: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let to = dtype(at(args, 1))?.unwrap_or(DType::Float64);
    let text = at(args, 0).as_str().ok_or_else(|| type_error("a field is a text"))?;
    Ok(text::scalar(text, to).map_or(Value::None, |value| NdArray::value(Chunk::scalar(value).typed(to))))
}

/// Slots: a file's name, a text.
fn write(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let text = at(args, 1).as_str().ok_or_else(|| type_error("what is written is a text"))?.to_owned();
    write_bytes(host, &path(at(args, 0))?, text.as_bytes())?;
    Ok(Value::None)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy._load", load),
    row("numpy.save", save),
    row("numpy.lib._npyio._content", content),
    row("numpy.lib._npyio._table", table),
    row("numpy.lib._npyio._field", field),
    row("numpy.lib._npyio._write", write),
];
