//! The dispatch loop: one row per instruction; what takes more than a line is in the files beside this one.

use std::mem;
use std::rc::Rc;
use std::sync::atomic::Ordering;

use super::frame::Held;
use super::loops::Stepped;
use super::{FrameKind, Vm, put};
use crate::data::Res;
use crate::data::ops::{BinOp, CmpOp};
use crate::interp::code::Op;
use crate::value::{Str, Value};

/// Integers up to this are floats exactly.
const EXACT: u64 = 1 << 53;

impl Vm {
    /// Run the current frame to its end: what it returns (or, a generator's, yields).
    #[rustfmt::skip]
    #[allow(clippy::too_many_lines, clippy::cognitive_complexity)]
    pub(crate) fn run(&mut self, from: usize) -> Res<Value> {
        let Some(func) = self.frame().func.clone() else { return Ok(Value::None) };
        let mut code = self.load(&func)?;
        drop(func);
        let mut base = self.frame().base;
        let mut pc = from;
        if let Some(raised) = self.thrown.take() {
            (code, pc) = self.unwind(raised, code, from.saturating_sub(1))?;
            base = self.frame().base;
        }

        macro_rules! reg { ($r:expr) => { self.stack[base + $r as usize] }; }
        // A value is written part by part, where it goes: copied whole, it would wait for its own last write.
        macro_rules! put_int { ($place:expr, $value:expr) => {{ let value = $value; match &mut $place { Value::Int(old) => *old = value, place => *place = Value::Int(value) } }}; }
        macro_rules! put_float { ($place:expr, $value:expr) => {{ let value = $value; match &mut $place { Value::Float(old) => *old = value, place => *place = Value::Float(value) } }}; }
        macro_rules! copy_to {
            ($place:expr, $src:expr, $unbound:expr) => {
                match &$src {
                    Value::Int(x) => { let x = *x; put_int!($place, x) }
                    Value::Float(x) => { let x = *x; put_float!($place, x) }
                    Value::Function(x) => { let x = x.clone(); put::function(&mut $place, x) }
                    Value::Instance(x) => { let x = x.clone(); put::instance(&mut $place, x) }
                    Value::Str(x) => { let x = x.clone(); put::text(&mut $place, x) }
                    Value::List(x) => { let x = x.clone(); put::list(&mut $place, x) }
                    Value::Builtin(x) => { let x = x.clone(); put::builtin(&mut $place, x) }
                    Value::Class(x) => { let x = x.clone(); put::class(&mut $place, x) }
                    Value::Dict(x) => { let x = x.clone(); put::dict(&mut $place, x) }
                    Value::Tuple(x) => { let x = x.clone(); put::tuple(&mut $place, x) }
                    Value::None => $place = Value::None,
                    Value::Bool(x) => { let x = *x; $place = Value::Bool(x) }
                    Value::Unbound => $unbound,
                    other => { let value = other.clone(); $place = value }
                }
            };
        }

        macro_rules! lay {
            ($place:expr, $held:expr) => {
                match $held {
                    Held::Int(x) => put_int!($place, x),
                    Held::Float(x) => put_float!($place, x),
                    Held::Instance(x) => put::instance(&mut $place, x),
                    Held::Text(x) => put::text(&mut $place, x),
                    Held::List(x) => put::list(&mut $place, x),
                    Held::Other(x) => put::any(&mut $place, x),
                    Held::Unknown => {}
                }
            };
        }

        loop {
            let raised = 'step: loop {
                macro_rules! tri { ($e:expr) => { match $e { Ok(value) => value, Err(raised) => break 'step raised } }; }
                macro_rules! set { ($dst:expr, $value:expr) => {{ let value = $value; put::any(&mut reg!($dst), value); }}; }
                // A frame that a call pushed is run next.
                macro_rules! enter {
                    ($entered:expr) => {
                        if let Some(callee) = tri!($entered) {
                            let caller = mem::replace(&mut code, callee);
                            let fp = self.fp;
                            let (mut below, mut first) = (fp - 1, 0);
                            if let Some(landed) = self.landed { (below, first) = landed; self.landed = None; }
                            let waiting = &mut self.frames[below];
                            waiting.pc = pc;
                            waiting.code = Some(caller);
                            base = self.frames[fp].base;
                            pc = first;
                        }
                    };
                }
                macro_rules! back {
                    () => {{
                        let fp = self.fp;
                        let frame = &mut self.frames[fp];
                        pc = frame.pc;
                        base = frame.base;
                        match frame.code.take() {
                            Some(waiting) => code = waiting,
                            None => return Ok(Value::None),
                        }
                    }};
                }

                // Integers without overflow and floats here, the rest out of line.
                macro_rules! arith {
                    ($dst:expr, $a:expr, $b:expr, $checked:ident, $op:tt, $name:expr) => {
                        match (&reg!($a), &reg!($b)) {
                            (Value::Int(x), Value::Int(y)) => match x.$checked(*y) {
                                Some(value) => put_int!(reg!($dst), value),
                                None => enter!(self.operator(&code, $name, base + $dst as usize, $a, $b)),
                            },
                            (Value::Float(x), Value::Float(y)) => put_float!(reg!($dst), x $op y),
                            (Value::Int(x), Value::Float(y)) => put_float!(reg!($dst), *x as f64 $op y),
                            (Value::Float(x), Value::Int(y)) => put_float!(reg!($dst), x $op *y as f64),
                            _ => enter!(self.operator(&code, $name, base + $dst as usize, $a, $b)),
                        }
                    };
                }
                macro_rules! arith_small {
                    ($dst:expr, $a:expr, $imm:expr, $checked:ident, $op:tt, $name:expr) => {
                        match &reg!($a) {
                            Value::Int(x) => match x.$checked(i64::from($imm)) {
                                Some(value) => put_int!(reg!($dst), value),
                                None => set!($dst, tri!(self.binary_small(&code, $name, $a, $imm))),
                            },
                            Value::Float(x) => put_float!(reg!($dst), x $op f64::from($imm)),
                            _ => set!($dst, tri!(self.binary_small(&code, $name, $a, $imm))),
                        }
                    };
                }
                // Skip the jump that follows, or take it.
                macro_rules! skip_if {
                    ($truth:expr, $want:expr) => {
                        if $truth == $want { pc += 1; } else if let Op::Jump { target } = code.ops[pc] { pc = target as usize; }
                    };
                }
                macro_rules! branch {
                    ($want:expr, $a:expr, $b:expr, $op:tt, $name:expr) => {{
                        let truth = match (&reg!($a), &reg!($b)) {
                            (Value::Int(x), Value::Int(y)) => x $op y,
                            (Value::Float(x), Value::Float(y)) => x $op y,
                            _ => tri!(self.compare_truth(&code, $name, $a, $b)),
                        };
                        skip_if!(truth, $want);
                    }};
                }
                macro_rules! branch_small {
                    ($want:expr, $a:expr, $imm:expr, $op:tt, $name:expr) => {{
                        let truth = match &reg!($a) {
                            Value::Int(x) => *x $op i64::from($imm),
                            Value::Float(x) => *x $op f64::from($imm),
                            _ => tri!(self.compare_small(&code, $name, $a, $imm)),
                        };
                        skip_if!(truth, $want);
                    }};
                }
                let op = code.ops[pc];
                self.at = pc;
                pc += 1;
                match op {
                    Op::Extra(_) => {}
                    Op::Move { dst, src } => {
                        copy_to!(reg!(dst), reg!(src), break 'step self.unbound(&code, src))
                    }
                    Op::Take { dst, src } => match &reg!(src) {
                        Value::Int(x) => { let x = *x; put_int!(reg!(dst), x) }
                        Value::Float(x) => { let x = *x; put_float!(reg!(dst), x) }
                        _ => set!(dst, mem::take(&mut reg!(src))),
                    },
                    Op::Const { dst, k } => copy_to!(reg!(dst), code.consts[k as usize], {}),
                    Op::None { dst } => reg!(dst) = Value::None,
                    Op::Bool { dst, value } => reg!(dst) = Value::Bool(value),
                    Op::Int { dst, value } => put_int!(reg!(dst), i64::from(value)),
                    Op::Clear { reg } => { reg!(reg) = Value::Unbound; self.tidy(); }
                    Op::Check { reg } => if let Value::Unbound = reg!(reg) { break 'step self.unbound(&code, reg); },

                    Op::LoadGlobal { dst, name } => {
                        let slot = code.slots[name as usize] as usize;
                        let missing = match code.globals.slots.borrow().get(slot) {
                            Some(Some(value)) => { copy_to!(reg!(dst), *value, {}); false }
                            _ => match code.builtins.borrow().get(name as usize) {
                                Some(Value::Builtin(known)) => { let known = known.clone(); put::builtin(&mut reg!(dst), known); false }
                                _ => true,
                            },
                        };
                        if missing { set!(dst, tri!(self.load_builtin(&code, name))) }
                    }
                    Op::StoreGlobal { src, name } => { tri!(self.store_global(&code, src, name)); self.tidy(); }
                    Op::DelGlobal { name } => { tri!(self.delete_global(&code, name)); self.tidy(); }
                    Op::LoadCell { dst, cell } => {
                        let value = self.cells[self.frame().cells + cell as usize].value.borrow().clone();
                        match value { Some(value) => reg!(dst) = value, None => break 'step self.unbound_cell(&code, cell) }
                    }
                    Op::StoreCell { src, cell } => { let value = tri!(self.consume(&code, src)); *self.cells[self.frame().cells + cell as usize].value.borrow_mut() = Some(value); }
                    Op::DelCell { cell } => tri!(self.delete_cell(&code, cell)),
                    Op::MakeCell { cell } => self.make_cell(cell, None),
                    Op::CellParam { reg, cell } => { let value = mem::take(&mut reg!(reg)); self.make_cell(cell, Some(value)); }
                    Op::LoadFree { dst, free } => {
                        let value = self.capture(free).and_then(|cell| cell.value.borrow().clone());
                        match value { Some(value) => reg!(dst) = value, None => break 'step self.unbound_free(&code, free) }
                    }
                    Op::StoreFree { src, free } => { let value = tri!(self.consume(&code, src)); self.store_free(free, Some(value)); }
                    Op::DelFree { free } => tri!(self.delete_free(&code, free)),
                    Op::LoadClass { dst, ns, name } => if self.load_class_name(&code, dst, ns, name) { pc += 1; },
                    Op::StoreClass { src, ns, name } => tri!(self.store_class_name(&code, src, ns, name)),
                    Op::DelClass { ns, name } => tri!(self.delete_class_name(&code, ns, name)),

                    Op::Add { dst, a, b } => arith!(dst, a, b, checked_add, +, BinOp::Add),
                    Op::Sub { dst, a, b } => arith!(dst, a, b, checked_sub, -, BinOp::Sub),
                    Op::Mul { dst, a, b } => arith!(dst, a, b, checked_mul, *, BinOp::Mul),
                    Op::Div { dst, a, b } => match (&reg!(a), &reg!(b)) {
                        (Value::Float(x), Value::Float(y)) if *y != 0.0 => put_float!(reg!(dst), x / y),
                        (Value::Float(x), Value::Int(y)) if *y != 0 && y.unsigned_abs() <= EXACT => put_float!(reg!(dst), x / *y as f64),
                        (Value::Int(x), Value::Int(y)) if *y != 0 && x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT => put_float!(reg!(dst), *x as f64 / *y as f64),
                        _ => enter!(self.operator(&code, BinOp::Div, base + dst as usize, a, b)),
                    },
                    Op::FloorDiv { dst, a, b } => match (&reg!(a), &reg!(b)) {
                        (Value::Int(x), Value::Int(y)) if *y > 0 => put_int!(reg!(dst), x.div_euclid(*y)),
                        _ => enter!(self.operator(&code, BinOp::FloorDiv, base + dst as usize, a, b)),
                    },
                    Op::Mod { dst, a, b } => match (&reg!(a), &reg!(b)) {
                        (Value::Int(x), Value::Int(y)) if *y > 0 => put_int!(reg!(dst), x.rem_euclid(*y)),
                        _ => enter!(self.operator(&code, BinOp::Mod, base + dst as usize, a, b)),
                    },
                    Op::AddI { dst, a, imm } => arith_small!(dst, a, imm, checked_add, +, BinOp::Add),
                    Op::SubI { dst, a, imm } => arith_small!(dst, a, imm, checked_sub, -, BinOp::Sub),
                    Op::MulI { dst, a, imm } => arith_small!(dst, a, imm, checked_mul, *, BinOp::Mul),
                    Op::FloorDivI { dst, a, imm } => match &reg!(a) {
                        Value::Int(x) if imm == 2 => put_int!(reg!(dst), x >> 1),
                        Value::Int(x) if imm > 0 => put_int!(reg!(dst), x.div_euclid(i64::from(imm))),
                        _ => set!(dst, tri!(self.binary_small(&code, BinOp::FloorDiv, a, imm))),
                    },
                    Op::ModI { dst, a, imm } => match &reg!(a) {
                        Value::Int(x) if imm == 2 => put_int!(reg!(dst), x & 1),
                        Value::Int(x) if imm > 0 => put_int!(reg!(dst), x.rem_euclid(i64::from(imm))),
                        _ => set!(dst, tri!(self.binary_small(&code, BinOp::Mod, a, imm))),
                    },
                    Op::Binary { op, dst, a, b } => enter!(self.operator(&code, op, base + dst as usize, a, b)),
                    Op::Inplace { op, dst, a, b } => match (op, &reg!(a), &reg!(b)) {
                        (BinOp::Add, Value::Float(x), Value::Float(y)) => put_float!(reg!(dst), x + y),
                        (BinOp::Sub, Value::Float(x), Value::Float(y)) => put_float!(reg!(dst), x - y),
                        (BinOp::Mul, Value::Float(x), Value::Float(y)) => put_float!(reg!(dst), x * y),
                        (BinOp::Add, Value::Float(x), Value::Int(y)) => put_float!(reg!(dst), x + *y as f64),
                        (BinOp::Add, Value::Int(x), Value::Int(y)) if x.checked_add(*y).is_some() => put_int!(reg!(dst), x.wrapping_add(*y)),
                        (BinOp::Sub, Value::Int(x), Value::Int(y)) if x.checked_sub(*y).is_some() => put_int!(reg!(dst), x.wrapping_sub(*y)),
                        _ => set!(dst, tri!(self.inplace(&code, op, dst, a, b))),
                    },
                    Op::InplaceI { op, dst, a, imm } => match (op, &reg!(a)) {
                        (BinOp::Add, Value::Int(x)) if x.checked_add(i64::from(imm)).is_some() => put_int!(reg!(dst), x.wrapping_add(i64::from(imm))),
                        (BinOp::Sub, Value::Int(x)) if x.checked_sub(i64::from(imm)).is_some() => put_int!(reg!(dst), x.wrapping_sub(i64::from(imm))),
                        (BinOp::FloorDiv, Value::Int(x)) if imm > 0 => put_int!(reg!(dst), x.div_euclid(i64::from(imm))),
                        _ => set!(dst, tri!(self.inplace_small(&code, op, a, imm))),
                    },
                    Op::Unary { op, dst, a } => set!(dst, tri!(self.unary(&code, op, a))),
                    Op::Not { dst, a } => set!(dst, Value::Bool(!tri!(self.truth(&code, a)))),
                    Op::Compare { op, dst, a, b } => {
                        let value = match (op, &reg!(a), &reg!(b)) {
                            (CmpOp::Eq, Value::Int(x), Value::Int(y)) => Value::Bool(x == y),
                            (CmpOp::Lt, Value::Int(x), Value::Int(y)) => Value::Bool(x < y),
                            (CmpOp::Gt, Value::Int(x), Value::Int(y)) => Value::Bool(x > y),
                            (CmpOp::Is, value, Value::None) => match value { Value::Unbound => break 'step self.unbound(&code, a), Value::None => Value::Bool(true), _ => Value::Bool(false) },
                            (CmpOp::IsNot, value, Value::None) => match value { Value::Unbound => break 'step self.unbound(&code, a), Value::None => Value::Bool(false), _ => Value::Bool(true) },
                            (CmpOp::Eq, Value::Str(x), Value::Str(y)) => Value::Bool(Rc::ptr_eq(x, y) || x.as_str() == y.as_str()),
                            (CmpOp::Ne, Value::Str(x), Value::Str(y)) => Value::Bool(!Rc::ptr_eq(x, y) && x.as_str() != y.as_str()),
                            (CmpOp::In, key @ (Value::Str(_) | Value::Int(_) | Value::Tuple(_)), Value::Dict(dict)) if let Some(found) = dict.table.borrow().get_quick(key) => Value::Bool(found.is_some()),
                            _ => tri!(self.compare(&code, op, a, b)),
                        };
                        set!(dst, value);
                    }
                    Op::Lt { want, a, b } => branch!(want, a, b, <, CmpOp::Lt),
                    Op::Le { want, a, b } => branch!(want, a, b, <=, CmpOp::Le),
                    Op::Gt { want, a, b } => branch!(want, a, b, >, CmpOp::Gt),
                    Op::Ge { want, a, b } => branch!(want, a, b, >=, CmpOp::Ge),
                    Op::Eq { want, a, b } => branch!(want, a, b, ==, CmpOp::Eq),
                    Op::Ne { want, a, b } => branch!(want, a, b, !=, CmpOp::Ne),
                    Op::LtI { want, a, imm } => branch_small!(want, a, imm, <, CmpOp::Lt),
                    Op::LeI { want, a, imm } => branch_small!(want, a, imm, <=, CmpOp::Le),
                    Op::GtI { want, a, imm } => branch_small!(want, a, imm, >, CmpOp::Gt),
                    Op::GeI { want, a, imm } => branch_small!(want, a, imm, >=, CmpOp::Ge),
                    Op::EqI { want, a, imm } => branch_small!(want, a, imm, ==, CmpOp::Eq),
                    Op::NeI { want, a, imm } => branch_small!(want, a, imm, !=, CmpOp::Ne),
                    Op::IsNone { want, a } => {
                        let truth = match &reg!(a) { Value::None => true, Value::Unbound => break 'step self.unbound(&code, a), _ => false };
                        skip_if!(truth, want);
                    }
                    Op::Jump { target } => pc = target as usize,
                    Op::Loop { target } => {
                        if self.interrupt.load(Ordering::Relaxed) { tri!(self.interrupted()); }
                        pc = target as usize;
                        if code.hot.went_round(pc) && let Some((inner, at)) = self.native_loop(&code, pc, false) {
                            if let Some(inner) = inner { code = inner; base = self.frame().base; }
                            pc = at;
                        }
                    }
                    Op::JumpIf { want, a, target } => {
                        let truth = match &reg!(a) { Value::Bool(value) => *value, Value::Int(value) => *value != 0, _ => tri!(self.truth(&code, a)) };
                        if truth == want { pc = target as usize; }
                    }

                    Op::List { dst, first, count } => set!(dst, Value::list(self.take_row(base, first, count))),
                    Op::Tuple { dst, first, count } => set!(dst, Value::tuple(self.take_row(base, first, count))),
                    Op::Set { constants, dst, first, count } => set!(dst, tri!(self.set_display(base, first, count, constants))),
                    Op::Dict { dst, first, count } => set!(dst, tri!(self.dict_display(base, first, count))),
                    Op::ListAppend { list, src } => {
                        let value = tri!(self.consume(&code, src));
                        if let Value::List(list) = &reg!(list) { list.items.borrow_mut().push(value); }
                    }
                    Op::ListExtend { list, src } => tri!(self.list_extend(&code, list, src, None)),
                    Op::Spread { list, src, func } => tri!(self.list_extend(&code, list, src, Some(func))),
                    Op::SetAdd { set, src } => tri!(self.set_add(&code, set, src)),
                    Op::SetUpdate { set, src } => tri!(self.set_update(&code, set, src)),
                    Op::DictSet { dict, key, value } => tri!(self.dict_set(&code, dict, key, value)),
                    Op::DictUpdate { dict, src } => tri!(self.dict_update(&code, dict, src)),
                    Op::DictMerge { dict, src, func } => tri!(self.dict_merge(&code, dict, src, func)),
                    Op::ListToTuple { dst, list } => { let list = mem::take(&mut reg!(list)); set!(dst, self.list_to_tuple(list)); }
                    Op::Slice { dst, first } => match code.ops[pc] {
                        // Taken at once, the slice itself is not made.
                        Op::GetItem { dst: to, a, index } if index == dst && let Some(part) = self.part(base, a, first) => { set!(to, part); pc += 1; }
                        _ => set!(dst, self.make_slice(base, first)),
                    },
                    Op::Format { conversion, dst, src, spec } => match &reg!(src) {
                        Value::Int(x) if conversion == 0 && spec == src => { let x = *x; put_int!(reg!(dst), x) }
                        Value::Str(x) if conversion == 0 && spec == src => { let x = x.clone(); put::text(&mut reg!(dst), x) }
                        _ => set!(dst, tri!(self.format_value(&code, conversion, src, spec))),
                    },
                    Op::Concat { dst, first, count } => set!(dst, self.concat(base, first, count)),

                    Op::GetItem { dst, a, index } => {
                        let found = match (&reg!(a), &reg!(index)) {
                            (Value::List(list), Value::Int(at)) => {
                                let items = list.items.borrow();
                                let at = if *at < 0 { at + items.len() as i64 } else { *at };
                                items.get(at as usize).map_or(Held::Unknown, Held::of)
                            }
                            (Value::Dict(dict), key @ (Value::Str(_) | Value::Int(_) | Value::Tuple(_))) => {
                                dict.table.borrow().get_quick(key).flatten().map_or(Held::Unknown, Held::of)
                            }
                            (Value::Tuple(tuple), Value::Int(at)) => tuple.items.get(*at as usize).map_or(Held::Unknown, Held::of),
                            _ => Held::Unknown,
                        };
                        match found {
                            Held::Unknown => set!(dst, tri!(self.getitem(&code, a, index))),
                            known => lay!(reg!(dst), known),
                        }
                    }
                    Op::SetItem { a, index, src } => {
                        let mut known = false;
                        if !matches!(reg!(src), Value::Unbound)
                            && let (Value::List(list), Value::Int(at)) = (&reg!(a), &reg!(index))
                            && let Some(place) = list.items.borrow_mut().get_mut(*at as usize)
                        {
                            copy_to!(*place, reg!(src), {});
                            known = true;
                        }
                        if known {
                            if src as usize >= code.variables { self.drop_register(base + src as usize); }
                        } else {
                            let value = tri!(self.consume(&code, src));
                            tri!(self.setitem(&code, a, index, value));
                        }
                    }
                    Op::DelItem { a, index } => tri!(self.delitem(&code, a, index)),
                    Op::LoadAttr { dst, a, site } => {
                        let found = match &reg!(a) { Value::Instance(object) => code.sites[site as usize].attribute(object), _ => Held::Unknown };
                        match found {
                            Held::Unknown => set!(dst, tri!(self.load_attr_slow(&code, a, site))),
                            known => lay!(reg!(dst), known),
                        }
                    }
                    Op::StoreAttr { a, src, site } => {
                        let mut known = false;
                        if let Value::Instance(object) = &reg!(a) {
                            let cache = &code.sites[site as usize];
                            if cache.key.get() == object.class.version.get() && !matches!(reg!(src), Value::Unbound) {
                                let mut attrs = object.attrs.borrow_mut();
                                let (name, slot) = (cache.name, cache.slot.get() as usize);
                                let there = attrs.items.len();
                                if let Some((at, place)) = attrs.items.get_mut(slot) {
                                    if *at == name { copy_to!(*place, reg!(src), {}); known = true; }
                                } else if there == slot && attrs.is_plain() && attrs.position(name).is_none() {
                                    attrs.items.push((name, reg!(src).clone()));
                                    known = true;
                                }
                            }
                        }
                        if known {
                            if src as usize >= code.variables { self.drop_register(base + src as usize); }
                        } else {
                            let value = tri!(self.consume(&code, src));
                            tri!(self.store_attr_slow(&code, a, value, site));
                        }
                    }
                    Op::DelAttr { a, site } => tri!(self.delete_attr(&code, a, site)),
                    Op::LoadMethod { dst, a, site } => {
                        if self.method_is_cached(&code, base, a, site) {
                            copy_to!(reg!(dst + 1), reg!(a), {});
                            copy_to!(reg!(dst), *code.sites[site as usize].found.borrow(), {});
                            if a as usize >= code.variables && a != dst && a != dst + 1 { self.drop_register(base + a as usize); }
                        } else {
                            tri!(self.load_method_slow(&code, base, dst, a, site));
                        }
                    }

                    Op::Call { dst, f, count } => {
                        let slot = base + f as usize;
                        enter!(self.call_at(slot, slot + 1, count as usize, base + dst as usize));
                    }
                    Op::CallMethod { dst, f, count } => {
                        let slot = base + f as usize;
                        // What is no method stands alone, its arguments two further.
                        let (args, count) = match self.stack[slot + 1] {
                            Value::Unbound => (slot + 2, count as usize),
                            _ => (slot + 1, count as usize + 1),
                        };
                        enter!(self.call_at(slot, args, count, base + dst as usize));
                    }
                    Op::CallKw { dst, f, count } | Op::CallMethodKw { dst, f, count } => {
                        let number = match code.ops[pc] { Op::Extra(number) => number as usize, _ => 0 };
                        pc += 1;
                        let method = matches!(op, Op::CallMethodKw { .. });
                        enter!(self.call_kw_op(&code, number, base + f as usize, count as usize, base + dst as usize, method));
                    }
                    Op::CallSpread { dst, f } => enter!(self.call_spread_op(base + f as usize, base + dst as usize)),
                    Op::Return { src } => {
                        let frame = self.frame();
                        if let FrameKind::Call = frame.kind {
                            let to = frame.dst;
                            copy_to!(self.stack[to], reg!(src), break 'step self.unbound(&code, src));
                            self.pop_frame(&code);
                            if src as usize >= code.variables { self.drop_register(base + src as usize); }
                            back!();
                        } else {
                            let value = tri!(self.consume(&code, src));
                            if let Some(result) = tri!(self.finish(&code, value)) { return Ok(result); }
                            back!();
                        }
                    }
                    Op::ReturnNone => {
                        let frame = self.frame();
                        if let FrameKind::Call = frame.kind {
                            let to = frame.dst;
                            self.stack[to] = Value::None;
                            self.pop_frame(&code);
                            back!();
                        } else if let FrameKind::Init = frame.kind {
                            let (to, fp) = (frame.dst, self.fp);
                            let object = mem::take(&mut self.frames[fp].held.0);
                            self.pop_frame(&code);
                            self.stack[to] = object;
                            back!();
                        } else {
                            if let Some(result) = tri!(self.finish(&code, Value::None)) { return Ok(result); }
                            back!();
                        }
                    }
                    Op::Yield { dst, src } => { let value = tri!(self.consume(&code, src)); return Ok(self.suspend(&code, pc, dst, value)); }
                    Op::YieldFrom { dst, it } => {
                        match tri!(self.yield_from(base, it)) {
                            // Back here with what is sent.
                            Ok(value) => return Ok(self.suspend(&code, pc - 1, it + 1, value)),
                            Err(value) => reg!(dst) = value,
                        }
                    }
                    Op::Function { dst, first, index } => set!(dst, self.make_function(&code, base, first, index)),
                    Op::Class { dst, base: parent, ns } => set!(dst, tri!(self.make_class(&code, base, parent, ns))),
                    Op::Namespace { dst } => set!(dst, self.make_namespace(&code)),
                    Op::Super { dst, class, this } => set!(dst, tri!(self.make_super(base, class, this))),
                    Op::Iter { it, src } => {
                        tri!(self.begin_loop(&code, base, it, src));
                        if code.hot.is_ready(pc) && let Some((inner, at)) = self.native_loop(&code, pc, true) {
                            if let Some(inner) = inner { code = inner; base = self.frame().base; }
                            pc = at;
                        }
                    }
                    Op::Next { dst, it } => {
                        let more = match &reg!(it) {
                            // A range: next value, how many are left, step.
                            Value::Int(at) => {
                                let at = *at;
                                match (&reg!(it + 1), &reg!(it + 2)) {
                                    (Value::Int(left), Value::Int(step)) if *left > 0 => {
                                        let (left, step) = (*left, *step);
                                        put_int!(reg!(it), at.wrapping_add(step));
                                        put_int!(reg!(it + 1), left - 1);
                                        put_int!(reg!(dst), at);
                                        true
                                    }
                                    _ => false,
                                }
                            }
                            Value::List(list) => {
                                let at = match &reg!(it + 1) { Value::Int(at) => *at, _ => -1 };
                                let found = list.items.borrow().get(at as usize).map_or(Held::Unknown, Held::of);
                                match found {
                                    Held::Unknown => false,
                                    known => { lay!(reg!(dst), known); put_int!(reg!(it + 1), at + 1); true }
                                }
                            }
                            Value::Tuple(tuple) => {
                                let at = match &reg!(it + 1) { Value::Int(at) => *at, _ => -1 };
                                match tuple.items.get(at as usize).map_or(Held::Unknown, Held::of) {
                                    Held::Unknown => false,
                                    known => { lay!(reg!(dst), known); put_int!(reg!(it + 1), at + 1); true }
                                }
                            }
                            Value::Str(text) => {
                                let at = match &reg!(it + 1) { Value::Int(at) => *at, _ => -1 };
                                match text.as_str().as_bytes().get(at as usize) {
                                    Some(byte) => { let one = Str::of_ascii(*byte); put::text(&mut reg!(dst), one); put_int!(reg!(it + 1), at + 1); true }
                                    None => false,
                                }
                            }
                            _ => match tri!(self.next_slow(&code, base, it, dst, pc)) {
                                Stepped::Value(value) => { set!(dst, value); true }
                                Stepped::Row => { pc += 1; true }
                                Stepped::End => false,
                            },
                        };
                        if more { pc += 1; } else if let Op::Jump { target } = code.ops[pc] { pc = target as usize; }
                    }
                    Op::IterValue { dst, src } => set!(dst, tri!(self.iter_value(&code, src))),
                    Op::Unpack { src, first, count } => tri!(self.unpack(&code, base, src, first, count)),
                    Op::UnpackStar { after, src, first, before } => tri!(self.unpack_star(&code, base, src, first, before, after)),
                    Op::Raise { exc } => { let value = tri!(self.consume(&code, exc)); break 'step self.raise_value(value, None); }
                    Op::RaiseFrom { exc, cause } => { let value = tri!(self.consume(&code, exc)); let cause = tri!(self.consume(&code, cause)); break 'step self.raise_value(value, Some(cause)); }
                    Op::RaiseAgain => break 'step self.raise_again(),
                    Op::Reraise { exc } => break 'step self.reraise(base, exc),
                    Op::Match { exc, class } => { let truth = tri!(self.match_exc(&code, exc, class)); skip_if!(truth, true); }
                    Op::Handle { exc } => { let value = reg!(exc).clone(); self.handling.push(value); }
                    Op::Handled => { self.handling.pop(); }
                    Op::AssertFail { msg } => break 'step self.assert_failed(base, msg),
                    Op::Enter { dst, mgr } => set!(dst, tri!(self.with_enter(base, mgr))),
                    Op::Exit { mgr } => tri!(self.with_exit(base, mgr)),
                    Op::ExitRaised { mgr, exc } => { let truth = tri!(self.with_exit_raised(base, mgr, exc)); skip_if!(truth, true); }
                    Op::Import { dst, index } => set!(dst, tri!(self.import_op(&code, index))),
                    Op::ImportFrom { dst, src, name } => set!(dst, tri!(self.import_from_op(&code, base, src, name))),
                }
            };
            (code, pc) = self.unwind(raised, code, pc - 1)?;
            base = self.frame().base;
        }
    }

    /// Close the generators that have just gone, if any.
    #[inline(always)]
    pub(crate) fn tidy(&mut self) {
        if self.dropped.any.get() {
            self.close_dropped();
        }
    }

    /// Empty a temporary of a frame that has ended.
    #[inline(always)]
    fn drop_register(&mut self, at: usize) {
        let place = &mut self.stack[at];
        if !matches!(place, Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None | Value::Unbound) {
            *place = Value::Unbound;
        }
    }

    /// The value of a register: a temporary is emptied, a variable is copied.
    #[inline(always)]
    pub(crate) fn consume(&mut self, code: &Rc<super::Loaded>, src: u16) -> Res<Value> {
        let at = self.frame().base + usize::from(src);
        let place = &mut self.stack[at];
        match place {
            Value::Int(x) => Ok(Value::Int(*x)),
            Value::Float(x) => Ok(Value::Float(*x)),
            Value::Unbound => Err(self.unbound(code, src)),
            _ if usize::from(src) >= code.variables => Ok(mem::take(place)),
            other => Ok(other.clone()),
        }
    }
}
