//! Avro schemas: what the dicts and texts of a schema say, with names resolved.

use rustc_hash::FxHashMap;

use crate::data::raised::value_error;
use crate::data::{ExcClass, Raised, Res};
use crate::value::{DictObj, Value, dict, repr};

/// A schema, its named types in a table.
pub struct Schema {
    /// The type of a datum of the file.
    pub root: Type,
    /// Records, enums and fixed types by number.
    pub named: Vec<Named>,
}

/// A type.
#[derive(Clone, Debug)]
pub enum Type {
    /// `null`.
    Null,
    /// `boolean`.
    Bool,
    /// `int`: 32 bits.
    Int,
    /// `long`: 64 bits.
    Long,
    /// `float`: 32 bits.
    Float,
    /// `double`.
    Double,
    /// `bytes`.
    Bytes,
    /// `string`.
    Text,
    /// Items of one type.
    Array(Box<Type>),
    /// Values of one type under texts.
    Map(Box<Type>),
    /// One of several types, and the text of the schema, for messages.
    Union(Vec<Type>, String),
    /// A named type.
    Named(usize),
    /// A value of another class that stands as one of these.
    Logical(&'static str, Box<Type>),
}

/// A type with a name.
#[derive(Clone, Debug)]
pub enum Named {
    /// Not read to its end yet.
    Open,
    /// Fields in order.
    Record(Vec<Field>),
    /// The texts.
    Enum(Vec<String>),
    /// So many bytes; and the text of the schema, for messages.
    Fixed(usize, String),
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// What a record without it has.
    pub default: Option<Value>,
}

/// The logical types, and what they stand on.
const LOGICAL: &[(&str, &str)] = &[
    ("date", "int"),
    ("time-millis", "int"),
    ("time-micros", "long"),
    ("timestamp-millis", "long"),
    ("timestamp-micros", "long"),
    ("local-timestamp-millis", "long"),
    ("local-timestamp-micros", "long"),
    ("uuid", "string"),
];

/// Nested deeper, a schema is refused.
const DEEP: usize = 100;

fn unknown(name: &str) -> Box<Raised> {
    Raised::new(ExcClass::ValueError, format!("unknown type in an Avro schema: {name}"))
        .help("types are null, boolean, int, long, float, double, bytes, string, record, enum, array, map, fixed, a list of them, or a name that stands before")
}

fn malformed(what: &str) -> Box<Raised> {
    value_error(format!("an Avro schema is wrong: {what}"))
}

struct Reader {
    named: Vec<Named>,
    names: FxHashMap<String, usize>,
}

impl Schema {
    /// The schema that a value (of dicts, lists and texts) says.
    ///
    /// # Errors
    /// `ValueError` for what is none.
    pub fn of(v: &Value) -> Res<Schema> {
        let mut reader = Reader { named: Vec::new(), names: FxHashMap::default() };
        let root = reader.ty(v, "", 0)?;
        Ok(Schema { root, named: reader.named })
    }

