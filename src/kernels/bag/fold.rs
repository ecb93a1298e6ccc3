//! What reduces partitions: sums and counts, frequencies, folds by key, the largest, the distinct.

use std::rc::Rc;

use super::element::{Element, Part};
use super::flow::{Batch, Flow, Told, flow};
use super::push::{self, KeyOf};
use super::steps::pick;
use crate::data::Res;
use crate::data::ops::BinOp;
use crate::data::raised::type_error;
use crate::value::counts::TextCounts;
use crate::value::host::Column;
use crate::value::{DictKind, DictObj, Host, Value, arith, compare, dict, kind};

/// After so many elements the user is asked whether to go on.
const POLLED: u64 = 4096;

/// The sum of the elements, as `sum` adds them.
///
/// # Errors
/// What the addition raises.
pub fn sum(host: &mut dyn Host, from: &mut dyn Flow) -> Res<Value> {
    let mut total = Value::Int(0);
    loop {
        match from.batch(host)? {
            Batch::Rows(rows) => total = sum_rows(host, total, &rows)?,
            Batch::End => return Ok(total),
            Batch::Single => match from.next(host)? {
                Some(item) => total = plus(host, &total, &item)?,
                None => return Ok(total),
            },
        }
    }
}

fn plus(host: &mut dyn Host, total: &Value, item: &Value) -> Res<Value> {
    Ok(match (total, item) {
        (Value::Int(x), Value::Int(y)) if let Some(z) = x.checked_add(*y) => Value::Int(z),
        (Value::Float(x), Value::Float(y)) => Value::Float(x + y),
        (x, y) => arith::binary(host, BinOp::Add, x, y)?,
    })
}

/// The sum of at most 2**20 integers: their halves are added apart, many at a time.
fn sum_of(items: &[i64]) -> i128 {
    let low: u64 = items.iter().map(|item| u64::from(*item as u32)).sum();
    let high: i64 = items.iter().map(|item| item >> 32).sum();
    (i128::from(high) << 32) + i128::from(low)
}

/// A total and the numbers of a column: floats from the left, one by one.
fn sum_rows(host: &mut dyn Host, total: Value, rows: &Column) -> Res<Value> {
    match (&total, rows) {
        (Value::Int(_) | Value::BigInt(_), Column::Int(items)) => {
            let sum = items.chunks(1 << 20).map(sum_of).sum::<i128>();
            let sum = match i64::try_from(sum) {
                Ok(small) => Value::Int(small),
                Err(_) => Value::big(sum.into()),
            };
            plus(host, &total, &sum)
        }
        (Value::Float(start), Column::Float(items)) => Ok(Value::Float(items.iter().fold(*start, |x, y| x + y))),
        _ => {
            let mut total = total;
            for at in 0..rows.len() {
                total = plus(host, &total, &rows.get(at).unwrap_or(Value::None))?;
            }
            Ok(total)
        }
    }
}

/// The number of the elements.
pub fn count(host: &mut dyn Host, from: &mut dyn Flow) -> Res<Value> {
    let mut counted = 0;
    loop {
        match from.batch(host)? {
            Batch::Rows(rows) => counted += rows.len() as i64,
            Batch::End => return Ok(Value::Int(counted)),
            Batch::Single => match from.next(host)? {
                Some(_) => counted += 1,
                None => return Ok(Value::Int(counted)),
            },
        }
    }
}

/// A function of two, applied from the left.
///
/// # Errors
/// What the function raises; `TypeError` where there is nothing to begin with.
pub fn reduce(host: &mut dyn Host, binop: &Value, initial: Option<&Value>, from: &mut dyn Flow) -> Res<Value> {
    let mut total = match initial {
        Some(initial) => initial.clone(),
        None => match from.next(host)? {
            Some(first) => first,
            None => return Err(type_error("reduce() of empty iterable with no initial value")),
        },
    };
    while let Some(item) = from.next(host)? {
        total = host.call(binop, &[total, item], &[])?;
    }
    Ok(total)
}

/// Add to the count of a key.
fn count_in(host: &mut dyn Host, into: &DictObj, key: Value, by: Value) -> Res<()> {
    if let Value::Int(more) = by
        && dict::add_quick(into, &key, more)
    {
        return Ok(());
    }
    let sum = match dict::get(host, into, &key)? {
        Some(known) => arith::binary(host, BinOp::Add, &known, &by)?,
        None => by,
    };
    dict::insert(host, into, key, sum)
}

/// How often each element occurs, in the order of first occurrence.
///
/// # Errors
/// `TypeError` for an element that is not hashable.
pub fn frequencies(host: &mut dyn Host, from: &mut dyn Flow) -> Res<Value> {
    let mut counts = Counts::Texts(TextCounts::default());
    from.each(host, false, &mut |host, element| counts.add(host, element))?;
    Ok(Value::Dict(Rc::new(counts.into_dict())))
}

/// Counts, of texts alone as long as there is nothing else.
enum Counts {
    Texts(TextCounts),
    Any(DictObj),
}

