//! Arrays in files: `.npy` and text.

use super::convert::{array, dtype, flag, integers};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, DType, ExcClass, Raised};
use crate::io::{npy, text};
use crate::kernels::reduce::cast;
use crate::value::array::NdArray;
use crate::value::percent::percent as percent_format;
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

/// The slots that `loadtxt` and `genfromtxt` share.
struct Call<'a> {
    file: &'a Value,
    dtype: &'a Value,
    comments: &'a Value,
    delimiter: &'a Value,
    skip: &'a Value,
    columns: &'a Value,
    unpack: &'a Value,
    rows: &'a Value,
    ndim: i64,
    missing: Option<f64>,
    loadtxt: bool,
}

fn table(host: &mut dyn Host, call: &Call<'_>) -> Res<Value> {
    let name = path(call.file)?;
    if !std::path::Path::new(&name).exists() {
        return Err(Raised::new(ExcClass::FileNotFoundError, format!("{name} not found.")));
    }
    let bytes = read_bytes(host, &name)?;
    let content = std::str::from_utf8(&bytes).map_err(|error| {
        let at = error.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        let line = bytes.iter().take(at).filter(|&&byte| byte == b'\n').count() + 1;
        let text = format!("'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: invalid start byte");
        let help = format!("line {line} of {name} is not UTF-8; convert the file, for instance with iconv");
        Raised::new(ExcClass::UnicodeDecodeError, text).help(help)
    })?;
    let word = |v: &Value| v.as_str().map(str::to_owned);
    let options = text::Options {
        name: name.clone(),
        delimiter: word(call.delimiter).filter(|delimiter| !delimiter.trim().is_empty()),
        comments: word(call.comments),
        skip: index::as_index(host, call.skip)?.max(0) as usize,
        columns: if matches!(call.columns, Value::None) { None } else { Some(integers(host, call.columns)?) },
        rows: if matches!(call.rows, Value::None) {
            None
        } else {
            Some(index::as_index(host, call.rows)?.max(0) as usize)
        },
        missing: call.missing,
    };
    let found = text::read(content, &options)?;
    let to = dtype(call.dtype)?.unwrap_or(DType::Float64);
    let (rows, columns) = (found.rows, found.columns);
    let mut chunk = cast(&Chunk::of(found.items, vec![rows, columns]), to)?;
    if flag(host, call.unpack)? {
        chunk = chunk.reversed().contiguous()?;
    }
    let one_column = columns == 1 && (call.loadtxt || options.columns.is_none() || rows > 0);
    if call.ndim < 2 && (rows == 1 || one_column || rows == 0) {
        let flat = chunk.reshape(vec![chunk.size()])?;
        chunk = if flat.size() == 1 && call.ndim < 1 { flat.reshape(Vec::new())? } else { flat };
    }
    Ok(NdArray::value(chunk))
}

/// `loadtxt(fname, dtype, comments, delimiter, skiprows, usecols, unpack, ndmin, max_rows)`
fn loadtxt(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let ndim = index::as_index(host, at(args, 7))?;
    let call = Call {
        file: at(args, 0),
        dtype: at(args, 1),
        comments: at(args, 2),
        delimiter: at(args, 3),
        skip: at(args, 4),
        columns: at(args, 5),
        unpack: at(args, 6),
        rows: at(args, 8),
        ndim,
        missing: None,
        loadtxt: true,
    };
    table(host, &call)
}

/// `genfromtxt(fname, dtype, comments, delimiter, skip_header, usecols, unpack, filling_values, max_rows)`
fn genfromtxt(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let missing = match at(args, 7) {
        Value::None => f64::NAN,
        value => kind::to_float(host, value)?,
    };
    let call = Call {
        file: at(args, 0),
        dtype: at(args, 1),
        comments: at(args, 2),
        delimiter: at(args, 3),
        skip: at(args, 4),
        columns: at(args, 5),
        unpack: at(args, 6),
        rows: at(args, 8),
        ndim: 0,
        missing: Some(missing),
        loadtxt: false,
    };
    table(host, &call)
}

/// `savetxt(fname, X, fmt, delimiter, newline, header, footer, comments)`
fn savetxt(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let word = |slot: usize| at(args, slot).as_str().unwrap_or("").to_owned();
    let chunk = array(host, at(args, 1), None)?;
    let (format, delimiter, newline) = (word(2), word(3), word(4));
    let columns = if chunk.ndim() == 2 { chunk.shape.last().copied().unwrap_or(1) } else { 1 };
    let mut out = String::new();
    let comment = |out: &mut String, lines: String| {
        if !lines.is_empty() {
            out.push_str(&word(7));
            out.push_str(&lines.replace('\n', &format!("\n{}", word(7))));
            out.push_str(&newline);
        }
    };
    comment(&mut out, word(5));
    for (number, place) in chunk.positions().enumerate() {
        let value = super::convert::python(chunk.at(place));
        out.push_str(&percent_format(host, &format, &value)?);
        out.push_str(if (number + 1).is_multiple_of(columns.max(1)) { &newline } else { &delimiter });
    }
    comment(&mut out, word(6));
    write_bytes(host, &path(at(args, 0))?, out.as_bytes())?;
    Ok(Value::None)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy._load", load),
    row("numpy.save", save),
    row("numpy.loadtxt", loadtxt),
    row("numpy.genfromtxt", genfromtxt),
    row("numpy.savetxt", savetxt),
];
