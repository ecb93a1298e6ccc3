//! Elements of arrays and items of tuples, with the bounds checked and negative positions counted from the end.

use super::body::{Body, Held, Next, Step};
use super::step::split;
use super::ty::{Ty, scalar, whole};
use crate::data::DType;
use crate::interp::code::Reg;
use crate::jit::native::elem;
use crate::ops::flow::{CheckedOp, Cmp, Elem, End, Inst, IntOp, Kind, Val};

impl Body<'_, '_> {
    /// `a[index]`.
    pub fn getitem(&mut self, a: &Held, index: &Held) -> Step<Held> {
        match &a.ty {
            Ty::Array(dtype, axes, tight) => {
                let (dtype, axes, tight) = (*dtype, *axes, *tight);
                let (Some(kind), Some(elem)) = (scalar(dtype), elem(dtype)) else {
                    return Err(format!("an element of an array of {dtype}").into());
                };
                let address = self.address(a, index, (axes, tight, elem))?;
                Ok(Held::one(Ty::Np(dtype), self.add(kind, Inst::Load(elem, address))))
            }
            Ty::Tuple(items) => {
                let items = items.clone();
                let count = items.len() as i64;
                let at = if index.ty == Ty::Int { self.known(index.val()) } else { None };
                let Some(at) = at.filter(|at| (-count..count).contains(at)) else {
                    return Err("an item of a tuple whose place is not known".into());
                };
                let at = if at < 0 { at + count } else { at };
                split(a, &items).into_iter().nth(at as usize).ok_or_else(|| "an item of a tuple".into())
            }
            other => Err(format!("an item of {}", other.name()).into()),
        }
    }

    /// Where the element at an index is.
    fn address(&mut self, a: &Held, index: &Held, (axes, tight, elem): (u8, bool, Elem)) -> Step<Val> {
        let places: Vec<Held> = match &index.ty {
            Ty::Int => vec![index.clone()],
            Ty::Np(dtype) if whole(*dtype) => vec![index.clone()],
            Ty::Tuple(items) => split(index, &items.clone()),
            other => return Err(format!("an array at {}", other.name()).into()),
        };
        if places.len() != usize::from(axes) {
            return Err("a part of an array".into());
        }
        let is_whole = |ty: &Ty| matches!(ty, Ty::Int) || matches!(ty, Ty::Np(dtype) if whole(*dtype));
        if places.iter().any(|place| !is_whole(&place.ty)) {
            return Err("an array at something else than integers".into());
        }
        let mut address = self.add(Kind::Int, Inst::Describe(a.val(), 0));
        for (axis, place) in places.iter().enumerate() {
            let at = axis as u32 * 2;
            let size = self.add(Kind::Int, Inst::Describe(a.val(), at + 1));
            let place = self.placed(place.val(), size);
            let last = axis + 1 == places.len();
            let offset = if tight && last {
                let shift = self.int(i64::from(elem.bytes().trailing_zeros()));
                self.int_bin(IntOp::Shl, place, shift)
            } else {
                let step = self.add(Kind::Int, Inst::Describe(a.val(), at + 2));
                self.int_bin(IntOp::Mul, place, step)
            };
            address = self.int_bin(IntOp::Add, address, offset);
        }
        Ok(address)
    }

    /// A position within an axis; an exit where it is out of bounds.
    fn placed(&mut self, place: Val, size: Val) -> Val {
        let place = match self.known(place) {
            Some(known) if known >= 0 => place,
            Some(_) => self.int_bin(IntOp::Add, place, size),
            None => {
                let zero = self.int(0);
                let negative = self.int_cmp(Cmp::Lt, place, zero);
                let wrapped = self.int_bin(IntOp::Add, place, size);
                self.select(Kind::Int, negative, wrapped, place)
            }
        };
        let inside = self.int_cmp(Cmp::Below, place, size);
        self.guard(inside, true);
        place
    }

    /// `a[index] = value`.
    pub fn setitem(&mut self, a: &Held, index: &Held, value: &Held) -> Step<()> {
        let Ty::Array(dtype, axes, tight) = a.ty else {
            return Err(format!("an item of {} is assigned", a.ty.name()).into());
        };
        let Some(elem) = elem(dtype) else { return Err("an array of this dtype".into()) };
        let word = self.stored(elem, value, dtype)?;
        let address = self.address(a, index, (axes, tight, elem))?;
        self.add(Kind::Bool, Inst::Store(elem, address, word));
        self.past();
        let written = (dtype, axes);
        if !self.maker.made.written.contains(&written) {
            self.maker.made.written.push(written);
        }
        Ok(())
    }

