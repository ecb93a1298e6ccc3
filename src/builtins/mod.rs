//! Rows that join the declarations of stdlib/ to what they build.

pub mod args;
pub mod bag;
pub mod base64;
pub mod binary;
pub mod bytes;
pub mod collections;
pub mod combine;
pub mod copy;
pub mod csv;
pub mod da;
pub mod dask;
pub mod dask_config;
pub mod dask_get;
pub mod dataclasses;
pub mod delayed;
pub mod delayed_call;
pub mod deque;
pub mod dict;
pub mod digest;
pub mod dt;
pub mod dunder;
pub mod errors;
pub mod file;
pub mod functions;
pub mod glob;
pub mod graph_view;
pub mod hdf5;
pub mod heap;
pub mod iters;
pub mod itertools;
pub mod json;
pub mod json_write;
pub mod lazy;
pub mod list;
pub mod lock;
pub mod math;
pub mod math_special;
pub mod np;
pub mod number;
pub mod operator;
pub mod os;
pub mod os_path;
pub mod pairs;
pub mod print;
pub mod random;
pub mod random_draw;
pub mod re;
pub mod row;
pub mod set;
pub mod sha512;
pub mod sort;
pub mod stream;
pub mod structs;
pub mod sys;
pub mod text;
pub mod time;
pub mod zarr;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use row::{Row, row};

/// The rows of every file.
static TABLES: &[&[Row]] = &[
    bag::avro::ROWS,
    bag::make::ROWS,
    bag::part::ROWS,
    bag::reduce::ROWS,
    bag::text::ROWS,
    base64::ROWS,
    binary::ROWS,
    bytes::make::ROWS,
    bytes::methods::ROWS,
    bytes::split::ROWS,
    collections::ROWS,
    combine::ROWS,
    copy::ROWS,
    csv::ROWS,
    dataclasses::ROWS,
    da::call::ROWS,
    da::files::ROWS,
    da::make::ROWS,
    da::object::ROWS,
    da::order::ROWS,
    da::random::ROWS,
    da::shape::ROWS,
    da::stats::ROWS,
    dask::ROWS,
    dask_config::ROWS,
    dask_get::ROWS,
    delayed_call::ROWS,
    deque::ROWS,
    digest::ROWS,
    dict::ROWS,
    dt::make::ROWS,
    dt::rows::ROWS,
    errors::ROWS,
    file::ROWS,
    functions::ROWS,
    glob::ROWS,
    graph_view::ROWS,
    hdf5::ROWS,
    iters::ROWS,
    itertools::ROWS,
    json::ROWS,
    heap::ROWS,
    list::ROWS,
    lock::ROWS,
    math::ROWS,
    np::binary::ROWS,
    np::contract::ROWS,
    np::mapped::ROWS,
    np::decompose::ROWS,
    np::fft::ROWS,
    np::file::ROWS,
    np::linalg::ROWS,
    np::make::ROWS,
    np::math::ROWS,
    np::memmap::ROWS,
    np::order::ROWS,
    np::random::ROWS,
    np::random::LAWS,
    np::random::STATE,
    np::reduce::ROWS,
    np::select::ROWS,
    np::shape::ROWS,
    np::texts::ROWS,
    np::times::ROWS,
    np::types::ROWS,
    np::ufunc::ROWS,
    number::ROWS,
    operator::ROWS,
    os::ROWS,
    os_path::ROWS,
    print::ROWS,
    random::ROWS,
    re::flag::ROWS,
    re::matched::ROWS,
    re::pattern::ROWS,
    set::ROWS,
    text::case::ROWS,
    text::format::ROWS,
    text::search::ROWS,
    text::split::ROWS,
    structs::ROWS,
    sys::ROWS,
    time::ROWS,
    zarr::ROWS,
];

/// All rows.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The row of a declaration, by its qualified name.
pub fn find(name: &str) -> Option<&'static Row> {
    static INDEX: OnceLock<FxHashMap<&'static str, &'static Row>> = OnceLock::new();
    INDEX.get_or_init(|| rows().map(|row| (row.name, row)).collect()).get(name).copied()
}
