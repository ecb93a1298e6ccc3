//! `Text`: an element of an array of fixed strings (`<U5`, `S5`).

use std::cmp::Ordering;
use std::sync::{LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashSet;

use super::dtype::{Kind, Width};
use super::quote::{quote, quoted};
use super::raised::{ExcClass, Raised, Res, value_error};
use super::time::{self, Unit};
use super::{DType, Scalar, Ticks};

/// Bytes that an element holds in place.
const ROOM: usize = 30;

/// Characters (as UTF-8) or bytes, without the NULs at the end: what `numpy.str_` and `numpy.bytes_` are in an array. The
/// width stands in the dtype; elements are copied like numbers.
#[derive(Clone, Copy)]
pub enum Text {
    /// So many bytes, in place.
    Short(u8, [u8; ROOM]),
    /// Longer: each kept once, as long as the process lives.
    Long(&'static [u8]),
}

/// The longer ones.
static LONG: LazyLock<Mutex<FxHashSet<&'static [u8]>>> = LazyLock::new(Mutex::default);

impl Text {
    /// No characters.
    pub const EMPTY: Text = Text::Short(0, [0; ROOM]);

    /// Of these bytes; NULs at the end are none of it.
    pub fn new(bytes: &[u8]) -> Text {
        let end = bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
        let bytes = bytes.get(..end).unwrap_or_default();
        let mut room = [0; ROOM];
        if let Some(place) = room.get_mut(..bytes.len()) {
            place.copy_from_slice(bytes);
            return Text::Short(bytes.len() as u8, room);
        }
        let mut kept = LONG.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.get(bytes) {
            return Text::Long(known);
        }
        let made: &'static [u8] = Box::leak(bytes.into());
        kept.insert(made);
        Text::Long(made)
    }

    /// Of this text.
    pub fn of(text: &str) -> Text {
        Text::new(text.as_bytes())
    }

    /// Its bytes: of characters their UTF-8.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Text::Short(count, bytes) => bytes.get(..usize::from(*count)).unwrap_or_default(),
            Text::Long(bytes) => bytes,
        }
    }

    /// Its characters; none where the bytes are no UTF-8.
    pub fn str(&self) -> &str {
        std::str::from_utf8(self.bytes()).unwrap_or("")
    }

    /// How many characters it has.
    pub fn chars(&self) -> usize {
        let bytes = self.bytes();
        if bytes.is_ascii() { bytes.len() } else { self.str().chars().count() }
    }

    /// How wide a dtype of this kind must be to hold it.
    pub fn width(&self, kind: Kind) -> u32 {
        let width = if kind == Kind::Text { self.chars() } else { self.bytes().len() };
        u32::try_from(width).unwrap_or(u32::MAX)
    }

    /// A number that no other text is likely to have.
    pub fn digest(&self) -> u128 {
        use std::hash::{DefaultHasher, Hasher};
        let half = |seed: u64| {
            let mut hasher = DefaultHasher::new();
            hasher.write_u64(seed);
            hasher.write(self.bytes());
            hasher.finish()
        };
        u128::from(half(0)) | u128::from(half(1)) << 64
    }

    /// What of it fits a dtype.
    #[must_use]
    pub fn cut(self, dtype: DType) -> Text {
        let bytes = self.bytes();
        match dtype {
            DType::Bytes(width) if bytes.len() > width.0 as usize => {
                Text::new(bytes.get(..width.0 as usize).unwrap_or_default())
            }
            DType::Text(width) if bytes.len() > width.0 as usize => {
                let end = self.str().char_indices().nth(width.0 as usize).map_or(bytes.len(), |(at, _)| at);
                Text::new(bytes.get(..end).unwrap_or_default())
            }
            _ => self,
        }
    }

    /// Both, one after the other.
    #[must_use]
    pub fn followed_by(self, other: Text) -> Text {
        let both = [self.bytes(), other.bytes()].concat();
        Text::new(&both)
    }
}

