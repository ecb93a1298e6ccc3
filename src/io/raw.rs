//! Boxes of elements in files of raw bytes, read without mapping: what was cut off is an error, not a signal.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use super::npy;
use crate::data::buffer::memory_error;
use crate::data::raised::{ExcClass, Raised, Res, value_error};
use crate::data::{Chunk, DType, shape};

/// Where the elements of an array stand in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Element type.
    pub dtype: DType,
    /// Whether the bytes of each element are in big-endian order.
    pub big: bool,
    /// Byte at which position 0 stands.
    pub start: u64,
    /// Position of the array's first element.
    pub first: i64,
    /// Positions from one element to the next, axis by axis.
    pub strides: Vec<i64>,
}

/// Positions that are read together although not all are wanted, in bytes.
const TOGETHER: usize = 1 << 16;

/// Read the box of these sizes from `starts` on.
///
/// # Errors
/// `OSError` that names the file and the bytes for a file that is too short; what the system says.
pub fn read(name: &str, layout: &Layout, starts: &[usize], sizes: &[usize]) -> Res<Chunk> {
    let item = layout.dtype.itemsize();
    let refused = || memory_error(sizes, layout.dtype);
    let bytes = shape::size(sizes).and_then(|count| count.checked_mul(item)).ok_or_else(refused)?;
    let mut out: Vec<u8> = Vec::new();
    out.try_reserve_exact(bytes).map_err(|_| refused())?;
    out.resize(bytes, 0);
    if bytes > 0 {
        let file = File::open(name).map_err(|error| failed(name, &error))?;
        let mut place = layout.first;
        for (&at, &step) in starts.iter().zip(&layout.strides) {
            let moved = i64::try_from(at).ok().and_then(|at| at.checked_mul(step)).and_then(|by| place.checked_add(by));
            place = moved.ok_or_else(|| value_error(format!("{name}: no such place in the file")))?;
        }
        let to: Vec<i64> = shape::strides(sizes).into_iter().map(|step| step as i64).collect();
        let axes: Vec<Axis> =
            sizes.iter().zip(&layout.strides).zip(&to).map(|((&n, &from), &to)| (n, from, to)).collect();
        Boxes { name, file, start: layout.start, item }.fill(place, &axes, 0, &mut out)?;
    }
    npy::elements(&out, sizes.to_vec(), layout.dtype, layout.big)
}

/// What the system says of a file.
fn failed(name: &str, error: &io::Error) -> Box<Raised> {
    let class = if error.kind() == io::ErrorKind::NotFound { ExcClass::FileNotFoundError } else { ExcClass::OSError };
    Raised::new(class, format!("{name}: {error}"))
}

/// Size, steps in the file, steps in the result, in elements.
type Axis = (usize, i64, i64);

struct Boxes<'a> {
    name: &'a str,
    file: File,
    start: u64,
    item: usize,
}

