"""Numbers laid out as bytes."""

class error(Exception):
    """Values and format don't fit."""

def calcsize(format: Any, /) -> int:
    """The bytes that a format takes.

    >>> import struct
    >>> struct.calcsize("<ih")
    6
    """
    ...

def pack(format: Any, /, *values: Any) -> bytes:
    """Values as bytes.

    >>> import struct
    >>> struct.pack("<ihb", 1, 2, -1)
    b'\\x01\\x00\\x00\\x00\\x02\\x00\\xff'
    """
    ...

def unpack(format: Any, buffer: bytes, /) -> tuple[Any, ...]:
    """The values that bytes hold.

    >>> import struct
    >>> struct.unpack(">hd", struct.pack(">hd", 7, 0.5))
    (7, 0.5)
    """
    ...

def unpack_from(format: Any, /, buffer: bytes, offset: int = 0) -> tuple[Any, ...]:
    """The values that bytes hold from one on.

    >>> import struct
    >>> struct.unpack_from("<B", b"abc", 2)
    (99,)
    """
    ...

def iter_unpack(format: Any, buffer: bytes, /) -> Iterator[tuple[Any, ...]]:
    """The values that bytes hold, again and again.

    >>> import struct
    >>> list(struct.iter_unpack("<BB", b"abcd"))
    [(97, 98), (99, 100)]
    """
    ...

class Struct:
    """A format that is used again and again: `format`, `size`.

    >>> import struct
    >>> struct.Struct("<H").unpack(b"ab")
    (25185,)
    """

    format: str
    size: int

    def __init__(self, format: str) -> None:
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values: Any) -> bytes:
        """Values as bytes."""
        return pack(self.format, *values)

    def unpack(self, buffer: bytes, /) -> tuple[Any, ...]:
        """The values that bytes hold."""
        return unpack(self.format, buffer)

    def unpack_from(self, buffer: bytes, offset: int = 0) -> tuple[Any, ...]:
        """The values that bytes hold from one on."""
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer: bytes, /) -> Iterator[tuple[Any, ...]]:
        """The values that bytes hold, again and again."""
        return iter_unpack(self.format, buffer)
