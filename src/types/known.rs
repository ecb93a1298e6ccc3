//! Between types and what the rules of `expr::meta` call known.

use super::arrays::ArrayTy;
use super::check::Checker;
use super::decl::{DeclFn, DeclSig};
use super::error::Fault;
use super::rules::masked::data_of;
use super::sig::Slot;
use super::ty::{HeapKind, Ty};
use crate::data::scalar::dtype_named;
use crate::data::{DType, Raised};
use crate::expr::meta::chunks::NAN;
use crate::expr::meta::known::{Arr, Known};
use crate::expr::meta::{ArrayMeta, call};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind};

/// How many items of a container are looked at.
const ITEMS: usize = 256;

impl Checker<'_> {
    /// What the rules may know of a value.
    pub fn known(&self, ty: &Ty) -> Known {
        self.known_at(ty, 6)
    }

    fn known_at(&self, ty: &Ty, depth: usize) -> Known {
        if depth == 0 {
            return Known::Any;
        }
        let list = |items: &[Ty]| items.iter().map(|item| self.known_at(item, depth - 1)).collect::<Vec<Known>>();
        match ty {
            Ty::None => Known::None,
            Ty::Ellipsis => Known::Ellipsis,
            Ty::Bool(value) => Known::Bool(*value),
            Ty::Int(value) => Known::Int(*value),
            Ty::Float(value) => Known::Float(*value),
            Ty::Complex => Known::Complex,
            Ty::Str(value) => Known::Str(value.clone()),
            Ty::DType(dtype) => Known::DType(*dtype),
            Ty::Scalar(dtype) => Known::Scalar(*dtype),
            Ty::Tuple(items) => Known::Tuple(list(items)),
            Ty::List(heap) => {
                let items = if self.stale(heap.id) { None } else { heap.items().filter(|items| items.len() <= ITEMS) };
                Known::List(items.map(|items| items.iter().map(|(item, _)| self.known_at(item, depth - 1)).collect()))
            }
            Ty::Dict(heap) => {
                let items = if self.stale(heap.id) { None } else { heap.items().filter(|items| items.len() <= ITEMS) };
                let pair = |(key, value): &(Ty, Ty)| (self.known_at(key, depth - 1), self.known_at(value, depth - 1));
                Known::Dict(items.map(|items| items.iter().map(pair).collect()))
            }
            Ty::Slice(parts) => {
                let [a, b, c] = &**parts;
                Known::Slice(Box::new([
                    self.known_at(a, depth - 1),
                    self.known_at(b, depth - 1),
                    self.known_at(c, depth - 1),
                ]))
            }
            Ty::Array(meta) => Known::Array(Arr { lazy: true, meta: meta.meta().map(|meta| self.sized(meta)) }),
            Ty::NdArray(meta) => {
                Known::Array(Arr { lazy: false, meta: if self.reshaped() { None } else { meta.meta() } })
            }
            Ty::Type(class) => {
                dtype_of(&class.name, class.short.as_str()).map_or(Known::Any, |dtype| Known::DType(Some(dtype)))
            }
            Ty::Builtin(function) if function.module.starts_with("numpy") => {
                match dtype_of(&function.name, function.short.as_str()) {
                    Some(dtype) => Known::DType(Some(dtype)),
                    None => Known::Any,
                }
            }
            _ => Known::Any,
        }
    }

    /// Sizes that only the run knows are not known at all, where the script may learn them in place.
    fn sized(&self, mut meta: ArrayMeta) -> ArrayMeta {
        let open = |blocks: &mut Option<std::sync::Arc<[usize]>>| {
            if blocks.as_ref().is_some_and(|blocks| blocks.contains(&NAN)) {
                *blocks = None;
            }
        };
        if self.facts.sized {
            meta.chunks.iter_mut().for_each(open);
        }
        meta
    }

    /// Whether the script changes arrays' shapes or dtypes by assigning to them.
    fn reshaped(&self) -> bool {
        ["shape", "dtype"]
            .iter()
            .any(|name| crate::data::Sym::existing(name).is_some_and(|name| self.facts.stored.contains(&name)))
    }

    /// The type of what a rule gives.
    pub fn from_known(&self, known: &Known) -> Ty {
        match known {
            Known::None => Ty::None,
            Known::Ellipsis => Ty::Ellipsis,
            Known::Bool(value) => Ty::Bool(*value),
            Known::Int(value) => Ty::Int(*value),
            Known::Float(value) => Ty::Float(*value),
            Known::Complex => Ty::Complex,
            Known::Str(value) => Ty::Str(value.clone()),
            Known::DType(dtype) => Ty::DType(*dtype),
            // Of a text all that a `str` has is known at run time.
            Known::Scalar(dtype) if dtype.is_text() => Ty::Any,
            Known::Scalar(dtype) => Ty::Scalar(*dtype),
            Known::Tuple(items) => Ty::tuple(items.iter().map(|item| self.from_known(item)).collect()),
            Known::Array(arr) => {
                let meta = arr.meta.as_ref().map(|meta| ArrayTy::of(meta, arr.lazy)).unwrap_or_default();
                if arr.lazy { Ty::Array(meta) } else { Ty::NdArray(meta) }
            }
            _ => Ty::Any,
        }
    }

    /// The type of what a call gives, which may be a list, or a tuple with one in it.
    pub fn given(&mut self, known: &Known, node: Span) -> Ty {
        match known {
            Known::List(Some(items)) if items.len() <= ITEMS => {
                let items: Vec<(Ty, Ty)> = items.iter().map(|item| (self.from_known(item), Ty::Never)).collect();
                let mut joined = Ty::Never;
                for (item, _) in &items {
                    joined = self.join(&joined, item);
                }
                Ty::List(self.fill(HeapKind::List, node, (&joined, &Ty::Never), Some(items)))
            }
            Known::Tuple(items) if items.iter().filter(|item| matches!(item, Known::List(_))).count() == 1 => {
                Ty::tuple(items.iter().map(|item| self.given(item, node)).collect())
            }
            other => self.from_known(other),
        }
    }

    /// What the rules say of a call of NumPy or Dask; `None` if they say nothing.
    pub fn array_call(
        &mut self,
        function: &DeclFn,
        variant: &DeclSig,
        slots: &[Slot],
        node: Span,
    ) -> Option<Result<Ty, Box<Fault>>> {
        if !function.module.starts_with("numpy") && !function.module.starts_with("dask") {
            return None;
        }
        let masked = function.module.ends_with(".ma");
        let mut args = Vec::with_capacity(slots.len());
        let mut shown = Vec::new();
        for (index, slot) in slots.iter().enumerate() {
            args.push(match slot {
                Slot::Given(ty, _) if masked && data_of(ty).is_some() => self.known(data_of(ty).unwrap_or(ty)),
                Slot::Given(ty, span) => {
                    if matches!(ty, Ty::Array(_) | Ty::NdArray(_)) {
                        shown.push((*span, ty.clone()));
                    }
                    self.known(ty)
                }
                Slot::Default => match variant.defaults.get(index) {
                    Some(Some(default)) => self.default_known(default),
                    _ => Known::Any,
                },
                Slot::Rest(items, false) => Known::Tuple(items.iter().map(|item| self.known(item)).collect()),
                Slot::Rest(_, true) => Known::Any,
                Slot::Keywords(items, false) => Known::Dict(Some(
                    items.iter().map(|(name, ty)| (Known::Str(Some(name.as_str().into())), self.known(ty))).collect(),
                )),
                Slot::Keywords(_, true) => Known::Any,
            });
        }
        let hearsay = slots.iter().any(|slot| match slot {
            Slot::Given(ty, _) => ty.hearsay(),
            Slot::Rest(items, _) => items.iter().any(Ty::hearsay),
            _ => false,
        });
        if masked {
            return if hearsay { None } else { self.masked_call(function, &args, node) };
        }
        let result = call::call(&function.name, &args)?;
        Some(match result {
            Ok(Known::Any) => return None,
            // What is only told is not known item by item.
            Ok(Known::List(_)) if hearsay => return None,
            Ok(known) => Ok(self.given(&known, node).heard(hearsay)),
            Err(raised) => {
                let fault = array_fault(&raised, node, "this call cannot work", &shown);
                Err(match self.listed(slots) {
                    Some(text) => fault.note(format!("the list holds {text}")),
                    None => fault,
                })
            }
        })
    }

    /// What is known of a declared default: a constant, a class of numbers (a dtype), a tuple of these.
    fn default_known(&mut self, default: &Expr) -> Known {
        if let ExprKind::Name(name) = &default.kind
            && let Some(dtype) = dtype_of(name.as_str(), "")
        {
            return Known::DType(Some(dtype));
        }
        match &default.kind {
            ExprKind::Tuple(items) => Known::Tuple(items.iter().map(|item| self.default_known(item)).collect()),
            _ => self.constant(default).map_or(Known::Any, |ty| self.known(&ty)),
        }
    }

    /// The arrays in a list among the arguments, in words.
    fn listed(&self, slots: &[Slot]) -> Option<String> {
        let items: Vec<Ty> = slots.iter().find_map(|slot| match slot {
            Slot::Given(Ty::Tuple(items), _) => Some(items.to_vec()),
            Slot::Given(Ty::List(heap), _) if !self.stale(heap.id) => {
                heap.items().map(|items| items.iter().map(|(item, _)| item.clone()).collect())
            }
            _ => None,
        })?;
        let arrays = items.iter().filter(|item| matches!(item, Ty::Array(_) | Ty::NdArray(_)));
        let shown: Vec<String> = arrays.take(6).map(super::check::iter::a).collect();
        (!shown.is_empty()).then(|| shown.join("; "))
    }
}

/// The fault of what a rule raises, with the arrays that took part.
pub fn array_fault(raised: &Raised, node: Span, why: &str, shown: &[(Span, Ty)]) -> Box<Fault> {
    let mut fault = Fault::at(raised.class, node, raised.message.clone()).because(why);
    for (span, ty) in shown {
        if *span == node {
            fault = fault.because(format!("{why}: the array is {}", super::check::iter::a(ty)));
            continue;
        }
        fault = fault.label(*span, format!("this is {}", super::check::iter::a(ty)));
    }
    fault.cured(raised.help.clone())
}

/// The dtype that a class stands for.
fn dtype_of(qualified: &str, short: &str) -> Option<DType> {
    match qualified {
        "int" => Some(DType::Int64),
        "float" => Some(DType::Float64),
        "complex" => Some(DType::Complex128),
        "bool" => Some(DType::Bool),
        "str" => Some(DType::TEXTS),
        "bytes" => Some(DType::BYTES),
        _ if qualified.starts_with("numpy.") => match short {
            "bool_" | "bool" => Some(DType::Bool),
            _ => dtype_named(short).ok(),
        },
        _ => None,
    }
}
