//! The loop over rows of columns, with the function that it calls in it: nothing is passed from one to the other.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self, BlockArg, FuncRef, InstBuilder, MemFlagsData, types};
use cranelift_frontend::FunctionBuilder;

use super::flow::{Ends, body, flags, machine, word};
use crate::ops::flow::{Function, Kind};

/// The function that does the first of a unit for each row of columns: `(where it runs, where the columns begin, rows, where
/// the results go, the wanted status)`. `wanted`: that status, and the kind of the result. It stops at the first row that
/// ends with another status, which it leaves where it runs; the number of that row, or of all.
pub fn rows(b: &mut FunctionBuilder<'_>, first: &Function, callees: &[FuncRef], (kind, wanted): (Kind, u32)) {
    let start = b.create_block();
    b.append_block_params_for_function_params(start);
    b.switch_to_block(start);
    let &[run, columns, rows, out, status] = b.block_params(start) else { return };
    let depth = b.ins().load(types::I64, flags(), run, word::DEPTH);
    let columns: Vec<ir::Value> =
        (0..first.params.len() as i32).map(|at| b.ins().load(types::I64, flags(), columns, at * 8)).collect();
    let (turn, work, next, done, stop) =
        (b.create_block(), b.create_block(), b.create_block(), b.create_block(), b.create_block());
    let row = b.append_block_param(turn, types::I64);
    let zero = b.ins().iconst(types::I64, 0);
    b.ins().store(flags(), status, run, word::STATUS);
    b.ins().jump(turn, &[BlockArg::Value(zero)]);
    b.switch_to_block(turn);
    let more = b.ins().icmp(IntCC::UnsignedLessThan, row, rows);
    b.ins().brif(more, work, &[], done, &[]);
    b.switch_to_block(work);
    let offset = b.ins().ishl_imm_s(row, 3);
    let mut given = Vec::with_capacity(columns.len());
    for (&kind, &column) in first.params.iter().zip(&columns) {
        let at = if kind == Kind::Bool { row } else { offset };
        let address = b.ins().iadd(column, at);
        given.push(b.ins().load(machine(kind), MemFlagsData::new().with_notrap(), address, 0));
    }
    let float = kind == Kind::Float;
    let made = b.append_block_param(next, if float { types::F64 } else { types::I64 });
    let ended = [types::I64, types::I64, types::F64].map(|kind| b.append_block_param(stop, kind));
    let ends = Ends { next, wanted: (i64::from(wanted), float), stop };
    body(b, first, callees, (run, depth), &given, Some(ends));
    b.switch_to_block(next);
    let place = b.ins().iadd(out, offset);
    b.ins().store(flags(), made, place, 0);
    let after = b.ins().iadd_imm_s(row, 1);
    b.ins().jump(turn, &[BlockArg::Value(after)]);
    b.switch_to_block(stop);
    b.set_cold_block(stop);
    for (value, at) in ended.into_iter().zip([word::STATUS, word::INT, word::FLOAT]) {
        b.ins().store(flags(), value, run, at);
    }
    b.ins().return_(&[row]);
    b.switch_to_block(done);
    b.ins().return_(&[row]);
    b.seal_all_blocks();
}
