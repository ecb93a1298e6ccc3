"""Streams of text and bytes."""

SEEK_SET: int = 0
SEEK_CUR: int = 1
SEEK_END: int = 2
DEFAULT_BUFFER_SIZE: int = 8192

class StringIO(TextIOWrapper):
    """A text in memory that is read and written like a file."""

    def __new__(cls, initial_value: str | None = "", newline: str | None = "\n") -> StringIO:
        """A stream over a text.

        >>> import io
        >>> io.StringIO("a b").read()
        'a b'
        """
        ...

    def getvalue(self) -> str:
        """All that is in it.

        >>> import io
        >>> buffer = io.StringIO()
        >>> print("x", file=buffer, end="")
        >>> buffer.getvalue()
        'x'
        """
        ...

class BufferedIOBase:
    """An open file of bytes. It is an iterator over its lines and closes at the end of a `with`."""

    name: Any = None
    mode: str = ""
    closed: bool = False

    def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes, or all that is left.

        >>> import io
        >>> io.BytesIO(b"abc").read(2)
        b'ab'
        """
        ...

    def read1(self, size: int | None = -1, /) -> bytes:
        """As read."""
        ...

    def readline(self) -> bytes:
        """The next line with its end; nothing at the end of the file.

        >>> import io
        >>> io.BytesIO(b"a\\nb").readline()
        b'a\\n'
        """
        ...

    def readlines(self) -> list[bytes]:
        """All lines that are left, with their ends."""
        ...

    def write(self, data: bytes, /) -> int:
        """Write bytes; their number."""
        ...

    def writelines(self, lines: Iterable[bytes], /) -> None:
        """Write bytes one after another."""
        ...

    def flush(self) -> None:
        """Hand what was written to the system."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a byte: from the start, with 1 from here, with 2 from the end."""
        ...

    def tell(self) -> int:
        """The byte at which it stands."""
        ...

    def truncate(self, size: int | None = None, /) -> int:
        """Cut the file here, or at a byte."""
        ...

    def readable(self) -> bool:
        """Whether it can be read."""
        ...

    def writable(self) -> bool:
        """Whether it can be written."""
        ...

    def seekable(self) -> bool:
        """Whether it can be gone about in."""
        ...

class BufferedReader(BufferedIOBase):
    """A file of bytes that is read."""

class BufferedWriter(BufferedIOBase):
    """A file of bytes that is written."""

class BufferedRandom(BufferedIOBase):
    """A file of bytes that is read and written."""

class GzipFile(BufferedIOBase):
    """A file that gzip packed."""

class BZ2File(BufferedIOBase):
    """A file that bzip2 packed."""

class LZMAFile(BufferedIOBase):
    """A file that xz packed."""

class BytesIO(BufferedIOBase):
    """Bytes in memory that are read and written like a file."""

    def __new__(cls, initial_bytes: bytes | None = None) -> BytesIO:
        """A stream over bytes.

        >>> import io
        >>> list(io.BytesIO(b"a\\nb"))
        [b'a\\n', b'b']
        """
        ...

    def getvalue(self) -> bytes:
        """All that is in it.

        >>> import io
        >>> buffer = io.BytesIO()
        >>> buffer.write(b"xyz")
        3
        >>> buffer.getvalue()
        b'xyz'
        """
        ...

class UnsupportedOperation(OSError):
    """A file is not open for this."""
