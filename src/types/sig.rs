//! Parameters of a function, and how the arguments of a call find them: in Python's words when they don't.

use super::error::Fault;
use super::ty::Ty;
use crate::data::suggest::nearest;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::ast::Params;

/// Parameters in the order of their slots (`syntax::ast::Params::iter`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sig {
    /// Names of posonly, args, kwonly, each with whether it has a default.
    pub names: Vec<(Sym, bool)>,
    /// How many are positional-only.
    pub posonly: usize,
    /// How many are positional or keyword.
    pub args: usize,
    /// `*args`.
    pub vararg: Option<Sym>,
    /// `**kwargs`.
    pub kwarg: Option<Sym>,
}

/// The arguments of a call.
#[derive(Clone, Debug, Default)]
pub struct Args {
    /// Positional arguments, each with its place.
    pub pos: Vec<(Ty, Span)>,
    /// Keyword arguments.
    pub kw: Vec<(Sym, Ty, Span)>,
    /// The item type of a `*` argument of unknown length: anything may follow `pos`.
    pub star: Option<Ty>,
    /// The value type of a `**` argument of unknown keys.
    pub double_star: Option<Ty>,
}

impl Args {
    /// Positional arguments only.
    pub fn of(items: impl IntoIterator<Item = Ty>, span: Span) -> Args {
        Args { pos: items.into_iter().map(|ty| (ty, span)).collect(), ..Args::default() }
    }

    /// Whether how many there are is not known.
    pub fn open(&self) -> bool {
        self.star.is_some() || self.double_star.is_some()
    }

    /// The keyword argument of a name.
    pub fn keyword(&self, name: &str) -> Option<&Ty> {
        self.kw.iter().find(|(key, _, _)| key.as_str() == name).map(|(_, ty, _)| ty)
    }

    /// The argument at a position, or of a name.
    pub fn get(&self, at: usize, name: &str) -> Option<&Ty> {
        self.pos.get(at).map(|(ty, _)| ty).or_else(|| self.keyword(name))
    }

    /// All argument types.
    pub fn all(&self) -> impl Iterator<Item = &Ty> {
        self.pos
            .iter()
            .map(|(ty, _)| ty)
            .chain(self.kw.iter().map(|(_, ty, _)| ty))
            .chain(&self.star)
            .chain(&self.double_star)
    }
}

/// What a slot receives.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// An argument, with its place.
    Given(Ty, Span),
    /// Nothing: the default.
    Default,
    /// The rest of the positional arguments.
    Rest(Vec<Ty>, bool),
    /// The rest of the keyword arguments.
    Keywords(Vec<(Sym, Ty)>, bool),
}

impl Sig {
    /// The signature of a parameter list.
    pub fn of(params: &Params) -> Sig {
        let named = params.posonly.iter().chain(&params.args).chain(&params.kwonly);
        Sig {
            names: named.map(|param| (param.name.name, param.default.is_some())).collect(),
            posonly: params.posonly.len(),
            args: params.args.len(),
            vararg: params.vararg.as_ref().map(|param| param.name.name),
            kwarg: params.kwarg.as_ref().map(|param| param.name.name),
        }
    }

    /// How many can be given by position.
    pub fn positional(&self) -> usize {
        self.posonly + self.args
    }

    /// Which slot each argument fills. `name` is what messages call the function; `bound` says that the first
    /// positional argument is `self`.
    pub fn bind(&self, name: &str, args: &Args, bound: bool, at: Span) -> Result<Vec<Slot>, Box<Fault>> {
        let mut slots: Vec<Option<Slot>> = vec![None; self.names.len()];
        let mut rest = Vec::new();
        for (index, (ty, span)) in args.pos.iter().enumerate() {
            match slots.get_mut(index) {
                Some(slot) if index < self.positional() => *slot = Some(Slot::Given(ty.clone(), *span)),
                _ => rest.push((ty.clone(), *span)),
            }
        }
        if let Some((_, span)) = rest.first()
            && self.vararg.is_none()
        {
            return Err(self.too_many(name, args, bound, *span));
        }
        let mut more = Vec::new();
        for (key, ty, span) in &args.kw {
            self.bind_keyword(name, (*key, ty, *span), &mut slots, &mut more)?;
        }
        self.check_missing(name, args, &mut slots, bound, at)?;
        let mut filled: Vec<Slot> = slots.into_iter().map(|slot| slot.unwrap_or(Slot::Default)).collect();
        if self.vararg.is_some() {
            let open = args.star.is_some();
            let mut items: Vec<Ty> = rest.into_iter().map(|(ty, _)| ty).collect();
            items.extend(args.star.clone());
            filled.push(Slot::Rest(items, open));
        }
        if self.kwarg.is_some() {
            let mut items = more;
            if let Some(ty) = &args.double_star {
                items.push((Sym::new(""), ty.clone()));
            }
            filled.push(Slot::Keywords(items, args.double_star.is_some()));
        }
        Ok(filled)
    }

