"""Files by pattern."""

def glob(pathname: Any, *, root_dir: Any = None, recursive: bool = False, include_hidden: bool = False) -> list[str]:
    """The paths that match a pattern of `*`, `?` and `[a-z]`; with `recursive`, `**` stands for any folders."""
    ...

def iglob(pathname: Any, *, root_dir: Any = None, recursive: bool = False, include_hidden: bool = False) -> Iterator[str]:
    """As glob, one path after another."""
    ...

def escape(pathname: Any) -> str:
    """A pattern that matches just this path.

    >>> import glob
    >>> glob.escape("a*b")
    'a[*]b'
    """
    ...

def has_magic(pathname: Any) -> bool:
    """Whether a path has `*`, `?` or `[` in it.

    >>> import glob
    >>> glob.has_magic("*.csv")
    True
    """
    ...
