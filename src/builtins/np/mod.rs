//! `numpy`, eager: its functions, its arrays as values, how they print.

pub mod binary;
pub mod contract;
pub mod convert;
pub mod decompose;
pub mod dtypes;
pub mod fft;
pub mod file;
pub mod index;
pub mod linalg;
pub mod make;
pub mod mapped;
pub mod math;
pub mod memmap;
pub mod object;
pub mod order;
pub mod parts;
pub mod print;
pub mod random;
pub mod reduce;
pub mod select;
pub mod shape;
pub mod single;
pub mod texts;
pub mod times;
pub mod types;
pub mod ufunc;