    fn bind_keyword(
        &self,
        name: &str,
        (key, ty, span): (Sym, &Ty, Span),
        slots: &mut [Option<Slot>],
        more: &mut Vec<(Sym, Ty)>,
    ) -> Result<(), Box<Fault>> {
        let found = self.names.iter().position(|(known, _)| *known == key);
        match found {
            Some(index) if index >= self.posonly => match slots.get_mut(index) {
                Some(slot @ None) => {
                    *slot = Some(Slot::Given(ty.clone(), span));
                    Ok(())
                }
                _ => Err(Fault::at(
                    ExcClass::TypeError,
                    span,
                    format!("{name}() got multiple values for argument '{key}'"),
                )
                .because(format!("`{key}` was already given by position"))
                .help("give it once".to_owned())),
            },
            _ if self.kwarg.is_some() => {
                more.push((key, ty.clone()));
                Ok(())
            }
            Some(_) => Err(Fault::at(
                ExcClass::TypeError,
                span,
                format!("{name}() got some positional-only arguments passed as keyword arguments: '{key}'"),
            )
            .because(format!("`{key}` can only be given by position"))
            .help(format!("leave out `{key}=`"))),
            None => {
                let known = self.names.iter().skip(self.posonly).map(|(known, _)| known.as_str());
                let fault = Fault::at(
                    ExcClass::TypeError,
                    span,
                    format!("{name}() got an unexpected keyword argument '{key}'"),
                )
                .because(format!("`{name}` has no parameter `{key}`"));
                Err(match nearest(key.as_str(), known) {
                    Some(found) => fault.help(format!("did you mean `{found}`?")),
                    None => fault.help(self.listed(name)),
                })
            }
        }
    }

    fn check_missing(
        &self,
        name: &str,
        args: &Args,
        slots: &mut [Option<Slot>],
        bound: bool,
        at: Span,
    ) -> Result<(), Box<Fault>> {
        let mut missing_pos = Vec::new();
        let mut missing_kw = Vec::new();
        for (index, ((param, default), slot)) in self.names.iter().zip(slots.iter_mut()).enumerate() {
            if slot.is_some() {
                continue;
            }
            let positional = index < self.positional();
            // A `*` or `**` argument may hold it.
            let held = match (positional, &args.star, &args.double_star) {
                (true, Some(ty), None) => Some(ty.clone()),
                (true, Some(_), Some(_)) => Some(Ty::Any),
                (_, _, Some(ty)) => Some(ty.clone()),
                _ => None,
            };
            match held {
                Some(_) if *default => *slot = Some(Slot::Given(Ty::Any, at)),
                Some(ty) => *slot = Some(Slot::Given(ty, at)),
                None if *default => {}
                None if positional => missing_pos.push(param.as_str()),
                None => missing_kw.push(param.as_str()),
            }
        }
        let (kind, missing) = match (missing_pos.is_empty(), missing_kw.is_empty()) {
            (false, _) => ("positional", missing_pos),
            (_, false) => ("keyword-only", missing_kw),
            _ => return Ok(()),
        };
        let plural = if missing.len() == 1 { "" } else { "s" };
        let message =
            format!("{name}() missing {} required {kind} argument{plural}: {}", missing.len(), quoted(&missing));
        let _ = bound;
        let because = match missing.as_slice() {
            [one] => format!("no value for `{one}`"),
            _ => format!("no values for {}", quoted(&missing).replace('\'', "`")),
        };
        Err(Fault::at(ExcClass::TypeError, at, message).because(because).help(self.listed(name)))
    }

    fn too_many(&self, name: &str, args: &Args, bound: bool, at: Span) -> Box<Fault> {
        let limit = self.positional();
        let defaults = self.names.iter().take(limit).filter(|(_, default)| *default).count();
        let takes = if defaults > 0 { format!("from {} to {limit}", limit - defaults) } else { limit.to_string() };
        let plural = if limit == 1 && defaults == 0 { "" } else { "s" };
        let given = args.pos.len();
        let were = if given == 1 { "was" } else { "were" };
        let message = format!("{name}() takes {takes} positional argument{plural} but {given} {were} given");
        let extra = given - limit;
        let because = match (extra, bound) {
            (1, false) => "this argument is one too many".to_owned(),
            (1, true) => "this argument is one too many (the object itself counts as the first)".to_owned(),
            (_, false) => format!("{extra} arguments too many, from here on"),
            (_, true) => format!("{extra} arguments too many, from here on (the object itself counts as the first)"),
        };
        Fault::at(ExcClass::TypeError, at, message).because(because).help(self.listed(name))
    }

    /// `f takes (a, b, *, c=...)`.
    pub fn listed(&self, name: &str) -> String {
        format!("the signature is `{name}{}`", self.show())
    }

    /// `(a, b=..., *, c)`.
    pub fn show(&self) -> String {
        let mut parts = Vec::new();
        let limit = self.positional();
        for (index, (param, default)) in self.names.iter().enumerate() {
            if index == limit && self.vararg.is_none() {
                parts.push("*".to_owned());
            }
            if index == limit {
                parts.extend(self.vararg.map(|vararg| format!("*{vararg}")));
            }
            parts.push(if *default { format!("{param}=...") } else { param.to_string() });
            if index + 1 == self.posonly {
                parts.push("/".to_owned());
            }
        }
        if self.names.len() == limit {
            parts.extend(self.vararg.map(|vararg| format!("*{vararg}")));
        }
        parts.extend(self.kwarg.map(|kwarg| format!("**{kwarg}")));
        format!("({})", parts.join(", "))
    }
}

fn quoted(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}
