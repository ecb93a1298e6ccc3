//! Known mistakes in the form of statements: headers, colons, blocks, clauses, words of other languages.

use super::explain::{Kind, Stop, is_keyword};
use crate::syntax::error::SyntaxError;

type Rule = fn(&Stop) -> Option<SyntaxError>;

/// Asked in this order.
pub(super) const RULES: &[Rule] = &[
    refused,
    else_if,
    stray_clause,
    missing_block,
    missing_except,
    decorated,
    print_statement,
    import_order,
    except_comma,
    raise_comma,
    parameters,
    walrus_statement,
    missing_colon,
    missing_in,
];

/// Words that begin a header, and what CPython calls the statement.
fn header(word: &str) -> Option<&'static str> {
    Some(match word {
        "if" => "'if' statement",
        "elif" => "'elif' statement",
        "else" => "'else' statement",
        "for" => "'for' statement",
        "while" => "'while' statement",
        "with" => "'with' statement",
        "try" => "'try' statement",
        "except" => "'except' statement",
        "finally" => "'finally' statement",
        "def" => "function definition",
        "class" => "class definition",
        _ => return None,
    })
}

/// What Python has and this language has not.
fn refused(stop: &Stop) -> Option<SyntaxError> {
    let (first, second) = (stop.first(), stop.token(1));
    let ends_in_colon = stop.tokens.last().is_some_and(|t| t.text == ":");
    let at = |index: usize| stop.tokens.get(index).map(|t| stop.span(t));
    let here = stop.here().or(stop.tokens.first())?;
    if matches!(here.text, "async" | "await") {
        let error = SyntaxError::new(stop.span(here), format!("`{}` is not in rdask's language", here.text));
        return Some(error.help("write a plain function and wrap its calls with `dask.delayed`: they run in parallel"));
    }
    let plain = !matches!(second, "=" | "." | "(" | "[" | ":" | ",");
    if first == "match" && ends_in_colon && (stop.block || plain) {
        let error = SyntaxError::new(at(0)?, "`match` statements are not in rdask's language");
        return Some(error.help("write `if ... elif ... else`"));
    }
    if first == "type" && stop.tokens.get(1).is_some_and(|t| t.kind == Kind::Name) && stop.has_outside("=") {
        let error = SyntaxError::new(at(0)?, "`type` statements are not in rdask's language");
        return Some(error.help(format!("write `{second} = ...`")));
    }
    if first == "except" && second == "*" {
        let error = SyntaxError::new(at(1)?, "`except*` is not in rdask's language");
        return Some(error.help("write `except`"));
    }
    None
}

fn else_if(stop: &Stop) -> Option<SyntaxError> {
    if stop.first() == "else" && stop.token(1) == "if" {
        let span = stop.span(stop.tokens.first()?).to(stop.span(stop.tokens.get(1)?));
        return Some(SyntaxError::new(span, "`else if` is written `elif`").help("write `elif condition:`"));
    }
    let foreign = matches!(stop.first(), "elseif" | "elsif") && stop.tokens.len() > 1;
    if foreign {
        let span = stop.span(stop.tokens.first()?);
        return Some(
            SyntaxError::new(span, format!("`{}` is written `elif`", stop.first())).help("write `elif condition:`"),
        );
    }
    None
}

/// A clause whose statement is not there, or is over.
fn stray_clause(stop: &Stop) -> Option<SyntaxError> {
    if stop.at != 0 {
        return None;
    }
    let word = stop.first();
    let (what, why) = match word {
        "else" => (
            "`else` without an `if`, `for`, `while` or `try` that it could belong to",
            "an `else` stands at the indentation of its `if`, once, after all `elif`",
        ),
        "elif" => (
            "`elif` without an `if` that it could belong to",
            "an `elif` stands at the indentation of its `if`, before the `else`",
        ),
        "except" => (
            "`except` without a `try` that it could belong to",
            "an `except` stands at the indentation of its `try`, before `else` and `finally`",
        ),
        "finally" => (
            "`finally` without a `try` that it could belong to",
            "a `finally` stands at the indentation of its `try`, once and last",
        ),
        _ => return None,
    };
    Some(SyntaxError::new(stop.place(), what).help(why))
}

