//! Operators, comparison, containers and formatting, case by case as CPython printed them (`tests/values/record.py`).

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use num_bigint::BigInt;
use num_integer::Integer;
use proptest::prelude::*;
use rdask::data::ops::BinOp;
use rdask::interp::{Mode, Output, Vm};
use rdask::source::Sources;
use rdask::value::{Value, hash, number, parse, repr};

#[test]
fn values_behave_as_recorded() {
    let text = include_str!("values/recorded.json");
    let cases: Vec<(String, String)> = serde_json::from_str(text).unwrap();
    let output = Arc::new(Output::memory());
    let mut vm = Vm::start(Sources::default(), output.clone(), Arc::new(AtomicBool::new(false)), Arc::from([]));
    let mut wrong = Vec::new();
    for (program, want) in &cases {
        let done = vm.run_text("<case>", program, Mode::Exec);
        let mut got = output.take();
        if let Err(raised) = done {
            got.push_str(&format!("not caught: {}: {}\n", raised.class.name(), raised.message));
        }
        if got != *want {
            wrong.push(format!("{program}  wanted {want}  got    {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn shown(v: &Value) -> String {
    match v {
        Value::Int(int) => int.to_string(),
        Value::BigInt(big) => big.to_string(),
        _ => String::from("no integer"),
    }
}

/// Integers near the ends of 64 bits as often as small ones.
fn ints() -> impl Strategy<Value = i64> {
    prop_oneof![any::<i64>(), -100..100i64, Just(i64::MIN), Just(i64::MAX), Just(-1), Just(1 << 32)]
}

proptest! {
    #[test]
    fn floats_read_back_the_same(x in any::<f64>()) {
        let text = repr::float(x);
        let back = parse::float(&text).unwrap();
        prop_assert!(back.to_bits() == x.to_bits() || x.is_nan() && back.is_nan(), "{text}");
    }

    #[test]
    fn small_integers_agree_with_big_ones(x in ints(), y in ints()) {
        let (p, q) = (BigInt::from(x), BigInt::from(y));
        let mut wanted = vec![
            (BinOp::Add, &p + &q), (BinOp::Sub, &p - &q), (BinOp::Mul, &p * &q),
            (BinOp::And, &p & &q), (BinOp::Or, &p | &q), (BinOp::Xor, &p ^ &q),
        ];
        if y != 0 {
            wanted.push((BinOp::FloorDiv, p.div_floor(&q)));
            wanted.push((BinOp::Mod, p.mod_floor(&q)));
        }
        for (op, want) in wanted {
            let got = number::binary(op, &Value::Int(x), &Value::Int(y)).unwrap().unwrap();
            prop_assert_eq!(shown(&got), want.to_string());
            prop_assert_eq!(matches!(got, Value::Int(_)), i64::try_from(&want).is_ok());
        }
    }

    #[test]
    fn equal_numbers_have_equal_hashes(x in -(1i64 << 53)..(1i64 << 53)) {
        prop_assert_eq!(hash::quick(&Value::Int(x)), hash::quick(&Value::Float(x as f64)));
    }
}
