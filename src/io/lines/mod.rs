//! Text files as lines: what stands behind `dask.bag.read_text` and `to_textfiles`.
//!
//! A plan is made when the script builds its bag: a list of [`Partition`]s, each some files or a part of one. A
//! task reads one with [`Lines`], which holds a block of the file and the longest line, never more.

mod plan;
mod read;
mod write;

use std::sync::Arc;

pub use plan::{absolute, by_blocks, by_files, names_for};
pub use read::Lines;
pub use write::LineWriter;

use super::codec::{Encoding, Errors};
use super::compress::Compression;
use crate::data::{ExcClass, Raised};

/// What one partition reads: files one after another, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Partition {
    /// In this order.
    pub pieces: Vec<Piece>,
}

/// A file, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    /// The absolute path.
    pub path: Arc<str>,
    /// How it is compressed.
    pub compression: Option<Compression>,
    /// A part: from which byte, how many; both are moved on to the next line end.
    pub range: Option<(u64, u64)>,
}

/// How the lines of a text are told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// How bytes become text.
    pub encoding: Encoding,
    /// What becomes of bytes that are no text.
    pub errors: Errors,
    /// Where lines end.
    pub ends: Ends,
}

/// Where lines end. Each line keeps its end.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ends {
    /// At `\n`, `\r` or `\r\n`, each of which is read as `\n`: Python's `newline=None`.
    Universal,
    /// At `\n`, `\r` or `\r\n`, as they stand: `newline=""`.
    Kept,
    /// At this text alone (`\n`, `\r`, `\r\n`), as Python reads lines.
    Line(Arc<str>),
    /// At this text, as `str.split` finds it: what follows the last one is an item too, even if it is empty, unless
    /// the file is read in blocks.
    Split(Arc<str>),
}

impl Ends {
    /// What the option `linedelimiter=` says.
    pub fn of(delimiter: Option<&str>) -> Ends {
        match delimiter {
            None => Ends::Universal,
            Some("") => Ends::Kept,
            Some(end @ ("\n" | "\r" | "\r\n")) => Ends::Line(end.into()),
            Some(end) => Ends::Split(end.into()),
        }
    }
}

/// What goes wrong while a file is read or written.
#[derive(Debug)]
pub enum Fault {
    /// The system says so: the error, and the path.
    Os(std::io::Error, Arc<str>),
    /// The file is damaged or no text: Python's exception, with file, line and byte as its help.
    Content(Box<Raised>),
}

impl Fault {
    /// As an exception; `os`: what makes one of an error of the system (`value::exc::os_error`).
    pub fn raised(self, os: impl FnOnce(&std::io::Error, &str) -> Box<Raised>) -> Box<Raised> {
        match self {
            Fault::Os(error, path) => os(&error, &path),
            Fault::Content(raised) => raised,
        }
    }
}

fn content(class: ExcClass, message: String, help: String) -> Fault {
    Fault::Content(Raised::new(class, message).help(help))
}

#[cfg(test)]
mod tests;
