//! What `try` statements catch.

use super::Checker;
use crate::data::ExcClass;
use crate::types::ty::Ty;

/// What one `try` catches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catch {
    /// Built-in classes.
    pub classes: Vec<ExcClass>,
    /// Everything, or what is not known.
    pub all: bool,
}

impl Catch {
    /// Whether an exception of a class is caught.
    pub fn catches(&self, class: ExcClass) -> bool {
        self.all || self.classes.iter().any(|caught| class.is_a(*caught))
    }

    /// Add what an `except` clause of this type catches.
    pub fn add(&mut self, class: &Ty) {
        match class {
            Ty::ExcType(class) => self.classes.push(*class),
            // A class of the user catches what the user raises, and nothing else.
            Ty::Class(class) if class.exception().is_some() => {}
            Ty::Tuple(items) => items.iter().for_each(|item| self.add(item)),
            _ => self.all = true,
        }
    }
}

impl Checker<'_> {
    /// What all `try`s around this point catch, as one.
    pub fn caught(&self) -> Catch {
        let mut caught = Catch::default();
        for handler in &self.handlers {
            caught.all |= handler.all;
            caught.classes.extend(&handler.classes);
        }
        caught.classes.sort_by_key(|class| *class as usize);
        caught.classes.dedup();
        caught
    }

    /// What any `try` of the script catches: for code that runs at another time.
    pub fn caught_anywhere(&self) -> Catch {
        let mut classes: Vec<ExcClass> = self.facts.caught.iter().chain(&self.env.elsewhere.classes).copied().collect();
        classes.sort_by_key(|class| *class as usize);
        Catch { classes, all: self.facts.catches_all || self.env.elsewhere.all }
    }

    /// The type of the exception that a handler for these classes gets.
    pub fn caught_value(&mut self, class: &Ty) -> Ty {
        match class {
            Ty::ExcType(class) => Ty::Exception(*class),
            Ty::Class(class) => Ty::Instance(class.clone()),
            Ty::Tuple(items) => {
                let values: Vec<Ty> = items.iter().map(|item| self.caught_value(item)).collect();
                Ty::join_all(&values, &mut self.lost)
            }
            _ => Ty::Any,
        }
    }
}
