//! Rust values and functions in a session, and the session's values in Rust.

use std::sync::Arc;

use super::{Failure, Session};
use crate::data::{Raised, Res, Sym, raised};
use crate::source::FileId;
use crate::syntax::ast::{FunctionDef, StmtKind};
use crate::value::frozen::{self, Frozen};
use crate::value::native::FrozenNative;
use crate::value::{Host, Native, TypeInfo, Value};

/// A Rust value that a script can have.
pub trait IntoRdask {
    /// The value, in a form that any thread may hold.
    fn into_rdask(self) -> Frozen;
}

/// A Rust value that a script's value can become.
pub trait FromRdask: Sized {
    /// What it is called in messages.
    const NAME: &'static str;

    /// The Rust value, if the script's value fits.
    fn from_rdask(value: &Frozen) -> Option<Self>;
}

impl IntoRdask for Frozen {
    fn into_rdask(self) -> Frozen {
        self
    }
}

impl FromRdask for Frozen {
    const NAME: &'static str = "any value";

    fn from_rdask(value: &Frozen) -> Option<Frozen> {
        Some(value.clone())
    }
}

impl IntoRdask for () {
    fn into_rdask(self) -> Frozen {
        Frozen::None
    }
}

impl IntoRdask for bool {
    fn into_rdask(self) -> Frozen {
        Frozen::Bool(self)
    }
}

impl FromRdask for bool {
    const NAME: &'static str = "a bool";

    fn from_rdask(value: &Frozen) -> Option<bool> {
        if let Frozen::Bool(truth) = value { Some(*truth) } else { None }
    }
}

impl IntoRdask for i64 {
    fn into_rdask(self) -> Frozen {
        Frozen::Int(self)
    }
}

impl IntoRdask for i32 {
    fn into_rdask(self) -> Frozen {
        Frozen::Int(i64::from(self))
    }
}

impl FromRdask for i64 {
    const NAME: &'static str = "an int of 64 bits";

    fn from_rdask(value: &Frozen) -> Option<i64> {
        match value {
            Frozen::Int(number) => Some(*number),
            Frozen::Bool(truth) => Some(i64::from(*truth)),
            _ => None,
        }
    }
}

impl IntoRdask for f64 {
    fn into_rdask(self) -> Frozen {
        Frozen::Float(self)
    }
}

impl FromRdask for f64 {
    const NAME: &'static str = "a float";

    fn from_rdask(value: &Frozen) -> Option<f64> {
        match value {
            Frozen::Float(number) => Some(*number),
            Frozen::Int(number) => Some(*number as f64),
            Frozen::Np(crate::data::DType::Float64, bits) => Some(f64::from_bits(*bits)),
            _ => None,
        }
    }
}

impl IntoRdask for &str {
    fn into_rdask(self) -> Frozen {
        Frozen::Str(self.into())
    }
}

impl IntoRdask for String {
    fn into_rdask(self) -> Frozen {
        Frozen::Str(self.into())
    }
}

impl FromRdask for String {
    const NAME: &'static str = "a str";

    fn from_rdask(value: &Frozen) -> Option<String> {
        if let Frozen::Str(text) = value { Some(text.to_string()) } else { None }
    }
}

impl Session {
    /// Give a variable a value.
    ///
    /// # Errors
    /// If the value can't live in this session.
    pub fn set(&mut self, name: &str, value: impl IntoRdask) -> Result<(), Failure> {
        let value = frozen::thaw(&mut self.vm, &value.into_rdask()).map_err(|raised| self.failure(raised))?;
        self.globals.set(Sym::new(name), value);
        Ok(())
    }

    /// The value of a variable.
    ///
    /// # Errors
    /// `NameError` if there is none, `TypeError` if it is no `T`.
    pub fn get<T: FromRdask>(&mut self, name: &str) -> Result<T, Failure> {
        let found = Sym::existing(name).and_then(|symbol| self.globals.get(symbol));
        let Some(value) = found else {
            return Err(Failure::plain("NameError", format!("name '{name}' is not defined")));
        };
        let frozen = frozen::freeze(&mut self.vm, &value, &mut frozen::Memo::default());
        let frozen = frozen.map_err(|raised| self.failure(raised))?;
        T::from_rdask(&frozen).ok_or_else(|| {
            let text = format!("'{name}' is {}, not {}", crate::value::kind::type_name(&value), T::NAME);
            Failure::plain("TypeError", text)
        })
    }

