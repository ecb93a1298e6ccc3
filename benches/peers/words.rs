//! The count of words of `programs/bags.py words`, written by hand: two threads take the files in turns, read line by line, and
//! count in the hash map that rdask uses (hashbrown with rustc-hash), keyed by texts. Prints the most frequent word's count and
//! the seconds. `cargo build --release --example words`.

use std::fs::File;
use std::hash::BuildHasherDefault;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

type Counts = hashbrown::HashMap<String, u64, BuildHasherDefault<rustc_hash::FxHasher>>;

const THREADS: usize = 2;

fn count(path: &PathBuf, counts: &mut Counts) -> std::io::Result<()> {
    let mut file = BufReader::with_capacity(1 << 17, File::open(path)?);
    let mut line = String::new();
    while file.read_line(&mut line)? > 0 {
        for word in line.split_whitespace() {
            *counts.entry_ref(word).or_insert(0) += 1;
        }
        line.clear();
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("words FOLDER")?;
    let start = Instant::now();
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("words.")));
    files.sort();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut counts = Counts::default();
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            count(path, &mut counts)?;
        }
        std::io::Result::Ok(counts)
    };
    let parts: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
    });
    let mut all = Counts::default();
    for part in parts {
        for (word, count) in part.map_err(|_| "a thread panicked")?? {
            *all.entry(word).or_insert(0) += count;
        }
    }
    let most = all.values().max().copied().unwrap_or(0);
    writeln!(std::io::stdout(), "{most} {}", start.elapsed().as_secs_f64())?;
    Ok(())
}
