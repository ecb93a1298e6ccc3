//! Short branches become selections: where both sides are a few cheap operations, doing both costs less than a branch that is
//! guessed wrongly. What may overflow on one side is checked for that side alone.

use rustc_hash::FxHashMap;

use super::{CheckedOp, Cmp, End, ExitId, FloatOp, FloatUn, Function, Inst, IntOp, Kind, Val};

/// The most operations of one side, without constants, and the most values that differ.
const MOST_INSTS: usize = 5;
const MOST_DIFFER: usize = 4;

/// Constants below this may be added, subtracted and multiplied by.
const LARGE: i64 = 1 << 31;

/// Whether any was found.
pub fn convert(function: &mut Function) -> bool {
    let mut ints: FxHashMap<Val, i64> = FxHashMap::default();
    for (val, inst) in function.blocks.iter().flat_map(|block| &block.insts) {
        if let Inst::Int(value) = inst {
            ints.insert(*val, *value);
        }
    }
    let mut entered = vec![0usize; function.blocks.len()];
    for end in function.blocks.iter().filter_map(|block| block.end.as_ref()) {
        end.ways().iter().for_each(|(to, _)| entered[to.0 as usize] += 1);
    }
    let mut any = false;
    for at in (0..function.blocks.len()).rev() {
        any |= branch(function, at, &entered, &ints).is_some();
    }
    any
}

/// One side of a branch: the block it passes through, if any, and what it brings to where both meet.
struct Side {
    insts: Vec<(Val, Inst)>,
    to: usize,
    args: Vec<Val>,
}

fn side(function: &Function, to: usize, given: &[Val], entered: &[usize], ints: &FxHashMap<Val, i64>) -> Option<Side> {
    let block = function.blocks.get(to)?;
    let arms = entered.get(to) == Some(&1) && block.insts.iter().all(|(_, inst)| cheap(inst, ints));
    let counted = block.insts.iter().filter(|(_, inst)| !matches!(inst, Inst::Int(_) | Inst::Float(_))).count();
    match &block.end {
        Some(End::Jump(next, args)) if arms && counted <= MOST_INSTS && next.0 as usize != to => {
            let map: FxHashMap<Val, Val> = block.params.iter().copied().zip(given.iter().copied()).collect();
            let named = |val: Val| map.get(&val).copied().unwrap_or(val);
            let mut insts = block.insts.clone();
            insts.iter_mut().for_each(|(_, inst)| inst.each_mut(&mut |val| *val = named(*val)));
            let args = args.iter().map(|&arg| named(arg)).collect();
            Some(Side { insts, to: next.0 as usize, args })
        }
        _ => None,
    }
}

/// Whether an operation may be done for nothing.
fn cheap(inst: &Inst, ints: &FxHashMap<Val, i64>) -> bool {
    match inst {
        Inst::Int(_) | Inst::Float(_) | Inst::Bool(_) | Inst::IntCmp(..) | Inst::FloatCmp(..) => true,
        Inst::BoolAnd(..) | Inst::BoolOr(..) | Inst::BoolXor(..) | Inst::BoolToInt(_) | Inst::ToFloat(_) => true,
        Inst::IntBin(op, ..) => !matches!(op, IntOp::Div | IntOp::Rem),
        Inst::FloatBin(op, ..) => *op != FloatOp::Div,
        Inst::FloatUn(op, _) => matches!(op, FloatUn::Neg | FloatUn::Abs),
        Inst::Step(..) | Inst::Item(..) => true,
        Inst::Checked(_, _, y, _) => ints.get(y).is_some_and(|known| (1..LARGE).contains(known)),
        _ => false,
    }
}

