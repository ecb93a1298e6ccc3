"""Paths as objects."""

import os as _os
import os.path as _ospath
import glob as _glob
import fnmatch as _fnmatch

class PurePath:
    """A path that is only computed with.

    >>> from pathlib import PurePath
    >>> PurePath("a") / "b.txt"
    PurePosixPath('a/b.txt')
    """


    def __init__(self, *args: Any) -> None:
        path = ""
        for part in args:
            part = _text(part)
            if part.startswith("/"):
                path = part
            elif path and part:
                path = path + "/" + part
            elif part:
                path = part
        self._path = _clean(path)

    def __str__(self):
        return self._path

    def __fspath__(self):
        return self._path

    def __repr__(self):
        return f"{_shown(self)}({self._path!r})"

    def __bytes__(self):
        return self._path.encode()

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._path == other._path

    def __hash__(self):
        return hash(self._path)

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts < other.parts

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts <= other.parts

    def __gt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts > other.parts

    def __ge__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts >= other.parts

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return self.__class__(self._path, key)

    def __rtruediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return self.__class__(key, self._path)

    @property
    def drive(self) -> str:
        """Nothing: only Windows has drives."""
        return ""

    @property
    def root(self) -> str:
        """`/` for a path from the root."""
        if self._path.startswith("//"):
            return "//"
        return "/" if self._path.startswith("/") else ""

    @property
    def anchor(self) -> str:
        """Drive and root."""
        return self.root

    @property
    def parts(self) -> tuple[str, ...]:
        """The names in it, the root first.

        >>> from pathlib import PurePath
        >>> PurePath("/usr/bin").parts
        ('/', 'usr', 'bin')
        """
        root = self.root
        names = [name for name in self._path[len(root):].split("/") if name and name != "."]
        return tuple([root] + names) if root else tuple(names)

    @property
    def name(self) -> str:
        """The last name.

        >>> from pathlib import PurePath
        >>> PurePath("a/b.tar.gz").name
        'b.tar.gz'
        """
        if self._path == ".":
            return ""
        return self._path[self._path.rfind("/") + 1:]

    @property
    def suffix(self) -> str:
        """The end of the name from its last dot.

        >>> from pathlib import PurePath
        >>> PurePath("a/b.tar.gz").suffix
        '.gz'
        """
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self) -> list[str]:
        """All ends of the name.

        >>> from pathlib import PurePath
        >>> PurePath("a/b.tar.gz").suffixes
        ['.tar', '.gz']
        """
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self) -> str:
        """The name without its suffix.

        >>> from pathlib import PurePath
        >>> PurePath("a/b.tar.gz").stem
        'b.tar'
        """
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self) -> PurePath:
        """The folder it is in.

        >>> from pathlib import PurePath
        >>> PurePath("a/b/c").parent
        PurePosixPath('a/b')
        """
        if self._path == self.root or self._path == ".":
            return self
        at = self._path.rfind("/")
        if at < 0:
            return self.__class__("")
        return self.__class__(self._path[:at] or "/")

    @property
    def parents(self) -> Any:
        """All folders it is in, the nearest first.

        >>> from pathlib import PurePath
        >>> [str(parent) for parent in PurePath("a/b/c").parents]
        ['a/b', 'a', '.']
        """
        return _Parents(self)

    def joinpath(self, *other: Any) -> PurePath:
        """Other paths below this one.

        >>> from pathlib import PurePath
        >>> PurePath("a").joinpath("b", "c")
        PurePosixPath('a/b/c')
        """
        return self.__class__(self._path, *other)

    def with_name(self, name: str) -> PurePath:
        """With another last name.

        >>> from pathlib import PurePath
        >>> PurePath("a/b.txt").with_name("c.py")
        PurePosixPath('a/c.py')
        """
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self.__class__(self._path[:len(self._path) - len(self.name)] + name)

    def with_stem(self, stem: str) -> PurePath:
        """With another stem.

        >>> from pathlib import PurePath
        >>> PurePath("a/b.txt").with_stem("c")
        PurePosixPath('a/c.txt')
        """
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix: str) -> PurePath:
        """With another suffix, or without one.

        >>> from pathlib import PurePath
        >>> PurePath("a/b.txt").with_suffix(".gz")
        PurePosixPath('a/b.gz')
        """
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        name = name + suffix if not old else name[:len(name) - len(old)] + suffix
        return self.__class__(self._path[:len(self._path) - len(self.name)] + name)

    def is_absolute(self) -> bool:
        """Whether it begins at the root.

        >>> from pathlib import PurePath
        >>> PurePath("a").is_absolute()
        False
        """
        return self._path.startswith("/")

    def relative_to(self, *other: Any) -> PurePath:
        """The path from another folder to this.

        >>> from pathlib import PurePath
        >>> PurePath("/a/b/c").relative_to("/a")
        PurePosixPath('b/c')
        """
        if not other:
            raise TypeError("need at least one argument")
        base = self.__class__(*other)
        own = self.parts
        start = base.parts
        if own[:len(start)] != start:
            raise ValueError(f"{self._path!r} is not in the subpath of {base._path!r} OR one path is relative and the other is absolute.")
        return self.__class__(*own[len(start):])

    def is_relative_to(self, *other: Any) -> bool:
        """Whether it is in another folder.

        >>> from pathlib import PurePath
        >>> PurePath("/a/b").is_relative_to("/a"), PurePath("/a/b").is_relative_to("/c")
        (True, False)
        """
        start = self.__class__(*other).parts
        return self.parts[:len(start)] == start

    def match(self, path_pattern: str) -> bool:
        """Whether its last names match a pattern.

        >>> from pathlib import PurePath
        >>> PurePath("a/b.py").match("*.py")
        True
        """
        pattern = self.__class__(path_pattern)
        wanted = pattern.parts
        if not wanted:
            raise ValueError("empty pattern")
        own = self.parts
        if pattern.root:
            if len(own) != len(wanted) or own[0] != wanted[0]:
                return False
        elif len(wanted) > len(own):
            return False
        for name, part in zip(reversed(own), reversed(wanted)):
            if not _fnmatch.fnmatchcase(name, part):
                return False
        return True

    def as_posix(self) -> str:
        """As a text with `/`.

        >>> from pathlib import PurePath
        >>> PurePath("a/b").as_posix()
        'a/b'
        """
        return self._path

    def as_uri(self) -> str:
        """As an address.

        >>> from pathlib import PurePath
        >>> PurePath("/a b").as_uri()
        'file:///a%20b'
        """
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return "file://" + quote(self._path)

    def is_reserved(self) -> bool:
        """Whether the name is one of the system: never here."""
        return False

