//! What the short loop (`fast`) does with registers out of line. Each says whether it was done: where it says no, nothing has
//! changed, and the long loop does the instruction.

use std::mem;
use std::rc::Rc;

use super::frame::Cache;
use super::{attr, put};
use crate::data::Sym;
use crate::data::ops::CmpOp;
use crate::interp::code::Reg;
use crate::value::{DictKind, DictObj, Instance, ListObj, Str, Value, compare, contain, format, slices, types};

/// Copy a value to where it is kept, kind by kind.
#[inline(never)]
pub(super) fn lay(place: &mut Value, value: &Value) {
    match value {
        Value::Int(x) => put::int(place, *x),
        Value::Float(x) => put::float(place, *x),
        Value::Str(x) => put::text(place, x.clone()),
        Value::Instance(x) => put::instance(place, x.clone()),
        Value::List(x) => put::list(place, x.clone()),
        Value::Function(x) => put::function(place, x.clone()),
        Value::Builtin(x) => put::builtin(place, x.clone()),
        Value::Class(x) => put::class(place, x.clone()),
        Value::Dict(x) => put::dict(place, x.clone()),
        Value::Tuple(x) => put::tuple(place, x.clone()),
        other => put::any(place, other.clone()),
    }
}

/// A copy of a value on its way to a register, kind by kind: a whole one would wait for its own last write.
enum Held {
    Int(i64),
    Float(f64),
    Instance(Rc<Instance>),
    Text(Rc<Str>),
    List(Rc<ListObj>),
    Other(Value),
}

impl Held {
    /// Of a value.
    #[inline(always)]
    fn of(value: &Value) -> Held {
        match value {
            Value::Int(x) => Held::Int(*x),
            Value::Float(x) => Held::Float(*x),
            Value::Instance(x) => Held::Instance(x.clone()),
            Value::Str(x) => Held::Text(x.clone()),
            Value::List(x) => Held::List(x.clone()),
            other => Held::Other(other.clone()),
        }
    }
}

/// What was held goes to a register.
fn settle(place: &mut Value, held: Held) {
    match held {
        Held::Int(x) => put::int(place, x),
        Held::Float(x) => put::float(place, x),
        Held::Instance(x) => put::instance(place, x),
        Held::Text(x) => put::text(place, x),
        Held::List(x) => put::list(place, x),
        Held::Other(x) => put::any(place, x),
    }
}

/// `dst = src` of a bound variable.
#[inline(never)]
pub(super) fn copy(regs: &mut [Value], dst: Reg, src: Reg) -> bool {
    match regs.get_disjoint_mut([usize::from(dst), usize::from(src)]) {
        Ok([_, Value::Unbound]) | Err(_) => false,
        Ok([place, value]) => {
            lay(place, value);
            true
        }
    }
}

/// A new attribute at the end.
#[inline(never)]
pub(super) fn add_attribute(items: &mut Vec<(Sym, Value)>, name: Sym, value: &Value) {
    match value {
        Value::Int(x) => items.push((name, Value::Int(*x))),
        Value::Float(x) => items.push((name, Value::Float(*x))),
        other => items.push((name, other.clone())),
    }
}

/// `x // imm` for a positive `imm`.
#[inline(always)]
pub(super) fn quotient(x: i64, imm: i16) -> i64 {
    match u32::try_from(x) {
        Ok(small) => i64::from(small / u32::from(imm.unsigned_abs())),
        Err(_) => x.div_euclid(i64::from(imm)),
    }
}

/// `x % imm` for a positive `imm`.
#[inline(always)]
pub(super) fn rest(x: i64, imm: i16) -> i64 {
    match u32::try_from(x) {
        Ok(small) => i64::from(small % u32::from(imm.unsigned_abs())),
        Err(_) => x.rem_euclid(i64::from(imm)),
    }
}

/// A comparison of texts.
#[inline(never)]
pub(super) fn order_texts(op: CmpOp, x: &Rc<Str>, y: &Rc<Str>) -> bool {
    match op {
        CmpOp::Eq => Rc::ptr_eq(x, y) || x.as_str() == y.as_str(),
        CmpOp::Ne => !Rc::ptr_eq(x, y) && x.as_str() != y.as_str(),
        _ => compare::holds(op, Some(x.as_str().cmp(y.as_str()))),
    }
}

