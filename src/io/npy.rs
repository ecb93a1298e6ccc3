//! NumPy's `.npy` files: header and elements.

use crate::data::buffer::room;
use crate::data::complex::{C32, C64};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType, Element, Raised, Text, Ticks, shape};

/// What the header of a file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Element type.
    pub dtype: DType,
    /// Whether the bytes of each element are in big-endian order.
    pub big: bool,
    /// Shape.
    pub shape: Vec<usize>,
    /// Whether the elements are in Fortran order.
    pub fortran: bool,
    /// Byte at which the elements begin.
    pub data: usize,
}

/// The longest beginning of a file that can hold a header, in bytes.
pub const MOST_HEADER: usize = 1 << 20;

/// The most dimensions of an array, as in NumPy.
const MOST_AXES: usize = 64;
const MAGIC: &[u8] = b"\x93NUMPY";

fn broken(why: &str) -> Box<Raised> {
    value_error(format!("Cannot read this .npy file: {why}"))
}

/// Read the header.
pub fn header(bytes: &[u8]) -> Res<Header> {
    if !bytes.starts_with(MAGIC) {
        return Err(
            value_error("the file does not begin with the marker of .npy files").help("np.save writes such files")
        );
    }
    let byte = |at: usize| bytes.get(at).copied().map(usize::from).ok_or_else(|| broken("it ends in its header"));
    if !(1..=3).contains(&byte(6)?) {
        return Err(broken(&format!("its format has the version {}.{}, 1 to 3 are known", byte(6)?, byte(7)?)));
    }
    let (length, start) = if byte(6)? == 1 {
        (byte(8)? | byte(9)? << 8, 10)
    } else {
        (byte(8)? | byte(9)? << 8 | byte(10)? << 16 | byte(11)? << 24, 12)
    };
    let text = bytes.get(start..length.saturating_add(start)).ok_or_else(|| broken("it ends in its header"))?;
    let text = std::str::from_utf8(text).map_err(|_| broken("its header is no text"))?;
    let after = |key: &str| text.split_once(key).map(|(_, rest)| rest.trim_start_matches(['\'', '"', ':', ' ']));
    let descr = after("descr").and_then(|rest| rest.split(['\'', '"']).next()).unwrap_or("");
    let fortran = after("fortran_order").is_some_and(|rest| rest.starts_with("True"));
    let sizes = after("shape").and_then(|rest| rest.strip_prefix('(')).and_then(|rest| rest.split(')').next());
    let sizes = sizes.ok_or_else(|| broken("its header has no shape"))?;
    let parsed: Result<Vec<usize>, _> = sizes
        .split(',')
        .map(|part| part.trim().trim_end_matches('L'))
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect();
    let shape = parsed.map_err(|_| broken("its shape is not readable"))?;
    if shape.len() > MOST_AXES {
        return Err(broken(&format!("it has {} dimensions; there are at most {MOST_AXES}", shape.len())));
    }
    let dtype = match descr {
        name if name.starts_with(['[', '(']) => return Err(broken("tables of named fields are not in rdask yet")),
        name => DType::named(name.strip_prefix('>').unwrap_or(name))
            .ok_or_else(|| broken(&format!("elements of dtype {name} are not in rdask yet")))?,
    };
    Ok(Header { dtype, big: descr.starts_with('>'), shape, fortran, data: start + length })
}

/// Read a file.
pub fn read(bytes: &[u8]) -> Res<Chunk> {
    let header = header(bytes)?;
    let size = shape::size(&header.shape).ok_or_else(|| broken("its shape is too large"))?;
    let data = bytes.get(header.data..).unwrap_or_default();
    let wanted = size.saturating_mul(header.dtype.itemsize());
    let Some(data) = data.get(..wanted) else {
        return Err(broken(&format!("it should hold {wanted} bytes of elements and holds {}", data.len())));
    };
    let sizes: Vec<usize> = if header.fortran { header.shape.iter().rev().copied().collect() } else { header.shape };
    let chunk = elements(data, sizes, header.dtype, header.big)?;
    if header.fortran { chunk.reversed().contiguous() } else { Ok(chunk) }
}

/// An array of the elements in these bytes.
pub fn elements(data: &[u8], sizes: Vec<usize>, dtype: DType, big: bool) -> Res<Chunk> {
    macro_rules! number {
        ($type:ident) => {
            if big { fill(data, sizes, $type::from_be_bytes) } else { fill(data, sizes, $type::from_le_bytes) }
        };
    }
    match dtype {
        DType::Bool => fill(data, sizes, |[byte]: [u8; 1]| byte != 0),
        DType::Int8 => number!(i8),
        DType::UInt8 => number!(u8),
        DType::Int16 => number!(i16),
        DType::UInt16 => number!(u16),
        DType::Int32 => number!(i32),
        DType::UInt32 => number!(u32),
        DType::Int64 => number!(i64),
        DType::UInt64 => number!(u64),
        DType::Float32 => number!(f32),
        DType::Float64 => number!(f64),
        DType::Complex64 => fill(data, sizes, |bytes: [u8; 8]| {
            let [re, im] =
                halves::<4>(&bytes).map(|part| if big { f32::from_be_bytes(part) } else { f32::from_le_bytes(part) });
            C32::new(re, im)
        }),
        DType::Complex128 => fill(data, sizes, |bytes: [u8; 16]| {
            let [re, im] =
                halves::<8>(&bytes).map(|part| if big { f64::from_be_bytes(part) } else { f64::from_le_bytes(part) });
            C64::new(re, im)
        }),
        DType::Timedelta(_) | DType::Datetime(_) => {
            let one = |bytes: [u8; 8]| Ticks(if big { i64::from_be_bytes(bytes) } else { i64::from_le_bytes(bytes) });
            fill(data, sizes, one).map(|made| made.typed(dtype))
        }
        DType::Text(_) | DType::Bytes(_) => texts(data, sizes, dtype, big),
    }
}

