//! Bags: the objects, what makes their nodes, and the functions that their tasks call.

pub mod avro;
pub mod make;
pub mod object;
pub mod part;
pub mod reduce;
pub mod text;
