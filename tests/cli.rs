//! The command line and the piped shell, as a user meets them: the real program, real files, exit codes.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run left behind.
pub struct Run {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// The exit code.
    pub code: Option<i32>,
}

/// Run the program in a folder.
pub fn rdask_in(folder: &Path, args: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rdask"))
        .args(args)
        .current_dir(folder)
        .env("RDASK_HISTORY", folder.join("history"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input may be gone by now.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

/// Run the program in a folder of its own.
pub fn rdask(args: &[&str], input: &str) -> Run {
    let folder = tempfile::tempdir().unwrap();
    rdask_in(folder.path(), args, input)
}

#[test]
fn a_text_a_script_and_standard_input_run() {
    assert_eq!(rdask(&["-c", "print(1 + 1)"], "").out, "2\n");
    assert_eq!(rdask(&["-"], "import sys\nprint(sys.argv)\n").out, "['-']\n");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("s.rd"), "import sys\nprint(__name__, sys.argv)\n").unwrap();
    let run = rdask_in(folder.path(), &["s.rd", "-x", "--threads", "2"], "");
    assert_eq!(run.out, "__main__ ['s.rd', '-x', '--threads', '2']\n");
    assert_eq!(run.code, Some(0));
}

#[test]
fn exit_codes_are_python_s() {
    assert_eq!(rdask(&["-c", "print(1)"], "").code, Some(0));
    assert_eq!(rdask(&["-c", "raise ValueError('no')"], "").code, Some(1));
    assert_eq!(rdask(&["-c", "import sys\nsys.exit(7)"], "").code, Some(7));
    let said = rdask(&["-c", "import sys\nsys.exit('sorry')"], "");
    assert_eq!((said.code, said.err.as_str()), (Some(1), "sorry\n"));
    assert_eq!(rdask(&["--nonsense"], "").code, Some(2));
    assert_eq!(rdask(&["no_such_file.py"], "").code, Some(2));
    assert_eq!(rdask(&["--scheduler", "processes", "-c", "1"], "").code, Some(2));
    assert_eq!(rdask(&["--threads", "0", "-c", "1"], "").code, Some(2));
}

#[test]
fn what_is_printed_before_an_exception_stays() {
    let run = rdask(&["-c", "print('before')\nimport os\n[][len(os.getcwd())]"], "");
    assert_eq!(run.out, "before\n");
    assert!(run.err.contains("IndexError") && run.err.contains("list index out of range"), "{}", run.err);
}

#[test]
fn nothing_runs_when_the_check_fails() {
    let run = rdask(&["-c", "print('before')\nprint(undefined_name)"], "");
    assert_eq!((run.out.as_str(), run.code), ("", Some(1)));
    assert!(run.err.contains("undefined_name"), "{}", run.err);
}

#[test]
fn version_and_help() {
    assert_eq!(rdask(&["--version"], "").out, concat!("rdask ", env!("CARGO_PKG_VERSION"), "\n"));
    assert!(rdask(&["--help"], "").out.contains("--scheduler"));
}

#[test]
fn a_script_that_is_not_utf8_says_where() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bad.py"), b"x = 1\ny = '\xff'\n").unwrap();
    let run = rdask_in(folder.path(), &["bad.py"], "");
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("line 2"), "{}", run.err);
}

#[test]
fn files_beside_the_script_are_modules() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("helper.py"), "print('loaded')\ndef double(x):\n    return 2 * x\n").unwrap();
    std::fs::write(
        folder.path().join("main.py"),
        "import helper\nfrom helper import double\nprint(double(helper.double(3)))\n",
    )
    .unwrap();
    assert_eq!(rdask_in(folder.path(), &["main.py"], "").out, "loaded\n12\n");
    let elsewhere = tempfile::tempdir().unwrap();
    let script = folder.path().join("main.py");
    assert_eq!(rdask_in(elsewhere.path(), &[script.to_str().unwrap()], "").out, "loaded\n12\n");
}

