//! Steps on the elements of a partition: `map`, `starmap`, `filter`, `pluck`, `flatten`, `zip`, `take`.

use super::flow::{Batch, Flow, Rows, Sink, Told, each_value, flow};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Res, Sym};
use crate::value::host::Column;
use crate::value::iter::{self, IterState};
use crate::value::{Host, Value, index, kind};

/// After so many elements the user is asked whether to go on.
const POLLED: u64 = 1024;

/// What a mapped function gets of one of its arguments.
pub enum Feed {
    /// The elements of a partition.
    Each(Box<dyn Flow>),
    /// The same value every time.
    Same(Value),
}

/// A function of the elements of one or several partitions.
pub struct Map {
    pub(super) function: Value,
    pub(super) feeds: Vec<Feed>,
    /// Names of the last feeds, which are keyword arguments.
    pub(super) names: Vec<Sym>,
    /// Keyword arguments that are the same every time.
    pub(super) kwargs: Vec<(Sym, Value)>,
    pub(super) compiled: Compiled,
    pub(super) at: u64,
    pub(super) told: Told,
}

/// So many elements are asked for one by one before columns are asked for: who wants few gets few.
const SINGLY: u64 = 256;

/// How many times a function is tried on columns before it is called row by row for good.
const TRIES: u8 = 3;

/// What a step that a compiled function may do keeps between elements.
#[derive(Default)]
pub(super) struct Compiled {
    /// What the function gave.
    made: Rows,
    /// What it is still to be called on, one by one.
    given: Rows,
    misses: u8,
}

/// What a compiled function made of the next elements.
enum Tried {
    /// Of these it made those.
    Rows(Column, Column),
    /// There are no elements left.
    End,
    /// They are to be asked for, or worked on, one by one.
    Single,
}

impl Compiled {
    /// Whether elements wait here.
    pub(super) fn is_busy(&self) -> bool {
        self.made.is_left() || self.given.is_left()
    }

    /// The next elements, and what the function makes of them all at once.
    fn next(&mut self, host: &mut dyn Host, function: &Value, from: &mut dyn Flow) -> Res<Tried> {
        if self.misses >= TRIES || self.made.is_left() || self.given.is_left() {
            return Ok(Tried::Single);
        }
        let column = match from.batch(host)? {
            Batch::Rows(column) => column,
            Batch::End => return Ok(Tried::End),
            Batch::Single => return Ok(Tried::Single),
        };
        let mut columns = [column];
        // Compiled code does nothing but compute: a row that it leaves is called when its turn comes, as if it had not begun.
        let made = host.map_numbers(function, &columns, false)?;
        let [column] = &mut columns;
        let Some(made) = made.filter(|made| !made.is_empty()) else {
            self.misses += 1;
            self.given = Rows::new(std::mem::take(column));
            return Ok(Tried::Single);
        };
        let rest = column.split_off(made.len());
        if !rest.is_empty() {
            self.given = Rows::new(rest);
        }
        Ok(Tried::Rows(std::mem::take(column), made))
    }
}

impl Map {
    /// A function of what the feeds give; the last of them under `names`.
    pub fn new(function: Value, feeds: Vec<Feed>, names: Vec<Sym>, kwargs: Vec<(Sym, Value)>) -> Map {
        let compiled = Compiled::default();
        Map { function, feeds, names, kwargs, compiled, at: 0, told: Told::default() }
    }

    /// The next arguments; `None` at the end of the first partition that ends.
    fn arguments(&mut self, host: &mut dyn Host) -> Res<Option<Vec<Value>>> {
        let mut args = Vec::with_capacity(self.feeds.len());
        for at in 0..self.feeds.len() {
            let next = match self.feeds.get_mut(at) {
                Some(Feed::Each(flow)) => flow.next(host)?,
                Some(Feed::Same(value)) => Some(value.clone()),
                None => None,
            };
            match next {
                Some(value) => args.push(value),
                None => return self.check_ends(host).map(|()| None),
            }
        }
        Ok(Some(args))
    }

    /// All partitions must end together.
    fn check_ends(&mut self, host: &mut dyn Host) -> Res<()> {
        if self.feeds.len() < 2 {
            return Ok(());
        }
        for feed in &mut self.feeds {
            if let Feed::Each(flow) = feed
                && flow.next(host)?.is_some()
            {
                return Err(value_error(
                    "map called with multiple bags that aren't identically partitioned. Please ensure that all bag \
                     arguments have the same partition lengths",
                ));
            }
        }
        Ok(())
    }