    /// A named type.
    pub fn named(&self, at: usize) -> &Named {
        self.named.get(at).unwrap_or(&Named::Open)
    }
}

fn word(dict: &DictObj, key: &str) -> Option<String> {
    dict::get_str(dict, key).and_then(|found| found.as_str().map(str::to_owned))
}

/// Python's way to write a schema; texts and plain containers need no interpreter.
fn written(v: &Value) -> String {
    match v {
        Value::Str(text) => repr::quote(text.as_str()),
        Value::List(list) => {
            let items: Vec<String> = list.items.borrow().iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Dict(found) => {
            let pairs =
                dict::items(found).into_iter().map(|(key, value)| format!("{}: {}", written(&key), written(&value)));
            format!("{{{}}}", pairs.collect::<Vec<String>>().join(", "))
        }
        Value::Int(x) => x.to_string(),
        Value::None => "None".to_owned(),
        _ => "...".to_owned(),
    }
}

impl Reader {
    fn ty(&mut self, v: &Value, space: &str, depth: usize) -> Res<Type> {
        if depth > DEEP {
            return Err(malformed("it is nested too deep"));
        }
        match v {
            Value::Str(name) => self.name(name.as_str(), space),
            Value::List(options) => {
                let options = options.items.borrow().clone();
                let types =
                    options.iter().map(|option| self.ty(option, space, depth + 1)).collect::<Res<Vec<Type>>>()?;
                let names: Vec<String> = options.iter().map(written).collect();
                Ok(Type::Union(types, format!("[{}]", names.join(", "))))
            }
            Value::Dict(found) => self.table(found, v, space, depth),
            _ => Err(malformed("a type is a name, a list or a dict")),
        }
    }

    fn name(&mut self, name: &str, space: &str) -> Res<Type> {
        Ok(match name {
            "null" => Type::Null,
            "boolean" => Type::Bool,
            "int" => Type::Int,
            "long" => Type::Long,
            "float" => Type::Float,
            "double" => Type::Double,
            "bytes" => Type::Bytes,
            "string" => Type::Text,
            name => {
                let full = full(name, space);
                match self.names.get(&full).or_else(|| self.names.get(name)) {
                    Some(at) => Type::Named(*at),
                    None => return Err(unknown(name)),
                }
            }
        })
    }

    fn table(&mut self, found: &DictObj, v: &Value, space: &str, depth: usize) -> Res<Type> {
        let kind = match dict::get_str(found, "type") {
            Some(Value::Str(kind)) => kind.as_str().to_owned(),
            Some(other) => return self.ty(&other, space, depth + 1),
            None => return Err(malformed("a dict without 'type'")),
        };
        let inner = |key: &str| dict::get_str(found, key).ok_or_else(|| malformed(&format!("{kind} without '{key}'")));
        match kind.as_str() {
            "array" => Ok(Type::Array(Box::new(self.ty(&inner("items")?, space, depth + 1)?))),
            "map" => Ok(Type::Map(Box::new(self.ty(&inner("values")?, space, depth + 1)?))),
            "record" | "error" => self.record(found, &inner("fields")?, space, depth),
            "enum" => {
                let Value::List(symbols) = inner("symbols")? else { return Err(malformed("symbols are a list")) };
                let symbols =
                    symbols.items.borrow().iter().filter_map(|symbol| symbol.as_str().map(str::to_owned)).collect();
                let at = self.declare(found, space)?.0;
                self.set(at, Named::Enum(symbols));
                Ok(Type::Named(at))
            }
            "fixed" => {
                let Value::Int(size) = inner("size")? else {
                    return Err(malformed("the size of a fixed type is an int"));
                };
                let at = self.declare(found, space)?.0;
                self.set(at, Named::Fixed(usize::try_from(size).unwrap_or(0), written(v)));
                refuse_decimal(found)?;
                Ok(Type::Named(at))
            }
            name => {
                let base = self.name(name, space)?;
                refuse_decimal(found)?;
                let logical = word(found, "logicalType");
                let known = LOGICAL.iter().find(|(kind, on)| logical.as_deref() == Some(kind) && *on == name);
                Ok(match known {
                    Some((kind, _)) => Type::Logical(kind, Box::new(base)),
                    None => base,
                })
            }
        }
    }

    fn set(&mut self, at: usize, named: Named) {
        if let Some(place) = self.named.get_mut(at) {
            *place = named;
        }
    }

    /// A number for a named type, and the space of names within it.
    fn declare(&mut self, found: &DictObj, space: &str) -> Res<(usize, String)> {
        let name = word(found, "name").ok_or_else(|| malformed("a named type without 'name'"))?;
        let space = word(found, "namespace").unwrap_or_else(|| space.to_owned());
        let full = full(&name, &space);
        let at = self.named.len();
        self.named.push(Named::Open);
        let space = full.rsplit_once('.').map_or(String::new(), |(space, _)| space.to_owned());
        self.names.insert(full, at);
        Ok((at, space))
    }

    fn record(&mut self, found: &DictObj, fields: &Value, space: &str, depth: usize) -> Res<Type> {
        let (at, space) = self.declare(found, space)?;
        let Value::List(fields) = fields else { return Err(malformed("fields are a list")) };
        let mut made = Vec::new();
        for field in fields.items.borrow().iter() {
            let Value::Dict(field) = field else { return Err(malformed("a field is a dict")) };
            let name = word(field, "name").ok_or_else(|| malformed("a field without 'name'"))?;
            let ty = dict::get_str(field, "type").ok_or_else(|| malformed("a field without 'type'"))?;
            // A logical type may stand beside the name of the field's type.
            let ty = match &ty {
                Value::Str(_) if word(field, "logicalType").is_some() => self.table(field, &ty, &space, depth + 1)?,
                ty => self.ty(ty, &space, depth + 1)?,
            };
            made.push(Field { name, ty, default: dict::get_str(field, "default") });
        }
        self.set(at, Named::Record(made));
        Ok(Type::Named(at))
    }
}

fn refuse_decimal(found: &DictObj) -> Res<()> {
    if word(found, "logicalType").as_deref() == Some("decimal") {
        let text = "rdask has no decimals: a field of the logical type 'decimal' can be neither read nor written";
        return Err(Raised::new(ExcClass::NotImplementedError, text));
    }
    Ok(())
}

fn full(name: &str, space: &str) -> String {
    if name.contains('.') || space.is_empty() { name.to_owned() } else { format!("{space}.{name}") }
}
