//! From values of a script to arrays, dtypes, shapes and axes, with NumPy's errors.

pub use super::dtypes::{DTYPE, Dtype};
use crate::data::buffer::room;
use crate::data::buffer::with_dtype;
use crate::data::raised::{Res, type_error, value_error};
use crate::data::scalar::{dtype_named, out_of_bounds};
use crate::data::time::Unit;
use crate::data::{Chunk, DType, ExcClass, Operand, Raised, Scalar, Sym};
use crate::expr::Array;
use crate::value::array::{NdArray, np_scalar};
use crate::value::{Host, TypeInfo, Value, index, iter, kind, number, types};

/// A `dtype=` argument; `None` for Python's `None`.
pub fn dtype(v: &Value) -> Res<Option<DType>> {
    Ok(Some(match v {
        Value::None => return Ok(None),
        Value::Str(name) => dtype_named(name.as_str())?,
        Value::Type(class) => match class_dtype(class) {
            Some(dtype) => dtype,
            None if std::ptr::eq(*class, &types::STR) => DType::TEXTS,
            None if std::ptr::eq(*class, &crate::value::bytes::BYTES) => DType::BYTES,
            None => return Err(no_dtype(&format!("<class '{}'>", class.name))),
        },
        Value::Np(dtype, _) => *dtype,
        other => match other.as_native::<Dtype>() {
            Some(Dtype(dtype)) => *dtype,
            None => {
                let shown = match other {
                    Value::Int(_) | Value::Float(_) | Value::Bool(_) => format!("'{}'", simple(other)),
                    _ => format!("'{}' object", kind::type_name(other)),
                };
                return Err(type_error(format!("Cannot interpret {shown} as a data type")));
            }
        },
    }))
}

/// A plain value as Python shows it.
fn simple(v: &Value) -> String {
    match v {
        Value::Bool(value) => Scalar::Bool(*value).text(),
        Value::Float(value) => Scalar::Float64(*value).text(),
        Value::Int(value) => value.to_string(),
        _ => String::new(),
    }
}

/// The dtype that a class stands for.
pub fn class_dtype(class: &'static TypeInfo) -> Option<DType> {
    let is = |other: &'static TypeInfo| std::ptr::eq(class, other);
    if is(&types::FLOAT) {
        return Some(DType::Float64);
    }
    if is(&types::INT) {
        return Some(DType::Int64);
    }
    if is(&types::COMPLEX) {
        return Some(DType::Complex128);
    }
    if is(&types::BOOL) {
        return Some(DType::Bool);
    }
    let times = [DType::Datetime(Unit::GENERIC), DType::Timedelta(Unit::GENERIC), DType::TEXTS, DType::BYTES];
    DType::ALL.into_iter().chain(times).find(|dtype| is(kind::numpy(*dtype)))
}

fn no_dtype(shown: &str) -> Box<Raised> {
    type_error(format!("Cannot interpret '{shown}' as a data type")).help(format!("this rdask knows {}", DType::KNOWN))
}

/// The items of a tuple or list; `None` for anything else.
pub fn items(v: &Value) -> Option<Vec<Value>> {
    match v {
        Value::Tuple(tuple) => Some(tuple.items.to_vec()),
        Value::List(list) => Some(list.items.borrow().clone()),
        _ => None,
    }
}

/// A `shape` argument: an integer or a sequence of them.
pub fn shape(host: &mut dyn Host, v: &Value) -> Res<Vec<usize>> {
    let wanted = integers(host, v)?;
    let size = |n: &i64| usize::try_from(*n).map_err(|_| value_error("negative dimensions are not allowed"));
    wanted.iter().map(size).collect()
}

/// An integer, or the integers of a sequence.
pub fn integers(host: &mut dyn Host, v: &Value) -> Res<Vec<i64>> {
    if let Some(items) = items(v) {
        return items.iter().map(|item| index::as_index(host, item)).collect();
    }
    if let Some(array) = v.as_native::<NdArray>() {
        return array.chunk().to_vec::<i64>();
    }
    Ok(vec![index::as_index(host, v)?])
}

/// An `axis=` argument; `None`: all axes.
pub fn axes(host: &mut dyn Host, v: &Value) -> Res<Option<Vec<i64>>> {
    match v {
        Value::None => Ok(None),
        other if other.as_native::<NdArray>().is_some_and(|array| array.chunk().ndim() > 0) => {
            Err(type_error("only integer scalar arrays can be converted to a scalar index"))
        }
        other => integers(host, other).map(Some),
    }
}

