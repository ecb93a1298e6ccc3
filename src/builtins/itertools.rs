//! `itertools`: lazy, as in Python.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::args::{at, given, rest};
use super::iters::iterators;
use super::lazy::{lazy, lazy_shown};
use super::{Row, row};
use crate::data::Res;
use crate::data::ops::BinOp;
use crate::data::raised::{type_error, value_error};
use crate::lazy_types;
use crate::value::number::fits;
use crate::value::{Host, Value, arith, index, iter, kind, repr};

lazy_types! { "itertools":
    COUNT = "count", CYCLE = "cycle", REPEAT = "repeat", CHAIN = "chain", COMPRESS = "compress", DROPWHILE = "dropwhile",
    TAKEWHILE = "takewhile", FILTERFALSE = "filterfalse", ISLICE = "islice", STARMAP = "starmap", ACCUMULATE = "accumulate",
    TEE = "_tee", ZIP_LONGEST = "zip_longest", PAIRWISE = "pairwise",
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("itertools.count", |_, _| Ok(Value::Type(&COUNT))),
    row("itertools.count.__new__", |_, a| {
        let (next, step) = (Rc::new(RefCell::new(at(a, 1).clone())), at(a, 2).clone());
        let (shown, by) = (next.clone(), step.clone());
        let advance = move |h: &mut dyn Host| {
            let here = next.borrow().clone();
            let following = arith::binary(h, BinOp::Add, &here, &step)?;
            Ok(Some(next.replace(following)))
        };
        Ok(lazy_shown(&COUNT, advance, move |h| {
            let here = repr::repr(h, &shown.borrow().clone())?;
            Ok(match by {
                Value::Int(1) => format!("count({here})"),
                _ => format!("count({here}, {})", repr::repr(h, &by)?),
            })
        }))
    }),
    row("itertools.cycle", |_, _| Ok(Value::Type(&CYCLE))),
    row("itertools.cycle.__new__", cycle),
    row("itertools.repeat", |_, _| Ok(Value::Type(&REPEAT))),
    row("itertools.repeat.__new__", |h, a| {
        let item = at(a, 1).clone();
        let left = given(a, 2).map(|v| index::as_index(h, v)).transpose()?.map(|n| n.max(0));
        let left = Rc::new(std::cell::Cell::new(left));
        let (shown, count) = (item.clone(), left.clone());
        let advance = move |_: &mut dyn Host| {
            let more = left.get() != Some(0);
            left.set(left.get().map(|left| (left - 1).max(0)));
            Ok(more.then(|| item.clone()))
        };
        Ok(lazy_shown(&REPEAT, advance, move |h| {
            let shown = repr::repr(h, &shown)?;
            Ok(count.get().map_or_else(|| format!("repeat({shown})"), |count| format!("repeat({shown}, {count})")))
        }))
    }),
    row("itertools.chain", |_, _| Ok(Value::Type(&CHAIN))),
    row("itertools.chain.__new__", |_, a| Ok(chain(iter::over(rest(a, 1).to_vec())))),
    row("itertools.chain.from_iterable", |h, a| Ok(chain(iter::iter(h, at(a, 1))?))),
    row("itertools.compress", |_, _| Ok(Value::Type(&COMPRESS))),
    row("itertools.compress.__new__", |h, a| {
        let (data, selectors) = (iter::iter(h, at(a, 1))?, iter::iter(h, at(a, 2))?);
        Ok(lazy(&COMPRESS, move |h| {
            while let (Some(item), Some(selector)) = (iter::next(h, &data)?, iter::next(h, &selectors)?) {
                if kind::truth(h, &selector)? {
                    return Ok(Some(item));
                }
            }
            Ok(None)
        }))
    }),
    row("itertools.dropwhile", |_, _| Ok(Value::Type(&DROPWHILE))),
    row("itertools.dropwhile.__new__", |h, a| {
        let (test, it) = (at(a, 1).clone(), iter::iter(h, at(a, 2))?);
        let mut dropping = true;
        Ok(lazy(&DROPWHILE, move |h| {
            while let Some(item) = iter::next(h, &it)? {
                if !dropping || !passes(h, &test, &item)? {
                    dropping = false;
                    return Ok(Some(item));
                }
            }
            Ok(None)
        }))
    }),
    row("itertools.takewhile", |_, _| Ok(Value::Type(&TAKEWHILE))),
    row("itertools.takewhile.__new__", |h, a| {
        let (test, it) = (at(a, 1).clone(), iter::iter(h, at(a, 2))?);
        let mut done = false;
        Ok(lazy(&TAKEWHILE, move |h| {
            if done {
                return Ok(None);
            }
            let Some(item) = iter::next(h, &it)? else { return Ok(None) };
            done = !passes(h, &test, &item)?;
            Ok(if done { None } else { Some(item) })
        }))
    }),
    row("itertools.filterfalse", |_, _| Ok(Value::Type(&FILTERFALSE))),
    row("itertools.filterfalse.__new__", |h, a| {
        let (test, it) = (at(a, 1).clone(), iter::iter(h, at(a, 2))?);
        Ok(lazy(&FILTERFALSE, move |h| {
            while let Some(item) = iter::next(h, &it)? {
                if !passes(h, &test, &item)? {
                    return Ok(Some(item));
                }
            }
            Ok(None)
        }))
    }),
    row("itertools.islice", |_, _| Ok(Value::Type(&ISLICE))),
    row("itertools.islice.__new__", islice),
    row("itertools.starmap", |_, _| Ok(Value::Type(&STARMAP))),
    row("itertools.starmap.__new__", |h, a| {
        let (function, it) = (at(a, 1).clone(), iter::iter(h, at(a, 2))?);
        Ok(lazy(&STARMAP, move |h| {
            let Some(args) = iter::next(h, &it)? else { return Ok(None) };
            let args = iter::collect(h, &args)?;
            h.call(&function, &args, &[]).map(Some)
        }))
    }),
    row("itertools.accumulate", |_, _| Ok(Value::Type(&ACCUMULATE))),
    row("itertools.accumulate.__new__", accumulate),
    row("itertools.tee", tee),
    row("itertools.zip_longest", |_, _| Ok(Value::Type(&ZIP_LONGEST))),
    row("itertools.zip_longest.__new__", zip_longest),
    row("itertools.pairwise", |_, _| Ok(Value::Type(&PAIRWISE))),
    row("itertools.pairwise.__new__", |h, a| {
        let it = iter::iter(h, at(a, 1))?;
        let mut last = None;
        Ok(lazy(&PAIRWISE, move |h| {
            if last.is_none() {
                last = iter::next(h, &it)?;
            }
            let (Some(before), Some(item)) = (last.clone(), iter::next(h, &it)?) else { return Ok(None) };
            last = Some(item.clone());
            Ok(Some(Value::tuple([before, item])))
        }))
    }),
];

