//! The processor at hand as Cranelift knows it, and the memory that its code lies in.

use std::sync::{Mutex, PoisonError};

use cranelift_codegen::isa::OwnedTargetIsa;
use cranelift_codegen::settings::{self, Configurable};
use cranelift_jit::{JITBuilder, JITModule};
use cranelift_module::default_libcall_names;

/// Whether Cranelift checks what it is given: in our own debug builds.
const VERIFY: &str = if cfg!(debug_assertions) { "true" } else { "false" };

/// The processor at hand, code for it made with this care (`none`, `speed`); `None` where Cranelift has no code for it.
pub fn machine(opt_level: &str) -> Option<OwnedTargetIsa> {
    let mut flags = settings::builder();
    for (name, value) in [("opt_level", opt_level), ("is_pic", "false"), ("enable_verifier", VERIFY)] {
        flags.set(name, value).ok()?;
    }
    let machine = cranelift_native::builder().ok()?;
    machine.finish(settings::Flags::new(flags)).ok()
}

/// A module for code of a machine.
pub fn module(machine: Option<&OwnedTargetIsa>) -> Option<JITModule> {
    let machine = machine?.clone();
    // Pointers are passed in 64 bits.
    (machine.pointer_bits() == 64).then(|| JITModule::new(JITBuilder::with_isa(machine, default_libcall_names())))
}

/// What owns the memory of compiled code, which is freed with it. Who keeps entries into the code keeps this beside them,
/// and gives them out only as borrows of itself.
pub struct Memory(Mutex<Option<JITModule>>);

impl Memory {
    /// Of a module.
    pub fn new(module: JITModule) -> Memory {
        Memory(Mutex::new(Some(module)))
    }
}

impl Drop for Memory {
    #[allow(unsafe_code)]
    fn drop(&mut self) {
        let module = self.0.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(module) = module {
            // SAFETY: entries are called only through a borrow of what holds this memory, so that none runs now, and none of
            // them outlives it.
            unsafe { module.free_memory() };
        }
    }
}
