//! Arrays as text, to the character as NumPy 2.4 prints them (`numpy.array2string`, `numpy.array_repr`).

use crate::data::{DType, Scalar, float};

/// How arrays are printed (`numpy.set_printoptions`).
#[derive(Clone, Debug, PartialEq)]
pub struct PrintOptions {
    /// Digits after the point, at most.
    pub precision: usize,
    /// Elements from which on the middle is left out.
    pub threshold: usize,
    /// Elements kept at each end of a summarised axis.
    pub edgeitems: usize,
    /// Characters in a line.
    pub linewidth: usize,
    /// Never use exponents for small numbers.
    pub suppress: bool,
    /// `+`, space or `-`.
    pub sign: char,
    /// How NaN is written.
    pub nanstr: String,
    /// How infinity is written.
    pub infstr: String,
    /// Whether all floats have `precision` digits (`fixed`), as many as the longest (`maxprec_equal`), or their own.
    pub floatmode: FloatMode,
}

/// `floatmode` of `numpy.set_printoptions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FloatMode {
    /// Exactly `precision` digits.
    Fixed,
    /// As many digits as needed, whatever `precision` says.
    Unique,
    /// At most `precision` digits, fewer where they suffice.
    MaxPrec,
    /// At most `precision` digits, the same number for all.
    MaxPrecEqual,
}

impl Default for PrintOptions {
    fn default() -> PrintOptions {
        PrintOptions {
            precision: 8,
            threshold: 1000,
            edgeitems: 3,
            linewidth: 75,
            suppress: false,
            sign: '-',
            nanstr: "nan".into(),
            infstr: "inf".into(),
            floatmode: FloatMode::MaxPrec,
        }
    }
}

/// An element, as the printer reads it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Elem {
    /// Of a bool array.
    Bool(bool),
    /// Of an integer array.
    Int(i128),
    /// Of a float32 array.
    F32(f32),
    /// Of a float64 array.
    F64(f64),
    /// Of a complex64 array.
    C32(f32, f32),
    /// Of a complex128 array.
    C64(f64, f64),
    /// Of an array of moments or durations.
    Time(Scalar),
    /// Of an array of fixed strings.
    Text(Scalar),
}

/// An array as the printer sees it.
pub struct Printed<'a> {
    /// Its dtype.
    pub dtype: DType,
    /// Its shape.
    pub shape: &'a [usize],
    /// The element at an index (one number for each axis).
    pub get: &'a dyn Fn(&[usize]) -> Elem,
}

impl Printed<'_> {
    fn size(&self) -> usize {
        crate::data::shape::count(self.shape)
    }
}

/// `repr(array)`.
pub fn array_repr(array: &Printed<'_>, options: &PrintOptions) -> String {
    array_repr_as("array", array, options)
}

/// `repr(array)` of a class of arrays.
pub fn array_repr_as(class: &str, array: &Printed<'_>, options: &PrintOptions) -> String {
    let prefix = format!("{class}(");
    let text = array2string(array, options, ", ", prefix.len(), 1);
    let mut extras = Vec::new();
    let size = array.size();
    if (size == 0 && array.shape != [0]) || size > options.threshold {
        extras.push(format!("shape={}", shape_text(array.shape)));
    }
    if size == 0 || !matches!(array.dtype, DType::Bool | DType::Int64 | DType::Float64 | DType::Complex128) {
        extras.push(match array.dtype.unit().is_some_and(|unit| !unit.is_generic()) {
            _ if array.dtype.is_text() => format!("dtype='{}'", array.dtype.type_str()),
            true => format!("dtype='{}'", array.dtype.name()),
            false => format!("dtype={}", array.dtype.name()),
        });
    }
    if extras.is_empty() {
        return format!("{prefix}{text})");
    }
    let text = format!("{prefix}{text},");
    let extras = extras.join(", ") + ")";
    let last_line = chars(text.get(text.rfind('\n').map_or(0, |at| at + 1)..).unwrap_or(""));
    let spacer = if last_line + extras.len() + 1 > options.linewidth {
        format!("\n{}", " ".repeat(prefix.len()))
    } else {
        " ".to_owned()
    };
    text + &spacer + &extras
}

