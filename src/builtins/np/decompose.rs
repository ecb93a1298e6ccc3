//! `numpy.linalg`: factorizations, systems of equations, decompositions of stacks of matrices.

use super::convert::{array, result};
use crate::builtins::args::{at, flag};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType};
use crate::kernels::linalg::complex::eigen;
use crate::kernels::linalg::factor::{self, QrMode, Triangle};
use crate::kernels::linalg::{error, svd, symmetric};
use crate::value::pause::patient;
use crate::value::{Host, Value};

/// Elements from which a factorization takes long enough that the user may want to stop it.
const LONG: usize = 1 << 18;

/// The matrix or stack of matrices in a slot.
fn matrices(host: &mut dyn Host, v: &Value) -> Res<Chunk> {
    let chunk = array(host, v, None)?;
    if chunk.ndim() < 2 {
        let text = format!("{}-dimensional array given. Array must be at least two-dimensional", chunk.ndim());
        return Err(error(&text));
    }
    Ok(chunk)
}

fn square(host: &mut dyn Host, v: &Value) -> Res<Chunk> {
    let chunk = matrices(host, v)?;
    match chunk.shape.get(chunk.ndim().saturating_sub(2)..) {
        Some([m, n]) if m == n => Ok(chunk),
        _ => Err(error("Last 2 dimensions of the array must be square")),
    }
}

/// One result, or a tuple of several.
fn results(chunks: Vec<Chunk>) -> Value {
    match <[Chunk; 1]>::try_from(chunks) {
        Ok([only]) => result(only),
        Err(all) => Value::tuple(all.into_iter().map(result).collect::<Vec<_>>()),
    }
}

fn run(host: &mut dyn Host, size: usize, work: impl FnOnce() -> Res<Vec<Chunk>> + Send + 'static) -> Res<Value> {
    patient(host, size >= LONG, work).map(results)
}

fn qr(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let chunk = matrices(host, at(a, 0))?;
    let mode = match at(a, 1).as_str().unwrap_or("reduced") {
        "reduced" => QrMode::Reduced,
        "complete" => QrMode::Complete,
        "r" => QrMode::Triangle,
        "raw" => QrMode::Raw,
        other => return Err(value_error(format!("Unrecognized mode '{other}'"))),
    };
    run(host, chunk.size(), move || factor::qr(&chunk, mode))
}

fn decompose(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (chunk, full) = (matrices(host, at(a, 0))?, flag(host, a, 1)?);
    run(host, chunk.size(), move || svd::svd(&chunk, full))
}

fn svdvals(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let chunk = matrices(host, at(a, 0))?;
    run(host, chunk.size(), move || svd::values(&chunk))
}

/// Whether a slot says `U` and not `L`.
fn upper(v: &Value) -> Res<bool> {
    match v.as_str().map(str::to_uppercase).as_deref() {
        Some("L") => Ok(false),
        Some("U") => Ok(true),
        _ => Err(value_error("UPLO argument must be 'L' or 'U'")),
    }
}

fn eigh(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let upper = upper(at(a, 1))?;
    let chunk = square(host, at(a, 0))?;
    run(host, chunk.size(), move || symmetric::eigh(&chunk, upper))
}

fn eigvalsh(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let upper = upper(at(a, 1))?;
    let chunk = square(host, at(a, 0))?;
    run(host, chunk.size(), move || symmetric::values(&chunk, upper))
}

/// Eigenvalues, with vectors or without.
fn eig(host: &mut dyn Host, a: &[Value], work: fn(&Chunk) -> Res<Vec<Chunk>>) -> Res<Value> {
    let chunk = square(host, at(a, 0))?;
    run(host, chunk.size(), move || work(&chunk))
}

fn cholesky(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let upper = flag(host, a, 1)?;
    let chunk = square(host, at(a, 0))?;
    run(host, chunk.size(), move || factor::cholesky(&chunk, upper))
}

