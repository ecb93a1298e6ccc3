//! Eager arrays as values, and their frozen form. Their behaviour as objects is in `builtins`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::native::FrozenNative;
use super::{Host, TypeInfo, Value};
use crate::data::buffer::{Access, Map};
use crate::data::raised::value_error;
use crate::data::{Buffer, Chunk, DType, Res, Scalar};

/// `numpy.ndarray`.
pub static NDARRAY: TypeInfo = TypeInfo { name: "ndarray", module: "numpy", declared: "numpy.ndarray", base: None };

/// `numpy.memmap`: an array whose elements are in a mapped file.
pub static MEMMAP: TypeInfo =
    TypeInfo { name: "memmap", module: "numpy", declared: "numpy.memmap", base: Some(&NDARRAY) };

/// An eager array. Views of one array share `memory`, so a write through one shows in all; who else holds the buffer
/// (a graph, a task) keeps it as it was: a write copies it first.
#[derive(Clone)]
pub struct NdArray {
    /// The buffer that this array and its views see.
    pub memory: Rc<RefCell<Arc<Buffer>>>,
    /// Sizes.
    pub shape: Vec<usize>,
    /// Steps, in elements.
    pub strides: Vec<isize>,
    /// Position of the first element.
    pub offset: usize,
    /// Whether it is a view of another array.
    pub view: bool,
    /// The array whose bytes it reads as another dtype.
    pub link: Option<Rc<Link>>,
    /// Whether its elements may be written through it.
    writable: Rc<Cell<bool>>,
    /// Of a view: whether those of the array that has them may be.
    base: Option<Rc<Cell<bool>>>,
}

/// An array whose bytes another reads as elements of another dtype: what is written to one shows in the other.
pub struct Link {
    base: NdArray,
    /// The buffer whose bytes were read last. To hold it makes every write to the array a new buffer.
    seen: RefCell<Arc<Buffer>>,
    /// The elements of an array as those of another dtype, in a shape.
    read: Reread,
}

/// The bytes of an array in C order as elements of a dtype, in a shape.
pub type Reread = fn(&Chunk, DType, &[usize]) -> Res<Chunk>;

impl NdArray {
    /// An array of its own over a chunk.
    pub fn new(chunk: Chunk) -> NdArray {
        let Chunk { buffer, shape, strides, offset } = chunk;
        let writable = Rc::new(Cell::new(true));
        NdArray {
            memory: Rc::new(RefCell::new(buffer)),
            shape,
            strides,
            offset,
            view: false,
            link: None,
            writable,
            base: None,
        }
    }

    /// An array that is only read: a view of something that is no array.
    pub fn read_only(chunk: Chunk) -> NdArray {
        let base = Some(Rc::new(Cell::new(false)));
        NdArray { view: true, writable: Rc::new(Cell::new(false)), base, ..NdArray::new(chunk) }
    }

    /// As a value.
    pub fn value(chunk: Chunk) -> Value {
        Value::native(NdArray::new(chunk))
    }

    /// As a value: a NumPy scalar if it has no axes.
    pub fn value_or_scalar(chunk: Chunk) -> Value {
        if chunk.ndim() == 0 { np_scalar(chunk.only()) } else { NdArray::value(chunk) }
    }

    /// What is in it now, sharing the buffer.
    pub fn chunk(&self) -> Chunk {
        Chunk {
            buffer: self.memory.borrow().clone(),
            shape: self.shape.clone(),
            strides: self.strides.clone(),
            offset: self.offset,
        }
    }

    /// A view with the geometry of `chunk`, which must come from [`NdArray::chunk`] of this array.
    pub fn view(&self, chunk: Chunk) -> NdArray {
        let same = Arc::ptr_eq(&chunk.buffer, &self.memory.borrow());
        let Chunk { buffer, shape, strides, offset } = chunk;
        let memory = if same { self.memory.clone() } else { Rc::new(RefCell::new(buffer)) };
        let link = self.link.clone().filter(|_| same);
        let writable = Rc::new(Cell::new(!same || self.writable.get()));
        let base = same.then(|| self.owner());
        NdArray { memory, shape, strides, offset, view: same, link, writable, base }
    }

