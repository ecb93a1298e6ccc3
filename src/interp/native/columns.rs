//! A function of numbers called for each row of columns: the rows in one loop of machine code, those that leave it by the
//! interpreter.

use std::rc::Rc;

use super::enter::{Ran, Worth, returned};
use super::ty::Ty;
use super::{Entry, Scratch};
use crate::data::Res;
use crate::interp::eval::{FrameKind, Loaded, Vm};
use crate::jit::native::{Ended, Words};
use crate::ops::flow::{Kind, MOST_LEVELS};
use crate::value::{Column, Function, Host, Value};

/// Rows between two looks at whether the user wants to stop.
const BATCH: usize = 1 << 16;

impl Vm {
    /// Call a function from Rust as compiled code, its arguments in registers from `base` on: what it gives. `None`: it is
    /// the interpreter's.
    pub(crate) fn native_from_rust(
        &mut self,
        func: &Rc<Function>,
        callee: &Rc<Loaded>,
        base: usize,
        count: usize,
    ) -> Option<Res<Value>> {
        let fp = self.fp;
        self.frames[fp].pc = self.at;
        Some(match self.native_call(func, callee, base, count, base)? {
            Ok(None) => Ok(std::mem::take(&mut self.stack[base])),
            Ok(Some(_)) => self.run_landed(fp),
            Err(raised) => Err(raised),
        })
    }

    /// Run the frames that an exit has left, above frame `fp`, to their end.
    fn run_landed(&mut self, fp: usize) -> Res<Value> {
        let pc = self.landed.take().map_or(0, |(_, pc)| pc);
        if let Some(frame) = self.frames.get_mut(fp + 1) {
            frame.kind = FrameKind::Entry;
        }
        self.run_counted(pc)
    }

    /// See [`Host::map_numbers`].
    pub(crate) fn map_columns(&mut self, function: &Value, columns: &[Column], whole: bool) -> Res<Option<Column>> {
        let Value::Function(func) = function else { return Ok(None) };
        let callee = self.load(func)?;
        let rows = columns.first().map_or(0, Column::len);
        let plain = callee.plain && callee.params == columns.len() && columns.iter().all(|column| column.len() == rows);
        if !plain || rows == 0 || columns.iter().any(|column| matches!(column, Column::Values(_))) {
            return Ok(None);
        }
        let base = self.room_for(&callee, columns.len());
        self.put_row(columns, 0, base);
        let mut scratch = self.scratch.take().unwrap_or_default();
        scratch.func = Some(func.clone());
        let worth = if self.shared.native.pays(rows) { Worth::Rows } else { Worth::No };
        let found = self.entry_for(&mut scratch, (&callee, 0), base, columns.len(), worth);
        let done = match &found {
            // Part of it may be done twice: that it writes to arrays must not show.
            Some(entry) if !whole && !entry.unit.made.written.is_empty() => Ok(None),
            Some(entry) => self.map_entry(&mut scratch, entry, (func, &callee), (columns, base), whole).map(Some),
            None => Ok(None),
        };
        scratch.clear();
        self.scratch = Some(scratch);
        done
    }

    fn put_row(&mut self, columns: &[Column], row: usize, base: usize) {
        for (at, column) in columns.iter().enumerate() {
            self.stack[base + at] = column.get(row).unwrap_or_default();
        }
    }

