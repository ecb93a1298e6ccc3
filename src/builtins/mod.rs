//! Rows that join the declarations of stdlib/ to what they build.

pub mod args;
pub mod collections;
pub mod combine;
pub mod copy;
pub mod da_build;
pub mod da_make;
pub mod da_object;
pub mod da_random;
pub mod dask;
pub mod dask_config;
pub mod dask_get;
pub mod dataclasses;
pub mod delayed;
pub mod delayed_call;
pub mod deque;
pub mod dict;
pub mod dt;
pub mod dt_arith;
pub mod dt_civil;
pub mod dt_make;
pub mod dt_parse;
pub mod dt_rows;
pub mod dt_text;
pub mod dunder;
pub mod errors;
pub mod file;
pub mod functions;
pub mod glob;
pub mod graph_view;
pub mod iters;
pub mod itertools;
pub mod json;
pub mod json_write;
pub mod lazy;
pub mod list;
pub mod lock;
pub mod math;
pub mod math_special;
pub mod np_convert;
pub mod np_file;
pub mod np_index;
pub mod np_linalg;
pub mod np_make;
pub mod np_math;
pub mod np_object;
pub mod np_print;
pub mod np_random;
pub mod np_reduce;
pub mod np_shape;
pub mod np_types;
pub mod np_ufunc;
pub mod number;
pub mod operator;
pub mod os;
pub mod os_path;
pub mod print;
pub mod random;
pub mod random_draw;
pub mod row;
pub mod set;
pub mod sha512;
pub mod str_case;
pub mod str_format;
pub mod str_search;
pub mod str_split;
pub mod stream;
pub mod sys;
pub mod time;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use row::{Row, row};

/// The rows of every file.
static TABLES: &[&[Row]] = &[
    collections::ROWS,
    combine::ROWS,
    copy::ROWS,
    dataclasses::ROWS,
    da_make::ROWS,
    da_object::ROWS,
    da_random::ROWS,
    dask::ROWS,
    dask_config::ROWS,
    dask_get::ROWS,
    delayed_call::ROWS,
    deque::ROWS,
    dict::ROWS,
    dt_make::ROWS,
    dt_rows::ROWS,
    errors::ROWS,
    file::ROWS,
    functions::ROWS,
    glob::ROWS,
    graph_view::ROWS,
    iters::ROWS,
    itertools::ROWS,
    json::ROWS,
    list::ROWS,
    lock::ROWS,
    math::ROWS,
    np_file::ROWS,
    np_linalg::ROWS,
    np_make::ROWS,
    np_math::ROWS,
    np_random::ROWS,
    np_reduce::ROWS,
    np_shape::ROWS,
    np_types::ROWS,
    np_ufunc::ROWS,
    number::ROWS,
    operator::ROWS,
    os::ROWS,
    os_path::ROWS,
    print::ROWS,
    random::ROWS,
    set::ROWS,
    str_case::ROWS,
    str_format::ROWS,
    str_search::ROWS,
    str_split::ROWS,
    sys::ROWS,
    time::ROWS,
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
