//! Eager arrays as values, and their frozen form. Their behaviour as objects is in `builtins`.

use std::cell::RefCell;
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
}

impl NdArray {
    /// An array of its own over a chunk.
    pub fn new(chunk: Chunk) -> NdArray {
        let Chunk { buffer, shape, strides, offset } = chunk;
        NdArray { memory: Rc::new(RefCell::new(buffer)), shape, strides, offset, view: false }
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
        NdArray { memory, shape, strides, offset, view: same }
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
    /// `ValueError` for a file that is only read.
    pub fn write<R>(&self, change: impl FnOnce(&mut Buffer) -> Res<R>) -> Res<R> {
        let mut held = self.memory.borrow_mut();
        let access = held.map().map(|map| map.access());
        if let Some(map) = held.map() {
            map.check()?;
        }
        if access == Some(Access::Read) {
            return Err(value_error("assignment destination is read-only"));
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
