//! `einsum`: its subscripts, and the sum.

use super::convert::{array, dtype as dtype_arg, integers, items, result};
use crate::builtins::args::{at, rest};
use crate::builtins::row::{Row, row};
use crate::data::Chunk;
use crate::data::raised::{Raised, Res, value_error};
use crate::kernels::linalg::einsum::{Labelled, einsum};
use crate::kernels::reduce::cast;
use crate::value::pause::patient;
use crate::value::{Host, Value};

/// Labels of axes that `...` stands for count down from here.
const DOTS: u32 = u32::MAX;

/// One term of the subscripts: labels, and where `...` stands.
#[derive(Clone, Debug, Default)]
struct Term {
    labels: Vec<u32>,
    dots: Option<usize>,
}

/// Subscripts: a term for each operand, and the result's if it is given.
struct Subscripts {
    inputs: Vec<Term>,
    output: Option<Term>,
}

fn term(text: &str) -> Res<Term> {
    let mut out = Term::default();
    let mut rest = text.chars().filter(|c| *c != ' ').peekable();
    while let Some(letter) = rest.next() {
        if letter == '.' {
            let more = rest.next() == Some('.') && rest.next() == Some('.');
            if !more || out.dots.is_some() {
                let text = "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...')";
                return Err(value_error(text));
            }
            out.dots = Some(out.labels.len());
        } else if letter.is_ascii_alphabetic() {
            out.labels.push(letter as u32);
        } else {
            return Err(value_error(format!(
                "invalid subscript '{letter}' in einstein sum subscripts string, subscripts must be letters"
            )));
        }
    }
    Ok(out)
}

fn subscripts(text: &str) -> Res<Subscripts> {
    let (inputs, output) = match text.split_once("->") {
        Some((inputs, output)) => (inputs, Some(term(output)?)),
        None => (text, None),
    };
    Ok(Subscripts { inputs: inputs.split(',').map(term).collect::<Res<_>>()?, output })
}

/// `einsum(a, [0, 1], b, [1, 2], [0, 2])`: numbers, and `...`, for labels.
fn sublist(host: &mut dyn Host, v: &Value) -> Res<Term> {
    let mut out = Term::default();
    let Some(all) = items(v) else {
        let labels = integers(host, v)?;
        out.labels = labels.into_iter().map(|label| label as u32).collect();
        return Ok(out);
    };
    for item in all {
        if matches!(item, Value::Ellipsis) {
            out.dots = Some(out.labels.len());
            continue;
        }
        match crate::value::index::as_index(host, &item)? {
            label @ 0..=51 => out.labels.push(label as u32 + u32::from(b'A') + if label < 26 { 0 } else { 6 }),
            _ => return Err(value_error("subscript is not within the valid range [0, 52)")),
        }
    }
    Ok(out)
}

fn letter(label: u32) -> char {
    char::from_u32(label).unwrap_or('?')
}

/// Labels for each axis of an operand; `...` gets labels of its own.
fn spread(term: &Term, chunk: &Chunk, number: usize) -> Res<Vec<u32>> {
    let (named, ndim) = (term.labels.len(), chunk.ndim());
    if named > ndim {
        return Err(value_error(format!(
            "einstein sum subscripts string contains too many subscripts for operand {number}"
        )));
    }
    let Some(dots) = term.dots else {
        if named < ndim {
            return Err(value_error(
                "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to \
                 broadcast the extra dimensions.",
            ));
        }
        return collapsing(term.labels.clone(), chunk, number);
    };
    let mut out = term.labels.clone();
    let extra: Vec<u32> = (0..ndim - named).rev().map(|at| DOTS - at as u32).collect();
    out.splice(dots..dots, extra);
    collapsing(out, chunk, number)
}

/// Axes with one label must have one size.
fn collapsing(out: Vec<u32>, chunk: &Chunk, number: usize) -> Res<Vec<u32>> {
    for (axis, label) in out.iter().enumerate() {
        let first = out.iter().position(|at| at == label).unwrap_or(axis);
        let (n, m) = (chunk.shape.get(first), chunk.shape.get(axis));
        if let (Some(n), Some(m)) = (n, m)
            && n != m
        {
            return Err(value_error(format!(
                "dimensions in operand {number} for collapsing index '{}' don't match ({n} != {m})",
                letter(*label)
            )));
        }
    }
    Ok(out)
}

