//! Zarr arrays in folders, versions 2 and 3, chunk by chunk. The only user of zarrs.

mod codecs;
mod folder;
mod texts;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use zarrs::array::{Array, ArrayBytes, ArrayError, ArraySubset};
use zarrs::metadata::ArrayMetadata;

use super::npy;
use crate::data::chunk::Positions;
use crate::data::raised::{ExcClass, Raised, Res, value_error};
use crate::data::{Chunk, DType, shape};
use folder::Folder;

/// What the metadata of an array says.
#[derive(Clone, Debug, PartialEq)]
pub struct Info {
    /// Element type.
    pub dtype: DType,
    /// Sizes.
    pub shape: Vec<usize>,
    /// Sizes of what is stored in one file: a chunk, or a shard of chunks.
    pub chunks: Vec<usize>,
}

/// An array that was opened.
struct Opened {
    array: Array<Folder>,
    folder: PathBuf,
    info: Info,
}

fn os_error(error: &std::io::Error, path: &Path) -> Box<Raised> {
    let class = match error.kind() {
        std::io::ErrorKind::NotFound => ExcClass::FileNotFoundError,
        std::io::ErrorKind::PermissionDenied => ExcClass::PermissionError,
        _ => ExcClass::OSError,
    };
    Raised::new(class, format!("{}: {error}", path.display()))
}

/// The file of an array's metadata.
fn metadata_file(folder: &Path) -> Option<PathBuf> {
    ["zarr.json", ".zarray"].iter().map(|name| folder.join(name)).find(|file| file.exists())
}

fn open(path: &str) -> Res<Opened> {
    let folder = PathBuf::from(path);
    if !folder.exists() {
        return Err(Raised::new(ExcClass::FileNotFoundError, format!("{path} does not exist")));
    }
    let Some(file) = metadata_file(&folder) else {
        let text = format!("{path}: there is no Zarr array: neither zarr.json nor .zarray is in the folder");
        return Err(Raised::new(ExcClass::FileNotFoundError, text).help("a group is opened with component= or path="));
    };
    let text = std::fs::read_to_string(&file).map_err(|error| os_error(&error, &file))?;
    let metadata = understood(&file, &text)?;
    let wrong = |why: String| value_error(format!("{}: {why}", file.display()));
    let array = Array::new_with_metadata(Arc::new(Folder(folder.clone())), "/", metadata)
        .map_err(|error| wrong(error.to_string()))?;
    let dtype = named(&match array.metadata() {
        ArrayMetadata::V2(_) => word(&text, "dtype").unwrap_or_default(),
        ArrayMetadata::V3(_) => new_name(&text),
    })?;
    let narrow = |n: u64| usize::try_from(n).map_err(|_| wrong("its shape is too large for this machine".to_owned()));
    let sizes: Vec<usize> = array.shape().iter().map(|&n| narrow(n)).collect::<Res<_>>()?;
    let first = vec![0u64; sizes.len()];
    let chunks = array.chunk_shape(&first).map_err(|error| wrong(error.to_string()))?;
    let chunks: Vec<usize> = chunks.iter().map(|n| narrow(n.get())).collect::<Res<_>>()?;
    let bytes = |sizes: &[usize]| shape::size(sizes).and_then(|count| count.checked_mul(dtype.itemsize()));
    if bytes(&sizes).is_none() || bytes(&chunks).is_none() {
        return Err(wrong("its shape is too large for this machine".to_owned()));
    }
    Ok(Opened { array, folder, info: Info { dtype, shape: sizes, chunks } })
}

fn understood(file: &Path, text: &str) -> Res<ArrayMetadata> {
    codecs::register();
    let mut text = std::borrow::Cow::Borrowed(text);
    if let Some(name) = word(&text, "dtype").filter(|name| name.contains("M8") || name.contains("m8")) {
        // zarrs knows no times of version 2: they are read as the numbers that they are.
        let plain = if name.starts_with('>') { "\">i8\"" } else { "\"<i8\"" };
        text = text.replace(&format!("\"{name}\""), plain).into();
    }
    let known = word(&text, "dtype").or_else(|| text.contains("\"data_type\"").then(|| new_name(&text)));
    if let Some(dtype) = known.and_then(|name| DType::text_named(name.strip_prefix('>').unwrap_or(&name))) {
        text = texts::as_bytes(&text, dtype)?.into();
    }
    ArrayMetadata::try_from(&*text).map_err(|error| {
        value_error(format!("{}: this is no metadata of a Zarr array: {error}", file.display()))
            .help("zarr.json of a group has node_type \"group\": name the array with component= or path=")
    })
}

