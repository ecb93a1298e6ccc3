//! The cure of an exception that nothing caught: which key or attribute was asked for in vain, and what there is instead.
//!
//! It is worked out when the exception leaves its task or the script, with the words of the checker: programs that
//! catch `KeyError` or ask `hasattr` do not pay for it.

use std::rc::Rc;

use super::{Host, Value, dict, getattr, kind};
use crate::data::suggest::{habit, nearest};
use crate::data::{Raised, Sym};

/// As many keys are named at most.
const KEYS: usize = 12;

/// What was asked for in vain, and of which object.
pub enum Asked {
    /// A key of a dict.
    Key(Value, Value),
    /// An attribute.
    Attribute(Value, Sym),
}

/// The exception, with what its cure is worked out from.
pub fn asked(mut raised: Box<Raised>, asked: Asked) -> Box<Raised> {
    raised.asked = Some(Rc::new(asked));
    raised
}

/// Give an exception that nothing caught the help that belongs to it, where it has none and there is one.
pub fn cure(host: &mut dyn Host, raised: &mut Raised) {
    let Some(asked) = raised.asked.take() else { return };
    if raised.help.is_none()
        && let Some(asked) = asked.downcast_ref::<Asked>()
    {
        raised.help = match asked {
            Asked::Key(Value::Dict(dict), key) => missing_key(&dict::keys(dict), key),
            Asked::Key(..) => None,
            Asked::Attribute(object, name) => missing_attribute(host, object, *name),
        };
    }
}

fn missing_key(keys: &[Value], key: &Value) -> Option<String> {
    let texts = keys.iter().filter_map(Value::as_str);
    if let Some(found) = key.as_str().and_then(|name| nearest(name, texts)) {
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

fn missing_attribute(host: &mut dyn Host, object: &Value, name: Sym) -> Option<String> {
    let name = name.as_str();
    if let Value::Function(_) | Value::Builtin(_) | Value::Method(_) = object {
        return Some("this is the function itself: write `()` after its name to call it".to_owned());
    }
    habit(&kind::type_name(object), name).or_else(|| {
        let names = getattr::names_of(host, object);
        nearest(name, names.iter().copied()).map(|found| format!("did you mean `{found}`?"))
    })
}
