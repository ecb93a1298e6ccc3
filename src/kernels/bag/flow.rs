//! A partition on its way through a task: what gives the next element. Between the steps of one task there is no list.

use std::cell::RefCell;

use super::element::Element;
use crate::data::raised::{TaskInfo, value_error};
use crate::data::{ExcClass, Raised, Res};
use crate::source::Span;
use crate::value::host::Column;
use crate::value::iter::{self, IterState};
use crate::value::{Host, Native, TypeInfo, Value, frozen};

/// So many numbers go through a step at once.
const ROWS: usize = 4096;

/// The next elements at once, where they are numbers.
pub enum Batch {
    /// These, at least one.
    Rows(Column),
    /// There are no more.
    End,
    /// They are to be asked for one by one (at least the next).
    Single,
}

/// Takes elements, one after the other.
pub type Sink<'s> = &'s mut dyn FnMut(&mut dyn Host, Element<'_>) -> Res<()>;

/// Gives elements, one after the other.
pub trait Flow {
    /// The next element; `None` at the end.
    ///
    /// # Errors
    /// What the functions of the user raise on the way.
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>>;

    /// The next elements as a column of numbers, if a compiled function makes them or they stand there as such. Nothing
    /// is given twice, and nothing is raised early: what would raise is left to [`Flow::next`].
    ///
    /// # Errors
    /// The user's interrupt.
    fn batch(&mut self, host: &mut dyn Host) -> Res<Batch> {
        let _ = host;
        Ok(Batch::Single)
    }

    /// Give all elements that are left to `to`, as they stand where no value was made of them yet; `records`: whether that
    /// may be records.
    ///
    /// # Errors
    /// As [`Flow::next`], and what `to` raises.
    fn each(&mut self, host: &mut dyn Host, records: bool, to: Sink<'_>) -> Res<()> {
        let _ = records;
        each_value(self, host, to)
    }

    /// Give the elements of all elements that are left to `to`, if this step knows how to without making these; whether it
    /// does. If not, nothing was taken.
    ///
    /// # Errors
    /// As [`Flow::each`].
    fn each_part(&mut self, host: &mut dyn Host, to: Sink<'_>) -> Res<bool> {
        let _ = (host, to);
        Ok(false)
    }

    /// Learn which task this step is part of: for messages.
    fn told(&mut self, task: &Told) {
        let _ = task;
    }
}

/// Give the elements of a flow that are left to `to`, each as a value.
pub(super) fn each_value(flow: &mut (impl Flow + ?Sized), host: &mut dyn Host, to: Sink<'_>) -> Res<()> {
    while let Some(element) = flow.next(host)? {
        to(host, Element::Value(element))?;
    }
    Ok(())
}

/// The task of a step.
#[derive(Clone, Default)]
pub struct Told {
    /// Its key.
    pub key: String,
    /// The user's expression that made it.
    pub span: Span,
}

impl Told {
    /// An exception with what there is to say of the task, and of the element that was worked on.
    pub fn blame(&self, host: &mut dyn Host, mut raised: Box<Raised>, at: u64, element: &Value) -> Box<Raised> {
        if raised.task.is_some() || self.key.is_empty() || raised.class == ExcClass::KeyboardInterrupt {
            return raised;
        }
        let shown = frozen::freeze(host, element, &mut frozen::Memo::default());
        let shown = shown.map(|element| element.describe()).unwrap_or_default();
        raised.task = Some(Box::new(TaskInfo {
            key: self.key.clone(),
            inputs: vec![format!("element {at} of the partition: {shown}")],
            made_at: Some(self.span).filter(|span| span.end > 0),
        }));
        raised
    }
}

/// A flow as a value: an iterator, which a task that ends with it makes a list of.
pub struct Stream {
    flow: RefCell<Option<Box<dyn Flow>>>,
}

static STREAM: TypeInfo =
    TypeInfo { name: "partition_iterator", module: "dask.bag.core", declared: "builtins.iterator", base: None };

/// A flow as a value.
pub fn stream(flow: impl Flow + 'static) -> Value {
    Value::native(Stream { flow: RefCell::new(Some(Box::new(flow))) })
}

impl Stream {
    /// The flow is taken out: it has one reader.
    pub fn take(&self) -> Res<Box<dyn Flow>> {
        match self.flow.try_borrow_mut() {
            Ok(mut flow) => Ok(flow.take().unwrap_or_else(|| Box::new(Over(IterState::Done)))),
            Err(_) => Err(value_error("generator already executing")),
        }
    }

    /// Learn which task it ends.
    pub fn told(&self, task: &Told) {
        if let Ok(mut flow) = self.flow.try_borrow_mut()
            && let Some(flow) = flow.as_mut()
        {
            flow.told(task);
        }
    }
}

impl Native for Stream {
    fn type_info(&self) -> &'static TypeInfo {
        &STREAM
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("<iterator over a partition at {:#x}>", std::ptr::from_ref(self) as usize))
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        let Ok(mut flow) = self.flow.try_borrow_mut() else {
            return Err(value_error("generator already executing"));
        };
        let next = match flow.as_mut() {
            Some(flow) => flow.next(host)?,
            None => None,
        };
        if next.is_none() {
            *flow = None;
        }
        Ok(Some(next))
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}

