"""Bytes as letters: base 64, 32 and 16."""

from binascii import hexlify as _hexlify
from binascii import unhexlify as _unhexlify

def b64encode(s: bytes, altchars: bytes | None = None) -> bytes:
    """Bytes in letters, digits, `+` and `/`.

    >>> import base64
    >>> base64.b64encode(b"hello")
    b'aGVsbG8='
    """
    ...

def b64decode(s: Any, altchars: bytes | None = None, validate: bool = False) -> bytes:
    """The bytes that such letters stand for.

    >>> import base64
    >>> base64.b64decode("aGVsbG8=")
    b'hello'
    """
    ...

def standard_b64encode(s: bytes) -> bytes:
    """As b64encode.

    >>> import base64
    >>> base64.standard_b64encode(b"hi")
    b'aGk='
    """
    return b64encode(s)

def standard_b64decode(s: Any) -> bytes:
    """As b64decode.

    >>> import base64
    >>> base64.standard_b64decode("aGk=")
    b'hi'
    """
    return b64decode(s)

def urlsafe_b64encode(s: bytes) -> bytes:
    """Bytes in letters that may stand in addresses: `-` and `_` for `+` and `/`.

    >>> import base64
    >>> base64.urlsafe_b64encode(b"\\xff\\xfe")
    b'__4='
    """
    return b64encode(s, b"-_")

def urlsafe_b64decode(s: Any) -> bytes:
    """The bytes that such letters stand for.

    >>> import base64
    >>> base64.urlsafe_b64decode("__4=")
    b'\\xff\\xfe'
    """
    return b64decode(s, b"-_")

def b32encode(s: bytes) -> bytes:
    """Bytes in capitals and the digits 2 to 7.

    >>> import base64
    >>> base64.b32encode(b"hi")
    b'NBUQ===='
    """
    ...

def b32decode(s: Any, casefold: bool = False) -> bytes:
    """The bytes that such letters stand for.

    >>> import base64
    >>> base64.b32decode("NBUQ====")
    b'hi'
    """
    ...

def b16encode(s: bytes) -> bytes:
    """Bytes in hexadecimal digits.

    >>> import base64
    >>> base64.b16encode(b"hi!")
    b'686921'
    """
    return _hexlify(s).upper()

def b16decode(s: Any, casefold: bool = False) -> bytes:
    """The bytes that hexadecimal digits stand for.

    >>> import base64
    >>> base64.b16decode("686921")
    b'hi!'
    """
    if isinstance(s, bytes):
        s = s.decode("ascii")
    if casefold:
        s = s.upper()
    for c in s:
        if c not in "0123456789ABCDEF":
            from binascii import Error
            raise Error("Non-base16 digit found")
    return _unhexlify(s)
