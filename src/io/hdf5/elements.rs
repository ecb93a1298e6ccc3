//! The elements of datasets: which of HDF5's types are rdask's, and how a box of each is read and written.

use rust_hdf5::{ByteOrder, Complex32, Complex64, DatatypeMessage, H5Dataset, H5Group, H5Type, HBool, Hdf5Error};

use super::Plan;
use crate::data::buffer::{Element, room};
use crate::data::complex::{C32, C64};
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, DType, Scalar, shape};

/// The dtype of what is stored, or why there is none.
pub fn dtype(stored: &DatatypeMessage) -> Result<DType, String> {
    number(stored).ok_or_else(|| {
        let what = match stored {
            DatatypeMessage::VarLenString { .. } | DatatypeMessage::FixedString { .. } => "text".to_owned(),
            DatatypeMessage::Compound { .. } => "records (compound elements)".to_owned(),
            DatatypeMessage::FloatingPoint { size, .. } => format!("floats of {} bits", u64::from(*size) * 8),
            other => other.to_string(),
        };
        format!(
            "datasets of {what} are not in rdask: it reads bool, int8 to uint64, float32, float64 and complex numbers"
        )
    })
}

fn number(stored: &DatatypeMessage) -> Option<DType> {
    Some(match stored {
        DatatypeMessage::FixedPoint { size, signed, bit_offset: 0, bit_precision, .. }
            if u32::from(*bit_precision) == size.saturating_mul(8) =>
        {
            match (size, signed) {
                (1, true) => DType::Int8,
                (2, true) => DType::Int16,
                (4, true) => DType::Int32,
                (8, true) => DType::Int64,
                (1, false) => DType::UInt8,
                (2, false) => DType::UInt16,
                (4, false) => DType::UInt32,
                (8, false) => DType::UInt64,
                _ => return None,
            }
        }
        DatatypeMessage::FloatingPoint { size: 4, exponent_size: 8, mantissa_size: 23, .. } => DType::Float32,
        DatatypeMessage::FloatingPoint { size: 8, exponent_size: 11, mantissa_size: 52, .. } => DType::Float64,
        DatatypeMessage::Enum { base, members } if truth(members.iter().map(|one| one.name.as_str())) => {
            match number(base)? {
                DType::Int8 | DType::UInt8 => DType::Bool,
                _ => return None,
            }
        }
        DatatypeMessage::Enum { base, .. } => number(base)?,
        DatatypeMessage::Compound { size, members } => {
            let [re, im] = members.as_slice() else { return None };
            let part = number(&re.datatype)?;
            if (re.name.as_str(), im.name.as_str()) != ("r", "i") || number(&im.datatype)? != part || big(&re.datatype)
            {
                return None;
            }
            match (size, part) {
                (8, DType::Float32) => DType::Complex64,
                (16, DType::Float64) => DType::Complex128,
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// Whether an enumeration is h5py's bool.
fn truth<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    names.eq(["FALSE", "TRUE"])
}

/// Whether elements are stored with their high bytes first.
pub fn big(stored: &DatatypeMessage) -> bool {
    match stored {
        DatatypeMessage::FixedPoint { byte_order, .. } | DatatypeMessage::FloatingPoint { byte_order, .. } => {
            *byte_order == ByteOrder::BigEndian
        }
        DatatypeMessage::Enum { base, .. } => big(base),
        _ => false,
    }
}

/// One element's bytes as this machine has them.
pub fn native(stored: &DatatypeMessage, mut bytes: Vec<u8>) -> Vec<u8> {
    if big(stored) {
        bytes.reverse();
    }
    bytes
}

/// A box without elements.
pub fn none(of: DType, sizes: &[usize]) -> Res<Chunk> {
    Chunk::full(Scalar::zero(of), sizes)
}

/// A box of a dataset: an error of the file, or of memory.
pub fn read(set: &H5Dataset, of: DType, starts: &[usize], sizes: &[usize]) -> Result<Res<Chunk>, Hdf5Error> {
    fn straight<T: H5Type + Element>(
        set: &H5Dataset,
        starts: &[usize],
        sizes: &[usize],
    ) -> Result<Res<Vec<T>>, Hdf5Error> {
        let mut items = match room::<T>(sizes) {
            Ok(items) => items,
            Err(error) => return Ok(Err(error)),
        };
        items.resize(shape::size(sizes).unwrap_or(0), <T as Default>::default());
        // A scalar has no axes to cut.
        if sizes.is_empty() {
            set.read_raw_into(&mut items)?
        } else {
            set.read_slice_into(&mut items, starts, sizes)?
        }
        Ok(Ok(items))
    }
    macro_rules! numbers {
        ($type:ty) => {
            Ok(straight::<$type>(set, starts, sizes)?.map(|items| Chunk::of(items, sizes.to_vec())))
        };
    }
    match of {
        DType::Bool => Ok(straight::<u8>(set, starts, sizes)?
            .map(|items| Chunk::of(items.into_iter().map(|item| item != 0).collect::<Vec<bool>>(), sizes.to_vec()))),
        DType::Int8 => numbers!(i8),
        DType::UInt8 => numbers!(u8),
        DType::Int16 => numbers!(i16),
        DType::UInt16 => numbers!(u16),
        DType::Int32 => numbers!(i32),
        DType::UInt32 => numbers!(u32),
        DType::Int64 => numbers!(i64),
        DType::UInt64 => numbers!(u64),
        DType::Float32 => numbers!(f32),
        DType::Float64 => numbers!(f64),
        DType::Complex64 | DType::Complex128 => complex(set, of, starts, sizes),
        _ => Ok(unstored(of)),
    }
}

fn complex(set: &H5Dataset, of: DType, starts: &[usize], sizes: &[usize]) -> Result<Res<Chunk>, Hdf5Error> {
    macro_rules! pairs {
        ($stored:ty, $here:ty) => {{
            // For its size alone: is there memory for it?
            let room = room::<$here>(sizes);
            let items = match room {
                Ok(mut items) => {
                    let read = if sizes.is_empty() {
                        set.read_raw::<$stored>()?
                    } else {
                        set.read_slice::<$stored>(starts, sizes)?
                    };
                    items.extend(read.into_iter().map(|item| <$here>::new(item.re, item.im)));
                    items
                }
                Err(error) => return Ok(Err(error)),
            };
            Ok(Ok(Chunk::of(items, sizes.to_vec())))
        }};
    }
    if of == DType::Complex64 { pairs!(Complex32, C32) } else { pairs!(Complex64, C64) }
}

fn unstored<T>(of: DType) -> Res<T> {
    Err(type_error(format!("No conversion path for dtype: {}", of.name())))
}

/// What writes a box.
pub type Write<'a> = Box<dyn FnOnce(&H5Dataset, &[usize], &[usize]) -> Result<(), Hdf5Error> + 'a>;

/// What makes a dataset of a name in a group.
pub type Make<'a> = Box<dyn FnOnce(&H5Group, &str) -> Result<(), Hdf5Error> + 'a>;

/// The elements as HDF5's type has them.
pub(super) fn items<E: Element, T>(values: &Chunk, item: impl Fn(E) -> T) -> Res<Vec<T>> {
    Ok(values.to_vec::<E>()?.into_iter().map(item).collect())
}

/// One arm for each dtype: `$body` with the type that HDF5 has for it, the type here, and the way from here to there.
macro_rules! by_dtype {
    ($of:expr, $body:ident) => {
        match $of {
            DType::Bool => $body!(HBool, bool, HBool::from),
            DType::Int8 => $body!(i8, i8, |item| item),
            DType::UInt8 => $body!(u8, u8, |item| item),
            DType::Int16 => $body!(i16, i16, |item| item),
            DType::UInt16 => $body!(u16, u16, |item| item),
            DType::Int32 => $body!(i32, i32, |item| item),
            DType::UInt32 => $body!(u32, u32, |item| item),
            DType::Int64 => $body!(i64, i64, |item| item),
            DType::UInt64 => $body!(u64, u64, |item| item),
            DType::Float32 => $body!(f32, f32, |item| item),
            DType::Float64 => $body!(f64, f64, |item| item),
            DType::Complex64 => $body!(Complex32, C32, |item: C32| Complex32 { re: item.re, im: item.im }),
            DType::Complex128 => $body!(Complex64, C64, |item: C64| Complex64 { re: item.re, im: item.im }),
            _ => return unstored($of),
        }
    };
}
pub(super) use by_dtype;

/// What writes these values.
pub fn writer(values: &Chunk) -> Res<Write<'static>> {
    macro_rules! put {
        ($stored:ty, $here:ty, $item:expr) => {{
            let items: Vec<$stored> = items::<$here, $stored>(values, $item)?;
            Box::new(
                move |set: &H5Dataset, starts: &[usize], sizes: &[usize]| {
                    if sizes.is_empty() { set.write_raw(&items) } else { set.write_slice(starts, sizes, &items) }
                },
            )
        }};
    }
    Ok(by_dtype!(values.dtype(), put))
}

/// What makes such a dataset.
pub fn maker(plan: &Plan) -> Res<Make<'_>> {
    macro_rules! make {
        ($stored:ty, $here:ty, $item:expr) => {{
            let fill = plan.fill.as_ref().map(|fill| items::<$here, $stored>(fill, $item)).transpose()?;
            let fill = fill.and_then(|fill| fill.first().copied());
            Box::new(move |group: &H5Group, name: &str| {
                let mut made = group.new_dataset::<$stored>();
                made = if plan.shape.is_empty() { made.scalar() } else { made.shape(&plan.shape) };
                if let Some(chunks) = &plan.chunks {
                    made = made.chunk(chunks).max_shape(&plan.most);
                }
                if let Some(fill) = fill {
                    made = made.fill_value(fill);
                }
                made = match (plan.level, plan.shuffle) {
                    (Some(level), true) => made.shuffle_deflate(level),
                    (Some(level), false) => made.deflate(level),
                    (None, true) => made.shuffle(),
                    (None, false) => made,
                };
                made.create(name).map(|_| ())
            })
        }};
    }
    Ok(by_dtype!(plan.dtype, make))
}
