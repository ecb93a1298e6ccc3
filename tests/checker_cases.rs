//! One script for each kind of error that the checker finds.

/// Name and text.
pub const CASES: &[(&str, &str)] = &[
    ("name_typo", "count = 1\nprint(cuont)\n"),
    ("name_import", "x = np.ones(3)\n"),
    ("name_unknown", "print(frobnicate)\n"),
    ("name_true", "x = true\n"),
    ("name_null", "x = null\n"),
    ("name_later", "print(total)\ntotal = 1\n"),
    ("name_deleted", "x = 1\ndel x\nprint(x)\n"),
    ("local_before", "n = 1\ndef f():\n    print(n)\n    n = 2\nf()\n"),
    ("function_later", "main()\ndef main():\n    pass\n"),
    ("eval_refused", "print(eval('1 + 1'))\n"),
    ("exec_refused", "exec('x = 1')\n"),
    ("compile_refused", "compile('1', 'x', 'eval')\n"),
    ("import_refused", "__import__('os')\n"),
    ("module_typo", "import maht\n"),
    ("module_absent", "import pandas as pd\n"),
    ("module_cluster", "from dask.distributed import Client\n"),
    ("module_attribute", "import math\nprint(math.sqroot(2))\n"),
    ("module_from", "from math import squareroot\n"),
    ("dask_attribute", "import dask.array as da\nx = da.onse((10, 10), chunks=5)\n"),
    ("attribute_typo", "words = []\nwords.apend('a')\n"),
    ("attribute_habit", "words = ['a']\nprint(words.length())\n"),
    ("attribute_none", "def find(x):\n    print(x)\nfind(1).upper()\n"),
    ("attribute_list_mean", "values = [1, 2]\nprint(values.mean())\n"),
    ("compute_eager", "n = 5\nn.compute()\n"),
    ("compute_list", "parts = [1, 2]\nprint(parts.compute())\n"),
    ("own_attribute", "class Point:\n    def __init__(self, x):\n        self.x = x\np = Point(1)\nprint(p.y)\n"),
    ("own_method", "class Account:\n    def deposit(self, n):\n        self.total = n\nAccount().depsit(5)\n"),
    ("class_attribute", "class Config:\n    size = 1\nprint(Config.sise)\n"),
    ("function_attribute", "def load():\n    return 1\nprint(load.total)\n"),
    ("too_many", "def area(w, h):\n    return w * h\narea(1, 2, 3)\n"),
    ("missing", "def area(w, h):\n    return w * h\narea(1)\n"),
    ("unexpected_keyword", "def area(width, height=1):\n    return width * height\narea(1, hieght=2)\n"),
    ("twice", "def area(w, h):\n    return w * h\narea(1, w=2)\n"),
    ("keyword_only", "def scale(x, *, by):\n    return x * by\nscale(1)\n"),
    ("positional_only", "def scale(x, /):\n    return x\nscale(x=1)\n"),
    ("method_arity", "class A:\n    def f(self, x):\n        return x\nA().f(1, 2)\n"),
    ("class_arity", "class A:\n    pass\nA(1)\n"),
    ("init_missing", "class A:\n    def __init__(self, x, y):\n        self.x = x\nA(1)\n"),
    ("builtin_arity", "print(len([1], [2]))\n"),
    ("not_callable_int", "n = 5\nprint(n(2))\n"),
    ("not_callable_list", "items = [1, 2]\nprint(items(0))\n"),
    ("not_callable_none", "def make():\n    pass\nmake()()\n"),
    ("not_callable_module", "import math\nmath(2)\n"),
    ("not_iterable", "for i in 10:\n    print(i)\n"),
    ("not_iterable_function", "def rows():\n    return [1]\nfor r in rows:\n    print(r)\n"),
    ("not_subscriptable", "def first(x):\n    print(x)\nprint(first(1)[0])\n"),
    ("not_subscriptable_set", "s = {1, 2}\nprint(s[0])\n"),
    ("subscript_function", "def f(x):\n    return x\nf[1]\n"),
    ("add_str_int", "n = 3\nprint('total: ' + n)\n"),
    ("add_int_str", "print(1 + '2')\n"),
    ("add_none", "def f():\n    pass\nprint(f() + 1)\n"),
    ("add_list_int", "print([1] + 2)\n"),
    ("add_function", "def f():\n    return 1\nprint(f + 1)\n"),
    ("multiply_str", "print('a' * 'b')\n"),
    ("negative_str", "print(-'a')\n"),
    ("inplace", "n = 1\nn += 'a'\n"),
    ("compare", "print(1 < 'a')\n"),
    ("compare_none", "x = None\nprint(x > 3)\n"),
    ("in_number", "print(1 in 5)\n"),
    ("in_str", "print(1 in 'abc')\n"),
    ("own_operator", "class P:\n    pass\nprint(P() + P())\n"),
    ("unpack_many", "a, b = 1, 2, 3\n"),
    ("unpack_few", "a, b, c = (1, 2)\n"),
    ("unpack_int", "a, b = 5\n"),
    ("unpack_loop", "for a, b in [(1, 2, 3), (4, 5, 6)]:\n    print(a)\n"),
    ("unpack_star", "a, b, *c = (1,)\n"),
    ("index_tuple", "t = (1, 2)\nprint(t[2])\n"),
    ("index_list", "items = [1, 2, 3]\nprint(items[3])\n"),
    ("index_str", "print('abc'[5])\n"),
    ("index_type", "items = [1, 2, 3]\nprint(items['a'])\n"),
    ("index_float", "items = [1, 2, 3]\nprint(items[3 / 2])\n"),
    ("index_pair", "rows = [[1, 2], [3, 4]]\nprint(rows[0, 1])\n"),
    ("key_missing", "prices = {'apple': 1, 'pear': 2}\nprint(prices['aple'])\n"),
    ("key_unhashable", "d = {}\nd[[1]] = 2\n"),
    ("set_unhashable", "s = {[1, 2]}\n"),
    ("assign_str", "s = 'abc'\ns[0] = 'x'\n"),
    ("assign_tuple", "t = (1, 2)\nt[0] = 5\n"),
    ("assign_list", "items = [1]\nitems[3] = 5\n"),
    ("slice_zero", "print([1, 2][::0])\n"),
    ("slice_float", "print([1, 2][:1.5])\n"),
    ("int_text", "print(int('twelve'))\n"),
    ("int_decimal", "print(int('1.5'))\n"),
    ("int_list", "print(int([1]))\n"),
    ("float_text", "print(float('1,5'))\n"),
    ("float_none", "def f():\n    pass\nprint(float(f()))\n"),
    ("zero_division", "n = 10\nparts = 0\nprint(n / parts)\n"),
    ("zero_modulo", "print(5 % 0)\n"),
    ("format_str", "name = 'a'\nprint(f'{name:d}')\n"),
    ("format_float", "x = 1.5\nprint(f'{x:d}')\n"),
    ("format_none", "x = None\nprint(f'{x:.2f}')\n"),
    ("percent_few", "print('%s and %s' % 'a')\n"),
    ("percent_many", "print('%s' % (1, 2))\n"),
    ("percent_type", "print('%d rows' % 'a')\n"),
    ("format_fields", "print('{} of {}'.format(1))\n"),
    ("range_float", "for i in range(10 / 2):\n    print(i)\n"),
    ("range_zero", "range(0, 10, 0)\n"),
    ("len_int", "print(len(5))\n"),
    ("len_generator", "print(len(x for x in [1, 2]))\n"),
    ("next_list", "print(next([1, 2]))\n"),
    ("sum_str", "print(sum(['a', 'b']))\n"),
    ("min_empty", "print(min([]))\n"),
    ("join_ints", "print(', '.join([1, 2]))\n"),
    ("sorted_key", "print(sorted([1, 2], key=lambda x: x.name))\n"),
    ("isinstance_text", "print(isinstance(1, 'int'))\n"),
    ("with_int", "with 5 as f:\n    print(f)\n"),
    ("raise_text", "raise 'broken'\n"),
    ("double_star", "def f(**k):\n    return k\nf(**[1])\n"),
    ("call_chain", "def parse(x):\n    return x.strip()\ndef load(n):\n    return parse(n)\nload(5)\n"),
    ("call_twice", "def double(x):\n    return x.upper()\nprint(double('a'))\nprint(double(3))\n"),
    ("never_called", "def unused():\n    return undefined_thing\n"),
    ("pop_empty", "items = []\nitems.pop()\n"),
    (
        "delayed_body",
        "from dask import delayed\n@delayed\ndef inc(x):\n    return x + 'a'\ntotal = inc(1)\nprint(total.compute())\n",
    ),
    (
        "delayed_arity",
        "from dask import delayed\ndef inc(x):\n    return x + 1\ntotal = delayed(inc)(1, 2)\nprint(total.compute())\n",
    ),
    ("delayed_truth", "from dask import delayed\nx = delayed(int)('1')\nif x:\n    print(1)\n"),
    ("delayed_len", "from dask import delayed\nx = delayed(list)('abc')\nprint(len(x))\n"),
    ("delayed_method", "from dask import delayed\nx = delayed(sorted)([2, 1])\nprint(x.apend(1).compute())\n"),
    ("delayed_assign", "from dask import delayed\nx = delayed(list)('abc')\nx[0] = 1\n"),
    (
        "array_broadcast",
        "import dask.array as da\na = da.ones((100, 10), chunks=10)\nb = da.ones((20, 10), chunks=10)\nprint((a + b).sum().compute())\n",
    ),
    ("array_axis", "import dask.array as da\nx = da.ones((100, 10), chunks=10)\nprint(x.sum(axis=2).compute())\n"),
    ("array_chunks", "import dask.array as da\nx = da.ones((100, 10), chunks=(50, 50, 50))\n"),
    ("array_chunks_sum", "import dask.array as da\nx = da.ones((100,), chunks=((30, 30),))\n"),
    ("array_dot", "import dask.array as da\na = da.ones((4, 5), chunks=2)\nprint(a.dot(a))\n"),
    ("array_index", "import dask.array as da\nx = da.ones((10, 10), chunks=5)\nprint(x[10, 0].compute())\n"),
    ("array_indices", "import dask.array as da\nx = da.ones((10, 10), chunks=5)\nprint(x[0, 0, 0])\n"),
    (
        "array_concatenate",
        "import dask.array as da\na = da.ones((4, 5), chunks=2)\nb = da.ones((4, 6), chunks=2)\nda.concatenate([a, b], axis=0)\n",
    ),
    (
        "array_stack",
        "import dask.array as da\na = da.ones((4, 5), chunks=2)\nb = da.ones((4, 6), chunks=2)\nda.stack([a, b])\n",
    ),
    ("array_transpose", "import dask.array as da\na = da.ones((4, 5), chunks=2)\na.transpose(0, 2)\n"),
    ("array_text", "import dask.array as da\na = da.ones((4, 5), chunks=2)\nprint(a + 'x')\n"),
    ("array_truth", "import dask.array as da\na = da.ones((4, 5), chunks=2)\nif a > 1:\n    print(1)\n"),
    ("array_attribute", "import dask.array as da\na = da.ones((4, 5), chunks=2)\nprint(a.maen())\n"),
    ("array_keyword", "import dask.array as da\na = da.ones((4, 5), chunk=2)\n"),
    ("array_call", "import dask.array as da\na = da.ones((4, 5), chunks=2)\nprint(a(1))\n"),
    ("array_dtype", "import numpy as np\na = np.ones(3, dtype='flaot64')\n"),
    ("numpy_broadcast", "import numpy as np\nprint(np.ones(3) + np.ones(4))\n"),
    ("numpy_matmul", "import numpy as np\nprint(np.ones((2, 3)) @ np.ones((2, 3)))\n"),
    ("numpy_invert", "import numpy as np\nprint(~np.ones(3))\n"),
    ("numpy_index", "import numpy as np\na = np.zeros(3)\na[3] = 1\n"),
    ("numpy_truth", "import numpy as np\na = np.zeros(3)\nif a == 0:\n    print(1)\n"),
    ("two_errors", "print(cuont)\nprint('a' + 1)\n"),
];

