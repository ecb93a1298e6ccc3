//! What little a function does with a parameter: reads items under texts, or calls one method. Steps of bags need not make
//! what is not looked at.

use super::live::{Live, registers};
use crate::data::Sym;
use crate::interp::code::{Code, Const, Op, Reg};
use crate::interp::eval::Vm;
use crate::value::Value;

/// Builtins by which a function sees its variables otherwise than by their names.
const LOOKERS: &[&str] = &["locals", "vars", "dir", "eval", "exec"];

impl Vm {
    /// See `Host::fields_read`.
    pub(crate) fn fields_of(&mut self, function: &Value, at: usize) -> Option<Vec<Sym>> {
        let Value::Function(func) = function else { return None };
        let loaded = self.load(func).ok()?;
        let code = &loaded.code;
        let plain = loaded.plain && !code.generator && at < loaded.params;
        if !plain || code.globals.iter().any(|name| LOOKERS.contains(&name.as_str())) {
            return None;
        }
        fields(code, Reg::try_from(at).ok()?)
    }

    /// See `Host::method_called`.
    pub(crate) fn method_of(&mut self, function: &Value) -> Option<Sym> {
        let Value::Function(func) = function else { return None };
        let loaded = self.load(func).ok()?;
        let code = &loaded.code;
        if !loaded.plain || loaded.params != 1 || code.generator {
            return None;
        }
        match *code.ops {
            [Op::LoadMethod { dst, a: 0, site }, Op::CallMethod { dst: made, f, count: 0 }, Op::Return { src }, ..]
                if f == dst && src == made =>
            {
                code.sites.get(usize::from(site)).copied()
            }
            _ => None,
        }
    }
}

/// The texts under which a parameter is read; `None` if something else is done with it.
fn fields(code: &Code, param: Reg) -> Option<Vec<Sym>> {
    let live = Live::of(code);
    let mut found: Vec<Sym> = Vec::new();
    for (pc, op) in code.ops.iter().enumerate() {
        let (reads, writes) = registers(code, op);
        if writes.contains(&param) {
            return None;
        }
        if !reads.contains(&param) {
            continue;
        }
        let Op::GetItem { a, index, .. } = *op else { return None };
        let before = code.ops.get(pc.checked_sub(1)?)?;
        let Op::Const { dst, k } = *before else { return None };
        if a != param || index != dst || live.targets.get(pc).copied().unwrap_or(true) {
            return None;
        }
        let Const::Str(name) = code.consts.get(k as usize)? else { return None };
        let name = Sym::new(name);
        if !found.contains(&name) {
            found.push(name);
        }
    }
    (!found.is_empty()).then_some(found)
}
