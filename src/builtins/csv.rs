//! `csv`: rows of a text, as the state machine of CPython's `_csv` tells them, and rows written.

use std::cell::Cell;
use std::rc::Rc;

use super::args::{at, inner};
use super::{Row, row};
use crate::data::raised::type_error;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::{Host, Native, Str, TypeInfo, Value, bytes, iter, kind, number, parse, repr};

static READER: TypeInfo = TypeInfo { name: "reader", module: "_csv", declared: "csv._Reader", base: None };
static WRITER: TypeInfo = TypeInfo { name: "writer", module: "_csv", declared: "csv._Writer", base: None };

/// The rows.
pub const ROWS: &[Row] = &[
    row("csv._Reader", |_, _| Ok(Value::Type(&READER))),
    row("csv._Writer", |_, _| Ok(Value::Type(&WRITER))),
    // Slots: what gives lines; the settings.
    row("csv._reader", |h, a| {
        let lines = match iter::iter(h, at(a, 0)) {
            Ok(lines) => lines,
            Err(raised) if raised.class == ExcClass::TypeError => {
                return Err(type_error("argument 1 must be an iterator"));
            }
            Err(raised) => return Err(raised),
        };
        let how = Settings::of(at(a, 1))?;
        Ok(Value::native(Reader { lines, how, count: Cell::new(0), dialect: at(a, 2).clone() }))
    }),
    row("csv._writer", |h, a| {
        let Ok(write) = h.getattr(at(a, 0), Sym::new("write")) else {
            return Err(type_error("argument 1 must have a \"write\" method"));
        };
        Ok(Value::native(Writer { write, how: Settings::of(at(a, 1))?, dialect: at(a, 2).clone() }))
    }),
    row("csv._Writer.writerow", |h, a| {
        let this = writer(a)?;
        let line = this.line(h, at(a, 1))?;
        h.call(&this.write, &[Value::string(line)], &[])
    }),
    row("csv._Writer.writerows", |h, a| {
        let rows = iter::iter(h, at(a, 1))?;
        while let Some(row) = iter::next(h, &rows)? {
            let this = writer(a)?;
            let line = this.line(h, &row)?;
            h.call(&this.write, &[Value::string(line)], &[])?;
        }
        Ok(Value::None)
    }),
    row("csv.Error", |_, _| Ok(Value::ExcType(ExcClass::CsvError))),
];

const MINIMAL: i64 = 0;
const ALL: i64 = 1;
const NONNUMERIC: i64 = 2;
const NONE: i64 = 3;

/// How rows are written as text: a tuple of delimiter, quote, escape, doublequote, skipinitialspace, line end, quoting,
/// strict.
struct Settings {
    delimiter: char,
    quote: Option<char>,
    escape: Option<char>,
    double: bool,
    skip: bool,
    end: String,
    quoting: i64,
    strict: bool,
    /// Which characters of ASCII mean something, and whether others do.
    marks: [bool; 128],
    wide: bool,
}

impl Settings {
    fn of(v: &Value) -> Res<Settings> {
        let Value::Tuple(tuple) = v else { return Err(type_error("csv: settings are a tuple")) };
        let get = |at: usize| tuple.items.get(at).unwrap_or(&Value::None);
        let one = |at: usize| get(at).as_str().and_then(|text| text.chars().next());
        let flag = |at: usize| match get(at) {
            Value::Bool(flag) => *flag,
            Value::Int(value) => *value != 0,
            _ => false,
        };
        let quoting = if let Value::Int(quoting) = get(6) { *quoting } else { MINIMAL };
        let mut made = Settings {
            delimiter: one(0).unwrap_or(','),
            quote: one(1),
            escape: one(2),
            double: flag(3),
            skip: flag(4),
            end: get(5).as_str().unwrap_or("\r\n").to_owned(),
            quoting,
            strict: flag(7),
            marks: [false; 128],
            wide: false,
        };
        let chars = [Some(made.delimiter), made.escape, made.quote].into_iter().flatten();
        for c in chars.chain(made.end.chars()) {
            match made.marks.get_mut(c as usize) {
                Some(place) => *place = true,
                None => made.wide = true,
            }
        }
        Ok(made)
    }

    /// Whether a character is the delimiter, the quote, the escape or one of the line's end.
    fn special(&self, c: char) -> bool {
        match self.marks.get(c as usize) {
            Some(special) => *special,
            None => c == self.delimiter || Some(c) == self.escape || Some(c) == self.quote || self.end.contains(c),
        }
    }

    /// Whether none of the characters of a text is special.
    fn is_plain(&self, text: &str) -> bool {
        match self.wide {
            true => !text.chars().any(|c| self.special(c)),
            false => !text.bytes().any(|byte| self.marks.get(usize::from(byte)).copied().unwrap_or(false)),
        }
    }
}

fn error(message: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::CsvError, message)
}

