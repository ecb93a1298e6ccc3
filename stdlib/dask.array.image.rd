"""Images of a folder as one lazy array."""

import glob as _glob

import dask.array as _da
import numpy as _np
from dask.delayed import delayed as _delayed

def _read(file: str) -> Any:
    """The pixels of an image."""
    ...

def _one(file: str, read: Any, prepare: Any) -> Any:
    """An image as a stack of one."""
    found = read(file)
    if prepare is not None:
        found = prepare(found)
    return found[None, ...]

def imread(filename: str, imread: Any = None, preprocess: Any = None) -> Any:
    """The images that a pattern names, in the order of their names, along a new first axis: png, jpeg and tiff, or what `imread` reads."""
    files = sorted(_glob.glob(filename))
    if not files:
        raise ValueError(f"No files found under name {filename}")
    read = imread or _read
    sample = read(files[0])
    if preprocess is not None:
        sample = preprocess(sample)
    shape = (1,) + tuple(sample.shape)
    blocks = [_da.from_delayed(_delayed(_one)(file, read, preprocess), shape=shape, dtype=sample.dtype) for file in files]
    return blocks[0] if len(blocks) == 1 else _da.concatenate(blocks, axis=0)
