//! The graph of an array: what is not asked for is not made, not read, not held; steps of a rechunk; blocks that are
//! written one by one.

use rdask::{Options, Session};

const IMPORTS: &str = "import os\nimport dask\nimport numpy as np\nimport dask.array as da\n";

fn session(before: &str) -> Session {
    let mut session = Session::new(Options::default());
    session.run(&format!("{IMPORTS}{before}")).unwrap_or_else(|error| panic!("{error:?}"));
    session
}

/// The number that stands after a word.
fn number_after(text: &str, word: &str) -> usize {
    let at = text.find(word).unwrap_or_else(|| panic!("no {word:?} in {text}")) + word.len();
    text[at..].chars().skip_while(|c| *c == ' ').take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// How many tasks an expression is lowered to, before anything is culled.
fn lowered(before: &str, expression: &str) -> usize {
    let text = session(before).explain(Some("physical"), expression).unwrap();
    number_after(&text, "lower")
}

/// How many nodes an expression has.
fn nodes(before: &str, expression: &str) -> usize {
    let text = session(before).explain(Some("logical"), expression).unwrap();
    number_after(&text, "logical:")
}

#[test]
fn slices_of_large_arrays_make_only_their_blocks() {
    for (expression, most) in [
        ("da.arange(10**9, chunks=10**5)[:10]", 1),
        ("da.arange(10**9, chunks=10**5)[5:][::-1][:3]", 1),
        ("da.linspace(0, 1, 10**8, chunks=10**4)[10**7:10**7 + 5] * 2 + 1", 1),
        ("(da.ones((10**6, 10**6), chunks=1000) + 1)[5, ::10**5]", 20),
        ("(da.ones((10**6, 10**6), chunks=1000) + da.arange(10**6, chunks=1000)).T[7, :5]", 1),
        ("da.random.default_rng(1).random(10**9, chunks=10**5)[10**8:10**8 + 5]", 1),
        ("da.random.default_rng(1).random((10**6, 10**6), chunks=1000).T[3:5, 10**5]", 1),
        ("da.concatenate([da.zeros(10**6, chunks=10**4) + at for at in range(500)])[5:7]", 1),
        ("da.stack([da.zeros(10**6, chunks=10**4) + at for at in range(500)])[7, 3:5]", 1),
        ("da.broadcast_to(da.arange(10**6, chunks=10**3), (10**6, 10**6))[:2, 5:7]", 4),
        ("da.ones((10**5, 10**3), chunks=10).rechunk((10**3, 10))[:2, :2]", 2),
        ("(da.arange(10**8, chunks=10**4) * 2)[[3, 5, 10**7]]", 8),
    ] {
        let made = lowered("", expression);
        assert!(made <= most, "{expression}: {made} tasks");
    }
}

#[test]
fn building_expands_nothing() {
    let before = "x = da.ones((10**6, 10**6), chunks=1000)\ny = da.ones(10**12, chunks=10**6)\n";
    for (expression, most) in [
        ("x + x.T", 3),
        ("(x + x.T)[:10].sum()", 5),
        ("y.sum()", 2),
        ("y[5:10**11:3].rechunk(10**7)", 3),
        ("da.concatenate([da.ones(10**6, chunks=10**3)] * 3000).mean()", 3),
        ("da.random.default_rng(1).random(10**10, chunks=10**6).mean()", 2),
    ] {
        let made = nodes(before, expression);
        assert!(made <= most, "{expression}: {made} nodes");
    }
}

#[test]
fn slices_read_only_the_chunks_that_they_touch() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().display();
    let mut session = session(&format!(
        "at = '{at}/'
x = da.arange(1000, chunks=100).reshape(20, 50).rechunk((5, 50))
da.to_zarr(x, at + 'z', zarr_format=2)
da.to_npy_stack(at + 's', x)
for name in ['z/1.0', 's/1.npy']:
    with open(at + name, 'w') as file:
        print('damaged', file=file)
z, s = da.from_zarr(at + 'z'), da.from_npy_stack(at + 's')
whole = da.from_zarr(at + 'z', chunks=(20, 50))
good = np.arange(1000).reshape(20, 50)
def fails(lazy):
    try:
        lazy.compute()
    except Exception as error:
        return True
    return False
"
    ));
    for truth in [
        "bool((z[:5].compute() == good[:5]).all())",
        "bool((whole[12:, ::7].compute() == good[12:, ::7]).all())",
        "bool(((whole + 1).T[3, :4].compute() == good[:4, 3] + 1).all())",
        "bool((s[10:][::-2].compute() == good[10:][::-2]).all())",
        "bool((s.rechunk((20, 5))[-1].compute() == good[-1]).all())",
        "fails(z)",
        "fails(z[4:6])",
        "fails(whole[:, 3])",
        "fails(s[:, 3])",
    ] {
        assert!(session.eval::<bool>(truth).unwrap(), "{truth}");
    }
}

