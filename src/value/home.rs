//! Where frozen functions and classes live in this thread: each is thawed once, and comes back as itself to the thread that
//! sent it out.

use std::cell::RefCell;
use std::sync::{Arc, Weak};

use rustc_hash::FxHashMap;

use super::Value;
use super::frozen::FrozenGraph;
use super::hash::address;

/// A graph known to this thread, and its live functions and classes.
struct Known {
    graph: Weak<FrozenGraph>,
    values: FxHashMap<u32, Value>,
}

#[derive(Default)]
struct Home {
    known: FxHashMap<usize, Known>,
    /// What was thawed here, by address: it freezes to the node it came from.
    origins: FxHashMap<usize, (Weak<FrozenGraph>, u32)>,
    /// At this many graphs those that are gone are swept out.
    sweep_at: usize,
}

thread_local! {
    static HOME: RefCell<Home> = RefCell::default();
}

/// Remember the live value of a node.
pub(super) fn settle(graph: &Arc<FrozenGraph>, at: u32, v: &Value) {
    let gone = HOME.with(|home| {
        let Ok(mut home) = home.try_borrow_mut() else { return None };
        let gone = if home.known.len() >= home.sweep_at.max(64) { Some(home.sweep()) } else { None };
        let key = Arc::as_ptr(graph) as usize;
        let entry = home
            .known
            .entry(key)
            .or_insert_with(|| Known { graph: Arc::downgrade(graph), values: FxHashMap::default() });
        entry.values.insert(at, v.clone());
        gone
    });
    drop(gone);
}

/// As [`settle`], for a value that was thawed here: it freezes to this node again.
pub(super) fn settle_guest(graph: &Arc<FrozenGraph>, at: u32, v: &Value) {
    settle(graph, at, v);
    HOME.with(|home| {
        if let Ok(mut home) = home.try_borrow_mut() {
            home.origins.insert(address(v), (Arc::downgrade(graph), at));
        }
    });
}

/// The live function or class of a node, if this thread has it.
pub(super) fn resident(graph: &FrozenGraph, at: u32) -> Option<Value> {
    HOME.with(|home| {
        let home = home.try_borrow().ok()?;
        home.known.get(&(std::ptr::from_ref(graph) as usize))?.values.get(&at).cloned()
    })
}

/// The node that a function or class was thawed from in this thread.
pub(super) fn origin(v: &Value) -> Option<(Arc<FrozenGraph>, u32)> {
    match v {
        Value::Class(_) => {}
        Value::Function(function) if function.captures.is_empty() => {}
        _ => return None,
    }
    HOME.with(|home| {
        let home = home.try_borrow().ok()?;
        let (graph, at) = home.origins.get(&address(v))?;
        Some((graph.upgrade()?, *at))
    })
}

impl Home {
    /// Take out what belongs to graphs that are gone.
    fn sweep(&mut self) -> Vec<Known> {
        let dead: Vec<usize> =
            self.known.iter().filter(|(_, known)| known.graph.strong_count() == 0).map(|(key, _)| *key).collect();
        let gone = dead.into_iter().filter_map(|key| self.known.remove(&key)).collect();
        self.origins.retain(|_, (graph, _)| graph.strong_count() > 0);
        self.sweep_at = self.known.len() * 2;
        gone
    }
}