/// The name of a dtype of version 3: a word, or of times a name with unit and count.
fn new_name(text: &str) -> String {
    let name = word(text, "data_type").unwrap_or_default();
    if name != "name" && name != "configuration" {
        return name;
    }
    let after = text.split_once("\"data_type\"").map_or("", |(_, rest)| rest);
    let class = word(after, "name").unwrap_or_default();
    if let Some(dtype) = texts::dtype_of(&class, number(after, "length_bytes").parse().unwrap_or(0)) {
        return dtype.type_str().to_owned();
    }
    let unit = word(after, "unit").unwrap_or_default();
    let count = number(after, "scale_factor");
    let count = if count == "1" { "" } else { count.as_str() };
    format!("{}[{count}{unit}]", class.trim_start_matches("numpy."))
}

/// The digits after a key of JSON text.
fn number(text: &str, key: &str) -> String {
    let rest = text.split_once(&format!("\"{key}\"")).map_or("", |(_, rest)| rest);
    rest.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect()
}

fn named(name: &str) -> Res<DType> {
    let bare = name.strip_prefix('>').unwrap_or(name);
    DType::named(bare).ok_or_else(|| value_error(format!("Zarr arrays of dtype {name} are not in rdask yet")))
}

/// The word after a key of JSON text.
fn word(text: &str, key: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("\"{key}\""))?;
    rest.split('"').nth(1).map(str::to_owned)
}

/// Read the metadata.
///
/// # Errors
/// `FileNotFoundError`; `ValueError` for what is no Zarr array, or one of an unknown kind.
pub fn info(path: &str) -> Res<Info> {
    open(path).map(|opened| opened.info)
}

fn wide(list: &[usize]) -> Vec<u64> {
    list.iter().map(|&n| n as u64).collect()
}

/// What a box has of a chunk.
struct Piece {
    /// Where the chunk is in the grid.
    index: Vec<usize>,
    /// Where the piece begins in the chunk.
    inner: Vec<usize>,
    /// Where it begins in the box.
    outer: Vec<usize>,
    /// Its sizes.
    sizes: Vec<usize>,
}

/// The pieces of a box, chunk by chunk.
fn pieces(info: &Info, starts: &[usize], sizes: &[usize]) -> Res<Vec<Piece>> {
    let axes = || starts.iter().zip(sizes).zip(info.shape.iter().zip(&info.chunks));
    let inside = axes().all(|((&at, &n), (&whole, _))| at.checked_add(n).is_some_and(|end| end <= whole));
    if starts.len() != info.shape.len() || sizes.len() != info.shape.len() || !inside {
        let (end, whole) = (shape::show(sizes), shape::show(&info.shape));
        return Err(value_error(format!("a box of shape {end} is not within an array of shape {whole}")));
    }
    let mut out = vec![Piece { index: Vec::new(), inner: Vec::new(), outer: Vec::new(), sizes: Vec::new() }];
    for ((&start, &size), (_, &chunk)) in axes() {
        let chunk = chunk.max(1);
        let end = start + size;
        let blocks = if size == 0 { 0..0 } else { start / chunk..(end - 1) / chunk + 1 };
        let with = |piece: &Piece, at: usize| {
            let (low, high) = ((at * chunk).max(start), ((at + 1).saturating_mul(chunk)).min(end));
            let add = |list: &Vec<usize>, n: usize| list.iter().copied().chain([n]).collect::<Vec<usize>>();
            Piece {
                index: add(&piece.index, at),
                inner: add(&piece.inner, low - at * chunk),
                outer: add(&piece.outer, low - start),
                sizes: add(&piece.sizes, high - low),
            }
        };
        out = out.iter().flat_map(|piece| blocks.clone().map(move |at| with(piece, at))).collect();
    }
    Ok(out)
}

