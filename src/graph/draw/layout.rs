//! Where the nodes of a picture stand: layers by longest path, few crossings, straight columns
//! (K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system structures", 1981).

use super::{Drawing, Outline, RankDir};

/// A placed node: centre and size, in points.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Place {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A placed picture.
pub struct Layout {
    /// One for each node.
    pub places: Vec<Place>,
    /// The points each arrow passes, from producer to consumer.
    pub paths: Vec<Vec<(f64, f64)>>,
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
}

/// Font size, in points.
pub const FONT: f64 = 12.0;
/// Width of an average character, in points.
const CHARACTER: f64 = 7.2;
const GAP: f64 = 18.0;
const RANK_GAP: f64 = 34.0;
const MARGIN: f64 = 12.0;
const SWEEPS: usize = 12;

/// A node of the layered graph: a node of the picture, or a bend of a long arrow.
struct Cell {
    /// Extent along the layer.
    breadth: f64,
    rank: usize,
    /// Neighbours in the layer before and in the layer after.
    before: Vec<usize>,
    after: Vec<usize>,
    position: f64,
}

/// Place every node and arrow. Linear in the size of the picture but for the sorting of layers.
pub fn place(drawing: &Drawing) -> Layout {
    let sizes: Vec<(f64, f64)> = drawing.nodes.iter().map(|node| size(&node.label, node.outline)).collect();
    let sideways = matches!(drawing.rankdir, RankDir::LeftRight | RankDir::RightLeft);
    let ranks = ranks(drawing);
    let (mut cells, bends) = layered(drawing, &ranks, &sizes, sideways);
    let mut layers = layers(&cells);
    reduce_crossings(&mut layers, &mut cells);
    assign_positions(&layers, &mut cells);
    finish(drawing, &sizes, &cells, &bends, &layers, sideways)
}

fn size(label: &str, outline: Outline) -> (f64, f64) {
    let longest = label.lines().map(|line| line.chars().count()).max().unwrap_or(0).max(1) as f64;
    let lines = label.lines().count().max(1) as f64;
    let (width, height) = (longest * CHARACTER + 14.0, lines * FONT * 1.25 + 12.0);
    match outline {
        Outline::Function => (width * 1.2 + 6.0, height * 1.25),
        Outline::Data => (width, height),
        Outline::Layer => (width + 8.0, height + 8.0),
    }
}

/// Longest path from a source, by Kahn's algorithm.
fn ranks(drawing: &Drawing) -> Vec<usize> {
    let count = drawing.nodes.len();
    let mut waiting = vec![0usize; count];
    let mut out = vec![Vec::new(); count];
    for &(from, to) in &drawing.edges {
        waiting[to] += 1;
        out[from].push(to);
    }
    let mut ready: Vec<usize> = (0..count).filter(|&node| waiting[node] == 0).collect();
    let sources = ready.clone();
    let mut ranks = vec![0usize; count];
    while let Some(node) = ready.pop() {
        for &next in &out[node] {
            ranks[next] = ranks[next].max(ranks[node] + 1);
            waiting[next] -= 1;
            if waiting[next] == 0 {
                ready.push(next);
            }
        }
    }
    // A source stands right before its first consumer, not at the far end.
    for node in sources {
        let nearest = out[node].iter().map(|&next| ranks[next]).min();
        ranks[node] = nearest.map_or(0, |rank| rank.saturating_sub(1));
    }
    ranks
}

