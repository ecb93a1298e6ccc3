//! A place for `dask.array.Array` as an object, until its own file is there.

use crate::data::Res;
use crate::expr::Array;
use crate::value::{Host, Native, TypeInfo};

/// `dask.array.Array`.
pub static ARRAY: TypeInfo =
    TypeInfo { name: "Array", module: "dask.array.core", declared: "dask.array.Array", base: None };

impl Native for Array {
    fn type_info(&self) -> &'static TypeInfo {
        &ARRAY
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(format!("dask.array<{}>", self.node.name()))
    }
}