/// The comparisons that no code of the user has a part in.
#[inline(never)]
pub(super) fn compare(op: CmpOp, a: &Value, b: &Value) -> Option<bool> {
    match (op, a, b) {
        (CmpOp::Is | CmpOp::IsNot, ..) => None,
        (CmpOp::In, Value::Str(x), Value::Str(y)) => Some(contain::has_text(y, x)),
        (CmpOp::NotIn, Value::Str(x), Value::Str(y)) => Some(!contain::has_text(y, x)),
        (CmpOp::In | CmpOp::NotIn, Value::Str(_) | Value::Int(_) | Value::Tuple(_), Value::Dict(dict)) => {
            let found = dict.table.borrow().get_quick(a)?.is_some();
            Some(found == (op == CmpOp::In))
        }
        (CmpOp::In | CmpOp::NotIn, ..) => None,
        (_, Value::Str(x), Value::Str(y)) => Some(order_texts(op, x, y)),
        (_, Value::Int(x), Value::Int(y)) => Some(compare::holds(op, Some(x.cmp(y)))),
        (_, Value::Float(x), Value::Float(y)) => Some(compare::holds(op, x.partial_cmp(y))),
        _ => None,
    }
}

/// `bool(value)` of what needs nobody's code.
#[inline(never)]
pub(super) fn truth(value: &Value) -> Option<bool> {
    Some(match value {
        Value::None => false,
        Value::Bool(flag) => *flag,
        Value::Int(int) => *int != 0,
        Value::Float(float) => *float != 0.0,
        Value::Str(text) => !text.as_str().is_empty(),
        Value::Tuple(tuple) => !tuple.items.is_empty(),
        Value::List(list) => !list.items.borrow().is_empty(),
        Value::Dict(dict) => dict.table.borrow().live != 0,
        _ => return None,
    })
}

/// `a + b` of two texts.
#[inline(never)]
pub(super) fn concat(regs: &mut [Value], dst: Reg, a: Reg, b: Reg) -> bool {
    let (Some(Value::Str(x)), Some(Value::Str(y))) = (regs.get(usize::from(a)), regs.get(usize::from(b))) else {
        return false;
    };
    if x.as_str().is_empty() {
        return false;
    }
    let made = Rc::new(Str::concat(x, y));
    let Some(place) = regs.get_mut(usize::from(dst)) else { return false };
    put::text(place, made);
    true
}

/// `a += b` of texts, in place where the variable alone has its text: a loop of these takes linear time.
#[inline(never)]
pub(super) fn append(regs: &mut [Value], a: Reg, b: Reg) -> bool {
    match regs.get_disjoint_mut([usize::from(a), usize::from(b)]) {
        Ok([Value::Str(text), Value::Str(more)]) => {
            match Rc::get_mut(text) {
                Some(own) => own.append(more),
                None => *text = Rc::new(Str::concat(text, more)),
            }
            true
        }
        _ => false,
    }
}

/// Registers moved out.
fn row(regs: &mut [Value], first: Reg, count: u16) -> Option<Vec<Value>> {
    let first = usize::from(first);
    Some(regs.get_mut(first..first + usize::from(count))?.iter_mut().map(mem::take).collect())
}

/// A display of a list.
#[inline(never)]
pub(super) fn list(regs: &mut [Value], dst: Reg, first: Reg, count: u16) -> bool {
    let Some(items) = row(regs, first, count) else { return false };
    let Some(place) = regs.get_mut(usize::from(dst)) else { return false };
    put::list(place, Rc::new(ListObj::new(items)));
    true
}

/// A display of a tuple.
#[inline(never)]
pub(super) fn tuple(regs: &mut [Value], dst: Reg, first: Reg, count: u16) -> bool {
    let Some(items) = row(regs, first, count) else { return false };
    let Some(place) = regs.get_mut(usize::from(dst)) else { return false };
    put::any(place, Value::tuple(items));
    true
}

