//! Errors of the vectorised functions against values to 2^-106 (`tests/accuracy/record.py`), at every level that the
//! machine has; special values; and the table of the book, which `RDASK_RECORD=1 cargo test --release accuracy` writes.

use std::fmt::Write;

use rdask::ops::simd::{self, LEVELS, float32, float64};

type One<T> = fn(&[T], &mut [T]);
type Two<T> = fn(&[T], &[T], &mut [T]);

enum Loops {
    One(One<f64>, One<f32>, fn(f64) -> f64),
    Two(Two<f64>, Two<f32>, fn(f64, f64) -> f64),
}

use Loops::{One as U, Two as B};

fn logaddexp(a: f64, b: f64) -> f64 {
    if a == b { a + 2f64.ln() } else { a.max(b) + (-(a - b).abs()).exp().ln_1p() }
}

/// In the order of the file of points: the name, the most ulp, the loops, the function of the system's library.
fn functions() -> Vec<(&'static str, f64, Loops)> {
    vec![
        ("exp", 1.0, U(float64::exp, float32::exp, f64::exp)),
        ("exp2", 1.0, U(float64::exp2, float32::exp2, f64::exp2)),
        ("expm1", 2.0, U(float64::expm1, float32::expm1, f64::exp_m1)),
        ("log", 1.0, U(float64::log, float32::log, f64::ln)),
        ("log2", 1.0, U(float64::log2, float32::log2, f64::log2)),
        ("log10", 1.0, U(float64::log10, float32::log10, f64::log10)),
        ("log1p", 2.0, U(float64::log1p, float32::log1p, f64::ln_1p)),
        ("sin", 2.0, U(float64::sin, float32::sin, f64::sin)),
        ("cos", 2.0, U(float64::cos, float32::cos, f64::cos)),
        ("tan", 2.0, U(float64::tan, float32::tan, f64::tan)),
        ("arcsin", 2.0, U(float64::arcsin, float32::arcsin, f64::asin)),
        ("arccos", 2.0, U(float64::arccos, float32::arccos, f64::acos)),
        ("arctan", 2.0, U(float64::arctan, float32::arctan, f64::atan)),
        ("sinh", 2.0, U(float64::sinh, float32::sinh, f64::sinh)),
        ("cosh", 2.0, U(float64::cosh, float32::cosh, f64::cosh)),
        ("tanh", 2.0, U(float64::tanh, float32::tanh, f64::tanh)),
        ("arcsinh", 2.0, U(float64::arcsinh, float32::arcsinh, f64::asinh)),
        ("arccosh", 2.0, U(float64::arccosh, float32::arccosh, f64::acosh)),
        ("arctanh", 2.0, U(float64::arctanh, float32::arctanh, f64::atanh)),
        ("cbrt", 2.0, U(float64::cbrt, float32::cbrt, f64::cbrt)),
        ("power", 2.0, B(float64::power, float32::power, f64::powf)),
        ("hypot", 2.0, B(float64::hypot, float32::hypot, f64::hypot)),
        ("arctan2", 2.0, B(float64::arctan2, float32::arctan2, f64::atan2)),
        ("logaddexp", 2.0, B(float64::logaddexp, float32::logaddexp, logaddexp)),
    ]
}

static POINTS: &[u8] = include_bytes!("accuracy/points.bin");

/// Two operands, the value, and what it lacks.
fn points(function: usize, count: usize) -> Vec<[f64; 4]> {
    let per = POINTS.len() / 32 / count;
    let own = &POINTS[function * per * 32..(function + 1) * per * 32];
    own.chunks_exact(32)
        .map(|row| std::array::from_fn(|at| f64::from_le_bytes(row[at * 8..at * 8 + 8].try_into().unwrap())))
        .collect()
}

/// From a float to the next larger in magnitude.
fn ulp(value: f64) -> f64 {
    let next = f64::from_bits(value.abs().to_bits() + 1) - value.abs();
    if next.is_finite() { next } else { 2f64.powi(971) }
}

fn ulp32(value: f64) -> f64 {
    let near = (value as f32).abs().min(f32::MAX);
    let next = f64::from(f32::from_bits(near.to_bits() + 1)) - f64::from(near);
    if next.is_finite() { next } else { 2f64.powi(104) }
}

/// The largest errors of a function in ulp, `float64` and `float32`.
fn measured(name: &str, loops: &Loops, points: &[[f64; 4]]) -> (f64, f64) {
    let column = |at: usize| points.iter().map(|point| point[at]).collect::<Vec<f64>>();
    let (x, y) = (column(0), column(1));
    let narrow = |list: &[f64]| list.iter().map(|&value| value as f32).collect::<Vec<f32>>();
    let (x32, y32) = (narrow(&x), narrow(&y));
    let (mut out, mut out32) = (vec![0.0; x.len()], vec![0.0; x.len()]);
    match loops {
        U(wide, short, _) => {
            wide(&x, &mut out);
            short(&x32, &mut out32);
        }
        B(wide, short, _) => {
            wide(&x, &y, &mut out);
            short(&x32, &y32, &mut out32);
        }
    }
    let (mut worst, mut worst32) = (0.0, 0.0);
    for (at, point) in points.iter().enumerate() {
        // Where a sum cancels, the error is counted in ulps of what was added.
        let scale = if name == "logaddexp" { ulp(point[2]).max(ulp(point[0].max(point[1]))) } else { ulp(point[2]) };
        let error = ((out[at] - point[2]) - point[3]).abs() / scale;
        assert!(error < 1e3, "{name}({}, {}) gave {}, not {}", x[at], y[at], out[at], point[2]);
        worst = f64::max(worst, error);
        let (a, b) = (f64::from(x32[at]), f64::from(y32[at]));
        let expected = match loops {
            U(_, _, library) => library(a),
            B(_, _, library) => library(a, b),
        };
        if expected.is_finite() && (expected as f32).is_finite() && name != "logaddexp" {
            let error = (f64::from(out32[at]) - expected).abs() / ulp32(expected);
            assert!(error < 1e3, "{name}({a}, {b}) of float32 gave {}, not {expected}", out32[at]);
            worst32 = f64::max(worst32, error);
        }
    }
    (worst, worst32)
}

