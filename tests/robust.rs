//! What a computation survives, end to end: waiting tasks, nested computations, bounds on workers, panics in kernels,
//! long chains and wide calls. Nothing here depends on how long something takes.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use rdask::{Options, Session};

const NAMES: &str =
    "import dask, time, random\nimport numpy as np\nimport dask.array as da\nfrom dask import delayed\n";

fn session() -> Session {
    let mut session = Session::new(Options::default());
    session.run(NAMES).unwrap();
    session
}

/// A session with `enter()` and `leave()`: how many are between the two; and the most that were there at once.
fn counting() -> (Session, Arc<AtomicI64>) {
    let mut session = session();
    let (inside, most) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicI64::new(0)));
    let (entered, left, seen) = (inside.clone(), inside, most.clone());
    let enter = move || {
        let now = entered.fetch_add(1, Ordering::SeqCst) + 1;
        seen.fetch_max(now, Ordering::SeqCst);
        Ok(now)
    };
    session.register("def enter() -> int: ...", enter).unwrap();
    session.register("def leave() -> int: ...", move || Ok(left.fetch_sub(1, Ordering::SeqCst))).unwrap();
    (session, most)
}

fn text(session: &mut Session, code: &str) -> String {
    match session.run(code) {
        Ok(_) => session.get::<String>("out").unwrap(),
        Err(failure) => session.render(&failure),
    }
}

#[test]
fn thirty_sleeping_tasks_wait_at_the_same_time() {
    let (mut session, most) = counting();
    let code = "def nap(i):\n    enter()\n    while most() < 30:\n        time.sleep(random.random() / 100)\n    leave()\n    return i\n\
                out = str(sum(dask.compute(*[delayed(nap)(i) for i in range(30)])))\n";
    // Each waits until all thirty have begun: with tasks that hold their cores this would not end.
    let seen = most.clone();
    session.register("def most() -> int: ...", move || Ok(seen.load(Ordering::SeqCst))).unwrap();
    assert_eq!(text(&mut session, code), "435");
}

#[test]
fn the_number_of_workers_bounds_waiting_tasks_too() {
    let (mut session, most) = counting();
    let code = "def nap(i):\n    enter()\n    time.sleep(0.002)\n    leave()\n    return i\n\
                work = [delayed(nap)(i) for i in range(20)]\n\
                out = str(sum(dask.compute(*work, scheduler='threads', num_workers=3)))\n";
    assert_eq!(text(&mut session, code), "190");
    assert!(most.load(Ordering::SeqCst) <= 3);
    most.store(0, Ordering::SeqCst);
    let setting = "with dask.config.set(num_workers=1):\n    out = str(sum(dask.compute(*work)))\n";
    assert_eq!(text(&mut session, setting), "190");
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[test]
fn computations_inside_tasks_inside_computations_end() {
    let code = "def leaf(i):\n    time.sleep(0)\n    return da.arange(i, chunks=2).sum().compute()\n\
                def branch(i):\n    return sum(dask.compute(*[delayed(leaf)(j) for j in range(i)]))\n\
                def root(n):\n    return delayed(sum)([delayed(branch)(i) for i in range(n)]).compute()\n\
                out = str([int(dask.compute(delayed(root)(6), delayed(branch)(3), **how)[0]) \
                for how in [{}, {'num_workers': 1}, {'scheduler': 'sync'}]])\n";
    assert_eq!(text(&mut session(), code), "[15, 15, 15]");
}

#[test]
fn a_panic_in_a_task_is_reported_and_the_session_lives() {
    let mut session = session();
    session
        .register("def broken(x: float) -> float: ...", |x: f64| -> Result<f64, String> {
            assert!(x < 0.0, "no such number");
            Ok(x)
        })
        .unwrap();
    for how in ["scheduler='sync'", "num_workers=2", ""] {
        let said = text(&mut session, &format!("delayed(broken)(1.0, dask_key_name='mine').compute({how})\n"));
        assert!(said.contains("rdask has a bug: a task panicked") && said.contains("no such number"), "{said}");
        assert!(said.contains("mine"), "{said}");
        assert_eq!(text(&mut session, "out = str(delayed(broken)(-1.0).compute())\n"), "-1.0");
    }
    let caught = "try:\n    delayed(broken)(1.0).compute()\nexcept Exception as e:\n    out = type(e).__name__\n";
    assert_eq!(text(&mut session, caught), "SystemError");
}

#[test]
fn a_failure_stops_its_run_and_leaves_the_rest_usable() {
    let mut session = session();
    let code = "def bad(i):\n    if i == 7:\n        raise ValueError(f'no {i}')\n    return i\n\
                parts = [delayed(bad)(i) for i in range(12)]\n\
                try:\n    dask.compute(*parts)\nexcept ValueError as e:\n    out = f'{e} {parts[3].compute()}'\n";
    assert_eq!(text(&mut session, code), "no 7 3");
}

#[test]
fn a_million_calls_in_a_chain_are_checked_run_explained_drawn_and_dropped() {
    let mut session = session();
    let code = "inc = delayed(lambda x: x + 1)\nx = inc(0)\nfor i in range(999_999):\n    x = inc(x)\nout = str(x.compute())\n";
    assert_eq!(text(&mut session, code), "1000000");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chain.svg");
    session.visualize("x", file.to_str()).unwrap();
    assert!(std::fs::read_to_string(file).unwrap().contains("1000000 tasks"));
    assert!(session.visualize("x", None).unwrap().contains("1000000 tasks"));
    assert!(session.explain(None, "x").unwrap().contains("logical: 1000000 nodes"));
    assert_eq!(text(&mut session, "del x\nout = 'gone'\n"), "gone");
}

#[test]
fn one_call_takes_many_lazy_values() {
    let code = "inc = delayed(lambda x: x + 1)\nparts = [inc(i) for i in range(200_000)]\n\
                out = str(delayed(sum)(parts + parts).compute())\n";
    assert_eq!(text(&mut session(), code), "40000200000");
    let names = "out = str(delayed(len)({inc(i): [inc(i), (inc(0), i)] for i in range(2_000)}).compute())\n";
    assert_eq!(text(&mut session(), &format!("inc = delayed(lambda x: x + 1)\n{names}")), "2000");
}

#[test]
fn deep_nesting_of_arguments_is_an_error_or_works() {
    let code = "x = delayed(1)\nnest = [x]\nfor i in range(100_000):\n    nest = [nest]\nlazy = delayed(len)(nest)\nout = 'built'\n";
    assert_eq!(text(&mut session(), code), "built");
    let shallow = "x = delayed(1) + 1\nnest = [x]\nfor i in range(100):\n    nest = [nest]\n\
                   def inner(v):\n    while isinstance(v, list):\n        v = v[0]\n    return v\n\
                   out = str(delayed(inner)(nest).compute())\n";
    assert_eq!(text(&mut session(), shallow), "2");
}

#[test]
fn a_lock_that_tasks_share_lets_one_in_at_a_time() {
    let (mut session, most) = counting();
    let code = "from dask.utils import SerializableLock\nlock = SerializableLock('one')\n\
                def work(i, given):\n    with given if i % 2 else lock:\n        enter()\n        time.sleep(0.001)\n        leave()\n    return i\n\
                parts = [delayed(work)(i, SerializableLock('one')) for i in range(12)]\n\
                out = f'{sum(dask.compute(*parts))} {lock.locked()} {lock}'\n";
    assert_eq!(text(&mut session, code), "66 False <SerializableLock: one>");
    assert_eq!(most.load(Ordering::SeqCst), 1);
}