fn passes(host: &mut dyn Host, test: &Value, item: &Value) -> Res<bool> {
    match test {
        Value::None => kind::truth(host, item),
        test => {
            let given = host.call(test, std::slice::from_ref(item), &[])?;
            kind::truth(host, &given)
        }
    }
}

fn cycle(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let it = iter::iter(host, at(a, 1))?;
    let (mut saved, mut place, mut ended) = (Vec::new(), 0, false);
    Ok(lazy(&CYCLE, move |h| {
        if !ended {
            if let Some(item) = iter::next(h, &it)? {
                saved.push(item.clone());
                return Ok(Some(item));
            }
            ended = true;
        }
        let item: Option<Value> = saved.get(place).cloned();
        place = if place + 1 >= saved.len() { 0 } else { place + 1 };
        Ok(item)
    }))
}

/// The items of the iterables that an iterator gives.
fn chain(outer: Value) -> Value {
    let mut inner: Option<Value> = None;
    lazy(&CHAIN, move |h| {
        loop {
            if let Some(it) = &inner {
                if let Some(item) = iter::next(h, it)? {
                    return Ok(Some(item));
                }
                inner = None;
            }
            match iter::next(h, &outer)? {
                Some(next) => inner = Some(iter::iter(h, &next)?),
                None => return Ok(None),
            }
        }
    })
}

fn bound(host: &mut dyn Host, v: &Value, what: &str) -> Res<Option<usize>> {
    if matches!(v, Value::None) {
        return Ok(None);
    }
    let wrong = || {
        value_error(match what {
            "Step" => "Step for islice() must be a positive integer or None.".to_owned(),
            "Stop" => "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.".to_owned(),
            _ => "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.".to_owned(),
        })
    };
    let Some(Value::Int(n)) = index::try_index(host, v).map_err(|_| wrong())? else { return Err(wrong()) };
    match usize::try_from(n) {
        Ok(0) if what == "Step" => Err(wrong()),
        Ok(n) => Ok(Some(n)),
        Err(_) => Err(wrong()),
    }
}

