//! `rdask check` against the run: as many tasks as it says, in as much memory; and what it says in words.

use rdask::session::{Options, Session};
use std::sync::Arc;

use rdask::interp::Output;

/// Scripts whose tasks are all known before the run.
const KNOWN: &[(&str, &str)] = &[
    ("ones", "import dask.array as da\nx = da.ones((1000, 1000), chunks=(100, 1000))\nprint(x.sum().compute())"),
    (
        "elementwise",
        "import dask.array as da\nx = da.arange(100_000, chunks=10_000)\nprint(((x * 2 + 1) ** 2).compute()[:3])",
    ),
    (
        "axes",
        "import dask.array as da\nx = da.ones((40, 60), chunks=(10, 20))\nprint((x + x.T[:40, :60].sum()).mean(axis=0).compute())",
    ),
    (
        "two at once",
        "import dask\nimport dask.array as da\nx = da.random.random((2000, 20), chunks=(500, 20))\na, b = dask.compute(x.mean(axis=0), x.std(axis=0))\nprint(a.shape, b.shape)",
    ),
    (
        "computed values go on",
        "import numpy as np\nimport dask.array as da\nx = da.from_array(np.random.random((3000, 40)), chunks=(1000, 40))\nm = x.mean(axis=0).compute()\ns = x.std(axis=0).compute()\nz = (x - m) / s\nprint(z.sum().compute() < 1)",
    ),
    (
        "a scalar goes on",
        "import dask.array as da\nx = da.arange(1000, chunks=100)\nm = x.mean().compute()\nprint(((x - m) ** 2).sum().compute())\nprint((x > m).sum().compute())",
    ),
    (
        "slices and joins",
        "import dask.array as da\nx = da.ones((100, 100), chunks=30)\ny = da.concatenate([x[:50], x[50:]], axis=1)\nz = da.stack([y, y * 2])\nprint(z[:, ::2, 5].rechunk((2, 10)).sum().compute())",
    ),
    (
        "products",
        "import dask.array as da\nx = da.ones((60, 80), chunks=20)\nprint(x.dot(x.T).sum().compute(), (x.T @ x)[0, 0].compute())",
    ),
    (
        "delayed loop",
        "from dask import delayed\n\n@delayed\ndef inc(x):\n    return x + 1\n\n@delayed\ndef add(x, y):\n    return x + y\n\nzs = []\nfor i in range(50):\n    x = inc(i)\n    y = inc(x)\n    zs.append(add(x, y))\nprint(delayed(sum)(zs).compute())\nprint(sum(zs).compute())",
    ),
    (
        "a tree",
        "from dask import delayed\nL = [delayed(abs)(i) for i in range(37)]\nwhile len(L) > 1:\n    L = [delayed(max)(L[i:i + 2]) for i in range(0, len(L), 2)]\nprint(L[0].compute())",
    ),
    (
        "recursion",
        "from dask import delayed\n\ndef fib(n):\n    if n < 2:\n        return delayed(int)(n)\n    return delayed(lambda a, b: a + b)(fib(n - 1), fib(n - 2))\n\nprint(fib(9).compute())",
    ),
    (
        "classes",
        "import dask\n\nclass Pipeline:\n    def __init__(self, n):\n        self.parts = [dask.delayed(len)(str(i) * i) for i in range(n)]\n\n    @property\n    def total(self):\n        return dask.delayed(sum)(self.parts)\n\np = Pipeline(12)\nprint(p.total.compute())\nprint(dask.compute(*p.parts))",
    ),
    (
        "dicts",
        "import dask\nfrom dask import delayed\nd = {}\nfor k in 'abc':\n    d[k] = delayed(str.upper)(k)\nd['all'] = delayed(list)(list(d.values()))\nprint(dask.compute(d)[0])",
    ),
    (
        "a loop of computations",
        "import dask.array as da\nx = da.ones(100, chunks=10)\nfor i in range(7):\n    if i % 2:\n        print(x[: i * 10].sum().compute())\n    x = x + 1\nprint(x.max().compute())",
    ),
    (
        "results that steer nothing",
        "from dask import delayed\nimport random\nr = delayed(random.random)()\nv = r.compute()\nlog = []\nif v > 0.5:\n    log.append('high')\nelse:\n    log.append('low')\nprint(len(log), delayed(abs)(v).compute() == v)",
    ),
    (
        "exceptions",
        "import dask.array as da\ntry:\n    n = int('seven')\nexcept ValueError:\n    n = 7\nfinally:\n    k = 2\nprint(da.ones((n, n), chunks=k).sum().compute())",
    ),
    (
        "a failing task",
        "from dask import delayed\n\n@delayed\ndef boom(x):\n    raise ValueError(x)\n\ntry:\n    delayed(abs)(boom(3)).compute()\nexcept ValueError as e:\n    print(e)\nprint(delayed(abs)(-3).compute())",
    ),
    (
        "options",
        "import dask\nimport dask.array as da\nx = da.arange(20, chunks=5)\nprint((x + 1).sum().compute(optimize_graph=False))\nwith dask.config.set(scheduler='sync'):\n    print((x + 2).sum().compute())",
    ),
    (
        "persist",
        "import dask.array as da\nx = da.ones((500, 500), chunks=100) + 1\nx = x.persist()\nprint(x.sum().compute(), x[:100].mean().compute())",
    ),
    (
        "eager arrays",
        "import numpy as np\nimport dask.array as da\na = np.arange(12).reshape(3, 4)\nfor row in a:\n    print(da.from_array(row, chunks=int(row[0]) % 3 + 1).sum().compute())\nb = np.zeros((2000, 10))\nprint((da.from_array(b, chunks=(500, 10)) + b[0]).sum().compute())",
    ),
    (
        "generators and helpers",
        "import itertools\nfrom functools import partial, reduce\nfrom dask import delayed, compute\n\ndef pairs(n):\n    for a, b in itertools.combinations(range(n), 2):\n        yield delayed(pow)(a, b)\n\nprint(compute(*pairs(6)))\nprint(reduce(lambda a, b: a + b, pairs(4)).compute())\nf = partial(delayed(divmod), 17)\nprint(f(5).compute())",
    ),
    (
        "functions on blocks",
        "import numpy as np\nimport dask.array as da\nx = da.ones((60, 40), chunks=(20, 20))\ny = x.map_blocks(lambda b: b * 2).map_blocks(lambda b: b.sum(axis=0, keepdims=True), chunks=(1, 20), dtype=float)\nprint(y.sum().compute())\nprint(da.reduction(x, np.sum, np.sum, axis=0, dtype=float).compute()[0])\nprint(da.blockwise(lambda a, b: a + b, 'ij', x, 'ij', x, 'ij', dtype=float).mean().compute())\nprint(x.map_overlap(lambda b: b + 1, depth=1, boundary='none', dtype=float).sum().compute())",
    ),
    (
        "a condition of a shape",
        "import dask.array as da\nx = da.ones((30, 40), chunks=(10, 10))\nfor axis in range(x.ndim):\n    if x.shape[axis] > 35:\n        print(x.sum(axis=axis).compute().shape)",
    ),
];

