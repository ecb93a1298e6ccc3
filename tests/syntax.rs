//! The parser from outside: every message, and texts made to break it.

use rdask::diag::{Report, render};
use rdask::source::{FileId, Sources};
use rdask::syntax::{self, parse};

/// All messages of a text.
fn errors(text: &str) -> String {
    let sources = Sources::default();
    let file = sources.add("a.rd", text);
    match parse(text, file) {
        Ok(_) => "accepted\n".to_owned(),
        Err(errors) => errors.iter().map(|e| render(&e.report(), &sources, false)).collect(),
    }
}

/// Each text with its messages, as a snapshot named after the test.
macro_rules! check {
    ($($list:tt)*) => {
        let shown: String = ($($list)*).iter().map(|text| format!(">>> {}\n{}\n", text.trim_end().escape_debug().to_string().replace("\\n", "\n... "), errors(text))).collect();
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(shown) });
    };
}

#[test]
fn common_mistakes() {
    check!([
        "if x = 3:\n    pass\n",
        "while x = next():\n    pass\n",
        "if x == 3\n    y = 1\n",
        "for i in range(3)\n    print(i)\n",
        "def f(x)\n    return x\n",
        "class A\n    pass\n",
        "else\n",
        "try\n    pass\nexcept:\n    pass\n",
        "if x { y }\n",
        "print(1, 2\nx = 3\n",
        "x = [1, 2\ndef f():\n    return 1 +\n",
        "x = (1, 2]\n",
        "x = 1)\n",
        "x = 'abc\ny = 2\n",
        "x = '''abc\ny = 2\n",
        "print \"x\"\n",
        "print x, y\n",
        "if a:\n    pass\nelse if b:\n    pass\n",
        "if a:\n    pass\nelseif b:\n    pass\n",
        "if a:\nb = 1\n",
        "def f():\n",
        "x = 1\n    y = 2\n",
        "if a:\n        b\n    c\n",
        "if a:\n\tb\n        c\n",
        "x++\n",
        "--x--\n",
        "a && b\n",
        "a || b\n",
        "x = !a\n",
        "a <> b\n",
        "a === b\n",
        "a =< b\n",
        "f = (x) => x\n",
        "x ? y : z\n",
        "$x = 1\n",
        "if a:\n    pass\nelse:\n    pass\nelif b:\n    pass\n",
        "else:\n    pass\n",
        "except:\n    pass\n",
        "finally:\n    pass\n",
        "try:\n    pass\nx = 1\n",
    ]);
}

#[test]
fn habits_of_other_languages() {
    check!([
        "switch x:\n    case 1: pass\n",
        "%matplotlib inline\nx = 1\n",
        "!pip install dask\n",
        "%%time\nx = 1\n",
        "x = 1\n  %time y\n",
        "foreach x in y: pass\n",
        "var x = 5\n",
        "int x = 5;\n",
        "function f(): pass\n",
        "throw error\n",
        "exec \"x = 1\"\n",
        "raise ValueError, \"x\"\n",
        "try:\n    pass\nexcept ValueError, e:\n    pass\n",
        "x = `1`\n",
        "x = 10L\n",
        "x = 0777\n",
        "x = 089\n",
        "def f(x):\n    return x\n  return y\n",
        "i = 1\ni++\n",
        "x = y ? 1 : 2\n",
        "lambda x: return x\n",
    ]);
}

#[test]
fn names_and_targets() {
    check!([
        "class = 1\n",
        "x = class\n",
        "def for(): pass\n",
        "def f(if): pass\n",
        "x.class = 1\n",
        "import class\n",
        "None = 1\n",
        "True = 1\n",
        "for None in x: pass\n",
        "f() = 1\n",
        "1 = x\n",
        "a + b = c\n",
        "'a' = 1\n",
        "x if y else z = 1\n",
        "f() += 1\n",
        "a, b += 1\n",
        "*a = 1\n",
        "*a, *b = c\n",
        "x = *a\n",
        "(*a)\n",
        "del f()\n",
        "del *a\n",
        "for f() in x: pass\n",
        "for x + 1 in y: pass\n",
        "with a as f(): pass\n",
        "[x for 1 in y]\n",
        "(a.b := 1)\n",
        "x := 1\n",
        "(a, b): int = 1\n",
        "f(): int\n",
        "yield = 1\n",
        "__debug__ = 1\n",
    ]);
}