#[test]
fn check_runs_nothing_and_counts() {
    let folder = tempfile::tempdir().unwrap();
    let script = "import dask.array as da\nprint('ran')\nx = da.ones((1000, 1000), chunks=(100, 1000))\nprint(x.sum().compute())\n";
    std::fs::write(folder.path().join("s.py"), script).unwrap();
    let run = rdask_in(folder.path(), &["check", "s.py"], "");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(!run.out.contains("ran\n") && run.out.contains("task"), "{}", run.out);
    assert!(run.out.contains("largest array: 7.63 MiB"), "{}", run.out);
    std::fs::write(folder.path().join("bad.py"), "x = 1\nx.foo\nlen()\n").unwrap();
    let run = rdask_in(folder.path(), &["check", "bad.py"], "");
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("foo") && run.err.contains("len"), "both errors are reported: {}", run.err);
}

#[test]
fn the_scheduler_is_chosen_on_the_command_line_and_nearer() {
    let script = "import dask\nprint(dask.config.get('scheduler', None))\n";
    let run = rdask(&["--scheduler", "sync", "-"], script);
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn pictures_of_what_a_script_computes() {
    let folder = tempfile::tempdir().unwrap();
    let script = "from dask import delayed\nprint(delayed(max)(1, delayed(min)(2, 3)).compute())\n";
    let run = rdask_in(folder.path(), &["--visualize", "g.svg", "-c", script], "");
    assert_eq!(run.out, "2\n", "{}", run.err);
    let picture = std::fs::read_to_string(folder.path().join("g.svg")).unwrap();
    assert!(picture.starts_with("<svg") && picture.contains(">min<") && picture.contains(">max<"));
}

#[test]
fn the_piped_shell_echoes_recovers_and_knows_blocks() {
    let input = "x = 3\nx * 2\n_ + 1\ndef f(n):\n    return n + x\n\nf(10)\nundefined_name\nNone\n'still ' + 'here'\n:nope\n:quit\nnever\n";
    let run = rdask(&[], input);
    assert_eq!(run.out, "6\n7\n13\n'still here'\n", "{}", run.err);
    assert!(run.err.contains("undefined_name") && run.err.contains(":nope"), "{}", run.err);
    assert_eq!(run.code, Some(0));
}

#[test]
fn the_shell_has_commands() {
    let run = rdask(
        &[],
        "x = [1, 2]\n:vars\n:type x\n:ast x + 1\n:scheduler sync\n:scheduler\n:threads 2\n:threads\n:reset\n:vars\n:help\n",
    );
    for part in ["x  list  [1, 2]", "BinOp", "sync", "no variables yet", ":visualize"] {
        assert!(run.out.contains(part), "`{part}` is missing in\n{}\n{}", run.out, run.err);
    }
}

#[test]
fn a_task_s_error_names_the_line_the_task_and_its_inputs() {
    let script = "from dask import delayed\n\ndef half(x):\n    return 10 // x\n\nbad = delayed(half)(delayed(int)('0'))\nbad.compute()\n";
    let run = rdask(&["-"], script);
    assert_eq!(run.code, Some(1));
    for part in ["ZeroDivisionError", "10 // x", "half", "delayed(half)(delayed(int)('0'))"] {
        assert!(run.err.contains(part), "`{part}` is missing in\n{}", run.err);
    }
}

/// Runs a program until it prints `ready`, interrupts it as Ctrl-C does, and gives what it said and its exit code.
#[cfg(unix)]
fn interrupted(args: &[&str], input: &str) -> Run {
    use std::io::Read;
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rdask"))
        .args(args)
        .current_dir(folder.path())
        .env("RDASK_HISTORY", folder.path().join("history"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    let (mut out, mut byte) = (Vec::new(), [0]);
    let mut stdout = child.stdout.take().unwrap();
    while !out.ends_with(b"ready\n") {
        assert_eq!(stdout.read(&mut byte).unwrap(), 1, "it ended before it was ready");
        out.push(byte[0]);
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    // The shell reads on; a program that waits for a line sees no end of them.
    let open = (!args.is_empty()).then_some(stdin);
    stdout.read_to_end(&mut out).unwrap();
    drop(open);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { out: text(out), err: text(output.stderr), code: output.status.code() }
}

/// Programs that never end by themselves.
#[cfg(unix)]
const ENDLESS: &[&str] = &[
    "while True: pass",
    "import itertools\nsum(itertools.count())",
    "import time\ntime.sleep(10**6)",
    "sorted(range(10), key=lambda i: endless())",
    "import time\nimport dask\ndask.delayed(time.sleep)(10**6).compute()",
    "import time\nimport dask\ndask.delayed(time.sleep)(10**6).compute(scheduler='sync')",
    "import dask\ndask.delayed(endless)().compute()",
    "import dask\ndask.delayed(lambda: dask.delayed(endless)().compute())().compute()",
    "import dask.array as da\nda.random.random((10**6, 10**6), chunks=(1000, 1000)).sum().compute()",
    "list(iter(int, 1))",
    "'x' in iter(int, 1)",
    "max(iter(int, 1))",
    "any(iter(int, 1))",
    "for i in filter(None, iter(int, 1)): pass",
    "7 ** (10 ** 9)",
    "import numpy as np\na = np.ones((4000, 4000))\nwhile True: a @ a",
    "input()",
    "input('name? ')",
    "import sys\nsys.stdin.read()",
    "import sys\nsys.stdin.readline()",
    "import sys\nfor line in sys.stdin: pass",
    "import dask\ndask.delayed(input)().compute()",
    "import numpy as np\nnumbers = np.random.default_rng(0).random(10**6).tolist()\nwhile True: sorted(numbers)",
    "import re\nwhile True:\n    try: re.match(r'(a*)*\\1b', 'a' * 40)\n    except RuntimeError: pass",
];

#[cfg(unix)]
#[test]
fn an_interrupt_stops_whatever_runs() {
    for program in ENDLESS {
        let text = format!("def endless():\n    while True: pass\nprint('ready', flush=True)\n{program}\n");
        let run = interrupted(&["-c", &text], "");
        assert!(run.err.contains("KeyboardInterrupt: you stopped it"), "{program}: {}", run.err);
        let out = run.out.trim_end_matches("name? ");
        assert_eq!((out, run.code), ("ready\n", Some(130)), "{program}");
    }
}

#[cfg(unix)]
#[test]
fn the_shell_lives_on_after_an_interrupt() {
    let run = interrupted(&[], "print('ready', flush=True)\nwhile True: pass\n\n6 * 7\n");
    assert!(run.err.contains("KeyboardInterrupt"), "{}", run.err);
    assert_eq!((run.out.as_str(), run.code), ("ready\n42\n", Some(0)));
}

#[test]
fn files_beside_the_script_are_checked_too() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("helper.py", "import deeper\n\ndef shout(text):\n    return text.uper() + undefined_name\n\nLIMIT = 3\n");
    write("deeper.py", "values = [1, 2]\nvalues.push(3)\n");
    write("main.py", "from helper import shout\nprint('ran')\nprint(shout('a'))\n");
    let run = rdask_in(folder.path(), &["main.py"], "");
    assert_eq!((run.out.as_str(), run.code), ("", Some(1)), "{}", run.err);
    for part in ["helper.py:4", "undefined_name", "deeper.py:2", "push", "append"] {
        assert!(run.err.contains(part), "`{part}` is missing in\n{}", run.err);
    }
    // What a `try` of the script may catch is left to the run.
    write("deeper.py", "values = [1, 2]\n");
    write(
        "main.py",
        "import helper\ntry:\n    helper.shout(3)\nexcept (AttributeError, NameError) as e:\n    print(e)\n",
    );
    let run = rdask_in(folder.path(), &["main.py"], "");
    assert_eq!((run.out.as_str(), run.code), ("'int' object has no attribute 'uper'\n", Some(0)), "{}", run.err);
    // And so is what a `try` of the module catches around what the script hands over.
    write(
        "helper.py",
        "def kind(f):\n    try:\n        return f()\n    except TypeError as e:\n        return str(e)\n",
    );
    write("main.py", "from helper import kind\nprint(kind(lambda: len(3)))\n");
    let run = rdask_in(folder.path(), &["main.py"], "");
    assert_eq!((run.out.as_str(), run.code), ("object of type 'int' has no len()\n", Some(0)), "{}", run.err);
    // So is what the script gives the module.
    write("helper.py", "def total(n):\n    return n + factor\n");
    write("main.py", "import helper\nhelper.factor = 4\nprint(helper.total(3))\n");
    let run = rdask_in(folder.path(), &["main.py"], "");
    assert_eq!((run.out.as_str(), run.code), ("7\n", Some(0)), "{}", run.err);
}
