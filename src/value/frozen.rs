//! Frozen values: what enters and leaves a task. Shared by threads, read in place.

use std::sync::Arc;

use super::native::FrozenNative;
use super::{Host, Value};
use crate::data::{DType, Raised, Res};

/// A value that any thread may hold.
#[derive(Clone)]
pub enum Frozen {
    /// `None`.
    None,
    /// `bool`.
    Bool(bool),
    /// A small `int`.
    Int(i64),
    /// `float`.
    Float(f64),
    /// `str`.
    Str(Arc<str>),
    /// A NumPy scalar.
    Np(DType, u64),
    /// An array or another native.
    Native(Arc<dyn FrozenNative>),
    /// Anything with parts: a node of a graph.
    Node(Arc<FrozenGraph>, u32),
}

/// The nodes of a value with parts.
pub struct FrozenGraph {
    nodes: Box<[()]>,
}

/// What was frozen already in one computation, by address.
#[derive(Default)]
pub struct Memo {}

/// A raised exception that any thread may hold.
pub struct FrozenRaised {}

/// Freeze a value.
#[allow(unused_variables)]
pub fn freeze(host: &mut dyn Host, v: &Value, memo: &mut Memo) -> Res<Frozen> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// A live value of this thread.
#[allow(unused_variables)]
pub fn thaw(host: &mut dyn Host, frozen: &Frozen) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// Freeze what was raised.
#[allow(unused_variables)]
pub fn freeze_raised(host: &mut dyn Host, raised: Box<Raised>) -> FrozenRaised {
    FrozenRaised {}
}

/// What was raised, in this thread.
#[allow(unused_variables)]
pub fn thaw_raised(host: &mut dyn Host, raised: &FrozenRaised) -> Box<Raised> {
    Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet")
}

impl Frozen {
    /// Size in memory, in bytes.
    pub fn nbytes(&self) -> usize {
        16
    }

    /// Type, shape and dtype in words, for messages.
    pub fn describe(&self) -> String {
        String::new()
    }
}

impl FrozenGraph {
    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}
