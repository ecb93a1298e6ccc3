//! Known mistakes inside expressions, and what to say when none of them fits.

use super::explain::{Kind, Stop, Token};
use crate::syntax::error::SyntaxError;

type Rule = fn(&Stop) -> Option<SyntaxError>;

/// Asked in this order, after those of the statements.
pub(super) const RULES: &[Rule] = &[
    notebook_command,
    foreign_operator,
    bad_character,
    literal_end,
    reserved_target,
    equals_sign,
    unfinished,
    missing_else,
    keyword_as_name,
    missing_value,
    adjacent,
    unexpected_colon,
];

/// `%matplotlib inline`, `%%time`, `!pip install`: lines of a notebook, which its kernel does not hand to Python.
fn notebook_command(stop: &Stop) -> Option<SyntaxError> {
    let first = stop.tokens.first().filter(|t| stop.at == 0 && (t.text.starts_with('%') || t.text == "!"))?;
    let error = SyntaxError::new(stop.span(first), "a notebook's command is not Python");
    let error = error.because("lines that begin so are for the notebook's kernel or the system's shell");
    Some(error.help("leave the line out; at the prompt `:time` measures, and figures are written to files"))
}

/// Operators of other languages.
fn foreign_operator(stop: &Stop) -> Option<SyntaxError> {
    let near = [stop.at.checked_sub(1), Some(stop.at), Some(stop.at + 1)];
    let mut near = near.into_iter().flatten().filter_map(|index| stop.tokens.get(index));
    let found = near.find(|t| foreign(t.text).is_some() || t.text == "!")?;
    if found.text == "!" {
        let error = SyntaxError::new(stop.span(found), "`!` is written `not`");
        return Some(error.help("write `not x`, or `x != y`"));
    }
    let (cure, more) = foreign(found.text)?;
    let step = matches!(found.text, "++" | "--");
    // `a++b` and `a--b` are sums: here the grammar stopped elsewhere.
    if step && stop.tokens.last().is_none_or(|last| last.start != found.start) && stop.first() != found.text {
        return None;
    }
    let message = if step {
        format!("`{}` is not an operator here", found.text)
    } else {
        format!("`{}` is written `{cure}`", found.text)
    };
    let error = SyntaxError::new(stop.span(found), message);
    Some(error.help(if step { format!("write `x {cure} 1`") } else { more.to_owned() }))
}

fn foreign(text: &str) -> Option<(&'static str, &'static str)> {
    Some(match text {
        "&&" => ("and", "write `a and b`"),
        "||" => ("or", "write `a or b`"),
        "===" => ("==", "write `a == b`, or `a is b` for the same object"),
        "!==" => ("!=", "write `a != b`, or `a is not b`"),
        "<>" => ("!=", "write `a != b`"),
        "=<" => ("<=", "write `a <= b`"),
        "=>" => (">=", "for a comparison write `a >= b`; for a function, `lambda x: ...`"),
        "++" => ("+=", ""),
        "--" => ("-=", ""),
        _ => return None,
    })
}

fn bad_character(stop: &Stop) -> Option<SyntaxError> {
    let here = stop.here().filter(|t| t.kind == Kind::Bad)?;
    let c = here.text.chars().next()?;
    let message = if c.is_ascii() {
        format!("{} has no meaning in Python", if c == '`' { "a backquote".to_owned() } else { format!("`{c}`") })
    } else {
        format!("invalid character '{c}' (U+{:04X})", c as u32)
    };
    let error = SyntaxError::new(stop.span(here), message);
    Some(match c {
        '?' => error.help("for a choice, write `a if condition else b`"),
        '$' => error.help("a name begins with a letter or `_`; to put a value into a text, write `f\"{value}\"`"),
        '`' => error.help("for a text, use plain quotes; for the form of a value, `repr(value)`"),
        _ => error.because("this character can stand only in a string or a comment"),
    })
}

/// `1abc`, `0x`, `1_`.
fn literal_end(stop: &Stop) -> Option<SyntaxError> {
    let index = stop
        .tokens
        .iter()
        .position(|t| t.end > stop.tokens.get(stop.at).map_or(usize::MAX, |h| h.start))
        .unwrap_or(stop.at);
    let touching = |a: &Token, b: &Token| a.end == b.start;
    let pairs = [index.checked_sub(1), Some(index)];
    for at in pairs.into_iter().flatten() {
        let (Some(number), next) = (stop.tokens.get(at), stop.tokens.get(at + 1)) else { continue };
        if number.kind != Kind::Number {
            continue;
        }
        let glued = next.filter(|next| touching(number, next) && matches!(next.kind, Kind::Name | Kind::Number));
        let odd = number.text.ends_with('_') || matches!(number.text.to_ascii_lowercase().as_str(), "0x" | "0o" | "0b");
        let letters = number.text.bytes().any(|b| b.is_ascii_alphabetic())
            && !number.text.starts_with("0")
            && !is_float(number.text);
        if glued.is_none() && !odd && !letters {
            continue;
        }
        let kind = match number.text.get(..2).unwrap_or("").to_ascii_lowercase().as_str() {
            "0x" => "hexadecimal",
            "0o" => "octal",
            "0b" => "binary",
            _ => "decimal",
        };
        let span = glued.map_or(stop.span(number), |next| stop.span(number).to(stop.span(next)));
        let error = SyntaxError::new(span, format!("invalid {kind} literal"));
        return Some(error.because("a name cannot begin with a digit, and a number cannot end in letters"));
    }
    None
}

