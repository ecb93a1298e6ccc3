//! One instruction after the other: what each is in compiled code.

use std::sync::Arc;

use super::body::{Body, Held, Next, Step, Stop};
use super::ty::{Src, Ty, whole};
use crate::data::DType;
use crate::data::Sym;
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::interp::code::{Const, Op, Reg};
use crate::interp::eval::RECURSION_LIMIT;
use crate::jit::native::MOST_RETURNED;
use crate::ops::flow::{Cmp, End, Inst, IntOp, Kind, MOST_LEVELS, Val};

/// The most types of result of one function.
const MOST_RESULTS: usize = 3;

impl Body<'_, '_> {
    /// Translate one instruction.
    #[rustfmt::skip]
    pub fn step(&mut self, op: Op) -> Step {
        let next = Next::At(self.pc + 1);
        match op {
            Op::Extra(_) => {}
            Op::Move { dst, src } | Op::Take { dst, src } => { let held = self.reg(src)?; self.set(dst, held); }
            Op::Const { dst, k } => { let held = self.constant(k)?; self.set(dst, held); }
            Op::None { dst } => self.set(dst, Held::bare(Ty::None)),
            Op::Bool { dst, value } => { let val = self.add(Kind::Bool, Inst::Bool(value)); self.set(dst, Held::one(Ty::Bool, val)); }
            Op::Int { dst, value } => { let val = self.int(i64::from(value)); self.set(dst, Held::one(Ty::Int, val)); }
            Op::Clear { reg } => self.set(reg, Held::bare(Ty::Unbound)),
            Op::Check { reg } => { self.reg(reg)?; }
            Op::LoadGlobal { dst, name } => { let held = self.load_global(name)?; self.set(dst, held); }
            Op::LoadFree { dst, free } => { let held = self.captured(free)?; self.set(dst, held); }
            Op::StoreGlobal { src, name } => { let held = self.reg(src)?; self.store_global(name, held)?; }
            Op::Add { dst, a, b } => self.operator(BinOp::Add, dst, a, b)?,
            Op::Sub { dst, a, b } => self.operator(BinOp::Sub, dst, a, b)?,
            Op::Mul { dst, a, b } => self.operator(BinOp::Mul, dst, a, b)?,
            Op::Div { dst, a, b } => self.operator(BinOp::Div, dst, a, b)?,
            Op::FloorDiv { dst, a, b } => self.operator(BinOp::FloorDiv, dst, a, b)?,
            Op::Mod { dst, a, b } => self.operator(BinOp::Mod, dst, a, b)?,
            Op::Binary { op, dst, a, b } => self.operator(op, dst, a, b)?,
            Op::Inplace { op, dst, a, b } => {
                if let Ty::Array(..) | Ty::Opaque(_) = self.reg(a)?.ty { return Err("an object is changed in place".into()); }
                self.operator(op, dst, a, b)?;
            }
            Op::AddI { dst, a, imm } => self.small(BinOp::Add, dst, a, imm)?,
            Op::SubI { dst, a, imm } => self.small(BinOp::Sub, dst, a, imm)?,
            Op::MulI { dst, a, imm } => self.small(BinOp::Mul, dst, a, imm)?,
            Op::FloorDivI { dst, a, imm } => self.small(BinOp::FloorDiv, dst, a, imm)?,
            Op::ModI { dst, a, imm } => self.small(BinOp::Mod, dst, a, imm)?,
            Op::InplaceI { op, dst, a, imm } => {
                if let Ty::Array(..) | Ty::Opaque(_) = self.reg(a)?.ty { return Err("an object is changed in place".into()); }
                self.small(op, dst, a, imm)?;
            }
            Op::Unary { op, dst, a } => { let held = self.reg(a)?; let made = self.unary(op, &held)?; self.set(dst, made); }
            Op::Not { dst, a } => { let held = self.reg(a)?; let made = self.not(&held)?; self.set(dst, made); }
            Op::Compare { op, dst, a, b } => { let (a, b) = (self.reg(a)?, self.reg(b)?); let made = self.compare(op, &a, &b)?; self.set(dst, made); }
            Op::Lt { want, a, b } => return self.branch(CmpOp::Lt, want, a, b),
            Op::Le { want, a, b } => return self.branch(CmpOp::Le, want, a, b),
            Op::Gt { want, a, b } => return self.branch(CmpOp::Gt, want, a, b),
            Op::Ge { want, a, b } => return self.branch(CmpOp::Ge, want, a, b),
            Op::Eq { want, a, b } => return self.branch(CmpOp::Eq, want, a, b),
            Op::Ne { want, a, b } => return self.branch(CmpOp::Ne, want, a, b),
            Op::LtI { want, a, imm } => return self.branch_small(CmpOp::Lt, want, a, imm),
            Op::LeI { want, a, imm } => return self.branch_small(CmpOp::Le, want, a, imm),
            Op::GtI { want, a, imm } => return self.branch_small(CmpOp::Gt, want, a, imm),
            Op::GeI { want, a, imm } => return self.branch_small(CmpOp::Ge, want, a, imm),
            Op::EqI { want, a, imm } => return self.branch_small(CmpOp::Eq, want, a, imm),
            Op::NeI { want, a, imm } => return self.branch_small(CmpOp::Ne, want, a, imm),
            Op::IsNone { want, a } => {
                let truth = self.reg(a)?.ty == Ty::None;
                if let Ty::Opaque(_) = self.reg(a)?.ty { return Err("it is not known whether this is None".into()); }
                return Ok(Next::At(if truth == want { self.pc + 2 } else { self.after_jump()? }));
            }
            Op::Jump { target } => return Ok(Next::At(target as usize)),
            Op::Loop { target } => {
                let stop = self.add(Kind::Bool, Inst::Interrupted);
                self.guard(stop, false);
                return Ok(Next::At(target as usize));
            }
            Op::JumpIf { want, a, target } => {
                let held = self.reg(a)?;
                let target = target as usize;
                return match self.truth(&held)? {
                    Ok(truth) => Ok(Next::At(if truth == want { target } else { self.pc + 1 })),
                    Err(val) => Ok(if want { self.fork(val, target, self.pc + 1) } else { self.fork(val, self.pc + 1, target) }),
                };
            }
            Op::Tuple { dst, first, count } => { let made = self.tuple(first, count)?; self.set(dst, made); }
            Op::Unpack { src, first, count } => self.unpack(src, first, count)?,
            Op::GetItem { dst, a, index } => { let (a, index) = (self.reg(a)?, self.reg(index)?); let made = self.getitem(&a, &index)?; self.set(dst, made); }
            Op::SetItem { a, index, src } => { let (a, index, src) = (self.reg(a)?, self.reg(index)?, self.reg(src)?); self.setitem(&a, &index, &src)?; }
            Op::LoadAttr { dst, a, site } => { let held = self.attribute(a, site)?; self.set(dst, held); }
            Op::LoadMethod { dst, a, site } => {
                if !matches!(self.reg(a)?.ty, Ty::Module(..)) { return Err(self.no_method(a, site)); }
                let held = self.attribute(a, site)?;
                self.set(dst, held);
                self.set(dst + 1, Held::bare(Ty::Unbound));
            }
            Op::Call { dst, f, count } => return self.call(dst, f, (f + 1, count), &[]),
            Op::CallKw { dst, f, count } => { let names = self.keywords()?; return self.call(dst, f, (f + 1, count), &names); }
            Op::CallMethod { dst, f, count } => {
                let alone = matches!(self.state.get(usize::from(f) + 1), Some(Some(held)) if held.ty == Ty::Unbound);
                if !alone { return Err("a method is called".into()); }
                return self.call(dst, f, (f + 2, count), &[]);
            }
            Op::Return { src } => { let held = self.reg(src)?; return self.give(held); }
            Op::ReturnNone => return self.give(Held::bare(Ty::None)),
            Op::Iter { it, src } => {
                let held = self.reg(src)?;
                self.iterate(it, held)?;
            }
            Op::Next { dst, it } => return self.next(dst, it),
            other => return Err(refused(&other)),
        }
        Ok(next)
    }

