//! Eager arrays as values, and their frozen form. Their behaviour as objects is in `builtins`.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::native::FrozenNative;
use super::{Host, TypeInfo, Value};
use crate::data::{Buffer, Chunk, DType, Res, Scalar};

/// `numpy.ndarray`.
pub static NDARRAY: TypeInfo = TypeInfo { name: "ndarray", module: "numpy", declared: "numpy.ndarray", base: None };

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

    /// Change the buffer: in place if only this array and its views hold it.
    pub fn write<R>(&self, change: impl FnOnce(&mut Buffer) -> Res<R>) -> Res<R> {
        let mut held = self.memory.borrow_mut();
        if Arc::get_mut(&mut held).is_none() {
            let copy = held.duplicate()?;
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
