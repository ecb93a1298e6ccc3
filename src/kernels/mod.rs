//! Work on chunks: elementwise, reductions, products, copies; and the tasks that are made of them.

pub mod along;
pub mod assemble;
pub mod bag;
pub mod block;
pub mod copy;
pub mod elemwise;
pub mod feed;
pub mod fft;
pub mod fold;
pub mod gather;
pub mod linalg;
pub mod mapped;
pub mod moments;
pub mod order;
pub mod positions;
pub mod random;
pub mod reduce;
pub mod shared;
pub mod sort;
pub mod special;
