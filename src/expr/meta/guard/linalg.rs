//! Guards of linear algebra: square matrices, sizes that fit.

use super::{Given, Guarded};
use crate::data::raised::{ExcClass, Raised, value_error};
use crate::expr::meta::ArrayMeta;
use crate::expr::meta::chunks::show_shape;

/// Functions that take square matrices.
const SQUARE: &[&str] =
    &["solve", "inv", "det", "slogdet", "cholesky", "eigh", "eigvalsh", "matrix_power", "tensorinv", "lu"];

/// The guard of a function of `linalg` by its name.
pub fn call(name: &str, given: &Given<'_>) -> Guarded {
    let Some(a) = given.meta(0) else { return Ok(None) };
    if SQUARE.contains(&name) && name != "tensorinv" {
        if given.dask {
            lazy_square(name, &a)?;
        } else {
            square(name, &a)?;
        }
    }
    match name {
        "solve" if !given.dask => fits(&a, given),
        "qr" | "svd" if given.dask && a.ndim() != 2 => {
            let message = format!("{name} needs an array of 2 axes, this one has {}", a.ndim());
            Err(value_error(message).help("make a matrix of it: `x[:, None]`"))
        }
        "qr" | "svd" if !given.dask && a.ndim() < 2 => Err(few(&a)),
        _ => Ok(None),
    }
}

fn error(message: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::LinAlgError, message)
}

fn few(a: &ArrayMeta) -> Box<Raised> {
    error(format!("{}-dimensional array given. Array must be at least two-dimensional", a.ndim()))
}

/// The last two sizes, if they are known and unlike.
fn unlike(a: &ArrayMeta) -> Option<(usize, usize)> {
    match a.shape.as_slice() {
        [.., Some(n), Some(m)] if n != m => Some((*n, *m)),
        _ => None,
    }
}

fn square(name: &str, a: &ArrayMeta) -> Result<(), Box<Raised>> {
    if a.ndim() < 2 {
        return Err(few(a));
    }
    match unlike(a) {
        Some((n, m)) => {
            let cure = match name {
                "solve" => ": `lstsq` solves such systems",
                "inv" => ": `pinv` inverts such matrices",
                _ => "",
            };
            Err(error("Last 2 dimensions of the array must be square").help(format!("the matrix is {n} by {m}{cure}")))
        }
        None => Ok(()),
    }
}

fn lazy_square(name: &str, a: &ArrayMeta) -> Result<(), Box<Raised>> {
    let what = match name {
        "solve" | "inv" | "lu" => "lu",
        "cholesky" => "cholesky",
        _ => return Ok(()),
    };
    match unlike(a) {
        Some((n, m)) if a.ndim() == 2 => {
            Err(value_error(format!("Input must be a square matrix to perform {what} decomposition"))
                .help(format!("the matrix is {n} by {m}")))
        }
        _ => Ok(()),
    }
}

fn fits(a: &ArrayMeta, given: &Given<'_>) -> Guarded {
    let Some(b) = given.meta(1) else { return Ok(None) };
    let (rows, signature, who) = match b.shape.as_slice() {
        [rows] => (*rows, "(m,m),(m)->(m)", "solve1"),
        [.., rows, _] if b.ndim() == a.ndim() => (*rows, "(m,m),(m,n)->(m,n)", "solve"),
        _ => return Ok(None),
    };
    if let (Some(rows), Some(Some(n))) = (rows, a.shape.last())
        && rows != *n
    {
        let message = format!(
            "{who}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} (size {rows} is \
             different from {n})"
        );
        let help = format!("the matrix is {}, the right side {}", show_shape(&a.shape), show_shape(&b.shape));
        return Err(value_error(message).help(help));
    }
    Ok(None)
}