    /// Make a Rust function callable by scripts, in tasks as well. The signature is a Python one:
    /// `def f(x: float, scale: float) -> float: ...`.
    ///
    /// # Errors
    /// `SyntaxError` if the signature is none.
    pub fn register<T, R, F>(&mut self, signature: &str, function: F) -> Result<(), Failure>
    where
        T: FromRdask + 'static,
        R: IntoRdask,
        F: Fn(&[T]) -> Result<R, String> + Send + Sync + 'static,
    {
        let definition = self.signature_of(signature)?;
        let name = definition.name.name;
        let params = definition.params.iter().map(|param| param.name.name).collect();
        let call = move |args: &[Frozen]| call_rust(name, &function, args);
        let registered = Registered { name, params, call: Arc::new(call) };
        self.globals.set(name, Value::native(registered));
        Ok(())
    }

    fn signature_of(&mut self, text: &str) -> Result<Arc<FunctionDef>, Failure> {
        let file: FileId = self.sources.add("<signature>", text);
        let module = crate::syntax::parse(text, file).map_err(|errors| Failure::reported(&errors))?;
        match module.body.as_slice() {
            [stmt] => match &stmt.kind {
                StmtKind::FunctionDef(definition) => Ok(definition.clone()),
                _ => Err(not_a_signature(text)),
            },
            _ => Err(not_a_signature(text)),
        }
    }
}

fn not_a_signature(text: &str) -> Failure {
    Failure::plain("SyntaxError", format!("{text:?} is no signature: write `def name(x: float) -> float: ...`"))
}

fn call_rust<T, R, F>(name: Sym, function: &F, args: &[Frozen]) -> Res<Frozen>
where
    T: FromRdask,
    R: IntoRdask,
    F: Fn(&[T]) -> Result<R, String>,
{
    let mut given = Vec::with_capacity(args.len());
    for (at, arg) in args.iter().enumerate() {
        let wrong = || raised::type_error(format!("{name}() argument {} must be {}", at + 1, T::NAME));
        given.push(T::from_rdask(arg).ok_or_else(wrong)?);
    }
    match function(&given) {
        Ok(result) => Ok(result.into_rdask()),
        Err(message) => Err(Raised::new(crate::data::ExcClass::RuntimeError, message)),
    }
}

type Call = Arc<dyn Fn(&[Frozen]) -> Res<Frozen> + Send + Sync>;

/// A Rust function in a session.
#[derive(Clone)]
struct Registered {
    name: Sym,
    params: Vec<Sym>,
    call: Call,
}

static REGISTERED: TypeInfo = TypeInfo {
    name: "builtin_function_or_method",
    module: "builtins",
    declared: "builtins.builtin_function_or_method",
    base: None,
};

impl Registered {
    /// Arguments in the order of the parameters.
    fn bind(&self, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Vec<Value>> {
        let (name, wanted) = (self.name, self.params.len());
        if args.len() + kwargs.len() != wanted {
            let given = args.len() + kwargs.len();
            return Err(raised::type_error(format!("{name}() takes {wanted} arguments but {given} were given")));
        }
        let mut bound = args.to_vec();
        for param in self.params.iter().skip(args.len()) {
            match kwargs.iter().find(|(given, _)| given == param) {
                Some((_, value)) => bound.push(value.clone()),
                None => return Err(raised::type_error(format!("{name}() missing required argument '{param}'"))),
            }
        }
        Ok(bound)
    }
}

impl Native for Registered {
    fn type_info(&self) -> &'static TypeInfo {
        &REGISTERED
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("<built-in function {}>", self.name))
    }

    fn call(&self, _: &Value, host: &mut dyn Host, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Option<Value>> {
        let mut memo = frozen::Memo::default();
        let mut given = Vec::with_capacity(self.params.len());
        for arg in self.bind(args, kwargs)? {
            given.push(frozen::freeze(host, &arg, &mut memo)?);
        }
        let result = (self.call)(&given)?;
        frozen::thaw(host, &result).map(Some)
    }

    fn freeze(&self, _: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(self.clone())))
    }
}

impl FrozenNative for Registered {
    fn type_info(&self) -> &'static TypeInfo {
        &REGISTERED
    }

    fn thaw(&self, _: &mut dyn Host) -> Res<Value> {
        Ok(Value::native(self.clone()))
    }

    fn describe(&self) -> String {
        self.name.to_string()
    }
}