    fn constant(&mut self, k: u32) -> Step<Held> {
        let constant = self.code.consts.get(k as usize).cloned();
        constant.map_or_else(|| Err("a constant".into()), |constant| self.made_constant(&constant))
    }

    fn made_constant(&mut self, constant: &Const) -> Step<Held> {
        Ok(match constant {
            Const::None => Held::bare(Ty::None),
            Const::Bool(value) => Held::one(Ty::Bool, self.add(Kind::Bool, Inst::Bool(*value))),
            Const::Int(value) => Held::one(Ty::Int, self.int(*value)),
            Const::Float(value) => Held::one(Ty::Float, self.float(*value)),
            Const::Tuple(items) => {
                let items = items.iter().map(|item| self.made_constant(item)).collect::<Step<Vec<Held>>>()?;
                joined(items)
            }
            Const::Str(_) => return Err("text is used".into()),
            Const::Big(_) => return Err("an int of more than 64 bits is used".into()),
            _ => return Err("this constant is no number".into()),
        })
    }

    /// The slot of a variable of the module that the loop keeps.
    fn own_slot(&self, name: u32) -> Option<usize> {
        let sym = self.code.globals.get(name as usize)?;
        let at = self.maker.made.own.iter().position(|(own, _)| own == sym)?;
        Some(self.code.registers + at)
    }