impl Boxes<'_> {
    /// Fill the elements of a box: its first position in the file, and in the result.
    fn fill(&mut self, place: i64, axes: &[Axis], to: usize, out: &mut [u8]) -> Res<()> {
        let reach = |sign: i64| -> i64 {
            axes.iter().map(|&(n, step, _)| (n as i64 - 1).saturating_mul(step)).filter(|by| by * sign > 0).sum()
        };
        let (low, high) = (place.saturating_add(reach(-1)), place.saturating_add(reach(1)));
        let span = usize::try_from(high.saturating_sub(low).saturating_add(1)).unwrap_or(usize::MAX);
        let count: usize = axes.iter().map(|axis| axis.0).product();
        if axes.iter().all(|&(n, from, to)| n == 1 || from == to) && span == count {
            let end = to.saturating_add(count).saturating_mul(self.item);
            let room = out.get_mut(to * self.item..end).ok_or_else(|| value_error("a box is outside of its array"))?;
            return self.bytes(low, room);
        }
        if span <= count.saturating_mul(4) || span.saturating_mul(self.item) <= TOGETHER {
            let mut found = vec![0; span.saturating_mul(self.item)];
            self.bytes(low, &mut found)?;
            self.pick(&found, (place - low) as usize, axes, (to, out));
            return Ok(());
        }
        let widest =
            axes.iter().enumerate().filter(|(_, axis)| axis.0 > 1).max_by_key(|(_, axis)| axis.1.unsigned_abs());
        let Some((widest, &(n, from, step))) = widest else { return Err(value_error("a box has no elements")) };
        let mut inner = axes.to_vec();
        if let Some(axis) = inner.get_mut(widest) {
            axis.0 = 1;
        }
        for at in 0..n {
            self.fill(place + at as i64 * from, &inner, to + at * step as usize, out)?;
        }
        Ok(())
    }

    /// Copy elements one by one.
    fn pick(&self, found: &[u8], first: usize, axes: &[Axis], (to, out): (usize, &mut [u8])) {
        let sizes: Vec<usize> = axes.iter().map(|axis| axis.0).collect();
        let from: Vec<isize> = axes.iter().map(|axis| axis.1 as isize).collect();
        let into: Vec<isize> = axes.iter().map(|axis| axis.2 as isize).collect();
        let from = crate::data::chunk::Positions::new(&sizes, &from, first);
        let into = crate::data::chunk::Positions::new(&sizes, &into, to);
        for (from, into) in from.zip(into) {
            let source = found.get(from * self.item..(from + 1) * self.item);
            if let (Some(source), Some(place)) = (source, out.get_mut(into * self.item..(into + 1) * self.item)) {
                place.copy_from_slice(source);
            }
        }
    }

    /// Read bytes from a position on.
    fn bytes(&mut self, place: i64, room: &mut [u8]) -> Res<()> {
        let at = u64::try_from(place).ok().and_then(|at| at.checked_mul(self.item as u64));
        let at = at.and_then(|at| at.checked_add(self.start));
        let at = at.ok_or_else(|| value_error(format!("{}: no such place in the file", self.name)))?;
        let read = self.file.seek(SeekFrom::Start(at)).and_then(|_| self.file.read_exact(room));
        read.map_err(|error| {
            if error.kind() != io::ErrorKind::UnexpectedEof {
                return failed(self.name, &error);
            }
            let there = self.file.metadata().map_or(0, |found| found.len());
            let wanted = at.saturating_add(room.len() as u64);
            Raised::new(
                ExcClass::OSError,
                format!("{}: bytes {at} to {wanted} are wanted, and the file ends at byte {there}", self.name),
            )
            .help("the file was cut off after it was opened, or is not the one that the array was made of")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_of_any_strides_are_read() {
        let path = std::env::temp_dir().join(format!("rdask-raw-{}.bin", std::process::id()));
        let all: Vec<i32> = (0..60_000).collect();
        std::fs::write(&path, all.iter().flat_map(|n| n.to_be_bytes()).collect::<Vec<u8>>()).unwrap();
        let name = path.to_str().unwrap();
        let of = |first, strides: &[i64]| Layout {
            dtype: DType::Int32,
            big: true,
            start: 0,
            first,
            strides: strides.to_vec(),
        };
        let get = |layout: &Layout, starts: &[usize], sizes: &[usize]| {
            read(name, layout, starts, sizes).unwrap().to_vec::<i32>().unwrap()
        };
        assert_eq!(get(&of(0, &[300, 1]), &[2, 3], &[2, 2]), [603, 604, 903, 904]);
        assert_eq!(get(&of(0, &[1, 200]), &[1, 100], &[2, 2]), [20001, 20201, 20002, 20202]);
        assert_eq!(
            get(&of(59_999, &[-20_000, -2]), &[0, 1], &[3, 2]),
            [59_997, 59_995, 39_997, 39_995, 19_997, 19_995]
        );
        assert_eq!(get(&of(5, &[]), &[], &[]), [5]);
        assert_eq!(get(&of(0, &[1]), &[7], &[0]), [0i32; 0]);
        let error = read(name, &of(0, &[1]), &[59_999], &[2]).unwrap_err();
        assert!(
            error.message.contains("bytes 239996 to 240004") && error.message.contains("240000"),
            "{}",
            error.message
        );
        std::fs::remove_file(path).unwrap();
    }
}
