//! Zarr arrays in folders, versions 2 and 3, chunk by chunk. The only user of zarrs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use zarrs::array::{Array, ArrayBytes, ArraySubset};
use zarrs::filesystem::FilesystemStore;
use zarrs::metadata::ArrayMetadata;

use super::npy;
use crate::data::raised::{ExcClass, Raised, Res, value_error};
use crate::data::{Chunk, DType};

/// What the metadata of an array says.
#[derive(Clone, Debug, PartialEq)]
pub struct Info {
    /// Element type.
    pub dtype: DType,
    /// Sizes.
    pub shape: Vec<usize>,
    /// Sizes of a chunk.
    pub chunks: Vec<usize>,
}

type Opened = Array<FilesystemStore>;

fn node(component: &str) -> String {
    format!("/{}", component.trim_matches('/'))
}

fn open(path: &str, component: &str) -> Res<Opened> {
    if !Path::new(path).exists() {
        return Err(Raised::new(ExcClass::FileNotFoundError, format!("Unable to find group: {path}")));
    }
    let store = FilesystemStore::new(path).map_err(|error| value_error(format!("{path}: {error}")))?;
    let store = Arc::new(store);
    let unreadable = |error: String| {
        value_error(format!("{path}: there is no Zarr array at '{component}' that can be read: {error}"))
    };
    match old_times(path, component) {
        // zarrs knows no times of version 2: they are read as the numbers that they are.
        Some((text, name)) => {
            let plain = if name.starts_with('>') { "\">i8\"" } else { "\"<i8\"" };
            let plain = text.replace(&format!("\"{name}\""), plain);
            let metadata = ArrayMetadata::try_from(plain.as_str()).map_err(|error| unreadable(error.to_string()))?;
            Array::new_with_metadata(store, &node(component), metadata).map_err(|error| unreadable(error.to_string()))
        }
        None => Array::open(store, &node(component)).map_err(|error| unreadable(error.to_string())),
    }
}

/// The metadata of an array of moments or durations of version 2, and the name of its dtype.
fn old_times(path: &str, component: &str) -> Option<(String, String)> {
    let folder = Path::new(path).join(component.trim_matches('/'));
    let text = std::fs::read_to_string(folder.join(".zarray")).ok()?;
    let name = word(&text, "dtype")?;
    let bare = name.trim_start_matches(['<', '>', '=', '|']);
    (bare.starts_with("M8") || bare.starts_with("m8")).then_some((text, name))
}

