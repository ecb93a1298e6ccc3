//! What is noted of datasets and groups: text and numbers.

use rust_hdf5::format::messages::attribute::AttributeMessage;
use rust_hdf5::{Complex32, Complex64, DatatypeMessage, H5File, HBool, Hdf5Error, VarLenUnicode};

use super::elements::{big, by_dtype, dtype, items};
use super::files::{bare, group, kind, reading, writing};
use super::header::Headers;
use super::{Kind, Note};
use crate::data::complex::{C32, C64};
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, DType, shape};
use crate::io::npy;

/// What one attribute says.
fn value(headers: &mut Headers, stored: &AttributeMessage) -> Note {
    let dims: Option<Vec<usize>> = stored.dataspace.dims.iter().map(|&n| usize::try_from(n).ok()).collect();
    let Some(sizes) = dims.filter(|_| !stored.dataspace.is_null()) else {
        return Note::Other("an attribute without a value (h5py's Empty)".to_owned());
    };
    match &stored.datatype {
        DatatypeMessage::VarLenString { .. } if sizes.is_empty() => match headers.text(&stored.data) {
            Ok(text) => Note::Text(text),
            Err(error) => Note::Other(error.to_string()),
        },
        DatatypeMessage::VarLenString { .. } => Note::Other("an array of texts".to_owned()),
        DatatypeMessage::FixedString { .. } => Note::Other("text of a fixed length, or an array of it".to_owned()),
        other => match numbers(other, &stored.data, sizes) {
            Ok(found) => Note::Numbers(found),
            Err(why) => Note::Other(why),
        },
    }
}

fn numbers(stored: &DatatypeMessage, data: &[u8], sizes: Vec<usize>) -> Result<Chunk, String> {
    let of = dtype(stored).map_err(|_| format!("a value of the type {stored}"))?;
    let bytes = shape::size(&sizes).and_then(|count| count.checked_mul(of.itemsize()));
    let data = bytes.and_then(|bytes| data.get(..bytes)).ok_or("an attribute with too few bytes")?;
    npy::elements(data, sizes, of, big(stored)).map_err(|error| error.message)
}

/// What is noted of a dataset or a group, by name.
///
/// # Errors
/// `OSError` that names the file.
pub fn notes(file: &str, name: &str) -> Res<Vec<(String, Note)>> {
    // Whether the path is there, and what links on it stand for, is known to the reader of files.
    reading(file, name, |_| {
        let mut headers = Headers::open(file)?;
        let mut found = Vec::new();
        for entry in headers.attributes(bare(name))? {
            let note = match entry.decoded() {
                Ok(stored) => value(&mut headers, stored),
                Err(why) => Note::Other(why.to_owned()),
            };
            found.push((entry.name().to_owned(), note));
        }
        found.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(found)
    })
}

/// What notes something in an opened file.
type Put<'a> = Box<dyn FnOnce(&H5File) -> Result<(), Hdf5Error> + 'a>;

fn numbers_into<'a>(name: &'a str, set: bool, key: &'a str, values: &'a Chunk) -> Res<Put<'a>> {
    macro_rules! put {
        ($stored:ty, $here:ty, $item:expr) => {{
            let items: Vec<$stored> = items::<$here, $stored>(values, $item)?;
            Box::new(move |at: &H5File| match (set, items.as_slice()) {
                (true, [one]) if values.shape.is_empty() => {
                    at.dataset_writer(name)?.new_attr::<$stored>().shape(()).create(key)?.write_numeric(one)
                }
                (true, all) => at
                    .dataset_writer(name)?
                    .new_attr::<$stored>()
                    .shape(values.shape.clone())
                    .create(key)?
                    .write_array(all),
                (false, [one]) if values.shape.is_empty() => group(at, name)?.set_attr_numeric(key, one),
                (false, all) => group(at, name)?.set_attr_array_numeric_nd(key, all, &values.shape),
            })
        }};
    }
    fn unstored(of: DType) -> Res<Put<'static>> {
        Err(type_error(format!("Object dtype {} has no native HDF5 equivalent", of.name())))
    }
    Ok(by_dtype!(values.dtype(), put))
}

/// Note something of a dataset or a group.
///
/// # Errors
/// `OSError` that names the file; `TypeError` for values that are not stored.
pub fn note(file: &str, name: &str, key: &str, value: &Note) -> Res<()> {
    let set = kind(file, name)? == Kind::Dataset;
    let path = bare(name);
    let put: Put<'_> = match value {
        Note::Numbers(values) => numbers_into(path, set, key, values)?,
        Note::Text(text) if set => Box::new(move |at| {
            at.dataset_writer(path)?.new_attr::<VarLenUnicode>().shape(()).create(key)?.write_string(text)
        }),
        Note::Text(text) => Box::new(move |at| group(at, path)?.set_attr_string(key, text)),
        Note::Other(why) => return Err(type_error(why.clone())),
    };
    writing(file, name, put)
}