    /// All rows, by one unit. Its inputs are filled in; what its functions depend on may change where the interpreter runs.
    fn map_entry(
        &mut self,
        scratch: &mut Scratch,
        entry: &Rc<Entry>,
        (func, callee): (&Rc<Function>, &Rc<Loaded>),
        (columns, base): (&[Column], usize),
        whole: bool,
    ) -> Res<Column> {
        let rows = columns.first().map_or(0, Column::len);
        let mut out = Out::of(entry, rows);
        let mut row = 0;
        while row < rows {
            Host::poll(self)?;
            self.put_row(columns, row, base);
            if out.any {
                let before = row;
                let done = self.many_rows(scratch, entry, (func, callee), (columns, base), (row, whole), &mut out)?;
                let Some(next) = done else { break };
                row = next;
                if row > before {
                    continue;
                }
            }
            if !self.fill(scratch, entry, &callee.globals, base)
                || self.depth + MOST_LEVELS >= crate::interp::eval::RECURSION_LIMIT
            {
                if !whole {
                    break;
                }
                let value = self.row_by_machine(func, columns, row)?;
                out.push(value);
                row += 1;
                continue;
            }
            let ran = self.run_entry(scratch, entry, self.depth + 1);
            match ran {
                Some(Ran::Value(value)) => out.push(value),
                _ if !whole => break,
                Some(Ran::Left) => out.push(self.finish_row(scratch, entry, func, callee, base, columns.len())?),
                None => out.push(self.row_by_machine(func, columns, row)?),
            }
            row += 1;
        }
        Ok(out.column)
    }

    /// A row in the usual way.
    fn row_by_machine(&mut self, func: &Rc<Function>, columns: &[Column], row: usize) -> Res<Value> {
        let args: Vec<Value> = columns.iter().map(|column| column.get(row).unwrap_or_default()).collect();
        self.call_function(func.clone(), args, Vec::new())
    }

    /// The rest of a row that has left compiled code.
    fn finish_row(
        &mut self,
        scratch: &mut Scratch,
        entry: &Rc<Entry>,
        func: &Rc<Function>,
        callee: &Rc<Loaded>,
        base: usize,
        count: usize,
    ) -> Res<Value> {
        let fp = self.fp;
        self.frames[fp].pc = self.at;
        self.land_call(scratch, entry, func, callee, (base, count, base))?;
        self.run_landed(fp)
    }

    /// Rows from `row` on in one loop, while they end as those before; the first row that is still to be done, `None` where
    /// that is left to others.
    fn many_rows(
        &mut self,
        scratch: &mut Scratch,
        entry: &Rc<Entry>,
        (func, callee): (&Rc<Function>, &Rc<Loaded>),
        (columns, base): (&[Column], usize),
        (row, whole): (usize, bool),
        out: &mut Out,
    ) -> Res<Option<usize>> {
        let rows = columns.first().map_or(0, Column::len);
        let rets = &entry.unit.made.funcs.first().map(|func| func.rets.clone()).unwrap_or_default();
        let (wanted, kind) = match (&out.column, rets) {
            (Column::Int(_), rets) => (rets.iter().position(|ty| *ty == Ty::Int), Kind::Int),
            (Column::Float(_), rets) => (rets.iter().position(|ty| *ty == Ty::Float), Kind::Float),
            (Column::Bool(_), rets) => (rets.iter().position(|ty| *ty == Ty::Bool), Kind::Bool),
            _ => (None, Kind::Int),
        };
        let Some(wanted) = wanted.map(|wanted| wanted as u32) else { return Ok(Some(row)) };
        let Some(mapper) = entry.unit.mapper(kind, wanted) else { return Ok(Some(row)) };
        let deep = self.depth + MOST_LEVELS >= crate::interp::eval::RECURSION_LIMIT;
        if deep || !self.fill(scratch, entry, &callee.globals, base) {
            return Ok(Some(row));
        }
        let captures = func.captures.iter().map(|cell| cell.value.borrow().clone().unwrap_or_default());
        let fixed: Vec<Value> = captures.collect();
        let mut row = row;
        let mut made = std::mem::take(&mut scratch.results);
        made.resize((rows - row).min(BATCH).max(made.len()), 0);
        while row < rows {
            Host::poll(self)?;
            let count = (rows - row).min(BATCH);
            // What the function has captured is the same in all rows.
            let fixed: Vec<Column> = fixed.iter().map(|value| repeated(value, count)).collect();
            let given = columns.iter().map(|column| words(column, row, count));
            let given: Option<Vec<Words<'_>>> =
                given.chain(fixed.iter().map(|column| words(column, 0, count))).collect();
            let (Some(given), Some(results)) = (given, made.get_mut(..count)) else { break };
            let Scratch { inputs, arrays, room, .. } = scratch;
            let depth = self.depth + 1;
            let run = || mapper.run(room, &given, inputs, depth, &self.interrupt, results, wanted);
            let Some((done, ended)) = super::enter::on_stack(mapper.stack(), run) else { break };
            out.extend(results.get(..done).unwrap_or_default());
            row += done;
            match ended {
                None => {}
                Some(Ended::Left) if !whole => {
                    scratch.results = made;
                    return Ok(None);
                }
                Some(Ended::Left) => {
                    self.put_row(columns, row, base);
                    let value = self.finish_row(scratch, entry, func, callee, base, columns.len())?;
                    out.push(value);
                    scratch.results = made;
                    return Ok(Some(row + 1));
                }
                Some(Ended::Returned(number, int, float)) => {
                    out.push(returned(entry, (number, int, float), room, arrays).unwrap_or_default());
                    scratch.results = made;
                    return Ok(Some(row + 1));
                }
            }
        }
        scratch.results = made;
        Ok(Some(row))
    }
}