/// Copy a box of elements of `item` bytes from one array to another, both in C order.
fn copy(
    (from, from_sizes, from_at): Side<'_, &[u8]>,
    (to, to_sizes, to_at): Side<'_, &mut [u8]>,
    sizes: &[usize],
    item: usize,
) {
    let (row, outer) = match sizes.split_last() {
        Some((&row, outer)) => (row, outer),
        None => (1, sizes),
    };
    let walk = |whole: &[usize], at: &[usize]| {
        let strides = shape::strides(whole);
        let first: usize = strides.iter().zip(at).map(|(&step, &at)| step as usize * at).sum();
        Positions::new(outer, strides.get(..outer.len()).unwrap_or_default(), first)
    };
    for (source, target) in walk(from_sizes, from_at).zip(walk(to_sizes, to_at)) {
        let source = from.get(source * item..(source + row) * item);
        if let (Some(source), Some(target)) = (source, to.get_mut(target * item..(target + row) * item)) {
            target.copy_from_slice(source);
        }
    }
}

/// Elements, the sizes of their array, and where a box begins in it.
type Side<'a, T> = (T, &'a [usize], &'a [usize]);

impl Opened {
    /// The file of a chunk.
    fn file(&self, index: &[usize]) -> PathBuf {
        self.folder.join(self.array.chunk_key(&wide(index)).as_str())
    }

    /// A part of a chunk, in the bytes of this machine.
    fn chunk(&self, index: &[usize], starts: &[usize], sizes: &[usize]) -> Res<Vec<u8>> {
        let failed = |why: String| {
            let file = self.file(index);
            let size = std::fs::metadata(&file).map_or(0, |found| found.len());
            value_error(format!(
                "{}: chunk {index:?} of the Zarr array cannot be read: {why}; the file has {size} bytes",
                file.display()
            ))
            .help("the chunk on disk is damaged, or of another size than the metadata say: write it anew")
        };
        let subset =
            ArraySubset::new_with_start_shape(wide(starts), wide(sizes)).map_err(|error| failed(error.to_string()))?;
        let bytes: ArrayBytes<'static> =
            self.array.retrieve_chunk_subset(&wide(index), &subset).map_err(|error| failed(error.to_string()))?;
        let bytes = bytes.into_fixed().map_err(|error| failed(error.to_string()))?;
        let wanted = sizes.iter().product::<usize>() * self.info.dtype.itemsize();
        match bytes.len() == wanted {
            true => Ok(bytes.into_owned()),
            false => Err(failed(format!("it has {} bytes of elements and should have {wanted}", bytes.len()))),
        }
    }

    /// Which chunks have a file.
    fn present(&self) -> Vec<Vec<usize>> {
        let grid: Vec<usize> =
            self.info.shape.iter().zip(&self.info.chunks).map(|(n, chunk)| n.div_ceil((*chunk).max(1))).collect();
        let strides = shape::strides(&grid);
        let count = shape::size(&grid).unwrap_or(usize::MAX).min(MOST_LOOKED_AT);
        let index = |at: usize| -> Vec<usize> {
            grid.iter().zip(&strides).map(|(&n, &step)| at / (step.max(1) as usize) % n.max(1)).collect()
        };
        (0..count).map(index).filter(|index| self.file(index).exists()).collect()
    }

    /// What did not work, and what is there.
    fn unwritten(&self, index: &[usize], error: &ArrayError) -> Box<Raised> {
        let done = self.present();
        let shown: Vec<String> = done.iter().take(8).map(|index| format!("{index:?}")).collect();
        let more = if done.len() > 8 { ", ..." } else { "" };
        let file = self.file(index);
        let text = format!(
            "{}: chunk {index:?} of the Zarr array cannot be written: {error}; chunks with a file: {} ({}{more})",
            file.display(),
            done.len(),
            shown.join(", ")
        );
        Raised::new(ExcClass::OSError, text)
            .help("what has a file is whole; make room or give the right, and write again")
    }
}

