//! Files mapped into memory. The only user of memmap2.

use std::fs::{File, OpenOptions};
use std::io;
use std::marker::PhantomData;
use std::sync::Arc;

use memmap2::{MmapOptions, MmapRaw};

use super::super::raised::{ExcClass, Raised, Res, value_error};
use super::super::{DType, Element};
use super::{Buffer, Items, with_data, with_dtype};

/// What may be done with a mapped file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// It is read.
    Read,
    /// What is written goes into the file.
    Write,
    /// As `Write`, in a file that was just made.
    New,
    /// What is written stays in this process.
    Copy,
}

impl Access {
    /// Whether what is written goes into the file.
    pub fn writes(self) -> bool {
        matches!(self, Access::Write | Access::New)
    }
}

/// A part of a file, mapped into memory.
#[derive(Debug)]
pub struct Map {
    memory: MmapRaw,
    file: File,
    name: String,
    access: Access,
    /// Byte of the file at which it begins.
    start: u64,
    /// How many bytes it has.
    bytes: usize,
}

impl Map {
    /// Map `bytes` bytes of a file from the byte `start` on.
    ///
    /// # Errors
    /// What the system says; `UnexpectedEof` for a file that is shorter.
    pub fn open(name: &str, access: Access, start: u64, bytes: usize) -> io::Result<Map> {
        let file = OpenOptions::new().read(true).write(access.writes()).open(name)?;
        if file.metadata()?.len() < start.saturating_add(bytes as u64) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut how = MmapOptions::new();
        how.offset(start).len(bytes);
        let memory = match access {
            Access::Read => how.map_raw_read_only(&file)?,
            Access::Write | Access::New => how.map_raw(&file)?,
            Access::Copy => private(&how, &file)?,
        };
        Ok(Map { memory, file, name: name.to_owned(), access, start, bytes })
    }

    /// The file's name, as it was given.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What may be done with it.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Byte of the file at which it begins.
    pub fn start(&self) -> u64 {
        self.start
    }

    /// Whether the file still has all of it: what another process cut off must not be touched.
    ///
    /// # Errors
    /// `OSError` that names the file and its bytes.
    pub fn check(&self) -> Res<()> {
        let wanted = self.start.saturating_add(self.bytes as u64);
        let found = self.file.metadata().map_or(0, |found| found.len());
        if found >= wanted {
            return Ok(());
        }
        let text =
            format!("{}: the file has {found} bytes now, the array mapped from it ends at byte {wanted}", self.name);
        Err(Raised::new(ExcClass::OSError, text)
            .help("another program made it shorter; write it anew and map it again"))
    }

    /// Wait until what was written is in the file.
    ///
    /// # Errors
    /// What the system says.
    pub fn flush(&self) -> io::Result<()> {
        if self.access.writes() { self.memory.flush() } else { Ok(()) }
    }
}

/// Map for reading and writing, so that nothing is written into the file.
#[allow(unsafe_code)]
fn private(how: &MmapOptions, file: &File) -> io::Result<MmapRaw> {
    // SAFETY: the map is only read and written through raw pointers, by `Window`.
    Ok(MmapRaw::from(unsafe { how.map_copy(file)? }))
}

/// Make a file at least this long, in bytes, with room on the disk: else writing into the map could fail, and nobody could
/// say so.
///
/// # Errors
/// What the system says, as when the disk is full.
pub fn extend(file: &File, bytes: u64) -> io::Result<()> {
    let there = file.metadata()?.len();
    if there >= bytes {
        return Ok(());
    }
    reserve(file, there, bytes - there).inspect_err(|_| {
        // It is as it was; if that fails too, the first error says why.
        file.set_len(there).ok();
    })
}

#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn reserve(file: &File, start: u64, bytes: u64) -> io::Result<()> {
    use std::os::fd::AsRawFd;
    unsafe extern "C" {
        fn posix_fallocate64(file: i32, start: i64, bytes: i64) -> i32;
    }
    let wide = |n: u64| i64::try_from(n).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge));
    let (start, bytes) = (wide(start)?, wide(bytes)?);
    // SAFETY: the function takes no memory of ours, and the file is open.
    match unsafe { posix_fallocate64(file.as_raw_fd(), start, bytes) } {
        0 => Ok(()),
        code => Err(io::Error::from_raw_os_error(code)),
    }
}

#[cfg(not(target_os = "linux"))]
fn reserve(file: &File, start: u64, bytes: u64) -> io::Result<()> {
    file.set_len(start + bytes)
}

/// The elements in a mapped file.
#[derive(Debug)]
pub struct Window<T> {
    map: Arc<Map>,
    /// Number of elements.
    count: usize,
    of: PhantomData<T>,
}