    fn call(&mut self, host: &mut dyn Host, mut args: Vec<Value>) -> Res<Value> {
        let by_name = args.split_off(args.len().saturating_sub(self.names.len()));
        let made = if by_name.is_empty() {
            host.call(&self.function, &args, &self.kwargs)
        } else {
            let mut kwargs = self.kwargs.clone();
            kwargs.extend(self.names.iter().copied().zip(by_name.iter().cloned()));
            host.call(&self.function, &args, &kwargs)
        };
        let element = args.first().or(by_name.first()).unwrap_or(&Value::None);
        made.map_err(|raised| self.told.blame(host, raised, self.at, element))
    }
}

impl Flow for Map {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        if self.at.is_multiple_of(POLLED) {
            host.poll()?;
        }
        if let Some(made) = self.compiled.made.give() {
            self.at += 1;
            return Ok(Some(made));
        }
        let made = match self.feeds.as_mut_slice() {
            [Feed::Each(flow)] if self.names.is_empty() => {
                let plain = self.kwargs.is_empty() && self.at >= SINGLY;
                match if plain { self.compiled.next(host, &self.function, &mut **flow)? } else { Tried::Single } {
                    Tried::Rows(_, made) => {
                        self.compiled.made = Rows::new(made);
                        self.at += 1;
                        return Ok(self.compiled.made.give());
                    }
                    Tried::End => return Ok(None),
                    Tried::Single => {}
                }
                let next = match self.compiled.given.give() {
                    Some(element) => Some(element),
                    None => flow.next(host)?,
                };
                let Some(element) = next else { return Ok(None) };
                match host.call(&self.function, std::slice::from_ref(&element), &self.kwargs) {
                    Ok(made) => made,
                    Err(raised) => return Err(self.told.blame(host, raised, self.at, &element)),
                }
            }
            _ => {
                let Some(args) = self.arguments(host)? else { return Ok(None) };
                self.call(host, args)?
            }
        };
        self.at += 1;
        Ok(Some(made))
    }

    fn batch(&mut self, host: &mut dyn Host) -> Res<Batch> {
        match self.feeds.as_mut_slice() {
            [Feed::Each(flow)] if self.names.is_empty() && self.kwargs.is_empty() => {
                Ok(match self.compiled.next(host, &self.function, &mut **flow)? {
                    Tried::Rows(_, made) => {
                        self.at += made.len() as u64;
                        Batch::Rows(made)
                    }
                    Tried::End => Batch::End,
                    Tried::Single => Batch::Single,
                })
            }
            _ => Ok(Batch::Single),
        }
    }

    fn each(&mut self, host: &mut dyn Host, records: bool, to: Sink<'_>) -> Res<()> {
        if self.push(host, records, to)? { Ok(()) } else { each_value(self, host, to) }
    }

    fn each_part(&mut self, host: &mut dyn Host, to: Sink<'_>) -> Res<bool> {
        self.push_parts(host, to)
    }

    fn told(&mut self, task: &Told) {
        self.told = task.clone();
    }
}

/// A function whose arguments are the items of each element.
pub struct StarMap {
    /// The function.
    pub function: Value,
    /// The elements.
    pub from: Box<dyn Flow>,
    /// Keyword arguments.
    pub kwargs: Vec<(Sym, Value)>,
    /// How many elements there were.
    pub at: u64,
    /// The task.
    pub told: Told,
}

impl Flow for StarMap {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        if self.at.is_multiple_of(POLLED) {
            host.poll()?;
        }
        let Some(element) = self.from.next(host)? else { return Ok(None) };
        let made = match &element {
            Value::Tuple(items) => host.call(&self.function, &items.items, &self.kwargs),
            other => iter::collect(host, other).and_then(|items| host.call(&self.function, &items, &self.kwargs)),
        };
        let made = made.map_err(|raised| self.told.blame(host, raised, self.at, &element))?;
        self.at += 1;
        Ok(Some(made))
    }

    fn told(&mut self, task: &Told) {
        self.told = task.clone();
    }
}

/// The elements for which a function is true, or not true.
pub struct Filter {
    /// The function; `None`: the element's own truth.
    pub(super) test: Value,
    /// Which elements stay.
    pub(super) keep: bool,
    pub(super) from: Box<dyn Flow>,
    pub(super) compiled: Compiled,
    pub(super) at: u64,
    pub(super) told: Told,
}