fn is_float(text: &str) -> bool {
    text.replace('_', "").parse::<f64>().is_ok()
}

/// `class = 1`.
fn reserved_target(stop: &Stop) -> Option<SyntaxError> {
    let first = stop.tokens.first().filter(|t| t.kind == Kind::Keyword)?;
    if stop.at > 1 || !matches!(stop.token(1), "=" | "." | "," | "+=" | "-=" | "*=") {
        return None;
    }
    Some(reserved(stop, first))
}

fn reserved(stop: &Stop, word: &Token) -> SyntaxError {
    let error = SyntaxError::new(stop.span(word), format!("`{}` is a reserved word and cannot be a name", word.text));
    error.help(format!("call it something else, for instance `{}_`", word.text))
}

/// `=` where a comparison must be meant.
fn equals_sign(stop: &Stop) -> Option<SyntaxError> {
    let here = stop.here().filter(|t| t.text == "=")?;
    let error = SyntaxError::new(stop.span(here), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    let condition = matches!(stop.first(), "if" | "elif" | "while" | "assert" | "return");
    let why = if condition {
        "this assigns; a condition compares"
    } else {
        "an assignment cannot stand inside an expression"
    };
    Some(error.because(why).help("write `==` to compare"))
}

/// The line ends where an operand is needed.
fn unfinished(stop: &Stop) -> Option<SyntaxError> {
    let prev = stop.prev()?;
    if stop.here().is_some() || prev.ends_operand() {
        return None;
    }
    let what = match prev.text {
        "def" | "class" | "global" | "nonlocal" | "as" | "." => "a name",
        "import" | "from" => "a module name",
        "for" => "a target",
        "@" if stop.at == 1 => "a decorator",
        _ => "an expression",
    };
    if matches!(prev.text, ":" | ";") {
        return None;
    }
    let error = SyntaxError::new(stop.span(prev), format!("{what} is missing after `{}`", prev.text));
    Some(error.because(format!("{} ends here", stop.unit())))
}

/// `a if b` without `else`.
fn missing_else(stop: &Stop) -> Option<SyntaxError> {
    let open = stop.open().map_or(0, |index| index + 1);
    let inner = stop.tokens.get(open..stop.at)?;
    let test = inner.iter().rposition(|t| t.text == "if")?;
    let since = inner.get(test..)?;
    let in_clause = inner.iter().any(|t| t.text == "for");
    if test == 0
        || in_clause
        || since.len() < 2
        || since.iter().any(|t| t.text == "else")
        || !stop.prev()?.ends_operand()
    {
        return None;
    }
    let error = SyntaxError::new(stop.place(), "expected 'else' after 'if' expression");
    Some(error.label(stop.span(since.first()?), "this `if` chooses a value").help("write `a if condition else b`"))
}

/// A reserved word where a name is needed.
fn keyword_as_name(stop: &Stop) -> Option<SyntaxError> {
    let here = stop.here().filter(|t| t.kind == Kind::Keyword)?;
    let after_operand = stop.prev().is_some_and(Token::ends_operand);
    if after_operand {
        return None;
    }
    let error = |text: String| SyntaxError::new(stop.span(here), text);
    let constant = matches!(here.text, "None" | "True" | "False");
    if here.text == "not" {
        let error = error("`not` cannot follow this operator".to_owned());
        return Some(error.help("put it in brackets: `(not ...)`"));
    }
    if here.text == "lambda" || here.text == "yield" {
        let error = error(format!("`{}` needs brackets here", here.text));
        return Some(error.help(format!("write `({} ...)`", here.text)));
    }
    let names =
        stop.prev().is_some_and(|t| matches!(t.text, "." | "import" | "as" | "class" | "global" | "nonlocal" | "for"));
    let assigned = stop.tokens.get(stop.at + 1).is_some_and(|t| matches!(t.text, "=" | "," | "." | ")"));
    let statement = matches!(
        here.text,
        "return"
            | "raise"
            | "import"
            | "pass"
            | "break"
            | "continue"
            | "del"
            | "assert"
            | "while"
            | "with"
            | "try"
            | "def"
    );
    if names || constant || (assigned && !statement) {
        return Some(reserved(stop, here));
    }
    if statement {
        let error = error(format!("`{}` is a statement and cannot stand in an expression", here.text));
        return Some(error.help("put it on a line of its own"));
    }
    if !matches!(here.text, "if" | "else" | "for" | "in" | "is" | "and" | "or" | "as" | "from") {
        return Some(reserved(stop, here));
    }
    let error = error(format!("an expression is expected before `{}`", here.text));
    Some(error.because(format!("`{}` is a reserved word", here.text)))
}

/// `f(a=)`, `a + )`, `(1, , 2)`.
fn missing_value(stop: &Stop) -> Option<SyntaxError> {
    let (prev, here) = (stop.prev()?, stop.here()?);
    if prev.ends_operand() || !(here.kind == Kind::Close || matches!(here.text, "," | ":" | ";" | "=")) {
        return None;
    }
    let error = if prev.text == "=" && here.kind != Kind::Op {
        SyntaxError::new(stop.span(prev), "expected argument value expression")
            .help("give the argument a value: `name=value`")
    } else if here.text == "," && (prev.kind == Kind::Open || prev.text == ",") {
        SyntaxError::new(stop.span(here), "an item is missing before this comma")
    } else {
        let text = format!("an expression is missing between `{}` and `{}`", prev.text, here.text);
        SyntaxError::new(stop.span(prev).to(stop.span(here)), text)
    };
    Some(error)
}

/// Words that begin statements in other languages, and what Python writes.
const ELSEWHERE: &[(&str, &str)] = &[
    ("switch", "write `if ... elif ... else`"),
    ("case", "write `elif x == value:`"),
    ("foreach", "write `for x in items:`"),
    ("var", "a variable needs no declaration: write `x = 5`"),
    ("let", "a variable needs no declaration: write `x = 5`"),
    ("const", "a variable needs no declaration: write `x = 5`"),
    ("int", "a variable needs no declaration: write `x = 5`, or `x: int = 5`"),
    ("float", "a variable needs no declaration: write `x = 5.0`, or `x: float = 5.0`"),
    ("function", "write `def name(arguments):`"),
    ("func", "write `def name(arguments):`"),
    ("fn", "write `def name(arguments):`"),
    ("unless", "write `if not condition:`"),
    ("until", "write `while not condition:`"),
    ("elseif", "write `elif condition:`"),
    ("elsif", "write `elif condition:`"),
    ("throw", "write `raise ValueError(\"what is wrong\")`"),
    ("new", "a class is called like a function: write `Name(arguments)`"),
    ("include", "write `import module`"),
    ("using", "write `import module`"),
    ("echo", "write `print(...)`"),
];

/// Two operands without an operator between them.
fn adjacent(stop: &Stop) -> Option<SyntaxError> {
    let (prev, here) = (stop.prev()?, stop.here()?);
    if !prev.ends_operand() || !here.begins_operand() || here.text == "not" {
        return None;
    }
    let span = stop.span(prev).to(stop.span(here));
    if stop.open().is_some() {
        let error = SyntaxError::new(span, "invalid syntax. Perhaps you forgot a comma?");
        return Some(
            error
                .because("two expressions without anything between them")
                .help("separate items and arguments with `,`"),
        );
    }
    if prev.kind == Kind::Str && here.kind == Kind::Name || prev.kind == Kind::Name && here.kind == Kind::Str {
        let error = SyntaxError::new(span, "a string and a name stand next to each other");
        return Some(error.help("join texts with `+` or in an f-string; inside a text, write the quote as `\\\"`"));
    }
    let first = (stop.at == 1).then(|| stop.first());
    if let Some((word, cure)) = ELSEWHERE.iter().find(|(word, _)| Some(*word) == first) {
        let error = SyntaxError::new(stop.span(prev), format!("`{word}` does not begin a statement in Python"));
        return Some(error.help(*cure));
    }
    let error = SyntaxError::new(span, "two expressions stand next to each other");
    Some(error.because("an operator is missing between them, or the first word is misspelt"))
}

fn unexpected_colon(stop: &Stop) -> Option<SyntaxError> {
    let here = stop.here().filter(|t| t.text == ":")?;
    let error = SyntaxError::new(stop.span(here), "a `:` cannot stand here");
    Some(match stop.open().map(|index| stop.token(index)) {
        Some("(") => error.help("to give an argument by name, write `name=value`"),
        Some("[") if stop.prev().is_some_and(|t| t.text == "[") => error,
        Some("[") => error.help("a dict is written in braces: `{key: value}`"),
        None => error.because(
            "only the lines of `if`, `for`, `while`, `def`, `class`, `with`, `try` and their clauses end in `:`",
        ),
        _ => error,
    })
}

/// When nothing better is known: what stands there, and what could.
pub(super) fn general(stop: &Stop) -> SyntaxError {
    let error = SyntaxError::new(stop.place(), "invalid syntax");
    let after_operand = stop.prev().is_some_and(Token::ends_operand);
    let expected = match (stop.open().map(|index| stop.token(index)), after_operand) {
        (Some(open), true) => {
            let close = match open {
                "(" => ")",
                "[" => "]",
                _ => "}",
            };
            format!("an operator, `,` or `{close}`")
        }
        (None, true) if stop.here().is_none() => "more".to_owned(),
        (None, true) => "an operator or the end of the line".to_owned(),
        (_, false) if stop.at == 0 => "a statement".to_owned(),
        (_, false) => "an expression".to_owned(),
    };
    match stop.here() {
        Some(token) => error.because(format!("`{}` cannot stand here; expected {expected}", token.text)),
        None => error.because(format!("{} ends here; expected {expected}", stop.unit())),
    }
}
