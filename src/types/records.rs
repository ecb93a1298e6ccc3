//! Samples of JSON records: before the run, the first lines of the first files are read, so that a field that no record has
//! can be told. A sample proves nothing of the rest, so what it says is a warning and never an error.

use crate::data::suggest;
use crate::io::codec::{Encoding, Errors};
use crate::io::compress::Compression;
use crate::io::json::{self, Kind};
use crate::io::lines::{self, Ends, Lines, Options, Partition, Piece};

/// How many files are looked into.
const FILES: usize = 3;
/// How many lines of each.
const LINES: usize = 20;
/// A longer line, in bytes, ends the sample.
const LONG: usize = 1 << 16;
/// How many files of a folder are listed to find those of a pattern.
const LISTED: usize = 100_000;
/// How many fields a message names.
const NAMED: usize = 12;

/// What is known of the elements of a bag beside their type.
#[derive(Clone, Debug, PartialEq)]
pub enum Sample {
    /// Some of the texts.
    Texts(Vec<String>, String),
    /// Some of the records.
    Records(Records),
}

/// What some records have in common, or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Records {
    fields: Vec<Seen>,
    count: usize,
    /// Where they were read, in words.
    place: String,
}

/// A field of a dict in the script: its name, the type of its value, and if that is a dict, the JSON that would give it.
pub type Field = (String, &'static str, Option<String>);

/// A field that some records have.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    name: String,
    /// The types of its values, as Python calls them.
    types: Vec<&'static str>,
    /// The texts of those values that are records; `None`: some are none.
    nested: Option<Vec<String>>,
}

/// The files of a path or a pattern (with stars in its last part) that are there, sorted; `None` where that is not known.
fn files(path: &str) -> Option<Vec<String>> {
    if path.contains("://") || path.contains('[') {
        return None;
    }
    let path = lines::absolute(path);
    if !path.contains(['*', '?']) {
        return Some(vec![path]);
    }
    let (folder, pattern) = path.rsplit_once('/')?;
    if folder.contains(['*', '?']) {
        return None;
    }
    let listed = std::fs::read_dir(if folder.is_empty() { "/" } else { folder }).ok()?;
    let names = listed.take(LISTED).filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut found: Vec<String> = names
        .filter(|name| matches(pattern.as_bytes(), name.as_bytes()))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    found.sort();
    Some(found)
}

/// Whether a name is one of a pattern with `*` and `?`.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match (pattern.get(p), name.get(n)) {
            (Some(b'*'), _) => {
                star = Some((p, n));
                p += 1;
            }
            (Some(b'?'), _) => (p, n) = (p + 1, n + 1),
            (Some(want), Some(have)) if want == have => (p, n) = (p + 1, n + 1),
            _ => match star {
                Some((at, from)) => {
                    (p, n) = (at + 1, from + 1);
                    star = Some((at, from + 1));
                }
                None => return false,
            },
        }
    }
    pattern.get(p..).is_some_and(|rest| rest.iter().all(|byte| *byte == b'*'))
}

impl Sample {
    /// The first lines of the first files of some paths or patterns; `None` where they cannot be read.
    pub fn of_files(paths: &[&str], compression: Option<&str>) -> Option<Sample> {
        let mut all = Vec::new();
        for path in paths {
            all.extend(files(path)?);
        }
        let mut texts = Vec::new();
        for path in all.iter().take(FILES) {
            first_lines(path, compression, &mut texts)?;
        }
        let first = all.first()?;
        let name = first.rsplit('/').next().unwrap_or(first);
        let place = match all.len().min(FILES) {
            1 => name.to_owned(),
            2 => format!("{name} and another file"),
            count => format!("{name} and {} more files", count - 1),
        };
        (!texts.is_empty()).then_some(Sample::Texts(texts, place))
    }

    /// Some of the texts of a sequence.
    pub fn of_texts(texts: Vec<String>) -> Option<Sample> {
        (!texts.is_empty()).then(|| Sample::Texts(texts, "the sequence".to_owned()))
    }

    /// What `json.loads` makes of the texts; `None` where some are no records.
    pub fn loaded(&self) -> Option<Sample> {
        match self {
            Sample::Texts(texts, place) => {
                Records::of(texts.iter().map(String::as_str), place.clone()).map(Sample::Records)
            }
            Sample::Records(_) => None,
        }
    }

    /// What stands under a field, of records.
    pub fn item(&self, name: &str) -> Option<Sample> {
        match self {
            Sample::Records(records) => records.item(name).map(Sample::Records),
            Sample::Texts(..) => None,
        }
    }
}

