//! Masked arrays: a pair of data and mask, whose shape and dtype are those of the data. So what a function or method of theirs
//! gives, the rule of the same name for plain arrays says.

use std::rc::Rc;

use crate::data::raised::{ExcClass, Raised};
use crate::data::{DType, Sym};
use crate::expr::meta::call::{self, array_of};
use crate::expr::meta::known::{Arr, Known, dtype, sizes};
use crate::expr::meta::operators;
use crate::source::Span;
use crate::syntax::ast::{BinOp, CmpOp};
use crate::types::check::Checker;
use crate::types::decl::DeclFn;
use crate::types::error::Fault;
use crate::types::known::array_fault;
use crate::types::sig::Args;
use crate::types::ty::Ty;

use super::Rule;

/// The modules of masked arrays, and what their classes are called.
const HOMES: [(&str, &str); 2] = [("numpy.ma", "MaskedArray"), ("dask.array.ma", "Array")];

/// What a function gives.
enum Made {
    /// A masked array of such data.
    Masked(Known),
    /// Something else.
    Plain(Known),
}

use Made::{Masked, Plain};

/// What a rule says; `None`: nothing.
type Ruled = Option<Result<Made, Box<Raised>>>;

/// The data of a masked array; `None`: it is something else, or nothing is known of it.
pub fn data_of(ty: &Ty) -> Option<&Ty> {
    match ty {
        Ty::Object(class, of) if is_masked_class(&class.name) => of.first(),
        _ => None,
    }
}

/// Whether a declared class is one of the two.
pub fn is_masked_class(name: &str) -> bool {
    HOMES.iter().any(|(module, class)| name.strip_prefix(module).and_then(|rest| rest.strip_prefix('.')) == Some(class))
}