/// The name of a dtype of version 3: a word, or of times a name with unit and count.
fn new_name(text: &str) -> String {
    let name = word(text, "data_type").unwrap_or_default();
    if name != "name" {
        return name;
    }
    let after = text.split_once("\"data_type\"").map_or("", |(_, rest)| rest);
    let class = word(after, "name").unwrap_or_default();
    let unit = word(after, "unit").unwrap_or_default();
    let count = after.split_once("\"scale_factor\"").map_or("", |(_, rest)| rest);
    let count: String = count.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let count = if count == "1" { "" } else { count.as_str() };
    format!("{}[{count}{unit}]", class.trim_start_matches("numpy."))
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
pub fn info(path: &str, component: &str) -> Res<Info> {
    let array = open(path, component)?;
    let text = array.metadata().to_string_pretty();
    let name = match (old_times(path, component), array.metadata()) {
        (Some((_, name)), _) => name,
        (None, ArrayMetadata::V2(_)) => word(&text, "dtype").unwrap_or_default(),
        _ => new_name(&text),
    };
    let dtype = named(&name)?;
    let shape: Vec<usize> = array.shape().iter().map(|&n| n as usize).collect();
    let first = vec![0u64; shape.len()];
    let chunks = match array.chunk_shape(&first) {
        Ok(sizes) => sizes.iter().map(|n| n.get() as usize).collect(),
        Err(_) => shape.clone(),
    };
    Ok(Info { dtype, shape, chunks })
}

/// Read the box of these sizes from `starts` on.
///
/// # Errors
/// `ValueError` that names file and place for chunks that cannot be decoded.
pub fn read(path: &str, component: &str, starts: &[usize], sizes: &[usize]) -> Res<Chunk> {
    let known = info(path, component)?;
    let array = open(path, component)?;
    let wide = |list: &[usize]| list.iter().map(|&n| n as u64).collect::<Vec<u64>>();
    let place = || {
        let ranges: Vec<String> = starts.iter().zip(sizes).map(|(at, n)| format!("{at}:{}", at + n)).collect();
        format!(
            "{path}{}, elements [{}]",
            if component.is_empty() { String::new() } else { format!("/{component}") },
            ranges.join(", ")
        )
    };
    let failed = |why: String| {
        value_error(format!("cannot read Zarr array {}: {why}", place()))
            .help("a chunk on disk is damaged, or of another size than the metadata say; write the array anew")
    };
    let subset =
        ArraySubset::new_with_start_shape(wide(starts), wide(sizes)).map_err(|error| failed(error.to_string()))?;
    let bytes: ArrayBytes<'static> = array.retrieve_array_subset(&subset).map_err(|error| failed(error.to_string()))?;
    let bytes = bytes.into_fixed().map_err(|error| failed(error.to_string()))?;
    let wanted = sizes.iter().product::<usize>() * known.dtype.itemsize();
    if bytes.len() != wanted {
        return Err(failed(format!("it has {} bytes and should have {wanted}", bytes.len())));
    }
    npy::elements(&bytes, sizes.to_vec(), known.dtype, cfg!(target_endian = "big"))
}

/// Write the chunk with this index.
///
/// # Errors
/// `OSError` that names the file and the chunk.
pub fn write_chunk(path: &str, component: &str, index: &[usize], chunk: &Chunk) -> Res<()> {
    let array = open(path, component)?;
    let known = info(path, component)?;
    let failed = |why: String| {
        Raised::new(ExcClass::OSError, format!("cannot write chunk {index:?} of Zarr array {path}: {why}"))
            .help("the other chunks that were written stay; the disk may be full")
    };
    let mut bytes = Vec::new();
    npy::bytes(&padded(chunk, &known.chunks)?, &mut bytes)?;
    let index: Vec<u64> = index.iter().map(|&at| at as u64).collect();
    array.store_chunk(&index, ArrayBytes::from(bytes)).map_err(|error| failed(error.to_string()))
}

/// Chunks at the edge are stored whole.
fn padded(chunk: &Chunk, sizes: &[usize]) -> Res<Chunk> {
    if chunk.shape == sizes {
        return Ok(chunk.clone());
    }
    let whole = Chunk::full(crate::data::Scalar::zero(chunk.dtype()), sizes)?;
    crate::with_dtype!(chunk.dtype(), T => {
        let mut items = whole.to_vec::<T>()?;
        let from = chunk.to_vec::<T>()?;
        let mut inside = whole.clone();
        inside.shape.clone_from(&chunk.shape);
        for (place, item) in inside.positions().zip(from) {
            if let Some(slot) = items.get_mut(place) {
                *slot = item;
            }
        }
        Ok(Chunk::of(items, sizes.to_vec()).typed(chunk.dtype()))
    })
}

fn list(sizes: &[usize]) -> String {
    format!("[{}]", sizes.iter().map(usize::to_string).collect::<Vec<_>>().join(","))
}

fn metadata(info: &Info, version: u8) -> String {
    let fill = match info.dtype.kind_char() {
        'b' => "false",
        'f' => "0.0",
        'c' => "[0.0,0.0]",
        // NaT, as zarr-python has it.
        'M' | 'm' => "-9223372036854775808",
        _ => "0",
    };
    let (shape, chunks) = (list(&info.shape), list(&info.chunks));
    if version == 2 {
        return format!(
            "{{\"zarr_format\":2,\"shape\":{shape},\"chunks\":{chunks},\"dtype\":\"{}\",\"compressor\":{{\"id\":\"zstd\",\"level\":0,\
             \"checksum\":false}},\"fill_value\":{fill},\"order\":\"C\",\"filters\":null,\"dimension_separator\":\".\"}}",
            info.dtype.type_str()
        );
    }
    let name = match info.dtype.unit() {
        Some(unit) => format!(
            "{{\"name\":\"numpy.{}\",\"configuration\":{{\"unit\":\"{}\",\"scale_factor\":{}}}}}",
            info.dtype.bare_name(),
            unit.base.name(),
            unit.count
        ),
        None => format!("\"{}\"", info.dtype.name()),
    };
    format!(
        "{{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":{shape},\"data_type\":{name},\"chunk_grid\":{{\"name\":\"regular\",\
         \"configuration\":{{\"chunk_shape\":{chunks}}}}},\"chunk_key_encoding\":{{\"name\":\"default\",\"configuration\":\
         {{\"separator\":\"/\"}}}},\"fill_value\":{fill},\"codecs\":[{{\"name\":\"bytes\",\"configuration\":{{\"endian\":\"little\"}}}},\
         {{\"name\":\"zstd\",\"configuration\":{{\"level\":0,\"checksum\":false}}}}],\"attributes\":{{}}}}"
    )
}

fn os_error(error: &std::io::Error, path: &Path) -> Box<Raised> {
    Raised::new(ExcClass::OSError, format!("{}: {error}", path.display()))
}

/// Write a file under a temporary name and move it into place.
///
/// # Errors
/// `OSError` that names the file.
pub fn put(path: &Path, bytes: &[u8]) -> Res<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".partial");
    let beside = path.with_file_name(name);
    let done = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    done.map_err(|error| {
        // What was begun goes; that it may be gone already does not matter.
        std::fs::remove_file(&beside).ok();
        os_error(&error, path)
    })
}

/// Make an empty array; an old one goes if `overwrite`.
///
/// # Errors
/// `ValueError` if there is an array and it is not to be overwritten; `OSError`.
pub fn create(path: &str, component: &str, info: &Info, version: u8, overwrite: bool) -> Res<()> {
    let inner = component.trim_matches('/');
    let root = PathBuf::from(path);
    let folder = if inner.is_empty() { root.clone() } else { root.join(inner) };
    let (own, group, text) = if version == 2 {
        (".zarray", ".zgroup", "{\"zarr_format\":2}")
    } else {
        ("zarr.json", "zarr.json", "{\"attributes\":{},\"zarr_format\":3,\"node_type\":\"group\"}")
    };
    let exists = folder.join(".zarray").exists() || folder.join("zarr.json").exists();
    if exists && !overwrite {
        return Err(value_error(format!("An array exists in store LocalStore('file://{path}') at path '{inner}'."))
            .help("overwrite=True replaces it"));
    }
    if exists {
        std::fs::remove_dir_all(&folder).map_err(|error| os_error(&error, &folder))?;
    }
    std::fs::create_dir_all(&folder).map_err(|error| os_error(&error, &folder))?;
    let mut above = folder.parent().map(Path::to_path_buf);
    while let Some(at) = above.filter(|at| !inner.is_empty() && at.starts_with(&root)) {
        if !at.join(group).exists() {
            put(&at.join(group), text.as_bytes())?;
        }
        above = at.parent().map(Path::to_path_buf);
    }
    put(&folder.join(own), metadata(info, version).as_bytes())
}
