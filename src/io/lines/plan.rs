//! Partitions of text files: one a file, several files to one, or several to a file, cut as Dask cuts.

use std::sync::Arc;

use super::{Fault, Partition, Piece};
use crate::data::Res;
use crate::data::raised::value_error;
use crate::io::compress::Compression;

/// A path from the root, without `.` and `..`, as fsspec gives it: what a bag's `include_path` shows.
pub fn absolute(path: &str) -> String {
    let path = path.strip_prefix("file://").or_else(|| path.strip_prefix("local://")).unwrap_or(path);
    let home = path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let full = match (home, std::env::var("HOME")) {
        (Some(rest), Ok(home)) => format!("{home}{rest}"),
        _ if path.starts_with('/') => path.to_owned(),
        _ => {
            let here = std::env::current_dir().map(|here| here.display().to_string()).unwrap_or_default();
            format!("{here}/{path}")
        }
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in full.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

fn piece(path: &str, compression: Option<&str>) -> Res<Piece> {
    Ok(Piece { path: Arc::from(path), compression: Compression::named(compression, path)?, range: None })
}

/// A partition for each file, or for each so many files. The paths are absolute; `compression`: the option as given.
pub fn by_files(
    paths: &[String],
    compression: Option<&str>,
    files_per_partition: Option<usize>,
) -> Res<Vec<Partition>> {
    let pieces = paths.iter().map(|path| piece(path, compression)).collect::<Res<Vec<Piece>>>()?;
    let group = files_per_partition.unwrap_or(1).max(1);
    Ok(pieces.chunks(group).map(|pieces| Partition { pieces: pieces.to_vec() }).collect())
}

/// Partitions of about `blocksize` bytes, none over two files. Empty files give none.
pub fn by_blocks(paths: &[String], compression: Option<&str>, blocksize: u64) -> Result<Vec<Partition>, Fault> {
    let mut made = Vec::new();
    for path in paths {
        let whole = piece(path, compression).map_err(Fault::Content)?;
        if whole.compression.is_some() {
            let text = "Cannot do chunked reads on compressed files. To read, set blocksize=None";
            return Err(Fault::Content(value_error(text)));
        }
        let size = std::fs::metadata(path).map_err(|error| Fault::Os(error, whole.path.clone()))?.len();
        for range in cuts(size, blocksize) {
            made.push(Partition { pieces: vec![Piece { range: Some(range), ..whole.clone() }] });
        }
    }
    Ok(made)
}

/// The blocks of a file: offset and length, spread as evenly as Dask does.
fn cuts(size: u64, blocksize: u64) -> Vec<(u64, u64)> {
    if size == 0 {
        return Vec::new();
    }
    let blocksize = blocksize.max(1);
    let step = if !size.is_multiple_of(blocksize) && size > blocksize {
        size as f64 / (size / blocksize) as f64
    } else {
        blocksize as f64
    };
    let mut place = 0.0;
    let mut offsets = vec![0u64];
    while size as f64 - place > step * 2.0 - 1.0 {
        place += step;
        offsets.push(place as u64);
    }
    let ends = offsets.iter().skip(1).copied().chain([size]).collect::<Vec<u64>>();
    offsets.into_iter().zip(ends).map(|(start, end)| (start, end.saturating_sub(start))).collect()
}

/// The files that `to_textfiles` writes: a pattern with one `*`, or a folder; `name`: what stands for the star in each
/// partition (by default its number, padded with zeros so that the names sort).
pub fn names_for(path: &str, partitions: usize, name: Option<&[String]>) -> Res<Vec<String>> {
    if path.matches('*').count() > 1 {
        return Err(value_error("Output path spec must contain exactly one '*'."));
    }
    let path = absolute(path);
    let pattern = if path.contains('*') { path } else { format!("{}/*.part", path.trim_end_matches('/')) };
    let width = partitions.saturating_sub(1).to_string().len();
    let word = |at: usize| match name.and_then(|names| names.get(at)) {
        Some(name) => name.clone(),
        None => format!("{at:0width$}"),
    };
    Ok((0..partitions).map(|at| pattern.replace('*', &word(at))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_those_of_dask() {
        // dask.bytes.read_bytes on files of these sizes.
        assert_eq!(cuts(100, 30), vec![(0, 33), (33, 33), (66, 34)]);
        assert_eq!(cuts(100, 100), vec![(0, 100)]);
        assert_eq!(cuts(100, 200), vec![(0, 100)]);
        assert_eq!(cuts(0, 10), vec![]);
        assert_eq!(cuts(7, 2), vec![(0, 2), (2, 2), (4, 3)]);
    }

    #[test]
    fn names_sort() {
        assert_eq!(names_for("/a/x-*.txt", 11, None).unwrap()[2], "/a/x-02.txt");
        assert_eq!(names_for("/a/b", 1, None).unwrap(), vec!["/a/b/0.part"]);
        assert!(names_for("/a/*/*", 1, None).is_err());
    }
}