/// The element of this dtype that a text says.
///
/// # Errors
/// NumPy's `ValueError` for a text that says none, `OverflowError` for a number that does not fit.
pub fn parse(text: Text, from: DType, to: DType) -> Res<Scalar> {
    let said = || match from {
        DType::Bytes(_) => quoted(text.bytes()),
        _ => quote(text.str()),
    };
    let shown = || Scalar::Text(text, from).repr();
    let whole = if matches!(from, DType::Bytes(_)) { said() } else { shown() };
    let plain = text.str().trim().replace('_', "");
    match to.kind() {
        Kind::Bool => Ok(Scalar::Bool(!text.bytes().is_empty())),
        Kind::Int | Kind::UInt => {
            let Ok(value) = plain.parse::<i128>() else {
                return Err(value_error(format!("invalid literal for int() with base 10: {whole}")));
            };
            match to.bounds() {
                Some((low, high)) if (low..=high).contains(&value) => Ok(match u64::try_from(value) {
                    Ok(value) => Scalar::UInt64(value).cast(to),
                    Err(_) => Scalar::Int64(value as i64).cast(to),
                }),
                _ => Err(super::scalar::out_of_bounds(&value.to_string(), to)),
            }
        }
        Kind::Float => match float_of(&plain) {
            Some(value) => Ok(Scalar::Float64(value).cast(to)),
            None => Err(value_error(format!("could not convert string to float: {}", shown()))),
        },
        Kind::Complex => match complex_of(&plain) {
            Some((re, im)) => Ok(Scalar::Complex128(super::complex::C64::new(re, im)).cast(to)),
            None => Err(value_error("complex() arg is a malformed string")),
        },
        Kind::Text if matches!(from, DType::Bytes(_)) && !text.bytes().is_ascii() => {
            let (at, byte) =
                text.bytes().iter().enumerate().find(|(_, byte)| !byte.is_ascii()).map_or((0, 0), |(at, &b)| (at, b));
            let message =
                format!("'ascii' codec can't decode byte {byte:#x} in position {at}: ordinal not in range(128)");
            Err(Raised::new(ExcClass::UnicodeDecodeError, message))
        }
        Kind::Bytes if matches!(from, DType::Text(_)) && !text.bytes().is_ascii() => {
            let (at, c) = text.str().chars().enumerate().find(|(_, c)| !c.is_ascii()).unwrap_or((0, ' '));
            let shown = escaped(c);
            let message =
                format!("'ascii' codec can't encode character '{shown}' in position {at}: ordinal not in range(128)");
            Err(Raised::new(ExcClass::UnicodeEncodeError, message))
        }
        Kind::Text | Kind::Bytes => Ok(Scalar::Text(text, from).cast(to)),
        Kind::Datetime if !to.unit().is_some_and(Unit::is_generic) => {
            let unit = to.unit().unwrap_or(Unit::GENERIC);
            Ok(Scalar::Time(time::parse(text.str())?.ticks(unit), to))
        }
        Kind::Timedelta if plain.parse::<i64>().is_ok() => Ok(Scalar::Time(Ticks(plain.parse().unwrap_or(0)), to)),
        Kind::Timedelta if plain.eq_ignore_ascii_case("nat") || plain.is_empty() => Ok(Scalar::Time(Ticks::NAT, to)),
        Kind::Timedelta | Kind::Datetime => {
            let text = format!("texts are not converted to {to} here: {}", said());
            Err(Raised::new(ExcClass::NotImplementedError, text)
                .help("np.array(x.tolist(), dtype='datetime64[s]') does"))
        }
    }
}

/// A character by its number.
fn escaped(c: char) -> String {
    match u32::from(c) {
        n if n < 0x100 => format!("\\x{n:02x}"),
        n if n < 0x10000 => format!("\\u{n:04x}"),
        n => format!("\\U{n:08x}"),
    }
}

