"""Warnings, on standard error."""

from sys import stderr as _stderr

_state = {"silent": False}

def warn(message: Any, category: Any = None, stacklevel: int = 1, source: Any = None) -> None:
    """Write a warning to standard error."""
    if _state["silent"]:
        return
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    print(f"{category.__name__}: {message}", file=_stderr)

def filterwarnings(action: str, message: str = "", category: Any = None, module: str = "", lineno: int = 0, append: bool = False) -> None:
    """Say what becomes of warnings: "ignore" silences them."""
    _state["silent"] = action == "ignore"

def simplefilter(action: str, category: Any = None, lineno: int = 0, append: bool = False) -> None:
    """Say what becomes of warnings: "ignore" silences them."""
    _state["silent"] = action == "ignore"

def resetwarnings() -> None:
    """Show warnings again."""
    _state["silent"] = False

class catch_warnings:
    """A context manager that puts back at its end what filters were set."""

    def __init__(self, *, record: bool = False, module: Any = None) -> None:
        """Remember the filters."""
        self._record = record
        self._before = False

    def __enter__(self):
        self._before = _state["silent"]
        return [] if self._record else None

    def __exit__(self, kind, value, traceback):
        _state["silent"] = self._before
        return False
