//! Frozen values: what goes to another thread comes back the same, however deep, cyclic or shared it is.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rdask::interp::{Mode, Output, Vm};
use rdask::source::Sources;
use rdask::value::frozen::{Frozen, Memo, Thawing, freeze, freeze_raised, thaw, thaw_raised, thaw_with};
use rdask::value::{Host, Value, compare, index, kind, repr};

/// A machine that has run a text, and the value of its variable `x`.
fn machine(text: &str) -> (Vm, Value) {
    let mut vm =
        Vm::start(Sources::default(), Arc::new(Output::memory()), Arc::new(AtomicBool::new(false)), Arc::from([]));
    let done = vm.run_text("<test>", &format!("{text}x\n"), Mode::Last);
    let x = done.map_err(|raised| raised.message).unwrap();
    (vm, x)
}

/// In another thread, in a machine of its own: what `work` makes of the thawed value.
fn elsewhere<R: Send>(vm: &mut Vm, frozen: &Frozen, work: impl FnOnce(&mut dyn Host, Value) -> R + Send) -> R {
    let factory = vm.factory();
    std::thread::scope(|scope| {
        let run = move || {
            let mut host = factory.host(Arc::default());
            let value = thaw(&mut *host, frozen).map_err(|raised| raised.message).unwrap();
            work(&mut *host, value)
        };
        std::thread::Builder::new().stack_size(8 << 20).spawn_scoped(scope, run).unwrap().join().unwrap()
    })
}

fn frozen(vm: &mut Vm, v: &Value) -> Frozen {
    freeze(vm, v, &mut Memo::default()).map_err(|raised| raised.message).unwrap()
}

#[test]
fn containers_come_back_as_they_were() {
    let text = "x = [1, 2.5, 'text', None, True, 10**30, (1, (2,)), {'a': [1], 2: {3}}, {5, 1, 'q'}, frozenset({2}), range(3), ..., int, ValueError, slice(1, 2), {1: 2}.items()]\n";
    let (mut vm, x) = machine(text);
    let want = repr::repr(&mut vm, &x).unwrap();
    let cold = frozen(&mut vm, &x);
    let got = elsewhere(&mut vm, &cold, |host, v| repr::repr(host, &v).unwrap());
    assert_eq!(got, want);
    assert_eq!(cold.describe(), "list of 16 items");
    assert!(cold.nbytes() > 500);
}

#[test]
fn sharing_and_cycles_stay() {
    let (mut vm, x) = machine("a = []\nx = [a, a, {'self': a}]\nx.append(x)\na.append(1)\n");
    let cold = frozen(&mut vm, &x);
    let shown = elsewhere(&mut vm, &cold, |host, v| {
        let first = index::getitem(host, &v, &Value::Int(0)).unwrap();
        let second = index::getitem(host, &v, &Value::Int(1)).unwrap();
        assert!(compare::is_same(&first, &second));
        repr::repr(host, &v).unwrap()
    });
    assert_eq!(shown, "[[1], [1], {'self': [1]}, [...]]");
}

#[test]
fn depth_does_not_matter() {
    let (mut vm, x) = machine("x = []\nfor i in range(200000):\n    x = [x] if i % 2 else (x,)\n");
    let cold = frozen(&mut vm, &x);
    drop(x);
    let length = elsewhere(&mut vm, &cold, |host, v| kind::len(host, &v).unwrap());
    assert_eq!(length, 1);
}