/// The axes of an array counted from the front.
pub fn axes_of(host: &mut dyn Host, v: &Value, ndim: usize) -> Res<Vec<usize>> {
    match axes(host, v)? {
        None => Ok((0..ndim).collect()),
        Some(list) => crate::data::shape::axes(&list, ndim),
    }
}

/// The number that a value is, and whether it is Python's and adapts; `None` if it is none.
pub fn number(v: &Value) -> Option<(Scalar, bool)> {
    Some(match v {
        Value::Bool(value) => (Scalar::Bool(*value), false),
        Value::Int(value) => (Scalar::Int64(*value), true),
        Value::Float(value) => (Scalar::Float64(*value), true),
        Value::BigInt(big) => (crate::value::np::big(big), true),
        Value::Np(dtype, bits) => (Scalar::from_bits(*dtype, *bits), false),
        Value::Native(_) => return crate::value::complex::of(v),
        _ => return None,
    })
}

/// An operand of an elementwise operation.
pub enum Term {
    /// An array.
    Array(Chunk),
    /// A number, and whether it adapts.
    Number(Scalar, bool),
}

impl Term {
    /// What it is to promotion.
    pub fn operand(&self) -> Operand {
        match self {
            Term::Array(chunk) => Operand::Strong(chunk.dtype()),
            Term::Number(value, weak) => crate::ops::ir::number_operand(*value, *weak),
        }
    }

    /// Its shape.
    pub fn shape(&self) -> &[usize] {
        match self {
            Term::Array(chunk) => &chunk.shape,
            Term::Number(..) => &[],
        }
    }

    /// As an array.
    pub fn chunk(&self) -> Chunk {
        match self {
            Term::Array(chunk) => chunk.clone(),
            Term::Number(value, _) => Chunk::scalar(*value),
        }
    }
}

/// A value as an operand; `None` if it is nothing that NumPy computes with.
pub fn term(host: &mut dyn Host, v: &Value) -> Res<Option<Term>> {
    if let Some((value, weak)) = number(v) {
        return Ok(Some(Term::Number(value, weak)));
    }
    if let Some(array) = v.as_native::<NdArray>() {
        array.readable()?;
        return Ok(Some(Term::Array(array.chunk())));
    }
    if let Some(value) = super::times::of_datetime(v).or_else(|| super::texts::scalar(v)) {
        return Ok(Some(Term::Number(value, false)));
    }
    Ok(match v {
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => Some(Term::Array(array(host, v, None)?)),
        _ => None,
    })
}

/// The dtype of an array or NumPy scalar; `None` of anything else.
pub fn dtype_of(v: &Value) -> Option<DType> {
    match v {
        Value::Np(dtype, _) => Some(*dtype),
        other if super::texts::is_numpy(other) => super::texts::scalar(other).map(Scalar::dtype),
        other if crate::value::complex::of(other).is_some_and(|(_, weak)| !weak) => {
            crate::value::complex::of(other).map(|(value, _)| value.dtype())
        }
        other => match (other.as_native::<NdArray>(), other.as_native::<Array>()) {
            (Some(array), _) => Some(array.dtype()),
            (_, Some(array)) => Some(array.node.meta.dtype),
            _ => None,
        },
    }
}

/// Whether a value is a lazy array.
pub fn is_lazy(v: &Value) -> bool {
    v.as_native::<Array>().is_some()
}

/// Whether a value's class takes the functions of NumPy upon itself, so that its operators come before those of arrays.
pub fn overrides(v: &Value) -> bool {
    let names = ["__array_ufunc__", "__array_function__"];
    matches!(v, Value::Instance(object) if names.iter().any(|name| object.class.lookup(Sym::new(name)).is_some()))
}

/// What `np.asarray(v, dtype)` holds.
pub fn array(host: &mut dyn Host, v: &Value, wanted: Option<DType>) -> Res<Chunk> {
    let made = if let Some(array) = v.as_native::<NdArray>() {
        array.readable()?;
        array.chunk()
    } else if is_lazy(v) {
        let engine = host.engine();
        let computed = engine.compute(host, std::slice::from_ref(v), &[])?;
        let value = computed.first().cloned().unwrap_or(Value::None);
        return array(host, &value, wanted);
    } else if let (Some(of), false) = (wanted.filter(|of| of.is_time()), is_sequence(v)) {
        Chunk::scalar(super::times::element(v, of)?)
    } else if let (Some(of), false) = (wanted.filter(|of| of.is_text()), is_sequence(v)) {
        Chunk::scalar(super::texts::element(host, v, of)?)
    } else if let (Some(text), None) = (super::texts::scalar(v), wanted) {
        Chunk::scalar(text)
    } else if let Some((value, _)) = number(v) {
        check(v, value, wanted)?;
        Chunk::scalar(value)
    } else if let (Value::Instance(_), Some(own)) = (v, host.call_special(v, Sym::new("__array__"), &[])?) {
        if own.as_native::<NdArray>().is_none() {
            return Err(value_error("object __array__ method not producing an array"));
        }
        return array(host, &own, wanted);
    } else {
        nested(host, v, wanted)?
    };
    match wanted {
        Some(dtype) => crate::kernels::reduce::cast(&made, settled(made.dtype(), dtype)?),
        None => Ok(made),
    }
}

