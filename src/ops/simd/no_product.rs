//! Products of matrices of doubles, where there is no code of our own for them: others make them.

/// A factor: its elements, and the steps from row to row and from column to column.
#[derive(Clone, Copy)]
pub struct Factor<'a> {
    /// From the first on.
    pub items: &'a [f64],
    /// From row to row.
    pub down: usize,
    /// From column to column.
    pub along: usize,
}

/// False: nothing is done.
pub fn product(_: Factor<'_>, _: Factor<'_>, _: &mut [f64], _: [usize; 3], _: bool) -> bool {
    false
}