/// What reads rows.
struct Reader {
    lines: Value,
    how: Settings,
    count: Cell<i64>,
    dialect: Value,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Record,
    Field,
    Escaped,
    In,
    Quoted,
    EscapedInQuoted,
    QuoteInQuoted,
    Eat,
    AfterEscapedEnd,
}

/// A row in the making.
struct Making<'h> {
    how: &'h Settings,
    state: State,
    field: String,
    numeric: bool,
    fields: Vec<Value>,
}

impl Making<'_> {
    fn save(&mut self) -> Res<()> {
        let text = std::mem::take(&mut self.field);
        if std::mem::take(&mut self.numeric) {
            self.fields.push(Value::Float(parse::float(&text)?));
        } else {
            self.fields.push(Value::string(text));
        }
        Ok(())
    }

    /// One character; `None`: the end of the line.
    fn take(&mut self, c: Option<char>) -> Res<()> {
        let end = matches!(c, None | Some('\n' | '\r'));
        match self.state {
            State::Record | State::Field => return self.begin(c, end),
            State::Escaped => {
                if matches!(c, Some('\n' | '\r')) {
                    self.field.extend(c);
                    self.state = State::AfterEscapedEnd;
                } else {
                    self.field.push(c.unwrap_or('\n'));
                    self.state = State::In;
                }
            }
            State::AfterEscapedEnd if c.is_none() => {}
            State::In | State::AfterEscapedEnd => {
                if end {
                    self.save()?;
                    self.state = if c.is_none() { State::Record } else { State::Eat };
                } else if c == self.how.escape {
                    self.state = State::Escaped;
                } else if c == Some(self.how.delimiter) {
                    self.save()?;
                    self.state = State::Field;
                } else {
                    self.field.extend(c);
                    self.state = State::In;
                }
            }
            State::Quoted => {
                if c.is_none() {
                } else if c == self.how.escape {
                    self.state = State::EscapedInQuoted;
                } else if c == self.how.quote && self.how.quoting != NONE {
                    self.state = if self.how.double { State::QuoteInQuoted } else { State::In };
                } else {
                    self.field.extend(c);
                }
            }
            State::EscapedInQuoted => {
                self.field.push(c.unwrap_or('\n'));
                self.state = State::Quoted;
            }
            State::QuoteInQuoted => {
                if c.is_some() && c == self.how.quote && self.how.quoting != NONE {
                    self.field.extend(c);
                    self.state = State::Quoted;
                } else if c == Some(self.how.delimiter) {
                    self.save()?;
                    self.state = State::Field;
                } else if end {
                    self.save()?;
                    self.state = if c.is_none() { State::Record } else { State::Eat };
                } else if !self.how.strict {
                    self.field.extend(c);
                    self.state = State::In;
                } else {
                    let (delimiter, quote) = (self.how.delimiter, self.how.quote.unwrap_or('"'));
                    return Err(error(format!("'{delimiter}' expected after '{quote}'")));
                }
            }
            State::Eat => match c {
                Some('\n' | '\r') => {}
                None => self.state = State::Record,
                Some(_) => {
                    let text = "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?";
                    return Err(error(text));
                }
            },
        }
        Ok(())
    }

    fn begin(&mut self, c: Option<char>, end: bool) -> Res<()> {
        if self.state == State::Record {
            match c {
                None => return Ok(()),
                Some('\n' | '\r') => {
                    self.state = State::Eat;
                    return Ok(());
                }
                Some(_) => self.state = State::Field,
            }
        }
        if end {
            self.save()?;
            self.state = if c.is_none() { State::Record } else { State::Eat };
        } else if c == self.how.quote && self.how.quoting != NONE {
            self.state = State::Quoted;
        } else if c == self.how.escape {
            self.state = State::Escaped;
        } else if c == Some(' ') && self.how.skip {
        } else if c == Some(self.how.delimiter) {
            self.save()?;
        } else {
            self.numeric = self.how.quoting == NONNUMERIC;
            self.field.extend(c);
            self.state = State::In;
        }
        Ok(())
    }
}

impl Reader {
    /// A line without quotes and escapes.
    fn plain(&self, whole: &Str) -> Option<Vec<Value>> {
        let (how, line) = (&self.how, whole.as_str());
        if how.skip || how.quoting == NONNUMERIC || how.escape.is_some() {
            return None;
        }
        let body = line.strip_suffix("\r\n").or_else(|| line.strip_suffix('\n')).unwrap_or(line);
        let (delimiter, quote) = (u8::try_from(how.delimiter), u8::try_from(how.quote.unwrap_or('\n')));
        let (Ok(delimiter @ ..128), Ok(quote @ ..128)) = (delimiter, quote) else { return None };
        if body.is_empty() || memchr::memchr3(b'\n', b'\r', quote, body.as_bytes()).is_some() {
            return None;
        }
        let field = |from: usize, to: usize| Value::Str(Rc::new(whole.part(body.get(from..to).unwrap_or(""))));
        let mut fields = Vec::with_capacity(8);
        let mut from = 0;
        for at in memchr::memchr_iter(delimiter, body.as_bytes()) {
            fields.push(field(from, at));
            from = at + 1;
        }
        fields.push(field(from, body.len()));
        Some(fields)
    }