#[test]
fn arguments_and_parameters() {
    check!([
        "f(a=1, b)\n",
        "f(**k, b)\n",
        "f(**k, *a)\n",
        "f(a=1, a=2)\n",
        "f(a.b=1)\n",
        "f(True=1)\n",
        "f(a=)\n",
        "f(a:1)\n",
        "f(x for x in y, 1)\n",
        "f(1 2)\n",
        "f(1,, 2)\n",
        "def f(a=1, b): pass\n",
        "def f(a, a): pass\n",
        "lambda a, a: 1\n",
        "def f(*): pass\n",
        "def f(*, **k): pass\n",
        "def f(**k, a): pass\n",
        "def f(*a, *b): pass\n",
        "def f(/, a): pass\n",
        "def f(a, /, b, /): pass\n",
        "def f(*a, /): pass\n",
        "def f((a, b)): pass\n",
        "def f(1): pass\n",
        "def f: pass\n",
        "def (a): pass\n",
    ]);
}

#[test]
fn statements_out_of_place() {
    check!([
        "return 1\n",
        "yield 1\n",
        "break\n",
        "continue\n",
        "while a:\n    def f():\n        break\n",
        "class A:\n    return\n",
        "[(yield) for x in y]\n",
        "nonlocal x\n",
        "def f():\n    nonlocal x\n",
        "def f():\n    x = 1\n    global x\n",
        "def f():\n    print(x)\n    global x\n",
        "def f(x):\n    global x\n",
        "def f():\n    x: int\n    global x\n",
        "def f():\n    def g():\n        nonlocal x\n        global x\n    x = 1\n",
        "[(x := 1) for x in y]\n",
        "[x for x in (y := [1])]\n",
        "class A:\n    x = [(y := 1) for z in w]\n",
        "try:\n    pass\nexcept:\n    pass\nexcept A:\n    pass\n",
    ]);
}

#[test]
fn refused_by_name() {
    check!([
        "async def f(): pass\n",
        "x = await f()\n",
        "match x:\n    case 1:\n        pass\n",
        "class A(metaclass=B): pass\n",
        "class A(B, C): pass\n",
        "class A(B, x=1): pass\n",
        "class A(*B): pass\n",
        "from a import *\n",
        "try:\n    pass\nexcept* A:\n    pass\n",
        "type X = int\n",
        "x = '\\N{NOT A NAME}'\n",
        "x = '\\ud800'\n",
    ]);
}

#[test]
fn expressions() {
    check!([
        "x = \n",
        "x = 1 +\n",
        "x = (1 + )\n",
        "x = a if b\n",
        "x = a b\n",
        "x = 'it's'\n",
        "x = [1 2]\n",
        "x = {1: 2 3: 4}\n",
        "x = {1: 2, 3}\n",
        "x = {1, 2: 3}\n",
        "x = {1, **a}\n",
        "x = {**a for a in b}\n",
        "x = [*a for a in b]\n",
        "x = a + not b\n",
        "x = 1 + lambda: 2\n",
        "x = a.\n",
        "x = a[]\n",
        "x = (return 1)\n",
        "x = [for y in z]\n",
        "x = 3:\n",
        "x = 1 = 2\n",
        "x = 1abc\n",
        "x = 0777\n",
        "x = 1__0\n",
        "x = 0xg\n",
        "x = 0b12\n",
        "x = 1_\n",
        "x = \u{201c}a\u{201d}\n",
        "x\u{2014}1\n",
        "a = b\u{a0}+ c\n",
        "x = \\ 1\n",
        "x = '\\x4'\n",
        "x = '\\u12'\n",
        "x = 1 \u{0} 2\n",
        "import a from b\n",
        "from a import\n",
        "from a import b,\n",
        "import\n",
        "raise A, 'x'\n",
        "try:\n    pass\nexcept A, B:\n    pass\n",
        "global\n",
        "@\ndef f(): pass\n",
    ]);
}