/// Cells of all nodes, then bends for arrows that cross a layer; for each arrow the cells it passes.
fn layered(drawing: &Drawing, ranks: &[usize], sizes: &[(f64, f64)], sideways: bool) -> (Vec<Cell>, Vec<Vec<usize>>) {
    let breadth = |at: usize| if sideways { sizes[at].1 } else { sizes[at].0 };
    let cell = |breadth, rank| Cell { breadth, rank, before: Vec::new(), after: Vec::new(), position: 0.0 };
    let mut cells: Vec<Cell> = (0..drawing.nodes.len()).map(|at| cell(breadth(at), ranks[at])).collect();
    let mut paths = Vec::with_capacity(drawing.edges.len());
    for &(from, to) in &drawing.edges {
        let mut path = vec![from];
        for rank in ranks[from] + 1..ranks[to] {
            cells.push(cell(4.0, rank));
            path.push(cells.len() - 1);
        }
        path.push(to);
        for pair in path.windows(2) {
            cells[pair[0]].after.push(pair[1]);
            cells[pair[1]].before.push(pair[0]);
        }
        paths.push(path);
    }
    (cells, paths)
}

fn layers(cells: &[Cell]) -> Vec<Vec<usize>> {
    let count = cells.iter().map(|cell| cell.rank + 1).max().unwrap_or(0);
    let mut layers = vec![Vec::new(); count];
    for (at, cell) in cells.iter().enumerate() {
        layers[cell.rank].push(at);
    }
    layers
}

/// Barycentre sweeps, up and down.
fn reduce_crossings(layers: &mut [Vec<usize>], cells: &mut [Cell]) {
    for layer in layers.iter() {
        for (order, &at) in layer.iter().enumerate() {
            cells[at].position = order as f64;
        }
    }
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        let order: Vec<usize> = if down { (0..layers.len()).collect() } else { (0..layers.len()).rev().collect() };
        for rank in order {
            let mut keyed: Vec<(f64, usize)> = layers[rank].iter().map(|&at| (centre(cells, at, down), at)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            layers[rank] = keyed.into_iter().map(|(_, at)| at).collect();
            for (order, &at) in layers[rank].iter().enumerate() {
                cells[at].position = order as f64;
            }
        }
    }
}

/// Mean position of the neighbours on one side; its own where it has none.
fn centre(cells: &[Cell], at: usize, down: bool) -> f64 {
    let neighbours = if down { &cells[at].before } else { &cells[at].after };
    match neighbours.len() {
        0 => cells[at].position,
        count => neighbours.iter().map(|&next| cells[next].position).sum::<f64>() / count as f64,
    }
}

/// Positions along the layers: pulled to the neighbours, pushed apart where they would overlap.
fn assign_positions(layers: &[Vec<usize>], cells: &mut [Cell]) {
    for layer in layers {
        let wanted = vec![0.0; layer.len()];
        spread(layer, &wanted, cells);
    }
    for sweep in 0..SWEEPS * 2 {
        let down = sweep % 2 == 0;
        let order: Vec<usize> = if down { (0..layers.len()).collect() } else { (0..layers.len()).rev().collect() };
        for rank in order {
            let wanted: Vec<f64> = layers[rank].iter().map(|&at| centre(cells, at, down)).collect();
            spread(&layers[rank], &wanted, cells);
        }
    }
}

/// Place a layer as near to the wanted positions as its order and the sizes allow: blocks that would overlap are
/// merged and stand at the mean of what they want (the pool-adjacent-violators algorithm).
fn spread(layer: &[usize], wanted: &[f64], cells: &mut [Cell]) {
    // Offsets of each cell in the layer if all stood close together.
    let mut offsets = Vec::with_capacity(layer.len());
    let mut edge = 0.0;
    for &at in layer {
        offsets.push(edge + cells[at].breadth / 2.0);
        edge += cells[at].breadth + GAP;
    }
    // Each block: sum of wants relative to the offset, and its count.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (order, offset) in offsets.iter().enumerate() {
        let mut block = (wanted[order] - offset, 1);
        while let Some(&(sum, count)) = blocks.last() {
            if sum / (count as f64) <= block.0 / block.1 as f64 {
                break;
            }
            blocks.pop();
            block = (block.0 + sum, block.1 + count);
        }
        blocks.push(block);
    }
    let mut order = 0;
    for (sum, count) in blocks {
        for _ in 0..count {
            cells[layer[order]].position = sum / count as f64 + offsets[order];
            order += 1;
        }
    }
}

