//! HDF5 in a build without it: each function raises `ModuleNotFoundError` that says how to get it.

use super::{Info, Kind, Note, Plan};
use crate::data::Chunk;
use crate::data::raised::{ExcClass, Raised, Res};

macro_rules! absent {
    ($($name:ident($($type:ty),*) -> $out:ty, $about:literal;)*) => {$(
        #[doc = $about]
        ///
        /// # Errors
        /// `ModuleNotFoundError`, always.
        pub fn $name($(_: $type),*) -> Res<$out> {
            Err(Raised::new(ExcClass::ModuleNotFoundError, "No module named 'h5py'")
                .help("HDF5 is not in this build of rdask: `cargo install rdask --features hdf5` makes one that has it; Zarr and .npy files need nothing"))
        }
    )*};
}

absent! {
    available() -> (), "Whether HDF5 files can be read.";
    create_file(&str) -> (), "Make an empty file.";
    kind(&str, &str) -> Kind, "What a name stands for.";
    names(&str, &str) -> Vec<(String, bool)>, "The names in a group.";
    info(&str, &str) -> Info, "What is known of a dataset.";
    read(&str, &str, &[usize], &[usize]) -> Chunk, "Read a box.";
    write(&str, &str, &[usize], &Chunk) -> (), "Write a box.";
    resize(&str, &str, &[usize]) -> (), "Give a dataset another shape.";
    create_group(&str, &str) -> (), "Make a group.";
    create_dataset(&str, &str, &Plan) -> (), "Make a dataset.";
    remove(&str, &str) -> (), "Take a dataset or a group out of a file.";
    notes(&str, &str) -> Vec<(String, Note)>, "What is noted of a dataset or a group.";
    note(&str, &str, &str, &Note) -> (), "Note something of a dataset or a group.";
}
