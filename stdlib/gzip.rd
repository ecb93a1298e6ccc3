"""Files that gzip packed, and bytes packed so."""

from io import GzipFile

def open(filename: Any, mode: str = "rb", compresslevel: int = 9, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> Any:
    """Open a packed file, of bytes ("rb", "wb", "ab", "xb") or of text ("rt", "wt").

    >>> import gzip, os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "a.txt.gz")
    >>> with gzip.open(path, "wt") as f:
    ...     print("hello", file=f, end="")
    >>> with gzip.open(path, "rt") as f:
    ...     print(f.read())
    hello
    """
    ...

def compress(data: bytes, compresslevel: int = 9, *, mtime: Any = None) -> bytes:
    """Bytes packed.

    >>> import gzip
    >>> gzip.decompress(gzip.compress(b"abc"))
    b'abc'
    """
    ...

def decompress(data: bytes) -> bytes:
    """What packed bytes hold.

    >>> import gzip
    >>> len(gzip.decompress(gzip.compress(b"a" * 1000)))
    1000
    """
    ...

class BadGzipFile(OSError):
    """A file was not packed by gzip, or is damaged."""