fn finish(
    drawing: &Drawing,
    sizes: &[(f64, f64)],
    cells: &[Cell],
    bends: &[Vec<usize>],
    layers: &[Vec<usize>],
    sideways: bool,
) -> Layout {
    let depth_of = |at: usize| sizes.get(at).map_or(0.0, |size| if sideways { size.0 } else { size.1 });
    let left = cells.iter().map(|cell| cell.position - cell.breadth / 2.0).fold(f64::INFINITY, f64::min);
    let right = cells.iter().map(|cell| cell.position + cell.breadth / 2.0).fold(f64::NEG_INFINITY, f64::max);
    let across = if cells.is_empty() { 0.0 } else { right - left } + 2.0 * MARGIN;
    // The middle of each layer along the flow.
    let mut middles = Vec::with_capacity(layers.len());
    let mut along = MARGIN;
    for layer in layers {
        let deepest = layer.iter().map(|&at| depth_of(at)).fold(0.0, f64::max);
        middles.push(along + deepest / 2.0);
        along += deepest + RANK_GAP;
    }
    let along = along - if layers.is_empty() { 0.0 } else { RANK_GAP } + MARGIN;
    let point = |at: usize, shift: f64| {
        let across = cells[at].position - left + MARGIN;
        let flow = middles[cells[at].rank] + shift;
        match drawing.rankdir {
            RankDir::TopBottom => (across, flow),
            RankDir::BottomTop => (across, along - flow),
            RankDir::LeftRight => (flow, across),
            RankDir::RightLeft => (along - flow, across),
        }
    };
    let place = |at: usize| {
        let (x, y) = point(at, 0.0);
        Place { x, y, width: sizes[at].0, height: sizes[at].1 }
    };
    let path = |path: &Vec<usize>| {
        let last = path.len() - 1;
        let shift = |order: usize, at: usize| match order {
            0 => depth_of(at) / 2.0,
            o if o == last => -depth_of(at) / 2.0,
            _ => 0.0,
        };
        path.iter().enumerate().map(|(order, &at)| point(at, shift(order, at))).collect()
    };
    let places = (0..drawing.nodes.len()).map(place).collect();
    let paths = bends.iter().map(path).collect();
    let (width, height) = if sideways { (along, across) } else { (across, along) };
    Layout { places, paths, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(a: &Place, b: &Place) -> bool {
        (a.x - b.x).abs() * 2.0 < a.width + b.width && (a.y - b.y).abs() * 2.0 < a.height + b.height
    }

    #[test]
    fn nodes_never_overlap_and_data_flows_one_way() {
        for rankdir in [RankDir::BottomTop, RankDir::TopBottom, RankDir::LeftRight, RankDir::RightLeft] {
            let mut drawing = Drawing { rankdir, ..Drawing::default() };
            for at in 0..40 {
                drawing.node(if at % 2 == 0 { Outline::Data } else { Outline::Function }, "x".repeat(at % 7 + 1));
            }
            for to in 1..40 {
                drawing.edge((to * 7) % to, to);
                drawing.edge(to / 2, to);
            }
            let layout = place(&drawing);
            for (at, a) in layout.places.iter().enumerate() {
                assert!(layout.places[..at].iter().all(|b| !overlap(a, b)), "{rankdir:?}: {at} overlaps");
                assert!(a.x > 0.0 && a.y > 0.0 && a.x < layout.width && a.y < layout.height);
            }
            for &(from, to) in &drawing.edges {
                let (a, b) = (layout.places[from], layout.places[to]);
                let forward = match rankdir {
                    RankDir::TopBottom => b.y > a.y,
                    RankDir::BottomTop => b.y < a.y,
                    RankDir::LeftRight => b.x > a.x,
                    RankDir::RightLeft => b.x < a.x,
                };
                assert!(forward);
            }
        }
    }

    #[test]
    fn an_empty_picture_has_a_size() {
        let layout = place(&Drawing::default());
        assert!(layout.width > 0.0 && layout.height > 0.0);
    }
}