/// A display of a dict with keys that are texts or ints.
#[inline(never)]
pub(super) fn dict(regs: &mut [Value], dst: Reg, first: Reg, count: u16) -> bool {
    let (first, count) = (usize::from(first), usize::from(count));
    let Some(pairs) = regs.get_mut(first..first + 2 * count) else { return false };
    if !pairs.iter().step_by(2).all(|key| matches!(key, Value::Str(_) | Value::Int(_))) {
        return false;
    }
    let made = DictObj::plain();
    let mut table = made.table.borrow_mut();
    table.reserve(count);
    for pair in pairs.chunks_exact_mut(2) {
        if let [key, value] = pair {
            table.put_plain(mem::take(key), mem::take(value));
        }
    }
    drop(table);
    let Some(place) = regs.get_mut(usize::from(dst)) else { return false };
    put::dict(place, Rc::new(made));
    true
}

/// The value of a register: a temporary is emptied, a variable is copied; `None` where it is unbound.
fn consume(regs: &mut [Value], variables: usize, src: Reg) -> Option<Value> {
    match regs.get_mut(usize::from(src))? {
        Value::Unbound => None,
        Value::Int(x) => Some(Value::Int(*x)),
        Value::Float(x) => Some(Value::Float(*x)),
        place if usize::from(src) >= variables => Some(mem::take(place)),
        other => Some(other.clone()),
    }
}

/// A value added to the list of a comprehension.
#[inline(never)]
pub(super) fn list_append(regs: &mut [Value], variables: usize, list: Reg, src: Reg) -> bool {
    if !matches!(regs.get(usize::from(list)), Some(Value::List(_))) {
        return false;
    }
    let Some(value) = consume(regs, variables, src) else { return false };
    if let Some(Value::List(list)) = regs.get(usize::from(list)) {
        list.items.borrow_mut().push(value);
    }
    true
}

/// `a[start:stop:step]` of a list, tuple or text by bounds in registers that are ints or `None`; `None`: by the slice.
#[inline(never)]
pub(super) fn part(regs: &[Value], a: Reg, first: Reg) -> Option<Value> {
    let from = usize::from(first);
    let [start, stop, step] = regs.get(from..from + 3)? else { return None };
    let bound = |value: &Value| match value {
        Value::None => Some(None),
        Value::Int(at) => Some(Some(*at)),
        _ => None,
    };
    let (start, stop, step) = (bound(start)?, bound(stop)?, bound(step)?.unwrap_or(1));
    if step == 0 || step == i64::MIN {
        return None;
    }
    match regs.get(usize::from(a))? {
        Value::Str(text) => Some(slices::take_text(text, slices::adjust(start, stop, step, text.chars()))),
        Value::List(list) => {
            let items = list.items.borrow();
            Some(Value::list(slices::take(&items, slices::adjust(start, stop, step, items.len()))))
        }
        Value::Tuple(tuple) => {
            let items = &tuple.items;
            Some(Value::tuple(slices::take(items, slices::adjust(start, stop, step, items.len()))))
        }
        _ => None,
    }
}

/// Texts and ints to a width.
#[inline(never)]
pub(super) fn format(regs: &mut [Value], dst: Reg, src: Reg, spec: Reg) -> bool {
    let (Some(value), Some(Value::Str(spec))) = (regs.get(usize::from(src)), regs.get(usize::from(spec))) else {
        return false;
    };
    let Some(made) = format::narrow(value, spec.as_str()) else { return false };
    let Some(place) = regs.get_mut(usize::from(dst)) else { return false };
    put::text(place, Rc::new(made));
    true
}

/// The texts and ints of an f-string, joined.
#[inline(never)]
pub(super) fn write(regs: &mut [Value], dst: Reg, first: Reg, count: u16) -> bool {
    let first = usize::from(first);
    let Some(parts) = regs.get_mut(first..first + usize::from(count)) else { return false };
    let made = match &*parts {
        [Value::Str(one)] if !one.is_numpy() => one.clone(),
        all => Rc::new(Str::written(all)),
    };
    for place in parts {
        put::gone(place);
    }
    let Some(place) = regs.get_mut(usize::from(dst)) else { return false };
    put::text(place, made);
    true
}