impl Checker<'_> {
    /// A masked array of this data.
    fn masked_of(&mut self, data: Known) -> Ty {
        let ty = self.from_known(&data);
        let (module, name) = HOMES[usize::from(matches!(ty, Ty::Array(_)))];
        match (self.decls.class(module, Sym::new(name)), &ty) {
            (Some(class), Ty::Array(_) | Ty::NdArray(_)) => Ty::Object(class, Rc::from([ty])),
            _ => Ty::Any,
        }
    }

    fn masked_made(&mut self, made: Made, node: Span) -> Ty {
        match made {
            Masked(data) => self.masked_of(data),
            Plain(known) => self.given(&known, node),
        }
    }

    /// What a function or method of masked arrays gives.
    pub fn masked_call(&mut self, function: &DeclFn, args: &[Known], node: Span) -> Option<Result<Ty, Box<Fault>>> {
        let (module, class) = HOMES.into_iter().find(|(module, _)| function.name.starts_with(&format!("{module}.")))?;
        let rest = function.name.get(module.len() + 1..)?;
        let lazy = module.starts_with("dask");
        let ruled = match rest.strip_prefix(class).and_then(|rest| rest.strip_prefix('.')) {
            Some(name) => method(name, args, lazy),
            None => from_array(rest, args, lazy),
        };
        Some(match ruled? {
            Ok(made) => Ok(self.masked_made(made, node)),
            Err(raised) => Err(array_fault(&raised, node, "this call cannot work", &[])),
        })
    }

    /// What a rule for the data says, of masked arrays.
    pub fn masked_item(&mut self, ruled: call::Ruled) -> Ty {
        match ruled {
            Some(Ok(known)) => axes_only(known).map_or(Ty::Any, |known| self.masked_of(known)),
            _ => Ty::Any,
        }
    }

    /// A comparison of masked arrays; `None`: neither is known to be one.
    pub fn masked_compare(&mut self, op: CmpOp, left: &Ty, right: &Ty) -> Option<Ty> {
        if data_of(left).is_none() && data_of(right).is_none() {
            return None;
        }
        let side = |ty: &Ty| self.known(data_of(ty).unwrap_or(ty));
        let (l, r) = (side(left), side(right));
        let lazy = |at: &Known| matches!(at, Known::Array(arr) if arr.lazy);
        if lazy(&l) != lazy(&r) && [&l, &r].into_iter().all(|at| matches!(at, Known::Array(_))) {
            return Some(Ty::Any);
        }
        let ruled = operators::compare(op, &l, &r);
        Some(self.masked_item(ruled))
    }

    /// The masked array of NumPy that a lazy one becomes; `None`: it is not known to be one.
    pub fn masked_computed(&mut self, ty: &Ty) -> Option<Ty> {
        let Ty::Array(meta) = data_of(ty)? else { return None };
        if meta.told || meta.ndim().is_none_or(|ndim| ndim == 0) {
            return Some(Ty::Any);
        }
        let known = self.known(&Ty::NdArray(meta.concrete()));
        Some(self.masked_of(known))
    }

    /// `a op b` where one is a masked array; `None`: neither is known to be one.
    pub fn masked_binary(&mut self, op: BinOp, left: &Ty, right: &Ty, node: Span) -> Option<Result<Ty, Box<Fault>>> {
        if data_of(left).is_none() && data_of(right).is_none() {
            return None;
        }
        let side = |ty: &Ty| self.known(data_of(ty).unwrap_or(ty));
        let (l, r) = (side(left), side(right));
        // NumPy's masked array computes a lazy one.
        let eager = [left, right].into_iter().any(|ty| matches!(data_of(ty), Some(Ty::NdArray(_))));
        if eager && [&l, &r].into_iter().any(|at| matches!(at, Known::Array(arr) if arr.lazy)) {
            return Some(Ok(Ty::Any));
        }
        // Numbers of Python are arrays to it, with a dtype of their own.
        let (l, r) = if eager { (strong(l), strong(r)) } else { (l, r) };
        let plain = matches!(
            op,
            BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::FloorDiv | BinOp::And | BinOp::Or | BinOp::Xor
        );
        let ruled = if plain { operators::binary(op, &l, &r) } else { None };
        Some(match ruled {
            Some(Ok(made)) => Ok(axes_only(made).map_or(Ty::Any, |made| self.masked_of(made))),
            Some(Err(raised)) if raised.class == ExcClass::ValueError => {
                Err(array_fault(&raised, node, "these two do not go together", &[]))
            }
            _ => Ok(Ty::Any),
        })
    }
}

/// The keywords of the class that change neither shape nor dtype.
const SAME: &[&str] = &["mask", "copy", "fill_value", "keep_mask", "hard_mask", "shrink", "subok", "order"];

/// The class of NumPy, called.
fn masked_array(checker: &mut Checker<'_>, args: &Args, _: Span) -> Result<Option<Ty>, Box<Fault>> {
    let [(data, _), rest @ ..] = args.pos.as_slice() else { return Ok(None) };
    let plain = rest.len() < 2 && args.star.is_none() && args.double_star.is_none();
    if !plain || !args.kw.iter().all(|(name, ..)| SAME.contains(&name.as_str())) {
        return Ok(None);
    }
    let known = checker.known(data_of(data).unwrap_or(data));
    let meta = array_of(&known).filter(|meta| meta.ndim() > 0 && !known.holds_lazy());
    Ok(meta.map(|meta| checker.masked_of(Arr::eager(meta))))
}

/// The rules.
pub const RULES: &[(&str, Rule)] = &[("numpy.ma.MaskedArray", masked_array)];

/// An array that has axes: of one without, NumPy makes an element or `masked`.
fn axes_only(known: Known) -> Option<Known> {
    match &known {
        Known::Array(Arr { lazy, meta: Some(meta) }) if *lazy || meta.ndim() > 0 => Some(known),
        _ => None,
    }
}

