//! Tables of numbers in text files: what `loadtxt` and `genfromtxt` read.

use crate::data::raised::{Res, value_error};

/// How a text is read.
#[derive(Clone, Debug, Default)]
pub struct Options {
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
        add_row(&mut table, &fields, options, number + 1)?;
    }
    Ok(table)
}

fn add_row(table: &mut Table, fields: &[&str], options: &Options, line: usize) -> Res<()> {
    let before = table.items.len();
    match &options.columns {
        None => {
            for (column, field) in fields.iter().enumerate() {
                table.items.push(number(field, options, line, column)?);
            }
        }
        Some(columns) => {
            for &column in columns {
                let at = if column < 0 { column + fields.len() as i64 } else { column };
                let field = usize::try_from(at).ok().and_then(|at| fields.get(at));
                let Some(field) = field else {
                    return Err(value_error(format!(
                        "invalid column index {column} at row {} with {} columns",
                        table.rows + 1,
                        fields.len()
                    )));
                };
                table.items.push(number(field, options, line, column.max(0) as usize)?);
            }
        }
    }
    let found = table.items.len() - before;
    if table.rows > 0 && found != table.columns {
        return Err(value_error(format!(
            "the number of columns changed from {} to {found} at row {}; use `usecols` to select a subset and avoid this error",
            table.columns,
            table.rows + 1
        )));
    }
    table.columns = found;
    table.rows += 1;
    Ok(())
}

fn number(field: &str, options: &Options, line: usize, column: usize) -> Res<f64> {
    match (field.parse::<f64>(), options.missing) {
        (Ok(value), _) => Ok(value),
        (Err(_), Some(missing)) => Ok(missing),
        (Err(_), None) => {
            let text = format!(
                "could not convert string '{field}' to float64 at row {}, column {}.",
                line - 1 - options.skip,
                column + 1
            );
            Err(value_error(text)
                .help(format!("line {line} of the file has no number there; genfromtxt reads it as NaN")))
        }
    }
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