/// A header with nothing below it.
fn missing_block(stop: &Stop) -> Option<SyntaxError> {
    let word = stop.tokens.iter().map(|t| t.text).find(|word| header(word).is_some())?;
    let what = header(stop.first())?;
    let complete = stop.tokens.last().is_some_and(|t| t.text == ":");
    if word != stop.first() || !complete || stop.block || stop.at < stop.tokens.len() {
        return None;
    }
    let span = stop.span(stop.tokens.first()?).to(stop.span(stop.tokens.last()?));
    let error = SyntaxError::indentation(span, format!("expected an indented block after {what}"));
    let error = error.because("nothing is indented below this line").help("indent what belongs to it, or write `pass`");
    Some(if stop.last { error.incomplete() } else { error })
}

/// A `try` block is over and no clause follows.
fn missing_except(stop: &Stop) -> Option<SyntaxError> {
    let after_block = stop.before.ends_with(crate::syntax::layout::DEDENT) || stop.tokens.is_empty();
    let tried = stop.before.rsplit([
        crate::syntax::layout::NEWLINE,
        crate::syntax::layout::INDENT,
        crate::syntax::layout::DEDENT,
    ]);
    let tried = tried.map(str::trim).any(|line| line == "try:" || line == "try :");
    if !after_block || !tried || stop.at != 0 {
        return None;
    }
    let error = SyntaxError::new(stop.place(), "expected 'except' or 'finally' block");
    let error =
        error.because("the `try` before this has neither").help("add `except SomeError:` below the `try` block");
    Some(if stop.last && stop.tokens.is_empty() { error.incomplete() } else { error })
}

/// A decorator with nothing to decorate.
fn decorated(stop: &Stop) -> Option<SyntaxError> {
    let control = [crate::syntax::layout::NEWLINE, crate::syntax::layout::INDENT, crate::syntax::layout::DEDENT];
    let line = stop.before.trim_end_matches(control).rsplit(control).next().unwrap_or("");
    if stop.at != 0 || !line.starts_with('@') {
        return None;
    }
    let error = SyntaxError::new(stop.place(), "a `def` or `class` is expected after a decorator");
    Some(if stop.last && stop.tokens.is_empty() { error.incomplete() } else { error })
}