fn output(given: Option<Term>, operands: &[Labelled]) -> Res<Vec<u32>> {
    let used: Vec<u32> = operands.iter().flat_map(|operand| operand.labels.iter().copied()).collect();
    let mut dots: Vec<u32> = used.iter().copied().filter(|label| *label > DOTS - 64).collect();
    dots.sort_unstable();
    dots.dedup();
    let Some(given) = given else {
        let once = |label: &&u32| used.iter().filter(|at| at == label).count() == 1 && !dots.contains(label);
        let mut labels: Vec<u32> = used.iter().filter(once).copied().collect();
        labels.sort_unstable();
        return Ok([dots, labels].concat());
    };
    for (at, label) in given.labels.iter().enumerate() {
        if !used.contains(label) {
            return Err(value_error(format!(
                "einstein sum subscripts string included output subscript '{}' which never appeared in an input",
                letter(*label)
            )));
        }
        if given.labels.iter().take(at).any(|other| other == label) {
            return Err(value_error(format!(
                "einstein sum subscripts string includes output subscript '{}' multiple times",
                letter(*label)
            )));
        }
    }
    let Some(place) = given.dots else {
        if !dots.is_empty() {
            return Err(value_error(
                "einstein sum operands could not be broadcast together: output has no '...' but operands have axes for it",
            ));
        }
        return Ok(given.labels);
    };
    let mut out = given.labels;
    out.splice(place..place, dots);
    Ok(out)
}

/// Each label has one size in all operands, or 1.
fn agree(operands: &[Labelled], out: &[u32]) -> Res<()> {
    let mut sizes: Vec<(u32, usize)> = Vec::new();
    for operand in operands {
        for (&label, &n) in operand.labels.iter().zip(&operand.chunk.shape) {
            match sizes.iter_mut().find(|(at, _)| *at == label) {
                Some((_, known)) if *known == 1 => *known = n,
                Some((_, known)) if *known == n || n == 1 => {}
                Some(_) => return Err(mismatch(operands, out)),
                None => sizes.push((label, n)),
            }
        }
    }
    Ok(())
}

fn mismatch(operands: &[Labelled], out: &[u32]) -> Box<Raised> {
    let mut order = out.to_vec();
    let mut others: Vec<u32> = operands.iter().flat_map(|at| at.labels.iter().copied()).collect();
    others.sort_unstable();
    others.dedup();
    order.extend(others.into_iter().filter(|label| !out.contains(label)));
    let shown = |operand: &Labelled| {
        let size = |label: &u32| {
            let axis = operand.labels.iter().position(|at| at == label);
            let size = axis.and_then(|axis| operand.chunk.shape.get(axis));
            size.map_or_else(|| "newaxis".to_owned(), usize::to_string)
        };
        let sizes: Vec<String> = order.iter().map(size).skip_while(|size| size == "newaxis").collect();
        format!("{}->({})", crate::data::shape::show_tight(&operand.chunk.shape), sizes.join(","))
    };
    let all: Vec<String> = operands.iter().map(shown).collect();
    value_error(format!(
        "operands could not be broadcast together with remapped shapes [original->remapped]: {} ",
        all.join(" ")
    ))
}

/// `einsum(out, dtype, order, casting, optimize, *operands)`
fn call(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    super::convert::must_be_none(at(args, 0), "out")?;
    let given = rest(args, 5);
    let mut values: Vec<Value> = Vec::new();
    let terms = match given.first() {
        Some(Value::Str(text)) => {
            values.extend(given.iter().skip(1).cloned());
            subscripts(text.as_str())?
        }
        Some(_) => {
            let mut terms = Subscripts { inputs: Vec::new(), output: None };
            for pair in given.chunks(2) {
                match pair {
                    [operand, labels] => {
                        values.push(operand.clone());
                        terms.inputs.push(sublist(host, labels)?);
                    }
                    [last] => terms.output = Some(sublist(host, last)?),
                    _ => {}
                }
            }
            terms
        }
        None => {
            return Err(value_error(
                "must specify the einstein sum subscripts string and at least one operand, or at least one operand and its \
                 corresponding subscripts list",
            ));
        }
    };
    if values.len() != terms.inputs.len() {
        let which = if values.len() > terms.inputs.len() { "fewer" } else { "more" };
        return Err(value_error(format!(
            "{which} operands provided to einstein sum function than specified in the subscripts string"
        )));
    }
    let to = dtype_arg(at(args, 1))?;
    let mut operands = Vec::new();
    for (number, (value, term)) in values.iter().zip(&terms.inputs).enumerate() {
        let mut chunk = array(host, value, None)?;
        if let Some(to) = to {
            chunk = cast(&chunk, to)?;
        }
        let labels = spread(term, &chunk, number)?;
        operands.push(Labelled { chunk, labels });
    }
    let out = output(terms.output, &operands)?;
    agree(&operands, &out)?;
    let long = operands.iter().map(|operand| operand.chunk.size()).sum::<usize>() > 1 << 18;
    patient(host, long, move || einsum(operands, &out)).map(result)
}

/// The rows.
pub const ROWS: &[Row] = &[row("numpy.einsum", call)];
