"""Names that nothing else has."""

from random import Random as _Random

_source = _Random()

class UUID:
    """A number of 128 bits, shown in five groups of hexadecimal digits: `hex`, `int`, `bytes`, `version`, `urn`."""

    hex: str
    int: int

    def __init__(self, hex: str | None = None, bytes: Any = None, bytes_le: Any = None, fields: Any = None, int: Any = None, version: Any = None) -> None:
        """From its digits, its bytes or its number.

        >>> import uuid
        >>> uuid.UUID("12345678123456781234567812345678")
        UUID('12345678-1234-5678-1234-567812345678')
        """
        if bytes_le is not None or fields is not None:
            raise TypeError("rdask makes a UUID of hex, bytes or int")
        if [hex, bytes, int].count(None) != 2:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _digits(digits)
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            int = _number(bytes)
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            int = int & ~(0xc000 << 48) | 0x8000 << 48
            int = int & ~(0xf000 << 64) | version << 76
        self.int = int
        self.hex = f"{int:032x}"

    def __str__(self):
        h = self.hex
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def __repr__(self):
        return f"UUID({str(self)!r})"

    def __eq__(self, other):
        if not isinstance(other, UUID):
            return NotImplemented
        return self.int == other.int

    def __lt__(self, other):
        if not isinstance(other, UUID):
            return NotImplemented
        return self.int < other.int

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    @property
    def bytes(self) -> Any:
        """Its sixteen bytes."""
        return self.int.to_bytes(16, "big")

    @property
    def urn(self) -> str:
        """As a name of the web."""
        return "urn:uuid:" + str(self)

    @property
    def version(self) -> Any:
        """How it was made; None if that is not said."""
        return self.int >> 76 & 15 if self.int >> 62 & 3 == 2 else None

def _digits(digits):
    return int(digits, 16)

def _number(data):
    return int.from_bytes(data, "big")

def _named(namespace, name, kind, version):
    import hashlib
    data = name if isinstance(name, bytes) else name.encode()
    return UUID(bytes=hashlib.new(kind, namespace.bytes + data).digest()[:16], version=version)

NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")

def uuid3(namespace: UUID, name: Any) -> UUID:
    """The name that MD5 makes of a text within a namespace.

    >>> import uuid
    >>> uuid.uuid3(uuid.NAMESPACE_DNS, "python.org")
    UUID('6fa459ea-ee8a-3ca4-894e-db77e160355e')
    """
    return _named(namespace, name, "md5", 3)

def uuid5(namespace: UUID, name: Any) -> UUID:
    """The name that SHA-1 makes of a text within a namespace.

    >>> import uuid
    >>> uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")
    UUID('886313e1-3b8a-5372-9b90-0c9aee199e5d')
    """
    return _named(namespace, name, "sha1", 5)

def uuid4() -> UUID:
    """A random name.

    >>> import uuid
    >>> len(str(uuid.uuid4()))
    36
    """
    bits = _source.getrandbits(128)
    bits = bits & ~(0xf000 << 64) | 4 << 76
    bits = bits & ~(0xc000 << 48) | 0x8000 << 48
    return UUID(int=bits)

def uuid1(node: Any = None, clock_seq: Any = None) -> UUID:
    """A random name: rdask does not tell the machine's address."""
    return uuid4()