    /// Such a view that is only read, though this array may be written.
    pub fn view_to_read(&self, chunk: Chunk) -> NdArray {
        let made = self.view(chunk);
        made.writable.set(false);
        made
    }

    /// Whether the array that has the elements may be written.
    fn owner(&self) -> Rc<Cell<bool>> {
        self.base.as_ref().unwrap_or(&self.writable).clone()
    }

    /// Whether its elements may be written: `flags.writeable`.
    pub fn is_writable(&self) -> bool {
        self.writable.get() && self.map().is_none_or(|map| map.access() != Access::Read)
    }

    /// `setflags(write=)`.
    ///
    /// # Errors
    /// `ValueError` for a view of elements that are only read.
    pub fn set_writable(&self, write: bool) -> Res<()> {
        let read = self.map().is_some_and(|map| map.access() == Access::Read);
        if write && (read || self.base.as_ref().is_some_and(|base| !base.get())) {
            return Err(value_error("cannot set WRITEABLE flag to True of this array"));
        }
        self.writable.set(write);
        Ok(())
    }

    /// Whether it may be written, where it is called so.
    ///
    /// # Errors
    /// `ValueError` with that name, if not.
    pub fn may_write(&self, called: &str) -> Res<()> {
        if self.is_writable() { Ok(()) } else { Err(value_error(format!("{called} is read-only"))) }
    }

    /// The bytes of this array read as elements of a dtype, in a shape that has as many bytes.
    ///
    /// # Errors
    /// What `read` finds wrong with them.
    pub fn linked(&self, dtype: DType, shape: &[usize], read: Reread) -> Res<NdArray> {
        let made = read(&self.chunk(), dtype, shape)?;
        let seen = RefCell::new(self.memory.borrow().clone());
        let link = Rc::new(Link { base: self.clone(), seen, read });
        let writable = Rc::new(Cell::new(self.writable.get()));
        Ok(NdArray { view: true, link: Some(link), writable, base: Some(self.owner()), ..NdArray::new(made) })
    }

    /// Read anew what the array behind it holds, if that was written since.
    fn refresh(&self, link: &Link) -> Res<()> {
        link.base.readable()?;
        let now = link.base.memory.borrow().clone();
        if Arc::ptr_eq(&now, &link.seen.borrow()) {
            return Ok(());
        }
        let whole = self.memory.borrow().len();
        let made = (link.read)(&link.base.chunk(), self.dtype(), &[whole])?;
        *self.memory.borrow_mut() = made.buffer;
        *link.seen.borrow_mut() = now;
        Ok(())
    }

    /// Give the array behind it the bytes that it has now.
    fn write_back(&self, link: &Link) -> Res<()> {
        let base = link.base.chunk();
        let whole = Chunk {
            shape: vec![self.memory.borrow().len()],
            strides: vec![1],
            offset: 0,
            buffer: self.memory.borrow().clone(),
        };
        let made = (link.read)(&whole, base.dtype(), &base.shape)?;
        drop(whole);
        let places: Vec<usize> = base.positions().collect();
        drop(base);
        link.base.write_elements(|buffer| {
            for (at, place) in places.iter().enumerate() {
                buffer.data_mut().set(*place, made.at(at));
            }
            Ok(())
        })?;
        *link.seen.borrow_mut() = link.base.memory.borrow().clone();
        Ok(())
    }

    /// The dtype.
    pub fn dtype(&self) -> DType {
        self.memory.borrow().dtype()
    }

    /// The file that its elements are mapped from.
    pub fn map(&self) -> Option<Arc<Map>> {
        self.memory.borrow().map().cloned()
    }

    /// Whether the elements can be read: the file that they are mapped from still has them.
    ///
    /// # Errors
    /// `OSError` that names the file.
    pub fn readable(&self) -> Res<()> {
        if let Some(link) = &self.link {
            self.refresh(link)?;
        }
        self.memory.borrow().map().map_or(Ok(()), |map| map.check())
    }

