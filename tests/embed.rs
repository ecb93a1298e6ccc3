//! The crate inside a Rust program: values in and out, Rust functions that scripts call, what the checker says of them.

use std::collections::BTreeMap;

use rdask::{ArrayData, Failure, Session};

fn session() -> Session {
    Session::new(Default::default())
}

fn refused(session: &mut Session, text: &str) -> String {
    let failure = session.run(text).unwrap_err();
    session.render(&failure)
}

#[test]
fn values_go_in_and_come_back() {
    let mut session = session();
    session.set("scores", BTreeMap::from([("a".to_owned(), vec![1, 2]), ("b".to_owned(), vec![])]));
    session.set("pair", (Some("x"), None::<i64>));
    assert_eq!(session.eval::<String>("repr([scores, pair])").unwrap(), "[{'a': [1, 2], 'b': []}, ('x', None)]");
    let back: BTreeMap<String, Vec<i64>> = session.get("scores").unwrap();
    assert_eq!(back["a"], [1, 2]);
    assert_eq!(session.get::<(String, Option<i64>)>("pair").unwrap(), ("x".to_owned(), None));
    session.run("import numpy as np\nm = (np.arange(6).reshape(2, 3).T * 2)[::2]").unwrap();
    let m: ArrayData<i64> = session.get("m").unwrap();
    assert_eq!((m.shape, m.items), (vec![2, 2], vec![0, 6, 4, 10]));
    assert_eq!(session.eval::<f64>("m.mean()").unwrap(), 5.0);
}

#[test]
fn a_value_of_another_type_is_an_error() {
    let mut session = session();
    let said = |failure: Failure, session: &Session| session.render(&failure);
    let failure = session.eval::<i64>("'text'").unwrap_err();
    assert!(said(failure, &session).contains("the value is str, not an int of 64 bits"));
    let failure = session.get::<i64>("nowhere").unwrap_err();
    assert!(said(failure, &session).contains("name 'nowhere' is not defined"));
}

#[test]
fn registered_functions_bind_as_python_s_do() {
    let mut session = session();
    session
        .register("def f(a: int, b: int = 10, *, c: int = 100) -> int: ...", |a: i64, b: i64, c: i64| Ok(a + b + c))
        .unwrap();
    session.register("def now() -> str: ...", || Ok("then")).unwrap();
    assert_eq!(session.eval::<Vec<i64>>("[f(1), f(1, 2), f(1, c=3), f(b=1, a=2)]").unwrap(), [111, 103, 14, 103]);
    assert_eq!(session.eval::<String>("now()").unwrap(), "then");
    for (call, said) in [
        ("f()", "missing 1 required positional argument: 'a'"),
        ("f(1, 2, 3)", "f() takes"),
        ("f(1, d=2)", "unexpected keyword argument 'd'"),
        ("f('x')", "int"),
        ("now().nope", "no attribute 'nope'"),
    ] {
        let message = refused(&mut session, call);
        assert!(message.contains(said), "{call}: {message}");
    }
    let unknown = refused(&mut session, "import json\nf(json.loads('\"x\"'))");
    assert!(unknown.contains("f() argument 1 must be an int of 64 bits"), "{unknown}");
}

#[test]
fn what_a_rust_function_refuses_names_the_line_and_the_task() {
    let mut session = session();
    let root = |x: f64| if x < 0.0 { Err(format!("{x} has no root")) } else { Ok(x.sqrt()) };
    session.register("def root(x: float) -> float: ...", root).unwrap();
    let message =
        refused(&mut session, "import dask\nn = [4.0, -1.0]\nprint(dask.compute([dask.delayed(root)(x) for x in n]))");
    for part in ["RuntimeError: -1 has no root", "in the task", "root"] {
        assert!(message.contains(part), "{part}: {message}");
    }
    session.run("try:\n    root(-1.0)\nexcept RuntimeError as e:\n    caught = str(e)").unwrap();
    assert_eq!(session.get::<String>("caught").unwrap(), "-1 has no root");
}

#[test]
fn a_signature_must_fit_the_function() {
    let mut session = session();
    assert!(session.register("def f(a, b): ...", |a: i64| Ok(a)).is_err());
    assert!(session.register("def f(*args): ...", |a: i64| Ok(a)).is_err());
    assert!(session.register("f = 1", |a: i64| Ok(a)).is_err());
    assert!(session.register("def f(", |a: i64| Ok(a)).is_err());
}