/// The right side of a system, and whether it is one vector.
fn right_side(host: &mut dyn Host, a: &Chunk, v: &Value, name: &str) -> Res<(Chunk, bool)> {
    let b = array(host, v, None)?;
    let vector = b.ndim() == 1;
    let rows = if vector { b.size() } else { b.shape.get(b.ndim().saturating_sub(2)).copied().unwrap_or(0) };
    let wanted = a.shape.last().copied().unwrap_or(0);
    if b.ndim() == 0 {
        return Err(value_error(format!(
            "{name}: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (m,m),(m,n)->(m,n) \
             requires 2)"
        )));
    }
    if rows != wanted {
        let (name, signature) =
            if vector { (format!("{name}1"), "(m,m),(m)->(m)") } else { (name.to_owned(), "(m,m),(m,n)->(m,n)") };
        return Err(value_error(format!(
            "{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} (size {rows} is \
             different from {wanted})"
        ))
        .help(format!("the matrix has {wanted} rows, the right side {rows}")));
    }
    Ok((b, vector))
}

fn solve(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let a = square(host, at(args, 0))?;
    let (b, vector) = right_side(host, &a, at(args, 1), "solve")?;
    run(host, a.size(), move || factor::solve(&a, &b, vector))
}

/// `_solve_triangular(a, b, lower, transposed, unit)`
fn solve_triangular(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let a = array(host, at(args, 0), None)?;
    if !matches!(a.shape[..], [m, n] if m == n) {
        return Err(value_error("expected square matrix"));
    }
    let b = array(host, at(args, 1), None)?;
    if b.shape.first() != a.shape.first() {
        let shown = |chunk: &Chunk| crate::data::shape::show(&chunk.shape);
        return Err(value_error(format!("shapes of a {} and b {} are incompatible", shown(&a), shown(&b))));
    }
    let how = Triangle {
        lower: flag(host, args, 2)?,
        transposed: flag(host, args, 3)?,
        unit: flag(host, args, 4)?,
        vector: b.ndim() == 1,
    };
    run(host, a.size(), move || factor::solve_triangular(&a, &b, how))
}

fn on_square(host: &mut dyn Host, args: &[Value], work: fn(&Chunk) -> Res<Vec<Chunk>>) -> Res<Value> {
    let chunk = square(host, at(args, 0))?;
    run(host, chunk.size(), move || work(&chunk))
}

fn plu(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = matrices(host, at(args, 0))?;
    run(host, chunk.size(), move || factor::plu(&chunk))
}

/// Whether elements are floats: then linear algebra keeps their dtype.
fn float_of(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let to = match chunk.dtype() {
        kept @ (DType::Float32 | DType::Complex64 | DType::Complex128) => kept,
        _ => DType::Float64,
    };
    crate::kernels::reduce::cast(&chunk, to).map(result)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.linalg.LinAlgError", |_, _| Ok(Value::ExcType(crate::data::ExcClass::LinAlgError))),
    row("numpy.linalg._qr", qr),
    row("numpy.linalg._svd", decompose),
    row("numpy.linalg.svdvals", svdvals),
    row("numpy.linalg._eigh", eigh),
    row("numpy.linalg.eigvalsh", eigvalsh),
    row("numpy.linalg._eig", |host, args| eig(host, args, eigen::eig)),
    row("numpy.linalg.eigvals", |host, args| eig(host, args, eigen::values)),
    row("numpy.linalg._cholesky", cholesky),
    row("numpy.linalg.solve", solve),
    row("numpy.linalg._solve_triangular", solve_triangular),
    row("numpy.linalg.inv", |host, args| on_square(host, args, factor::inv)),
    row("numpy.linalg.det", |host, args| on_square(host, args, factor::det)),
    row("numpy.linalg._slogdet", |host, args| on_square(host, args, factor::slogdet)),
    row("numpy.linalg._lu", plu),
    row("numpy.linalg._float", float_of),
];
