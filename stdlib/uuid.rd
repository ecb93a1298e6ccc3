"""Names that nothing else has."""

from random import Random as _Random

_source = _Random()

class UUID:
    """A number of 128 bits, shown in five groups of hexadecimal digits."""

    def __init__(self, hex: str | None = None, *, int: Any = None, version: Any = None) -> None:
        """From its digits.

        >>> import uuid
        >>> uuid.UUID("12345678123456781234567812345678")
        UUID('12345678-1234-5678-1234-567812345678')
        """
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            self.int = _digits(digits)
        else:
            self.int = int
        self.hex = f"{self.int:032x}"

    def __str__(self):
        h = self.hex
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def __repr__(self):
        return f"UUID({str(self)!r})"

    def __eq__(self, other):
        return isinstance(other, UUID) and self.int == other.int

    def __lt__(self, other):
        return self.int < other.int

    def __hash__(self):
        return hash(self.int)

def _digits(digits):
    return int(digits, 16)

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
