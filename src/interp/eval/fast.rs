//! The short loop: instructions on registers alone. Nothing in it raises, calls a function of the user or asks the machine;
//! in front of an instruction that would, it ends, and the long loop (`run`) does that one as a whole. So what it needs, a
//! position, the registers and the instructions, stays in the processor's own registers.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};

use super::frame::Loaded;
use super::{plain, put, quick};
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::interp::code::Op;
use crate::value::{Quick, Str, Value};

/// Integers up to this are floats exactly.
const EXACT: u64 = 1 << 53;

/// What the loop looks at beside registers and code.
pub(super) struct Around<'a> {
    /// Set when the user wants to stop.
    pub interrupt: &'a AtomicBool,
    /// Whether generators went that have to be closed.
    pub dropped: &'a Cell<bool>,
    /// Whether somebody stands between the machine and the builtins.
    pub watched: bool,
}

/// Run from instruction `from` on, as far as it goes: the instruction to do next.
#[rustfmt::skip]
#[allow(clippy::too_many_lines, clippy::cognitive_complexity)]
#[inline(never)]
pub(super) fn go(regs: &mut [Value], code: &Loaded, from: usize, around: &Around<'_>) -> usize {
    let ops: &[Op] = &code.ops;
    let mut pc = from;

    macro_rules! get { ($r:expr) => { match regs.get(usize::from($r)) { Some(value) => value, None => return pc } }; }
    macro_rules! place { ($r:expr) => { match regs.get_mut(usize::from($r)) { Some(place) => place, None => return pc } }; }
    // A value is written part by part, where it goes: copied whole, it would wait for its own last write.
    macro_rules! put_int { ($r:expr, $value:expr) => {{ let value = $value; match place!($r) { Value::Int(old) => *old = value, place => put::int(place, value) } }}; }
    macro_rules! put_float { ($r:expr, $value:expr) => {{ let value = $value; match place!($r) { Value::Float(old) => *old = value, place => put::float(place, value) } }}; }
    macro_rules! put_bool { ($r:expr, $value:expr) => {{ let value = $value; match place!($r) { Value::Bool(old) => *old = value, place => put::bool(place, value) } }}; }
    macro_rules! copy_to {
        ($r:expr, $src:expr, $release:block) => {
            match $src {
                Value::Int(x) => { let x = *x; $release put_int!($r, x) }
                Value::Float(x) => { let x = *x; $release put_float!($r, x) }
                Value::Str(x) => { let x = x.clone(); $release put::text(place!($r), x) }
                Value::Instance(x) => { let x = x.clone(); $release put::instance(place!($r), x) }
                Value::List(x) => { let x = x.clone(); $release put::list(place!($r), x) }
                Value::Dict(x) => { let x = x.clone(); $release put::dict(place!($r), x) }
                Value::Tuple(x) => { let x = x.clone(); $release put::tuple(place!($r), x) }
                Value::Function(x) => { let x = x.clone(); $release put::function(place!($r), x) }
                Value::Builtin(x) => { let x = x.clone(); $release put::builtin(place!($r), x) }
                Value::Unbound => return pc,
                other => { let value = other.clone(); $release put::any(place!($r), value) }
            }
        };
    }
    // A temporary that was read goes.
    macro_rules! spent { ($r:expr) => { if usize::from($r) >= code.variables { put::gone(place!($r)) } }; }
    macro_rules! skip_if {
        ($truth:expr, $want:expr) => {{
            if $truth == $want { pc += 2; } else { match ops.get(pc + 1) { Some(Op::Jump { target }) => pc = *target as usize, _ => pc += 1 } }
            continue;
        }};
    }
    macro_rules! arith {
        ($dst:expr, $a:expr, $b:expr, $checked:ident, $op:tt, $else:expr) => {
            match (get!($a), get!($b)) {
                (Value::Int(x), Value::Int(y)) => match x.$checked(*y) { Some(value) => put_int!($dst, value), None => return pc },
                (Value::Float(x), Value::Float(y)) => put_float!($dst, x $op y),
                (Value::Int(x), Value::Float(y)) => put_float!($dst, *x as f64 $op y),
                (Value::Float(x), Value::Int(y)) => put_float!($dst, x $op *y as f64),
                _ => if !$else { return pc },
            }
        };
    }
    macro_rules! arith_small {
        ($dst:expr, $a:expr, $imm:expr, $checked:ident, $op:tt) => {
            match get!($a) {
                Value::Int(x) => match x.$checked(i64::from($imm)) { Some(value) => put_int!($dst, value), None => return pc },
                Value::Float(x) => put_float!($dst, x $op f64::from($imm)),
                _ => return pc,
            }
        };
    }
    macro_rules! branch {
        ($want:expr, $a:expr, $b:expr, $op:tt, $name:expr) => {{
            let truth = match (get!($a), get!($b)) {
                (Value::Int(x), Value::Int(y)) => x $op y,
                (Value::Float(x), Value::Float(y)) => x $op y,
                (Value::Float(x), Value::Int(y)) if y.unsigned_abs() <= EXACT => *x $op *y as f64,
                (Value::Str(x), Value::Str(y)) => plain::order_texts($name, x, y),
                _ => return pc,
            };
            skip_if!(truth, $want)
        }};
    }
    macro_rules! branch_small {
        ($want:expr, $a:expr, $imm:expr, $op:tt) => {{
            let truth = match get!($a) {
                Value::Int(x) => *x $op i64::from($imm),
                Value::Float(x) => *x $op f64::from($imm),
                _ => return pc,
            };
            skip_if!(truth, $want)
        }};
    }

    loop {
        let Some(op) = ops.get(pc) else { return pc };
        match *op {
            Op::Extra(_) => {}
            Op::Move { dst, src } => match get!(src) {
                Value::Int(x) => { let x = *x; put_int!(dst, x) }
                Value::Float(x) => { let x = *x; put_float!(dst, x) }
                _ => if !plain::copy(regs, dst, src) { return pc },
            },
            Op::Take { dst, src } => match get!(src) {
                Value::Int(x) => { let x = *x; put_int!(dst, x) }
                Value::Float(x) => { let x = *x; put_float!(dst, x) }
                _ => { let value = std::mem::take(place!(src)); put::any(place!(dst), value) }
            },
            Op::Const { dst, k } => match code.consts.get(k as usize) {
                Some(Value::Str(x)) => { let x = x.clone(); put::text(place!(dst), x) }
                Some(Value::Float(x)) => put_float!(dst, *x),
                Some(Value::Int(x)) => put_int!(dst, *x),
                Some(other) => { let value = other.clone(); put::any(place!(dst), value) }
                None => return pc,
            },
            Op::None { dst } => put::none(place!(dst)),
            Op::Bool { dst, value } => put_bool!(dst, value),
            Op::Int { dst, value } => put_int!(dst, i64::from(value)),
            Op::Clear { reg } => {
                put::gone(place!(reg));
                if around.dropped.get() { return pc + 1; }
            }
            Op::Check { reg } => if let Value::Unbound = get!(reg) { return pc },

            Op::LoadGlobal { dst, name } => {
                let Some(&slot) = code.slots.get(name as usize) else { return pc };
                let slots = code.globals.slots.borrow();
                match slots.get(slot as usize) {
                    Some(Some(value)) => plain::lay(place!(dst), value),
                    _ => match code.builtins.borrow().get(name as usize) {
                        Some(Value::Builtin(known)) => { let known = known.clone(); put::builtin(place!(dst), known) }
                        Some(Value::Type(info)) => put::any(place!(dst), Value::Type(info)),
                        _ => return pc,
                    },
                }
            }

            Op::Add { dst, a, b } => arith!(dst, a, b, checked_add, +, plain::concat(regs, dst, a, b)),
            Op::Sub { dst, a, b } => arith!(dst, a, b, checked_sub, -, false),
            Op::Mul { dst, a, b } => arith!(dst, a, b, checked_mul, *, false),
            Op::Div { dst, a, b } => match (get!(a), get!(b)) {
                (Value::Float(x), Value::Float(y)) if *y != 0.0 => put_float!(dst, x / y),
                (Value::Float(x), Value::Int(y)) if *y != 0 && y.unsigned_abs() <= EXACT => put_float!(dst, x / *y as f64),
                (Value::Int(x), Value::Int(y)) if *y != 0 && x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT => put_float!(dst, *x as f64 / *y as f64),
                _ => return pc,
            },
            Op::FloorDiv { dst, a, b } => match (get!(a), get!(b)) {
                (Value::Int(x), Value::Int(y)) if *y > 0 => put_int!(dst, x.div_euclid(*y)),
                _ => return pc,
            },
            Op::Mod { dst, a, b } => match (get!(a), get!(b)) {
                (Value::Int(x), Value::Int(y)) if *y > 0 => put_int!(dst, x.rem_euclid(*y)),
                _ => return pc,
            },
            Op::AddI { dst, a, imm } => arith_small!(dst, a, imm, checked_add, +),
            Op::SubI { dst, a, imm } => arith_small!(dst, a, imm, checked_sub, -),
            Op::MulI { dst, a, imm } => arith_small!(dst, a, imm, checked_mul, *),
            Op::FloorDivI { dst, a, imm } => match get!(a) {
                Value::Int(x) if imm == 2 => put_int!(dst, x >> 1),
                Value::Int(x) if imm > 0 => put_int!(dst, plain::quotient(*x, imm)),
                _ => return pc,
            },
            Op::ModI { dst, a, imm } => match get!(a) {
                Value::Int(x) if imm == 2 => put_int!(dst, x & 1),
                Value::Int(x) if imm > 0 => put_int!(dst, plain::rest(*x, imm)),
                _ => return pc,
            },
            Op::Inplace { op, dst, a, b } => match (op, get!(a), get!(b)) {
                (BinOp::Add, Value::Float(x), Value::Float(y)) => put_float!(dst, x + y),
                (BinOp::Sub, Value::Float(x), Value::Float(y)) => put_float!(dst, x - y),
                (BinOp::Mul, Value::Float(x), Value::Float(y)) => put_float!(dst, x * y),
                (BinOp::Add, Value::Float(x), Value::Int(y)) => put_float!(dst, x + *y as f64),
                (BinOp::Add, Value::Int(x), Value::Int(y)) => match x.checked_add(*y) { Some(value) => put_int!(dst, value), None => return pc },
                (BinOp::Sub, Value::Int(x), Value::Int(y)) => match x.checked_sub(*y) { Some(value) => put_int!(dst, value), None => return pc },
                (BinOp::Add, Value::Str(_), Value::Str(_)) if dst == a && usize::from(a) < code.variables => if !plain::append(regs, a, b) { return pc },
                _ => return pc,
            },
            Op::InplaceI { op, dst, a, imm } => match (op, get!(a)) {
                (BinOp::Add, Value::Int(x)) => match x.checked_add(i64::from(imm)) { Some(value) => put_int!(dst, value), None => return pc },
                (BinOp::Sub, Value::Int(x)) => match x.checked_sub(i64::from(imm)) { Some(value) => put_int!(dst, value), None => return pc },
                (BinOp::FloorDiv, Value::Int(x)) if imm > 0 => put_int!(dst, x.div_euclid(i64::from(imm))),
                _ => return pc,
            },
            Op::Unary { op, dst, a } => match (op, get!(a)) {
                (UnOp::Neg, Value::Float(x)) => put_float!(dst, -x),
                (UnOp::Neg, Value::Int(x)) if *x != i64::MIN => put_int!(dst, -x),
                _ => return pc,
            },
            Op::Not { dst, a } => match plain::truth(get!(a)) {
                Some(truth) => put_bool!(dst, !truth),
                None => return pc,
            },
            Op::Compare { op, dst, a, b } => {
                let truth = match (op, get!(a), get!(b)) {
                    (_, Value::Unbound, _) | (_, _, Value::Unbound) => return pc,
                    (CmpOp::Eq, Value::Int(x), Value::Int(y)) => x == y,
                    (CmpOp::Lt, Value::Int(x), Value::Int(y)) => x < y,
                    (CmpOp::Gt, Value::Int(x), Value::Int(y)) => x > y,
                    (CmpOp::Is, value, Value::None) => matches!(value, Value::None),
                    (CmpOp::IsNot, value, Value::None) => !matches!(value, Value::None),
                    (_, a, b) => match plain::compare(op, a, b) { Some(truth) => truth, None => return pc },
                };
                put_bool!(dst, truth)
            }
            Op::Lt { want, a, b } => branch!(want, a, b, <, CmpOp::Lt),
            Op::Le { want, a, b } => branch!(want, a, b, <=, CmpOp::Le),
            Op::Gt { want, a, b } => branch!(want, a, b, >, CmpOp::Gt),
            Op::Ge { want, a, b } => branch!(want, a, b, >=, CmpOp::Ge),
            Op::Eq { want, a, b } => branch!(want, a, b, ==, CmpOp::Eq),
            Op::Ne { want, a, b } => branch!(want, a, b, !=, CmpOp::Ne),
            Op::LtI { want, a, imm } => branch_small!(want, a, imm, <),
            Op::LeI { want, a, imm } => branch_small!(want, a, imm, <=),
            Op::GtI { want, a, imm } => branch_small!(want, a, imm, >),
            Op::GeI { want, a, imm } => branch_small!(want, a, imm, >=),
            Op::EqI { want, a, imm } => branch_small!(want, a, imm, ==),
            Op::NeI { want, a, imm } => branch_small!(want, a, imm, !=),
            Op::IsNone { want, a } => {
                let truth = match get!(a) { Value::None => true, Value::Unbound => return pc, _ => false };
                skip_if!(truth, want)
            }
            Op::Jump { target } => { pc = target as usize; continue; }
            Op::Loop { target } => {
                if around.interrupt.load(Ordering::Relaxed) || code.hot.went_round(target as usize) { return pc; }
                pc = target as usize;
                continue;
            }
            Op::JumpIf { want, a, target } => {
                let truth = match get!(a) {
                    Value::Bool(value) => *value,
                    Value::Int(value) => *value != 0,
                    other => match plain::truth(other) { Some(truth) => truth, None => return pc },
                };
                if truth == want { pc = target as usize; continue; }
            }

            Op::List { dst, first, count } => if !plain::list(regs, dst, first, count) { return pc },
            Op::Tuple { dst, first, count } => if !plain::tuple(regs, dst, first, count) { return pc },
            Op::Dict { dst, first, count } => if !plain::dict(regs, dst, first, count) { return pc },
            Op::ListAppend { list, src } => if !plain::list_append(regs, code.variables, list, src) { return pc },
            Op::Slice { dst, first } => match ops.get(pc + 1) {
                // Taken at once, the slice itself is not made.
                Some(&Op::GetItem { dst: to, a, index }) if index == dst => {
                    let Some(part) = plain::part(regs, a, first) else { return pc };
                    put::any(place!(to), part);
                    pc += 1;
                }
                _ => return pc,
            },
            Op::Format { conversion: 0, dst, src, spec } => match get!(src) {
                Value::Int(x) if spec == src => { let x = *x; put_int!(dst, x) }
                Value::Str(x) if spec == src => { let x = x.clone(); put::text(place!(dst), x) }
                _ => if spec == src || !plain::format(regs, dst, src, spec) { return pc },
            },
            Op::Concat { dst, first, count } => if !plain::write(regs, dst, first, count) { return pc },

            Op::GetItem { dst, a, index } => match (get!(a), get!(index)) {
                (Value::List(list), Value::Int(at)) => {
                    let items = list.items.borrow();
                    let at = if *at < 0 { at.wrapping_add(items.len() as i64) } else { *at };
                    match items.get(at as usize) { Some(item) => copy_to!(dst, item, { drop(items); }), None => return pc }
                }
                (Value::Dict(_), Value::Str(_) | Value::Int(_) | Value::Tuple(_)) => if !plain::look_up(regs, dst, a, index) { return pc },
                (Value::Tuple(tuple), Value::Int(at)) => match tuple.items.get(*at as usize) { Some(item) => copy_to!(dst, item, {}), None => return pc },
                (Value::Str(text), Value::Int(at)) if text.is_ascii() && !text.is_numpy() => {
                    let bytes = text.as_str().as_bytes();
                    let at = if *at < 0 { at.wrapping_add(bytes.len() as i64) } else { *at };
                    match bytes.get(at as usize) { Some(byte) => { let one = Str::of_ascii(*byte); put::text(place!(dst), one) } None => return pc }
                }
                _ => return pc,
            },
            Op::SetItem { a, index, src } => {
                match (get!(a), get!(index)) {
                    (Value::List(list), Value::Int(at)) => {
                        let value = get!(src);
                        if let Value::Unbound = value { return pc; }
                        match list.items.borrow_mut().get_mut(*at as usize) {
                            Some(place) => plain::lay(place, value),
                            None => return pc,
                        }
                        spent!(src)
                    }
                    (Value::Dict(_), Value::Str(_) | Value::Int(_)) => if !plain::store(regs, code.variables, a, index, src) { return pc },
                    _ => return pc,
                }
            }
            Op::LoadAttr { dst, a, site } => {
                let (Value::Instance(object), Some(cache)) = (get!(a), code.sites.get(usize::from(site))) else { return pc };
                if cache.key.get() != object.class.version.get() { return pc; }
                let attrs = object.attrs.borrow();
                match attrs.items.get(cache.slot.get() as usize) {
                    Some((name, Value::Float(x))) if *name == cache.name => { let x = *x; drop(attrs); put_float!(dst, x) }
                    Some((name, Value::Int(x))) if *name == cache.name => { let x = *x; drop(attrs); put_int!(dst, x) }
                    Some((name, Value::Instance(x))) if *name == cache.name => { let x = x.clone(); drop(attrs); put::instance(place!(dst), x) }
                    Some((name, Value::Str(x))) if *name == cache.name => { let x = x.clone(); drop(attrs); put::text(place!(dst), x) }
                    Some((name, Value::List(x))) if *name == cache.name => { let x = x.clone(); drop(attrs); put::list(place!(dst), x) }
                    Some((name, other)) if *name == cache.name => { let value = other.clone(); drop(attrs); put::any(place!(dst), value) }
                    _ => return pc,
                }
            }
            Op::StoreAttr { a, src, site } => {
                let (Value::Instance(object), Some(cache)) = (get!(a), code.sites.get(usize::from(site))) else { return pc };
                let value = get!(src);
                if cache.key.get() != object.class.version.get() || matches!(value, Value::Unbound) { return pc; }
                let mut attrs = object.attrs.borrow_mut();
                let (name, slot) = (cache.name, cache.slot.get() as usize);
                if let Some((at, place)) = attrs.items.get_mut(slot) {
                    if *at != name { return pc; }
                    plain::lay(place, value)
                } else if attrs.items.len() == slot && attrs.is_plain() && attrs.position(name).is_none() {
                    plain::add_attribute(&mut attrs.items, name, value)
                } else {
                    return pc;
                }
                drop(attrs);
                spent!(src)
            }
            Op::LoadMethod { dst, a, site } => {
                let Some(cache) = code.sites.get(usize::from(site)) else { return pc };
                let this = get!(a);
                if !plain::is_cached(cache, this) { return pc; }
                copy_to!(dst + 1, this, {});
                match &*cache.found.borrow() {
                    Value::Builtin(x) => { let x = x.clone(); put::builtin(place!(dst), x) }
                    Value::Function(x) => { let x = x.clone(); put::function(place!(dst), x) }
                    other => put::any(place!(dst), other.clone()),
                }
                if a != dst && a != dst + 1 { spent!(a) }
            }
            Op::Call { dst, f, count } => {
                let short = match get!(f) {
                    Value::Builtin(builtin) => builtin.quick,
                    Value::Type(info) => quick::of_class(info),
                    _ => return pc,
                };
                if short == Quick::None || around.watched || around.dropped.get() { return pc; }
                let first = usize::from(f) + 1;
                let Some(row) = regs.get_mut(first..first + usize::from(count)) else { return pc };
                let Some(made) = quick::call(short, row) else { return pc };
                put::gone(place!(f));
                put::any(place!(dst), made);
            }
            Op::CallMethod { dst, f, count } => {
                let Value::Builtin(builtin) = get!(f) else { return pc };
                let short = builtin.quick;
                if short == Quick::None || around.watched || around.dropped.get() { return pc; }
                // What is no method stands alone, its arguments two further.
                let first = usize::from(f) + 1;
                let (first, end) = match get!(f + 1) { Value::Unbound => (first + 1, first + 1 + usize::from(count)), _ => (first, first + 1 + usize::from(count)) };
                let Some(row) = regs.get_mut(first..end) else { return pc };
                if short == Quick::Append {
                    if !quick::append(row) { return pc; }
                    put::gone(place!(f));
                    put::none(place!(dst));
                } else {
                    let Some(made) = quick::call(short, row) else { return pc };
                    put::gone(place!(f));
                    put::any(place!(dst), made);
                }
            }
            Op::Iter { it, src } => if code.hot.is_ready(pc + 1) || !plain::begin(regs, code.variables, it, src) { return pc },
            Op::Next { dst, it } => {
                let more = match get!(it) {
                    // A range: next value, how many are left, step.
                    Value::Int(at) => {
                        let at = *at;
                        match (get!(it + 1), get!(it + 2)) {
                            (Value::Int(left), Value::Int(step)) if *left > 0 => {
                                let (left, step) = (*left, *step);
                                put_int!(it, at.wrapping_add(step));
                                put_int!(it + 1, left - 1);
                                put_int!(dst, at);
                                true
                            }
                            _ => false,
                        }
                    }
                    Value::List(list) => {
                        let at = match get!(it + 1) { Value::Int(at) => *at, _ => -1 };
                        let items = list.items.borrow();
                        match items.get(at as usize) {
                            Some(item) => { copy_to!(dst, item, { drop(items); }); put_int!(it + 1, at + 1); true }
                            None => false,
                        }
                    }
                    Value::Tuple(tuple) => {
                        let at = match get!(it + 1) { Value::Int(at) => *at, _ => -1 };
                        match tuple.items.get(at as usize) {
                            Some(item) => { copy_to!(dst, item, {}); put_int!(it + 1, at + 1); true }
                            None => false,
                        }
                    }
                    Value::Str(text) => {
                        let at = match get!(it + 1) { Value::Int(at) => *at, _ => -1 };
                        match text.as_str().as_bytes().get(at as usize) {
                            Some(byte) => { let one = Str::of_ascii(*byte); put::text(place!(dst), one); put_int!(it + 1, at + 1); true }
                            None => false,
                        }
                    }
                    _ => return pc,
                };
                skip_if!(more, true)
            }
            Op::Unpack { src, first, count } => if !plain::unpack(regs, code.variables, src, first, count) { return pc },
            _ => return pc,
        }
        pc += 1;
    }
}
