//! Displays, f-strings, unpacking, functions: instructions that make values.

use std::mem;
use std::rc::Rc;

use super::frame::Loaded;
use super::{Vm, put};
use crate::data::raised::type_error;
use crate::data::{Raised, Res, Sym};
use crate::interp::code::{Capture, Reg};
use crate::value::{DictObj, Function, SliceObj, Str, Value, dict, format, iter, kind, repr, set};

/// Insert a text key.
pub(crate) fn insert_text(dict: &DictObj, key: &str, value: Value) -> Res<()> {
    dict::set_str(dict, key, value);
    Ok(())
}

impl Vm {
    /// Move registers out into a vector.
    #[inline]
    pub(crate) fn take_row(&mut self, base: usize, first: Reg, count: u16) -> Vec<Value> {
        let from = base + usize::from(first);
        self.stack[from..from + usize::from(count)].iter_mut().map(mem::take).collect()
    }

    fn at(&self, reg: Reg) -> Value {
        self.stack[self.frame().base + usize::from(reg)].clone()
    }

    pub(crate) fn set_display(&mut self, base: usize, first: Reg, count: u16, constants: bool) -> Res<Value> {
        let row = self.take_row(base, first, count);
        Ok(Value::Set(Rc::new(set::display(self, &row, constants)?)))
    }

    pub(crate) fn dict_display(&mut self, base: usize, first: Reg, count: u16) -> Res<Value> {
        let made = DictObj::plain();
        made.table.borrow_mut().reserve(usize::from(count));
        let from = base + usize::from(first);
        for at in (from..from + 2 * usize::from(count)).step_by(2) {
            let (key, value) = (mem::take(&mut self.stack[at]), mem::take(&mut self.stack[at + 1]));
            dict::insert(self, &made, key, value)?;
        }
        Ok(Value::Dict(Rc::new(made)))
    }

    pub(crate) fn list_extend(&mut self, code: &Rc<Loaded>, list: Reg, src: Reg, func: Option<Reg>) -> Res<()> {
        let src = self.value(code, src)?;
        let items = match iter::collect(self, &src) {
            Ok(items) => items,
            Err(raised) => return Err(self.spread_error(raised, &src, func)),
        };
        if let Value::List(list) = self.at(list) {
            list.items.borrow_mut().extend(items);
        }
        Ok(())
    }

    #[cold]
    fn spread_error(&self, mut raised: Box<Raised>, src: &Value, func: Option<Reg>) -> Box<Raised> {
        let found = kind::type_name(src);
        if raised.message == format!("'{found}' object is not iterable") {
            raised.object = None;
            raised.message = match func {
                Some(func) => {
                    let name = callee_name(&self.at(func));
                    format!("{name}() argument after * must be an iterable, not {found}")
                }
                None => format!("Value after * must be an iterable, not {found}"),
            };
        }
        raised
    }

    pub(crate) fn set_add(&mut self, code: &Rc<Loaded>, target: Reg, src: Reg) -> Res<()> {
        let value = self.consume(code, src)?;
        if let Value::Set(target) = self.at(target) {
            set::add(self, &target, &value)?;
        }
        Ok(())
    }

    pub(crate) fn set_update(&mut self, code: &Rc<Loaded>, target: Reg, src: Reg) -> Res<()> {
        let value = self.consume(code, src)?;
        if let Value::Set(target) = self.at(target) {
            set::update(self, &target, &value)?;
        }
        Ok(())
    }

    pub(crate) fn dict_set(&mut self, code: &Rc<Loaded>, target: Reg, key: Reg, value: Reg) -> Res<()> {
        let value = self.consume(code, value)?;
        let key = self.consume(code, key)?;
        if let Value::Dict(target) = self.at(target) {
            dict::insert(self, &target, key, value)?;
        }
        Ok(())
    }

    pub(crate) fn dict_update(&mut self, code: &Rc<Loaded>, target: Reg, src: Reg) -> Res<()> {
        let value = self.value(code, src)?;
        let Value::Dict(target) = self.at(target) else { return Ok(()) };
        if let Value::Dict(_) = value {
            return dict::update(self, &target, &value);
        }
        for (key, value) in self.mapping(&value, |name| format!("'{name}' object is not a mapping"))? {
            dict::insert(self, &target, key, value)?;
        }
        Ok(())
    }

    /// The pairs of a mapping.
    fn mapping(&mut self, value: &Value, message: impl FnOnce(&str) -> String) -> Res<Vec<(Value, Value)>> {
        match value {
            Value::Dict(source) => return Ok(dict::items(source)),
            Value::Instance(object) => {
                if let Value::Dict(source) = &object.payload {
                    return Ok(dict::items(source));
                }
            }
            _ => {}
        }
        let name = Sym::new("keys");
        let Ok(keys) = crate::value::Host::getattr(self, value, name) else {
            return Err(type_error(message(&kind::type_name(value))));
        };
        let keys = self.call_value(&keys, Vec::new(), Vec::new())?;
        let mut pairs = Vec::new();
        for key in iter::collect(self, &keys)? {
            let item = crate::value::index::getitem(self, value, &key)?;
            pairs.push((key, item));
        }
        Ok(pairs)
    }

    pub(crate) fn dict_merge(&mut self, code: &Rc<Loaded>, target: Reg, src: Reg, func: Reg) -> Res<()> {
        let value = self.value(code, src)?;
        let callee = self.at(func);
        let Value::Dict(target) = self.at(target) else { return Ok(()) };
        let name = callee_name(&callee);
        let wrong = |found: &str| format!("{name}() argument after ** must be a mapping, not {found}");
        for (key, value) in self.mapping(&value, wrong)? {
            let Some(text) = key.as_str() else { return Err(type_error("keywords must be strings")) };
            if dict::get_str(&target, text).is_some() {
                return Err(type_error(format!("{name}() got multiple values for keyword argument '{text}'")));
            }
            dict::insert(self, &target, key, value)?;
        }
        Ok(())
    }

