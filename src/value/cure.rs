//! The cure of an exception that nothing caught: which key or attribute was asked for in vain, and what there is instead.
//!
//! It is worked out when the exception leaves its task or the script, with the words of the checker: programs that
//! catch `KeyError` or ask `hasattr` do not pay for it.

use std::rc::Rc;

use super::{Host, Value, dict, getattr, kind};
use crate::data::suggest::{habit, nearest};
use crate::data::{ExcClass, Raised};

/// As many keys are named at most.
const KEYS: usize = 12;

struct Asked {
    object: Value,
    name: Value,
}

/// The exception, with what its cure is worked out from.
pub fn asked(mut raised: Box<Raised>, object: &Value, name: Value) -> Box<Raised> {
    raised.asked = Some(Rc::new(Asked { object: object.clone(), name }));
    raised
}

/// Give an exception that nothing caught the help that belongs to it, where it has none and there is one.
pub fn cure(host: &mut dyn Host, raised: &mut Raised) {
    let Some(asked) = raised.asked.take() else { return };
    if raised.help.is_none()
        && let Some(asked) = asked.downcast_ref::<Asked>()
    {
        raised.help = match raised.class {
            ExcClass::KeyError => key(asked),
            _ => attribute(host, asked),
        };
    }
}

fn key(asked: &Asked) -> Option<String> {
    let Value::Dict(found) = &asked.object else { return None };
    let keys = dict::keys(found);
    let texts = keys.iter().filter_map(Value::as_str);
    if let Some(found) = asked.name.as_str().and_then(|name| nearest(name, texts)) {
        return Some(format!("did you mean '{found}'?"));
    }
    let cure = "use `.get(key, default)` where a key may be missing";
    let shown = keys.iter().filter_map(|key| match key {
        Value::Str(text) => Some(format!("'{}'", text.as_str())),
        Value::Int(number) => Some(number.to_string()),
        _ => None,
    });
    let shown: Vec<String> = shown.take(KEYS + 1).collect();
    Some(match shown.get(..KEYS) {
        _ if keys.is_empty() => format!("the dict is empty: {cure}"),
        None if !shown.is_empty() => format!("it has the keys {}: {cure}", shown.join(", ")),
        _ => cure.to_owned(),
    })
}

fn attribute(host: &mut dyn Host, asked: &Asked) -> Option<String> {
    let name = asked.name.as_str()?;
    habit(&kind::type_name(&asked.object), name).or_else(|| {
        let names = getattr::names_of(host, &asked.object);
        nearest(name, names.iter().copied()).map(|found| format!("did you mean `{found}`?"))
    })
}