    fn load_global(&mut self, name: u32) -> Step<Held> {
        if let Some(slot) = self.own_slot(name) {
            if !self.own {
                return Err("a function reads a variable of the module that the loop around its call assigns".into());
            }
            return match self.state.get(slot) {
                Some(Some(held)) if held.ty != Ty::Unbound => Ok(held.clone()),
                _ => Err("a variable of the module may have no value here".into()),
            };
        }
        let Some(&sym) = self.code.globals.get(name as usize) else { return Err("a name".into()) };
        let (ty, at) = self.maker.global(sym)?;
        let mut kinds = Vec::new();
        ty.kinds(&mut kinds);
        let inputs = kinds.into_iter().enumerate();
        let vals: Vec<Val> = inputs.map(|(word, kind)| self.add(kind, Inst::Input(at + word as u32, kind))).collect();
        Ok(Held { ty, vals })
    }

    /// A variable that the entered function has captured.
    fn captured(&mut self, free: u32) -> Step<Held> {
        match self.state.get(self.code.registers + free as usize) {
            Some(Some(held)) if !self.own && held.ty != Ty::Unbound => Ok(held.clone()),
            _ => Err("a variable of an outer function is used".into()),
        }
    }

    fn store_global(&mut self, name: u32, held: Held) -> Step<()> {
        match self.own_slot(name) {
            Some(slot) if self.own => {
                self.set_slot(slot, held);
                Ok(())
            }
            _ => Err("a function assigns a variable of the module".into()),
        }
    }

    fn operator(&mut self, op: BinOp, dst: Reg, a: Reg, b: Reg) -> Step<()> {
        let (a, b) = (self.reg(a)?, self.reg(b)?);
        let made = self.binary(op, &a, &b)?;
        self.set(dst, made);
        Ok(())
    }

    fn small(&mut self, op: BinOp, dst: Reg, a: Reg, imm: i16) -> Step<()> {
        let a = self.reg(a)?;
        let b = Held::one(Ty::Int, self.int(i64::from(imm)));
        let made = self.binary(op, &a, &b)?;
        self.set(dst, made);
        Ok(())
    }

    fn unary(&mut self, op: UnOp, a: &Held) -> Step<Held> {
        let zero = |body: &mut Self| body.int(0);
        Ok(match (op, &a.ty) {
            (UnOp::Neg, Ty::Int | Ty::Bool) => {
                let val = self.as_int(a)?;
                let zero = zero(self);
                Held::one(Ty::Int, self.checked(crate::ops::flow::CheckedOp::Sub, zero, val))
            }
            (UnOp::Neg, Ty::Float) => Held::one(Ty::Float, self.float_un(crate::ops::flow::FloatUn::Neg, a.val())),
            (UnOp::Neg, Ty::Np(DType::Float64 | DType::Float32)) => {
                Held::one(a.ty.clone(), self.float_un(crate::ops::flow::FloatUn::Neg, a.val()))
            }
            (UnOp::Pos, Ty::Int | Ty::Float) => a.clone(),
            (UnOp::Invert, Ty::Int | Ty::Bool) => {
                let val = self.as_int(a)?;
                let ones = self.int(-1);
                Held::one(Ty::Int, self.add(Kind::Int, Inst::IntBin(IntOp::Xor, val, ones)))
            }
            _ => return Err(format!("'{}' of {}", op.symbol(), a.ty.name()).into()),
        })
    }

