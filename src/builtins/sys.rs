//! `sys`: the arguments, the streams, the limits.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::args::{at, inner, int, nothing};
use super::file::standard;
use super::stream::Source;
use super::{Row, row};
use crate::data::Res;
use crate::data::raised::value_error;
use crate::value::{Host, Value, dict, set};

static ARGV: Mutex<Vec<String>> = Mutex::new(Vec::new());
static LIMIT: AtomicI64 = AtomicI64::new(1000);

/// Set what `sys.argv` holds: the script and its arguments.
pub fn set_argv(args: Vec<String>) {
    *ARGV.lock().unwrap_or_else(PoisonError::into_inner) = args;
}

/// What `sys.setrecursionlimit` was called with.
pub fn recursion_limit() -> i64 {
    LIMIT.load(Ordering::Relaxed)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("sys.argv", |_, _| {
        let args = ARGV.lock().unwrap_or_else(PoisonError::into_inner);
        let args = if args.is_empty() { vec![String::new()] } else { args.clone() };
        Ok(Value::list(args.into_iter().map(Value::str).collect()))
    }),
    row("sys.path", |_, _| Ok(Value::list(vec![Value::str("")]))),
    row("sys.stdin", |_, _| Ok(standard(Source::Stdin))),
    row("sys.stdout", |_, _| Ok(standard(Source::Stdout))),
    row("sys.stderr", |_, _| Ok(standard(Source::Stderr))),
    row("sys.executable", |_, _| {
        Ok(Value::str(std::env::current_exe().map_or(String::new(), |path| path.to_string_lossy().into_owned())))
    }),
    row("sys.exit", |h, a| {
        let args = if matches!(at(a, 0), Value::None) { Vec::new() } else { vec![at(a, 0).clone()] };
        let made = crate::value::exc::new(crate::data::ExcClass::SystemExit, args);
        Err(crate::value::exc::raise(h, &made))
    }),
    row("sys.getrecursionlimit", |_, _| Ok(Value::Int(recursion_limit()))),
    row("sys.setrecursionlimit", |h, a| {
        let limit = int(h, a, 0)?;
        if limit < 1 {
            return Err(value_error("recursion limit must be greater or equal than 1"));
        }
        LIMIT.store(limit, Ordering::Relaxed);
        nothing()
    }),
    row("sys.getsizeof", |h, a| Ok(Value::Int(size(h, at(a, 0))?))),
    row("sys.getrefcount", |_, _| Ok(Value::Int(2))),
];

/// The size that CPython gives for what it has too; an estimate for the rest.
fn size(_: &mut dyn Host, v: &Value) -> Res<i64> {
    let of = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(match inner(v) {
        Value::None | Value::Ellipsis | Value::NotImplemented => 16,
        Value::Int(0) | Value::Bool(false) => 28,
        Value::Bool(true) => 28,
        Value::Int(n) => 24 + 4 * ((i64::from(64 - n.unsigned_abs().leading_zeros()) + 29) / 30),
        Value::BigInt(n) => 24 + 4 * n.bits().div_ceil(30) as i64,
        Value::Float(_) => 24,
        Value::Np(..) => 32,
        Value::Str(text) if text.is_ascii() => 49 + of(text.chars()),
        Value::Str(text) => 74 + 2 * of(text.chars()),
        Value::Tuple(items) => 40 + 8 * of(items.items.len()),
        Value::List(items) => 56 + 8 * of(items.items.borrow().len()),
        Value::Dict(table) => match dict::len(table) {
            0 => 64,
            n => 64 + 168.max(of(n) * 36),
        },
        Value::Set(table) | Value::FrozenSet(table) => 216 + 16 * of(set::len(table).saturating_sub(4)) * 4,
        _ => 48,
    })
}
