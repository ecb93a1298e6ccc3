"""Files that xz packed, and bytes packed so."""

from io import LZMAFile

def open(filename: Any, mode: str = "rb", preset: int | None = None, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> Any:
    """Open a packed file, of bytes ("rb", "wb", "ab", "xb") or of text ("rt", "wt")."""
    ...

def compress(data: bytes) -> bytes:
    """Bytes packed.

    >>> import lzma
    >>> lzma.decompress(lzma.compress(b"abc"))
    b'abc'
    """
    ...

def decompress(data: bytes) -> bytes:
    """What packed bytes hold.

    >>> import lzma
    >>> len(lzma.decompress(lzma.compress(b"a" * 1000)))
    1000
    """
    ...

class LZMAError(Exception):
    """Bytes were not packed by xz, or are damaged."""
