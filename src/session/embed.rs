//! Rust functions in a session, and the session's values in Rust.

use std::sync::Arc;

use super::convert::{FromRdask, IntoRdask};
use super::{Failure, Session};
use crate::data::{ExcClass, Raised, Res, Sym, raised};
use crate::source::FileId;
use crate::syntax::ast::{FunctionDef, StmtKind};
use crate::value::frozen::{self, Frozen};
use crate::value::native::FrozenNative;
use crate::value::{Host, Native, TypeInfo, Value};

/// A Rust function that scripts can call: of up to six arguments, with a text for what went wrong.
pub trait Callback<Args>: Send + Sync + 'static {
    /// Number of arguments.
    const ARITY: usize;

    /// Call it.
    ///
    /// # Errors
    /// `TypeError` where an argument does not fit, `RuntimeError` with the text that the function gave.
    fn call(&self, name: Sym, args: &[Value]) -> Res<Value>;
}

macro_rules! callbacks {
    ($($count:literal: $($arg:ident)*;)*) => {$(
        impl<F, R, $($arg),*> Callback<($($arg,)*)> for F
        where
            F: Fn($($arg),*) -> Result<R, String> + Send + Sync + 'static,
            R: IntoRdask,
            $($arg: FromRdask,)*
        {
            const ARITY: usize = $count;

            fn call(&self, name: Sym, args: &[Value]) -> Res<Value> {
                // The macro makes a function without arguments too.
                let (_name, mut _args) = (name, args.iter().enumerate());
                let done = self($(argument::<$arg>(_name, _args.next())?),*);
                done.map(R::into_rdask).map_err(|text| Raised::new(ExcClass::RuntimeError, text))
            }
        }
    )*};
}

callbacks! {
    0: ;
    1: A;
    2: A B;
    3: A B C;
    4: A B C D;
    5: A B C D E;
    6: A B C D E G;
}

fn argument<T: FromRdask>(name: Sym, arg: Option<(usize, &Value)>) -> Res<T> {
    let (at, value) = arg.unwrap_or((0, &Value::None));
    let wrong = || raised::type_error(format!("{name}() argument {} must be {}", at + 1, T::NAME));
    T::from_rdask(value).ok_or_else(wrong)
}

impl Session {
    /// Give a variable a value.
    pub fn set(&mut self, name: &str, value: impl IntoRdask) {
        self.globals.set(Sym::new(name), value.into_rdask());
    }

    /// Check and run a text: the value of its last statement, an expression.
    ///
    /// # Errors
    /// Those of [`Session::run`]; `TypeError` if the value is no `T`.
    pub fn eval<T: FromRdask>(&mut self, text: &str) -> Result<T, Failure> {
        let value = self.run(text)?;
        T::from_rdask(&value).ok_or_else(|| misfit::<T>("the value", &value))
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
        T::from_rdask(&value).ok_or_else(|| misfit::<T>(&format!("'{name}'"), &value))
    }

    /// Make a Rust function callable by scripts, in tasks as well. The signature is a Python one, and the checker reads
    /// it: `def f(x: float, scale: float = 1.0) -> float: ...`.
    ///
    /// # Errors
    /// `SyntaxError` if the signature is none, or has other parameters than the function.
    pub fn register<Args, F: Callback<Args>>(&mut self, signature: &str, function: F) -> Result<(), Failure> {
        let definition = self.signature_of(signature)?;
        let params = &definition.params;
        if params.iter().count() != F::ARITY || params.vararg.is_some() || params.kwarg.is_some() {
            let text = format!("{signature:?}: the Rust function has {} plain parameters", F::ARITY);
            return Err(Failure::plain("SyntaxError", text));
        }
        let mut defaults = Vec::new();
        for param in params.iter() {
            let default =
                param.default.as_ref().map(|default| self.frozen_default(&crate::syntax::print_expr(default)));
            defaults.push((param.name.name, default.transpose()?));
        }
        let name = definition.name.name;
        let call: Call = Arc::new(move |args: &[Value]| function.call(name, args));
        let registered = Registered { definition, params: defaults.into(), call };
        self.globals.set(name, Value::native(registered));
        Ok(())
    }

    fn frozen_default(&mut self, text: &str) -> Result<Frozen, Failure> {
        let value = self.run(text)?;
        frozen::freeze(&mut self.vm, &value, &mut frozen::Memo::default()).map_err(|raised| self.failure(raised))
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

fn misfit<T: FromRdask>(what: &str, value: &Value) -> Failure {
    Failure::plain("TypeError", format!("{what} is {}, not {}", crate::value::kind::type_name(value), T::NAME))
}

type Call = Arc<dyn Fn(&[Value]) -> Res<Value> + Send + Sync>;

/// A Rust function in a session.
#[derive(Clone)]
pub(super) struct Registered {
    /// Its signature.
    pub(super) definition: Arc<FunctionDef>,
    /// Names and defaults.
    params: Arc<[(Sym, Option<Frozen>)]>,
    call: Call,
}

static REGISTERED: TypeInfo = TypeInfo {
    name: "builtin_function_or_method",
    module: "builtins",
    declared: "builtins.builtin_function_or_method",
    base: None,
};

impl Registered {
    fn name(&self) -> Sym {
        self.definition.name.name
    }

    /// Arguments in the order of the parameters.
    fn bind(&self, host: &mut dyn Host, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Vec<Value>> {
        let (name, most) = (self.name(), self.params.len());
        if args.len() > most {
            let given = args.len();
            return Err(raised::type_error(format!(
                "{name}() takes {most} positional arguments but {given} were given"
            )));
        }
        if let Some((unknown, _)) =
            kwargs.iter().find(|(given, _)| !self.params.iter().any(|(param, _)| param == given))
        {
            let text = format!("{name}() got an unexpected keyword argument '{unknown}'");
            return Err(raised::type_error(text));
        }
        let mut bound = Vec::with_capacity(most);
        for (at, (param, default)) in self.params.iter().enumerate() {
            let named = kwargs.iter().find(|(given, _)| given == param).map(|(_, value)| value.clone());
            bound.push(match (args.get(at), named, default) {
                (Some(_), Some(_), _) => {
                    return Err(raised::type_error(format!("{name}() got multiple values for argument '{param}'")));
                }
                (Some(value), None, _) => value.clone(),
                (None, Some(value), _) => value,
                (None, None, Some(default)) => frozen::thaw(host, default)?,
                (None, None, None) => {
                    return Err(raised::type_error(format!("{name}() missing required argument '{param}'")));
                }
            });
        }
        Ok(bound)
    }
}

impl Native for Registered {
    fn type_info(&self) -> &'static TypeInfo {
        &REGISTERED
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(format!("<built-in function {}>", self.name()))
    }

    fn call(&self, _: &Value, host: &mut dyn Host, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Option<Value>> {
        (self.call)(&self.bind(host, args, kwargs)?).map(Some)
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
        self.name().to_string()
    }
}