    fn not(&mut self, a: &Held) -> Step<Held> {
        let val = match self.truth(a)? {
            Ok(truth) => self.add(Kind::Bool, Inst::Bool(!truth)),
            Err(val) => {
                let yes = self.add(Kind::Bool, Inst::Bool(true));
                self.add(Kind::Bool, Inst::BoolXor(val, yes))
            }
        };
        Ok(Held::one(Ty::Bool, val))
    }

    /// The truth of a value: known, or a bool.
    pub fn truth(&mut self, a: &Held) -> Step<Result<bool, Val>> {
        Ok(match &a.ty {
            Ty::None => Ok(false),
            Ty::Bool | Ty::Np(DType::Bool) => Err(a.val()),
            Ty::Int => {
                let zero = self.int(0);
                Err(self.int_cmp(Cmp::Ne, a.val(), zero))
            }
            Ty::Np(dtype) if whole(*dtype) => {
                let zero = self.int(0);
                Err(self.int_cmp(Cmp::Ne, a.val(), zero))
            }
            Ty::Float | Ty::Np(DType::Float64 | DType::Float32) => {
                let zero = self.float(0.0);
                Err(self.float_cmp(Cmp::Ne, a.val(), zero))
            }
            Ty::Tuple(items) => Ok(!items.is_empty()),
            other => return Err(format!("the truth of {}", other.name()).into()),
        })
    }

    /// Where the jump after this instruction goes.
    fn after_jump(&self) -> Step<usize> {
        match self.code.ops.get(self.pc + 1) {
            Some(Op::Jump { target }) => Ok(*target as usize),
            _ => Err("a jump".into()),
        }
    }

    fn branch(&mut self, op: CmpOp, want: bool, a: Reg, b: Reg) -> Step {
        let (a, b) = (self.reg(a)?, self.reg(b)?);
        self.branch_on(op, want, &a, &b)
    }

    fn branch_small(&mut self, op: CmpOp, want: bool, a: Reg, imm: i16) -> Step {
        let a = self.reg(a)?;
        let b = Held::one(Ty::Int, self.int(i64::from(imm)));
        self.branch_on(op, want, &a, &b)
    }

    fn branch_on(&mut self, op: CmpOp, want: bool, a: &Held, b: &Held) -> Step {
        let truth = self.compare(op, a, b)?;
        let away = self.after_jump()?;
        let on = self.pc + 2;
        Ok(if want { self.fork(truth.val(), on, away) } else { self.fork(truth.val(), away, on) })
    }

    fn tuple(&mut self, first: Reg, count: u16) -> Step<Held> {
        let items = (0..count).map(|at| self.reg(first + at)).collect::<Step<Vec<Held>>>()?;
        let plain =
            |held: &Held| matches!(&held.ty, Ty::None | Ty::Bool | Ty::Int | Ty::Float | Ty::Np(_) | Ty::Tuple(_));
        match items.iter().find(|held| !plain(held)) {
            Some(held) => Err(format!("a tuple with {} in it", held.ty.name()).into()),
            None if items.len() > MOST_RETURNED => Err("a long tuple".into()),
            None => Ok(joined(items)),
        }
    }

    fn unpack(&mut self, src: Reg, first: Reg, count: u16) -> Step<()> {
        let held = self.reg(src)?;
        let items = match &held.ty {
            Ty::Tuple(items) if items.len() == usize::from(count) => items.clone(),
            other => return Err(format!("{} is taken apart", other.name()).into()),
        };
        let parts = split(&held, &items);
        for (at, part) in parts.into_iter().enumerate() {
            self.set(first + at as Reg, part);
        }
        Ok(())
    }

