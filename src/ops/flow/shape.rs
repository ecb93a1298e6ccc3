//! The order of a function's blocks, who comes before whom, and who always does.

use super::{Block, BlockId, Function};

/// How blocks follow each other, once they are in order.
pub struct Shape {
    /// From where each block is entered; twice where a branch goes there both ways.
    pub before: Vec<Vec<usize>>,
    /// The blocks that each one directly dominates.
    pub under: Vec<Vec<usize>>,
}

/// Put the blocks into an order in which each comes after those that dominate it, without those that nothing enters.
pub fn order(function: &mut Function) {
    let count = function.blocks.len();
    let mut seen = vec![false; count];
    let mut made: Vec<usize> = Vec::with_capacity(count);
    let mut stack: Vec<(usize, usize)> = vec![(0, 0)];
    if let Some(first) = seen.first_mut() {
        *first = true;
    }
    while let Some((at, way)) = stack.pop() {
        let ways = function.blocks.get(at).and_then(|block| block.end.as_ref()).map(|end| end.ways());
        // The last way first, so that the first one comes directly after its block.
        let next = ways.as_ref().and_then(|ways| ways.iter().rev().nth(way)).map(|(to, _)| to.0 as usize);
        match next {
            None => made.push(at),
            Some(to) => {
                stack.push((at, way + 1));
                if seen.get(to) == Some(&false) {
                    seen[to] = true;
                    stack.push((to, 0));
                }
            }
        }
    }
    made.reverse();
    let mut places = vec![u32::MAX; count];
    for (place, &at) in made.iter().enumerate() {
        places[at] = place as u32;
    }
    let mut blocks: Vec<Block> = made.iter().map(|&at| std::mem::take(&mut function.blocks[at])).collect();
    for end in blocks.iter_mut().filter_map(|block| block.end.as_mut()) {
        for (to, _) in end.ways_mut() {
            *to = BlockId(places.get(to.0 as usize).copied().unwrap_or(0));
        }
    }
    function.blocks = blocks;
}

/// The shape of a function whose blocks are in order.
pub fn shape(function: &Function) -> Shape {
    let count = function.blocks.len();
    let mut before = vec![Vec::new(); count];
    for (at, block) in function.blocks.iter().enumerate() {
        for (to, _) in block.end.iter().flat_map(|end| end.ways()) {
            before[to.0 as usize].push(at);
        }
    }
    let mut above: Vec<Option<usize>> = vec![None; count];
    if let Some(first) = above.first_mut() {
        *first = Some(0);
    }
    let mut changed = true;
    while changed {
        changed = false;
        for at in 1..count {
            let known = before[at].iter().copied().filter(|&from| above[from].is_some());
            let found = known.reduce(|a, b| meet(&above, a, b));
            if found != above[at] {
                above[at] = found;
                changed = true;
            }
        }
    }
    let mut under = vec![Vec::new(); count];
    for (at, parent) in above.iter().enumerate().skip(1) {
        if let Some(parent) = parent {
            under[*parent].push(at);
        }
    }
    Shape { before, under }
}

/// The last block that is always passed on the way to both.
fn meet(above: &[Option<usize>], mut a: usize, mut b: usize) -> usize {
    while a != b {
        let later = if a > b { &mut a } else { &mut b };
        match above[*later] {
            Some(parent) if parent < *later => *later = parent,
            _ => return 0,
        }
    }
    a
}
