"""Whole files and folders."""

import os as _os

def rmtree(path: Any, ignore_errors: bool = False, onerror: Any = None) -> None:
    """Remove a folder and all that is in it."""
    try:
        for name in _os.listdir(path):
            place = _os.path.join(path, name)
            if _os.path.isdir(place) and not _os.path.islink(place):
                rmtree(place, ignore_errors)
            else:
                _os.remove(place)
        _os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise

def _copy(src, dst):
    ...

def copyfile(src: Any, dst: Any, *, follow_symlinks: bool = True) -> str:
    """Copy a file to a path."""
    _copy(src, dst)
    return dst

def copy(src: Any, dst: Any, *, follow_symlinks: bool = True) -> str:
    """Copy a file to a path or into a folder."""
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    _copy(src, dst)
    return dst

copy2 = copy

def move(src: Any, dst: Any) -> str:
    """Give a file or folder another place."""
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    _os.rename(src, dst)
    return dst

def copyfileobj(fsrc: Any, fdst: Any, length: int = 0) -> None:
    """What is left of an open file into another.

    >>> import io, shutil
    >>> target = io.StringIO()
    >>> shutil.copyfileobj(io.StringIO("abc"), target)
    >>> target.getvalue()
    'abc'
    """
    while True:
        block = fsrc.read(length or 65536)
        if not block:
            return
        fdst.write(block)
