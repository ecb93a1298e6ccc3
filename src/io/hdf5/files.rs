//! HDF5 files, their groups and datasets. A file is opened for each piece of work, so that tasks share nothing; each thread
//! keeps the file that it read last, for the next chunk is of the same one.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};
use std::time::SystemTime;

use rust_hdf5::{FillValue, H5Dataset, H5File, H5Group, Hdf5Error, LinkClass};

use super::elements::{self, dtype, native};
use super::{Info, Kind, Plan};
use crate::data::raised::{ExcClass, Raised, Res};
use crate::data::{Chunk, shape};

pub use super::attributes::{note, notes};

/// A file is written by one at a time, and read by nobody meanwhile.
static WRITING: RwLock<()> = RwLock::new(());

/// How often files were written: what was opened before is read anew.
static WRITTEN: AtomicU64 = AtomicU64::new(0);

/// What tells a file from the same name at another time.
#[derive(PartialEq, Eq)]
struct Stamp {
    file: String,
    bytes: u64,
    changed: Option<SystemTime>,
    written: u64,
}

thread_local! {
    static LAST: RefCell<Option<(Stamp, H5File)>> = const { RefCell::new(None) };
}

/// An error that says where it was met: the file and what is in it.
pub(super) fn failed(file: &str, name: &str, error: &Hdf5Error) -> Box<Raised> {
    let name = bare(name);
    let place = if name.is_empty() { file.to_owned() } else { format!("{file}, /{name}") };
    let bytes = std::fs::metadata(file).map_or(0, |found| found.len());
    Raised::new(ExcClass::OSError, format!("{place}: {error} (the file has {bytes} bytes)"))
        .help("the file is damaged, or uses what rdask cannot read: `h5dump` of the HDF5 tools tells which")
}

/// What h5py says where a file cannot be opened.
fn unopened(file: &str, error: &std::io::Error) -> Box<Raised> {
    let (class, number, text) = match error.kind() {
        std::io::ErrorKind::NotFound => (ExcClass::FileNotFoundError, 2, "No such file or directory".to_owned()),
        std::io::ErrorKind::PermissionDenied => (ExcClass::PermissionError, 13, "Permission denied".to_owned()),
        _ => (ExcClass::OSError, error.raw_os_error().unwrap_or(5), error.to_string()),
    };
    Raised::new(
        class,
        format!(
            "[Errno {number}] Unable to synchronously open file (unable to open file: name = '{file}', errno = {number}, error message = '{text}', flags = 0, o_flags = 0)"
        ),
    )
}

/// A path within a file without the slashes at its ends.
pub(super) fn bare(name: &str) -> &str {
    name.trim_matches('/')
}

/// Work of the library's; where a damaged file makes it panic, that is an error as others are.
fn guarded<T>(work: impl FnOnce() -> Result<T, Hdf5Error>) -> Result<T, Hdf5Error> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Hdf5Error::InvalidState("its parts do not fit together: what reads the file could not go on".to_owned()))
    })
}

/// The file, opened to be read.
fn opened(file: &str, bytes: u64) -> Res<H5File> {
    guarded(|| H5File::options().no_locking().open(file)).map_err(|error| match error {
        Hdf5Error::Io(error) => unopened(file, &error),
        error if error.to_string().contains("signature") => {
            Raised::new(ExcClass::OSError, "Unable to synchronously open file (file signature not found)")
                .help(format!("{file} is no HDF5 file, or its beginning is damaged ({bytes} bytes)"))
        }
        error => failed(file, "", &error),
    })
}

/// Work on the file opened to be read: on the one that this thread read last, if it is the same still.
pub(super) fn reading<T>(file: &str, name: &str, work: impl FnOnce(&H5File) -> Result<T, Hdf5Error>) -> Res<T> {
    let _held = WRITING.read().unwrap_or_else(PoisonError::into_inner);
    let metadata = std::fs::metadata(file).map_err(|error| unopened(file, &error))?;
    let stamp = Stamp {
        file: file.to_owned(),
        bytes: metadata.len(),
        changed: metadata.modified().ok(),
        written: WRITTEN.load(Ordering::Acquire),
    };
    let at = match LAST.with_borrow_mut(Option::take) {
        Some((known, at)) if known == stamp => at,
        _ => opened(file, metadata.len())?,
    };
    let done = guarded(|| work(&at)).map_err(|error| failed(file, name, &error));
    LAST.set(Some((stamp, at)));
    done
}

