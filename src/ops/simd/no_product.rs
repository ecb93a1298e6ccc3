//! Products of matrices of doubles, where there is no code of our own for them: others make them.

use super::Factor;

/// False: nothing is done.
pub fn product(_: Factor<'_>, _: Factor<'_>, _: &mut [f64], _: [usize; 3], _: bool) -> bool {
    false
}
