//! `zip` and `enumerate`: what gives rows of several values, to a tuple or straight into the variables of a loop.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::lazy::{frozen_rest, rest_of};
use crate::data::raised::value_error;
use crate::data::{Raised, Res};
use crate::lazy_types;
use crate::value::iter::{self, IterState};
use crate::value::native::FrozenNative;
use crate::value::pyiter::shown;
use crate::value::{Host, Native, TypeInfo, Value};

lazy_types! { "builtins": ENUMERATE_ITER = "enumerate", ZIP_ITER = "zip" }

/// The class `enumerate`.
pub static ENUMERATE: &TypeInfo = &ENUMERATE_ITER;
/// The class `zip`.
pub static ZIP: &TypeInfo = &ZIP_ITER;

/// Where values come from: a built-in container is walked without an iterator object.
enum Source {
    State(IterState),
    Other(Value),
}

impl Source {
    fn of(host: &mut dyn Host, v: &Value) -> Res<Source> {
        match iter::make(v) {
            Some(state) => Ok(Source::State(state)),
            None => iter::iter(host, v).map(Source::Other),
        }
    }

    #[inline]
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        match self {
            Source::State(state) => iter::step(state),
            Source::Other(it) => iter::next(host, it),
        }
    }
}

enum Kind {
    /// The sources, and whether they must be of one length.
    Zip(Vec<Source>, bool),
    /// The source and the number of its next value.
    Enumerate(Source, i64),
    /// What was left of an iterator that went to another thread.
    Rest(std::vec::IntoIter<Value>),
}

/// An iterator over rows.
pub struct Pairs {
    info: &'static TypeInfo,
    kind: RefCell<Kind>,
    /// How many values a row has; 0 when rows are there as tuples alone.
    width: Cell<usize>,
}

/// `zip(*values)`.
///
/// # Errors
/// What `iter` raises for one of the values.
pub fn zip(host: &mut dyn Host, values: &[Value], strict: bool) -> Res<Value> {
    let sources = values.iter().map(|v| Source::of(host, v)).collect::<Res<Vec<_>>>()?;
    let width = Cell::new(sources.len());
    Ok(Value::native(Pairs { info: ZIP, kind: RefCell::new(Kind::Zip(sources, strict)), width }))
}

/// `enumerate(v, start)`.
///
/// # Errors
/// What `iter` raises for `v`.
pub fn enumerate(host: &mut dyn Host, v: &Value, start: i64) -> Res<Value> {
    let source = Source::of(host, v)?;
    Ok(Value::native(Pairs {
        info: ENUMERATE,
        kind: RefCell::new(Kind::Enumerate(source, start)),
        width: Cell::new(2),
    }))
}

impl Pairs {
    /// How many values a row has; 0 when that is not known.
    #[inline]
    pub fn width(&self) -> usize {
        self.width.get()
    }

    /// The next row, into `row`, which has room for [`Pairs::width`] values; whether there was one.
    ///
    /// # Errors
    /// What the sources raise; `ValueError` for sources of different length that must have one.
    #[inline]
    pub fn next_row(&self, host: &mut dyn Host, row: &mut [Value]) -> Res<bool> {
        let Ok(mut kind) = self.kind.try_borrow_mut() else { return Err(value_error("generator already executing")) };
        match &mut *kind {
            Kind::Zip(sources, strict) => {
                if sources.is_empty() {
                    return Ok(false);
                }
                for at in 0..sources.len() {
                    let next = match sources.get_mut(at) {
                        Some(source) => source.next(host)?,
                        None => None,
                    };
                    match (next, row.get_mut(at)) {
                        (Some(value), Some(place)) => *place = value,
                        _ => return ended(host, sources, *strict, at).map(|()| false),
                    }
                }
                Ok(true)
            }
            Kind::Enumerate(source, count) => {
                let Some(value) = source.next(host)? else { return Ok(false) };
                if let [number, place, ..] = row {
                    *number = Value::Int(*count);
                    *place = value;
                }
                *count = count.saturating_add(1);
                Ok(true)
            }
            Kind::Rest(_) => Ok(false),
        }
    }

    fn next_tuple(&self, host: &mut dyn Host) -> Res<Option<Value>> {
        if let Ok(mut kind) = self.kind.try_borrow_mut()
            && let Kind::Rest(rest) = &mut *kind
        {
            return Ok(rest.next());
        }
        let width = self.width();
        if width == 2 {
            let mut row = [Value::Unbound, Value::Unbound];
            return Ok(if self.next_row(host, &mut row)? { Some(Value::tuple(row)) } else { None });
        }
        let mut row = vec![Value::Unbound; width];
        Ok(if self.next_row(host, &mut row)? { Some(Value::tuple(row)) } else { None })
    }
}

/// The source at a place is at its end.
#[cold]
fn ended(host: &mut dyn Host, sources: &mut [Source], strict: bool, place: usize) -> Res<()> {
    if !strict {
        return Ok(());
    }
    if place > 0 {
        return Err(uneven(place, "shorter"));
    }
    for (place, source) in sources.iter_mut().enumerate().skip(1) {
        if source.next(host)?.is_some() {
            return Err(uneven(place, "longer"));
        }
    }
    Ok(())
}

fn uneven(place: usize, how: &str) -> Box<Raised> {
    let before = if place == 1 { "argument 1".to_owned() } else { format!("arguments 1-{place}") };
    value_error(format!("zip() argument {} is {how} than {before}", place + 1))
}

impl Native for Pairs {
    fn type_info(&self) -> &'static TypeInfo {
        self.info
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(shown(self.info, std::ptr::from_ref(self) as usize))
    }

    fn iterable(&self) -> bool {
        true
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        self.next_tuple(host).map(Some)
    }

    /// What goes to another thread is what is still to come; here it is then given from memory.
    fn freeze(&self, host: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        let items = rest_of(self.info, &mut || self.next_tuple(host))?;
        let frozen = frozen_rest(host, self.info, &items)?;
        *self.kind.borrow_mut() = Kind::Rest(items.into_iter());
        self.width.set(0);
        Ok(Some(frozen))
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}