/// `a[index]` of a dict that has the key.
#[inline(never)]
pub(super) fn look_up(regs: &mut [Value], dst: Reg, a: Reg, index: Reg) -> bool {
    let (Some(Value::Dict(dict)), Some(key)) = (regs.get(usize::from(a)), regs.get(usize::from(index))) else {
        return false;
    };
    let held = match dict.table.borrow().get_quick(key) {
        Some(Some(value)) => Held::of(value),
        _ => return false,
    };
    let Some(place) = regs.get_mut(usize::from(dst)) else { return false };
    settle(place, held);
    true
}

/// `a[index] = src` of a dict.
#[inline(never)]
pub(super) fn store(regs: &mut [Value], variables: usize, a: Reg, index: Reg, src: Reg) -> bool {
    let Some(value) = consume(regs, variables, src) else { return false };
    let (Some(Value::Dict(dict)), Some(key)) = (regs.get(usize::from(a)), regs.get(usize::from(index))) else {
        return false;
    };
    // The guard is gone before what was there is.
    let set = dict.table.borrow_mut().set_quick(key, value);
    match set {
        Ok(_) => true,
        Err(back) => {
            if let Some(place) = regs.get_mut(usize::from(src)) {
                *place = back;
            }
            false
        }
    }
}

/// Whether the method that a site found last time is what the object has.
#[inline(always)]
pub(super) fn is_cached(cache: &Cache, object: &Value) -> bool {
    let key = cache.key.get();
    match object {
        Value::Instance(object) => {
            key == object.class.version.get() && cache.slot.get() == u32::MAX && object.attrs.borrow().lacks(cache.name)
        }
        Value::List(_) => key == std::ptr::from_ref(&types::LIST) as usize as u64,
        Value::Str(_) => key == std::ptr::from_ref(&types::STR) as usize as u64,
        Value::Dict(dict) if matches!(*dict.kind.borrow(), DictKind::Plain) => {
            key == std::ptr::from_ref(&types::DICT) as usize as u64
        }
        Value::Native(_) | Value::Class(_) | Value::Unbound => false,
        other => key != 0 && other_is_cached(key, other),
    }
}

/// As [`is_cached`], of sets, numbers, tuples, kinds of dicts.
#[inline(never)]
fn other_is_cached(key: u64, object: &Value) -> bool {
    attr::type_info(object).is_some_and(|info| key == std::ptr::from_ref(info) as usize as u64)
}

/// The state of a loop over a range, a list, a tuple or a text of ASCII.
#[inline(never)]
pub(super) fn begin(regs: &mut [Value], variables: usize, it: Reg, src: Reg) -> bool {
    match regs.get(usize::from(src)) {
        Some(Value::Range(_) | Value::List(_) | Value::Tuple(_)) => {}
        Some(Value::Str(text)) if text.is_ascii() => {}
        _ => return false,
    }
    let it = usize::from(it);
    if it + 2 >= regs.len() {
        return false;
    }
    let Some(value) = consume(regs, variables, src) else { return false };
    let Some([state, next, step]) = regs.get_mut(it..it + 3) else { return false };
    if let Value::Range(range) = &value {
        put::int(state, range.start);
        put::int(next, super::range_len(range));
        put::int(step, range.step);
    } else {
        put::any(state, value);
        put::int(next, 0);
    }
    true
}

/// A tuple or list of so many values to as many registers.
#[inline(never)]
pub(super) fn unpack(regs: &mut [Value], variables: usize, src: Reg, first: Reg, count: u16) -> bool {
    let (first, count) = (usize::from(first), usize::from(count));
    let fits = match regs.get(usize::from(src)) {
        Some(Value::Tuple(tuple)) => tuple.items.len() == count,
        Some(Value::List(list)) => list.items.borrow().len() == count,
        _ => false,
    };
    if !fits || first + count > regs.len() {
        return false;
    }
    let Some(value) = consume(regs, variables, src) else { return false };
    let Some(places) = regs.get_mut(first..first + count) else { return false };
    match value {
        Value::Tuple(mut tuple) => match Rc::get_mut(&mut tuple) {
            Some(own) => own.items.iter_mut().zip(places).for_each(|(item, place)| put::any(place, mem::take(item))),
            None => tuple.items.iter().zip(places).for_each(|(item, place)| lay(place, item)),
        },
        Value::List(list) => list.items.borrow().iter().zip(places).for_each(|(item, place)| lay(place, item)),
        _ => {}
    }
    true
}
