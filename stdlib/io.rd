"""Text streams."""

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

class UnsupportedOperation(OSError):
    """A file is not open for this."""
