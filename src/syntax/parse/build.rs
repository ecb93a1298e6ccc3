//! What all parts of the tree builder share: places, numbers of nodes, errors, the limit of depth.

use pest::iterators::Pair;
use unicode_normalization::UnicodeNormalization;

use super::Rule;
use crate::data::Sym;
use crate::source::{FileId, Span};
use crate::syntax::ast::{Expr, ExprKind, Ident, NodeId};
use crate::syntax::error::SyntaxError;
use crate::syntax::layout::Layout;
use crate::syntax::walk;

/// A piece of what the grammar read.
pub(super) type Piece<'i> = Pair<'i, Rule>;

/// An expression nested deeper than this is refused (CPython gives up somewhere between 2,000 and 3,000).
const MAX_DEPTH: u16 = 1000;

/// How offsets in the text that the grammar read become offsets in the source.
#[derive(Clone, Copy)]
pub(super) enum Map<'l> {
    /// By the table of the layout.
    Table(&'l Layout),
    /// By adding: the inside of a string was copied as it is.
    Shift(usize),
}

/// Builds the tree from what the grammar read.
pub(super) struct Builder<'l> {
    /// Its id.
    pub(super) file: FileId,
    /// What is wrong so far.
    pub(super) errors: Vec<SyntaxError>,
    /// Offset of the piece of text that the grammar read.
    pub(super) base: usize,
    /// How offsets map back.
    pub(super) map: Map<'l>,
    /// How many f-strings this place is in.
    pub(super) in_fields: usize,
    /// How many `elif` clauses are around.
    pub(super) nesting: usize,
    /// The class whose body this is, without leading underscores.
    pub(super) class: Option<String>,
    /// Height of each expression, by its number.
    heights: Vec<u16>,
    /// Whether this statement was already reported as nested too deeply.
    pub(super) deep: bool,
}

impl<'l> Builder<'l> {
    pub(super) fn new(src: &str, file: FileId, map: Map<'l>) -> Builder<'l> {
        let (errors, heights) = (Vec::new(), Vec::with_capacity(src.len() / 8));
        Builder { file, errors, base: 0, map, in_fields: 0, nesting: 0, class: None, heights, deep: false }
    }

    /// How many expressions were made.
    pub(super) fn nodes(&self) -> u32 {
        self.heights.len() as u32
    }

    fn source(&self, at: usize) -> usize {
        match self.map {
            Map::Table(layout) => layout.source(self.base + at),
            Map::Shift(by) => at + by,
        }
    }

    /// The place in the source of a range of the text that the grammar read.
    pub(super) fn place(&self, start: usize, end: usize) -> Span {
        let from = self.source(start);
        let to = if end > start { self.source(end - 1) + 1 } else { from };
        Span::new(self.file, from, to.max(from))
    }

    /// The place of a piece, without white space at its end.
    pub(super) fn span(&self, piece: &Piece) -> Span {
        let start = piece.as_span().start();
        let text = piece.as_str().trim_end_matches([' ', '\u{1}', '\u{2}', '\u{3}']);
        self.place(start, start + text.len())
    }

    pub(super) fn error(&mut self, error: SyntaxError) {
        self.errors.push(error);
    }

    /// Report an error with just a place and a message.
    pub(super) fn wrong(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push(SyntaxError::new(span, message));
    }

    pub(super) fn ident(&mut self, piece: &Piece) -> Ident {
        let text = piece.as_str();
        let span = self.span(piece);
        if text.is_ascii() {
            return Ident { name: self.symbol(text), span };
        }
        self.check_letters(text, span);
        // Python's names are equal if their NFKC forms are.
        let normal: String = text.nfkc().collect();
        Ident { name: self.symbol(&normal), span }
    }

    /// The symbol of a name; inside a class a name such as `__x` is private: `_Class__x`.
    fn symbol(&self, text: &str) -> Sym {
        match &self.class {
            Some(class) if text.starts_with("__") && !text.ends_with("__") => Sym::new(&format!("_{class}{text}")),
            _ => Sym::new(text),
        }
    }

    fn check_letters(&mut self, text: &str, span: Span) {
        let fits = |(at, c): &(usize, char)| match c {
            '_' => true,
            _ if *at == 0 => pest::unicode::XID_START(*c),
            _ => pest::unicode::XID_CONTINUE(*c),
        };
        if let Some((at, c)) = text.char_indices().find(|pair| !fits(pair)) {
            let start = span.start as usize + at;
            let span = Span::new(self.file, start, start + c.len_utf8());
            let message = format!("invalid character '{c}' (U+{:04X})", c as u32);
            let error = SyntaxError::new(span, message);
            self.error(match plain_for(c) {
                Some(plain) => error.help(format!("write {plain}")),
                None => error.because("this character can stand only in a string or a comment"),
            });
        }
    }

    /// Make an expression, unless it is nested too deeply.
    pub(super) fn make(&mut self, span: Span, kind: ExprKind) -> Expr {
        let mut expr = Expr { id: NodeId(self.nodes()), span, kind };
        let mut height = 0;
        let heights = &self.heights;
        walk::children(&expr, &mut |child| {
            height = height.max(heights.get(child.id.0 as usize).copied().unwrap_or(0) + 1);
        });
        if height > MAX_DEPTH {
            if !self.deep {
                let message = "expression nested too deeply";
                let why = format!("more than {MAX_DEPTH} operations inside each other");
                let help = "take parts of it out into variables";
                self.error(SyntaxError::new(span, message).because(why).help(help));
            }
            self.deep = true;
            height = 0;
            expr.kind = ExprKind::None;
        }
        self.heights.push(height);
        expr
    }

    /// What stands for an expression that was refused.
    pub(super) fn nothing(&mut self, span: Span) -> Expr {
        self.make(span, ExprKind::None)
    }
}

/// What to write for a character that text processors put in place of a plain one.
fn plain_for(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => "a plain quote: `\"`",
        '\u{2018}' | '\u{2019}' | '\u{b4}' => "a plain quote: `'`",
        '\u{2013}' | '\u{2014}' | '\u{2212}' => "a plain minus: `-`",
        '\u{d7}' | '\u{b7}' => "`*`",
        '\u{f7}' => "`/`",
        '\u{2264}' => "`<=`",
        '\u{2265}' => "`>=`",
        '\u{2260}' => "`!=`",
        '\u{2026}' => "three plain dots: `...`",
        '\u{a0}' | '\u{2003}' | '\u{200b}' | '\u{202f}' => "a plain blank",
        _ => return None,
    })
}