    fn iterate(&mut self, it: Reg, held: Held) -> Step<()> {
        if let Ty::Array(_, 1, _) = held.ty {
            self.set(it, held);
            let first = self.int(0);
            self.set(it + 1, Held::one(Ty::Int, first));
            self.set(it + 2, Held::one(Ty::Int, first));
            return Ok(());
        }
        let Ty::Range = held.ty else { return Err(format!("a loop over {}", held.ty.name()).into()) };
        let &[start, stop, step] = &held.vals[..] else { return Err("a range".into()) };
        let left = self.range_len(start, stop, step);
        self.set(it, Held::one(Ty::Int, start));
        self.set(it + 1, Held::one(Ty::Int, left));
        self.set(it + 2, Held::one(Ty::Int, step));
        Ok(())
    }

    /// The next value of a range, or past the loop.
    fn next(&mut self, dst: Reg, it: Reg) -> Step {
        if let Ty::Array(..) = self.reg(it)?.ty {
            let over = self.after_jump()?;
            return self.next_element(dst, it, over);
        }
        let (at, left, step) = (self.reg(it)?, self.reg(it + 1)?, self.reg(it + 2)?);
        if at.ty != Ty::Int || left.ty != Ty::Int || step.ty != Ty::Int {
            return Err("a loop over something else than a range".into());
        }
        let over = self.after_jump()?;
        let zero = self.int(0);
        let more = self.int_cmp(Cmp::Gt, left.val(), zero);
        let no = self.way(over);
        let after = self.add(Kind::Int, Inst::Step(at.val(), step.val()));
        let item = self.add(Kind::Int, Inst::Item(at.val(), step.val()));
        let one = self.int(1);
        let fewer = self.add(Kind::Int, Inst::IntBin(IntOp::Sub, left.val(), one));
        self.set(it, Held::one(Ty::Int, after));
        self.set(it + 1, Held::one(Ty::Int, fewer));
        self.set(dst, Held::one(Ty::Int, item));
        let yes = self.way(self.pc + 2);
        self.end(End::Branch(more, yes, no));
        Ok(Next::Over)
    }

    /// Return from the function; out of a loop that was entered the interpreter returns.
    fn give(&mut self, held: Held) -> Step {
        if self.range.is_some() {
            let exit = self.exit_at(self.pc, None, None);
            self.end(End::Exit(exit));
            return Ok(Next::Over);
        }
        match &held.ty {
            Ty::Func(..) | Ty::Builtin(..) | Ty::Module(..) | Ty::Opaque(_) | Ty::Unbound => {
                return Err(format!("it returns {}", held.ty.name()).into());
            }
            _ if held.vals.len() > MOST_RETURNED => return Err("it returns too many values".into()),
            _ => {}
        }
        let Some(func) = self.maker.made.funcs.get_mut(self.at) else { return Err("a function".into()) };
        let number = match func.rets.iter().position(|ty| *ty == held.ty) {
            Some(at) => at,
            None if func.rets.len() >= MOST_RESULTS => return Err("it returns values of too many types".into()),
            None => {
                func.rets.push(held.ty.clone());
                self.maker.changed = true;
                func.rets.len() - 1
            }
        };
        self.end(End::Return(number as u32, held.vals));
        Ok(Next::Over)
    }

    /// The names of the last arguments of a call.
    fn keywords(&self) -> Step<Arc<[Sym]>> {
        let found = match self.code.ops.get(self.pc + 1) {
            Some(Op::Extra(number)) => self.code.keywords.get(*number as usize),
            _ => None,
        };
        found.map_or_else(|| Err("a call with keywords".into()), |names| Ok(names.iter().copied().collect()))
    }

    /// `dst = f(args)`, the last of which have names.
    fn call(&mut self, dst: Reg, f: Reg, (first, count): (Reg, u16), names: &[Sym]) -> Step {
        let callee = self.reg(f)?;
        let args = (0..count).map(|at| self.reg(first + at)).collect::<Step<Vec<Held>>>()?;
        let after = self.pc + 1 + usize::from(!names.is_empty());
        match &callee.ty {
            Ty::Func(id, defaults, _) => {
                let id = *id;
                let args = self.arranged(id, defaults.as_deref(), args, names)?;
                let types: Vec<Ty> = args.iter().map(|held| held.ty.clone()).collect();
                let at = self.maker.func(id, &types, self.range.is_some())?;
                self.call_function(at, callee.ty.clone(), &args, (dst, first, after))
            }
            Ty::Builtin(name, _) if names.is_empty() => {
                let name = *name;
                let made = self.builtin(name, &args)?;
                self.set(dst, made);
                Ok(Next::At(after))
            }
            other => Err(format!("{} is called", other.name()).into()),
        }
    }

