//! What dtypes are where moments and durations take part: their units and names, and what two dtypes have in common.

use super::{Unit, unit_named};
use crate::data::DType;
use crate::data::dtype::Kind;
use crate::data::raised::{ExcClass, Raised, Res, type_error};

impl DType {
    /// The unit of moments and durations.
    pub fn unit(self) -> Option<Unit> {
        match self {
            DType::Timedelta(unit) | DType::Datetime(unit) => Some(unit),
            _ => None,
        }
    }

    /// Whether its elements are moments or durations.
    pub fn is_time(self) -> bool {
        self.unit().is_some()
    }

    /// The same class of times in another unit; a dtype of numbers stays.
    #[must_use]
    pub fn in_unit(self, unit: Unit) -> DType {
        match self {
            DType::Timedelta(_) => DType::Timedelta(unit),
            DType::Datetime(_) => DType::Datetime(unit),
            number => number,
        }
    }

    /// The dtype of times with a name: `datetime64[D]`, `M8`, `<m8[25s]`; `None` of another name, an error of a unit that
    /// is none.
    pub fn time_named(name: &str) -> Option<Res<DType>> {
        let bare = name.strip_prefix(['<', '=']).unwrap_or(name);
        let starts: [(&str, DType); 4] = [
            ("datetime64", DType::Datetime(Unit::GENERIC)),
            ("timedelta64", DType::Timedelta(Unit::GENERIC)),
            ("M8", DType::Datetime(Unit::GENERIC)),
            ("m8", DType::Timedelta(Unit::GENERIC)),
        ];
        let (rest, dtype) = match bare {
            "M" => ("", DType::Datetime(Unit::GENERIC)),
            "m" => ("", DType::Timedelta(Unit::GENERIC)),
            _ => starts.iter().find_map(|(start, dtype)| Some((bare.strip_prefix(start)?, *dtype)))?,
        };
        if rest.is_empty() {
            return Some(Ok(dtype));
        }
        if !rest.starts_with('[') {
            return None;
        }
        Some(match rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(unit) => unit_named(unit, Some(rest)).map(|unit| dtype.in_unit(unit)),
            None => Err(type_error(format!("Invalid datetime metadata string \"{rest}\""))),
        })
    }

    /// [`DType::promote`], or NumPy's error where nothing holds both.
    pub fn common(self, other: DType) -> Res<DType> {
        let none = || Err(no_common(&[self, other]));
        match (self, other) {
            (text, other) if text.is_text() || other.is_text() => Ok(self.promote(other)),
            (DType::Timedelta(a), DType::Timedelta(b)) => a.common(b, true).map(DType::Timedelta),
            (DType::Datetime(a), DType::Datetime(b))
            | (DType::Datetime(a), DType::Timedelta(b))
            | (DType::Timedelta(a), DType::Datetime(b)) => a.common(b, false).map(DType::Datetime),
            (time @ DType::Timedelta(_), number) | (number, time @ DType::Timedelta(_)) => match number.kind() {
                Kind::Bool | Kind::Int | Kind::UInt => Ok(time),
                _ => none(),
            },
            (DType::Datetime(_), _) | (_, DType::Datetime(_)) => none(),
            _ => Ok(self.promote(other)),
        }
    }

    /// What all of these have in common; `None` of none.
    pub fn common_of(all: impl IntoIterator<Item = DType>) -> Res<Option<DType>> {
        let mut found: Option<DType> = None;
        for dtype in all {
            found = Some(match found {
                None => dtype,
                // NumPy makes moments of durations among them only by force.
                Some(known) if known.kind() != dtype.kind() && known.is_time() && dtype.is_time() => {
                    let (from, to) = if matches!(dtype, DType::Timedelta(_)) { (dtype, known) } else { (known, dtype) };
                    return Err(from.cast_error(to, "same_kind"));
                }
                Some(known) => known.common(dtype)?,
            });
        }
        Ok(found)
    }

    /// `<class 'numpy.dtypes.Int64DType'>`, as messages name it.
    pub fn class_text(self) -> String {
        format!("<class 'numpy.dtypes.{}'>", self.dtype_class())
    }

    /// Whether products of elements are computed here.
    ///
    /// # Errors
    /// `NotImplementedError` for moments and durations.
    pub fn check_product(self) -> Res<()> {
        if self.is_text() {
            let shown = self.quoted();
            let types = format!("(dtype('{shown}'), dtype('{shown}'))");
            let text = format!("ufunc 'matmul' did not contain a loop with signature matching types {types} -> None");
            return Err(Raised::new(ExcClass::UFuncTypeError, text));
        }
        if !self.is_time() {
            return Ok(());
        }
        let text = format!("products of {self} arrays along axes are not in rdask");
        Err(Raised::new(ExcClass::NotImplementedError, text).help("convert to numbers first: x.astype(int)"))
    }
}

/// NumPy's error for dtypes of which no dtype holds all.
pub fn no_common(all: &[DType]) -> Box<Raised> {
    let shown: Vec<String> = all.iter().map(|dtype| dtype.class_text()).collect();
    let (first, second) = (shown.first().map_or("", String::as_str), shown.get(1).map_or("", String::as_str));
    let text = format!(
        "The DType {first} could not be promoted by {second}. This means that no common DType exists for the given \
         inputs. For example they cannot be stored in a single array unless the dtype is `object`. The full list of \
         DTypes is: ({})",
        shown.join(", ")
    );
    Raised::new(ExcClass::DTypePromotionError, text).help("convert one of them first, with .astype()")
}