impl Counts {
    #[inline]
    fn add(&mut self, host: &mut dyn Host, element: Element<'_>) -> Res<()> {
        match (self, element) {
            (Counts::Texts(texts), Element::Text(text)) => texts.add(text, 1),
            (Counts::Texts(texts), Element::Value(Value::Str(text))) => texts.add(text.as_str(), 1),
            (counts, element) => return counts.add_value(host, element),
        }
        Ok(())
    }

    #[inline(never)]
    fn add_value(&mut self, host: &mut dyn Host, element: Element<'_>) -> Res<()> {
        if let Counts::Texts(texts) = self {
            *self = Counts::Any(std::mem::take(texts).into_dict());
        }
        let value = element.value(host)?;
        match self {
            Counts::Any(dict) => count_in(host, dict, value, Value::Int(1)),
            Counts::Texts(_) => Ok(()),
        }
    }

    fn into_dict(self) -> DictObj {
        match self {
            Counts::Texts(texts) => texts.into_dict(),
            Counts::Any(dict) => dict,
        }
    }
}

/// The sums of frequencies.
///
/// # Errors
/// What the addition raises.
pub fn merge_frequencies(host: &mut dyn Host, from: &mut dyn Flow) -> Res<Value> {
    let Some(first) = from.next(host)? else { return Ok(Value::Dict(Rc::new(DictObj::plain()))) };
    let Some(mut next) = from.next(host)? else { return Ok(first) };
    let Value::Dict(first) = first else { return Err(type_error("frequencies are dicts")) };
    let made = dict::copy(&first);
    *made.kind.borrow_mut() = DictKind::Default(Value::Type(&crate::value::types::INT));
    loop {
        let Value::Dict(more) = next else { return Err(type_error("frequencies are dicts")) };
        for (key, by) in dict::items(&more) {
            count_in(host, &made, key, by)?;
        }
        match from.next(host)? {
            Some(more) => next = more,
            None => return Ok(Value::Dict(Rc::new(made))),
        }
    }
}

/// The key of an element: what a function gives, or an item of it.
///
/// # Errors
/// What the function raises; `KeyError` and its kin.
pub fn key_of(host: &mut dyn Host, key: &Value, element: &Value) -> Res<Value> {
    match kind::callable(key) {
        true => host.call(key, std::slice::from_ref(element), &[]),
        false => pick(host, element, key, None),
    }
}

/// A fold of the elements with each key.
pub struct ReduceBy<'f> {
    /// The key of an element.
    pub key: &'f Value,
    /// The function of what there is so far and an element.
    pub binop: &'f Value,
    /// What a key begins with: its first element, a value, or what a function gives.
    pub initial: Option<&'f Value>,
    /// The task.
    pub told: Told,
}

impl ReduceBy<'_> {
    /// The results by key.
    ///
    /// # Errors
    /// What the functions raise; `TypeError` for a key that is not hashable.
    pub fn run(&self, host: &mut dyn Host, from: &mut dyn Flow) -> Res<Value> {
        let made = DictObj::plain();
        let mut at = 0u64;
        // Where a fold begins with an element, that is kept whole.
        let mut parts = (Part::of(host, self.key, 0), self.initial.and_then(|_| Part::of(host, self.binop, 1)));
        let records = parts.1.is_some() && (parts.0.is_some() || matches!(self.key, Value::Str(_)));
        from.each(host, records, &mut |host, element| {
            if at.is_multiple_of(POLLED) {
                host.poll()?;
            }
            if let Err(raised) = self.add(host, &made, &element, &mut parts) {
                let value = element.value(host)?;
                return Err(self.told.blame(host, raised, at, &value));
            }
            at += 1;
            Ok(())
        })?;
        Ok(Value::Dict(Rc::new(made)))
    }

    fn add(
        &self,
        host: &mut dyn Host,
        made: &DictObj,
        element: &Element<'_>,
        (by_key, by_fold): &mut (Option<Part>, Option<Part>),
    ) -> Res<()> {
        let key = match (push::key_in(host, self.key, element)?, element) {
            (Some(KeyOf::Text(text)), _) => {
                let Some((at, so_far)) = dict::place_of_text(made, text) else {
                    return self.begin(host, made, push::text(text), element, by_fold);
                };
                let now = self.fold(host, so_far, element, by_fold)?;
                dict::set_at(made, at, now);
                return Ok(());
            }
            (Some(KeyOf::Value(key)), _) => key,
            (None, Element::Record(record)) => match by_key {
                Some(part) => {
                    let (given, all) = part.dict(host, record)?;
                    let key = host.call(self.key, std::slice::from_ref(&given), &[])?;
                    if all {
                        return self.put(host, made, key, &Element::Value(given), by_fold);
                    }
                    key
                }
                None => {
                    let value = record.value(host)?;
                    key_of(host, self.key, &value)?
                }
            },
            (None, Element::Value(element)) => key_of(host, self.key, element)?,
            (None, Element::Text(text)) => key_of(host, self.key, &Value::str(text))?,
        };
        self.put(host, made, key, element, by_fold)
    }

    fn put(
        &self,
        host: &mut dyn Host,
        made: &DictObj,
        key: Value,
        element: &Element<'_>,
        by_fold: &mut Option<Part>,
    ) -> Res<()> {
        match dict::get(host, made, &key)? {
            Some(so_far) => {
                let now = self.fold(host, so_far, element, by_fold)?;
                dict::insert(host, made, key, now)
            }
            None => self.begin(host, made, key, element, by_fold),
        }
    }

    /// The first element with a key.
    fn begin(
        &self,
        host: &mut dyn Host,
        made: &DictObj,
        key: Value,
        element: &Element<'_>,
        by_fold: &mut Option<Part>,
    ) -> Res<()> {
        let first = match self.initial {
            None => {
                let value = whole(host, element)?;
                return dict::insert(host, made, key, value);
            }
            Some(first) if kind::callable(first) => host.call(first, &[], &[])?,
            Some(first) => first.clone(),
        };
        let now = self.fold(host, first, element, by_fold)?;
        dict::insert(host, made, key, now)
    }

    fn fold(&self, host: &mut dyn Host, so_far: Value, element: &Element<'_>, part: &mut Option<Part>) -> Res<Value> {
        let given = match (element, part) {
            (Element::Record(record), Some(part)) => part.dict(host, record)?.0,
            (element, _) => whole(host, element)?,
        };
        host.call(self.binop, &[so_far, given], &[])
    }
}