/// Run at one level in a process of its own (other tests compare bits meanwhile): the errors, a line for each function.
fn at(level: &str) -> Vec<(f64, f64)> {
    let exe = std::env::current_exe().unwrap();
    let args = ["accuracy::at_one_level", "--exact", "--ignored", "--nocapture"];
    let done = std::process::Command::new(exe).args(args).env("RDASK_TEST_LEVEL", level).output().unwrap();
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "at {level}: {text}{}", String::from_utf8_lossy(&done.stderr));
    let numbers = text.lines().filter_map(|line| line.strip_prefix("ulp ")?.split_once(' '));
    numbers.map(|(wide, short)| (wide.parse().unwrap(), short.parse().unwrap())).collect()
}

/// What `at` runs.
#[test]
#[ignore = "run by the test `functions_are_accurate`"]
fn at_one_level() {
    let level = std::env::var("RDASK_TEST_LEVEL").unwrap();
    simd::force(&level).unwrap();
    let all = functions();
    println!();
    for (at, (name, limit, loops)) in all.iter().enumerate() {
        let found = measured(name, loops, &points(at, all.len()));
        assert!(found.0 <= *limit && found.1 <= 1.0, "{name}: {found:?} ulp, limit {limit}");
        special(name, loops);
        println!("ulp {} {}", found.0, found.1);
    }
}

#[test]
fn functions_are_accurate() {
    let mut columns = Vec::new();
    let best = simd::level() as u8;
    for &(name, level) in LEVELS {
        if level as u8 <= best {
            columns.push((name, at(name)));
        }
    }
    if std::env::var_os("RDASK_RECORD").is_some() {
        record(&functions(), &columns);
    }
}

fn record(all: &[(&str, f64, Loops)], columns: &[(&str, Vec<(f64, f64)>)]) {
    let mut table = String::from("| function | limit |");
    for (level, _) in columns {
        write!(table, " `{level}` |").unwrap();
    }
    table.push_str(" `float32` |\n|---|---|");
    table.push_str(&"---|".repeat(columns.len() + 1));
    for (at, (name, limit, _)) in all.iter().enumerate() {
        write!(table, "\n| `{name}` | {limit} |").unwrap();
        for (_, errors) in columns {
            write!(table, " {:.2} |", errors[at].0).unwrap();
        }
        let worst = columns.iter().map(|(_, errors)| errors[at].1).fold(0.0, f64::max);
        let shown = if *name == "logaddexp" { "-".to_owned() } else { format!("{worst:.2}") };
        write!(table, " {shown} |").unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/book/src/accuracy.md");
    let page = std::fs::read_to_string(path).unwrap();
    let (before, rest) = page.split_once("<!-- table -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    std::fs::write(path, format!("{before}<!-- table -->\n{table}\n<!-- end -->{after}")).unwrap();
}

const SPECIAL: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    2.0,
    -2.0,
    3.0,
    -3.0,
    1e-320,
    -1e-320,
    1e-300,
    -1e-300,
    1e300,
    -1e300,
    1e22,
    709.782712893384,
    710.5,
    -745.2,
    -1e18,
    9007199254740991.0,
    4503599627370497.0,
    f64::MAX,
    f64::MIN_POSITIVE,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

/// Equal, both NaN, or nearly so; zeros have the same sign.
fn agree(found: f64, expected: f64) -> bool {
    if expected.is_nan() || found.is_nan() {
        return expected.is_nan() && found.is_nan();
    }
    if expected == 0.0 || expected.is_infinite() {
        return found.to_bits() == expected.to_bits();
    }
    (found - expected).abs() <= 4.0 * ulp(expected)
}

fn special(name: &str, loops: &Loops) {
    match loops {
        U(wide, _, library) => {
            let mut out = vec![0.0; SPECIAL.len()];
            wide(SPECIAL, &mut out);
            for (&x, &found) in SPECIAL.iter().zip(&out) {
                // The library's own arcsinh and arctanh lose digits of small arguments, which are their own values.
                let own = matches!(name, "arcsinh" | "arctanh") && x.abs() < 1e-200;
                let expected = if own { x } else { library(x) };
                let close = (found - expected).abs() <= 1e-14 * expected.abs() && name.ends_with('h');
                assert!(agree(found, expected) || close, "{name}({x:e}): {found:e}, not {expected:e}");
            }
        }
        B(wide, _, library) => {
            for &x in SPECIAL {
                let mut out = vec![0.0; SPECIAL.len()];
                wide(&vec![x; SPECIAL.len()], SPECIAL, &mut out);
                for (&y, &found) in SPECIAL.iter().zip(&out) {
                    let expected = library(x, y);
                    assert!(agree(found, expected), "{name}({x:e}, {y:e}): {found:e}, not {expected:e}");
                }
            }
        }
    }
}
