//! `x.dask`: the graph of a lazy value as a mapping, in the notation of Dask's documentation.

use super::row::{Row, row};
use crate::data::Res;
use crate::data::Sym;
use crate::data::raised::type_error;
use crate::value::{Host, Native, TypeInfo, Value, dict, iter, repr};

/// `dask.highlevelgraph.HighLevelGraph`.
pub static GRAPH: TypeInfo = TypeInfo {
    name: "HighLevelGraph",
    module: "dask.highlevelgraph",
    declared: "dask.highlevelgraph.HighLevelGraph",
    base: None,
};

/// The rows of its methods.
pub const ROWS: &[Row] = &[
    row("dask.highlevelgraph.HighLevelGraph", |_, _| Ok(Value::Type(&GRAPH))),
    row("dask.highlevelgraph.HighLevelGraph.keys", |host, args| forward(host, args, "keys")),
    row("dask.highlevelgraph.HighLevelGraph.values", |host, args| forward(host, args, "values")),
    row("dask.highlevelgraph.HighLevelGraph.items", |host, args| forward(host, args, "items")),
    row("dask.highlevelgraph.HighLevelGraph.get", |host, args| forward(host, args, "get")),
    row("dask.highlevelgraph.HighLevelGraph.to_dict", |_, args| {
        let graph = args.first().and_then(|this| this.as_native::<Graph>());
        Ok(graph.map_or(Value::None, |graph| graph.tasks.clone()))
    }),
];

/// The graph of a lazy value.
pub fn of(host: &mut dyn Host, value: &Value) -> Res<Value> {
    let (tasks, layers) = host.engine().graph(host, std::slice::from_ref(value))?;
    Ok(Value::native(Graph { tasks, layers }))
}

/// A graph: a dict of tasks, and the names of its layers.
struct Graph {
    tasks: Value,
    layers: Value,
}

/// A method of the dict.
fn forward(host: &mut dyn Host, args: &[Value], name: &str) -> Res<Value> {
    let [this, rest @ ..] = args else { return Err(type_error("a method needs its object")) };
    let Some(graph) = this.as_native::<Graph>() else { return Err(type_error("expected a HighLevelGraph")) };
    let method = host.getattr(&graph.tasks, Sym::new(name))?;
    host.call(&method, rest, &[])
}

impl Native for Graph {
    fn type_info(&self) -> &'static TypeInfo {
        &GRAPH
    }

    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        let names = iter::collect(host, &self.layers)?;
        let mut out = format!("HighLevelGraph with {} layers.\n", names.len());
        out.push_str("<dask.highlevelgraph.HighLevelGraph object at 0x7f0000000000>\n");
        for (at, name) in names.iter().enumerate() {
            out.push_str(&format!(" {at}. {}\n", repr::str_(host, name)?));
        }
        Ok(out)
    }

    fn len(&self, host: &mut dyn Host) -> Res<Option<usize>> {
        crate::value::kind::len(host, &self.tasks).map(Some)
    }

    fn getattr(&self, _this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        if name.as_str() != "layers" {
            return Ok(None);
        }
        // One entry for each layer: its tasks are found by the name that their keys begin with.
        let layers = crate::value::DictObj::plain();
        for layer in iter::collect(host, &self.layers)? {
            let part = crate::value::DictObj::plain();
            if let Value::Dict(tasks) = &self.tasks {
                for (key, task) in dict::items(tasks) {
                    let head = match &key {
                        Value::Tuple(parts) => parts.items.first().cloned().unwrap_or(Value::None),
                        other => other.clone(),
                    };
                    if crate::value::compare::eq(host, &head, &layer)? {
                        dict::insert(host, &part, key, task)?;
                    }
                }
            }
            dict::insert(host, &layers, layer, Value::Dict(part.into()))?;
        }
        Ok(Some(Value::Dict(layers.into())))
    }

    fn getitem(&self, _this: &Value, host: &mut dyn Host, index: &Value) -> Res<Option<Value>> {
        crate::value::index::getitem(host, &self.tasks, index).map(Some)
    }

    fn contains(&self, _this: &Value, host: &mut dyn Host, item: &Value) -> Res<Option<bool>> {
        crate::value::compare::contains(host, &self.tasks, item).map(Some)
    }

    fn iter(&self, _this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        iter::iter(host, &self.tasks).map(Some)
    }
}
