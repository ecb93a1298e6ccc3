//! Bags: what is said of them before the run and what steps do to each other.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder for the files of one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("rdask-bags-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a script prints and what it says on the error stream, in a folder.
fn run(folder: &Path, script: &str) -> (String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_rdask")).current_dir(folder).args(["-c", script]).output().unwrap();
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    (text(&done.stdout), text(&done.stderr))
}

const PEOPLE: &str = r#"{"name": "Ann", "age": 31, "home": {"city": "Ulm", "zip": 89073}, "tags": ["a", "b"]}
{"name": "Bob", "age": 25, "home": {"city": "Köln"}, "tags": []}
{"name": "Cid", "age": 31, "home": {"city": "\u00dclm"}, "tags": ["c"], "extra": 1.5}
"#;

fn people() -> Folder {
    let folder = Folder::new(&format!("people-{:?}", std::thread::current().id()));
    folder.write("people.0.json", PEOPLE);
    folder.write("people.1.json", &PEOPLE.replace("Ann", "Dan").replace("25", "26.5"));
    folder
}

#[test]
fn a_field_that_no_sampled_record_has_is_a_warning() {
    let folder = people();
    let head = "import json\nimport dask.bag as db\nrecords = db.read_text('people.*.json').map(json.loads)\n";
    for (line, field, near) in [
        (
            "print(records.pluck('nmae', 'x').compute(), records.filter(lambda r: r['aeg'] > 1).npartitions)",
            "aeg",
            "age",
        ),
        ("print(records.pluck('nmae').npartitions)", "nmae", "name"),
        ("print(records.pluck(['name', 'agee']).npartitions)", "agee", "age"),
        ("print(records.map(lambda r: r['nam'].upper()).npartitions)", "nam", "name"),
        ("print(records.pluck('home').pluck('citi').npartitions)", "citi", "city"),
        ("print(records.map(lambda r: r['home']['cty']).npartitions)", "cty", "city"),
        ("print(records.foldby('ages', lambda a, b: a, 0).npartitions)", "ages", "age"),
        ("print(records.foldby('age', lambda total, r: total + r['agge'], 0).npartitions)", "agge", "age"),
        ("print(records.groupby(lambda r: r['nme']).npartitions)", "nme", "name"),
        (
            "def f(r):\n    x = r['nami']\n    return x\nprint(records.filter(lambda r: r['age']).map(f).npartitions)",
            "nami",
            "name",
        ),
    ] {
        let (out, err) = run(&folder.0, &format!("{head}{line}\n"));
        assert!(!out.is_empty(), "{line}: it runs\n{err}");
        assert!(err.contains(&format!("has the field '{field}'")), "{line}\n{err}");
        assert!(err.contains(&format!("did you mean '{near}'?")), "{line}\n{err}");
        assert!(err.contains("people.0.json and another file"), "{line}\n{err}");
    }
}

#[test]
fn what_a_sample_cannot_know_is_no_warning() {
    let folder = people();
    let head = "import json\nimport dask.bag as db\nrecords = db.read_text('people.*.json').map(json.loads)\n";
    for line in [
        "print(records.pluck('extra', None).compute())",
        "print(records.pluck('nmae', None).compute())",
        "print(records.map(lambda r: r['nmae'] if 'nmae' in r else 0).compute())",
        "print(records.map(lambda r: r.get('nmae')).compute())",
        "def f(r):\n    try:\n        return r['nmae']\n    except KeyError:\n        return 0\nprint(records.map(f).compute())",
        "def f(r):\n    r['new'] = 1\n    return r['new']\nprint(records.map(f).compute())",
        "open('people.2.json', 'w').write('{}')\nprint(records.pluck('nmae').npartitions)",
        "print(db.read_text('nothing.*.json').map(json.loads).pluck('x').npartitions) if False else print(1)",
    ] {
        let (out, err) = run(&folder.0, &format!("{head}{line}\n"));
        assert!(!out.is_empty() && err.is_empty(), "{line}\n{out}{err}");
    }
}

#[test]
fn warnings_of_a_sequence_and_of_check() {
    let folder = Folder::new("sequence");
    let script = "import json\nimport dask.bag as db\nb = db.from_sequence(['{\"a\": 1}', '{\"b\": 2}']).map(json.loads)\nprint(b.pluck('c', 0).compute(), b.filter(lambda r: r['bb']).npartitions)\n";
    let (out, err) = run(&folder.0, script);
    assert_eq!(out, "[0, 0] 2\n");
    assert!(
        err.contains("no record that was sampled has the field 'bb'") && err.contains("<text>:4")
            || err.contains(":4:"),
        "{err}"
    );
    folder.write("x.rd", script);
    let done =
        Command::new(env!("CARGO_BIN_EXE_rdask")).current_dir(&folder.0).args(["check", "x.rd"]).output().unwrap();
    assert_eq!(done.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&done.stderr).contains("the fields are a (int), b (int)"));
}

