"""Names against patterns."""

def fnmatch(name: str, pat: str) -> bool:
    """Whether a name matches a pattern of `*`, `?` and `[a-z]`.

    >>> from fnmatch import fnmatch
    >>> fnmatch("data.csv", "*.csv")
    True
    """
    ...

def fnmatchcase(name: str, pat: str) -> bool:
    """Whether a name matches a pattern.

    >>> from fnmatch import fnmatchcase
    >>> fnmatchcase("a1", "a[0-9]")
    True
    """
    ...

def filter(names: Iterable[str], pat: str) -> list[str]:
    """The names that match a pattern.

    >>> import fnmatch
    >>> fnmatch.filter(["a.csv", "b.txt"], "*.csv")
    ['a.csv']
    """
    ...