impl Filter {
    /// The elements for which `test` is `keep`.
    pub fn new(test: Value, keep: bool, from: Box<dyn Flow>) -> Filter {
        Filter { test, keep, from, compiled: Compiled::default(), at: 0, told: Told::default() }
    }

    fn truth(&self, host: &mut dyn Host, element: &Value) -> Res<bool> {
        match &self.test {
            Value::None => kind::truth(host, element),
            test => match host.call(test, std::slice::from_ref(element), &[])? {
                Value::Bool(truth) => Ok(truth),
                made => kind::truth(host, &made),
            },
        }
    }

    /// The rows that stay.
    fn chosen(&self, host: &mut dyn Host, rows: &Column, made: &Column) -> Res<Column> {
        let mut stays = Vec::with_capacity(rows.len());
        match made {
            Column::Bool(truths) => stays.extend(truths.iter().map(|truth| *truth == self.keep)),
            Column::Int(items) => stays.extend(items.iter().map(|item| (*item != 0) == self.keep)),
            Column::Float(items) => stays.extend(items.iter().map(|item| (*item != 0.0) == self.keep)),
            Column::Values(items) => {
                for item in items {
                    stays.push(kind::truth(host, item)? == self.keep);
                }
            }
        }
        Ok(match rows {
            Column::Int(items) => Column::Int(picked(items, &stays)),
            Column::Float(items) => Column::Float(picked(items, &stays)),
            Column::Bool(items) => Column::Bool(picked(items, &stays)),
            Column::Values(items) => {
                let chosen = items.iter().zip(&stays).filter(|(_, stays)| **stays);
                Column::Values(chosen.map(|(item, _)| item.clone()).collect())
            }
        })
    }
}

/// The items that stay. Each is written to the next place, which moves on if it stays: nothing is guessed.
fn picked<T: Copy + Default>(items: &[T], stays: &[bool]) -> Vec<T> {
    let mut made = vec![T::default(); items.len()];
    let mut count = 0;
    for (item, stays) in items.iter().zip(stays) {
        if let Some(place) = made.get_mut(count) {
            *place = *item;
        }
        count += usize::from(*stays);
    }
    made.truncate(count);
    made
}

impl Flow for Filter {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        loop {
            if self.at.is_multiple_of(POLLED) {
                host.poll()?;
            }
            if let Some(element) = self.compiled.made.give() {
                return Ok(Some(element));
            }
            let many = self.at >= SINGLY;
            match if many { self.compiled.next(host, &self.test, &mut *self.from)? } else { Tried::Single } {
                Tried::Rows(rows, made) => {
                    self.at += rows.len() as u64;
                    self.compiled.made = Rows::new(self.chosen(host, &rows, &made)?);
                    continue;
                }
                Tried::End => return Ok(None),
                Tried::Single => {}
            }
            let next = match self.compiled.given.give() {
                Some(element) => Some(element),
                None => self.from.next(host)?,
            };
            let Some(element) = next else { return Ok(None) };
            let truth = self.truth(host, &element);
            let truth = truth.map_err(|raised| self.told.blame(host, raised, self.at, &element))?;
            self.at += 1;
            if truth == self.keep {
                return Ok(Some(element));
            }
        }
    }

    fn batch(&mut self, host: &mut dyn Host) -> Res<Batch> {
        loop {
            match self.compiled.next(host, &self.test, &mut *self.from)? {
                Tried::Rows(rows, made) => {
                    self.at += rows.len() as u64;
                    let chosen = self.chosen(host, &rows, &made)?;
                    if !chosen.is_empty() {
                        return Ok(Batch::Rows(chosen));
                    }
                }
                Tried::End => return Ok(Batch::End),
                Tried::Single => return Ok(Batch::Single),
            }
        }
    }

    fn each(&mut self, host: &mut dyn Host, records: bool, to: Sink<'_>) -> Res<()> {
        if self.push(host, records, to)? { Ok(()) } else { each_value(self, host, to) }
    }

    fn told(&mut self, task: &Told) {
        self.told = task.clone();
    }
}

/// An item of each element, or several as a tuple.
pub struct Pluck {
    /// The index or key, or a list of these.
    pub key: Value,
    /// What stands for a missing item.
    pub default: Option<Value>,
    /// The elements.
    pub from: Box<dyn Flow>,
    /// How many there were.
    pub at: u64,
    /// The task.
    pub told: Told,
}

