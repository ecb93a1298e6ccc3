//! Tables of numbers in text: what `loadtxt` and `genfromtxt` read.

use crate::data::buffer::Element;
use crate::data::complex::C64;
use crate::data::quote::quote;
use crate::data::raised::{Raised, Res, value_error};
use crate::data::{DType, Scalar, Text};

/// How a text is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The file's name, for messages.
    pub name: String,
    /// What stands between fields; `None`: white space.
    pub delimiter: Option<String>,
    /// What begins a comment.
    pub comments: Vec<String>,
    /// Lines left out at the start.
    pub skip: usize,
    /// Columns that are kept, negative from the end; `None`: all.
    pub columns: Option<Vec<i64>>,
    /// At most this many rows.
    pub rows: Option<usize>,
    /// What a missing or unreadable field becomes; `None`: an error.
    pub missing: Option<f64>,
    /// What fields are read as.
    pub dtype: Option<DType>,
}

impl Options {
    /// What fields are read as: doubles if nothing else is said.
    fn wanted(&self) -> DType {
        self.dtype.unwrap_or(DType::Float64)
    }
}

/// A table: numbers row by row, and how many rows and columns there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T> {
    /// Row by row.
    pub items: Vec<T>,
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
}

/// Read a table of the elements that the options' dtype has.
pub fn read<T: Element>(text: &str, options: &Options) -> Res<Table<T>> {
    let mut table = Table { items: Vec::new(), rows: 0, columns: 0 };
    // `genfromtxt` reports all rows of another length at once.
    let mut uneven = Vec::new();
    for (number, line) in text.lines().enumerate().skip(options.skip) {
        if options.rows == Some(table.rows) {
            break;
        }
        let before = |line: &'_ str, mark: &String| line.find(mark.as_str());
        let end = options.comments.iter().filter_map(|mark| before(line, mark)).min().unwrap_or(line.len());
        let line = line.get(..end).unwrap_or(line);
        let line = line.trim_end_matches(['\r', '\n']);
        if line.trim().is_empty() {
            continue;
        }
        let fields: Vec<&str> = match &options.delimiter {
            Some(delimiter) => line.split(delimiter.as_str()).collect(),
            None => line.split_whitespace().collect(),
        };
        if options.missing.is_some() && !fits(&table, fields.len(), options) {
            uneven.push((number + 1, fields.len()));
            continue;
        }
        add_row(&mut table, &fields, options, number + 1)?;
    }
    match uneven.is_empty() {
        true => Ok(table),
        false => Err(uneven_rows(&table, &uneven, options)),
    }
}

/// Whether a row has the fields that it should have.
fn fits<T>(table: &Table<T>, found: usize, options: &Options) -> bool {
    match &options.columns {
        Some(columns) => columns.iter().all(|&column| {
            let least = if column < 0 { column.unsigned_abs() } else { column.unsigned_abs().saturating_add(1) };
            least <= found as u64
        }),
        None => table.rows == 0 || found == table.columns,
    }
}

fn uneven_rows<T>(table: &Table<T>, uneven: &[(usize, usize)], options: &Options) -> Box<Raised> {
    let wanted = options.columns.as_ref().map_or(table.columns, Vec::len);
    let mut text = "Some errors were detected !".to_owned();
    for (line, found) in uneven {
        text.push_str(&format!("\n    Line #{line} (got {found} columns instead of {wanted})"));
    }
    value_error(text).help(format!("these are lines of {}; give `delimiter=` if it is not right", options.name))
}

fn add_row<T: Element>(table: &mut Table<T>, fields: &[&str], options: &Options, line: usize) -> Res<()> {
    let before = table.items.len();
    match &options.columns {
        None => {
            for (column, field) in fields.iter().enumerate() {
                table.items.push(number(field, options, (table.rows, line, column))?);
            }
        }
        Some(columns) => {
            for &column in columns {
                let at = if column < 0 { column + fields.len() as i64 } else { column };
                let field = usize::try_from(at).ok().and_then(|at| fields.get(at));
                let Some(field) = field else {
                    let (row, count) = (table.rows + 1, fields.len());
                    let text = format!("invalid column index {column} at row {row} with {count} columns");
                    return Err(value_error(text).help(format!("that is line {line} of {}", options.name)));
                };
                let place = (table.rows, line, usize::try_from(at).unwrap_or(0));
                table.items.push(number(field, options, place)?);
            }
        }
    }
    let found = table.items.len() - before;
    if table.rows > 0 && found != table.columns {
        let text = format!(
            "the number of columns changed from {} to {found} at row {}; use `usecols` to select a subset and avoid this error",
            table.columns,
            table.rows + 1
        );
        return Err(value_error(text).help(format!("that is line {line} of {}", options.name)));
    }
    table.columns = found;
    table.rows += 1;
    Ok(())
}

