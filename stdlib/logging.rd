"""Messages of a program, on the standard error stream or in a file."""

import sys as _sys
import time as _time

NOTSET: int = 0
DEBUG: int = 10
INFO: int = 20
WARNING: int = 30
WARN: int = 30
ERROR: int = 40
CRITICAL: int = 50
FATAL: int = 50

_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}

def getLevelName(level: Any) -> Any:
    """The name of a level, or the level of a name.

    >>> import logging
    >>> logging.getLevelName(20), logging.getLevelName("ERROR")
    ('INFO', 40)
    """
    if isinstance(level, str):
        for number, name in _names.items():
            if name == level:
                return number
    return _names.get(level, f"Level {level}")

def addLevelName(level: int, levelName: str) -> None:
    """Give a level a name."""
    _names[level] = levelName

def _level(level):
    if isinstance(level, bool) or not isinstance(level, (int, str)):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if isinstance(level, int):
        return level
    if level == "WARN":
        return 30
    if level == "FATAL":
        return 50
    for number, name in _names.items():
        if name == level:
            return number
    raise ValueError(f"Unknown level: {level!r}")

class LogRecord:
    """One message: `name`, `levelno`, `levelname`, `msg`, `args`, `created`."""

    name: str
    levelno: int
    levelname: str
    msg: Any
    args: Any

    def __init__(self, name: str, level: int, msg: Any, args: Any, exc_info: Any = None) -> None:
        self.name = name
        self.levelno = level
        self.levelname = getLevelName(level)
        self.msg = msg
        self.args = args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else args
        self.exc_info = exc_info
        self.created = _time.time()
        self.msecs = int((self.created - int(self.created)) * 1000)

    def getMessage(self) -> str:
        """The message with its arguments put in."""
        text = str(self.msg)
        return text % self.args if self.args else text

class Formatter:
    """How a message is written: `%(asctime)s`, `%(name)s`, `%(levelname)s`, `%(message)s` and others."""

    def __init__(self, fmt: str | None = None, datefmt: str | None = None, style: str = "%") -> None:
        if style not in ("%", "{"):
            raise ValueError("Style must be one of: %,{ in rdask")
        self._style = style
        self._fmt = fmt or ("%(message)s" if style == "%" else "{message}")
        self.datefmt = datefmt

    def formatTime(self, record: Any, datefmt: str | None = None) -> str:
        """When a message was made."""
        from datetime import datetime
        made = datetime.fromtimestamp(int(record.created))
        if datefmt:
            return made.strftime(datefmt)
        return made.strftime("%Y-%m-%d %H:%M:%S") + f",{record.msecs:03d}"

    def format(self, record: Any) -> str:
        """A message as text."""
        known = {"name": record.name, "levelno": record.levelno, "levelname": record.levelname, "message": record.getMessage(), "msg": record.msg, "created": record.created, "msecs": record.msecs, "process": 0, "processName": "MainProcess", "thread": 0, "threadName": "MainThread"}
        if "asctime" in self._fmt:
            known["asctime"] = self.formatTime(record, self.datefmt)
        text = self._fmt % known if self._style == "%" else self._fmt.format(**known)
        if record.exc_info is not None:
            error = record.exc_info
            text = f"{text}\n{type(error).__name__}: {error}"
        return text

