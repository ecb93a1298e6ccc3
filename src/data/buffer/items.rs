//! The elements of one buffer: in memory of their own, or in that of a mapped file.

use std::ops::{Deref, DerefMut};

use super::mapped::Window;

/// Elements in a row.
#[derive(Debug)]
pub enum Items<T> {
    /// In memory of their own.
    Own(Vec<T>),
    /// In a mapped file.
    Mapped(Window<T>),
}

impl<T> Items<T> {
    /// The vector, to be filled or taken; `None` in a mapped file.
    pub fn own_mut(&mut self) -> Option<&mut Vec<T>> {
        match self {
            Items::Own(items) => Some(items),
            Items::Mapped(_) => None,
        }
    }
}

impl<T> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Items<T> {
        Items::Own(items)
    }
}

impl<T> Deref for Items<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        match self {
            Items::Own(items) => items,
            Items::Mapped(window) => window.items(),
        }
    }
}

impl<T> DerefMut for Items<T> {
    /// The elements, to be changed: none of those in a file that is open for reading.
    #[inline]
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Items::Own(items) => items,
            Items::Mapped(window) => window.items_mut(),
        }
    }
}

impl<T: PartialEq> PartialEq for Items<T> {
    fn eq(&self, other: &Items<T>) -> bool {
        **self == **other
    }
}