    /// A value as an element of an array.
    fn stored(&mut self, elem: Elem, value: &Held, dtype: DType) -> Step<Val> {
        let refused = || format!("{} goes into an array of {dtype}", value.ty.name());
        match (elem, &value.ty) {
            (Elem::Float64, Ty::Float | Ty::Int | Ty::Bool) => self.as_float(value),
            (Elem::Float64, Ty::Np(of)) if *of != DType::Bool => self.as_float(value),
            (Elem::Float32, Ty::Float | Ty::Np(DType::Float64 | DType::Float32)) => Ok(value.val()),
            (Elem::Bool, Ty::Bool | Ty::Np(DType::Bool)) => Ok(value.val()),
            (Elem::Int64, Ty::Int | Ty::Bool) => self.as_int(value),
            (Elem::Int64, Ty::Np(of)) if whole(*of) => self.as_int(value),
            (Elem::Float32 | Elem::Bool | Elem::Float64 | Elem::Int64, _) => Err(refused().into()),
            (_, Ty::Int | Ty::Bool) => {
                let val = self.as_int(value)?;
                self.fits(val, dtype);
                Ok(val)
            }
            (_, Ty::Np(of)) if *of == dtype => Ok(value.val()),
            _ => Err(refused().into()),
        }
    }

    /// The next element of an array of one axis, or past the loop `over`: the array and a position are in `it`.
    pub fn next_element(&mut self, dst: Reg, it: Reg, over: usize) -> Step {
        let (array, at) = (self.reg(it)?, self.reg(it + 1)?);
        let Ty::Array(dtype, 1, _) = array.ty else { return Err("a loop over something else than numbers".into()) };
        let (Some(kind), Some(elem)) = (scalar(dtype), elem(dtype)) else {
            return Err(format!("an element of an array of {dtype}").into());
        };
        let size = self.add(Kind::Int, Inst::Describe(array.val(), 1));
        let more = self.int_cmp(Cmp::Below, at.val(), size);
        let no = self.way(over);
        let here = self.here();
        let yes = self.aside();
        let first = self.add(Kind::Int, Inst::Describe(array.val(), 0));
        let step = self.add(Kind::Int, Inst::Describe(array.val(), 2));
        let offset = self.int_bin(IntOp::Mul, at.val(), step);
        let address = self.int_bin(IntOp::Add, first, offset);
        let item = self.add(kind, Inst::Load(elem, address));
        let one = self.int(1);
        let after = self.add(Kind::Int, Inst::Step(at.val(), one));
        self.set(it + 1, Held::one(Ty::Int, after));
        self.set(dst, Held::one(Ty::Np(dtype), item));
        self.go(self.pc + 2);
        self.back_to(here);
        self.end(End::Branch(more, (yes, Vec::new()), no));
        Ok(Next::Over)
    }

    /// `a.shape`, `a.size`, `a.ndim`.
    pub fn array_attribute(&mut self, a: &Held, axes: u8, name: &str) -> Step<Held> {
        let sizes: Vec<Val> =
            (0..u32::from(axes)).map(|axis| self.add(Kind::Int, Inst::Describe(a.val(), axis * 2 + 1))).collect();
        match name {
            "ndim" => Ok(Held::one(Ty::Int, self.int(i64::from(axes)))),
            "shape" => Ok(Held { ty: Ty::Tuple(vec![Ty::Int; sizes.len()].into()), vals: sizes }),
            "size" => {
                let mut size = self.int(1);
                for axis in sizes {
                    size = self.checked(CheckedOp::Mul, size, axis);
                }
                Ok(Held::one(Ty::Int, size))
            }
            other => Err(format!("the attribute '{other}' of an array").into()),
        }
    }

    /// `len(a)` of an array.
    pub fn array_len(&mut self, a: &Held) -> Held {
        Held::one(Ty::Int, self.add(Kind::Int, Inst::Describe(a.val(), 1)))
    }
}