#[test]
fn f_strings() {
    check!([
        "f'{}'\n",
        "f'{a'\n",
        "f'a}'\n",
        "f'{a!x}'\n",
        "f'{a b}'\n",
        "f'{a +}'\n",
        "f'{a[}'\n",
        "f'{\"\\n\".join(a)}'\n",
        "f'{a:{b:{c:{d}}}}'\n",
        "f'{lambda x: 1}'\n",
        "f'{a#}'\n",
        "x = 1\ny = f'''a\n{b c}'''\n",
    ]);
}

#[test]
fn all_errors_of_a_text() {
    let text = "\
x = 1 +
def f(a, a):
    y = (1, 2
    return y
if x = 3:
    z = 'abc
    else if w:
        pass
class A(B, C):
    def g(self)
        return 3
print \"x\"
for i in range(3):
    break
    q q
break
";
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(errors(text)) });
}

#[test]
fn deep_and_long_texts_are_read_or_refused() {
    let first = |text: &str| match parse(text, FileId(0)) {
        Ok(_) => "accepted".to_owned(),
        Err(errors) => errors[0].message.clone(),
    };
    assert_eq!(first(&"(".repeat(100_000)), "too many nested parentheses");
    assert_eq!(first(&"[".repeat(100_000)), "too many nested parentheses");
    assert_eq!(first(&format!("x = {}1{}", "(".repeat(190), ")".repeat(190))), "accepted");
    assert_eq!(first(&format!("x = {}1{}", "[".repeat(190), "]".repeat(190))), "accepted");
    assert_eq!(first(&format!("x = {}1{}", "{1:".repeat(190), "}".repeat(190))), "accepted");
    assert_eq!(first(&format!("x = {}1{}", "f(a=".repeat(190), ")".repeat(190))), "accepted");
    assert_eq!(first(&format!("x = {}1{}", "a[".repeat(190), "]".repeat(190))), "accepted");
    assert_eq!(first(&format!("x = {}1{}", "(lambda a=1: a if b else ".repeat(190), ")".repeat(190))), "accepted");
    assert_eq!(first(&format!("x = {}1{}", "[x for x in ".repeat(190), "]".repeat(190))), "accepted");
    assert_eq!(first(&format!("with {}1{}: pass", "(".repeat(190), ")".repeat(190))), "accepted");
    for chain in ["-", "not ", "~", "lambda: ", "1 if 1 else ", "2 ** ", "1 + ", "a.", "a < ", "- not "] {
        let message = first(&format!("x = {}b", chain.repeat(10_000)));
        let fine = message == "expression nested too deeply" || message == "accepted" || message.starts_with("`not`");
        assert!(fine, "{chain}: {message}");
        assert_eq!(
            first(&format!("x = {}b", chain.repeat(if chain == "- not " { 0 } else { 900 }))),
            "accepted",
            "{chain}"
        );
    }
    assert_eq!(first(&format!("x = {}b", "-".repeat(100_000))), "expression nested too deeply");
    assert_eq!(first(&format!("a{}", "()".repeat(10_000))), "expression nested too deeply");
    assert_eq!(first(&format!("a{}", "[0]".repeat(900))), "accepted");
    assert_eq!(first(&format!("if a: pass\n{}", "elif b: pass\n".repeat(10_000))), "too many `elif` clauses");
    let nested: String = (0..150).map(|depth| format!("{}if a:\n", " ".repeat(depth))).collect();
    assert_eq!(first(&nested), "too many levels of indentation");
    first(&"f'{f\"{".repeat(100_000));
    first(&format!("x = {}1{}", "f'''{".repeat(3), "}'''".repeat(3)));
}

#[test]
fn large_texts_are_read() {
    assert!(parse(&format!("x = '{}'", "a".repeat(10 << 20)), FileId(0)).is_ok());
    assert!(parse(&format!("x = 1 # {}", "a".repeat(10 << 20)), FileId(0)).is_ok());
    assert!(parse(&"a".repeat(10 << 20), FileId(0)).is_ok());
    assert!(parse(&"a ".repeat(200_000), FileId(0)).is_err());
    assert!(parse(&format!("x = [{}]", "1, ".repeat(50_000)), FileId(0)).is_ok());
}

