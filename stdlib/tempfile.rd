"""Folders for a while."""

import os as _os
import shutil as _shutil
import uuid as _uuid

def gettempdir() -> str:
    """The folder for temporary files: `TMPDIR`, `TEMP` or `TMP` of the environment, or `/tmp`.

    >>> import tempfile
    >>> len(tempfile.gettempdir()) > 0
    True
    """
    for name in ["TMPDIR", "TEMP", "TMP"]:
        if _os.environ.get(name):
            return _os.environ[name]
    return "/tmp"

def mkdtemp(suffix: str | None = None, prefix: str | None = None, dir: Any = None) -> str:
    """Make a new folder, which the caller removes; its path.

    >>> import os, tempfile
    >>> folder = tempfile.mkdtemp(prefix="doc")
    >>> os.path.isdir(folder)
    True
    >>> os.rmdir(folder)
    """
    name = (prefix or "tmp") + _uuid.uuid4().hex[:8] + (suffix or "")
    path = _os.path.join(gettempdir() if dir is None else dir, name)
    _os.mkdir(path, 448)
    return path

class TemporaryDirectory:
    """A folder that is removed, with all that is in it, at the end of a `with` or by `cleanup()`."""

    def __init__(self, suffix: str | None = None, prefix: str | None = None, dir: Any = None) -> None:
        """Make the folder.

        >>> import os, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     print(os.path.isdir(folder))
        True
        >>> os.path.isdir(folder)
        False
        """
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self) -> str:
        return self.name

    def __exit__(self, kind, value, trace) -> None:
        self.cleanup()

    def cleanup(self) -> None:
        """Remove the folder, if it is there."""
        _shutil.rmtree(self.name, ignore_errors=True)