/// The dtype that elements of `from` get when `to` is asked for: times without a unit keep theirs.
///
/// # Errors
/// NumPy's of numbers that become moments of no unit.
pub fn settled(from: DType, to: DType) -> Res<DType> {
    if to.is_open() {
        return Ok(to.of_width(from.text_width()).closed());
    }
    match (from.unit(), to) {
        (Some(own), to) if to.unit().is_some_and(Unit::is_generic) => Ok(to.in_unit(own)),
        (None, DType::Datetime(unit)) if unit.is_generic() => {
            Err(value_error("Cannot convert a NumPy datetime value other than NaT with generic units")
                .help("say the unit: 'datetime64[D]'"))
        }
        _ if from.is_complex() && to.is_time() => {
            let text = format!("complex numbers are no {to}");
            Err(type_error(text).help("take the real part first: x.real"))
        }
        _ => Ok(to),
    }
}

/// A Python number that becomes an element of an array of this dtype (`None`: of the one it has): `OverflowError` if it
/// does not fit.
fn check(v: &Value, value: Scalar, wanted: Option<DType>) -> Res<()> {
    match (v, wanted) {
        (Value::BigInt(big), None) if value.whole().is_none() => Err(out_of_bounds(&big.to_string(), DType::Int64)),
        (Value::BigInt(big), Some(dtype)) if dtype.is_whole() && (value.whole().is_none() || !value.fits(dtype)) => {
            Err(out_of_bounds(&big.to_string(), dtype))
        }
        (Value::Int(_), Some(dtype)) if !value.fits(dtype) => Err(out_of_bounds(&value.text(), dtype)),
        (Value::Float(float), Some(dtype)) if dtype.is_whole() => {
            let whole = match number::truncate(*float)? {
                Value::Int(whole) => Scalar::Int64(whole),
                Value::BigInt(big) => crate::value::np::big(&big),
                _ => return Ok(()),
            };
            if whole.whole().is_some() && whole.fits(dtype) {
                return Ok(());
            }
            let shown = number::truncate(*float)?;
            let shown = number::as_int(&shown).map(|int| int.big().to_string()).unwrap_or_default();
            Err(out_of_bounds(&shown, dtype))
        }
        _ => Ok(()),
    }
}

fn is_sequence(v: &Value) -> bool {
    matches!(v, Value::List(_) | Value::Tuple(_) | Value::Range(_))
}

/// Sequences of sequences of numbers.
fn nested(host: &mut dyn Host, v: &Value, wanted: Option<DType>) -> Res<Chunk> {
    let mut flat = Flat { items: Vec::new(), dtype: None, shape: Vec::new() };
    host.enter()?;
    let done = flat.add(host, v, 0, wanted);
    host.leave();
    done?;
    let unsettled = wanted.is_some_and(|of| of.unit().is_some_and(Unit::is_generic));
    let unsettled = unsettled || wanted.is_some_and(DType::is_open);
    let dtype =
        if unsettled { flat.dtype.or(wanted) } else { wanted.or(flat.dtype) }.unwrap_or(DType::Float64).closed();
    with_dtype!(dtype, T => {
        let mut out = room::<T>(&flat.shape)?;
        out.extend(flat.items.iter().map(|item| <T as crate::data::Element>::cast(item.cast(dtype))));
        Ok(Chunk::of(out, flat.shape).typed(dtype))
    })
}

/// Numbers collected from nested sequences.
struct Flat {
    items: Vec<Scalar>,
    dtype: Option<DType>,
    shape: Vec<usize>,
}

/// Axes that an array may have.
const MAX_NDIM: usize = 64;