#[test]
fn functions_take_what_they_use_along() {
    let text = "n = 10\nunused = iter([])\ndef g(a): return a + n\ndef make(k):\n    def f(a, b=2):\n        return g(a) * k + b\n    return f\n\
                def even(i): return i == 0 or odd(i - 1)\ndef odd(i): return i != 0 and even(i - 1)\nx = [make(3), even]\n";
    let (mut vm, x) = machine(text);
    let cold = frozen(&mut vm, &x);
    let got = elsewhere(&mut vm, &cold, |host, v| {
        let f = index::getitem(host, &v, &Value::Int(0)).unwrap();
        let made = host.call(&f, &[Value::Int(1)], &[]).map_err(|raised| raised.message).unwrap();
        let even = index::getitem(host, &v, &Value::Int(1)).unwrap();
        let is_even = host.call(&even, &[Value::Int(10)], &[]).map_err(|raised| raised.message).unwrap();
        (repr::repr(host, &made).unwrap(), repr::repr(host, &is_even).unwrap())
    });
    assert_eq!(got, ("35".to_owned(), "True".to_owned()));
}

#[test]
fn a_class_comes_home_as_itself() {
    let text = "class A:\n    def __init__(self, v): self.v = v\n    def __hash__(self): return self.v\n    def __eq__(self, o): return self.v == o.v\n\
                class B(A): pass\ndef f(i): return [B(i), {A(i): 1, A(i + 1): 2}]\nx = [f, A, B]\n";
    let (mut vm, x) = machine(text);
    let cold = frozen(&mut vm, &x);
    let back = elsewhere(&mut vm, &cold, |host, v| {
        let f = index::getitem(host, &v, &Value::Int(0)).unwrap();
        let made = host.call(&f, &[Value::Int(7)], &[]).map_err(|raised| raised.message).unwrap();
        freeze(host, &made, &mut Memo::default()).map_err(|raised| raised.message).unwrap()
    });
    let made = thaw(&mut vm, &back).unwrap();
    let b = index::getitem(&mut vm, &made, &Value::Int(0)).unwrap();
    let (a_class, b_class) =
        (index::getitem(&mut vm, &x, &Value::Int(1)).unwrap(), index::getitem(&mut vm, &x, &Value::Int(2)).unwrap());
    assert!(compare::is_same(&kind::type_of(&b), &b_class));
    assert!(kind::isinstance(&mut vm, &b, &a_class).unwrap());
    let seven = vm.call(&a_class, &[Value::Int(7)], &[]).unwrap();
    let dict = index::getitem(&mut vm, &made, &Value::Int(1)).unwrap();
    assert!(matches!(index::getitem(&mut vm, &dict, &seven), Ok(Value::Int(1))));
}

#[test]
fn one_memo_freezes_a_function_once() {
    let (mut vm, x) = machine("def x(a): return a\n");
    let mut memo = Memo::default();
    let (one, two) = (freeze(&mut vm, &x, &mut memo).unwrap(), freeze(&mut vm, &x, &mut memo).unwrap());
    let (Frozen::Node(one, _), Frozen::Node(two, _)) = (&one, &two) else { panic!("no nodes") };
    assert!(Arc::ptr_eq(one, two));
    let mut thawing = Thawing::default();
    let home = thaw_with(&mut vm, &Frozen::Node(one.clone(), 0), &mut thawing).unwrap();
    assert!(compare::is_same(&home, &x));
}

#[test]
fn exceptions_travel_with_their_arguments() {
    let text = "class E(ValueError):\n    def __str__(self): return 'mine ' + repr(self.args)\ndef f(): raise E(1, 'b')\nx = f\n";
    let (mut vm, x) = machine(text);
    let cold = frozen(&mut vm, &x);
    let raised = elsewhere(&mut vm, &cold, |host, f| {
        let raised = host.call(&f, &[], &[]).err().unwrap();
        freeze_raised(host, raised)
    });
    let mut live = thaw_raised(&mut vm, &raised);
    assert_eq!(live.message, "mine (1, 'b')");
    let object = rdask::value::exc::object(&mut live);
    assert_eq!(repr::repr(&mut vm, &object).unwrap(), "E(1, 'b')");
}

#[test]
fn what_cannot_leave_says_so() {
    let (mut vm, x) = machine("def g():\n    yield 1\nx = [g()]\n");
    let raised = freeze(&mut vm, &x, &mut Memo::default()).err().unwrap();
    assert_eq!(raised.message, "cannot pickle 'generator' object");
}