/// An element as a value.
fn whole(host: &mut dyn Host, element: &Element<'_>) -> Res<Value> {
    match element {
        Element::Text(text) => Ok(Value::str(text)),
        Element::Record(record) => record.value(host),
        Element::Value(value) => Ok(value.clone()),
    }
}

/// The values of dicts under each key, folded from the left: `merge_with(partial(reduce, combine), dicts)`.
///
/// # Errors
/// What the function raises.
pub fn merge_with(host: &mut dyn Host, combine: &Value, dicts: &[Value]) -> Res<Value> {
    let made = DictObj::plain();
    for part in dicts {
        let Value::Dict(part) = part else { return Err(type_error("expected dicts")) };
        for (key, value) in dict::items(part) {
            let now = match dict::get(host, &made, &key)? {
                Some(known) => host.call(combine, &[known, value], &[])?,
                None => value,
            };
            dict::insert(host, &made, key, now)?;
        }
    }
    Ok(Value::Dict(Rc::new(made)))
}

/// The `k` largest elements, the largest first; of equal ones those that came first.
///
/// # Errors
/// What the key or a comparison raises.
pub fn topk(host: &mut dyn Host, k: usize, key: &Value, from: &mut dyn Flow) -> Res<Value> {
    let mut best: Vec<(Value, Value)> = Vec::new();
    while let Some(element) = from.next(host)? {
        let by = match key {
            Value::None => element.clone(),
            key => key_of(host, key, &element)?,
        };
        if best.len() >= k {
            match best.last() {
                Some((last, _)) if compare::lt(host, last, &by)? => {}
                _ => continue,
            }
        }
        let (mut low, mut high) = (0, best.len());
        while low < high {
            let middle = low.midpoint(high);
            let before = match best.get(middle) {
                Some((known, _)) => compare::lt(host, known, &by)?,
                None => false,
            };
            match before {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        best.insert(low.min(best.len()), (by, element));
        best.truncate(k);
    }
    Ok(Value::tuple(best.into_iter().map(|(_, element)| element).collect::<Vec<Value>>()))
}

/// The first element with each key, in order; `None` as key is the element itself.
///
/// # Errors
/// `TypeError` for a key that is not hashable.
pub fn distinct(host: &mut dyn Host, key: &Value, from: &mut dyn Flow) -> Res<Vec<Value>> {
    let seen = DictObj::plain();
    let mut made = Vec::new();
    while let Some(element) = from.next(host)? {
        let by = match key {
            Value::None => element.clone(),
            key if kind::callable(key) => host.call(key, std::slice::from_ref(&element), &[])?,
            key => crate::value::index::getitem(host, &element, key)?,
        };
        if !dict::contains(host, &seen, &by)? {
            dict::insert(host, &seen, by, Value::None)?;
            made.push(element);
        }
    }
    Ok(made)
}

/// The elements of several partitions, one after the other, as a flow.
pub struct Concat {
    parts: std::vec::IntoIter<Value>,
    now: Option<Box<dyn Flow>>,
}

impl Concat {
    /// The elements of these.
    pub fn new(parts: Vec<Value>) -> Concat {
        Concat { parts: parts.into_iter(), now: None }
    }
}

impl Flow for Concat {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        loop {
            if let Some(now) = &mut self.now
                && let Some(element) = now.next(host)?
            {
                return Ok(Some(element));
            }
            let Some(part) = self.parts.next() else { return Ok(None) };
            self.now = Some(flow(host, &part)?);
        }
    }
}