/// Work on the file opened to be written, while nobody else here reads or writes.
pub(super) fn writing<T>(file: &str, name: &str, work: impl FnOnce(&H5File) -> Result<T, Hdf5Error>) -> Res<T> {
    let _held = WRITING.write().unwrap_or_else(PoisonError::into_inner);
    LAST.set(None);
    WRITTEN.fetch_add(1, Ordering::AcqRel);
    let done = guarded(|| {
        let at = H5File::options().no_locking().open_rw(file)?;
        let made = work(&at);
        // What was begun is completed, so that the file stays readable.
        let closed = at.close_no_sync();
        made.and_then(|made| closed.map(|()| made))
    });
    done.map_err(|error| match error {
        Hdf5Error::Io(error) if error.kind() != std::io::ErrorKind::Other => {
            Raised::new(ExcClass::OSError, format!("{file}, {name}: cannot be written: {error}"))
        }
        error => failed(file, name, &error),
    })
}

/// The group of a path.
pub(super) fn group(file: &H5File, name: &str) -> Result<H5Group, Hdf5Error> {
    bare(name).split('/').filter(|part| !part.is_empty()).try_fold(file.root_group(), |at, part| at.group(part))
}

/// Whether HDF5 files can be read.
///
/// # Errors
/// None in this build.
pub fn available() -> Res<()> {
    Ok(())
}

/// Make an empty file.
///
/// # Errors
/// `OSError` that names the file.
pub fn create_file(file: &str) -> Res<()> {
    let _held = WRITING.write().unwrap_or_else(PoisonError::into_inner);
    WRITTEN.fetch_add(1, Ordering::AcqRel);
    let made = H5File::options().no_locking().create(file).and_then(H5File::close_no_sync);
    made.map_err(|error| match error {
        Hdf5Error::Io(error) => unopened(file, &error),
        error => failed(file, "", &error),
    })
}

/// What a name stands for.
///
/// # Errors
/// `OSError` that names the file.
pub fn kind(file: &str, name: &str) -> Res<Kind> {
    let path = bare(name);
    reading(file, name, |at| {
        if path.is_empty() || group(at, path).is_ok() {
            return Ok(Kind::Group);
        }
        match at.dataset(path) {
            Ok(_) => Ok(Kind::Dataset),
            // It is there, and cannot be read: that is no absence.
            Err(error @ (Hdf5Error::Unsupported(_) | Hdf5Error::ExternalFileNotFound { .. })) => Err(error),
            Err(error) => {
                let (above, own) = path.rsplit_once('/').unwrap_or(("", path));
                let class = group(at, above).and_then(|above| above.link_class(own));
                let listed = matches!(class, Ok(LinkClass::Hard));
                if listed { Err(error) } else { Ok(Kind::Missing) }
            }
        }
    })
}

/// The names in a group, each with whether it is a thing of this group and no pointer to another's.
///
/// # Errors
/// `OSError` that names the file.
pub fn names(file: &str, name: &str) -> Res<Vec<(String, bool)>> {
    reading(file, name, |at| {
        let group = group(at, name)?;
        let own = |name: String| {
            let hard = matches!(group.link_class(&name), Ok(LinkClass::Hard));
            (name, hard)
        };
        Ok(group.link_names()?.into_iter().map(own).collect())
    })
}

/// h5py's name of the filter that compresses, and how hard; whether bytes are shuffled; whether there are checksums.
type Filters = (Option<(String, Option<u32>)>, bool, bool);

fn compression(set: &H5Dataset) -> Result<Filters, Hdf5Error> {
    let (mut how, mut shuffle, mut fletcher32) = (None, false, false);
    for filter in set.filters()? {
        let level = filter.cd_values.first().copied();
        match filter.id {
            1 => how = Some(("gzip".to_owned(), level)),
            2 => shuffle = true,
            3 => fletcher32 = true,
            4 => how = Some(("szip".to_owned(), level)),
            32_000 => how = Some(("lzf".to_owned(), None)),
            other => how = Some((other.to_string(), level)),
        }
    }
    Ok((how, shuffle, fletcher32))
}

