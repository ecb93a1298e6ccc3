//! Pictures of graphs: what is drawn (here), as SVG without outside help, as DOT for Graphviz, as a tree of text.

pub mod layout;
pub mod svg;
pub mod tree;

/// Which way the data flows in the picture; Graphviz's names. Dask's default is [`RankDir::BottomTop`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum RankDir {
    /// From bottom to top.
    #[default]
    BottomTop,
    /// From top to bottom.
    TopBottom,
    /// From left to right.
    LeftRight,
    /// From right to left.
    RightLeft,
}

impl RankDir {
    /// By Graphviz's two letters: `BT`, `TB`, `LR`, `RL`.
    pub fn named(name: &str) -> Option<RankDir> {
        Some(match name {
            "BT" => RankDir::BottomTop,
            "TB" => RankDir::TopBottom,
            "LR" => RankDir::LeftRight,
            "RL" => RankDir::RightLeft,
            _ => return None,
        })
    }

    /// Graphviz's two letters.
    pub fn name(self) -> &'static str {
        match self {
            RankDir::BottomTop => "BT",
            RankDir::TopBottom => "TB",
            RankDir::LeftRight => "LR",
            RankDir::RightLeft => "RL",
        }
    }
}

/// What a node of the picture stands for; it decides the outline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outline {
    /// Data: a box.
    Data,
    /// A function: an ellipse.
    Function,
    /// A whole layer of a large graph: a box with a double border.
    Layer,
}

/// A node of the picture.
#[derive(Clone, PartialEq, Debug)]
pub struct Shape {
    /// Its text; may have several lines.
    pub label: String,
    /// Its outline.
    pub outline: Outline,
    /// Fill colour, as red, green, blue.
    pub fill: Option<[u8; 3]>,
}

/// A picture: nodes, and arrows along the data, from producer to consumer.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Drawing {
    /// The nodes.
    pub nodes: Vec<Shape>,
    /// Arrows: indices into `nodes`. They form no cycle.
    pub edges: Vec<(usize, usize)>,
    /// Which way the data flows.
    pub rankdir: RankDir,
}

impl Drawing {
    /// Add a node; its index.
    pub fn node(&mut self, outline: Outline, label: impl Into<String>) -> usize {
        self.nodes.push(Shape { label: label.into(), outline, fill: None });
        self.nodes.len() - 1
    }

    /// Add an arrow.
    pub fn edge(&mut self, from: usize, to: usize) {
        self.edges.push((from, to));
    }
}

/// The colour of position `at` of `of` in an order: from dark blue through green to yellow (a viridis-like ramp).
pub fn ramp(at: usize, of: usize) -> [u8; 3] {
    const STOPS: [[f64; 3]; 5] =
        [[94.0, 79.0, 162.0], [59.0, 130.0, 189.0], [102.0, 194.0, 165.0], [230.0, 220.0, 120.0], [244.0, 130.0, 70.0]];
    let place = if of > 1 { at.min(of - 1) as f64 / (of - 1) as f64 * 4.0 } else { 0.0 };
    let low = (place as usize).min(3);
    let share = place - low as f64;
    let mix = |channel: usize| (STOPS[low][channel] * (1.0 - share) + STOPS[low + 1][channel] * share).round() as u8;
    [mix(0), mix(1), mix(2)]
}