/// At most this many chunks are looked for when an error is told.
const MOST_LOOKED_AT: usize = 10_000;

/// Read the box of these sizes from `starts` on.
///
/// # Errors
/// `ValueError` that names file, chunk and bytes for chunks that cannot be decoded.
pub fn read(path: &str, starts: &[usize], sizes: &[usize]) -> Res<Chunk> {
    let opened = open(path)?;
    let dtype = opened.info.dtype;
    let pieces = pieces(&opened.info, starts, sizes)?;
    let big = cfg!(target_endian = "big");
    if let [only] = &*pieces
        && only.sizes == sizes
    {
        return npy::elements(&opened.chunk(&only.index, &only.inner, sizes)?, sizes.to_vec(), dtype, big);
    }
    let mut out = crate::data::buffer::room::<u8>(&[sizes.iter().product::<usize>().saturating_mul(dtype.itemsize())])?;
    out.resize(out.capacity(), 0);
    for piece in &pieces {
        let found = opened.chunk(&piece.index, &piece.inner, &piece.sizes)?;
        let origin = vec![0; sizes.len()];
        let (from, to) = ((&*found, &*piece.sizes, &*origin), (&mut *out, sizes, &*piece.outer));
        copy(from, to, &piece.sizes, dtype.itemsize());
    }
    npy::elements(&out, sizes.to_vec(), dtype, big)
}

/// One chunk at a time is changed in part.
static CHANGING: [Mutex<()>; 16] = [const { Mutex::new(()) }; 16];

/// Write a box from `starts` on. Chunks that it covers in part keep the rest.
///
/// # Errors
/// `OSError` that names the file and the chunk, and says which chunks are written.
pub fn write(path: &str, starts: &[usize], values: &Chunk) -> Res<()> {
    let opened = open(path)?;
    let Info { dtype, shape: whole, chunks } = &opened.info;
    if values.dtype() != *dtype {
        return Err(value_error(format!("an array of {} cannot be written into one of {dtype}", values.dtype())));
    }
    let mut bytes = Vec::new();
    npy::bytes(values, &mut bytes)?;
    let origin = vec![0; chunks.len()];
    for piece in pieces(&opened.info, starts, &values.shape)? {
        let mut axes = piece.index.iter().zip(chunks).zip(whole).zip(&piece.sizes);
        let covered =
            axes.all(|(((&at, &chunk), &end), &size)| size == chunk.min(end.saturating_sub(at.saturating_mul(chunk))));
        let mut hasher = DefaultHasher::new();
        (path, &piece.index).hash(&mut hasher);
        let one = CHANGING.get(hasher.finish() as usize % CHANGING.len());
        let _held = one.filter(|_| !covered).map(|one| one.lock().unwrap_or_else(PoisonError::into_inner));
        let mut chunk = if covered {
            opened.array.fill_value().as_ne_bytes().repeat(chunks.iter().product())
        } else {
            opened.chunk(&piece.index, &origin, chunks)?
        };
        let (from, to) = ((&*bytes, &*values.shape, &*piece.outer), (&mut *chunk, &**chunks, &*piece.inner));
        copy(from, to, &piece.sizes, dtype.itemsize());
        let stored = opened.array.store_chunk(&wide(&piece.index), ArrayBytes::from(chunk));
        stored.map_err(|error| opened.unwritten(&piece.index, &error))?;
    }
    Ok(())
}

/// Write a file of metadata; of an array it must be understood.
///
/// # Errors
/// `ValueError` for what is no metadata; `OSError` that names the file.
pub fn put(path: &str, text: &str, array: bool) -> Res<()> {
    let file = Path::new(path);
    if array {
        let nowhere = Arc::new(Folder(PathBuf::new()));
        Array::new_with_metadata(nowhere, "/", understood(file, text)?)
            .map_err(|error| value_error(format!("{path}: {error}")))?;
    }
    folder::put(file, text.as_bytes()).map_err(|error| os_error(&error, file))
}