/// What is known of a dataset.
///
/// # Errors
/// `OSError` that names the file.
pub fn info(file: &str, name: &str) -> Res<Info> {
    reading(file, name, |at| {
        let set = at.dataset(bare(name))?;
        let stored = set.datatype()?;
        let (compression, shuffle, fletcher32) = compression(&set)?;
        let fill = match set.fill_value()? {
            FillValue::UserDefined(bytes) => Some(native(&stored, bytes)),
            FillValue::Default | FillValue::Undefined => None,
        };
        Ok(Info {
            dtype: dtype(&stored),
            shape: (!set.is_null()).then(|| set.shape()),
            chunks: set.chunk_dims(),
            most: set.max_shape()?,
            compression,
            shuffle,
            fletcher32,
            fill,
        })
    })
}

/// A box in the words of an index: `[0:4, 5:10]`.
fn region(starts: &[usize], sizes: &[usize]) -> String {
    let axes = starts.iter().zip(sizes).map(|(start, size)| format!("{start}:{}", start.saturating_add(*size)));
    format!("[{}]", axes.collect::<Vec<_>>().join(", "))
}

/// Read the box of these sizes from `starts` on.
///
/// # Errors
/// `OSError` that names the file, the dataset, the box and the bytes; `TypeError` for elements that rdask does not have.
pub fn read(file: &str, name: &str, starts: &[usize], sizes: &[usize]) -> Res<Chunk> {
    let found = reading(file, name, |at| {
        let set = at.dataset(bare(name))?;
        Ok(match dtype(&set.datatype()?) {
            Ok(of) if shape::size(sizes) == Some(0) => Ok(elements::none(of, sizes)),
            Ok(of) => Ok(elements::read(&set, of, starts, sizes)?),
            Err(why) => Err(why),
        })
    });
    match found {
        Ok(Ok(chunk)) => chunk,
        Ok(Err(why)) => Err(Raised::new(ExcClass::TypeError, format!("{file}, {name}: {why}"))),
        Err(error) if error.class == ExcClass::OSError && !sizes.is_empty() => {
            let message = format!("{}; while reading the elements {}", error.message, region(starts, sizes));
            Err(Box::new(Raised { message, ..*error }))
        }
        Err(error) => Err(error),
    }
}

/// Write a box from `starts` on.
///
/// # Errors
/// `OSError` that names the file and the dataset.
pub fn write(file: &str, name: &str, starts: &[usize], values: &Chunk) -> Res<()> {
    let put = elements::writer(values)?;
    writing(file, name, |at| put(&at.dataset_writer(bare(name))?, starts, &values.shape))
}

/// Give a dataset another shape.
///
/// # Errors
/// `OSError` that names the file and the dataset.
pub fn resize(file: &str, name: &str, sizes: &[usize]) -> Res<()> {
    writing(file, name, |at| at.dataset_writer(bare(name))?.set_extent(sizes))
}

/// How many of the groups on a path are there.
fn there(file: &str, parts: &[&str]) -> Res<usize> {
    reading(file, "", |at| {
        let mut above = at.root_group();
        for (count, part) in parts.iter().enumerate() {
            match above.group(part) {
                Ok(next) => above = next,
                Err(_) => return Ok(count),
            }
        }
        Ok(parts.len())
    })
}

/// Make a group, and those above it.
///
/// # Errors
/// `OSError` that names the file.
pub fn create_group(file: &str, name: &str) -> Res<()> {
    let parts: Vec<&str> = bare(name).split('/').filter(|part| !part.is_empty()).collect();
    let there = there(file, &parts)?;
    writing(file, name, |at| {
        let mut above = at.root_group();
        for (place, part) in parts.iter().enumerate() {
            above = if place < there { above.group(part)? } else { above.create_group(part)? };
        }
        Ok(())
    })
}

/// Make a dataset; the group that it is to be in is there.
///
/// # Errors
/// `OSError` that names the file.
pub fn create_dataset(file: &str, name: &str, plan: &Plan) -> Res<()> {
    let (above, own) = bare(name).rsplit_once('/').unwrap_or(("", bare(name)));
    let make = elements::maker(plan)?;
    writing(file, name, |at| make(&group(at, above)?, own))
}

/// Take a dataset or a group out of a file.
///
/// # Errors
/// `OSError` that names the file.
pub fn remove(file: &str, name: &str) -> Res<()> {
    let whole = kind(file, name)? == Kind::Group;
    writing(file, name, |at| if whole { at.delete_group(bare(name)) } else { at.delete_dataset(bare(name)) })
}
