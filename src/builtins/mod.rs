//! Rows that join the declarations of stdlib/ to what they build.

pub mod da_stub;
pub mod dask;
pub mod dask_config;
pub mod dask_get;
pub mod delayed;
pub mod delayed_call;
pub mod graph_view;
pub mod np_object;
pub mod np_print;
pub mod row;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use row::{Row, row};

/// The rows of every file.
static TABLES: &[&[Row]] = &[dask::ROWS, dask_config::ROWS, dask_get::ROWS, delayed_call::ROWS, graph_view::ROWS];

/// All rows.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The row of a declaration, by its qualified name.
pub fn find(name: &str) -> Option<&'static Row> {
    static INDEX: OnceLock<FxHashMap<&'static str, &'static Row>> = OnceLock::new();
    INDEX.get_or_init(|| rows().map(|row| (row.name, row)).collect()).get(name).copied()
}