impl Flat {
    fn add(&mut self, host: &mut dyn Host, v: &Value, depth: usize, wanted: Option<DType>) -> Res<()> {
        if depth > MAX_NDIM {
            return Err(value_error("maximum supported dimension for an ndarray is currently 64"));
        }
        if let (Some(of), false) =
            (wanted.filter(|of| of.is_time()), is_sequence(v) || v.as_native::<NdArray>().is_some())
        {
            return self.leaf(super::times::element(v, of)?, depth);
        }
        if let (Some(of), false) =
            (wanted.filter(|of| of.is_text()), is_sequence(v) || v.as_native::<NdArray>().is_some())
        {
            return self.leaf(super::texts::element(host, v, of)?, depth);
        }
        if let (Some(text), None) = (super::texts::scalar(v), wanted) {
            return self.leaf(text, depth);
        }
        if let Some((value, _)) = number(v) {
            // In a list, NumPy's own integers must fit as well.
            match v {
                Value::Np(dtype, _) if dtype.is_whole() => check(&python(value), value, wanted)?,
                _ => check(v, value, wanted)?,
            }
            return self.leaf(value, depth);
        }
        if let Some(array) = v.as_native::<NdArray>() {
            return self.whole(&array.chunk(), depth);
        }
        let list = match v {
            Value::List(_) | Value::Tuple(_) => items(v).unwrap_or_default(),
            Value::Range(_) => iter::collect(host, v)?,
            Value::Str(text) => {
                let wanted = wanted.unwrap_or(DType::Float64);
                let value = match wanted.is_whole() {
                    true => element(host, v, wanted)?,
                    false => from_text(text.as_str(), wanted)?,
                };
                return self.leaf(value, depth);
            }
            other => return Err(not_numbers(other)),
        };
        self.size(depth, list.len())?;
        for item in &list {
            self.add(host, item, depth + 1, wanted)?;
        }
        Ok(())
    }

    fn size(&mut self, depth: usize, size: usize) -> Res<()> {
        match self.shape.get(depth) {
            None if self.items.is_empty() => {
                self.shape.push(size);
                Ok(())
            }
            Some(known) if *known == size => Ok(()),
            _ => Err(self.ragged(depth)),
        }
    }

    fn ragged(&self, depth: usize) -> Box<Raised> {
        let shown = crate::data::shape::show(self.shape.get(..depth).unwrap_or_default());
        value_error(format!(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after {depth} \
             dimensions. The detected shape was {shown} + inhomogeneous part."
        ))
        .help("all the lists at one depth must have the same length")
    }

    fn leaf(&mut self, value: Scalar, depth: usize) -> Res<()> {
        if depth < self.shape.len() {
            return Err(self.ragged(depth));
        }
        self.items.push(value);
        self.meet(value.dtype())
    }

    fn whole(&mut self, chunk: &Chunk, depth: usize) -> Res<()> {
        for (at, &size) in chunk.shape.iter().enumerate() {
            self.size(depth + at, size)?;
        }
        if depth + chunk.ndim() < self.shape.len() {
            return Err(self.ragged(depth));
        }
        self.meet(chunk.dtype())?;
        self.items.extend(chunk.positions().map(|at| chunk.at(at)));
        Ok(())
    }

    fn meet(&mut self, dtype: DType) -> Res<()> {
        let met = match self.dtype {
            None => Ok(dtype),
            Some(known) => known.common(dtype),
        };
        // What nothing holds together NumPy keeps as objects.
        self.dtype = Some(met.map_err(|error| match error.class {
            ExcClass::DTypePromotionError => {
                let text = "arrays of objects are not in rdask: moments and numbers have no dtype in common";
                Raised::new(ExcClass::NotImplementedError, text).help("keep them in a list, or say dtype=")
            }
            _ => error,
        })?);
        Ok(())
    }
}

fn from_text(text: &str, dtype: DType) -> Res<Scalar> {
    match text.trim().parse::<f64>() {
        Ok(value) => Ok(Scalar::Float64(value).cast(dtype)),
        Err(_) => Err(value_error(format!("could not convert string to float: '{text}'"))
            .help(format!("arrays hold {}; keep texts in a list", DType::KNOWN))),
    }
}

fn not_numbers(v: &Value) -> Box<Raised> {
    let name = kind::type_name(v);
    Raised::new(crate::data::ExcClass::NotImplementedError, format!("arrays of '{name}' objects are not in rdask yet"))
        .help(format!("arrays hold {}; keep other things in a list", DType::KNOWN))
}