    /// What any thread may hold: a file that is written through this array is mapped anew for reading.
    ///
    /// # Errors
    /// `OSError` that names the file.
    pub fn for_all(&self) -> Res<Chunk> {
        self.readable()?;
        let chunk = self.chunk();
        let Some(made) = chunk.buffer.shared() else { return Ok(chunk) };
        let name = chunk.buffer.map().map_or("", |map| map.name());
        let map = made.map_err(|error| super::exc::os_error(&error, name))?;
        let buffer = Arc::new(Buffer::mapped(Arc::new(map), chunk.dtype())?);
        Ok(Chunk { buffer, ..chunk })
    }

    /// Change the buffer: in place if only this array and its views hold it, or if it is a file that is written.
    ///
    /// # Errors
    /// `ValueError` for an array or a file that is only read.
    pub fn write<R>(&self, change: impl FnOnce(&mut Buffer) -> Res<R>) -> Res<R> {
        self.may_write("assignment destination")?;
        self.write_elements(change)
    }

    /// The same, whether or not they may be written through this array.
    fn write_elements<R>(&self, change: impl FnOnce(&mut Buffer) -> Res<R>) -> Res<R> {
        let Some(link) = &self.link else { return self.write_own(change) };
        self.refresh(link)?;
        let done = self.write_own(change)?;
        self.write_back(link)?;
        Ok(done)
    }

    /// The same of an array that has elements of its own.
    fn write_own<R>(&self, change: impl FnOnce(&mut Buffer) -> Res<R>) -> Res<R> {
        let mut held = self.memory.borrow_mut();
        let access = held.map().map(|map| map.access());
        if let Some(map) = held.map() {
            map.check()?;
        }
        if Arc::get_mut(&mut held).is_none() {
            let mut copy = held.duplicate()?;
            if access.is_some_and(Access::writes) {
                let done = change(&mut copy)?;
                held.write_through(&copy)?;
                return Ok(done);
            }
            *held = Arc::new(copy);
        }
        match Arc::get_mut(&mut held) {
            Some(buffer) => change(buffer),
            None => Err(crate::data::Raised::new(crate::data::ExcClass::SystemError, "an array's buffer is shared")),
        }
    }
}

/// A NumPy scalar as a value.
pub fn np_scalar(scalar: Scalar) -> Value {
    super::np::value(scalar)
}

/// An array that any thread may hold.
#[derive(Clone, Debug)]
pub struct FrozenArray(pub Chunk);

impl FrozenArray {
    /// A `numpy.str_`.
    pub fn of_text(text: &str) -> FrozenArray {
        let text = crate::data::Text::of(text);
        let dtype = DType::Text(crate::data::dtype::Width(text.width(crate::data::dtype::Kind::Text)));
        FrozenArray(Chunk::scalar(Scalar::Text(text, dtype)))
    }
}

impl FrozenNative for FrozenArray {
    fn type_info(&self) -> &'static TypeInfo {
        &NDARRAY
    }

    fn thaw(&self, _host: &mut dyn Host) -> Res<Value> {
        Ok(NdArray::value_or_scalar(self.0.clone()))
    }

    fn describe(&self) -> String {
        self.0.describe()
    }

    fn nbytes(&self) -> usize {
        self.0.nbytes()
    }
}

/// The partial result of a reduction.
#[derive(Clone, Debug)]
pub struct FrozenState(pub Vec<Chunk>);

impl FrozenNative for FrozenState {
    fn type_info(&self) -> &'static TypeInfo {
        &NDARRAY
    }

    fn thaw(&self, _host: &mut dyn Host) -> Res<Value> {
        let parts = self.0.iter().map(|part| NdArray::value_or_scalar(part.clone()));
        Ok(Value::tuple(parts.collect::<Vec<Value>>()))
    }

    fn describe(&self) -> String {
        let parts: Vec<String> = self.0.iter().map(Chunk::describe).collect();
        format!("partial result: {}", parts.join(", "))
    }

    fn nbytes(&self) -> usize {
        self.0.iter().map(Chunk::nbytes).sum()
    }
}
