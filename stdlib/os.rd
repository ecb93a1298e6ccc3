"""Folders, files and the environment."""

import os.path as path

sep: str = "/"
linesep: str = "\n"
curdir: str = "."
pardir: str = ".."
extsep: str = "."
pathsep: str = ":"
altsep: None = None
name: str = "posix"
devnull: str = "/dev/null"
environ: dict[str, str]

def getcwd() -> str:
    """The current folder."""
    ...

def chdir(path: Any) -> None:
    """Make a folder the current one."""
    ...

def listdir(path: Any = None) -> list[str]:
    """The names in a folder, in order."""
    ...

def mkdir(path: Any, mode: int = 511) -> None:
    """Make a folder."""
    ...

def makedirs(name: Any, mode: int = 511, exist_ok: bool = False) -> None:
    """Make a folder and those above it that are missing."""
    ...

def remove(path: Any) -> None:
    """Remove a file."""
    ...

def unlink(path: Any) -> None:
    """Remove a file."""
    ...

def rmdir(path: Any) -> None:
    """Remove an empty folder."""
    ...

def rename(src: Any, dst: Any) -> None:
    """Give a file or folder another name."""
    ...

def replace(src: Any, dst: Any) -> None:
    """Give a file another name, over one that is there."""
    ...

def getenv(key: str, default: Any = None) -> Any:
    """A variable of the environment, or the default."""
    ...

def cpu_count() -> int:
    """The number of cores."""
    ...

def getpid() -> int:
    """The number of this process."""
    ...

def fspath(path: Any) -> str:
    """A path as text.

    >>> import os
    >>> os.fspath("a/b")
    'a/b'
    """
    ...

def strerror(code: int, /) -> str:
    """What an error number of the system means.

    >>> import os
    >>> os.strerror(2)
    'No such file or directory'
    """
    ...

def walk(top: Any, topdown: bool = True, onerror: Any = None, followlinks: bool = False) -> Iterator[tuple[str, list[str], list[str]]]:
    """A folder and those below it: for each its path, the names of its folders, and the names of its files."""
    dirs = []
    files = []
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    for entry in names:
        if path.isdir(path.join(top, entry)):
            dirs.append(entry)
        else:
            files.append(entry)
    if topdown:
        yield top, dirs, files
    for entry in dirs:
        below = path.join(top, entry)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files

class stat_result:
    """What the system knows of a file: `st_mode`, `st_ino`, `st_dev`, `st_nlink`, `st_uid`, `st_gid`, `st_size` in bytes, `st_atime`, `st_mtime`, `st_ctime` in seconds, and the last three in nanoseconds as `st_mtime_ns`."""

    st_mode: int
    st_ino: int
    st_dev: int
    st_nlink: int
    st_uid: int
    st_gid: int
    st_size: int
    st_atime: float
    st_mtime: float
    st_ctime: float
    st_atime_ns: int
    st_mtime_ns: int
    st_ctime_ns: int

    def __init__(self, values: Any) -> None:
        self._values = values[:7] + tuple([ns // 1000000000 for ns in values[7:]])
        self.st_mode, self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid, self.st_size = values[:7]
        self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = values[7:]
        self.st_atime = self.st_atime_ns / 1000000000
        self.st_mtime = self.st_mtime_ns / 1000000000
        self.st_ctime = self.st_ctime_ns / 1000000000

    def __getitem__(self, at):
        return self._values[at]

    def __len__(self):
        return 10

    def __iter__(self):
        return iter(self._values)

    def __repr__(self):
        names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")
        return "os.stat_result(" + ", ".join([f"{name}={value}" for name, value in zip(names, self._values)]) + ")"

def _stat(path: Any) -> Any:
    """The numbers behind stat."""
    ...

def stat(path: Any) -> stat_result:
    """What the system knows of a file or folder.

    >>> import os
    >>> os.stat("/").st_size > 0
    True
    """
    return stat_result(_stat(path))
