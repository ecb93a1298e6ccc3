//! Functions and loops of the user, compiled: random programs give what the interpreter gives, in value, type, error and
//! trace, compiled at the first call, in the middle of their work, and with exits where there need be none.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use rdask::interp::{Mode, Output, Vm};
use rdask::source::Sources;

/// Numbers from a seed: xorshift.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % n.max(1) as u64) as usize
    }

    fn pick(&mut self, items: &[&'static str]) -> &'static str {
        items[self.below(items.len())]
    }
}

/// A program under construction.
struct Writer {
    dice: Dice,
    text: String,
    /// Functions that may be called, with the number of their parameters.
    functions: Vec<(String, usize)>,
    names: Vec<String>,
    /// Names that loops count with: nothing else assigns them.
    counters: usize,
    arrays: bool,
}

const NUMBERS: &[&str] = &[
    "0", "1", "2", "-1", "3", "7", "-5", "10", "64", "1000003", "0.5", "-1.5", "2.0", "0.0", "1e308", "True", "False",
];

impl Writer {
    fn atom(&mut self) -> String {
        match self.dice.below(8) {
            0..=4 if !self.names.is_empty() => {
                let at = self.dice.below(self.names.len());
                self.names[at].clone()
            }
            5 if self.arrays => {
                let at = self.dice.pick(&["0", "1", "-1", "2", "i % 3", "-3", "4"]);
                if at.contains('i') && !self.names.iter().any(|name| name == "i") {
                    return "a[1]".to_owned();
                }
                format!("a[{at}]")
            }
            6 => self.dice.pick(&["K", "H"]).to_owned(),
            _ => self.dice.pick(NUMBERS).to_owned(),
        }
    }

    fn expr(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self.atom();
        }
        let (x, y) = (self.expr(depth - 1), self.expr(depth - 1));
        match self.dice.below(20) {
            0..=2 => format!("({x} + {y})"),
            3..=4 => format!("({x} - {y})"),
            5..=7 => format!("({x} * {y})"),
            8 => format!("({x} / {y})"),
            9 => format!("({x} // {y})"),
            10 => format!("({x} % {y})"),
            11 => format!("(abs({x}) % 50) ** {}", self.dice.pick(&["2", "3", "0.5", "-1", "2.0"])),
            12 => format!("-{x}"),
            13 => format!("abs({x})"),
            14 => format!("({x} if {} else {y})", self.condition(0)),
            15 => format!("{}({x}, {y})", self.dice.pick(&["min", "max"])),
            16 => {
                let f = self.dice.pick(&[
                    "math.sqrt",
                    "math.floor",
                    "math.exp",
                    "math.sin",
                    "float",
                    "int",
                    "round",
                    "math.log",
                ]);
                format!("{f}({x})")
            }
            17 => format!(
                "(int({x}) {} {})",
                self.dice.pick(&["<<", ">>", "&", "|", "^"]),
                self.dice.pick(&["1", "3", "70", "-1"])
            ),
            _ if !self.functions.is_empty() => {
                let at = self.dice.below(self.functions.len());
                let (name, count) = self.functions[at].clone();
                let args: Vec<String> = (0..count).map(|_| self.atom()).collect();
                format!("{name}({})", args.join(", "))
            }
            _ => x,
        }
    }

    fn condition(&mut self, depth: usize) -> String {
        let (x, y) = (self.expr(depth), self.expr(depth));
        let op = self.dice.pick(&["<", "<=", ">", ">=", "==", "!="]);
        match self.dice.below(6) {
            0 => format!("{x} {op} {y} and {}", self.atom()),
            1 => format!("not {x} {op} {y}"),
            2 => format!("{x} {op} {y} or {} < 1", self.atom()),
            3 => x,
            _ => format!("{x} {op} {y}"),
        }
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.text.push_str(&"    ".repeat(indent));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn block(&mut self, indent: usize, depth: usize, size: usize) {
        for _ in 0..size {
            self.statement(indent, depth);
        }
        // Numbers that grow without end take all the time there is.
        let name = self.dice.pick(&["u", "v", "w"]);
        self.line(indent, &format!("if not -1e25 < {name} < 1e25: {name} = 3"));
    }

    /// The body of a loop, in which no number grows for long.
    fn body(&mut self, indent: usize, depth: usize, size: usize) {
        self.block(indent, depth, size);
        for name in ["u", "v", "w"] {
            self.line(indent, &format!("if not -1e20 < {name} < 1e20: {name} = 2"));
        }
    }

    fn statement(&mut self, indent: usize, depth: usize) {
        let kind = if depth == 0 { self.dice.below(6) } else { self.dice.below(11) };
        match kind {
            0..=2 => {
                let value = self.expr(2);
                let name = self.dice.pick(&["u", "v", "w"]);
                self.line(indent, &format!("{name} = {value}"));
            }
            3 => {
                let value = self.expr(1);
                let (name, op) = (self.dice.pick(&["u", "v", "w"]), self.dice.pick(&["+=", "-=", "*=", "//=", "%="]));
                self.line(indent, &format!("{name} {op} {value}"));
            }
            4 => self.line(indent, "u, v = v, u"),
            5 if self.arrays => {
                let value = self.expr(1);
                let at = self.dice.pick(&["0", "1", "-1", "2"]);
                let op = self.dice.pick(&["=", "+=", "*="]);
                self.line(indent, &format!("a[{at}] {op} {value}"));
            }
            5 => self.line(indent, "w = (u, v)[1]"),
            6..=7 => {
                let test = self.condition(1);
                self.line(indent, &format!("if {test}:"));
                self.block(indent + 1, depth - 1, 2);
                if self.dice.below(2) == 0 {
                    self.line(indent, "else:");
                    self.block(indent + 1, depth - 1, 2);
                }
            }
            8 => {
                let counter = format!("c{}", self.counters);
                self.counters += 1;
                let most = self.dice.below(9);
                let test = self.condition(0);
                self.line(indent, &format!("{counter} = 0"));
                self.line(indent, &format!("while {counter} < {most}:"));
                self.line(indent + 1, &format!("{counter} += 1"));
                let word = self.dice.pick(&["continue", "break", "w = 1", "u += 1"]);
                self.line(indent + 1, &format!("if {test}: {word}"));
                self.line(indent + 1, "u, v, w = (u, v, w) if -1e20 < u < 1e20 > abs(v) + abs(w) else (1, 2, 3)");
                self.body(indent + 1, depth - 1, 2);
            }
            _ => {
                let counter = format!("i{}", self.counters);
                self.counters += 1;
                let bounds = self.dice.pick(&["5", "2, 9", "9, 0, -2", "0", "int(x) % 6"]);
                self.line(indent, &format!("for {counter} in range({bounds}):"));
                self.names.push(counter);
                self.body(indent + 1, depth - 1, 2);
                self.names.pop();
            }
        }
    }

    fn function(&mut self, name: &str, params: usize) {
        let names = ["x", "y", "z"];
        let given: Vec<&str> = names.iter().take(params).copied().collect();
        self.line(0, &format!("def {name}({}):", given.join(", ")));
        self.names = given.iter().map(|name| (*name).to_owned()).collect();
        self.names.extend(["u", "v", "w"].map(String::from));
        self.line(1, "u, v, w = x, 1, 0.5");
        if self.dice.below(4) == 0 {
            self.line(1, "if -5 < x < 6 and x == int(x): ");
            let args: Vec<String> =
                given.iter().map(|at| if *at == "x" { "x - 1".into() } else { (*at).to_owned() }).collect();
            self.line(2, "if x > 0:");
            self.line(3, &format!("u += {name}({})", args.join(", ")));
        }
        self.block(1, 2, 4);
        let value = match self.dice.below(4) {
            0 => "u, v + w".to_owned(),
            1 => "w".to_owned(),
            _ => self.expr(2),
        };
        self.line(1, &format!("return {value}"));
    }
}

/// A program that prints much, and ends with a call that may raise.
fn program(seed: u64) -> String {
    let dice = Dice(seed | 1);
    let mut writer = Writer {
        dice,
        text: "import math\nimport numpy as np\nK = 3\nH = 0.25\na = np.arange(5) * 0.5\n".to_owned(),
        functions: Vec::new(),
        names: Vec::new(),
        counters: 0,
        arrays: false,
    };
    writer.arrays = seed.is_multiple_of(3);
    if seed.is_multiple_of(6) {
        writer.line(0, "a = np.arange(5)");
    }
    for at in 0..3 {
        let params = 1 + writer.dice.below(3);
        let name = format!("f{at}");
        writer.function(&name, params);
        // What returns tuples is called by nobody.
        if !writer.text.trim_end().ends_with("u, v + w") {
            writer.functions.push((name.clone(), params));
        }
        let args = [
            "1, 2, 3",
            "0.5, 2, -1",
            "-3, 0.25, 4",
            "True, 1, 0",
            "9223372036854775807, 3, 2",
            "2, 2.5, 1e200",
            "5, 5, 5",
        ];
        for row in args {
            let row: Vec<&str> = row.split(", ").take(params).collect();
            let call = format!("{name}({})", row.join(", "));
            writer.line(0, "for _ in range(3):");
            writer.line(1, "try:");
            writer.line(2, &format!("r = {call}"));
            writer.line(2, "print(repr(r), type(r).__name__)");
            writer.line(1, "except Exception as e:");
            writer.line(2, "print(type(e).__name__, e)");
        }
    }
    writer.line(0, "total = 0");
    writer.line(0, "x, u, v, w = 2, 0, 1, 0.5");
    writer.names = ["x", "u", "v", "w"].map(String::from).to_vec();
    writer.line(0, "try:");
    writer.line(1, "for i in range(40):");
    writer.names.push("i".into());
    writer.block(2, 1, 3);
    writer.line(2, "total += i");
    writer.line(0, "except Exception as e:");
    writer.line(1, "print(type(e).__name__, e)");
    writer.line(0, "print(total, x, u, v, w, a)");
    let (name, count) = writer.functions.last().cloned().unwrap_or(("abs".into(), 1));
    let args: Vec<&str> = ["0", "0", "0"].into_iter().take(count).collect();
    writer.line(0, &format!("print({name}({}))", args.join(", ")));
    writer.text
}

/// What a program prints, and how it ends. `after`: calls before something is compiled; `trip`: exits that need not be.
fn ran(text: &str, after: u32, trip: u32) -> String {
    let output = Arc::new(Output::memory());
    let interrupt = Arc::new(AtomicBool::new(false));
    let mut vm = Vm::start(Sources::default(), output.clone(), interrupt, Arc::from([]));
    vm.shared().native.set_after(after);
    vm.shared().native.set_tripping(trip);
    let ended = vm.run_text("<test>", text, Mode::Exec);
    let mut printed = output.take();
    if let Err(raised) = ended {
        printed.push_str(&format!("{}: {}\n", raised.class.name(), raised.message));
        for entry in &raised.trace {
            printed.push_str(&format!("  {:?} in {}\n", entry.span, entry.function));
        }
    }
    printed
}

fn same(seed: u64) -> Result<(), TestCaseError> {
    let text = program(seed);
    let plain = ran(&text, u32::MAX, 0);
    let trip = if seed.is_multiple_of(2) { 1 + seed as u32 % 97 } else { 100 + seed as u32 % 31 };
    for (after, trip) in [(1, 0), (3, trip)] {
        let compiled = ran(&text, after, trip);
        prop_assert_eq!(&compiled, &plain, "compiled after {}, tripping {}:\n{}", after, trip, text);
    }
    Ok(())
}

/// `NATIVE_SEED=n` prints the program of a seed: to be run under `RDASK_COMPILE=now`, or by CPython.
#[test]
fn a_program_of_a_seed() {
    if let Some(seed) = std::env::var("NATIVE_SEED").ok().and_then(|seed| seed.parse().ok()) {
        println!("{}", program(seed));
    }
}

#[test]
fn compiled_programs_do_what_interpreted_ones_do() {
    for number in 1..=6 {
        same(number * 7919 + 12345).unwrap();
    }
}

#[test]
fn functions_in_arrays_give_the_same_compiled_or_not() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle");
    let script = |mode: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rdask"));
        let ended = command.arg("blocks_vectorize.py").current_dir(folder).env("RDASK_COMPILE", mode).output().unwrap();
        assert!(ended.status.success(), "{mode}: {}", String::from_utf8_lossy(&ended.stderr));
        String::from_utf8(ended.stdout).unwrap()
    };
    let plain = script("off");
    for mode in ["", "now", "now:7", "now:11"] {
        assert_eq!(script(mode), plain, "{mode}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    #[ignore = "minutes: `cargo test --release native -- --ignored`"]
    fn any_compiled_program_does_what_the_interpreted_one_does(seed in any::<u64>()) {
        same(seed)?;
    }
}