/// A value so many times.
fn repeated(value: &Value, count: usize) -> Column {
    match value {
        Value::Int(x) => Column::Int(vec![*x; count]),
        Value::Float(x) => Column::Float(vec![*x; count]),
        Value::Bool(x) => Column::Bool(vec![*x; count]),
        other => Column::Values(vec![other.clone()]),
    }
}

/// The items of a column from `row` on.
fn words(column: &Column, row: usize, count: usize) -> Option<Words<'_>> {
    Some(match column {
        Column::Int(items) => Words::Int(items.get(row..row + count)?),
        Column::Float(items) => Words::Float(items.get(row..row + count)?),
        Column::Bool(items) => Words::Bool(items.get(row..row + count)?),
        Column::Values(_) => return None,
    })
}

/// Results, of one type as long as they are.
struct Out {
    column: Column,
    any: bool,
    /// How many there will be.
    rows: usize,
}

/// A list of one item with room for others.
fn begun<T>(first: T, rows: usize) -> Vec<T> {
    let mut made = Vec::with_capacity(rows.min(BATCH));
    made.push(first);
    made
}

impl Default for Out {
    fn default() -> Out {
        Out { column: Column::Values(Vec::new()), any: false, rows: 0 }
    }
}

impl Out {
    /// For so many results of a unit: of the type that they always have, if it is known.
    fn of(entry: &Entry, rows: usize) -> Out {
        let rets = entry.unit.made.funcs.first().map_or(&[][..], |func| &func.rets);
        let room = rows.min(BATCH);
        let column = match rets {
            [Ty::Int] => Column::Int(Vec::with_capacity(room)),
            [Ty::Float] => Column::Float(Vec::with_capacity(room)),
            [Ty::Bool] => Column::Bool(Vec::with_capacity(room)),
            _ => return Out { rows, ..Out::default() },
        };
        Out { column, any: true, rows }
    }

    fn push(&mut self, value: Value) {
        if !self.any {
            self.any = true;
            self.column = match value {
                Value::Int(x) => Column::Int(begun(x, self.rows)),
                Value::Float(x) => Column::Float(begun(x, self.rows)),
                Value::Bool(x) => Column::Bool(begun(x, self.rows)),
                other => Column::Values(vec![other]),
            };
            return;
        }
        match (&mut self.column, value) {
            (Column::Int(items), Value::Int(x)) => items.push(x),
            (Column::Float(items), Value::Float(x)) => items.push(x),
            (Column::Bool(items), Value::Bool(x)) => items.push(x),
            (Column::Values(items), value) => items.push(value),
            (column, value) => {
                let mut all: Vec<Value> = (0..column.len()).filter_map(|at| column.get(at)).collect();
                all.push(value);
                *column = Column::Values(all);
            }
        }
    }

    /// Add words of the column's own type.
    fn extend(&mut self, words: &[u64]) {
        match &mut self.column {
            Column::Int(items) => items.extend(words.iter().map(|word| *word as i64)),
            Column::Float(items) => items.extend(words.iter().map(|word| f64::from_bits(*word))),
            Column::Bool(items) => items.extend(words.iter().map(|word| *word != 0)),
            Column::Values(_) => {}
        }
    }
}
