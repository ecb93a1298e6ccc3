//! The module `dataclasses`: what runs the code that its library writes.

use super::args::{at, text, this_dict};
use super::{Row, row};
use crate::data::Sym;
use crate::value::dict;

/// The rows.
pub const ROWS: &[Row] = &[row("dataclasses._define", |h, a| {
    let names = dict::items(this_dict(a.get(1..).unwrap_or(&[]))?);
    let named = names.iter().filter_map(|(name, value)| Some((Sym::new(name.as_str()?), value.clone())));
    let named: Vec<_> = named.collect();
    let module = at(a, 2).as_str().unwrap_or("dataclasses").to_owned();
    h.define(text("text", a, 0)?.as_str(), &named, &module)
})];
