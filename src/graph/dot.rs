//! A picture as DOT, and rendered by Graphviz where it is installed. The only user of graphviz-rust.

use std::path::Path;

use graphviz_rust::cmd::{CommandArg, Format};
use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::draw::{Drawing, Outline, Shape, svg};
use crate::data::{ExcClass, Raised, Res};

/// The DOT text of a picture (the DOT language of graphviz.org).
pub fn dot(drawing: &Drawing) -> String {
    graph(drawing).print(&mut PrinterContext::default())
}

/// Write a picture to a file; the ending chooses the format. `.dot` and `.svg` need nothing else installed.
///
/// # Errors
/// `ValueError` for another ending, `OSError` if the file can't be written, `RuntimeError` if Graphviz is missing or fails.
pub fn write(drawing: &Drawing, path: &str) -> Res<()> {
    let ending = Path::new(path).extension().and_then(|end| end.to_str()).unwrap_or("");
    match ending {
        "dot" => write_text(path, &dot(drawing)),
        "svg" => write_text(path, &svg::svg(drawing)),
        "png" => render(drawing, path, Format::Png),
        "pdf" => render(drawing, path, Format::Pdf),
        _ => {
            let message = format!("can't draw to {path:?}: the file must end in .dot, .svg, .png or .pdf");
            Err(Raised::new(ExcClass::ValueError, message))
        }
    }
}

fn write_text(path: &str, text: &str) -> Res<()> {
    std::fs::write(path, text).map_err(|error| failed(path, &error))
}

fn failed(path: &str, error: &std::io::Error) -> Box<Raised> {
    Raised::new(ExcClass::OSError, format!("can't write {path:?}: {error}"))
}

fn render(drawing: &Drawing, path: &str, format: Format) -> Res<()> {
    let arguments = vec![CommandArg::Format(format), CommandArg::Output(path.to_owned())];
    match graphviz_rust::exec_dot(dot(drawing), arguments) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(missing(path)),
        Err(error) => Err(failed(path, &error)),
    }
}

fn missing(path: &str) -> Box<Raised> {
    let message = format!("Graphviz is not installed, so {path:?} can't be drawn");
    let cure = "install Graphviz (`apt install graphviz`, `brew install graphviz`, `conda install graphviz`), \
                or write a .svg or .dot file, which need nothing else";
    Raised::new(ExcClass::RuntimeError, message).help(cure)
}

fn graph(drawing: &Drawing) -> Graph {
    let plain = |text: &str| Id::Plain(text.to_owned());
    let mut stmts = vec![
        Stmt::Attribute(Attribute(plain("rankdir"), plain(drawing.rankdir.name()))),
        Stmt::GAttribute(GraphAttributes::Node(vec![Attribute(plain("fontname"), quoted("Helvetica"))])),
    ];
    let id = |at: usize| NodeId(Id::Plain(format!("n{at}")), None);
    for (at, shape) in drawing.nodes.iter().enumerate() {
        stmts.push(Stmt::Node(Node::new(id(at), attributes(shape))));
    }
    for &(from, to) in &drawing.edges {
        let ty = EdgeTy::Pair(Vertex::N(id(from)), Vertex::N(id(to)));
        stmts.push(Stmt::Edge(Edge { ty, attributes: Vec::new() }));
    }
    Graph::DiGraph { id: plain("rdask"), strict: false, stmts }
}

fn attributes(shape: &Shape) -> Vec<Attribute> {
    let plain = |text: &str| Id::Plain(text.to_owned());
    let outline = match shape.outline {
        Outline::Data | Outline::Layer => "box",
        Outline::Function => "ellipse",
    };
    let mut all = vec![Attribute(plain("label"), quoted(&shape.label)), Attribute(plain("shape"), plain(outline))];
    if shape.outline == Outline::Layer {
        all.push(Attribute(plain("peripheries"), plain("2")));
    }
    if let Some([r, g, b]) = shape.fill {
        all.push(Attribute(plain("style"), plain("filled")));
        all.push(Attribute(plain("fillcolor"), quoted(&format!("#{r:02x}{g:02x}{b:02x}"))));
    }
    all
}

fn quoted(text: &str) -> Id {
    Id::Escaped(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dot_text_is_graphviz_notation() {
        let mut drawing = Drawing::default();
        let data = drawing.node(Outline::Data, "say \"x\"");
        let function = drawing.node(Outline::Function, "inc");
        drawing.edge(data, function);
        let text = dot(&drawing);
        assert!(graphviz_rust::parse(&text).is_ok(), "{text}");
        assert!(text.contains(r#"label="say \"x\"""#) && text.contains("n0 -> n1"), "{text}");
    }

    #[test]
    fn an_unknown_ending_is_refused() {
        let error = write(&Drawing::default(), "graph.jpeg").unwrap_err();
        assert!(error.message.contains(".dot, .svg, .png or .pdf"));
    }
}
