"""The `.npy` format."""

import numpy as _np

def open_memmap(filename: Any, mode: str = "r+", dtype: Any = None, shape: Any = None, fortran_order: bool = False, version: Any = None, *, max_header_size: int = 10000) -> Any:
    """The array in a `.npy` file, mapped into memory. With `mode="w+"` the file is made anew: `dtype` and `shape` say of what.

    >>> import os, tempfile
    >>> file = os.path.join(tempfile.mkdtemp(), "x.npy")
    >>> x = np.lib.format.open_memmap(file, mode="w+", dtype="float32", shape=(2, 2))
    >>> x[0] = 1.5
    >>> x.flush()
    >>> np.load(file)
    array([[1.5, 1.5],
           [0. , 0. ]], dtype=float32)
    """
    if hasattr(filename, "read"):
        raise ValueError("Filename must be a string or a path-like object.  Memmap cannot use existing file handles.")
    if "w" in mode:
        return _np._make_npy(str(filename), dtype, () if shape is None else shape, fortran_order)
    return _np._open_npy(str(filename), mode)