class PurePosixPath(PurePath):
    """A path of Linux and macOS that is only computed with."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)

class Path(PurePath):
    """A path to a file or folder.

    >>> from pathlib import Path
    >>> Path("data") / "a.csv"
    PosixPath('data/a.csv')
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)

    @classmethod
    def cwd(cls) -> Path:
        """The folder that the program runs in."""
        return cls(_os.getcwd())

    @classmethod
    def home(cls) -> Path:
        """The user's own folder."""
        return cls(_ospath.expanduser("~"))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        pass

    def exists(self) -> bool:
        """Whether it is there.

        >>> from pathlib import Path
        >>> Path("/no/such/file").exists()
        False
        """
        return _ospath.exists(self._path)

    def is_file(self) -> bool:
        """Whether it is a file."""
        return _ospath.isfile(self._path)

    def is_dir(self) -> bool:
        """Whether it is a folder."""
        return _ospath.isdir(self._path)

    def is_symlink(self) -> bool:
        """Whether it is a link."""
        return _ospath.islink(self._path)

    def stat(self) -> Any:
        """What the system knows of it: `st_size`, `st_mtime`, `st_mode` and others."""
        return _os.stat(self._path)

    def iterdir(self) -> Iterator[Path]:
        """What is in a folder, in no order that counts."""
        for name in _os.listdir(self._path):
            yield self._below(name)

    def _below(self, name):
        if self._path == ".":
            return self.__class__(name)
        return self.__class__(self._path, name)

    def glob(self, pattern: str) -> Iterator[Path]:
        """What matches a pattern below this folder; `**` stands for any folders.

        >>> from pathlib import Path
        >>> list(Path("/no/such").glob("*.txt"))
        []
        """
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        return iter(_select(self, [part for part in pattern.split("/") if part and part != "."], pattern.endswith("/")))

    def rglob(self, pattern: str) -> Iterator[Path]:
        """What matches a pattern anywhere below this folder."""
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        return iter(_select(self, ["**"] + [part for part in pattern.split("/") if part and part != "."], pattern.endswith("/")))

    def open(self, mode: str = "r", buffering: int = -1, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> Any:
        """Open it as a file."""
        return open(self._path, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding: str | None = None, errors: str | None = None) -> str:
        """All of the file as text.

        >>> from pathlib import Path
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp()) / "a.txt"
        >>> path.write_text("hello")
        5
        >>> path.read_text()
        'hello'
        """
        with open(self._path, "r", -1, encoding, errors) as f:
            return f.read()

    def read_bytes(self) -> bytes:
        """All of the file as bytes."""
        with open(self._path, "rb") as f:
            return f.read()

    def write_text(self, data: str, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> int:
        """Write a text as all of the file."""
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {data.__class__.__name__}")
        with open(self._path, "w", -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data: bytes) -> int:
        """Write bytes as all of the file."""
        with open(self._path, "wb") as f:
            return f.write(data)

    def touch(self, mode: int = 438, exist_ok: bool = True) -> None:
        """Make an empty file if there is none."""
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", self._path)
            return
        with open(self._path, "a"):
            pass

    def mkdir(self, mode: int = 511, parents: bool = False, exist_ok: bool = False) -> None:
        """Make a folder.

        >>> from pathlib import Path
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp()) / "a" / "b"
        >>> path.mkdir(parents=True)
        >>> path.is_dir()
        True
        """
        try:
            _os.mkdir(self._path)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, False, exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self) -> None:
        """Remove an empty folder."""
        _os.rmdir(self._path)

    def unlink(self, missing_ok: bool = False) -> None:
        """Remove a file."""
        try:
            _os.unlink(self._path)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target: Any) -> Path:
        """Give it another name."""
        _os.rename(self._path, target)
        return self.__class__(target)

    def replace(self, target: Any) -> Path:
        """Give it another name, in the place of what has that name."""
        _os.replace(self._path, target)
        return self.__class__(target)

    def absolute(self) -> Path:
        """The path from the root."""
        if self.is_absolute():
            return self
        return self.__class__(_os.getcwd(), self._path)

    def resolve(self, strict: bool = False) -> Path:
        """The path from the root, without links and `..`."""
        if strict:
            _os.stat(self._path)
        return self.__class__(_ospath.realpath(self._path))

    def expanduser(self) -> Path:
        """With the user's folder for `~`."""
        return self.__class__(_ospath.expanduser(self._path))

    def samefile(self, other_path: Any) -> bool:
        """Whether another path is of the same file."""
        own = _os.stat(self._path)
        other = _os.stat(_os.fspath(other_path))
        return own.st_ino == other.st_ino and own.st_dev == other.st_dev

