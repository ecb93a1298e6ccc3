//! Completion and signature hints: what stands before the cursor, asked of the session.

use super::commands::{self, Takes};
use crate::session::Session;

/// One way to go on.
#[derive(Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What the list shows.
    pub shown: String,
    /// What is put in the line.
    pub text: String,
}

/// Candidates for the text from byte `start` to the cursor.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// Where the replaced text begins, in bytes.
    pub start: usize,
    /// In alphabetical order.
    pub candidates: Vec<Candidate>,
}

/// What could stand at the end of `before`, the text up to the cursor.
pub fn complete(session: &mut Session, before: &str) -> Found {
    if let Some(rest) = before.strip_prefix(':') {
        match rest.split_once(char::is_whitespace) {
            None => return plain(1, rest, commands::COMMANDS.iter().map(|command| command.name.to_owned())),
            Some((name, argument)) => {
                let takes = commands::COMMANDS.iter().find(|command| command.name == name).map(|command| command.takes);
                let start = before.len() - argument.trim_start().len();
                match takes {
                    Some(Takes::File) => return files(start, argument.trim_start()),
                    Some(Takes::Word(words)) => {
                        return plain(start, argument.trim_start(), words.iter().map(|&word| word.to_owned()));
                    }
                    _ => {}
                }
            }
        }
    }
    if let Some(start) = open_string(before) {
        return files(start, &before[start..]);
    }
    let word = word_start(before);
    let (head, typed) = before.split_at(word);
    if let Some(head) = head.strip_suffix('.') {
        let owner = &head[operand_start(head)..];
        return plain(word, typed, session.attributes(owner).into_iter());
    }
    let mut names = session.names();
    if let Some(call) = open_call(head) {
        names.extend(session.parameters(call).into_iter().map(|name| format!("{name}=")));
    }
    plain(word, typed, names.into_iter())
}

/// `(x, *, axis=None)` of the call whose bracket was just opened.
pub fn signature_hint(session: &mut Session, line: &str) -> Option<String> {
    let head = line.strip_suffix('(')?;
    let owner = &head[operand_start(head)..];
    if owner.is_empty() {
        return None;
    }
    let text = session.signature(owner)?;
    Some(text.strip_prefix('(').unwrap_or(&text).to_owned())
}

/// The names that begin with what is typed; names with a leading underscore only when one is typed.
fn plain(start: usize, typed: &str, names: impl Iterator<Item = String>) -> Found {
    let fits = |name: &String| name.starts_with(typed) && (typed.starts_with('_') || !name.starts_with('_'));
    let mut found: Vec<String> = names.filter(fits).collect();
    found.sort();
    found.dedup();
    let candidates = found.into_iter().map(|text| Candidate { shown: text.clone(), text }).collect();
    Found { start, candidates }
}

/// Files and folders whose path begins with what is typed.
fn files(start: usize, typed: &str) -> Found {
    let (folder, name) =
        typed.rsplit_once('/').map_or(("", typed), |(_, name)| (&typed[..typed.len() - name.len()], name));
    let listed = std::fs::read_dir(if folder.is_empty() { "." } else { folder });
    let mut candidates = Vec::new();
    for entry in listed.into_iter().flatten().flatten() {
        let Ok(mut shown) = entry.file_name().into_string() else { continue };
        if !shown.starts_with(name) || (shown.starts_with('.') && !name.starts_with('.')) {
            continue;
        }
        if entry.path().is_dir() {
            shown.push('/');
        }
        candidates.push(Candidate { text: format!("{folder}{shown}"), shown });
    }
    candidates.sort_by(|a, b| a.text.cmp(&b.text));
    Found { start, candidates }
}

/// Where the name at the end begins.
fn word_start(text: &str) -> usize {
    let tail = text.chars().rev().take_while(|c| c.is_alphanumeric() || *c == '_');
    text.len() - tail.map(char::len_utf8).sum::<usize>()
}

/// Where the operand at the end begins: names, attributes, calls and subscripts, `a.b(c)[d]`.
fn operand_start(text: &str) -> usize {
    let mut depth = 0usize;
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | ']' => depth += 1,
            '(' | '[' if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            c if c.is_alphanumeric() || c == '_' || c == '.' => {}
            _ => return start,
        }
        start = at;
    }
    start
}

/// The function of the innermost call that is still open.
fn open_call(text: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | ']' | '}' => depth += 1,
            '[' | '{' if depth == 0 => return None,
            '(' if depth == 0 => {
                let head = &text[..at];
                let owner = &head[operand_start(head)..];
                return (!owner.is_empty()).then_some(owner);
            }
            '(' | '[' | '{' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where the text of a string begins that is still open at the end.
fn open_string(text: &str) -> Option<usize> {
    let mut open: Option<(char, usize)> = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match open {
            Some((quote, _)) if c == quote && !escaped => open = None,
            Some(_) => escaped = c == '\\' && !escaped,
            None if c == '"' || c == '\'' => {
                open = Some((c, at + 1));
                escaped = false;
            }
            None => {}
        }
    }
    open.map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_typed() {
        assert_eq!(word_start("x + da.on"), 7);
        assert_eq!(&"x + da.ones(3)"[operand_start("x + da.ones(3)")..], "da.ones(3)");
        assert_eq!(&"f(a[0].b"[operand_start("f(a[0].b")..], "a[0].b");
        assert_eq!(open_call("y = da.ones((3, 4), "), Some("da.ones"));
        assert_eq!(open_call("y = [da.ones(3), "), None);
        assert_eq!(open_string("open('exam"), Some(6));
        assert_eq!(open_string("open('a')"), None);
    }

    #[test]
    fn underscored_names_are_shown_when_asked_for() {
        let names = || ["_a", "b"].iter().map(|s| s.to_string());
        assert_eq!(plain(0, "", names()).candidates.len(), 1);
        assert_eq!(plain(0, "_", names()).candidates[0].text, "_a");
    }
}