    /// The arguments of a call in the order of the function's parameters, with its defaults.
    fn arranged(
        &mut self,
        id: crate::value::FnId,
        defaults: Option<&[(Ty, u64)]>,
        mut args: Vec<Held>,
        names: &[Sym],
    ) -> Step<Vec<Held>> {
        let Some(code) = self.maker.table.get(id) else { return Err("the code of a function is not there".into()) };
        let signature = &code.signature;
        let named = args.split_off(args.len().saturating_sub(names.len()));
        let mut slots: Vec<Option<Held>> = args.into_iter().map(Some).collect();
        if slots.len() > signature.posonly + signature.args {
            return Err("a function is called with too many arguments".into());
        }
        slots.resize(signature.names.len(), None);
        for (name, held) in names.iter().zip(named) {
            let at = signature.names.iter().skip(signature.posonly).position(|known| known == name);
            match at.and_then(|at| slots.get_mut(at + signature.posonly)) {
                Some(place @ None) => *place = Some(held),
                _ => return Err(format!("a function is called with the keyword '{name}'").into()),
            }
        }
        let mut made = Vec::with_capacity(slots.len());
        let mut default = 0;
        for (slot, has) in slots.into_iter().zip(&signature.has_default) {
            let known = if *has { defaults.and_then(|all| all.get(default)) } else { None };
            default += usize::from(*has);
            made.push(match (slot, known) {
                (Some(held), _) => held,
                (None, Some((ty, bits))) => self.default(ty, *bits),
                (None, None) => return Err("a function is called with defaults that are no numbers".into()),
            });
        }
        Ok(made)
    }

    fn default(&mut self, ty: &Ty, bits: u64) -> Held {
        match ty {
            Ty::Bool => Held::one(Ty::Bool, self.add(Kind::Bool, Inst::Bool(bits != 0))),
            Ty::Int => Held::one(Ty::Int, self.int(bits as i64)),
            Ty::Float => Held::one(Ty::Float, self.float(f64::from_bits(bits))),
            _ => Held::bare(Ty::None),
        }
    }

    fn call_function(&mut self, at: usize, callee: Ty, args: &[Held], (dst, first, after): (Reg, Reg, usize)) -> Step {
        let exit = self.out();
        self.add(Kind::Bool, Inst::Room((RECURSION_LIMIT - MOST_LEVELS) as i64, 0, exit));
        let given: Vec<Val> = args.iter().flat_map(|held| held.vals.iter().copied()).collect();
        let status = self.flow.value(Kind::Int);
        let int = self.flow.value(Kind::Int);
        let float = self.flow.value(Kind::Float);
        let left = self.exit_at(after, Some((callee, u32::from(first), u32::from(dst))), None);
        self.append(status, Inst::Call(at, given, 0, left));
        self.past();
        let rets = self.maker.made.funcs.get(at).map(|func| func.rets.clone()).unwrap_or_default();
        match &rets[..] {
            [] => {
                self.end(End::Exit(left));
                Ok(Next::Over)
            }
            [one] => {
                let held = self.returned(one, int, float);
                self.set(dst, held);
                Ok(Next::At(after))
            }
            many => self.by_result(many, status, (int, float), (dst, after)),
        }
    }

    /// Go on by the type of what a call returned.
    fn by_result(&mut self, rets: &[Ty], status: Val, (int, float): (Val, Val), (dst, after): (Reg, usize)) -> Step {
        let before = self.state.clone();
        for (number, ty) in rets.iter().enumerate() {
            let here = self.here();
            let last = number + 1 == rets.len();
            let is = (!last).then(|| {
                let wanted = self.int(number as i64);
                self.int_cmp(Cmp::Eq, status, wanted)
            });
            let yes = self.aside();
            let held = self.returned(ty, int, float);
            self.state.clone_from(&before);
            self.set(dst, held);
            self.go(after);
            let no = if last { yes } else { self.aside() };
            self.back_to(here);
            match is {
                Some(is) => self.end(End::Branch(is, (yes, Vec::new()), (no, Vec::new()))),
                None => self.end(End::Jump(yes, Vec::new())),
            }
            self.back_to(no);
        }
        Ok(Next::Over)
    }