class Handler:
    """Where messages go."""

    level: int

    def __init__(self, level: Any = 0) -> None:
        self.level = _level(level)
        self.formatter = None

    def setLevel(self, level: Any) -> None:
        """Leave out messages below a level."""
        self.level = _level(level)

    def setFormatter(self, fmt: Any) -> None:
        """How messages are written."""
        self.formatter = fmt

    def format(self, record: Any) -> str:
        """A message as text."""
        return (self.formatter or Formatter()).format(record)

    def handle(self, record: Any) -> None:
        """Take a message."""
        if record.levelno >= self.level:
            self.emit(record)

    def emit(self, record: Any) -> None:
        """Write a message."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self) -> None:
        """Hand what was written to the system."""
        return None

    def close(self) -> None:
        """Close what it writes to."""
        return None

class NullHandler(Handler):
    """Nowhere."""

    def __init__(self, level: Any = 0) -> None:
        super().__init__(level)

    def emit(self, record: Any) -> None:
        """Nothing."""
        return None

class StreamHandler(Handler):
    """A stream: the standard error stream, or the one that is given."""

    def __init__(self, stream: Any = None) -> None:
        super().__init__()
        self.stream = stream
        self.terminator = "\n"

    def emit(self, record: Any) -> None:
        """Write a message."""
        stream = self.stream if self.stream is not None else _sys.stderr
        stream.write(self.format(record) + self.terminator)
        stream.flush()

class FileHandler(StreamHandler):
    """A file."""

    def __init__(self, filename: Any, mode: str = "a", encoding: str | None = None, delay: bool = False, errors: str | None = None) -> None:
        super().__init__(open(filename, mode, encoding=encoding, errors=errors))

    def close(self) -> None:
        """Close the file."""
        self.stream.close()

class Logger:
    """What takes messages, by its name.

    >>> import logging
    >>> logging.getLogger("a.b").name
    'a.b'
    """

    name: str
    level: int
    parent: Any
    handlers: list[Any]
    propagate: bool

    def __init__(self, name: str, level: Any = 0) -> None:
        self.name = name
        self.level = _level(level)
        self.parent = None
        self.handlers = []
        self.propagate = True
        self.disabled = False
        self.filters = []

    def setLevel(self, level: Any) -> None:
        """Leave out messages below a level."""
        self.level = _level(level)

    def getEffectiveLevel(self) -> int:
        """The level below which messages are left out."""
        at = self
        while at is not None:
            if at.level:
                return at.level
            at = at.parent
        return 0

    def isEnabledFor(self, level: int) -> bool:
        """Whether messages of a level are taken."""
        return level >= _root.disable_below and level >= self.getEffectiveLevel()

    def addHandler(self, hdlr: Any) -> None:
        """Let messages go somewhere too."""
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr: Any) -> None:
        """Let them go there no more."""
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self) -> bool:
        """Whether messages go anywhere."""
        at = self
        while at is not None:
            if at.handlers:
                return True
            if not at.propagate:
                return False
            at = at.parent
        return False

    def getChild(self, suffix: str) -> Any:
        """The logger below this one."""
        return getLogger(suffix if self.name == "root" else self.name + "." + suffix)

    def _log(self, level, msg, args, exc_info=None):
        if exc_info is True or exc_info == 1 and not isinstance(exc_info, BaseException):
            exc_info = None
        record = LogRecord(self.name, level, msg, args, exc_info or None)
        found = False
        at = self
        while at is not None:
            for handler in at.handlers:
                found = True
                handler.handle(record)
            if not at.propagate:
                break
            at = at.parent
        if not found and level >= 30:
            print(record.getMessage(), file=_sys.stderr)

    def log(self, level: int, msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
        """A message of a level."""
        if self.isEnabledFor(level):
            self._log(level, msg, args, exc_info)

    def debug(self, msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
        """A message for who looks for a mistake."""
        if self.isEnabledFor(10):
            self._log(10, msg, args, exc_info)

    def info(self, msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
        """A message on how things go."""
        if self.isEnabledFor(20):
            self._log(20, msg, args, exc_info)

    def warning(self, msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
        """A message on what may be wrong."""
        if self.isEnabledFor(30):
            self._log(30, msg, args, exc_info)

    def error(self, msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
        """A message on what went wrong."""
        if self.isEnabledFor(40):
            self._log(40, msg, args, exc_info)

    def exception(self, msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
        """A message on what went wrong, for an `except`; give the exception as `exc_info` to show it."""
        if self.isEnabledFor(40):
            self._log(40, msg, args, exc_info)

    def critical(self, msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
        """A message on what ends the program."""
        if self.isEnabledFor(50):
            self._log(50, msg, args, exc_info)

    def __repr__(self):
        return f"<{'RootLogger' if self.name == 'root' else 'Logger'} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

class _State:
    def __init__(self):
        self.root = Logger("root", 30)
        self.all = {}
        self.disable_below = 0

_root = _State()

def getLogger(name: str | None = None) -> Logger:
    """The logger of a name; without one, the root of all.

    >>> import logging
    >>> logging.getLogger("x") is logging.getLogger("x")
    True
    """
    if not name or name == "root":
        return _root.root
    if name in _root.all:
        return _root.all[name]
    made = Logger(name)
    _root.all[name] = made
    above = name.rpartition(".")[0]
    made.parent = getLogger(above) if above else _root.root
    return made

def basicConfig(*, filename: Any = None, filemode: str = "a", format: str | None = None, datefmt: str | None = None, style: str = "%", level: Any = None, stream: Any = None, handlers: Any = None, force: bool = False, encoding: str | None = None, errors: str | None = None) -> None:
    """Where all messages go, and how they are written."""
    root = _root.root
    if force:
        for handler in list(root.handlers):
            root.removeHandler(handler)
    if not root.handlers:
        if handlers is None:
            handlers = [FileHandler(filename, filemode, encoding, False, errors)] if filename else [StreamHandler(stream)]
        if format is None:
            format = "%(levelname)s:%(name)s:%(message)s" if style == "%" else "{levelname}:{name}:{message}"
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(Formatter(format, datefmt, style))
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)

def disable(level: int = 50) -> None:
    """Leave out all messages up to a level."""
    _root.disable_below = level + 1

def shutdown() -> None:
    """Close what messages go to."""
    for handler in _root.root.handlers:
        handler.flush()

def log(level: int, msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
    """A message of a level."""
    if not _root.root.handlers:
        basicConfig()
    _root.root.log(level, msg, *args, exc_info=exc_info)

def debug(msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
    """A message for who looks for a mistake."""
    log(10, msg, *args, exc_info=exc_info)

def info(msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
    """A message on how things go."""
    log(20, msg, *args, exc_info=exc_info)

def warning(msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
    """A message on what may be wrong."""
    log(30, msg, *args, exc_info=exc_info)

def error(msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
    """A message on what went wrong."""
    log(40, msg, *args, exc_info=exc_info)

def exception(msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
    """A message on what went wrong, for an `except`."""
    log(40, msg, *args, exc_info=exc_info)

def critical(msg: Any, *args: Any, exc_info: Any = None, **kwargs: Any) -> None:
    """A message on what ends the program."""
    log(50, msg, *args, exc_info=exc_info)