/// Scripts that raise nothing where the checker might think so.
pub const QUIET: &[(&str, &str)] = &[
    (
        "blocks_sizes",
        "import dask.array as da\nx = da.arange(10, chunks=3)\ndef f(b):\n    if b.shape[0] > 2:\n        return b[2:3]\n    return b\nprint(x.map_blocks(f, dtype=x.dtype).compute())\n",
    ),
    (
        "blocks_told",
        "import dask.array as da\nx = da.ones((4, 4), chunks=2)\ny = x.map_blocks(lambda b: b > 0, dtype=float)\nprint(~y.compute())\n",
    ),
    (
        "blocks_caught",
        "import dask.array as da\nx = da.ones((4, 4), chunks=2)\ny = x.map_blocks(lambda b: b.nothing(), dtype=float)\ntry:\n    y.compute()\nexcept AttributeError:\n    print('no')\n",
    ),
    (
        "blocks_inferred",
        "import dask.array as da\nx = da.ones((4, 4), chunks=2)\ntry:\n    x.map_blocks(lambda b: b[1:, 5])\nexcept ValueError:\n    print('no')\n",
    ),
    (
        "blocks_info",
        "import dask.array as da\nx = da.arange(6, chunks=3)\ndef f(b, block_id=None, block_info=None):\n    if block_info:\n        return b + block_info[0]['array-location'][0][0] + block_id[0]\n    return b\nprint(x.map_blocks(f, dtype=int).compute())\n",
    ),
    (
        "blocks_lists",
        "import dask.array as da\nx = da.ones((4, 4), chunks=2)\ny = da.blockwise(lambda bs: sum(b.sum(axis=1) for b in bs), 'i', x, 'ij', dtype=float)\nprint(y.compute())\n",
    ),
    (
        "blocks_reduction",
        "import numpy as np\nimport dask.array as da\nx = da.ones((4, 4), chunks=2)\ndef chunk(b, axis, keepdims):\n    return {'n': np.sum(b, axis=axis, keepdims=keepdims)}\ndef last(parts, axis, keepdims):\n    while isinstance(parts, list):\n        parts = parts[0]\n    return parts['n']\nprint(da.reduction(x, chunk, last, axis=0, dtype=float, concatenate=False, split_every=4).dtype)\n",
    ),
    (
        "sizes_learned",
        "import dask.array as da\nx = da.arange(10, chunks=5)\ny = x[x > 3]\ny.compute_chunk_sizes()\nprint(y[2].compute(), y.reshape((2, 3)).compute())\n",
    ),
    (
        "complex_numbers",
        "import cmath\nz = 3 + 4j\nprint(abs(z) < 6, z.real, (z * 2).conjugate().imag, cmath.sqrt(-1) + z, f'{z:.2f}', z == 1, complex('1j') ** 2, -z / 2)\n",
    ),
    (
        "complex_arrays",
        "import numpy as np\na = np.ones(3) * 1j\nprint(abs(a) < 2, a.real < 1, np.angle(a), (a @ a).imag, a.astype(np.complex64)[0].real + 1)\n",
    ),
    (
        "set_spread",
        "import numpy as np\na = np.zeros((3, 4))\na[0] = [1, 2, 3, 4]\na[:, 0] = 5\na[1:] = np.ones((1, 2, 4))\na[a > 1] = [7]\na[[0, 2]] = np.arange(4)\na[0, 0] = '3.5'\na += 1\na *= np.arange(4)\nprint(a)\n",
    ),
    ("caught", "try:\n    int('x')\nexcept ValueError:\n    print('no')\n"),
    ("caught_call", "def f(x):\n    return x.upper()\ntry:\n    f(1)\nexcept AttributeError:\n    pass\n"),
    ("caught_name", "try:\n    unicode\nexcept NameError:\n    unicode = str\n"),
    ("dead", "if False:\n    undefined_name\n"),
    ("main", "if __name__ != '__main__':\n    undefined_name\n"),
    ("narrow_none", "def f(x=None):\n    if x is None:\n        x = []\n    x.append(1)\n    return x\nprint(f())\n"),
    (
        "narrow_isinstance",
        "def f(x):\n    if isinstance(x, str):\n        return x.upper()\n    return x + 1\nprint(f('a'), f(1))\n",
    ),
    (
        "early_return",
        "def f(x):\n    if not isinstance(x, str):\n        return 0\n    return len(x.strip())\nprint(f(1), f('a'))\n",
    ),
    (
        "union",
        "import sys\nx = 1 if len(sys.argv) > 1 else 'a'\nprint(x * 2)\nif isinstance(x, str):\n    print(x.upper())\n",
    ),
    ("global_state", "state = None\ndef init():\n    global state\n    state = {'a': 1}\ninit()\nprint(state['a'])\n"),
    ("late_global", "def f():\n    return helper()\ndef helper():\n    return 1\nprint(f())\n"),
    (
        "delayed_late",
        "from dask import delayed\ny = None\n@delayed\ndef f():\n    return y + 1\nd = f()\ny = 5\nprint(d.compute())\n",
    ),
    ("list_grows", "items = []\ndef fill():\n    items.append('a')\nfill()\nprint(items[0].upper())\n"),
    (
        "mixed_list",
        "items = [1, 'a']\nfor item in items:\n    if isinstance(item, str):\n        print(item.upper())\n    else:\n        print(item + 1)\n",
    ),
    ("attribute_later", "class A:\n    pass\na = A()\na.x = 1\nprint(a.x)\n"),
    (
        "field_none",
        "class A:\n    def __init__(self):\n        self.data = None\n    def load(self):\n        self.data = [1]\n    def first(self):\n        return self.data[0]\na = A()\na.load()\nprint(a.first())\n",
    ),
    (
        "abstract",
        "class Shape:\n    def describe(self):\n        return self.area()\nclass Square(Shape):\n    def area(self):\n        return 4\nprint(Square().describe())\n",
    ),
    ("recursion", "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nprint(fib(10))\n"),
    (
        "mutual",
        "def even(n):\n    return True if n == 0 else odd(n - 1)\ndef odd(n):\n    return False if n == 0 else even(n - 1)\nprint(even(10))\n",
    ),
    (
        "generator",
        "def numbers():\n    x = None\n    while True:\n        x = yield x\ng = numbers()\nnext(g)\nprint(g.send(3))\n",
    ),
    (
        "loop_init",
        "best = None\nfor n in [3, 1, 2]:\n    if best is None or n < best:\n        best = n\nprint(best + 1)\n",
    ),
    ("dict_grows", "d = {}\nfor k in 'abc':\n    d[k] = d.get(k, 0) + 1\nprint(d['a'])\n"),
    (
        "decorator",
        "import functools\ndef twice(f):\n    @functools.wraps(f)\n    def inner(*args, **kwargs):\n        return f(*args, **kwargs) + f(*args, **kwargs)\n    return inner\n@twice\ndef one(x):\n    return x\nprint(one(1), one('a'))\n",
    ),
    (
        "closure",
        "def counter():\n    n = 0\n    def step():\n        nonlocal n\n        n += 1\n        return n\n    return step\nc = counter()\nprint(c() + c())\n",
    ),
    ("lambda_loop", "fs = [lambda x, i=i: x + i for i in range(3)]\nprint([f(1) for f in fs])\n"),
    ("comp_lambda", "fs = [lambda: i for i in range(3)]\nprint(fs[0]() + 1)\n"),
    ("getattr_dunder", "class A:\n    def __getattr__(self, name):\n        return name\nprint(A().anything)\n"),
    ("setattr", "class A:\n    pass\na = A()\nsetattr(a, 'x', 1)\nprint(a.x)\n"),
    (
        "property",
        "class A:\n    def __init__(self):\n        self._x = 1\n    @property\n    def x(self):\n        return self._x\n    @x.setter\n    def x(self, v):\n        self._x = v\na = A()\na.x = 3\nprint(a.x + 1)\n",
    ),
    (
        "context",
        "class A:\n    def __enter__(self):\n        return 5\n    def __exit__(self, *e):\n        return True\nwith A() as n:\n    n.foo\nprint(1)\n",
    ),
    (
        "exception",
        "class MyError(Exception):\n    def __init__(self, code):\n        super().__init__(code)\n        self.code = code\ntry:\n    raise MyError(3)\nexcept MyError as e:\n    print(e.code + 1)\n",
    ),
    ("unpack_star", "first, *rest = [1, 2, 3]\nprint(first, rest[0])\n"),
    ("while_else", "n = 3\nwhile n:\n    n -= 1\nelse:\n    m = n\nprint(m)\n"),
    ("try_finally", "def f():\n    try:\n        return 1\n    finally:\n        print('x')\nprint(f() + 1)\n"),
    (
        "correlated",
        "def f(x, kind):\n    if kind == 's':\n        return x.upper()\n    return x + 1\nimport sys\nkind = sys.argv[0][:1]\nprint(f(1, 'i'), f('a', 's'))\n",
    ),
    (
        "hasattr",
        "def f(x):\n    if hasattr(x, 'upper'):\n        return x.upper()\n    return x\nprint(f(1), f('a'))\n",
    ),
    (
        "star_args",
        "def f(a, b, c=0):\n    return a + b + c\nargs = [1, 2]\nprint(f(*args), f(*args, 3), f(**{'a': 1, 'b': 2}))\n",
    ),
    (
        "reversed_op",
        "class N:\n    def __init__(self, v):\n        self.v = v\n    def __add__(self, o):\n        return N(self.v)\n    __radd__ = __add__\nprint(sum([N(1), N(2)]).v)\n",
    ),
    (
        "not_implemented",
        "class A:\n    def __add__(self, o):\n        return NotImplemented\nclass B:\n    def __radd__(self, o):\n        return 3\nprint(A() + B())\n",
    ),
    (
        "callback",
        "class A:\n    def __init__(self):\n        self.f = None\n    def go(self):\n        return self.f(2)\na = A()\na.f = lambda x: x * 2\nprint(a.go())\n",
    ),
    (
        "handlers",
        "handlers = {}\ndef register(name):\n    def wrap(f):\n        handlers[name] = f\n        return f\n    return wrap\n@register('a')\ndef f(x):\n    return x + 1\nprint(handlers['a'](1))\n",
    ),
];

