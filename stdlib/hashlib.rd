"""Digests of bytes."""

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"}
algorithms_available = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"}

class HASH:
    """A digest in the making."""

    name: str = ""
    digest_size: int = 0
    block_size: int = 0

    def update(self, data: bytes, /) -> None:
        """Add bytes.

        >>> import hashlib
        >>> m = hashlib.md5()
        >>> m.update(b"a")
        >>> m.update(b"b")
        >>> m.hexdigest()
        '187ef4436122d1cc2f40dc2b92f0eba0'
        """
        ...

    def digest(self) -> bytes:
        """The digest of what was added.

        >>> import hashlib
        >>> len(hashlib.sha256(b"abc").digest())
        32
        """
        ...

    def hexdigest(self) -> str:
        """The digest in hexadecimal digits.

        >>> import hashlib
        >>> hashlib.sha1(b"abc").hexdigest()
        'a9993e364706816aba3e25717850c26c9cd0d89d'
        """
        ...

    def copy(self) -> HASH:
        """Another that begins with what was added so far.

        >>> import hashlib
        >>> m = hashlib.md5(b"a")
        >>> n = m.copy()
        >>> n.update(b"b")
        >>> m.hexdigest() == n.hexdigest()
        False
        """
        ...

def new(name: str, data: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """A digest by its name.

    >>> import hashlib
    >>> hashlib.new("sha256", b"abc").name
    'sha256'
    """
    ...

def md5(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest md5 of bytes.

    >>> import hashlib
    >>> hashlib.md5(b"abc").hexdigest()[:16]
    '900150983cd24fb0'
    """
    ...

def sha1(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha1 of bytes.

    >>> import hashlib
    >>> hashlib.sha1(b"abc").hexdigest()[:16]
    'a9993e364706816a'
    """
    ...

def sha224(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha224 of bytes.

    >>> import hashlib
    >>> hashlib.sha224(b"abc").hexdigest()[:16]
    '23097d223405d822'
    """
    ...

def sha256(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha256 of bytes.

    >>> import hashlib
    >>> hashlib.sha256(b"abc").hexdigest()[:16]
    'ba7816bf8f01cfea'
    """
    ...

def sha384(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha384 of bytes.

    >>> import hashlib
    >>> hashlib.sha384(b"abc").hexdigest()[:16]
    'cb00753f45a35e8b'
    """
    ...

def sha512(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha512 of bytes.

    >>> import hashlib
    >>> hashlib.sha512(b"abc").hexdigest()[:16]
    'ddaf35a193617aba'
    """
    ...

def sha3_224(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha3_224 of bytes.

    >>> import hashlib
    >>> hashlib.sha3_224(b"abc").hexdigest()[:16]
    'e642824c3f8cf24a'
    """
    ...

def sha3_256(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha3_256 of bytes.

    >>> import hashlib
    >>> hashlib.sha3_256(b"abc").hexdigest()[:16]
    '3a985da74fe225b2'
    """
    ...

def sha3_384(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha3_384 of bytes.

    >>> import hashlib
    >>> hashlib.sha3_384(b"abc").hexdigest()[:16]
    'ec01498288516fc9'
    """
    ...

def sha3_512(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest sha3_512 of bytes.

    >>> import hashlib
    >>> hashlib.sha3_512(b"abc").hexdigest()[:16]
    'b751850b1a57168a'
    """
    ...

def blake2b(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest blake2b of bytes.

    >>> import hashlib
    >>> hashlib.blake2b(b"abc").hexdigest()[:16]
    'ba80a53f981c4d0d'
    """
    ...

def blake2s(string: bytes = ..., *, usedforsecurity: bool = True) -> HASH:
    """The digest blake2s of bytes.

    >>> import hashlib
    >>> hashlib.blake2s(b"abc").hexdigest()[:16]
    '508c5e8c327c14e2'
    """
    ...

def file_digest(fileobj: Any, digest: Any, /) -> HASH:
    """The digest of what an open file of bytes holds; `digest`: a name, or what makes one.

    >>> import hashlib, io
    >>> hashlib.file_digest(io.BytesIO(b"abc"), "md5").hexdigest()
    '900150983cd24fb0d6963f7d28e17f72'
    """
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        block = fileobj.read(262144)
        if not block:
            return made
        made.update(block)
