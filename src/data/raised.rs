//! Exceptions: one type for all stages, with Python's classes and Python's, NumPy's or Dask's exact messages.

use std::any::Any;
use std::rc::Rc;

use crate::source::Span;

/// What can go wrong carries this.
pub type Res<T> = Result<T, Box<Raised>>;

macro_rules! classes {
    ($($name:ident : $parent:ident),* $(,)?) => {
        /// Python's exception classes. A user's class is a [`Raised`] of its nearest built-in base.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[allow(missing_docs)]
        pub enum ExcClass { BaseException, $($name),* }

        impl ExcClass {
            /// Every class, bases first.
            pub const ALL: &'static [ExcClass] = &[ExcClass::BaseException, $(ExcClass::$name),*];

            /// Python's name.
            pub fn name(self) -> &'static str {
                // Some modules call theirs `error` or `Error`.
                if matches!(self, ExcClass::ReError | ExcClass::ZlibError | ExcClass::StructError) {
                    return "error";
                }
                if matches!(self, ExcClass::BinasciiError | ExcClass::CsvError) {
                    return "Error";
                }
                match self { ExcClass::BaseException => "BaseException", $(ExcClass::$name => stringify!($name)),* }
            }

            /// The base class.
            pub fn parent(self) -> Option<ExcClass> {
                match self { ExcClass::BaseException => None, $(ExcClass::$name => Some(ExcClass::$parent)),* }
            }
        }
    };
}

classes! {
    SystemExit: BaseException, KeyboardInterrupt: BaseException, GeneratorExit: BaseException, Exception: BaseException,
    ArithmeticError: Exception, FloatingPointError: ArithmeticError, OverflowError: ArithmeticError, ZeroDivisionError: ArithmeticError,
    AssertionError: Exception, AttributeError: Exception, BufferError: Exception, EOFError: Exception,
    ImportError: Exception, ModuleNotFoundError: ImportError,
    LookupError: Exception, IndexError: LookupError, KeyError: LookupError, MemoryError: Exception,
    NameError: Exception, UnboundLocalError: NameError,
    OSError: Exception, FileExistsError: OSError, FileNotFoundError: OSError, IsADirectoryError: OSError, NotADirectoryError: OSError,
    InterruptedError: OSError, PermissionError: OSError, TimeoutError: OSError, BrokenPipeError: OSError,
    ReferenceError: Exception, RuntimeError: Exception, NotImplementedError: RuntimeError, RecursionError: RuntimeError,
    StopIteration: Exception, StopAsyncIteration: Exception, SyntaxError: Exception, IndentationError: SyntaxError, SystemError: Exception,
    TypeError: Exception, ValueError: Exception, UnicodeError: ValueError, UnicodeDecodeError: UnicodeError, UnicodeEncodeError: UnicodeError,
    AxisError: ValueError, UFuncTypeError: TypeError, DTypePromotionError: TypeError, LinAlgError: ValueError, JSONDecodeError: ValueError, UnsupportedOperation: OSError,
    BadGzipFile: OSError, LZMAError: Exception, ZstdError: Exception, BadZipFile: Exception,
    ReError: Exception, BinasciiError: ValueError, ZlibError: Exception, StructError: Exception, CsvError: Exception,
    Warning: Exception, UserWarning: Warning, DeprecationWarning: Warning, RuntimeWarning: Warning, FutureWarning: Warning,
}

impl ExcClass {
    /// Whether this is `base` or inherits from it.
    pub fn is_a(self, base: ExcClass) -> bool {
        let mut at = Some(self);
        while let Some(class) = at {
            if class == base {
                return true;
            }
            at = class.parent();
        }
        false
    }

    /// The class with this name.
    pub fn named(name: &str) -> Option<ExcClass> {
        ExcClass::ALL.iter().copied().find(|class| class.name() == name)
    }
}

/// A place in the chain of calls: the call's span and the function it stands in (`<module>` at top level).
#[derive(Clone, Debug, PartialEq)]
pub struct TraceEntry {
    /// Where.
    pub span: Span,
    /// In which function.
    pub function: std::sync::Arc<str>,
}

/// The task in which something was raised.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskInfo {
    /// Its key, printed.
    pub key: String,
    /// Its inputs: name or position, and type, shape and dtype in words.
    pub inputs: Vec<String>,
    /// The line of the user's script that made the task.
    pub made_at: Option<Span>,
}

/// A raised exception.
#[derive(Clone, Debug)]
pub struct Raised {
    /// Nearest built-in class.
    pub class: ExcClass,
    /// Python's message, as `str(e)` gives it.
    pub message: String,
    /// The live exception object, once there is one (always for classes of the user): `value` knows its type.
    pub object: Option<Rc<dyn Any>>,
    /// Chain of calls, innermost first.
    pub trace: Vec<TraceEntry>,
    /// The task, when a task raised it.
    pub task: Option<Box<TaskInfo>>,
    /// The explanation and cure in our words, shown when nothing caught it.
    pub help: Option<String>,
    /// `raise ... from cause`, or the exception that was being handled.
    pub cause: Option<Box<Raised>>,
    /// What was asked for in vain, of what: the cure is worked out from it when nothing caught the exception (`value::cure`).
    pub asked: Option<Rc<dyn Any>>,
}

impl Raised {
    /// An exception of a class with its message.
    pub fn new(class: ExcClass, message: impl Into<String>) -> Box<Raised> {
        let message = message.into();
        Box::new(Raised {
            class,
            message,
            object: None,
            trace: Vec::new(),
            task: None,
            help: None,
            cause: None,
            asked: None,
        })
    }

    /// Add our explanation and the cure.
    #[must_use]
    pub fn help(mut self: Box<Self>, text: impl Into<String>) -> Box<Raised> {
        self.help = Some(text.into());
        self
    }
}

/// `TypeError`.
pub fn type_error(message: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::TypeError, message)
}

/// `ValueError`.
pub fn value_error(message: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::ValueError, message)
}

/// `IndexError`.
pub fn index_error(message: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::IndexError, message)
}

/// `AttributeError`.
pub fn attribute_error(message: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::AttributeError, message)
}
