//! Arrays: random expressions against what NumPy prints, fused work against single steps, blocks against the whole,
//! one scheduler against the other.

use std::process::{Command, Stdio};

use rdask::data::{Chunk, Scalar};
use rdask::kernels::elemwise::{Input, evaluate};
use rdask::kernels::reduce::{self, apply};
use rdask::ops::ir::{Arg, Program};
use rdask::ops::{self, Reduction};

/// What a script prints.
fn output(script: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("script.py");
    std::fs::write(&path, script).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_rdask")).arg(&path).stdin(Stdio::null()).output().unwrap();
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{errors}");
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn expressions_print_as_in_numpy() {
    let cases: Vec<(&str, &str)> =
        include_str!("arrays.txt").lines().filter_map(|line| line.split_once('\t')).collect();
    let mut script = String::from("import numpy as np\n");
    for (expression, _) in &cases {
        script.push_str(&format!(
            "try:\n    print(repr({expression}), end='\\x00')\nexcept (ValueError, TypeError, IndexError) as e:\n    \
             print(type(e).__name__, e, end='\\x00')\n"
        ));
    }
    let printed = output(&script);
    let mut wrong = Vec::new();
    for ((expression, wanted), found) in cases.iter().zip(printed.split('\0')) {
        if found.replace('\n', "\\n") != *wanted {
            wrong.push(format!("{expression}\n  NumPy: {wanted}\n  rdask: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

const BLOCKS: &str = r"
import numpy as np
import dask.array as da
base = (np.arange(7 * 11 * 3) * 37 % 101 - 40) / 7
shapes = [((231,), 50), ((7, 33), (3, 10)), ((33, 7), (-1, 2)), ((7, 11, 3), (2, 5, 3)), ((231,), -1)]
steps = [
    lambda v: v * 2 + 1, lambda v: -(v - 1) ** 2 / 3, lambda v: abs(v) ** 0.5, lambda v: (v > 0) & (v < 3),
    lambda v: v.sum(), lambda v: (v * v + 1).mean(axis=0), lambda v: v.std(axis=-1, keepdims=True), lambda v: v.var(ddof=1),
    lambda v: (v + 1).max(axis=0), lambda v: v.min(), lambda v: (v > 2).any(axis=0), lambda v: (v < 100).all(),
    lambda v: v[1:5] + v[2:6], lambda v: v[::-2], lambda v: v.T, lambda v: v.astype(int) % 5, lambda v: v.astype('float32').sum(),
    lambda v: np.where(v > 0, v, 0), lambda v: np.exp(v / 20), lambda v: np.maximum(v, 1) - np.minimum(v, 2), lambda v: v.prod(axis=-1),
    lambda v: (v - v.mean(axis=0)) / v.std(axis=0), lambda v: v.round(1), lambda v: v.clip(-1, 2),
]
for shape, chunks in shapes:
    a = base.reshape(shape)
    x = da.from_array(a, chunks=chunks)
    for number, step in enumerate(steps):
        one = np.asarray(step(x).compute(scheduler='sync'))
        two = np.asarray(step(x).compute(scheduler='threads'))
        plain = np.asarray(step(x).compute(scheduler='sync', optimize_graph=False))
        whole = np.asarray(step(a))
        same = np.array_equal(one, two, equal_nan=True) and np.array_equal(one, plain, equal_nan=True)
        if not same:
            print('paths differ', shape, chunks, number)
        near = 1e-5 if one.dtype == np.float32 else 1e-12
        if one.dtype != whole.dtype or one.shape != whole.shape or not np.allclose(one, whole, rtol=near, atol=1e-13, equal_nan=True):
            print('blocks differ', shape, chunks, number, one, whole)
";

#[test]
fn blocks_give_what_the_whole_gives_on_every_path() {
    assert_eq!(output(BLOCKS), "");
}

fn numbers(count: usize, salt: u64) -> Chunk {
    let item = |at: usize| ((at as u64).wrapping_mul(0x9E37_79B9).wrapping_add(salt) % 1000) as f64 / 37.0 - 11.0;
    Chunk::of((0..count).map(item).collect(), vec![count])
}

#[test]
fn fused_work_has_the_bits_of_single_steps() {
    for count in [0, 1, 7, 1023, 1024, 1025, 5000] {
        let (a, b, c) = (numbers(count, 1), numbers(count, 2), numbers(count, 3));
        let steps = apply("add", &[&apply("multiply", &[&a, &b]).unwrap(), &c]).unwrap();
        let mut program = Program::new(vec![a.dtype(); 3]);
        let at = |n: usize| Arg::Reg(Program::new(vec![a.dtype(); 3]).input(n));
        let product = program.apply(ops::find("multiply").unwrap(), &[at(0), at(1)]).unwrap();
        program.result = Some(program.apply(ops::find("add").unwrap(), &[Arg::Reg(product), at(2)]).unwrap());
        let inputs = [Input::Array(&a), Input::Array(&b), Input::Array(&c)];
        let fused = evaluate(&program, &inputs, &[count], &mut || Ok(())).unwrap();
        assert_eq!(fused.to_vec::<f64>().unwrap(), steps.to_vec::<f64>().unwrap());
        let sum = Reduction::named("sum").unwrap();
        let state = reduce::partial(sum, &program, &inputs, &[count], &[0], &mut || Ok(())).unwrap();
        let whole = reduce::reduce(sum, &steps, &[0], false, 0.0, &mut || Ok(())).unwrap();
        assert_eq!(state.columns[0].only(), whole.only());
    }
}

#[test]
fn strided_and_broadcast_inputs_are_read_in_c_order() {
    let a = numbers(24, 5).reshape(vec![4, 6]).unwrap();
    let turned = a.reversed();
    let row = numbers(4, 6);
    let sum = apply("add", &[&turned, &row]).unwrap();
    assert_eq!(sum.shape, [6, 4]);
    for (i, j) in (0..6).flat_map(|i| (0..4).map(move |j| (i, j))) {
        let wanted = a.get(&[j, i]).as_f64() + row.get(&[j]).as_f64();
        assert_eq!(sum.get(&[i, j]), Scalar::Float64(wanted));
    }
}

#[test]
fn a_write_copies_what_a_graph_holds() {
    let script = "import numpy as np\nimport dask.array as da\na = np.arange(4)\nb = a[1:]\nx = da.from_array(a, chunks=2)\n\
                  a[0] = 100\nb[0] = 7\nprint(a, b, x.compute())\n";
    assert_eq!(output(script), "[100   7   2   3] [7 2 3] [0 1 2 3]\n");
}
