"""Files that bzip2 packed, and bytes packed so."""

from io import BZ2File

def open(filename: Any, mode: str = "rb", compresslevel: int = 9, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> Any:
    """Open a packed file, of bytes ("rb", "wb", "ab", "xb") or of text ("rt", "wt")."""
    ...

def compress(data: bytes, compresslevel: int = 9) -> bytes:
    """Bytes packed.

    >>> import bz2
    >>> bz2.decompress(bz2.compress(b"abc"))
    b'abc'
    """
    ...

def decompress(data: bytes) -> bytes:
    """What packed bytes hold.

    >>> import bz2
    >>> len(bz2.decompress(bz2.compress(b"a" * 1000)))
    1000
    """
    ...
