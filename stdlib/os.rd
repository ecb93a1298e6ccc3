"""Folders, files and the environment."""

import os.path as path

sep: str = "/"
linesep: str = "\n"
curdir: str = "."
pardir: str = ".."
extsep: str = "."
pathsep: str = ":"
altsep: None = None
name: str = "posix"
devnull: str = "/dev/null"
environ: dict[str, str]

def getcwd() -> str:
    """The current folder."""
    ...

def chdir(path: Any) -> None:
    """Make a folder the current one."""
    ...

def listdir(path: Any = None) -> list[str]:
    """The names in a folder, in order."""
    ...

def mkdir(path: Any, mode: int = 511) -> None:
    """Make a folder."""
    ...

def makedirs(name: Any, mode: int = 511, exist_ok: bool = False) -> None:
    """Make a folder and those above it that are missing."""
    ...

def remove(path: Any) -> None:
    """Remove a file."""
    ...

def unlink(path: Any) -> None:
    """Remove a file."""
    ...

def rmdir(path: Any) -> None:
    """Remove an empty folder."""
    ...

def rename(src: Any, dst: Any) -> None:
    """Give a file or folder another name."""
    ...

def replace(src: Any, dst: Any) -> None:
    """Give a file another name, over one that is there."""
    ...

def getenv(key: str, default: Any = None) -> Any:
    """A variable of the environment, or the default."""
    ...

def cpu_count() -> int:
    """The number of cores."""
    ...

def getpid() -> int:
    """The number of this process."""
    ...

def fspath(path: Any) -> str:
    """A path as text.

    >>> import os
    >>> os.fspath("a/b")
    'a/b'
    """
    ...

def strerror(code: int, /) -> str:
    """What an error number of the system means.

    >>> import os
    >>> os.strerror(2)
    'No such file or directory'
    """
    ...

def walk(top: Any, topdown: bool = True, onerror: Any = None, followlinks: bool = False) -> Iterator[tuple[str, list[str], list[str]]]:
    """A folder and those below it: for each its path, the names of its folders, and the names of its files."""
    dirs = []
    files = []
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    for entry in names:
        if path.isdir(path.join(top, entry)):
            dirs.append(entry)
        else:
            files.append(entry)
    if topdown:
        yield top, dirs, files
    for entry in dirs:
        below = path.join(top, entry)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files