/// The tasks that a script makes, counted in the run.
fn run(name: &str, text: &str) -> u64 {
    let output = Arc::new(Output::memory());
    let mut session = Session::new(Options { output: Some(output), threads: Some(2), ..Options::default() });
    if let Err(failure) = session.run(text) {
        panic!("{name}: {}", session.render(&failure));
    }
    session.tasks_run()
}

fn session() -> Session {
    Session::new(Options { threads: Some(2), ..Options::default() })
}

#[test]
fn as_many_tasks_run_as_the_check_says() {
    let mut wrong = Vec::new();
    for (name, text) in KNOWN {
        let mut session = session();
        let forecast = match session.forecast("script.py", text) {
            Ok(forecast) => forecast,
            Err(failure) => panic!("{name}: {}", session.render(&failure)),
        };
        let ran = run(name, text);
        if forecast.tasks() != ran || !forecast.unknown.is_empty() {
            wrong.push(format!("{name}: {ran} tasks ran, not {}; {:?}", forecast.tasks(), forecast.unknown));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the check says of a script.
fn report(text: &str) -> String {
    let mut session = session();
    match session.check_report("script.py", text) {
        Ok(report) => report,
        Err(failure) => panic!("{}", session.render(&failure)),
    }
}

#[test]
fn the_words() {
    let (_, first) = KNOWN[0];
    insta::assert_snapshot!("forecast_known", report(first));
    insta::assert_snapshot!("forecast_nothing", report("print(1 + 1)\n"));
    insta::assert_snapshot!("forecast_unknown", report(UNKNOWN));
    insta::assert_snapshot!("forecast_eager", report(EAGER));
}

const UNKNOWN: &str = r#"import dask
import dask.array as da
from dask import delayed

def load(name):
    with open(name) as f:
        return f.read()

x = da.random.random((4000, 4000), chunks=1000)
m = x.mean().compute()
if m > 0.5:
    print(x.std().compute())
while m > 0.1:
    m = (x * m).mean().compute()
for i in range(10):
    top = x[i].max().compute()
    if top > 0.99:
        break
texts = dask.compute(*[delayed(load)(n) for n in ["a.txt", "b.txt"]])
words = [delayed(len)(word) for word in texts[0].split()]
print(dask.compute(*words))
found = []
for line in open("missing.txt"):
    found.append(delayed(len)(line))
print(dask.compute(found))
"#;

const EAGER: &str = r#"import numpy as np
import dask.array as da
a = np.random.random((2000, 2000))
x = da.from_array(a, chunks=(500, 2000))
y = (x - a.mean()).compute()
print((y * 2).sum())
"#;

/// The prediction of the peak beside the bytes that were really in buffers; run alone, because all runs share a count.
#[test]
#[ignore = "measures the process"]
fn the_peak_is_near() {
    for (name, text) in KNOWN {
        let forecast = session().forecast("script.py", text).ok().and_then(|forecast| forecast.peak);
        rdask::data::buffer::most_in_use();
        run(name, text);
        let most = rdask::data::buffer::most_in_use();
        println!("{name}: predicted {:?}, was {most}", forecast.map(|(bytes, _)| bytes));
    }
}

/// The same for the scripts of a folder: where nothing is unknown, the count is the run's.
#[test]
#[ignore = "runs every recorded script once more"]
fn recorded_scripts_run_as_many_tasks_as_the_check_says() {
    let (mut right, mut wrong) = (0, Vec::new());
    for folder in ["examples", "tests/oracle"] {
        std::env::set_current_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut scripts: Vec<_> = std::fs::read_dir(".").unwrap().map(|entry| entry.unwrap().path()).collect();
        scripts.retain(|path| path.extension().is_some_and(|end| end == "py") && path.with_extension("out").exists());
        scripts.sort();
        for path in scripts {
            let (name, text) = (path.display().to_string(), std::fs::read_to_string(&path).unwrap());
            // Graphs that are written by hand do not pass through the scheduler's count.
            if text.contains(".get(") {
                continue;
            }
            let Ok(forecast) = session().forecast(&name, &text) else { continue };
            let options = Options { output: Some(Arc::new(Output::memory())), threads: Some(2), ..Options::default() };
            let mut session = Session::new(options);
            let Ok(_) = session.forecast(&name, "") else { continue };
            if session.run(&text).is_err() || !forecast.unknown.is_empty() {
                continue;
            }
            let ran = session.tasks_run();
            if forecast.tasks() == ran {
                right += 1;
            } else {
                wrong.push(format!("{name}: {ran} tasks ran, not {}", forecast.tasks()));
            }
        }
    }
    println!("{right} scripts are counted exactly");
    assert!(wrong.is_empty(), "{right} are right; wrong:\n{}", wrong.join("\n"));
}