#[test]
fn deep_trees_fit_a_small_stack() {
    let text = format!("x = {}b\ny = {}1{}\n", "1 + ".repeat(990), "(lambda: ".repeat(150), ")".repeat(150));
    let run = move || parse(&text, FileId(0)).is_ok();
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap();
    assert!(thread.join().unwrap());
}

#[test]
fn the_prompt_knows_when_to_go_on() {
    let more = [
        "if a:",
        "if a:\n    b",
        "x = (1,",
        "'''abc",
        "def f():\n    return 1",
        "@d",
        "x = 1 + \\",
        "try:\n    pass\n",
        "class A:\n",
        "[\n",
    ];
    for text in more {
        assert!(syntax::needs_more(text), "{text:?}");
    }
    for text in [
        "",
        "x = 1",
        "if a:\n    b\n\n",
        "x = (1,)",
        "x = )",
        "'abc",
        "if a: b\n",
        "if x = 1:",
        "# a",
        "x = 1 +",
        "print 'x'",
        "try:\n    pass\nexcept:\n    pass\n\n",
    ] {
        assert!(!syntax::needs_more(text), "{text:?}");
    }
}

/// Pieces of source text that mean something, to be put together at random.
const WORDS: &[&str] = &[
    "def ",
    "class ",
    "if ",
    "elif ",
    "else",
    "for ",
    "in ",
    "while ",
    "try",
    "except ",
    "finally",
    "with ",
    "as ",
    "import ",
    "from ",
    "return ",
    "yield ",
    "lambda ",
    "not ",
    "and ",
    "or ",
    "is ",
    "None",
    "True",
    "pass",
    "break",
    "global ",
    "nonlocal ",
    "del ",
    "assert ",
    "raise ",
    "async ",
    "await ",
    "x",
    "y",
    "f",
    "self",
    "0",
    "1",
    "2.5",
    "1e9",
    "0x1f",
    "3j",
    "''",
    "'a'",
    "\"b\"",
    "'''",
    "\"\"\"",
    "f'{x}'",
    "f'{x!r:>{y}}'",
    "b''",
    "f\"{",
    "}\"",
    "\\",
    "\\\n",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    ".",
    "=",
    "==",
    "!=",
    "<",
    ">",
    ":=",
    "+",
    "-",
    "*",
    "**",
    "/",
    "//",
    "%",
    "@",
    "&",
    "|",
    "^",
    "~",
    "<<",
    "->",
    "+=",
    "...",
    "!",
    "?",
    "$",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n    ",
    "\n        ",
    "\r\n",
    ":\n    ",
    "# c",
    "\u{e9}",
    "\u{2028}",
    "\u{1F600}",
    "\0",
    "\u{1}",
    "\u{2}",
    "\u{3}",
    "\u{4}",
    "\u{c}",
    "\u{feff}",
    "print ",
    "match ",
    "type ",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_words_are_read_or_refused(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..60)) {
        survives(&words.concat());
    }

    #[test]
    fn any_characters_are_read_or_refused(text in ".{0,80}") {
        survives(&text);
    }
}

/// Nothing panics, messages can be drawn, and what is accepted prints back to the same tree.
pub fn survives(text: &str) {
    let sources = Sources::default();
    let file = sources.add("a.rd", text);
    syntax::needs_more(text);
    match parse(text, file) {
        Ok(module) => round_trip(&module),
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in &errors {
                render(&error.report(), &sources, false);
            }
        }
    }
}

fn round_trip(module: &syntax::ast::Module) {
    let printed = syntax::print(module);
    let again = parse(&printed, FileId(0)).unwrap_or_else(|e| panic!("{}\n{printed}", e[0].message));
    assert_eq!(syntax::dump(&again), syntax::dump(module), "{printed}");
    assert_eq!(syntax::print(&again), printed);
}