/// A Python number as an element of an array of this dtype; `OverflowError` if it does not fit.
pub fn element(host: &mut dyn Host, v: &Value, dtype: DType) -> Res<Scalar> {
    if dtype.is_time() && v.as_native::<NdArray>().is_none() && !is_sequence(v) {
        return super::times::element(v, dtype);
    }
    if dtype.is_text() && v.as_native::<NdArray>().is_none() && !is_sequence(v) {
        return super::texts::element(host, v, dtype);
    }
    match (number(v), v) {
        (Some((value, _)), _) => {
            check(v, value, Some(dtype))?;
            Ok(value.cast(dtype))
        }
        (None, Value::Str(text)) if dtype.is_whole() => {
            let int = crate::value::parse::int(text.as_str(), 10)?;
            element(host, &int, dtype)
        }
        (None, Value::Str(text)) => from_text(text.as_str(), dtype),
        _ => {
            let chunk = array(host, v, None)?;
            if chunk.size() == 1 {
                Ok(chunk.only().cast(dtype))
            } else {
                Err(value_error("setting an array element with a sequence."))
            }
        }
    }
}

/// The Python value of an element: `bool`, `int` or `float`.
pub fn python(value: Scalar) -> Value {
    match value {
        Scalar::Time(value, of) => super::times::python(value, of),
        Scalar::Text(text, DType::Text(_)) => Value::str(text.str()),
        Scalar::Text(text, _) => crate::value::bytes::value(text.bytes()),
        number => crate::value::np::python(number),
    }
}

/// Nested lists of Python numbers, as `tolist` gives them.
pub fn to_list(chunk: &Chunk) -> Value {
    if chunk.ndim() == 0 {
        return python(chunk.only());
    }
    let count = chunk.shape.first().copied().unwrap_or(0);
    Value::list((0..count).map(|at| to_list(&chunk.index_axis(0, at))).collect())
}

/// The array or NumPy scalar that a function gives: a scalar if it has no axes.
pub fn result(chunk: Chunk) -> Value {
    if chunk.ndim() == 0 { np_scalar(chunk.only()) } else { NdArray::value(chunk) }
}

/// A NumPy scalar as an array without axes; anything else as it is.
pub fn without_axes(v: Value) -> Value {
    match number(&v) {
        Some((value, false)) if !matches!(v, Value::Bool(_)) => NdArray::value(Chunk::scalar(value)),
        _ if super::texts::is_numpy(&v) => match super::texts::scalar(&v) {
            Some(text) => NdArray::value(Chunk::scalar(text)),
            None => v,
        },
        _ => v,
    }
}

/// A cast that a rule does not allow: NumPy's `TypeError`, which begins with `what`.
pub fn check_cast(from: DType, to: DType, casting: &Value, what: &str) -> Res<()> {
    let rule = casting.as_str().unwrap_or("unsafe");
    let holds = match rule {
        "no" | "equiv" => from == to,
        "safe" => from.casts_safely(to),
        "same_kind" => from.casts_safely(to) || from.casts_same_kind(to),
        "unsafe" => true,
        other => {
            return Err(value_error(format!(
                "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', 'same_value' (got '{other}')"
            )));
        }
    };
    if holds {
        return Ok(());
    }
    Err(type_error(format!(
        "{what} from dtype('{}') to dtype('{}') according to the rule '{rule}'",
        from.quoted(),
        to.quoted()
    )))
}

/// The tuple of a shape.
pub fn shape_value(shape: &[usize]) -> Value {
    Value::tuple(shape.iter().map(|&n| Value::Int(n as i64)).collect::<Vec<Value>>())
}

/// A flag argument.
pub fn flag(host: &mut dyn Host, v: &Value) -> Res<bool> {
    kind::truth(host, v)
}

/// Arguments that rdask accepts for the sake of signatures but can't honour: they must be left at `None`.
pub fn must_be_none(v: &Value, name: &str) -> Res<()> {
    match v {
        Value::None => Ok(()),
        _ => Err(Raised::new(crate::data::ExcClass::NotImplementedError, format!("{name}= is not in rdask yet"))),
    }
}

/// The array behind a value that must be one, for methods.
pub fn this(v: &Value) -> Res<&NdArray> {
    v.as_native::<NdArray>().ok_or_else(|| {
        type_error(format!("descriptor requires a 'numpy.ndarray' object but received a '{}'", kind::type_name(v)))
    })
}

/// The items of a sequence of arrays, for `concatenate` and the like.
pub fn sequence(host: &mut dyn Host, v: &Value) -> Res<Vec<Value>> {
    match items(v) {
        Some(items) => Ok(items),
        None => iter::collect(host, v),
    }
}