/// Fixed strings: characters in four bytes each, or bytes, with NULs behind.
fn texts(data: &[u8], sizes: Vec<usize>, dtype: DType, big: bool) -> Res<Chunk> {
    let mut items = room::<Text>(&sizes)?;
    let item = dtype.itemsize();
    if item == 0 {
        items.resize(shape::size(&sizes).unwrap_or(0), Text::EMPTY);
    } else {
        for bytes in data.chunks_exact(item) {
            items.push(match dtype {
                DType::Text(_) => characters(bytes, big)?,
                _ => Text::new(bytes),
            });
        }
    }
    Ok(Chunk::of(items, sizes).typed(dtype))
}

/// A text of characters in four bytes each.
fn characters(bytes: &[u8], big: bool) -> Res<Text> {
    let (codes, _) = bytes.as_chunks::<4>();
    let code = |bytes: &[u8; 4]| if big { u32::from_be_bytes(*bytes) } else { u32::from_le_bytes(*bytes) };
    let mut text = String::with_capacity(codes.len());
    for found in codes {
        let code = code(found);
        text.push(char::from_u32(code).ok_or_else(|| broken(&format!("{code:#x} is no character")))?);
    }
    Ok(Text::of(&text))
}

/// The bytes of fixed strings.
fn text_bytes(chunk: &Chunk, out: &mut Vec<u8>) -> Res<()> {
    let item = chunk.dtype().itemsize();
    for text in chunk.to_vec::<Text>()? {
        let end = out.len().saturating_add(item);
        match chunk.dtype() {
            DType::Text(_) => out.extend(text.str().chars().flat_map(|c| u32::from(c).to_le_bytes())),
            _ => out.extend_from_slice(text.bytes()),
        }
        out.resize(end, 0);
    }
    Ok(())
}

/// The two parts of a complex number.
fn halves<const N: usize>(bytes: &[u8]) -> [[u8; N]; 2] {
    let (parts, _) = bytes.as_chunks::<N>();
    std::array::from_fn(|at| parts.get(at).copied().unwrap_or([0; N]))
}

/// The bytes of the elements, in C order, little-endian.
pub fn bytes(chunk: &Chunk, out: &mut Vec<u8>) -> Res<()> {
    macro_rules! number {
        ($type:ident) => {
            out.extend(chunk.to_vec::<$type>()?.into_iter().flat_map($type::to_le_bytes))
        };
    }
    match chunk.dtype() {
        DType::Bool => out.extend(chunk.to_vec::<bool>()?.into_iter().map(u8::from)),
        DType::Int8 => number!(i8),
        DType::UInt8 => number!(u8),
        DType::Int16 => number!(i16),
        DType::UInt16 => number!(u16),
        DType::Int32 => number!(i32),
        DType::UInt32 => number!(u32),
        DType::Int64 => number!(i64),
        DType::UInt64 => number!(u64),
        DType::Float32 => number!(f32),
        DType::Float64 => number!(f64),
        DType::Complex64 => {
            let parts = chunk.to_vec::<C32>()?.into_iter().flat_map(|value| [value.re, value.im]);
            out.extend(parts.flat_map(f32::to_le_bytes));
        }
        DType::Complex128 => {
            let parts = chunk.to_vec::<C64>()?.into_iter().flat_map(|value| [value.re, value.im]);
            out.extend(parts.flat_map(f64::to_le_bytes));
        }
        DType::Timedelta(_) | DType::Datetime(_) => {
            out.extend(chunk.to_vec::<Ticks>()?.into_iter().flat_map(|value| value.0.to_le_bytes()));
        }
        DType::Text(_) | DType::Bytes(_) => text_bytes(chunk, out)?,
    }
    Ok(())
}

fn fill<T: Element, const N: usize>(data: &[u8], sizes: Vec<usize>, one: impl Fn([u8; N]) -> T) -> Res<Chunk> {
    let mut items = room::<T>(&sizes)?;
    let (rows, _) = data.as_chunks::<N>();
    items.extend(rows.iter().map(|bytes| one(*bytes)));
    Ok(Chunk::of(items, sizes))
}

/// What stands before the elements of a file.
pub fn head(dtype: DType, sizes: &[usize], fortran: bool) -> Vec<u8> {
    let order = if fortran { "True" } else { "False" };
    let dict =
        format!("{{'descr': '{}', 'fortran_order': {order}, 'shape': {}, }}", dtype.type_str(), shape::show(sizes));
    let padding = 64 - (10 + dict.len() + 1) % 64;
    let length = dict.len() + padding % 64 + 1;
    let mut out = MAGIC.to_vec();
    out.extend([1, 0, length as u8, (length >> 8) as u8]);
    out.extend(dict.bytes());
    out.extend(std::iter::repeat_n(b' ', padding % 64));
    out.push(b'\n');
    out
}

/// The bytes of a file.
pub fn write(chunk: &Chunk) -> Res<Vec<u8>> {
    let mut out = head(chunk.dtype(), &chunk.shape, false);
    bytes(chunk, &mut out)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let chunk = Chunk::of(vec![1.5, -2.0, 3.0, 4.0, 5.0, 6.0], vec![2, 3]);
        let bytes = write(&chunk).unwrap();
        assert_eq!(header(&bytes).unwrap().data % 64, 0);
        let back = read(&bytes).unwrap();
        assert_eq!((back.shape.clone(), back.to_vec::<f64>().unwrap()), (vec![2, 3], chunk.to_vec::<f64>().unwrap()));
        assert!(read(&bytes[..bytes.len() - 1]).is_err());
        assert!(header(b"no").is_err());
    }
}
