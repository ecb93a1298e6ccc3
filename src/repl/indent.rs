//! Indentation at the prompt: how deep the next line begins, and what Tab and Backspace do in front of a line.

/// Spaces of one level.
pub const LEVEL: usize = 4;

/// Statements after which a block can't go on.
const LEAVES: &[&str] = &["return", "pass", "break", "continue", "raise"];

/// The indentation of the line that follows `before`, the text up to the cursor.
pub fn of_next_line(before: &str) -> String {
    let line = before.rsplit('\n').next().unwrap_or("");
    let code = line.trim_start();
    let depth = line.len() - code.len();
    let first = code.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let depth = match () {
        _ if code.trim_end().ends_with(':') => depth + LEVEL,
        _ if LEAVES.contains(&first) => depth.saturating_sub(LEVEL),
        _ => depth,
    };
    " ".repeat(depth)
}

/// How many spaces Tab inserts after `before`: up to the next level, where only indentation stands in front.
pub fn on_tab(before: &str) -> Option<usize> {
    let width = in_front(before)?;
    Some(LEVEL - width % LEVEL)
}

/// Whether Backspace after `before` takes a whole level.
pub fn dedents(before: &str) -> bool {
    in_front(before).is_some_and(|width| width > 0 && width % LEVEL == 0)
}

/// The width of the last line, where it is only spaces and others stand above.
fn in_front(before: &str) -> Option<usize> {
    let (_, line) = before.rsplit_once('\n')?;
    line.chars().all(|c| c == ' ').then_some(line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_where_its_block_is() {
        assert_eq!(of_next_line("for i in x:"), "    ");
        assert_eq!(of_next_line("for i in x:\n    if i:  "), "        ");
        assert_eq!(of_next_line("def f():\n    return 1"), "");
        assert_eq!(of_next_line("x = [\n    1,"), "    ");
        assert_eq!(of_next_line("returned = ("), "");
    }

    #[test]
    fn tab_and_backspace_move_by_levels() {
        assert_eq!(on_tab("for i in x:\n  "), Some(2));
        assert_eq!(on_tab("for"), None);
        assert!(dedents("if a:\n        "));
        assert!(!dedents("if a:\n     "));
        assert!(!dedents("if a:\n"));
        assert!(!dedents("if a:\n    b"));
    }
}