/// The number in a field. `place`: its row, line and column.
fn number<T: Element>(field: &str, options: &Options, place: (usize, usize, usize)) -> Res<T> {
    let dtype = options.wanted();
    let bare = if dtype.is_text() { field } else { field.trim() };
    // `genfromtxt` reads numbers as Python does, with underscores between digits.
    let plain = match options.missing {
        Some(_) if bare.contains('_') => without_underscores(bare),
        _ => None,
    };
    match (scalar(plain.as_deref().unwrap_or(bare), dtype), options.missing) {
        (Some(value), _) => Ok(T::cast(value)),
        (None, Some(missing)) => Ok(T::cast(Scalar::Float64(missing))),
        (None, None) => {
            let (row, line, column) = (place.0, place.1, place.2 + 1);
            let text = format!("could not convert string {} to {dtype} at row {row}, column {column}.", quote(field));
            let place = format!("in {}, line {line}, column {column} is no such number", options.name);
            Err(value_error(text).help(format!("{place}; np.genfromtxt reads such fields as nan")))
        }
    }
}

/// A number without the underscores that stand between two digits.
fn without_underscores(field: &str) -> Option<String> {
    let bytes = field.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let fits = |(at, _): (usize, &str)| digit(at.checked_sub(1)) && digit(at.checked_add(1));
    field.match_indices('_').all(fits).then(|| field.replace('_', ""))
}

/// What a field says as a number of this dtype; `None` where it says none.
pub fn scalar(field: &str, dtype: DType) -> Option<Scalar> {
    match dtype {
        DType::Float32 | DType::Float64 => field.parse::<f64>().ok().map(|value| Scalar::Float64(value).cast(dtype)),
        DType::Complex64 | DType::Complex128 => complex(field).map(|value| Scalar::Complex128(value).cast(dtype)),
        DType::Bool => field.parse::<i64>().ok().map(|value| Scalar::Bool(value != 0)),
        DType::Datetime(_) | DType::Timedelta(_) => moment(field, dtype),
        DType::Text(_) | DType::Bytes(_) => {
            let text = Text::of(field);
            Some(Scalar::Text(if dtype.is_open() { text } else { text.cut(dtype) }, dtype))
        }
        _ => {
            let value = field.parse::<i128>().ok()?;
            let (low, high) = dtype.bounds()?;
            let wide = if value < 0 { Scalar::Int64(value as i64) } else { Scalar::UInt64(value as u64) };
            (low..=high).contains(&value).then(|| wide.cast(dtype))
        }
    }
}

/// A moment in ISO 8601, or a duration as a count of its unit; `NaT`.
fn moment(field: &str, dtype: DType) -> Option<Scalar> {
    use crate::data::Ticks;
    use crate::data::time::parse;
    match (field.parse::<i64>(), dtype) {
        _ if field.eq_ignore_ascii_case("nat") => Some(Scalar::Time(Ticks::NAT, dtype)),
        (Ok(count), DType::Timedelta(_)) => Some(Scalar::Time(Ticks(count), dtype)),
        (_, DType::Datetime(unit)) => Some(Scalar::Time(parse(field).ok()?.ticks(unit), dtype)),
        _ => None,
    }
}

/// `1+2j`, `(1-2j)`, `3`, `4j`.
fn complex(field: &str) -> Option<C64> {
    let inner = field.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(field).trim();
    let Some(body) = inner.strip_suffix(['j', 'J']) else {
        return inner.parse().ok().map(|re| C64::new(re, 0.0));
    };
    // The sign of the imaginary part: the last one that belongs to no exponent and does not begin the text.
    let sign = body.char_indices().rev().find(|&(at, c)| {
        at > 0 && matches!(c, '+' | '-') && !body.get(..at).is_some_and(|before| before.ends_with(['e', 'E']))
    });
    match sign {
        None => body.parse().ok().map(|im| C64::new(0.0, im)),
        Some((at, _)) => {
            let (re, im) = body.split_at_checked(at)?;
            Some(C64::new(re.trim().parse().ok()?, im.parse().ok()?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tables() {
        let options =
            Options { delimiter: Some(",".into()), comments: vec!["#".into()], skip: 1, ..Options::default() };
        let table = read::<f64>("a,b\n1,2.5\n# note\n3,4\n", &options).unwrap();
        assert_eq!(table, Table { items: vec![1.0, 2.5, 3.0, 4.0], rows: 2, columns: 2 });
        assert!(read::<f64>("a,b\n1,x\n", &options).is_err());
        let lenient = Options { missing: Some(f64::NAN), ..options };
        assert!(read::<f64>("a,b\n1,x\n", &lenient).unwrap().items[1].is_nan());
    }

    #[test]
    fn reads_numbers_of_a_dtype() {
        assert_eq!(scalar("9223372036854775807", DType::Int64), Some(Scalar::Int64(i64::MAX)));
        assert_eq!(scalar("300", DType::Int8), None);
        assert_eq!(scalar("1.5", DType::Int64), None);
        assert_eq!(scalar("(1-2e-1j)", DType::Complex128), Some(Scalar::Complex128(C64::new(1.0, -0.2))));
        assert_eq!(scalar("-4j", DType::Complex128), Some(Scalar::Complex128(C64::new(0.0, -4.0))));
        assert_eq!(scalar("x", DType::Complex128), None);
    }
}
