//! Levels of the processor: which instructions loops may use. Found at the first use, or forced by `--cpu`.

use std::sync::atomic::{AtomicU8, Ordering};

/// What loops are compiled for; a higher level has what the lower ones have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// What every processor of the architecture has.
    Baseline = 1,
    /// AVX2 and fused multiply-add: four `f64` at once.
    Avx2 = 2,
    /// AVX-512 (F, DQ, BW, VL): eight.
    Avx512 = 3,
}

/// The levels and their names, lowest first.
pub const LEVELS: &[(&str, Level)] = &[("baseline", Level::Baseline), ("avx2", Level::Avx2), ("avx512", Level::Avx512)];

/// The level in use; 0 while nobody has asked.
static CHOSEN: AtomicU8 = AtomicU8::new(0);

/// The level that loops run at.
#[inline]
pub fn level() -> Level {
    match CHOSEN.load(Ordering::Relaxed) {
        1 => Level::Baseline,
        2 => Level::Avx2,
        3 => Level::Avx512,
        _ => {
            let best = best();
            CHOSEN.store(best as u8, Ordering::Relaxed);
            best
        }
    }
}

/// Run at the level of this name from now on.
///
/// # Errors
/// If there is no such level, or this machine lacks it; the text says which there are.
pub fn force(name: &str) -> Result<Level, String> {
    let known = || LEVELS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let Some(&(_, wanted)) = LEVELS.iter().find(|(known, _)| *known == name) else {
        return Err(format!("{name}: there is {}", known()));
    };
    if wanted > best() {
        return Err(format!("{name}: this machine has no more than {}", title(best())));
    }
    CHOSEN.store(wanted as u8, Ordering::Relaxed);
    Ok(wanted)
}

fn title(level: Level) -> &'static str {
    LEVELS.iter().find(|(_, at)| *at == level).map_or("baseline", |(name, _)| name)
}

#[cfg(target_arch = "x86_64")]
fn best() -> Level {
    let fused = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma");
    let wide = is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512dq")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl");
    match (fused, wide) {
        (true, true) => Level::Avx512,
        (true, false) => Level::Avx2,
        _ => Level::Baseline,
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn best() -> Level {
    Level::Baseline
}

/// A function whose body is compiled at each level; `F` in it says whether fused multiply-add is one instruction.
macro_rules! each_level {
    ($(#[$doc:meta])* $vis:vis fn $name:ident<F>($($arg:ident: $type:ty),* $(,)?) $body:block) => {
        $(#[$doc])*
        $vis fn $name($($arg: $type),*) {
            #[inline(always)]
            fn work<const F: bool>($($arg: $type),*) $body

            #[cfg(target_arch = "x86_64")]
            #[allow(unsafe_code)]
            {
                #[target_feature(enable = "avx512f,avx512dq,avx512bw,avx512vl,avx2,fma")]
                fn avx512($($arg: $type),*) {
                    work::<true>($($arg),*)
                }

                #[target_feature(enable = "avx2,fma")]
                fn avx2($($arg: $type),*) {
                    work::<true>($($arg),*)
                }

                match $crate::ops::simd::level() {
                    // SAFETY: `level` is at most what the processor was found to have.
                    $crate::ops::simd::Level::Avx512 => return unsafe { avx512($($arg),*) },
                    // SAFETY: as above.
                    $crate::ops::simd::Level::Avx2 => return unsafe { avx2($($arg),*) },
                    $crate::ops::simd::Level::Baseline => {}
                }
            }
            // Every other architecture that Rust's std runs on at this size fuses in hardware, or gains nothing from it.
            work::<{ cfg!(target_arch = "aarch64") }>($($arg),*)
        }
    };
}

pub(crate) use each_level;