fn float_of(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// `a+bj`, as Python reads it.
fn complex_of(text: &str) -> Option<(f64, f64)> {
    let bare = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text).trim();
    let Some(imaginary) = bare.strip_suffix(['j', 'J']) else { return float_of(bare).map(|re| (re, 0.0)) };
    let split = imaginary.char_indices().rev().find(|&(at, c)| {
        let before = imaginary.get(..at).and_then(|start| start.chars().last());
        matches!(c, '+' | '-') && at > 0 && !matches!(before, Some('e' | 'E'))
    });
    let unit = |text: &str| match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        number => float_of(number),
    };
    match split {
        Some((at, _)) => Some((float_of(imaginary.get(..at)?)?, unit(imaginary.get(at..)?)?)),
        None => Some((0.0, unit(imaginary)?)),
    }
}

impl Default for Text {
    fn default() -> Text {
        Text::EMPTY
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.bytes() == other.bytes()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Text) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By code points, which is the order of their UTF-8.
impl Ord for Text {
    fn cmp(&self, other: &Text) -> Ordering {
        self.bytes().cmp(other.bytes())
    }
}

impl std::hash::Hash for Text {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.bytes().hash(state);
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(self.bytes()))
    }
}

impl DType {
    /// The dtype of texts with a name: `U5`, `<U5`, `S3`, `str`; `None` of another name. Without a width the elements say it.
    pub fn text_named(name: &str) -> Option<DType> {
        let bare = name.strip_prefix(['<', '=', '|']).unwrap_or(name);
        match bare {
            "str" | "str_" => return Some(DType::TEXTS),
            "bytes" | "bytes_" => return Some(DType::BYTES),
            _ => {}
        }
        let width = |rest: &str| match rest {
            "" => Some(0),
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse::<u32>().ok(),
            _ => None,
        };
        match (bare.strip_prefix('U'), bare.strip_prefix('S')) {
            (Some(rest), _) => width(rest).filter(|width| *width < 1 << 29).map(|width| DType::Text(Width(width))),
            (_, Some(rest)) => width(rest).filter(|width| *width < 1 << 31).map(|width| DType::Bytes(Width(width))),
            _ => None,
        }
    }

    /// Whether its elements are fixed strings, of characters or of bytes.
    pub fn is_text(self) -> bool {
        matches!(self, DType::Text(_) | DType::Bytes(_))
    }

    /// How many characters or bytes an element has, at most.
    pub fn width(self) -> Option<u32> {
        match self {
            DType::Text(width) | DType::Bytes(width) => Some(width.0),
            _ => None,
        }
    }

    /// The same class of fixed strings with another width; any other dtype stays.
    #[must_use]
    pub fn of_width(self, width: u32) -> DType {
        match self {
            DType::Text(_) => DType::Text(Width(width)),
            DType::Bytes(_) => DType::Bytes(Width(width)),
            other => other,
        }
    }

    /// Whether it is fixed strings of a width that the elements are to say.
    pub fn is_open(self) -> bool {
        self.width() == Some(0)
    }

    /// How many bytes of memory an element takes: fixed strings are as wide as the widest that stands in place.
    pub fn held(self) -> usize {
        if self.is_text() { size_of::<Text>() } else { self.itemsize() }
    }

    /// With room for one character at least: no array has elements of none.
    #[must_use]
    pub fn closed(self) -> DType {
        if self.is_open() { self.of_width(1) } else { self }
    }

    /// How many characters NumPy gives elements of this dtype as text.
    pub fn text_width(self) -> u32 {
        match self {
            DType::Bool => 5,
            DType::Int8 => 4,
            DType::UInt8 => 3,
            DType::Int16 => 6,
            DType::UInt16 => 5,
            DType::Int32 => 11,
            DType::UInt32 => 10,
            DType::Int64 => 21,
            DType::UInt64 => 20,
            DType::Float32 | DType::Float64 => 32,
            DType::Complex64 | DType::Complex128 => 64,
            DType::Timedelta(_) => 21,
            DType::Datetime(_) => 28,
            DType::Text(width) | DType::Bytes(width) => width.0,
        }
    }
}
