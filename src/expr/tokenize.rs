//! Tokens of values: equal values have equal hashes, in every run. What has no structure to look at is unique.

use super::bag::{Bag, Item};
use super::collection::Array;
use super::delayed::{Delayed, members, unique};
use super::token::Token;
use crate::value::{AttrMap, Value, dict};

/// The hash of a value's structure.
pub fn tokenize(value: &Value) -> u128 {
    let mut token = Token::new("value");
    add(&mut token, value, 0);
    token.finish()
}

/// Nesting past this depth counts as unique.
const DEPTH: usize = 200;

/// Add the structure of a value to a hash.
pub fn add(token: &mut Token, value: &Value, depth: usize) {
    if depth > DEPTH {
        token.wide(unique());
        return;
    }
    match value {
        Value::Unbound | Value::None => drop_word(token, 0),
        Value::Bool(value) => drop_word(token, 2 + u64::from(*value)),
        Value::Int(value) => drop_word(token.word(4), *value as u64),
        Value::Float(value) => drop_word(token.word(5), value.to_bits()),
        Value::BigInt(value) => drop(token.word(6).text(&value.to_string()).finish()),
        Value::Str(text) => drop(token.word(7).text(text.as_str()).finish()),
        Value::Tuple(tuple) => all(token.word(8), &tuple.items, depth),
        Value::List(list) => all(token.word(9), &list.items.borrow(), depth),
        Value::Dict(table) => {
            let pairs = dict::items(table).into_iter().map(|(key, value)| Value::tuple([key, value]));
            unordered(token.word(10), pairs, depth);
        }
        Value::Set(set) => unordered(token.word(11), members(set).into_iter(), depth),
        Value::FrozenSet(set) => unordered(token.word(12), members(set).into_iter(), depth),
        Value::Range(range) => {
            token.word(13).word(range.start as u64).word(range.stop as u64).word(range.step as u64);
        }
        Value::Slice(slice) => {
            all(token.word(14), &[slice.start.clone(), slice.stop.clone(), slice.step.clone()], depth)
        }
        Value::Ellipsis => drop_word(token, 15),
        Value::NotImplemented => drop_word(token, 16),
        Value::Np(dtype, bits) => {
            token.word(17).text(dtype.name()).word(*bits);
        }
        other => object(token, other, depth),
    }
}

fn drop_word(token: &mut Token, word: u64) {
    token.word(word);
}

fn all(token: &mut Token, items: &[Value], depth: usize) {
    token.word(items.len() as u64);
    items.iter().for_each(|item| add(token, item, depth + 1));
}

/// Equal whatever the order of the items.
fn unordered(token: &mut Token, items: impl Iterator<Item = Value>, depth: usize) {
    let mut hashes: Vec<u128> = items
        .map(|item| {
            let mut token = Token::new("item");
            add(&mut token, &item, depth + 1);
            token.finish()
        })
        .collect();
    hashes.sort_unstable();
    token.word(hashes.len() as u64);
    for hash in hashes {
        token.wide(hash);
    }
}

fn attrs(token: &mut Token, attrs: &AttrMap, depth: usize) {
    for (name, value) in &attrs.pairs() {
        token.text(name.as_str());
        add(token, value, depth + 1);
    }
}

/// Functions, classes and objects.
fn object(token: &mut Token, value: &Value, depth: usize) {
    match value {
        Value::Function(function) => {
            token.word(20).word(u64::from(function.code.0));
            all(token, &function.defaults, depth);
            for cell in &function.captures {
                let held = cell.value.borrow().clone().unwrap_or(Value::None);
                // A function that captures itself has no end.
                match matches!(held, Value::Function(_)) && depth > 4 {
                    true => drop_word(token, 0),
                    false => add(token, &held, depth + 1),
                }
            }
        }
        Value::Builtin(builtin) => drop(token.word(21).text(builtin.name).finish()),
        Value::Method(method) => {
            add(token.word(22), &method.function, depth + 1);
            add(token, &method.this, depth + 1);
        }
        Value::Class(class) => drop(token.word(23).text(&class.module).text(&class.qualname).finish()),
        Value::Type(info) => drop(token.word(24).text(info.declared).finish()),
        Value::ExcType(class) => drop(token.word(25).text(class.name()).finish()),
        Value::Instance(instance) => {
            token.word(26).text(&instance.class.qualname);
            attrs(token, &instance.attrs.borrow(), depth);
            add(token, &instance.payload, depth + 1);
        }
        Value::Exception(exception) => {
            token.word(27).text(exception.class.name());
            all(token, &exception.args.borrow(), depth);
        }
        Value::Module(module) => drop(token.word(28).text(&module.name).finish()),
        Value::Native(native) => {
            let object: &dyn std::any::Any = &*native.0;
            if let Some(delayed) = object.downcast_ref::<Delayed>() {
                token.word(29).wide(delayed.node.key.hash());
            } else if let Some(array) = object.downcast_ref::<Array>() {
                token.word(30).wide(array.node.token);
            } else if let Some(bag) = object.downcast_ref::<Bag>() {
                token.word(32).wide(bag.made.name.token());
            } else if let Some(item) = object.downcast_ref::<Item>() {
                token.word(33).wide(item.node.key.hash());
            } else {
                token.word(31).wide(unique());
            }
        }
        _ => drop(token.wide(unique()).finish()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_structures_have_equal_tokens() {
        let list = |items: &[i64]| Value::list(items.iter().map(|&item| Value::Int(item)).collect());
        assert_eq!(tokenize(&list(&[1, 2])), tokenize(&list(&[1, 2])));
        assert_ne!(tokenize(&list(&[1, 2])), tokenize(&list(&[2, 1])));
        assert_ne!(tokenize(&Value::Int(1)), tokenize(&Value::Float(1.0)));
        assert_ne!(tokenize(&Value::str("1")), tokenize(&Value::Int(1)));
    }
}
