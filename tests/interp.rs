//! The interpreter, snippet by snippet: what is printed, and how it ends.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rdask::interp::{Mode, Output, Vm};
use rdask::source::Sources;

/// Run a text; what it prints, then the class and message of what it raised, if it did.
fn run(text: &str) -> String {
    let output = Arc::new(Output::memory());
    let interrupt = Arc::new(AtomicBool::new(false));
    let mut vm = Vm::start(Sources::default(), output.clone(), interrupt, Arc::from([]));
    let done = vm.run_text("<test>", text, Mode::Exec);
    let mut printed = output.take();
    if let Err(raised) = done {
        printed.push_str(&format!("{}: {}\n", raised.class.name(), raised.message));
    }
    printed
}

fn check(text: &str, want: &str) {
    assert_eq!(run(text), want, "\n{text}");
}

#[test]
fn one_and_one() {
    check("print(1+1)\n", "2\n");
}

#[test]
fn control_flow() {
    check(
        "x = 0\nwhile True:\n    x += 1\n    if x == 3: continue\n    if x > 5: break\n    print(x)\nelse:\n    print('no')\n",
        "1\n2\n4\n5\n",
    );
    check("for i in range(3):\n    print(i)\nelse:\n    print('done')\n", "0\n1\n2\ndone\n");
    check("for a, b in [(1, 2), (3, 4)]:\n    print(a, b)\n", "1 2\n3 4\n");
    check("print(1 < 2 < 3, 1 < 2 > 5, not 1, 1 and 0 or 'x', None or 0)\n", "True False False x 0\n");
}

#[test]
fn functions() {
    check(
        "def f(a, b=2, *args, c, d=4, **kw):\n    print(a, b, args, c, d, kw)\nf(1, c=3)\nf(1, 5, 6, 7, c=8, e=9)\n",
        "1 2 () 3 4 {}\n1 5 (6, 7) 8 4 {'e': 9}\n",
    );
    check("def fib(n):\n    return n if n < 2 else fib(n-1) + fib(n-2)\nprint(fib(15))\n", "610\n");
    check("def f(x): pass\nf()\n", "TypeError: f() missing 1 required positional argument: 'x'\n");
    check("def f(x): pass\nf(1, 2)\n", "TypeError: f() takes 1 positional argument but 2 were given\n");
    check("def f(x): pass\nf(1, z=2)\n", "TypeError: f() got an unexpected keyword argument 'z'\n");
    check("def f(x): pass\nf(1, x=2)\n", "TypeError: f() got multiple values for argument 'x'\n");
    check("fs = []\nfor i in range(3):\n    fs.append(lambda: i)\nprint([f() for f in fs])\n", "[2, 2, 2]\n");
    check(
        "def counter():\n    n = 0\n    def inc():\n        nonlocal n\n        n += 1\n        return n\n    return inc\nc = counter()\nc(); c()\nprint(c())\n",
        "3\n",
    );
    check(
        "def outer():\n    fs = [lambda: i for i in range(3)]\n    return [f() for f in fs]\nprint(outer())\n",
        "[2, 2, 2]\n",
    );
}

#[test]
fn exceptions() {
    check(
        "try:\n    1/0\nexcept ZeroDivisionError as e:\n    print('caught', e)\nfinally:\n    print('finally')\n",
        "caught division by zero\nfinally\n",
    );
    check("def f():\n    try:\n        return 1\n    finally:\n        print('f')\nprint(f())\n", "f\n1\n");
    check(
        "def f():\n    for i in range(3):\n        try:\n            if i == 1: continue\n            if i == 2: break\n            print(i)\n        finally:\n            print('fin', i)\nf()\n",
        "0\nfin 0\nfin 1\nfin 2\n",
    );
    check("def f(): return f()\nf()\n", "RecursionError: maximum recursion depth exceeded\n");
    check(
        "try:\n    raise ValueError('x')\nexcept (KeyError, ValueError) as e:\n    print(repr(e))\nprint(e)\n",
        "ValueError('x')\nNameError: name 'e' is not defined\n",
    );
}

#[test]
fn classes() {
    check(
        "class A:\n    n = 1\n    def __init__(self, x):\n        self.x = x\n    def get(self):\n        return self.x + self.n\n    @property\n    def double(self):\n        return self.x * 2\n    @staticmethod\n    def s(a):\n        return a\n    @classmethod\n    def make(cls):\n        return cls(7)\nclass B(A):\n    def get(self):\n        return super().get() + 100\nprint(A(1).get(), B(2).get(), B(3).double, A.s(4), B.make().get())\n",
        "2 103 6 4 108\n",
    );
    check(
        "class E(ValueError):\n    def __init__(self, code):\n        super().__init__(f'code {code}')\n        self.code = code\ntry:\n    raise E(3)\nexcept ValueError as e:\n    print(e, e.code, e.args)\n",
        "code 3 3 ('code 3',)\n",
    );
}

#[test]
fn generators() {
    check(
        "def g():\n    x = yield 1\n    print('got', x)\n    yield 2\n    return 3\nit = g()\nprint(next(it))\nprint(it.send('a'))\ntry:\n    next(it)\nexcept StopIteration as e:\n    print(e.value)\n",
        "1\ngot a\n2\n3\n",
    );
    check(
        "def a():\n    r = yield from b()\n    print('r', r)\ndef b():\n    yield 1\n    yield 2\n    return 'x'\nprint(list(a()))\nprint(list(i * i for i in range(4) if i % 2))\n",
        "r x\n[1, 2]\n[1, 9]\n",
    );
    check(
        "def g():\n    try:\n        yield 1\n    finally:\n        print('closed')\nit = g()\nnext(it)\nit.close()\n",
        "closed\n",
    );
}

#[test]
fn context_managers() {
    check(
        "class M:\n    def __enter__(self):\n        print('in')\n        return 5\n    def __exit__(self, t, e, tb):\n        print('out', e)\n        return True\nwith M() as m, M():\n    print(m)\n    raise ValueError('no')\nprint('after')\n",
        "in\nin\n5\nout no\nout None\nafter\n",
    );
}

#[test]
fn comprehensions_and_displays() {
    check(
        "print([x * y for x in range(3) for y in range(2) if x], {1: 2, **{3: 4}}, [*range(2), 9], (*'ab', 1))\n",
        "[0, 1, 0, 2] {1: 2, 3: 4} [0, 1, 9] ('a', 'b', 1)\n",
    );
    check(
        "a, *b, c = range(5)\nprint(a, b, c)\nif (n := 3) > 2:\n    print(n)\nprint(f'{n}-{n!r}-{\"x\"}')\n",
        "0 [1, 2, 3] 4\n3\n3-3-x\n",
    );
}
