//! Tables of numbers in text files: what `loadtxt` and `genfromtxt` read.

use crate::data::raised::{Raised, Res, value_error};

/// How a text is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The file's name, for messages.
    pub name: String,
    /// What stands between fields; `None`: white space.
    pub delimiter: Option<String>,
    /// What begins a comment; `None`: nothing.
    pub comments: Option<String>,
    /// Lines left out at the start.
    pub skip: usize,
    /// Columns that are kept, negative from the end; `None`: all.
    pub columns: Option<Vec<i64>>,
    /// At most this many rows.
    pub rows: Option<usize>,
    /// What a missing or unreadable field becomes; `None`: an error.
    pub missing: Option<f64>,
}

/// A table: numbers row by row, and how many rows and columns there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Row by row.
    pub items: Vec<f64>,
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
}

/// Read a table.
pub fn read(text: &str, options: &Options) -> Res<Table> {
    let mut table = Table { items: Vec::new(), rows: 0, columns: 0 };
    // `genfromtxt` reports all rows of another length at once.
    let mut uneven = Vec::new();
    for (number, line) in text.lines().enumerate().skip(options.skip) {
        if options.rows == Some(table.rows) {
            break;
        }
        let line = match &options.comments {
            Some(mark) if !mark.is_empty() => line.split(mark.as_str()).next().unwrap_or(""),
            _ => line,
        };
        let line = line.trim_end_matches(['\r', '\n']);
        if line.trim().is_empty() {
            continue;
        }
        let fields: Vec<&str> = match &options.delimiter {
            Some(delimiter) => line.split(delimiter.as_str()).map(str::trim).collect(),
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
fn fits(table: &Table, found: usize, options: &Options) -> bool {
    match &options.columns {
        Some(columns) => columns.iter().all(|&column| {
            let least = if column < 0 { column.unsigned_abs() } else { column.unsigned_abs().saturating_add(1) };
            least <= found as u64
        }),
        None => table.rows == 0 || found == table.columns,
    }
}

fn uneven_rows(table: &Table, uneven: &[(usize, usize)], options: &Options) -> Box<Raised> {
    let wanted = options.columns.as_ref().map_or(table.columns, Vec::len);
    let mut text = "Some errors were detected !".to_owned();
    for (line, found) in uneven {
        text.push_str(&format!("\n    Line #{line} (got {found} columns instead of {wanted})"));
    }
    value_error(text).help(format!("these are lines of {}; give `delimiter=` if it is not right", options.name))
}

fn add_row(table: &mut Table, fields: &[&str], options: &Options, line: usize) -> Res<()> {
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
fn number(field: &str, options: &Options, place: (usize, usize, usize)) -> Res<f64> {
    match (field.parse::<f64>(), options.missing) {
        (Ok(value), _) => Ok(value),
        (Err(_), Some(missing)) => Ok(missing),
        (Err(_), None) => {
            let (row, line, column) = (place.0, place.1, place.2 + 1);
            let text = format!("could not convert string {} to float64 at row {row}, column {column}.", quoted(field));
            let place = format!("in {}, line {line}, column {column} is no number", options.name);
            Err(value_error(text).help(format!("{place}; np.genfromtxt reads such fields as nan")))
        }
    }
}

/// A field as Python writes it.
fn quoted(field: &str) -> String {
    let mark = if field.contains('\'') && !field.contains('"') { '"' } else { '\'' };
    let mut out = String::from(mark);
    for c in field.chars() {
        match c {
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == mark => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push(mark);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tables() {
        let options =
            Options { delimiter: Some(",".into()), comments: Some("#".into()), skip: 1, ..Options::default() };
        let table = read("a,b\n1,2.5\n# note\n3,4\n", &options).unwrap();
        assert_eq!(table, Table { items: vec![1.0, 2.5, 3.0, 4.0], rows: 2, columns: 2 });
        assert!(read("a,b\n1,x\n", &options).is_err());
        let lenient = Options { missing: Some(f64::NAN), ..options };
        assert!(read("a,b\n1,x\n", &lenient).unwrap().items[1].is_nan());
    }
}