/// A number as NumPy's scalar of the same value.
fn strong(known: Known) -> Known {
    match known {
        Known::Bool(_) | Known::Int(_) | Known::Float(_) | Known::Complex => {
            known.operand().map_or(Known::Any, |operand| Known::Scalar(operand.dtype()))
        }
        other => other,
    }
}

/// The name of the rule for plain arrays.
fn plain(name: &str, lazy: bool) -> String {
    format!("{}.{name}", if lazy { "dask.array.Array" } else { "numpy.ndarray" })
}

fn masked(known: Known) -> Option<Made> {
    axes_only(known).map(Masked)
}

/// What a rule for plain arrays gives, as a masked array.
fn alike(name: &str, args: &[Known], lazy: bool) -> Ruled {
    match call::call(&plain(name, lazy), args)? {
        Ok(known) => masked(known).map(Ok),
        Err(raised) => Some(Err(raised)),
    }
}

/// A method, or attribute, of a masked array.
fn method(name: &str, args: &[Known], lazy: bool) -> Ruled {
    let data = args.first()?;
    let Known::Array(Arr { meta: Some(meta), lazy: own }) = data else { return None };
    if *own != lazy {
        return None;
    }
    let at = |slot: usize| args.get(slot).cloned().unwrap_or(Known::None);
    match name {
        "shape" | "ndim" | "size" | "dtype" | "itemsize" | "nbytes" | "chunks" | "chunksize" | "numblocks"
        | "npartitions" => Some(Ok(Plain(call::getattr(data, name)?))),
        "T" | "real" | "imag" => masked(call::getattr(data, name)?).map(Ok),
        "data" if !lazy => Some(Ok(Plain(data.clone()))),
        "filled" | "compressed" | "count" => values(name, args, lazy),
        "__getitem__" => match call::getitem(data, &at(1))? {
            Ok(known) => masked(known).map(Ok),
            Err(raised) => Some(Err(raised)),
        },
        "__neg__" | "__pos__" | "__abs__" | "__invert__" => masked(operators::unary(name, data)?.ok()?).map(Ok),
        "compute" if lazy => match call::call(&plain(name, true), args)?.ok()? {
            found @ Known::Array(_) => masked(found).map(Ok),
            _ => None,
        },
        "conj" | "conjugate" if meta.dtype == DType::Bool => None,
        "copy" | "round" | "conj" | "conjugate" | "persist" => masked(data.clone()).map(Ok),
        "astype" | "ravel" | "flatten" | "transpose" | "swapaxes" | "squeeze" | "repeat" => alike(name, args, lazy),
        "rechunk" if lazy => match at(1) {
            Known::Tuple(items) if items.len() == 1 => alike(name, &[data.clone(), items.first()?.clone()], true),
            _ => None,
        },
        // The sizes stand behind what is given by name.
        "reshape" => alike(name, &[data.clone(), Known::Any, Known::Any, at(if lazy { 1 } else { 3 })], lazy),
        // Where something is masked, sums are divided by counts.
        "mean" | "var" | "std" if !lazy && meta.dtype != DType::Float64 && !meta.dtype.is_whole() => None,
        "sum" | "prod" | "mean" | "var" | "std" | "all" | "any" => alike(name, args, lazy),
        "min" | "max" if lazy => alike(name, args, true),
        "min" | "max" => alike(name, &[data.clone(), at(1), Known::None, at(4)], false),
        _ => None,
    }
}

