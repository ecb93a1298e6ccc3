"""How chunks of Zarr arrays are compressed."""

class BytesCodec:
    """Elements as bytes."""

    def __init__(self, *, endian="little"):
        self.endian = endian

    def to_dict(self):
        """As it stands in the metadata."""
        return {"name": "bytes", "configuration": {"endian": self.endian}}

    def __repr__(self):
        return f"BytesCodec(endian=<Endian.{self.endian}: '{self.endian}'>)"

class ZstdCodec:
    """Zstandard.

    >>> import zarr
    >>> zarr.codecs.ZstdCodec(level=3)
    ZstdCodec(level=3, checksum=False)
    """

    def __init__(self, *, level=0, checksum=False):
        self.level = level
        self.checksum = checksum

    def to_dict(self):
        """As it stands in the metadata."""
        return {"name": "zstd", "configuration": {"level": self.level, "checksum": self.checksum}}

    def __repr__(self):
        return f"ZstdCodec(level={self.level}, checksum={self.checksum})"

class GzipCodec:
    """gzip."""

    def __init__(self, *, level=5):
        self.level = level

    def to_dict(self):
        """As it stands in the metadata."""
        return {"name": "gzip", "configuration": {"level": self.level}}

    def __repr__(self):
        return f"GzipCodec(level={self.level})"

class BloscCodec:
    """Blosc: `cname` is "zstd", "lz4", "lz4hc", "zlib", "blosclz" or "snappy"; `shuffle` "noshuffle", "shuffle" or "bitshuffle"."""

    def __init__(self, *, typesize=None, cname="zstd", clevel=5, shuffle=None, blocksize=0):
        self.typesize = typesize
        self.cname = cname
        self.clevel = clevel
        self.shuffle = shuffle
        self.blocksize = blocksize

    def to_dict(self):
        """As it stands in the metadata."""
        own = {
            "typesize": self.typesize or 1, "cname": self.cname, "clevel": self.clevel,
            "shuffle": self.shuffle or "bitshuffle", "blocksize": self.blocksize,
        }
        return {"name": "blosc", "configuration": own}

    def __repr__(self):
        return f"BloscCodec(typesize={self.typesize}, cname='{self.cname}', clevel={self.clevel}, shuffle='{self.shuffle}', blocksize={self.blocksize})"

class Crc32cCodec:
    """A checksum."""

    def __init__(self):
        pass

    def to_dict(self):
        """As it stands in the metadata."""
        return {"name": "crc32c"}

    def __repr__(self):
        return "Crc32cCodec()"

class TransposeCodec:
    """Axes in another order."""

    def __init__(self, *, order):
        self.order = tuple(order)

    def to_dict(self):
        """As it stands in the metadata."""
        return {"name": "transpose", "configuration": {"order": list(self.order)}}

    def __repr__(self):
        return f"TransposeCodec(order={self.order})"

class _Other:
    # A codec of version 2, or one that has no class here, as the metadata have it.
    def __init__(self, own):
        self.own = own

    def to_dict(self):
        return self.own

    def __repr__(self):
        own = dict(self.own)
        if own.get("name", "").startswith("numcodecs."):
            return f"{_shown(own['name'][10:])}(codec_name={own['name']!r}, codec_config={own.get('configuration', {})!r})"
        name = own.pop("id", None) or own.pop("name", "codec")
        own.update(own.pop("configuration", {}))
        shown = ", ".join([f"{key}={value!r}" for key, value in own.items() if key != "checksum"])
        return f"{_shown(name)}({shown})"

def _shown(name):
    # The class of numcodecs that has this name.
    if name in ("lz4", "bz2", "lzma", "crc32", "crc32c"):
        return name.upper()
    return {"gzip": "GZip", "jenkins_lookup3": "JenkinsLookup3"}.get(name, name[:1].upper() + name[1:])

def _known(own):
    name, given = own.get("name"), own.get("configuration", {})
    if name == "zstd":
        return ZstdCodec(level=given.get("level", 0), checksum=given.get("checksum", False))
    if name == "gzip":
        return GzipCodec(level=given.get("level", 5))
    if name == "crc32c":
        return Crc32cCodec()
    if name == "bytes":
        return BytesCodec(endian=given.get("endian", "little"))
    if name == "transpose":
        return TransposeCodec(order=given["order"])
    if name == "blosc":
        return BloscCodec(typesize=given.get("typesize"), cname=given.get("cname"), clevel=given.get("clevel"), shuffle=given.get("shuffle"), blocksize=given.get("blocksize", 0))
    return _Other(own)