/// Records go through steps as text where a function only reads some of their fields: that must not show.
#[test]
fn records_that_are_read_in_part_are_the_same() {
    let folder = people();
    let head = "import json\nimport dask.bag as db\nrecords = db.read_text('people.*.json').map(json.loads)\n";
    let same = [
        "records.filter(lambda r: r['age'] > 26).pluck('name').frequencies()",
        "records.filter(lambda r: r['age'] > 26)",
        "records.pluck('home').pluck('city').frequencies()",
        "records.pluck(['name', 'age', 'home'])",
        "records.map(lambda r: (r['home']['city'], r['age'])).frequencies()",
        "records.map(lambda r: r['name'] * 2).frequencies()",
        "records.filter(lambda r: r['tags'].append(1) or True).pluck('tags').map(len)",
        "records.foldby('name', lambda total, r: total + r['age'], 0, lambda a, b: a + b, 0)",
        "records.foldby(lambda r: r['age'], lambda total, r: total + [r['name']], [], lambda a, b: a + b, [])",
        "records.foldby('age', lambda a, b: a)",
        "records.foldby(lambda r: r['home']['city'], lambda total, r: total + 1, 0, lambda a, b: a + b, 0)",
        "records.pluck('name').map(str.split).flatten().frequencies()",
        "records.pluck('name').map(lambda s: s.split()).flatten().frequencies()",
        "records.pluck('extra', 0).frequencies()",
        "records.remove(lambda r: r['name'] == 'Bob').pluck('age').frequencies()",
        "records.groupby('age').map(lambda g: (g[0], len(g[1])))",
        "records.map(lambda r: sorted(r)).flatten().frequencies()",
    ];
    for expression in same {
        let plain = expression.replace("records", "db.from_delayed(records.map(lambda r: r).persist().to_delayed())");
        let script = format!("{head}print({expression}.compute() == {plain}.compute(), {expression}.compute())\n");
        let (out, err) = run(&folder.0, &script);
        assert!(out.starts_with("True"), "{expression}\n{out}{err}");
    }
}

#[test]
fn errors_of_records_name_the_element() {
    let folder = people();
    folder.write("people.2.json", "{\"name\": \"Eve\"}\n");
    let head = "import json\nimport dask.bag as db\nrecords = db.read_text('people.*.json').map(json.loads)\n";
    for (expression, said) in [
        ("records.filter(lambda r: r['age'] > 1).pluck('name').frequencies()", "KeyError 'age'"),
        ("records.pluck('age').frequencies()", "KeyError 'age'"),
        ("records.foldby('age', lambda a, r: a, 0)", "KeyError 'age'"),
        ("records.foldby('name', lambda a, r: a + r['age'], 0)", "KeyError 'age'"),
        ("records.foldby('home', lambda a, r: a, 0)", "TypeError unhashable type: 'dict'"),
    ] {
        let script = format!(
            "{head}try:\n    print({expression}.compute())\nexcept Exception as e:\n    print(type(e).__name__, e)\n"
        );
        let (out, err) = run(&folder.0, &script);
        assert_eq!(out.trim(), said, "{expression}\n{err}");
        let (_, err) = run(&folder.0, &format!("{head}{expression}.compute()\n"));
        let named = err.contains("element 0 of the partition: ");
        assert!(named || expression.contains("foldby"), "{expression}\n{err}");
    }
    folder.write("people.2.json", "{\"name\": \"Eve\", }\n");
    let (_, err) = run(&folder.0, &format!("{head}records.pluck('name').frequencies().compute()\n"));
    assert!(err.contains("JSONDecodeError") && err.contains("line 1 column 17 (char 16)"), "{err}");
}

/// A column of numbers is computed ahead, but nothing that a user's function does shows twice or too early.
#[test]
fn side_effects_happen_once_and_in_order() {
    let folder = Folder::new("effects");
    let script = "
import dask.bag as db
def f(x):
    if x % 1000 == 999:
        print('f', x)
    if x == 3500:
        raise ValueError(x)
    return x * 2
def g(x):
    if x % 2000 == 1998:
        print('g', x)
    return x % 3 == 0
b = db.range(5000, npartitions=1).map(f).filter(g)
try:
    print(b.sum().compute(scheduler='sync'))
except ValueError as e:
    print('ValueError', e)
try:
    print(db.range(9000, npartitions=1).map(lambda x: 1 // (x - 7000)).sum().compute(scheduler='sync'))
except ZeroDivisionError as e:
    print('ZeroDivisionError', e)
print(db.range(9000, npartitions=1).map(lambda x: x ** 8).map(lambda x: x + 1).sum().compute(scheduler='sync'))
";
    let (out, err) = run(&folder.0, script);
    let total: i128 = (0..9000).map(|x: i128| x.pow(8) + 1).sum();
    let wanted = format!(
        "f 999\ng 1998\nf 1999\ng 3998\nf 2999\ng 5998\nValueError 3500\nZeroDivisionError integer division or modulo by zero\n{total}\n"
    );
    assert_eq!(out, wanted, "{err}");
}