fn print_statement(stop: &Stop) -> Option<SyntaxError> {
    let word = stop.first();
    let operand = stop.tokens.get(1).is_some_and(|t| t.begins_operand() && t.kind != Kind::Open);
    if !matches!(word, "print" | "exec") || !operand || stop.at != 1 {
        return None;
    }
    let span = stop.span(stop.tokens.first()?).to(stop.span(stop.tokens.last()?));
    let error = SyntaxError::new(span, format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?"));
    Some(match word {
        "print" => error.help("`print` is a function: write `print(...)`"),
        _ => error.help("rdask has no `exec`: put the code into a function, or into a file and import it"),
    })
}

fn import_order(stop: &Stop) -> Option<SyntaxError> {
    if stop.first() == "import" && stop.has_outside("from") {
        let span = stop.span(stop.tokens.first()?).to(stop.span(stop.tokens.last()?));
        return Some(
            SyntaxError::new(span, "`import ... from ...` is written the other way round")
                .help("write `from module import name`"),
        );
    }
    if !matches!(stop.first(), "import" | "from") {
        return None;
    }
    let after_import = stop.prev().is_some_and(|t| t.text == "import");
    if after_import && stop.here().is_none() {
        let error = SyntaxError::new(stop.place(), "a name is missing after `import`");
        return Some(error.help("say what to import: `import module`, `from module import name`"));
    }
    if stop.prev().is_some_and(|t| t.text == ",") && stop.here().is_none() {
        let error = SyntaxError::new(stop.place(), "trailing comma not allowed without surrounding parentheses");
        return Some(error.help("remove the comma, or put the names in brackets"));
    }
    None
}

fn except_comma(stop: &Stop) -> Option<SyntaxError> {
    if stop.first() != "except" || stop.here()?.text != "," {
        return None;
    }
    let error = SyntaxError::new(stop.place(), "multiple exception types must be parenthesized");
    Some(error.help("write `except (A, B):` for several classes, `except A as e:` for a name"))
}

fn raise_comma(stop: &Stop) -> Option<SyntaxError> {
    if stop.first() != "raise" || stop.here()?.text != "," {
        return None;
    }
    let error = SyntaxError::new(stop.place(), "`raise` takes one exception");
    Some(error.help(format!("write `raise {}(...)`", stop.token(1))))
}

/// In the parameters of a `def`.
fn parameters(stop: &Stop) -> Option<SyntaxError> {
    let def = matches!(stop.first(), "def");
    if !def {
        return None;
    }
    let here = stop.here();
    if stop.at == 1 {
        let word = here.map_or("", |t| t.text);
        let error = SyntaxError::new(stop.place(), "a function name is expected after `def`");
        return Some(if is_keyword(word) { error.because(format!("`{word}` is a reserved word")) } else { error });
    }
    if stop.at == 2 {
        let error = SyntaxError::new(stop.place(), "expected '('");
        return Some(error.help(format!("write `def {}():`", stop.token(1))));
    }
    let open = stop.open()?;
    if open != 2 {
        return None;
    }
    let here = here?;
    let starts = matches!(stop.prev()?.text, "(" | "," | "*" | "**");
    if !starts {
        return None;
    }
    let error = match here.kind {
        Kind::Keyword => {
            SyntaxError::new(stop.place(), format!("`{}` is a reserved word and cannot name a parameter", here.text))
        }
        Kind::Open => SyntaxError::new(stop.place(), "a parameter cannot be taken apart here")
            .help("take one parameter, and unpack it in the body: `a, b = pair`"),
        _ => SyntaxError::new(stop.place(), "a parameter name is expected here")
            .because(format!("this is `{}`", here.text)),
    };
    Some(error)
}

fn walrus_statement(stop: &Stop) -> Option<SyntaxError> {
    if stop.at != 1 || stop.here()?.text != ":=" {
        return None;
    }
    let error = SyntaxError::new(stop.place(), "`:=` cannot stand alone as a statement");
    Some(error.help("write `=`"))
}

/// A header without its colon.
fn missing_colon(stop: &Stop) -> Option<SyntaxError> {
    let first = stop.first();
    header(first)?;
    if stop.open().is_some() || stop.at == 0 || has_colon(stop) {
        return None;
    }
    let complete =
        stop.prev()?.ends_operand() || stop.at == 1 && matches!(first, "else" | "try" | "finally" | "except");
    let here_fits =
        stop.here().is_none_or(|t| t.begins_operand() || t.kind == Kind::Keyword || matches!(t.text, "{" | "=>" | ";"));
    if !complete || !here_fits || (first == "for" && !stop.has_outside("in")) {
        return None;
    }
    let error = SyntaxError::new(stop.place(), "expected ':'");
    let mut brace = stop.here().is_some_and(|t| t.text == "{");
    brace |= stop.tokens.last().is_some_and(|t| t.text == "{");
    let help = if brace {
        "blocks are not in braces: end this line with `:` and indent the next lines"
    } else {
        "end the line with `:`"
    };
    Some(error.because(format!("the `{first}` line has no colon")).help(help))
}

fn has_colon(stop: &Stop) -> bool {
    let lambda = stop.tokens.iter().any(|t| t.text == "lambda");
    stop.has_outside(":") && !lambda
}

fn missing_in(stop: &Stop) -> Option<SyntaxError> {
    let from = stop.tokens.iter().take(stop.at).rposition(|t| t.text == "for")?;
    let since = stop.tokens.get(from..stop.at)?;
    if since.iter().any(|t| t.text == "in") || since.len() < 2 || !stop.prev()?.ends_operand() {
        return None;
    }
    let error = SyntaxError::new(stop.place(), "expected 'in'");
    let targets = since.get(1..).unwrap_or(&[]).iter().map(|t| t.text).collect::<Vec<_>>().join("");
    let bad = stop.here().is_some_and(|t| t.kind == Kind::Op && t.text != "=");
    Some(if bad {
        error.because("only names, attributes, items and tuples of them can stand between `for` and `in`")
    } else {
        error.help(format!("write `for {targets} in ...`"))
    })
}