class PosixPath(Path):
    """A path to a file or folder of Linux or macOS."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)

class _Parents:
    def __init__(self, path):
        made = []
        at = path
        while at.parent != at:
            at = at.parent
            made.append(at)
        self._all = made
        self._kind = _shown(path)

    def __len__(self):
        return len(self._all)

    def __getitem__(self, at):
        if isinstance(at, slice):
            return tuple(self._all[at])
        if at >= len(self._all) or at < -len(self._all):
            raise IndexError(at)
        return self._all[at]

    def __iter__(self):
        return iter(self._all)

    def __repr__(self):
        return f"<{self._kind}.parents>"

def _shown(path):
    name = path.__class__.__name__
    if name == "PurePath":
        return "PurePosixPath"
    return "PosixPath" if name == "Path" else name

def _text(part):
    if isinstance(part, str):
        return part
    if isinstance(part, PurePath):
        return part._path
    try:
        made = _os.fspath(part)
    except TypeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(part).__name__}") from None
    if not isinstance(made, str):
        raise TypeError(f"argument should be a str or an os.PathLike object where __fspath__ returns a str, not {type(part).__name__!r}")
    return made

def _clean(path):
    if path.startswith("//") and not path.startswith("///"):
        root = "//"
    else:
        root = "/" if path.startswith("/") else ""
    if "//" in path or "/." in path or path.startswith("./") or path.endswith("/") or path == ".":
        path = "/".join([name for name in path.split("/") if name and name != "."])
        path = root + path
    return path or "."

def _select(start, parts, folders):
    if not parts:
        return [start]
    first = parts[0]
    rest = parts[1:]
    made = []
    if first == "**":
        seen = set()
        for folder in _folders(start):
            for found in _select(folder, rest, folders) if rest else [folder]:
                if found not in seen:
                    seen.add(found)
                    made.append(found)
        return made
    if "**" in first:
        raise ValueError("Invalid pattern: '**' can only be an entire path component")
    if not start.is_dir():
        return made
    if "*" not in first and "?" not in first and "[" not in first:
        found = start._below(first)
        if rest or folders:
            return _select(found, rest, folders) if found.is_dir() else made
        return [found] if _ospath.lexists(found._path) else made
    for name in _os.listdir(start._path):
        if _fnmatch.fnmatchcase(name, first):
            found = start._below(name)
            if rest or folders:
                if found.is_dir():
                    made.extend(_select(found, rest, folders))
            else:
                made.append(found)
    return made

def _folders(start):
    if not start.is_dir():
        return
    yield start
    for name in _os.listdir(start._path):
        found = start._below(name)
        if found.is_dir() and not found.is_symlink():
            yield from _folders(found)
