//! `dask.utils.SerializableLock`: a lock that tasks share. Locks of one token are one lock, in whatever thread.

use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use super::args::{at, nothing};
use super::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};
use crate::expr::delayed::unique;
use crate::expr::token::uuid;
use crate::value::native::FrozenNative;
use crate::value::{Host, Native, TypeInfo, Value, kind, repr};

static LOCK: TypeInfo =
    TypeInfo { name: "SerializableLock", module: "dask.utils", declared: "dask.utils.SerializableLock", base: None };

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.utils.SerializableLock", |_, _| Ok(Value::Type(&LOCK))),
    row("dask.utils.SerializableLock.__new__", |host, args| {
        let token = match at(args, 1) {
            Value::None => uuid(unique()),
            token => repr::str_(host, token)?,
        };
        Ok(Value::native(Lock(shared(&token))))
    }),
    row("dask.utils.SerializableLock.acquire", |host, args| {
        let limit = match (kind::truth(host, at(args, 1))?, at(args, 2)) {
            (false, _) => Some(Duration::ZERO),
            (true, Value::Float(seconds)) if *seconds >= 0.0 => Duration::try_from_secs_f64(*seconds).ok(),
            (true, Value::Int(seconds)) if *seconds >= 0 => Some(Duration::from_secs(seconds.unsigned_abs())),
            (true, Value::Int(-1)) => None,
            (true, Value::Float(seconds)) if *seconds == -1.0 => None,
            _ => return Err(value_error("timeout value must be a non-negative number")),
        };
        acquire(host, this(args)?, limit).map(Value::Bool)
    }),
    row("dask.utils.SerializableLock.release", |_, args| release(this(args)?)),
    row("dask.utils.SerializableLock.locked", |_, args| Ok(Value::Bool(*held(this(args)?)))),
    row("dask.utils.SerializableLock.__enter__", |host, args| {
        acquire(host, this(args)?, None)?;
        nothing()
    }),
    row("dask.utils.SerializableLock.__exit__", |_, args| release(this(args)?)),
];

/// A lock; in a script, and frozen.
struct Lock(Arc<Shared>);

struct Shared {
    token: String,
    held: Mutex<bool>,
    changed: Condvar,
}

/// Locks by their tokens, while someone has them.
static LOCKS: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

type Known = Vec<(String, Weak<Shared>)>;

fn shared(token: &str) -> Arc<Shared> {
    let mut locks = LOCKS.lock().unwrap_or_else(PoisonError::into_inner);
    locks.retain(|(_, lock)| lock.strong_count() > 0);
    if let Some(found) = locks.iter().find(|(known, _)| known == token).and_then(|(_, lock)| lock.upgrade()) {
        return found;
    }
    let made = Arc::new(Shared { token: token.to_owned(), held: Mutex::new(false), changed: Condvar::new() });
    locks.push((token.to_owned(), Arc::downgrade(&made)));
    made
}

fn this(args: &[Value]) -> Res<&Shared> {
    match at(args, 0).as_native::<Lock>() {
        Some(lock) => Ok(&lock.0),
        None => Err(type_error("expected a SerializableLock")),
    }
}

fn held(lock: &Shared) -> MutexGuard<'_, bool> {
    lock.held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long a waiting thread sleeps before it looks whether it is to stop.
const NAP: Duration = Duration::from_millis(20);

/// Take the lock; whether that was possible in time. A waiting task does not hold its core.
fn acquire(host: &mut dyn Host, lock: &Shared, limit: Option<Duration>) -> Res<bool> {
    let start = Instant::now();
    loop {
        let mut taken = !std::mem::replace(&mut *held(lock), true);
        let left = limit.map(|limit| limit.saturating_sub(start.elapsed()));
        if taken || left == Some(Duration::ZERO) {
            return Ok(taken);
        }
        host.poll()?;
        host.blocking(&mut || {
            let nap = left.map_or(NAP, |left| left.min(NAP));
            let waited = lock.changed.wait_timeout_while(held(lock), nap, |held| *held);
            let mut now = waited.unwrap_or_else(PoisonError::into_inner).0;
            taken = !std::mem::replace(&mut *now, true);
        });
        if taken {
            return Ok(true);
        }
    }
}

fn release(lock: &Shared) -> Res<Value> {
    if !std::mem::replace(&mut *held(lock), false) {
        return Err(Raised::new(ExcClass::RuntimeError, "release unlocked lock"));
    }
    lock.changed.notify_one();
    nothing()
}

impl Native for Lock {
    fn type_info(&self) -> &'static TypeInfo {
        &LOCK
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(format!("<SerializableLock: {}>", self.0.token))
    }

    fn freeze(&self, _host: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(Lock(self.0.clone()))))
    }

    fn iterable(&self) -> bool {
        false
    }

    fn enter(&self, _this: &Value, host: &mut dyn Host) -> Res<Option<Value>> {
        acquire(host, &self.0, None)?;
        Ok(Some(Value::None))
    }

    fn exit(&self, _this: &Value, _host: &mut dyn Host, _raised: Option<&Value>) -> Res<bool> {
        release(&self.0).map(|_| false)
    }
}

impl FrozenNative for Lock {
    fn type_info(&self) -> &'static TypeInfo {
        &LOCK
    }

    fn thaw(&self, _host: &mut dyn Host) -> Res<Value> {
        Ok(Value::native(Lock(self.0.clone())))
    }
}
