//! `import` and `from ... import`.

use super::emit::Unit;
use crate::data::Res;
use crate::interp::code::*;
use crate::syntax::ast::{Alias, Ident};

fn dotted(path: &[Ident]) -> String {
    path.iter().map(|part| part.name.as_str()).collect::<Vec<_>>().join(".")
}

impl<'a> Unit<'a> {
    fn import(&mut self, spec: ImportSpec) -> Reg {
        self.imports.push(spec);
        let dst = self.temp();
        self.push(Op::Import { dst, index: self.imports.len() as u32 - 1 });
        dst
    }

    /// `import a.b, c as d`.
    pub fn import_stmt(&mut self, names: &'a [Alias]) -> Res<()> {
        for alias in names {
            let mark = self.mark();
            let last = alias.asname.is_some();
            let module = self.import(ImportSpec { path: dotted(&alias.path), level: 0, last });
            if let Some(name) = alias.asname.as_ref().or(alias.path.first()) {
                self.store(name.name, module)?;
            }
            self.release(mark);
        }
        Ok(())
    }

    /// `from a.b import c as d`.
    pub fn import_from(&mut self, module: &'a [Ident], level: u32, names: &'a [Alias]) -> Res<()> {
        let src = self.import(ImportSpec { path: dotted(module), level, last: true });
        for alias in names {
            let Some(name) = alias.path.last() else { continue };
            let mark = self.mark();
            let dst = self.temp();
            let site = self.site(name.name);
            self.push(Op::ImportFrom { dst, src, name: site });
            let bound = alias.asname.as_ref().unwrap_or(name);
            self.store(bound.name, dst)?;
            self.release(mark);
        }
        Ok(())
    }
}