/// An item of an element: `toolz`' `get`.
fn item(host: &mut dyn Host, element: &Value, key: &Value, default: Option<&Value>) -> Res<Value> {
    match (index::getitem(host, element, key), default) {
        (Err(raised), Some(default))
            if raised.class.is_a(ExcClass::KeyError) || raised.class.is_a(ExcClass::IndexError) =>
        {
            Ok(default.clone())
        }
        (found, _) => found,
    }
}

/// The item of an element, or the tuple of several that a list names.
///
/// # Errors
/// `KeyError` and its kin where there is no such item and no default.
pub fn pick(host: &mut dyn Host, element: &Value, key: &Value, default: Option<&Value>) -> Res<Value> {
    match key {
        Value::List(keys) => {
            let keys = keys.items.borrow().clone();
            let items = keys.iter().map(|key| item(host, element, key, default)).collect::<Res<Vec<Value>>>()?;
            Ok(Value::tuple(items))
        }
        key => item(host, element, key, default),
    }
}

impl Flow for Pluck {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        let Some(element) = self.from.next(host)? else { return Ok(None) };
        let made = pick(host, &element, &self.key, self.default.as_ref());
        let made = made.map_err(|raised| self.told.blame(host, raised, self.at, &element))?;
        self.at += 1;
        Ok(Some(made))
    }

    fn each(&mut self, host: &mut dyn Host, _records: bool, to: Sink<'_>) -> Res<()> {
        self.push(host, to)
    }

    fn told(&mut self, task: &Told) {
        self.told = task.clone();
    }
}

/// The elements of the elements.
pub struct Flatten {
    pub(super) from: Box<dyn Flow>,
    pub(super) inner: Option<Inner>,
    pub(super) at: u64,
    pub(super) told: Told,
}

/// The elements of an element.
pub(super) enum Inner {
    Own(IterState),
    Other(Box<dyn Flow>),
}

impl Flatten {
    /// The elements of what a flow gives.
    pub fn new(from: Box<dyn Flow>) -> Flatten {
        Flatten { from, inner: None, at: 0, told: Told::default() }
    }
}

impl Flow for Flatten {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        loop {
            let next = match &mut self.inner {
                Some(Inner::Own(state)) => iter::step(state)?,
                Some(Inner::Other(flow)) => flow.next(host)?,
                None => None,
            };
            if next.is_some() {
                return Ok(next);
            }
            let Some(element) = self.from.next(host)? else { return Ok(None) };
            self.inner = Some(match iter::make(&element) {
                Some(state) => Inner::Own(state),
                None => match flow(host, &element) {
                    Ok(flow) => Inner::Other(flow),
                    Err(raised) => return Err(self.told.blame(host, raised, self.at, &element)),
                },
            });
            self.at += 1;
        }
    }

    fn each(&mut self, host: &mut dyn Host, _records: bool, to: Sink<'_>) -> Res<()> {
        self.push(host, to)
    }

    fn told(&mut self, task: &Told) {
        self.told = task.clone();
    }
}

/// Tuples of the elements of several partitions, as long as all have one.
pub struct Zip {
    /// The partitions.
    pub from: Vec<Box<dyn Flow>>,
}

impl Flow for Zip {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        let mut items = Vec::with_capacity(self.from.len());
        for flow in &mut self.from {
            match flow.next(host)? {
                Some(item) => items.push(item),
                None => return Ok(None),
            }
        }
        Ok((!items.is_empty()).then(|| Value::tuple(items)))
    }
}

/// The first elements.
pub struct Take {
    /// How many are still to come.
    pub left: u64,
    /// The elements.
    pub from: Box<dyn Flow>,
}

impl Flow for Take {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                self.from.next(host)
            }
            None => Ok(None),
        }
    }
}

/// How many elements to take: `itertools.islice` takes what is no negative number.
///
/// # Errors
/// As `islice` says it.
pub fn count(host: &mut dyn Host, v: &Value) -> Res<u64> {
    let wrong = || value_error("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    match v {
        Value::None => Ok(u64::MAX),
        v => {
            let count = index::try_index(host, v)?.ok_or_else(wrong)?;
            let count = index::as_index(host, &count).map_err(|_| type_error("the count is no integer"))?;
            u64::try_from(count).map_err(|_| wrong())
        }
    }
}