fn first_lines(path: &str, compression: Option<&str>, texts: &mut Vec<String>) -> Option<()> {
    let compression = Compression::named(compression, path).ok()?;
    let piece = Piece { path: path.into(), compression, range: None };
    let options = Options { encoding: Encoding::Utf8, errors: Errors::Strict, ends: Ends::Universal };
    let mut lines = Lines::new(&Partition { pieces: vec![piece] }, &options);
    for _ in 0..LINES {
        match lines.next_line().ok()? {
            Some(line) if line.len() > LONG => return None,
            Some(line) => texts.push(line.to_owned()),
            None => break,
        }
    }
    Some(())
}

impl Records {
    fn of<'t>(texts: impl Iterator<Item = &'t str>, place: String) -> Option<Records> {
        let mut records = Records { fields: Vec::new(), count: 0, place };
        let mut fields = Vec::new();
        for text in texts {
            if !json::scan(text, &mut fields) {
                return None;
            }
            records.count += 1;
            for field in &fields {
                let cut = |(start, end): (u32, u32)| text.get(start as usize..end as usize).unwrap_or("");
                records.see(cut(field.key), cut(field.value), field.kind);
            }
        }
        (records.count > 0).then_some(records)
    }

    /// Dicts whose keys stand in the script; `None` if there are none.
    pub fn of_dicts(all: Vec<Vec<Field>>) -> Option<Records> {
        let mut records = Records { fields: Vec::new(), count: 0, place: "the script".to_owned() };
        for (name, ty, nested) in all.iter().flatten() {
            records.see_typed(name, ty, nested.as_deref());
        }
        (!all.is_empty()).then_some(records)
    }

    /// Whether all records are known, so that none is left out of the sample.
    pub fn complete(&self) -> bool {
        self.count == 0
    }

    fn see(&mut self, name: &str, value: &str, kind: Kind) {
        let ty = match kind {
            Kind::Plain | Kind::Escaped => "str",
            Kind::Small => "int",
            Kind::Number if value.contains(['.', 'e', 'E']) => "float",
            Kind::Number => "int",
            Kind::Word if value == "null" => "None",
            Kind::Word => "bool",
            Kind::Nested if value.starts_with('{') => "dict",
            Kind::Nested => "list",
        };
        self.see_typed(name, ty, (ty == "dict").then_some(value));
    }

    fn see_typed(&mut self, name: &str, ty: &'static str, nested: Option<&str>) {
        let at = match self.fields.iter().position(|seen| seen.name == name) {
            Some(at) => at,
            None => {
                self.fields.push(Seen { name: name.to_owned(), types: Vec::new(), nested: Some(Vec::new()) });
                self.fields.len() - 1
            }
        };
        let Some(seen) = self.fields.get_mut(at) else { return };
        if !seen.types.contains(&ty) {
            seen.types.push(ty);
        }
        match (&mut seen.nested, nested) {
            (Some(texts), Some(text)) => texts.push(text.to_owned()),
            (held, _) => *held = None,
        }
    }

    /// Whether some record has a field.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|seen| seen.name == name)
    }

    /// The records that stand under a field.
    pub fn item(&self, name: &str) -> Option<Records> {
        let seen = self.fields.iter().find(|seen| seen.name == name)?;
        let texts = seen.nested.as_ref()?;
        Records::of(texts.iter().map(String::as_str), format!("{}, under '{name}'", self.place))
    }

    /// The field that was meant, perhaps.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        suggest::nearest(name, self.fields.iter().map(|seen| seen.name.as_str()))
    }

    /// How many were read, and where.
    pub fn place(&self) -> String {
        match self.count {
            0 => format!("the records stand in {}", self.place),
            1 => format!("one record was read, in {}", self.place),
            count => format!("{count} records were read, in {}", self.place),
        }
    }

    /// The fields with their types.
    pub fn shown(&self) -> String {
        let named = self.fields.iter().take(NAMED).map(|seen| format!("{} ({})", seen.name, seen.types.join(" or ")));
        let more = if self.fields.len() > NAMED { ", ..." } else { "" };
        format!("the fields are {}{more}", named.collect::<Vec<String>>().join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_matched() {
        for (pattern, name, is) in [
            ("*.json", "a.json", true),
            ("*.json", "a.jsonl", false),
            ("a?c*", "abcd", true),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxbyy", false),
            ("*", "", true),
        ] {
            assert_eq!(matches(pattern.as_bytes(), name.as_bytes()), is, "{pattern} {name}");
        }
    }

    #[test]
    fn fields_are_known_by_name_and_type() {
        let texts =
            [r#"{"name": "Ann", "at": {"city": "Ulm"}, "n": 1}"#, r#"{"name": null, "at": {"zip": 2}, "n": 1.5}"#];
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        let Some(Sample::Records(found)) = Sample::of_texts(texts).and_then(|sample| sample.loaded()) else { panic!() };
        assert_eq!(found.shown(), "the fields are name (str or None), at (dict), n (int or float)");
        assert_eq!(found.nearest("nmae"), Some("name"));
        let at = found.item("at").unwrap();
        assert!(at.has("city") && at.has("zip") && !at.has("name"));
        assert!(found.item("n").is_none());
    }
}