/// The bytes that a run is foreseen to take at once, in MiB.
fn peak(before: &str, expression: &str) -> f64 {
    let text = session(before).explain(Some("physical"), expression).unwrap();
    let at = text.find("predicted peak: ").unwrap() + "predicted peak: ".len();
    let (number, rest) = text[at..].split_once(' ').unwrap();
    let unit = if rest.starts_with("GiB") { 1024.0 } else { 1.0 };
    assert!(rest.starts_with("GiB") || rest.starts_with("MiB"), "{rest}");
    number.parse::<f64>().unwrap() * unit
}

#[test]
fn products_of_large_random_arrays_hold_few_blocks() {
    let before = "a = da.random.default_rng(1).random((10000, 10000), chunks=1000)\n";
    for (expression, most) in
        [("a.dot(a.T).mean(axis=0)", 560.0), ("a.T.dot(a).sum()", 560.0), ("((a - a.mean()) ** 2).mean()", 400.0)]
    {
        let found = peak(before, expression);
        assert!(found < most, "{expression}: {found} MiB");
    }
}

#[test]
fn a_matrix_that_does_not_fit_one_block_is_counted_and_refused() {
    assert!(peak("a = da.ones((2000, 2000), chunks=500)\n", "da.linalg.eigh(a)[1]") > 60.0);
    let mut session = session("a = da.ones((10**6, 10**6), chunks=10**4)\n");
    let refused = session.run("da.linalg.eigh(a)").unwrap_err();
    assert!(format!("{refused:?}").contains("a matrix of 1000000 x 1000000 in one block"), "{refused:?}");
}

#[test]
fn a_plan_of_several_steps_is_shown() {
    let mut session = session("x = da.ones((1000, 1000), chunks=(1, 1000))\n");
    let text = session.explain(Some("logical"), "x.rechunk((1000, 1), block_size_limit=80000)").unwrap();
    assert!(text.contains("steps: "), "{text}");
    let text = session.explain(Some("logical"), "x.rechunk((500, 1000))").unwrap();
    assert!(!text.contains("steps: "), "{text}");
}

#[test]
fn blocks_of_products_and_takes_stand_where_the_whole_will() {
    let mut session = session("x = da.from_array(np.arange(360000.0).reshape(600, 600) % 11, chunks=(200, 250))\n");
    for expression in ["x @ x.T", "x[[5, 3, 599, 0] * 150]", "x[:, [7, 1] * 300]"] {
        let text = session.explain(Some("physical"), expression).unwrap();
        assert!(text.contains("into the whole") && text.contains("the whole("), "{text}");
    }
    // Nothing is said before of what functions of the user make: their blocks are put together.
    let text = session.explain(Some("physical"), "x.map_blocks(np.sort) @ x.T").unwrap();
    assert!(!text.contains("into the whole"), "{text}");
    let same = "(x @ x.T).compute() == x.compute() @ x.compute().T";
    assert!(session.eval::<bool>(&format!("bool(({same}).all())")).unwrap());
}