    /// What a call returned, as a value of a type.
    fn returned(&mut self, ty: &Ty, int: Val, float: Val) -> Held {
        let mut kinds = Vec::new();
        ty.kinds(&mut kinds);
        let vals = kinds.into_iter().enumerate().map(|(at, kind)| match (at, kind) {
            (0, Kind::Int) => int,
            (0, Kind::Float) => float,
            (0, Kind::Bool) => {
                let zero = self.int(0);
                self.int_cmp(Cmp::Ne, int, zero)
            }
            (at, kind) => self.add(kind, Inst::Returned(at as u32, kind)),
        });
        Held { ty: ty.clone(), vals: vals.collect() }
    }

    /// `a.name`.
    fn attribute(&mut self, a: Reg, site: u16) -> Step<Held> {
        let held = self.reg(a)?;
        let Some(&name) = self.code.sites.get(usize::from(site)) else { return Err("an attribute".into()) };
        match &held.ty {
            Ty::Module(_, Src::Global(module)) => match self.maker.member(*module, name) {
                Some(Ok(what)) => Ok(Held::bare(Ty::Builtin(what, Src::Attr(*module, name)))),
                Some(Err(value)) => Ok(Held::one(Ty::Float, self.float(value))),
                None => Err(format!("'{module}.{name}' is used").into()),
            },
            Ty::Array(_, axes, _) => self.array_attribute(&held, *axes, name.as_str()),
            other => Err(format!("the attribute '{name}' of {}", other.name()).into()),
        }
    }

    fn no_method(&self, a: Reg, site: u16) -> Stop {
        let name = self.code.sites.get(usize::from(site)).map_or("", |name| name.as_str());
        let of = self.reg(a).map_or_else(|_| "an object".to_owned(), |held| held.ty.name());
        format!("the method '{name}' of {of} is called").into()
    }
}

/// The items of a tuple.
pub fn split(held: &Held, items: &[Ty]) -> Vec<Held> {
    let mut from = 0;
    let parts = items.iter().map(|ty| {
        let count = ty.count();
        let vals = held.vals.get(from..from + count).unwrap_or_default().to_vec();
        from += count;
        Held { ty: ty.clone(), vals }
    });
    parts.collect()
}

/// A tuple of items.
fn joined(items: Vec<Held>) -> Held {
    let types: Arc<[Ty]> = items.iter().map(|held| held.ty.clone()).collect();
    Held { ty: Ty::Tuple(types), vals: items.into_iter().flat_map(|held| held.vals).collect() }
}

/// Instructions that stay the interpreter's, in the user's words.
fn refused(op: &Op) -> Stop {
    let text = match op {
        Op::List { .. } | Op::ListAppend { .. } | Op::ListExtend { .. } => "a list is made",
        Op::Dict { .. } | Op::DictSet { .. } => "a dict is made",
        Op::Set { .. } | Op::SetAdd { .. } => "a set is made",
        Op::Format { .. } | Op::Concat { .. } => "text is made",
        Op::CallKw { .. } | Op::CallMethodKw { .. } | Op::CallSpread { .. } => "a call with keywords or stars",
        Op::Yield { .. } | Op::YieldFrom { .. } => "it is a generator",
        Op::Raise { .. } | Op::RaiseFrom { .. } | Op::AssertFail { .. } => "an exception is raised",
        Op::Function { .. } | Op::Class { .. } => "a function or class is defined",
        Op::LoadFree { .. } | Op::StoreFree { .. } => "a variable of an outer function is used",
        Op::LoadCell { .. } | Op::StoreCell { .. } | Op::MakeCell { .. } => "a variable that inner functions share",
        Op::StoreAttr { .. } => "an attribute is assigned",
        Op::Slice { .. } => "a slice",
        Op::Import { .. } | Op::ImportFrom { .. } => "an import",
        _ => "this is for the interpreter",
    };
    text.into()
}
