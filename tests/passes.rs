//! Graphs of small programs as they are lowered, and after each pass that changes them; their pictures and trees.

use rdask::graph::draw::{svg, tree};
use rdask::graph::picture::{Style, drawing};
use rdask::graph::{PASSES, TaskGraph, dot};
use rdask::interp::Mode;
use rdask::lower::lower_with;
use rdask::value::Value;

use crate::delayed::machine;

/// Programs: what the last line gives is drawn. A list is several results.
const PROGRAMS: &[(&str, &str)] = &[
    ("elementwise", "x = da.ones((4, 4), chunks=2)\nx + x.T * 2"),
    ("reduction_tree", "da.arange(16, chunks=1).sum()"),
    ("mean_of_axis", "da.from_array(np.arange(24).reshape(4, 6), chunks=(2, 3)).mean(axis=0)"),
    ("slicing", "da.from_array(np.arange(20), chunks=5)[3:17:4]"),
    ("dot", "x = da.ones((4, 4), chunks=2)\nx.dot(x)"),
    ("rechunk", "da.from_array(np.arange(12), chunks=5).rechunk(4)"),
    ("stack", "x = da.from_array(np.arange(4), chunks=2)\nda.stack([x, x + 1])"),
    (
        "delayed_tree",
        "def inc(x): return x + 1\ndef add(x, y): return x + y\nx = delayed(inc)(1)\ny = delayed(inc)(2)\ndelayed(add)(x, y)",
    ),
    ("delayed_chain", "inc = delayed(lambda x: x + 1)\nx = 1\nfor i in range(5): x = inc(x)\nx"),
    (
        "delayed_list",
        "def inc(x): return x + 1\ndelayed(sum)([delayed(inc)(i) for i in range(3)], dask_key_name='total')",
    ),
    ("delayed_operators", "x = delayed(3, name='three')\n(x + 1)[0] * x.real"),
    ("several", "x = da.from_array(np.arange(6), chunks=3)\n[x.sum(), x.max()]"),
];

/// The graph of a program, arrays simplified and fused or not.
fn lowered(program: &str, optimized: bool) -> TaskGraph {
    let (mut vm, _) = machine();
    let names = "import dask\nimport numpy as np\nimport dask.array as da\nfrom dask import delayed\n";
    let value = vm.run_text("<test>", &format!("{names}{program}\n"), Mode::Last).unwrap();
    let roots = match &value {
        Value::List(list) => list.items.borrow().clone(),
        _ => vec![value],
    };
    lower_with(&mut vm, &roots, optimized).unwrap()
}

/// The text without hashes: 32 hexadecimal digits, or 36 characters of a UUID, after a `-`.
fn plain(text: &str) -> String {
    let is_hash = |part: &str| part.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('-') {
        out.push_str(before);
        out.push('-');
        let length = [36, 32].into_iter().find(|&length| after.get(..length).is_some_and(is_hash));
        rest = match length {
            Some(length) => {
                out.push('#');
                &after[length..]
            }
            None => after,
        };
    }
    out + rest
}

#[test]
fn passes_one_by_one() {
    for (name, program) in PROGRAMS {
        let mut graph = lowered(program, true);
        let mut before = plain(&format!("{graph:?}"));
        let mut text = format!("{program}\n\nlowered\n{before}\n");
        for (pass, run) in PASSES {
            graph = run(graph);
            let now = plain(&format!("{graph:?}"));
            let said = if now == before { "the same".to_owned() } else { now.clone() };
            text.push_str(&format!("\n{pass}\n{said}\n"));
            before = now;
        }
        insta::assert_snapshot!(format!("passes__{name}"), text);
    }
}

#[test]
fn pictures() {
    let by_order = Style { by_order: true, ..Style::default() };
    for (name, program) in PROGRAMS.iter().filter(|(name, _)| ["elementwise", "delayed_tree", "several"].contains(name))
    {
        let graph = lowered(program, false);
        let drawn = drawing(&graph, &Style::default());
        insta::assert_snapshot!(format!("picture__{name}_dot"), plain(&dot::dot(&drawn)));
        insta::assert_snapshot!(format!("picture__{name}_tree"), plain(&tree::tree(&drawn)));
        insta::assert_snapshot!(format!("picture__{name}_svg"), plain(&svg::svg(&drawing(&graph, &by_order))));
    }
    let large =
        drawing(&lowered("x = da.ones((100, 100), chunks=10)\n(x + x.T).sum(axis=0)", false), &Style::default());
    insta::assert_snapshot!("picture__large_tree", plain(&tree::tree(&large)));
    insta::assert_snapshot!("picture__large_dot", plain(&dot::dot(&large)));
}

#[test]
fn graphs_written_by_hand_run_as_the_passes_leave_them() {
    let (mut vm, output) = machine();
    let text = "import dask\nfrom operator import add\n\
                dsk = {'a': 1, 'b': 2, 'unused': (add, 'a', 100), 'c': (add, 'a', 'b'), 'd': 'c', 'e': (sum, ['c', 'd', 4])}\n\
                print(dask.get(dsk, ['e', 'd']))\n";
    vm.run_text("<test>", text, Mode::Exec).unwrap();
    assert_eq!(output.take(), "(10, 3)\n");
}