/// The elements of a partition, or of anything that can be iterated over.
///
/// # Errors
/// `TypeError` for what is not iterable.
pub fn flow(host: &mut dyn Host, v: &Value) -> Res<Box<dyn Flow>> {
    if let Some(stream) = v.as_native::<Stream>() {
        return stream.take();
    }
    Ok(match iter::make(v) {
        Some(state) => Box::new(Over(state)),
        None => Box::new(Asked(iter::iter(host, v)?)),
    })
}

/// Over a list and its kin.
struct Over(IterState);

impl Flow for Over {
    fn next(&mut self, _: &mut dyn Host) -> Res<Option<Value>> {
        iter::step(&mut self.0)
    }

    fn batch(&mut self, host: &mut dyn Host) -> Res<Batch> {
        host.poll()?;
        Ok(match &mut self.0 {
            IterState::Range(next, left, by) => {
                let count = usize::try_from(*left).unwrap_or(ROWS).min(ROWS);
                if count == 0 {
                    return Ok(Batch::End);
                }
                let (start, step) = (*next, *by);
                let rows = (0..count as i64).map(|at| start.wrapping_add(step.wrapping_mul(at))).collect();
                *left -= count as u64;
                *next = start.wrapping_add(step.wrapping_mul(count as i64));
                Batch::Rows(Column::Int(rows))
            }
            IterState::List(list, at) => {
                let items = list.items.borrow();
                match column(items.get(*at..).unwrap_or(&[])) {
                    Some(rows) => {
                        *at += rows.len();
                        Batch::Rows(rows)
                    }
                    None => Batch::Single,
                }
            }
            _ => Batch::Single,
        })
    }
}

/// The numbers of one type that a list begins with; `None` where there are too few to pay.
fn column(items: &[Value]) -> Option<Column> {
    let items = items.get(..items.len().min(ROWS))?;
    let made = match items.first()? {
        Value::Int(_) => {
            Column::Int(items.iter().map_while(|item| if let Value::Int(x) = item { Some(*x) } else { None }).collect())
        }
        Value::Float(_) => Column::Float(
            items.iter().map_while(|item| if let Value::Float(x) = item { Some(*x) } else { None }).collect(),
        ),
        _ => return None,
    };
    (made.len() >= 16).then_some(made)
}

/// A column that is given one by one.
#[derive(Default)]
pub struct Rows {
    held: Option<Column>,
    at: usize,
}

impl Rows {
    /// These.
    pub fn new(column: Column) -> Rows {
        Rows { held: Some(column), at: 0 }
    }

    /// The next of them.
    pub fn give(&mut self) -> Option<Value> {
        let next = self.held.as_ref()?.get(self.at);
        self.at += 1;
        if next.is_none() {
            self.held = None;
        }
        next
    }

    /// Whether some are left.
    pub fn is_left(&self) -> bool {
        self.held.as_ref().is_some_and(|held| self.at < held.len())
    }
}

/// Over an iterator.
struct Asked(Value);

impl Flow for Asked {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        iter::next(host, &self.0)
    }
}

/// An element, and the rest after it.
pub struct After {
    /// The first element, until it was given.
    pub first: Option<Value>,
    /// The rest.
    pub rest: Box<dyn Flow>,
}

impl Flow for After {
    fn next(&mut self, host: &mut dyn Host) -> Res<Option<Value>> {
        match self.first.take() {
            Some(first) => Ok(Some(first)),
            None => self.rest.next(host),
        }
    }

    fn batch(&mut self, host: &mut dyn Host) -> Res<Batch> {
        if self.first.is_some() { Ok(Batch::Single) } else { self.rest.batch(host) }
    }

    fn each(&mut self, host: &mut dyn Host, records: bool, to: Sink<'_>) -> Res<()> {
        if let Some(first) = self.first.take() {
            to(host, Element::Value(first))?;
        }
        self.rest.each(host, records, to)
    }
}
