//! Printing of arrays, against what NumPy printed (`tests/record_print.py` records it).

use rdask::builtins::np::print::{Elem, FloatMode, PrintOptions, Printed, array_repr, array_str};
use rdask::data::DType;
use serde_json::Value;

fn options(given: &Value) -> PrintOptions {
    let mut options = PrintOptions::default();
    let number = |name: &str| given[name].as_u64().map(|n| n as usize);
    options.precision = number("precision").unwrap_or(options.precision);
    options.threshold = number("threshold").unwrap_or(options.threshold);
    options.edgeitems = number("edgeitems").unwrap_or(options.edgeitems);
    options.linewidth = number("linewidth").unwrap_or(options.linewidth);
    options.suppress = given["suppress"].as_bool().unwrap_or(false);
    options.sign = given["sign"].as_str().and_then(|sign| sign.chars().next()).unwrap_or('-');
    options.floatmode = match given["floatmode"].as_str() {
        Some("fixed") => FloatMode::Fixed,
        Some("unique") => FloatMode::Unique,
        Some("maxprec_equal") => FloatMode::MaxPrecEqual,
        _ => FloatMode::MaxPrec,
    };
    options
}

#[test]
fn arrays_print_as_numpy_prints_them() {
    let cases: Value = serde_json::from_str(include_str!("print.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let name = case["dtype"].as_str().unwrap();
        let dtype = DType::ALL.iter().copied().find(|dtype| dtype.name() == name).unwrap();
        let shape: Vec<usize> =
            case["shape"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect();
        let bits = case["bits"].as_array().unwrap();
        let get = |index: &[usize]| {
            let flat = index.iter().zip(&shape).fold(0, |flat, (at, length)| flat * length + at);
            match name {
                "bool" => Elem::Bool(bits[flat].as_u64() == Some(1)),
                "float32" => Elem::F32(f32::from_bits(bits[flat].as_u64().unwrap() as u32)),
                "float64" => Elem::F64(f64::from_bits(bits[flat].as_u64().unwrap())),
                _ => Elem::Int(bits[flat].as_i64().unwrap().into()),
            }
        };
        let array = Printed { dtype, shape: &shape, get: &get };
        let options = options(&case["options"]);
        assert_eq!(array_repr(&array, &options), case["repr"].as_str().unwrap(), "{}", case["options"]);
        if let Some(text) = case["str"].as_str() {
            assert_eq!(array_str(&array, &options), text, "{}", case["options"]);
        }
    }
}