/// Slots: class, iterable, `*args`.
fn islice(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (start, stop, step) = match rest(a, 2) {
        [stop] => (None, bound(host, stop, "Stop")?, None),
        [start, stop] => (bound(host, start, "Indices")?, bound(host, stop, "Stop")?, None),
        [start, stop, step] => (bound(host, start, "Indices")?, bound(host, stop, "Stop")?, bound(host, step, "Step")?),
        args => {
            let message = format!(
                "islice expected at {} arguments, got {}",
                if args.is_empty() { "least 2" } else { "most 4" },
                args.len() + 1
            );
            return Err(type_error(message));
        }
    };
    let it = iter::iter(host, at(a, 1))?;
    let (mut place, mut next, step) = (0, start.unwrap_or(0), step.unwrap_or(1));
    Ok(lazy(&ISLICE, move |h| {
        let wanted = match stop {
            Some(stop) if next >= stop => {
                // What lies before the stop is consumed, as in CPython.
                while place < stop && iter::next(h, &it)?.is_some() {
                    place += 1;
                }
                return Ok(None);
            }
            _ => next,
        };
        while let Some(item) = iter::next(h, &it)? {
            place += 1;
            if place > wanted {
                next = wanted.saturating_add(step);
                return Ok(Some(item));
            }
        }
        next = usize::MAX;
        Ok(None)
    }))
}

/// Slots: class, iterable, `func`, `initial`.
fn accumulate(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (it, function) = (iter::iter(host, at(a, 1))?, at(a, 2).clone());
    let mut first = (!matches!(at(a, 3), Value::None)).then(|| at(a, 3).clone());
    let mut total: Option<Value> = None;
    Ok(lazy(&ACCUMULATE, move |h| {
        if let Some(initial) = first.take() {
            total = Some(initial.clone());
            return Ok(Some(initial));
        }
        let Some(item) = iter::next(h, &it)? else { return Ok(None) };
        let next = match (&total, &function) {
            (None, _) => item,
            (Some(total), Value::None) => arith::binary(h, BinOp::Add, total, &item)?,
            (Some(total), function) => h.call(function, &[total.clone(), item], &[])?,
        };
        total = Some(next.clone());
        Ok(Some(next))
    }))
}

/// What the copies of one iterator share: the iterator, and what is waiting for each copy.
struct Shared {
    it: Value,
    waiting: Vec<VecDeque<Value>>,
}

fn tee(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let count = index::as_index(host, at(a, 1))?;
    let Ok(count) = usize::try_from(count) else { return Err(value_error("n must be >= 0")) };
    fits(count, size_of::<VecDeque<Value>>())?;
    let it = iter::iter(host, at(a, 0))?;
    let shared = Rc::new(RefCell::new(Shared { it, waiting: vec![VecDeque::new(); count] }));
    let copies = (0..count).map(|copy| {
        let shared = shared.clone();
        lazy(&TEE, move |h| {
            let ready = shared.borrow_mut().waiting.get_mut(copy).and_then(VecDeque::pop_front);
            if ready.is_some() {
                return Ok(ready);
            }
            let it = shared.borrow().it.clone();
            let Some(item) = iter::next(h, &it)? else { return Ok(None) };
            for (other, queue) in shared.borrow_mut().waiting.iter_mut().enumerate() {
                if other != copy {
                    queue.push_back(item.clone());
                }
            }
            Ok(Some(item))
        })
    });
    Ok(Value::tuple(copies.collect::<Vec<_>>()))
}

/// Slots: class, `fillvalue`, `*iterables`.
fn zip_longest(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let fill = at(a, 1).clone();
    let mut its: Vec<Option<Value>> = iterators(host, rest(a, 2), "zip_longest")?.into_iter().map(Some).collect();
    Ok(lazy(&ZIP_LONGEST, move |h| {
        let mut items = Vec::with_capacity(its.len());
        for place in &mut its {
            let item = match place {
                Some(it) => iter::next(h, it)?,
                None => None,
            };
            if item.is_none() {
                *place = None;
            }
            items.push(item.unwrap_or_else(|| fill.clone()));
        }
        Ok(if its.iter().all(Option::is_none) { None } else { Some(Value::tuple(items)) })
    }))
}
