//! Lazy collections as values of a script: handles on logical nodes. Their behaviour as objects is in `builtins`.

use std::cell::OnceCell;
use std::ops::Deref;

use super::node::Node;

/// A `dask.array.Array`: a handle on a node. Assignment to a part of the array gives the handle another node; who has
/// the old one keeps it.
#[derive(Clone)]
pub struct Array {
    made: State,
    later: OnceCell<Box<Array>>,
}

/// What a handle stands for now.
#[derive(Clone)]
pub struct State {
    /// What it will compute.
    pub node: Node,
}

impl Array {
    /// A handle on a node.
    pub fn new(node: Node) -> Array {
        Array { made: State { node }, later: OnceCell::new() }
    }

    /// From now on the handle stands for another node.
    pub fn assign(&self, node: Node) {
        let mut last = self;
        let mut next = Box::new(Array::new(node));
        loop {
            while let Some(later) = last.later.get() {
                last = later;
            }
            match last.later.set(next) {
                Ok(()) => return,
                Err(back) => next = back,
            }
        }
    }
}

impl Deref for Array {
    type Target = State;

    fn deref(&self) -> &State {
        let mut last = self;
        while let Some(later) = last.later.get() {
            last = later;
        }
        &last.made
    }
}

/// Many assignments make a long chain: it is taken apart in a loop.
impl Drop for Array {
    fn drop(&mut self) {
        let mut rest = self.later.take();
        while let Some(mut array) = rest {
            rest = array.later.take();
        }
    }
}
