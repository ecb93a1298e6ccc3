//! Groups by key: the groups of a partition, and the cut of a partition into those of a shuffle.

use std::rc::Rc;

use super::flow::Flow;
use super::fold::key_of;
use crate::data::Res;
use crate::value::{DictObj, Host, ListObj, Value, dict};

/// After so many elements the user is asked whether to go on.
const POLLED: u64 = 4096;

/// The lists of elements with each key, in the order in which keys first occur.
///
/// # Errors
/// What the key raises; `TypeError` for a key that is not hashable.
pub fn groups(host: &mut dyn Host, key: &Value, from: &mut dyn Flow) -> Res<Rc<DictObj>> {
    let made = Rc::new(DictObj::plain());
    let mut at = 0u64;
    while let Some(element) = from.next(host)? {
        if at.is_multiple_of(POLLED) {
            host.poll()?;
        }
        at += 1;
        let by = key_of(host, key, &element)?;
        match dict::get(host, &made, &by)? {
            Some(Value::List(list)) => list.items.borrow_mut().push(element),
            _ => dict::insert(host, &made, by, Value::List(Rc::new(ListObj::new(vec![element]))))?,
        }
    }
    Ok(made)
}

/// Cut the groups of one of `partitions` partitions into `count` pieces: a group goes where `place` of its key says.
///
/// # Errors
/// What `place` raises.
pub fn cut(
    host: &mut dyn Host,
    groups: &DictObj,
    (count, partitions): (usize, usize),
    place: &mut dyn FnMut(&mut dyn Host, &Value) -> Res<usize>,
) -> Res<Value> {
    let mut made: Vec<Vec<Value>> = vec![Vec::new(); count];
    for (key, group) in dict::items(groups) {
        let at = place(host, &key)?;
        if let (Some(into), Value::List(group)) = (made.get_mut(at), group) {
            into.append(&mut group.items.borrow_mut());
        }
    }
    dict::clear(groups);
    super::shuffle::pieces(host, made, partitions)
}