/// Turn the branch at the end of a block into selections, if that is worth it.
fn branch(function: &mut Function, at: usize, entered: &[usize], ints: &FxHashMap<Val, i64>) -> Option<()> {
    let Some(End::Branch(truth, yes, no)) = function.blocks.get(at)?.end.clone() else { return None };
    let direct = |to: usize, args: &[Val]| Side { insts: Vec::new(), to, args: args.to_vec() };
    let (yes_to, no_to) = (yes.0.0 as usize, no.0.0 as usize);
    let first = side(function, yes_to, &yes.1, entered, ints);
    let second = side(function, no_to, &no.1, entered, ints);
    let (first, second) = match (first, second) {
        (Some(first), Some(second)) if first.to == second.to => (first, second),
        (Some(first), _) if first.to == no_to => (first, direct(no_to, &no.1)),
        (_, Some(second)) if second.to == yes_to => (direct(yes_to, &yes.1), second),
        _ if yes_to == no_to => (direct(yes_to, &yes.1), direct(no_to, &no.1)),
        _ => return None,
    };
    let differ = first.args.iter().zip(&second.args).filter(|(a, b)| a != b).count();
    // Where only an end of a loop would be saved, the branch stays.
    if differ > MOST_DIFFER || first.to <= at {
        return None;
    }
    let to = first.to;
    let first = done(function, at, first, (truth, true), ints);
    let second = done(function, at, second, (truth, false), ints);
    let mut args = Vec::with_capacity(first.len());
    for (&a, &b) in first.iter().zip(&second) {
        args.push(if a == b { a } else { add(function, at, function.kind(a), Inst::Select(truth, a, b)) });
    }
    function.blocks.get_mut(at)?.end = Some(End::Jump(super::BlockId(to as u32), args));
    Some(())
}

fn add(function: &mut Function, at: usize, kind: Kind, inst: Inst) -> Val {
    let val = function.value(kind);
    if let Some(block) = function.blocks.get_mut(at) {
        block.insts.push((val, inst));
    }
    val
}

/// The opposite of a bool.
fn negated(function: &mut Function, at: usize, truth: Val) -> Val {
    let yes = add(function, at, Kind::Bool, Inst::Bool(true));
    add(function, at, Kind::Bool, Inst::BoolXor(truth, yes))
}

fn push(function: &mut Function, at: usize, val: Val, inst: Inst) {
    if let Some(block) = function.blocks.get_mut(at) {
        block.insts.push((val, inst));
    }
}

/// Do the operations of the side on which a bool is `wanted`; what it brings.
fn done(
    function: &mut Function,
    at: usize,
    side: Side,
    (truth, wanted): (Val, bool),
    ints: &FxHashMap<Val, i64>,
) -> Vec<Val> {
    let mut fits: Option<(Val, ExitId)> = None;
    let mut roomy: Option<Val> = None;
    for (val, inst) in side.insts {
        let Inst::Checked(op, x, y, exit) = inst else {
            push(function, at, val, inst);
            continue;
        };
        let by = ints.get(&y).copied().unwrap_or(1);
        if roomy == Some(x) && op != CheckedOp::Mul {
            // The check of the product left room for this.
            push(function, at, val, Inst::IntBin(if op == CheckedOp::Add { IntOp::Add } else { IntOp::Sub }, x, y));
            roomy = None;
            continue;
        }
        let fine = checked(function, at, val, (op, x, y, by));
        roomy = (op == CheckedOp::Mul).then_some(val);
        fits = Some(match fits {
            // All leave by the first one's exit: what stands between them is done again.
            Some((known, first)) => (add(function, at, Kind::Bool, Inst::BoolAnd(known, fine)), first),
            None => (fine, exit),
        });
    }
    if let Some((fine, exit)) = fits {
        let other = if wanted { negated(function, at, truth) } else { truth };
        let good = add(function, at, Kind::Bool, Inst::BoolOr(other, fine));
        add(function, at, Kind::Bool, Inst::Guard(good, true, exit));
    }
    side.args
}

/// `val = x op by`, which wraps; whether it does not. `by` is positive, and below [`LARGE`].
fn checked(function: &mut Function, at: usize, val: Val, (op, x, y, by): (CheckedOp, Val, Val, i64)) -> Val {
    match op {
        CheckedOp::Add => {
            push(function, at, val, Inst::IntBin(IntOp::Add, x, y));
            add(function, at, Kind::Bool, Inst::IntCmp(Cmp::Ge, val, x))
        }
        CheckedOp::Sub => {
            push(function, at, val, Inst::IntBin(IntOp::Sub, x, y));
            add(function, at, Kind::Bool, Inst::IntCmp(Cmp::Le, val, x))
        }
        CheckedOp::Mul => {
            push(function, at, val, Inst::IntBin(IntOp::Mul, x, y));
            // Counted from the lowest, all that fit are below 2 * most + 1.
            let most = (i64::MAX - LARGE) / by.max(2);
            let shift = add(function, at, Kind::Int, Inst::Int(most));
            let moved = add(function, at, Kind::Int, Inst::IntBin(IntOp::Add, x, shift));
            let limit = add(function, at, Kind::Int, Inst::Int(most * 2 + 1));
            add(function, at, Kind::Bool, Inst::IntCmp(Cmp::Below, moved, limit))
        }
    }
}