/// How many characters a text has.
fn chars(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// `str(array)` of an array with one axis or more (of a 0-d array `str` is that of its scalar).
pub fn array_str(array: &Printed<'_>, options: &PrintOptions) -> String {
    array2string(array, options, " ", 0, 0)
}

/// A shape as Python prints a tuple.
pub fn shape_text(shape: &[usize]) -> String {
    match shape {
        [one] => format!("({one},)"),
        many => format!("({})", many.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// `numpy.array2string`: `prefix` characters stand before the text on its first line, `suffix` after its last.
pub fn array2string(
    array: &Printed<'_>,
    options: &PrintOptions,
    separator: &str,
    prefix: usize,
    suffix: usize,
) -> String {
    if array.size() == 0 {
        return "[]".to_owned();
    }
    let summarised = array.size() > options.threshold;
    let shown = shown_indices(array.shape, summarised.then_some(options.edgeitems));
    let mut elements = Vec::new();
    visit(&shown, &mut Vec::new(), &mut |index| elements.push((array.get)(index)));
    let format = Format::of(array, &elements, options);
    let writer = Writer { array, format, separator, edge: summarised.then_some(options.edgeitems) };
    let width = options.linewidth.saturating_sub(suffix);
    writer.write(&mut Vec::new(), &" ".repeat(prefix + 1), width as isize)
}

/// The positions along each axis that are printed.
fn shown_indices(shape: &[usize], edge: Option<usize>) -> Vec<Vec<usize>> {
    let axis = |&length: &usize| match edge {
        Some(edge) if length > 2 * edge => (0..edge).chain(length - edge..length).collect(),
        _ => (0..length).collect(),
    };
    shape.iter().map(axis).collect()
}

fn visit(shown: &[Vec<usize>], index: &mut Vec<usize>, each: &mut dyn FnMut(&[usize])) {
    match shown.get(index.len()) {
        None => each(index),
        Some(axis) => {
            for &at in axis {
                index.push(at);
                visit(shown, index, each);
                index.pop();
            }
        }
    }
}

/// How one element is written.
enum Format {
    Bool {
        alone: bool,
    },
    Int {
        width: usize,
        sign: char,
    },
    Float(FloatFormat),
    /// Right-justified.
    Time {
        width: usize,
    },
    /// Each as long as it is.
    Text,
    /// The real parts and the imaginary ones.
    Complex(Box<(FloatFormat, FloatFormat)>),
}

impl Format {
    fn of(array: &Printed<'_>, elements: &[Elem], options: &PrintOptions) -> Format {
        match array.dtype {
            DType::Bool => Format::Bool { alone: array.shape.is_empty() },
            DType::Float32 | DType::Float64 => Format::Float(FloatFormat::of(elements, array.dtype, options)),
            DType::Complex64 | DType::Complex128 => {
                Format::Complex(Box::new(complex_format(elements, array.dtype, options)))
            }
            DType::Timedelta(_) | DType::Datetime(_) => Format::Time { width: time_width(elements) },
            DType::Text(_) | DType::Bytes(_) => Format::Text,
            _ => int_format(elements, options.sign),
        }
    }

    fn write(&self, element: Elem) -> String {
        match (self, element) {
            (Format::Bool { alone: false }, Elem::Bool(true)) => " True".to_owned(),
            (_, Elem::Bool(value)) => if value { "True" } else { "False" }.to_owned(),
            (Format::Int { width, sign }, Elem::Int(value)) => format!("{:>width$}", signed(value, *sign)),
            (Format::Float(format), Elem::F64(value)) => format.write(value, &Digits::of64(value)),
            (Format::Float(format), Elem::F32(value)) => format.write(f64::from(value), &Digits::of32(value)),
            (Format::Complex(formats), Elem::C32(re, im)) => {
                let re = formats.0.write(f64::from(re), &Digits::of32(re));
                re + &imaginary(&formats.1.write(f64::from(im), &Digits::of32(im)))
            }
            (Format::Complex(formats), Elem::C64(re, im)) => {
                formats.0.write(re, &Digits::of64(re)) + &imaginary(&formats.1.write(im, &Digits::of64(im)))
            }
            (Format::Time { width }, Elem::Time(value)) => format!("{:>width$}", time_text(value)),
            (_, Elem::Text(Scalar::Text(text, DType::Text(_)))) => crate::value::repr::quote(text.str()),
            (_, Elem::Text(bytes)) => bytes.text(),
            (_, other) => format!("{other:?}"),
        }
    }
}

/// A moment in quotes, a duration as a number.
fn time_text(value: Scalar) -> String {
    match value {
        Scalar::Time(ticks, _) if ticks.is_nat() => "'NaT'".to_owned(),
        Scalar::Time(ticks, DType::Timedelta(_)) => ticks.0.to_string(),
        moment => format!("'{}'", moment.text()),
    }
}

/// The width of the first and the last one, and of NaT where there is one, as NumPy measures.
fn time_width(elements: &[Elem]) -> usize {
    let times =
        || elements.iter().filter_map(|element| if let Elem::Time(value) = element { Some(*value) } else { None });
    let known = || times().filter(|value| !value.is_nan());
    let ticks = |value: &Scalar| value.as_ticks().0;
    let ends = [known().min_by_key(ticks), known().max_by_key(ticks)];
    let width = ends.into_iter().flatten().map(|value| time_text(value).len()).max().unwrap_or(0);
    if times().any(Scalar::is_nan) { width.max(5) } else { width }
}

/// The letter comes before the spaces at the end.
fn imaginary(text: &str) -> String {
    let bare = text.trim_end();
    format!("{bare}j{}", text.get(bare.len()..).unwrap_or(""))
}

fn complex_format(elements: &[Elem], dtype: DType, options: &PrintOptions) -> (FloatFormat, FloatFormat) {
    let parts = |pick: fn(&Elem) -> Elem| elements.iter().map(pick).collect::<Vec<Elem>>();
    let real = parts(|element| match *element {
        Elem::C32(re, _) => Elem::F32(re),
        Elem::C64(re, _) => Elem::F64(re),
        other => other,
    });
    let imag = parts(|element| match *element {
        Elem::C32(_, im) => Elem::F32(im),
        Elem::C64(_, im) => Elem::F64(im),
        other => other,
    });
    let signed = PrintOptions { sign: '+', ..options.clone() };
    (FloatFormat::of(&real, dtype.real(), options), FloatFormat::of(&imag, dtype.real(), &signed))
}

fn signed(value: i128, sign: char) -> String {
    if value >= 0 && sign != '-' { format!("{sign}{value}") } else { value.to_string() }
}

fn int_format(elements: &[Elem], sign: char) -> Format {
    let values = || elements.iter().map(|element| if let Elem::Int(value) = element { *value } else { 0 });
    let (low, high) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
    let sign = if sign == ' ' && low < 0 { '-' } else { sign };
    let width = signed(high, sign).len().max(low.to_string().len());
    Format::Int { width, sign }
}

/// The shortest decimal digits that read back as the number, without its sign.
struct Digits {
    /// Digits, the first not 0 unless the number is 0.
    digits: String,
    /// Power of ten of the first digit.
    exponent: i32,
}

impl Digits {
    fn of64(value: f64) -> Digits {
        let (digits, exponent) = if value.is_finite() { float::digits64(value.abs()) } else { (String::new(), 0) };
        Digits { digits, exponent }
    }

    fn of32(value: f32) -> Digits {
        let (digits, exponent) = if value.is_finite() { float::digits32(value.abs()) } else { (String::new(), 0) };
        Digits { digits, exponent }
    }

    /// Digits after the point in positional notation, if no fewer than needed are written.
    fn fraction(&self) -> usize {
        let needed = self.digits.len() as i32 - 1 - self.exponent;
        let zero = self.digits == "0";
        if zero { 0 } else { usize::try_from(needed).unwrap_or(0) }
    }
}

/// `FloatingFormat` of NumPy: the choice between positional and scientific, and the widths, for all elements at once.
struct FloatFormat {
    scientific: bool,
    /// Digits after the point: exactly (`keep`) or at most; `None`: as many as needed.
    precision: Option<usize>,
    /// Whether all have `precision` digits: exact ones where the shortest are fewer, as in NumPy.
    keep: bool,
    left: usize,
    right: usize,
    exponent_digits: usize,
    sign: char,
    nanstr: String,
    infstr: String,
}

impl FloatFormat {
    fn of(elements: &[Elem], dtype: DType, options: &PrintOptions) -> FloatFormat {
        let number = |element: &Elem| match element {
            Elem::F32(value) => (f64::from(*value), Digits::of32(*value)),
            Elem::F64(value) => (*value, Digits::of64(*value)),
            _ => (0.0, Digits::of64(0.0)),
        };
        let all: Vec<(f64, Digits)> = elements.iter().map(number).collect();
        let finite: Vec<&(f64, Digits)> = all.iter().filter(|(value, _)| value.is_finite()).collect();
        let mut format = FloatFormat {
            scientific: scientific(&finite, dtype, options.suppress),
            precision: (options.floatmode != FloatMode::Unique).then_some(options.precision),
            keep: false,
            left: 0,
            right: 0,
            exponent_digits: 2,
            sign: options.sign,
            nanstr: options.nanstr.clone(),
            infstr: options.infstr.clone(),
        };
        if !finite.is_empty() {
            format.measure(&finite, options.floatmode);
        }
        if format.sign == ' ' && !finite.iter().any(|(value, _)| value.is_sign_negative()) {
            format.left += 1;
        }
        if finite.len() != all.len() {
            let negative = options.sign != '-' || all.iter().any(|(value, _)| *value == f64::NEG_INFINITY);
            let offset = format.right + 1;
            let infinity = options.infstr.len() + usize::from(negative);
            let wanted = options.nanstr.len().saturating_sub(offset).max(infinity.saturating_sub(offset));
            format.left = format.left.max(wanted);
        }
        format
    }

    /// A first pass over all numbers: widths, and the number of digits that all get.
    fn measure(&mut self, finite: &[&(f64, Digits)], mode: FloatMode) {
        self.keep = mode == FloatMode::Fixed;
        let (mut left, mut right, mut exponent) = (0, 0, 2);
        for (value, digits) in finite {
            let text = if self.scientific { self.mantissa(*value, digits).0 } else { self.positional(*value, digits) };
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            left = left.max(whole.len());
            right = right.max(fraction.len());
            if self.scientific {
                let power = self.mantissa(*value, digits).1;
                exponent = exponent.max(power.unsigned_abs().to_string().len());
            }
        }
        self.left = left;
        if self.scientific {
            self.exponent_digits = exponent;
            self.precision = Some(right);
            self.keep = true;
            self.right = exponent + 2 + right;
        } else {
            self.right = right;
            if matches!(mode, FloatMode::Fixed | FloatMode::MaxPrecEqual) {
                self.precision = Some(right);
                self.keep = true;
            }
        }
    }

    fn write(&self, value: f64, digits: &Digits) -> String {
        if !value.is_finite() {
            let sign = match value {
                v if v < 0.0 => "-",
                _ if self.sign == '+' => "+",
                _ => "",
            };
            let word = if value.is_nan() { &self.nanstr } else { &self.infstr };
            return format!("{:>1$}", format!("{sign}{word}"), self.left + self.right + 1);
        }
        if self.scientific {
            let (mantissa, power) = self.mantissa(value, digits);
            let (whole, fraction) = mantissa.split_once('.').unwrap_or((&mantissa, ""));
            let sign = if power < 0 { '-' } else { '+' };
            let (left, size) = (self.left, self.exponent_digits);
            return format!("{whole:>left$}.{fraction}e{sign}{:0size$}", power.unsigned_abs());
        }
        let text = self.positional(value, digits);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let (left, right) = (self.left, self.right);
        format!("{whole:>left$}.{fraction:<right$}")
    }

    fn minus(&self, value: f64) -> &'static str {
        match value.is_sign_negative() {
            true => "-",
            false if self.sign == '+' => "+",
            false => "",
        }
    }

    /// `int.frac`, the fraction trimmed or padded as the format says.
    fn positional(&self, value: f64, digits: &Digits) -> String {
        let shortest = digits.fraction();
        let places = match self.precision {
            Some(precision) if self.keep || shortest > precision => precision,
            _ => shortest,
        };
        let text = match !self.keep && places == shortest {
            true => shortest_positional(digits),
            false => with_point(format!("{:.places$}", value.abs())),
        };
        format!("{}{}", self.minus(value), self.pad(text))
    }

    /// `d.frac` and the power of ten.
    fn mantissa(&self, value: f64, digits: &Digits) -> (String, i32) {
        let shortest = digits.digits.len().saturating_sub(1);
        let places = match self.precision {
            Some(precision) if self.keep || shortest > precision => precision,
            _ => shortest,
        };
        if !self.keep && places == shortest {
            let (first, rest) = digits.digits.split_at(1.min(digits.digits.len()));
            return (format!("{}{}", self.minus(value), self.pad(format!("{first}.{rest}"))), digits.exponent);
        }
        let text = format!("{:.places$e}", value.abs());
        let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
        let mantissa = self.pad(with_point(mantissa.to_owned()));
        (format!("{}{mantissa}", self.minus(value)), power.parse().unwrap_or(0))
    }

    /// Trailing zeros: padded up to the precision, or taken away.
    fn pad(&self, text: String) -> String {
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        match (self.keep, self.precision) {
            (true, Some(precision)) => format!("{whole}.{fraction:0<precision$}"),
            _ => format!("{whole}.{}", fraction.trim_end_matches('0')),
        }
    }
}

fn with_point(text: String) -> String {
    if text.contains('.') { text } else { text + "." }
}

/// The shortest digits written out, with a point.
fn shortest_positional(digits: &Digits) -> String {
    let text = &digits.digits;
    let point = digits.exponent + 1;
    match usize::try_from(point) {
        Ok(whole) if whole > 0 && whole >= text.len() => format!("{text}{}.", "0".repeat(whole - text.len())),
        Ok(whole) if whole > 0 => format!("{}.{}", &text[..whole], &text[whole..]),
        _ => format!("0.{}{text}", "0".repeat(point.unsigned_abs() as usize)),
    }
}

fn scientific(finite: &[&(f64, Digits)], dtype: DType, suppress: bool) -> bool {
    let sizes = finite.iter().map(|(value, _)| value.abs()).filter(|size| *size != 0.0);
    let (low, high) = sizes.fold((f64::INFINITY, 0.0f64), |(low, high), size| (low.min(size), high.max(size)));
    if high == 0.0 {
        return false;
    }
    // The digits that the dtype carries for sure bound where positional notation ends.
    let (largest, ratio) = match dtype {
        DType::Float32 => (1e6, f64::from(high as f32 / low as f32)),
        _ => (1e8, high / low),
    };
    high >= largest || (!suppress && (low < 0.0001 || ratio > 1000.0))
}

/// Brackets, separators and line breaks.
struct Writer<'a> {
    array: &'a Printed<'a>,
    format: Format,
    separator: &'a str,
    edge: Option<usize>,
}

impl Writer<'_> {
    /// The text of the part at `index`; `indent` stands before each of its further lines.
    fn write(&self, index: &mut Vec<usize>, indent: &str, width: isize) -> String {
        let left = self.array.shape.len() - index.len();
        if left == 0 {
            return self.format.write((self.array.get)(index));
        }
        let length = self.array.shape.get(index.len()).copied().unwrap_or(0);
        let text = if left == 1 {
            self.row(index, indent, length, width)
        } else {
            self.rows(index, indent, length, width, left)
        };
        format!("[{}]", text.get(indent.len()..).unwrap_or(""))
    }

    /// Positions along an axis; `None` stands for what is left out.
    fn positions(&self, length: usize) -> Vec<Option<usize>> {
        match self.edge {
            Some(edge) if 2 * edge < length => {
                let head = (0..edge).map(Some);
                let tail = (length - edge..length).map(Some);
                head.chain(std::iter::once(None)).chain(tail).collect()
            }
            _ => (0..length).map(Some).collect(),
        }
    }

    fn row(&self, index: &mut Vec<usize>, indent: &str, length: usize, width: isize) -> String {
        let bound = width - self.separator.trim_end().len().max(1) as isize;
        let (mut done, mut line) = (String::new(), indent.to_owned());
        let positions = self.positions(length);
        let last = positions.len().saturating_sub(1);
        for (order, position) in positions.into_iter().enumerate() {
            let word = match position {
                None => "...".to_owned(),
                Some(at) => {
                    index.push(at);
                    let word = self.format.write((self.array.get)(index));
                    index.pop();
                    word
                }
            };
            if (chars(&line) + chars(&word)) as isize > bound && line.len() > indent.len() {
                done.push_str(line.trim_end());
                done.push('\n');
                line = indent.to_owned();
            }
            line.push_str(&word);
            if order != last {
                line.push_str(self.separator);
            }
        }
        done + &line
    }

    fn rows(&self, index: &mut Vec<usize>, indent: &str, length: usize, width: isize, left: usize) -> String {
        let separator = format!("{}{}", self.separator.trim_end(), "\n".repeat(left - 1));
        let deeper = format!("{indent} ");
        let part = |position: Option<usize>| match position {
            None => format!("{indent}..."),
            Some(at) => {
                index.push(at);
                let text = self.write(index, &deeper, width - 1);
                index.pop();
                format!("{indent}{text}")
            }
        };
        self.positions(length).into_iter().map(part).collect::<Vec<_>>().join(&separator)
    }
}
