//! A picture as SVG, without outside help.

use std::fmt::Write;

use super::layout::{self, FONT, Place};
use super::{Drawing, Outline, Shape};

/// The SVG text of a picture.
pub fn svg(drawing: &Drawing) -> String {
    let layout = layout::place(drawing);
    let (width, height) = (layout.width, layout.height);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}pt\" height=\"{height:.0}pt\" \
         viewBox=\"0 0 {width:.1} {height:.1}\">\n\
         <defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" \
         orient=\"auto-start-reverse\"><path d=\"M0 1 L10 5 L0 9 z\"/></marker></defs>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
         <g fill=\"none\" stroke=\"#444\" marker-end=\"url(#arrow)\">\n"
    );
    for path in &layout.paths {
        line(&mut out, path);
    }
    let _ = writeln!(
        out,
        "</g>\n<g stroke=\"#222\" font-family=\"Helvetica,Arial,sans-serif\" font-size=\"{FONT}\" text-anchor=\"middle\">"
    );
    for (shape, place) in drawing.nodes.iter().zip(&layout.places) {
        node(&mut out, shape, place);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// A smooth line through the points, leaving and arriving along the flow.
fn line(out: &mut String, points: &[(f64, f64)]) {
    let Some(&(x, y)) = points.first() else { return };
    let vertical = points.last().is_some_and(|last| (last.1 - y).abs() >= (last.0 - x).abs() * 0.2);
    let _ = write!(out, "<path d=\"M{x:.1} {y:.1}");
    for pair in points.windows(2) {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        let ((cx, cy), (dx, dy)) = if vertical {
            ((ax, (ay + by) / 2.0), (bx, (ay + by) / 2.0))
        } else {
            (((ax + bx) / 2.0, ay), ((ax + bx) / 2.0, by))
        };
        let _ = write!(out, " C{cx:.1} {cy:.1} {dx:.1} {dy:.1} {bx:.1} {by:.1}");
    }
    out.push_str("\"/>\n");
}

fn node(out: &mut String, shape: &Shape, place: &Place) {
    let [r, g, b] = shape.fill.unwrap_or([255, 255, 255]);
    let fill = format!("#{r:02x}{g:02x}{b:02x}");
    let Place { x, y, width, height } = *place;
    let (left, top) = (x - width / 2.0, y - height / 2.0);
    let _ = match shape.outline {
        Outline::Function => {
            writeln!(
                out,
                "<ellipse cx=\"{x:.1}\" cy=\"{y:.1}\" rx=\"{:.1}\" ry=\"{:.1}\" fill=\"{fill}\"/>",
                width / 2.0,
                height / 2.0
            )
        }
        Outline::Data => {
            writeln!(
                out,
                "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"2\" fill=\"{fill}\"/>"
            )
        }
        Outline::Layer => writeln!(
            out,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"5\" fill=\"{fill}\"/>\
             <rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"3\" fill=\"none\"/>",
            left + 3.0,
            top + 3.0,
            width - 6.0,
            height - 6.0
        ),
    };
    // Dark fills carry white text.
    let dark = 0.3 * f64::from(r) + 0.59 * f64::from(g) + 0.11 * f64::from(b) < 110.0;
    let ink = if dark { "white" } else { "black" };
    let lines: Vec<&str> = shape.label.lines().collect();
    let first = y - (lines.len() as f64 - 1.0) * FONT * 0.625 + FONT * 0.35;
    for (at, text) in lines.iter().enumerate() {
        let line_y = first + at as f64 * FONT * 1.25;
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{line_y:.1}\" fill=\"{ink}\" stroke=\"none\">{}</text>",
            escape(text)
        );
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if (c as u32) < 0x20 => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_escaped() {
        let mut drawing = Drawing::default();
        drawing.node(Outline::Data, "a < \"b\" & c");
        assert!(svg(&drawing).contains("a &lt; &quot;b&quot; &amp; c"));
    }
}