/// What is taken out of a masked array.
fn values(name: &str, args: &[Known], lazy: bool) -> Ruled {
    let Known::Array(Arr { meta: Some(meta), .. }) = args.first()? else { return None };
    let mut meta = meta.clone();
    match name {
        "filled" | "getdata" => {}
        "getmaskarray" => meta.dtype = DType::Bool,
        "compressed" if !lazy => meta.shape = vec![None],
        "count" => {
            let keepdims = args.get(2).cloned().unwrap_or(Known::None);
            let any = [args.first()?.clone(), args.get(1)?.clone(), Known::None, keepdims.clone()];
            let any = if lazy { [any[0].clone(), any[1].clone(), keepdims, Known::None] } else { any };
            let found = match call::call(&plain("any", lazy), &any)? {
                Ok(found) => axes_only(found)?,
                Err(raised) => return Some(Err(raised)),
            };
            let Known::Array(Arr { meta: Some(found), .. }) = found else { return None };
            meta = crate::expr::meta::ArrayMeta { dtype: DType::Int64, ..found };
        }
        _ => return None,
    }
    Some(Ok(Plain(Known::Array(Arr { lazy, meta: Some(meta) }))))
}

/// A function of the modules: those that make masked arrays of others, and those that are also methods.
fn from_array(name: &str, args: &[Known], lazy: bool) -> Ruled {
    let none = Known::None;
    let at = |slot: usize| args.get(slot).unwrap_or(&none);
    if name == "masked_all" && !lazy {
        let (shape, dtype) = (sizes(at(0)).ok()??, dtype(at(1)).ok()??.unwrap_or(DType::Float64));
        return masked(Arr::eager(crate::expr::meta::array::whole(dtype, shape))).map(Ok);
    }
    let slot = usize::from(name == "masked_where");
    let mut meta = array_of(at(slot)).filter(|meta| meta.ndim() > 0)?;
    let given_lazy = matches!(at(slot), Known::Array(arr) if arr.lazy);
    if given_lazy && !lazy {
        return None;
    }
    if lazy && !given_lazy {
        meta.chunks = vec![None; meta.ndim()];
    }
    let whole = Known::Array(Arr { lazy, meta: Some(meta.clone()) });
    let cast = |slot: usize| -> Option<Known> {
        let wanted = dtype(at(slot)).ok()??;
        let meta = crate::expr::meta::ArrayMeta { dtype: wanted.unwrap_or(meta.dtype), ..meta.clone() };
        Some(Known::Array(Arr { lazy, meta: Some(meta) }))
    };
    match name {
        "array" if !lazy && at(10) == &Known::Int(Some(0)) => masked(cast(1)?).map(Ok),
        "asarray" | "asanyarray" if !lazy => masked(cast(1)?).map(Ok),
        "masked_array" if lazy => masked(cast(3)?).map(Ok),
        "masked_where" => {
            let condition = array_of(at(0));
            let apart = condition.filter(|condition| {
                condition.ndim() > 0 && !(lazy && matches!(at(0), Known::List(_) | Known::Tuple(_)))
            });
            if let (Some(sizes), Some(own)) = (apart.and_then(|condition| condition.sizes()), meta.sizes())
                && sizes != own
            {
                let show = |sizes: &[usize]| crate::data::shape::show(sizes);
                let message = format!(
                    "Inconsistent shape between the condition and the input (got {} and {})",
                    show(&sizes),
                    show(&own)
                );
                return Some(Err(crate::data::raised::index_error(message)));
            }
            masked(whole).map(Ok)
        }
        "masked_greater"
        | "masked_greater_equal"
        | "masked_less"
        | "masked_less_equal"
        | "masked_not_equal"
        | "masked_equal"
        | "masked_inside"
        | "masked_outside"
        | "masked_invalid"
        | "fix_invalid" => masked(whole).map(Ok),
        "masked_values" if meta.dtype == DType::Float64 => masked(whole).map(Ok),
        "filled" | "getdata" | "getmaskarray" => values(name, &[whole], lazy),
        "compressed" if !lazy => values(name, &[whole], false),
        "count" => values(name, &[&[whole], args.get(1..)?].concat(), lazy),
        "sum" | "prod" | "mean" | "var" | "std" | "min" | "max" | "any" | "all" if !lazy => {
            method(name, &[&[whole], args.get(1..)?].concat(), false)
        }
        _ => None,
    }
}
