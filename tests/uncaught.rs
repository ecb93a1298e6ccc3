//! What a user reads when nothing catches an exception: the message, its place, the chain of calls, the task, the cure.

use rdask::Session;

/// Scripts whose exception only the run can know.
const SCRIPTS: &[&str] = &[
    "import os\nd = {'apple': 1}\nd[os.sep]\n",
    "class MyError(Exception): pass\ndef f(): raise MyError('went wrong', 3)\ndef g():\n    for x in [1]:\n        f()\ng()\n",
    "import os\nassert os.sep == 'x', f'the separator is {os.sep}'\n",
    "import os\nassert os.sep == 'x'\n",
    "def gen():\n    for i in range(3):\n        yield 10 // (1 - i)\nprint(list(gen()))\n",
    "import os\nprint([10 // (x - len(os.sep)) for x in range(3)])\n",
    "import os\ntry:\n    int('x' + os.sep)\nexcept ValueError as e:\n    raise RuntimeError('could not read') from e\n",
    "from dask import delayed\ndef load(name):\n    return float(name)\nparts = [delayed(load)(n, dask_key_name=f'load-{n}') for n in ['1', 'x3']]\nprint(delayed(sum)(parts).compute())\n",
    "def half(n):\n    return n / (n - 1)\nprint(sorted([3, 1, 2], key=half))\n",
    "class Point:\n    def __repr__(self):\n        return self.name\nprint([Point()])\n",
    "class Node:\n    @property\n    def size(self):\n        return len(self.items)\nprint(Node().size)\n",
    "def down(n):\n    return down(n + 1)\ndown(0)\n",
    "raise ValueError\n",
    "open('no/such/file.txt')\n",
    "import json\njson.loads('{\\'a\\': 1}')\n",
    "import os\nn = 10 ** (10 ** 10)\n",
    "import os\n(a, b) = os.sep\n",
    "import os\n'abc'[len(os.sep) + 5]\n",
    "import json\nrecord = json.loads('{\"name\": 1, \"age\": 2}')\nrecord['nmae']\n",
    "import json\nrecord = json.loads('{\"name\": 1, \"7\": 2}')\nrecord['size']\n",
    "import json\njson.loads('{}')['size']\n",
    "import json\njson.loads('[1, 2]').push(3)\n",
    "import json\njson.loads('\"abc\"').uper()\n",
    "import json\njson.loads('null').items()\n",
    "import json\njson.loads('3').compute()\n",
    "class Sensor:\n    def __init__(self): self.offset = 1\n    def mean(self): return 2\nsensors = dict.fromkeys('ab', Sensor())\ngetattr(sensors['a'], 'ofset')\n",
    "import json\nimport dask.bag as db\nlines = db.from_sequence(['{\"name\": \"Ann\"}'] * 3, npartitions=1)\nprint(lines.map(json.loads).map(lambda record: record['Name']).compute())\n",
];

#[test]
fn uncaught_exceptions() {
    let mut shown = String::new();
    for script in SCRIPTS {
        let mut session = Session::new(Default::default());
        let message = match session.run(script) {
            Ok(_) => "no exception\n".to_owned(),
            Err(failure) => session.render(&failure),
        };
        shown.push_str(&format!(">>> {}\n{message}\n", script.trim_end().replace('\n', "\n... ")));
    }
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(shown) });
}
