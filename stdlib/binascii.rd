"""Bytes as digits and letters."""

from zlib import crc32

def hexlify(data: bytes, sep: Any = ..., bytes_per_sep: int = 1) -> bytes:
    """Bytes in hexadecimal digits.

    >>> import binascii
    >>> binascii.hexlify(b"hi!")
    b'686921'
    """
    ...

def unhexlify(hexstr: Any, /) -> bytes:
    """The bytes that hexadecimal digits stand for.

    >>> import binascii
    >>> binascii.unhexlify("686921")
    b'hi!'
    """
    ...

def b2a_hex(data: bytes, sep: Any = ..., bytes_per_sep: int = 1) -> bytes:
    """As hexlify.

    >>> import binascii
    >>> binascii.b2a_hex(b"hi")
    b'6869'
    """
    return hexlify(data, sep, bytes_per_sep)

def a2b_hex(hexstr: Any, /) -> bytes:
    """As unhexlify.

    >>> import binascii
    >>> binascii.a2b_hex("6869")
    b'hi'
    """
    return unhexlify(hexstr)

def b2a_base64(data: bytes, /, *, newline: bool = True) -> bytes:
    """Bytes in base 64, with a line end.

    >>> import binascii
    >>> binascii.b2a_base64(b"hi")
    b'aGk=\\n'
    """
    ...

def a2b_base64(data: Any, /) -> bytes:
    """The bytes of a text in base 64.

    >>> import binascii
    >>> binascii.a2b_base64("aGk=")
    b'hi'
    """
    ...

class Error(ValueError):
    """Digits or letters stand for no bytes."""