    fn row(&self, host: &mut dyn Host) -> Res<Option<Value>> {
        let mut making =
            Making { how: &self.how, state: State::Record, field: String::new(), numeric: false, fields: Vec::new() };
        loop {
            let Some(line) = iter::next(host, &self.lines)? else {
                // The end within a field: what there is is the last row.
                if !making.field.is_empty() || making.state == State::Quoted {
                    if self.how.strict {
                        return Err(error("unexpected end of data"));
                    }
                    making.save()?;
                    return Ok(Some(Value::list(making.fields)));
                }
                return Ok(None);
            };
            let Value::Str(text) = inner(&line) else {
                let name = kind::type_name(&line);
                let which = if bytes::of(&line).is_some() { "bytes" } else { &name };
                return Err(error(format!(
                    "iterator should return strings, not {which} (the file should be opened in text mode)"
                )));
            };
            self.count.set(self.count.get() + 1);
            if making.state == State::Record
                && let Some(fields) = self.plain(text)
            {
                return Ok(Some(Value::list(fields)));
            }
            for c in text.as_str().chars() {
                making.take(Some(c))?;
            }
            making.take(None)?;
            if making.state == State::Record {
                return Ok(Some(Value::list(making.fields)));
            }
        }
    }
}

impl Native for Reader {
    fn type_info(&self) -> &'static TypeInfo {
        &READER
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("<_csv.reader object at {:#x}>", std::ptr::from_ref(self) as usize))
    }

    fn truth(&self, _: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(match name.as_str() {
            "line_num" => Some(Value::Int(self.count.get())),
            "dialect" => Some(self.dialect.clone()),
            _ => None,
        })
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        self.row(host).map(Some)
    }
}

/// What writes rows.
struct Writer {
    write: Value,
    how: Settings,
    dialect: Value,
}

fn writer(a: &[Value]) -> Res<&Writer> {
    at(a, 0).as_native::<Writer>().ok_or_else(|| type_error("a csv.writer is required"))
}

impl Writer {
    fn line(&self, host: &mut dyn Host, row: &Value) -> Res<String> {
        if !iter::iterable(row) {
            return Err(error(format!("iterable expected, not {}", kind::type_name(row))));
        }
        let fields = iter::collect(host, row)?;
        let mut out = String::new();
        for (at, field) in fields.iter().enumerate() {
            if at > 0 {
                out.push(self.how.delimiter);
            }
            let numeric = number::as_f64(field).is_some() || matches!(field, Value::BigInt(_) | Value::Np(..));
            let made;
            let text = match inner(field) {
                Value::Str(text) => text.as_str(),
                Value::None => "",
                Value::Int(x) => {
                    made = Str::of_int(*x);
                    made.as_str()
                }
                Value::Float(x) => {
                    made = Str::from(repr::float(*x));
                    made.as_str()
                }
                _ => {
                    made = Str::from(repr::str_(host, field)?);
                    made.as_str()
                }
            };
            let wanted = match self.how.quoting {
                ALL => true,
                NONNUMERIC => !numeric,
                _ => false,
            };
            self.field(text, wanted, fields.len() == 1, &mut out)?;
        }
        out.push_str(&self.how.end);
        Ok(out)
    }

    fn field(&self, text: &str, wanted: bool, alone: bool, out: &mut String) -> Res<()> {
        let how = &self.how;
        let mut quoted = wanted;
        if !wanted && !text.is_empty() && how.is_plain(text) {
            out.push_str(text);
            return Ok(());
        }
        if text.is_empty() && alone {
            if how.quoting == NONE {
                return Err(error("single empty field record must be quoted"));
            }
            quoted = true;
        }
        let mut body = String::with_capacity(text.len() + 2);
        for c in text.chars() {
            if how.special(c) {
                let mut escape = how.quoting == NONE;
                if !escape && Some(c) == how.quote {
                    if how.double {
                        body.push(c);
                    } else {
                        escape = true;
                    }
                } else if !escape && Some(c) == how.escape {
                    escape = true;
                }
                if escape {
                    let Some(mark) = how.escape else { return Err(error("need to escape, but no escapechar set")) };
                    body.push(mark);
                } else {
                    quoted = true;
                }
            }
            body.push(c);
        }
        match how.quote.filter(|_| quoted) {
            Some(mark) => {
                out.push(mark);
                out.push_str(&body);
                out.push(mark);
            }
            None => out.push_str(&body),
        }
        Ok(())
    }
}

impl Native for Writer {
    fn type_info(&self) -> &'static TypeInfo {
        &WRITER
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("<_csv.writer object at {:#x}>", std::ptr::from_ref(self) as usize))
    }

    fn iterable(&self) -> bool {
        false
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok((name.as_str() == "dialect").then(|| self.dialect.clone()))
    }
}