impl<T: Element> Window<T> {
    /// All whole elements of a map.
    ///
    /// # Errors
    /// `ValueError` where elements of this type cannot be seen: not at a multiple of their size in memory, or bytes that
    /// are no bool.
    pub fn new(map: Arc<Map>) -> Res<Window<T>> {
        if T::DTYPE.is_text() {
            let text = format!("{}: fixed strings cannot be mapped", map.name);
            return Err(value_error(text).help("np.load(...) without mmap_mode= reads them"));
        }
        let aligned = map.memory.as_ptr().cast::<T>().is_aligned();
        if !aligned {
            let text = format!("{}: elements of dtype {} cannot be mapped from byte {}", map.name, T::DTYPE, map.start);
            return Err(value_error(text).help("mode 'r' or 'c' reads them; else begin at a multiple of their size"));
        }
        let window = Window { count: map.bytes / size_of::<T>(), map, of: PhantomData };
        if T::DTYPE == DType::Bool && !window.bytes().iter().all(|&byte| byte < 2) {
            let text = format!("{}: there are bytes other than 0 and 1, which are no bools", window.map.name);
            return Err(value_error(text).help("map them as uint8"));
        }
        Ok(window)
    }
}

impl<T> Window<T> {
    /// The map.
    pub fn map(&self) -> &Arc<Map> {
        &self.map
    }

    #[allow(unsafe_code)]
    fn bytes(&self) -> &[u8] {
        // SAFETY: the map has so many bytes; it lives as long as this borrow.
        unsafe { std::slice::from_raw_parts(self.map.memory.as_ptr(), self.map.bytes) }
    }

    /// The elements.
    #[allow(unsafe_code)]
    #[inline]
    pub fn items(&self) -> &[T] {
        // SAFETY: `new` saw that the first element is aligned and that `count` elements fit the map, which lives as long
        // as this borrow. Every pattern of bits is a value of the dtypes but bool, whose bytes `new` saw. That another
        // process may change the file meanwhile is in the nature of a map.
        unsafe { std::slice::from_raw_parts(self.map.memory.as_ptr().cast(), self.count) }
    }

    /// The elements, to be changed; none if the file is open for reading.
    #[allow(unsafe_code)]
    pub fn items_mut(&mut self) -> &mut [T] {
        if self.map.access == Access::Read {
            return &mut [];
        }
        // SAFETY: as for `items`. The memory may be written; a window that may be written is never given to another thread
        // (`Buffer::shared` maps the file anew for reading), and in its own thread this borrow is the only one that writes.
        unsafe { std::slice::from_raw_parts_mut(self.map.memory.as_mut_ptr().cast(), self.count) }
    }
}

impl Buffer {
    /// The elements in a mapped file: all of the map. They are not counted, the system takes their memory back.
    ///
    /// # Errors
    /// `ValueError` where elements of this dtype cannot be seen in the file.
    pub fn mapped(map: Arc<Map>, dtype: DType) -> Res<Buffer> {
        with_dtype!(dtype, T => Ok(Buffer::new(T::hold(Items::Mapped(Window::new(map)?))).typed(dtype)))
    }

    /// The file that the elements are mapped from.
    pub fn map(&self) -> Option<&Arc<Map>> {
        with_data!(&self.data, items => match items {
            Items::Own(_) => None,
            Items::Mapped(window) => Some(window.map()),
        })
    }

    /// What other threads may hold of a file whose map is written here: a map of it for reading.
    ///
    /// # Errors
    /// What the system says.
    pub fn shared(&self) -> Option<io::Result<Map>> {
        let map = self.map().filter(|map| map.access().writes())?;
        Some(Map::open(map.name(), Access::Read, map.start(), self.len() * self.dtype().itemsize()))
    }

    /// Write all elements of another buffer over those of this one, whoever sees them, if they are mapped from a file
    /// that may be written.
    pub fn write_through(&self, from: &Buffer) -> Res<()> {
        let Some(map) = self.map() else { return Ok(()) };
        let mut again = Buffer::mapped(map.clone(), self.dtype())?;
        with_data!(&mut again.data, items => {
            if let Some(from) = from.items() && from.len() == items.len() {
                items.copy_from_slice(from);
            }
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_of_a_file_are_read_and_written() {
        let folder = std::env::temp_dir().join(format!("rdask-map-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("x.bin");
        std::fs::write(&path, [1u8, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0]).unwrap();
        let name = path.to_str().unwrap();
        assert!(Map::open(name, Access::Read, 4, 9).is_err());
        let open = |access| Buffer::mapped(Arc::new(Map::open(name, access, 4, 8).unwrap()), DType::Int32).unwrap();
        assert_eq!(open(Access::Read).items::<i32>().unwrap(), [2, 3]);
        let mut kept = open(Access::Copy);
        kept.data_mut().set(0, crate::data::Scalar::Int32(7));
        assert_eq!(kept.items::<i32>().unwrap(), [7, 3]);
        let mut written = open(Access::Write);
        written.data_mut().set(1, crate::data::Scalar::Int32(9));
        written.map().unwrap().flush().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), [1u8, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 0]);
        let mut read = open(Access::Read);
        read.data_mut().set(1, crate::data::Scalar::Int32(5));
        assert_eq!(read.items::<i32>().unwrap(), [2, 9]);
        assert!(read.map().unwrap().check().is_ok());
        OpenOptions::new().write(true).open(&path).unwrap().set_len(8).unwrap();
        assert!(read.map().unwrap().check().unwrap_err().message.contains("has 8 bytes now"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
