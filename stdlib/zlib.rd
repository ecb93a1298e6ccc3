"""Bytes packed as zlib packs them, and checksums."""

def compress(data: bytes, /, level: int = -1) -> bytes:
    """Bytes packed.

    >>> import zlib
    >>> zlib.decompress(zlib.compress(b"abc"))
    b'abc'
    """
    ...

def decompress(data: bytes, /) -> bytes:
    """What packed bytes hold.

    >>> import zlib
    >>> len(zlib.decompress(zlib.compress(b"a" * 1000)))
    1000
    """
    ...

def crc32(data: bytes, value: int = 0, /) -> int:
    """The checksum CRC-32.

    >>> import zlib
    >>> zlib.crc32(b"123456789")
    3421780262
    """
    ...

class error(Exception):
    """Bytes can't be unpacked."""
