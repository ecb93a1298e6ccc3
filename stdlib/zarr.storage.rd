"""Where Zarr arrays are stored: folders."""

import os as _os

class LocalStore:
    """A folder.

    >>> import zarr
    >>> zarr.storage.LocalStore("/data/a.zarr")
    LocalStore('file:///data/a.zarr')
    """

    def __init__(self, root, *, read_only=False):
        self.root = str(root)
        self.read_only = read_only

    def __str__(self):
        return "file://" + _os.path.abspath(self.root)

    def __repr__(self):
        return f"LocalStore('{self}')"