/// Scripts with one mistake each: all are found, and the messages are read by people.
#[test]
fn mistakes_are_found_before_the_run() {
    found("mistakes", include_str!("mistakes.txt"));
}

/// The same for mistakes of people who work with arrays, and with functions on their blocks.
#[test]
fn mistakes_with_arrays_are_found_before_the_run() {
    found("mistakes_arrays", include_str!("mistakes_arrays.txt"));
}

/// The same for mistakes of people who work with bags.
#[test]
fn mistakes_with_bags_are_found_before_the_run() {
    found("mistakes_bags", include_str!("mistakes_bags.txt"));
}

/// What the checker says is what the run raises: the same class, in scripts that catch everything and so are not refused.
#[test]
fn what_is_reported_is_raised() {
    let scripts =
        [include_str!("mistakes.txt"), include_str!("mistakes_arrays.txt"), include_str!("mistakes_bags.txt")];
    let mut wrong = Vec::new();
    for script in scripts.iter().flat_map(|text| text.split("\n---\n").skip(1)) {
        let said = super::checker::messages(script);
        let class = said.split(':').next().unwrap_or_default().to_owned();
        // Lazy work that is never computed, a file that is not there, a name that is never read.
        let others = ["delayed(f)(", "delayed(3)", "open('x.txt'", "lambda: x"];
        if others.iter().any(|other| script.contains(other)) {
            continue;
        }
        let indented: String = script.lines().map(|line| format!("    {line}\n")).collect();
        let text = format!("try:\n{indented}except Exception as e:\n    print('raised', type(e).__name__)\n");
        let output = std::sync::Arc::new(rdask::interp::Output::memory());
        let options = rdask::session::Options { output: Some(output.clone()), threads: Some(2), ..Default::default() };
        let mut session = rdask::session::Session::new(options);
        let ran = session.run(&text).is_ok();
        let printed = output.take();
        if !ran || !printed.ends_with(&format!("raised {class}\n")) {
            wrong.push(format!("{script}\n  said: {class}, the run: {:?}", printed.lines().last()));
        }
    }
    assert!(wrong.is_empty(), "{} of another opinion:\n{}", wrong.len(), wrong.join("\n---\n"));
}

fn found(name: &str, text: &str) {
    insta::assert_snapshot!(name, missed(text));
}

/// What is said of each of the scripts; all must be found.
fn missed(text: &str) -> String {
    let mut all = String::new();
    let mut missed = Vec::new();
    for script in text.split("\n---\n").skip(1) {
        let said = super::checker::messages(script);
        if said.is_empty() {
            missed.push(script.to_owned());
        }
        all.push_str(&format!("{}\n\n{said}\n", script.trim_end()));
    }
    assert!(missed.is_empty(), "these mistakes are not found:\n{}", missed.join("\n---\n"));
    all
}
