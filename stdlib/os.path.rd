"""Paths as texts, and what is there."""

sep: str = "/"
extsep: str = "."
curdir: str = "."
pardir: str = ".."

def join(path: Any, *paths: Any) -> str:
    """Parts of a path with a slash between them; a part that begins with one starts anew.

    >>> import os.path
    >>> os.path.join("data", "2020", "a.csv")
    'data/2020/a.csv'
    """
    ...

def exists(path: Any) -> bool:
    """Whether there is such a file or folder."""
    ...

def lexists(path: Any) -> bool:
    """Whether there is such a file, folder or link."""
    ...

def isfile(path: Any) -> bool:
    """Whether it is a file."""
    ...

def isdir(path: Any) -> bool:
    """Whether it is a folder."""
    ...

def islink(path: Any) -> bool:
    """Whether it is a link."""
    ...

def isabs(path: Any) -> bool:
    """Whether a path begins at the root.

    >>> import os.path
    >>> os.path.isabs("/tmp")
    True
    """
    ...

def basename(path: Any) -> str:
    """What is after the last slash.

    >>> import os.path
    >>> os.path.basename("data/a.csv")
    'a.csv'
    """
    ...

def dirname(path: Any) -> str:
    """What is before the last slash.

    >>> import os.path
    >>> os.path.dirname("data/a.csv")
    'data'
    """
    ...

def split(path: Any) -> tuple[str, str]:
    """What is before and after the last slash.

    >>> import os.path
    >>> os.path.split("data/a.csv")
    ('data', 'a.csv')
    """
    ...

def splitext(path: Any) -> tuple[str, str]:
    """The path without its ending, and the ending with its dot.

    >>> import os.path
    >>> os.path.splitext("data/a.csv")
    ('data/a', '.csv')
    """
    ...

def normpath(path: Any) -> str:
    """Without `.`, `..` and doubled slashes.

    >>> import os.path
    >>> os.path.normpath("a//b/../c")
    'a/c'
    """
    ...

def abspath(path: Any) -> str:
    """From the root."""
    ...

def realpath(path: Any) -> str:
    """From the root, with links followed."""
    ...

def relpath(path: Any, start: Any = None) -> str:
    """From a folder, by default the current one.

    >>> import os.path
    >>> os.path.relpath("/a/b/c", "/a/d")
    '../b/c'
    """
    ...

def commonpath(paths: Iterable[Any]) -> str:
    """The longest path that all have at their beginning.

    >>> import os.path
    >>> os.path.commonpath(["a/b/c", "a/b/d"])
    'a/b'
    """
    ...

def commonprefix(paths: Iterable[Any]) -> str:
    """The longest text that all have at their beginning.

    >>> import os.path
    >>> os.path.commonprefix(["abc", "abd"])
    'ab'
    """
    ...

def expanduser(path: Any) -> str:
    """With the home folder for `~`."""
    ...

def getsize(path: Any) -> int:
    """The size of a file in bytes."""
    ...

def getmtime(path: Any) -> float:
    """When a file was last changed, in seconds since 1970."""
    ...