    pub(crate) fn list_to_tuple(&mut self, list: Value) -> Value {
        match list {
            Value::List(list) => Value::tuple(list.items.take()),
            other => other,
        }
    }

    pub(crate) fn make_slice(&mut self, base: usize, first: Reg) -> Value {
        let mut row = self.take_row(base, first, 3).into_iter();
        let mut next = || row.next().unwrap_or(Value::None);
        Value::Slice(Rc::new(SliceObj { start: next(), stop: next(), step: next() }))
    }

    pub(crate) fn format_value(&mut self, code: &Rc<Loaded>, conversion: u8, src: Reg, spec: Reg) -> Res<Value> {
        let value = self.value(code, src)?;
        let value = match conversion {
            b'r' => Value::str(repr::repr(self, &value)?),
            b's' => Value::str(repr::str_(self, &value)?),
            b'a' => Value::str(repr::ascii(self, &value)?),
            _ => value,
        };
        if spec == src {
            if !matches!(value, Value::Instance(_) | Value::Native(_) | Value::Np(..)) {
                return repr::str_value(self, &value);
            }
            return Ok(Value::string(format::format(self, &value, "")?));
        }
        let spec = self.at(spec);
        if let Some(made) = format::narrow(&value, spec.as_str().unwrap_or("")) {
            return Ok(Value::Str(Rc::new(made)));
        }
        let text = format::format(self, &value, spec.as_str().unwrap_or(""))?;
        Ok(Value::string(text))
    }

    /// The texts and ints of an f-string, joined.
    pub(crate) fn concat(&mut self, base: usize, first: Reg, count: u16) -> Value {
        let from = base + usize::from(first);
        let row = &mut self.stack[from..from + usize::from(count)];
        if let [Value::Str(one)] = row
            && !one.is_numpy()
        {
            return mem::take(&mut row[0]);
        }
        let made = Value::Str(Rc::new(Str::written(row)));
        for place in row {
            put::any(place, Value::Unbound);
        }
        made
    }

    pub(crate) fn make_function(&mut self, code: &Rc<Loaded>, base: usize, first: Reg, index: u16) -> Value {
        let Some(template) = code.code.functions.get(usize::from(index)) else { return Value::None };
        let Some(inner) = self.shared.table.get(template.code) else { return Value::None };
        let defaults = inner.signature.has_default.iter().filter(|has| **has).count() as u16;
        let defaults = self.take_row(base, first, defaults);
        let cell = |capture: &Capture| match *capture {
            Capture::Cell(at) => self.cells.get(self.frame().cells + at as usize).cloned(),
            Capture::Free(at) => self.capture(at).cloned(),
        };
        let captures = template.captures.iter().filter_map(cell).collect();
        Value::Function(Rc::new(Function {
            code: template.code,
            name: inner.name.clone().into(),
            qualname: inner.qualname.clone(),
            signature: inner.signature.clone(),
            defaults,
            captures,
            globals: code.globals.clone(),
            doc: inner.doc.clone(),
            attrs: Default::default(),
        }))
    }

    pub(crate) fn unpack(&mut self, code: &Rc<Loaded>, base: usize, src: Reg, first: Reg, count: u16) -> Res<()> {
        let value = self.consume(code, src)?;
        let first = base + usize::from(first);
        let count = usize::from(count);
        let items = match &value {
            Value::Tuple(tuple) if tuple.items.len() == count => {
                for (at, item) in tuple.items.iter().enumerate() {
                    self.stack[first + at] = item.clone();
                }
                return Ok(());
            }
            _ => iter::unpack(self, &value, count)?,
        };
        for (at, item) in items.into_iter().enumerate() {
            self.stack[first + at] = item;
        }
        Ok(())
    }

    pub(crate) fn unpack_star(
        &mut self,
        code: &Rc<Loaded>,
        base: usize,
        src: Reg,
        first: Reg,
        before: u16,
        after: u8,
    ) -> Res<()> {
        let value = self.consume(code, src)?;
        let ends = usize::from(before) + usize::from(after);
        if let Value::List(list) = &value
            && list.items.borrow().len() >= ends
        {
            let items = list.items.borrow();
            let (front, rest) = items.split_at(usize::from(before));
            let (middle, back) = rest.split_at(rest.len() - usize::from(after));
            let places = &mut self.stack[base + usize::from(first)..=base + usize::from(first) + ends];
            for (place, item) in places.iter_mut().zip(front) {
                *place = item.clone();
            }
            for (place, item) in places.iter_mut().rev().zip(back.iter().rev()) {
                *place = item.clone();
            }
            places[usize::from(before)] = Value::list(middle.to_vec());
            return Ok(());
        }
        let items = iter::unpack_star(self, &value, usize::from(before), usize::from(after))?;
        for (at, item) in items.into_iter().enumerate() {
            self.stack[base + usize::from(first) + at] = item;
        }
        Ok(())
    }
}

fn callee_name(callee: &Value) -> String {
    match callee {
        Value::Function(func) => format!("{}.{}", func.globals.name.borrow(), func.qualname),
        Value::Builtin(builtin) => builtin.name.to_owned(),
        Value::Class(class) => format!("{}.{}", class.module, class.qualname),
        Value::Method(method) => callee_name(&method.function),
        other => kind::type_name(other).into_owned(),
    }
}
