//! `:explain`: every stage of plans, as it is shown.

use rdask::{Options, Session};

/// The stages of an expression after some statements; `stage`: only that one.
fn explained(before: &str, stage: Option<&str>, expression: &str) -> String {
    let mut session = Session::new(Options::default());
    let names = "import dask\nimport numpy as np\nimport dask.array as da\nfrom dask import delayed\n";
    session.run(&format!("{names}{before}")).unwrap();
    let text = session.explain(stage, expression).unwrap();
    // The peak depends on the number of cores.
    let text: Vec<&str> = text.lines().filter(|line| !line.contains("predicted peak")).collect();
    format!(":explain {expression}\n\n{}", text.join("\n"))
}

const ONES: &str = "x = da.ones((1000, 1000), chunks=(500, 500))\n";
const INC: &str = "def inc(x):\n    return x + 1\n";

#[test]
fn elementwise_work_and_a_reduction_are_one_pass() {
    insta::assert_snapshot!(explained(ONES, None, "((x + 1) * 2).sum()"));
}

#[test]
fn slices_move_down_and_transposes_vanish() {
    insta::assert_snapshot!(explained(ONES, None, "(x * 2 + x.T.T)[5, ::2]"));
}

#[test]
fn shared_nodes_are_shown_once() {
    let before = "a = da.from_array(np.arange(20.0).reshape(4, 5), chunks=(2, 5))\n";
    insta::assert_snapshot!(explained(before, None, "da.concatenate([a, a + 1]).rechunk((8, 2)).dot(da.ones((5, 3)))"));
}

#[test]
fn delayed_calls_show_their_arguments() {
    let before = format!("{INC}y = delayed(inc)(1)\n");
    insta::assert_snapshot!(explained(
        &before,
        None,
        "delayed(sum)([y, delayed(inc)(y, dask_key_name='z'), 3]) + y.real"
    ));
}

#[test]
fn arrays_that_a_delayed_call_takes_are_rewritten() {
    insta::assert_snapshot!(explained(&format!("{ONES}{INC}"), None, "delayed(inc)(x * 2 + 1)"));
}

#[test]
fn many_tasks_are_shown_by_layers() {
    let expression = "da.random.default_rng(7).random(30_000_000, chunks=1_000_000).std()";
    insta::assert_snapshot!(explained("", Some("physical"), expression));
}

#[test]
fn one_stage_alone() {
    insta::assert_snapshot!(explained(ONES, Some("fused"), "da.sin(x) ** 2 + da.cos(x) ** 2"));
}

#[test]
fn long_plans_are_cut() {
    let before = format!("{INC}for i in range(100000):\n    d = delayed(inc)(d if i else 0)\n");
    insta::assert_snapshot!(explained(&before, None, "d").replace(&format!("{}…", "inc(·) → "), ""));
}

#[test]
fn an_unknown_stage_is_refused() {
    let mut session = Session::new(Options::default());
    session.run("import dask.array as da").unwrap();
    let refused = session.explain(Some("nope"), "da.ones(3)").unwrap_err();
    assert!(session.render(&refused).contains("the stages are logical, simplified, fused and physical"));
}

#[test]
fn functions_of_single_numbers_join_their_neighbours() {
    let before = "f = np.vectorize(lambda v: v * 3 + 1)\nx = da.arange(5000, chunks=1200)\n";
    let text = explained(before, None, "((x + 1).map_blocks(f) * 2).sum()");
    let pass = "sum of multiply(vectorize_lambda(add(arange, 1)), 2)";
    assert_eq!(text.matches(pass).count(), 5, "{text}");
    let text = explained(before, Some("physical"), "x.map_blocks(f, dtype=x.dtype).map_blocks(f, dtype=x.dtype)");
    assert_eq!(text.matches("vectorize_lambda(vectorize_lambda(arange))").count(), 5, "{text}");
}
