//! Blocks in order; parameters that are always the same value, and blocks that always follow the same one, are gone.

use super::shape::order;
use super::walk::resolved;
use super::{End, Function, Val};

/// Rounds in which parameters are looked at.
const MOST_ROUNDS: usize = 24;

/// Make the blocks of a function fewer and simpler.
pub fn clean(function: &mut Function) {
    order(function);
    let mut alias = function.same();
    let mut any = false;
    for _ in 0..MOST_ROUNDS {
        if !params(function, &mut alias) {
            break;
        }
        any = true;
    }
    if any {
        function.rename(&alias);
    }
    if merge(function) {
        order(function);
    }
}

/// What arrives at a parameter.
#[derive(Clone, Copy, PartialEq)]
enum Given {
    Nothing,
    One(Val),
    Many,
}

/// Take out parameters at which one value arrives on all ways; whether there were any.
fn params(function: &mut Function, alias: &mut [Val]) -> bool {
    let mut given: Vec<Vec<Given>> =
        function.blocks.iter().map(|block| vec![Given::Nothing; block.params.len()]).collect();
    for end in function.blocks.iter().filter_map(|block| block.end.as_ref()) {
        for (to, args) in end.ways() {
            let to = to.0 as usize;
            for (at, &arg) in args.iter().enumerate() {
                let arg = resolved(alias, arg);
                if arg == function.blocks[to].params[at] {
                    continue;
                }
                given[to][at] = match given[to][at] {
                    Given::Nothing => Given::One(arg),
                    Given::One(known) if known == arg => Given::One(arg),
                    _ => Given::Many,
                };
            }
        }
    }
    let mut any = false;
    for (at, given) in given.iter().enumerate() {
        for (place, given) in given.iter().enumerate() {
            let param = function.blocks[at].params[place];
            // What it stands for may have been found in this round to stand for the parameter itself.
            if let Given::One(val) = given
                && resolved(alias, *val) != param
            {
                alias[param.0 as usize] = *val;
                any = true;
            }
        }
    }
    if any {
        let gone = |param: Val| alias[param.0 as usize] != param;
        remove_params(function, gone);
    }
    any
}

/// Take out the parameters that are `gone`, and what is given for them.
pub fn remove_params(function: &mut Function, gone: impl Fn(Val) -> bool) {
    let kept: Vec<Vec<bool>> =
        function.blocks.iter().map(|block| block.params.iter().map(|&param| !gone(param)).collect()).collect();
    let keep = |list: &mut Vec<Val>, kept: &[bool]| {
        let mut at = 0;
        list.retain(|_| {
            at += 1;
            kept.get(at - 1).copied().unwrap_or(true)
        });
    };
    for (block, own) in function.blocks.iter_mut().zip(&kept) {
        keep(&mut block.params, own);
        for (to, args) in block.end.iter_mut().flat_map(|end| end.ways_mut()) {
            if let Some(kept) = kept.get(to.0 as usize) {
                keep(args, kept);
            }
        }
    }
}

/// Join each block with the one that alone follows it and is entered from nowhere else; whether there were any.
fn merge(function: &mut Function) -> bool {
    let mut entered = vec![0usize; function.blocks.len()];
    for end in function.blocks.iter().filter_map(|block| block.end.as_ref()) {
        for (to, _) in end.ways() {
            entered[to.0 as usize] += 1;
        }
    }
    let mut alias = function.same();
    let mut any = false;
    for at in 0..function.blocks.len() {
        while let Some(End::Jump(to, _)) = function.blocks[at].end.as_ref()
            && let to = to.0 as usize
            && entered[to] == 1
            && to != at
            && to != 0
        {
            let next = std::mem::take(&mut function.blocks[to]);
            let block = &mut function.blocks[at];
            let Some(End::Jump(_, args)) = block.end.take() else { break };
            for (param, arg) in next.params.into_iter().zip(args) {
                alias[param.0 as usize] = arg;
            }
            if block.insts.is_empty() && block.head.is_none() {
                block.head = next.head;
            }
            block.insts.extend(next.insts);
            block.end = next.end;
            any = true;
        }
    }
    if any {
        function.rename(&alias);
    }
    any
}
