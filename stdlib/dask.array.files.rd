"""Lazy arrays from and to files: Zarr, stacks of `.npy` files."""

import os as _os

import dask.array as _da
import numpy as _np
from dask import compute as _compute
from dask.delayed import delayed as _delayed

def _zarr_info(path: str, component: str) -> Any:
    """Dtype, shape and chunks of a Zarr array."""
    ...

def _zarr_read(path: str, component: str, starts: Any, sizes: Any) -> Any:
    """A box of a Zarr array."""
    ...

def _zarr_create(path: str, component: str, shape: Any, chunks: Any, dtype: Any, version: int, overwrite: Any) -> None:
    """Make an empty Zarr array."""
    ...

def _zarr_write(path: str, component: str, index: Any, block: Any) -> None:
    """Write a chunk of a Zarr array."""
    ...

def _stack_info(file: str) -> Any:
    """Chunks, dtype and axis of a stack."""
    ...

def _put_stack_info(file: str, chunks: Any, dtype: Any, axis: int) -> None:
    """Write chunks, dtype and axis of a stack."""
    ...

def _cut(sizes: Any) -> Any:
    """Where blocks begin."""
    out, at = [], 0
    for size in sizes:
        out.append(at)
        at += size
    return out

def _grid(chunks: Any) -> Any:
    """For each block its index, where it begins, its sizes."""
    found = [((), (), ())]
    for sizes in chunks:
        starts = _cut(sizes)
        found = [
            (index + (at,), begin + (starts[at],), size + (sizes[at],))
            for index, begin, size in found
            for at in range(len(sizes))
        ]
    return found

def _assembled(blocks: Any, counts: Any) -> Any:
    """The array of lazy blocks, given in C order."""
    axis = len(counts) - 1
    while axis >= 0:
        count = counts[axis]
        if count > 1:
            blocks = [_da.concatenate(blocks[at : at + count], axis=axis) for at in range(0, len(blocks), count)]
        axis -= 1
    return blocks[0]

def _zarr_path(url: Any) -> str:
    """The folder that a URL names."""
    path = str(url)
    if path.startswith("file://"):
        path = path[7:]
    if "://" in path:
        raise NotImplementedError(f"Zarr arrays at {path} are not in rdask: copy them into a folder first")
    return path

def from_zarr(url: Any, component: Any = None, storage_options: Any = None, chunks: Any = None, name: Any = None, inline_array: bool = False, **kwargs: Any) -> Any:
    """The lazy array of a Zarr array in a folder: each block is read when it is needed.
    """
    path, component = _zarr_path(url), component or ""
    dtype, shape, own = _zarr_info(path, component)
    wanted = _da.zeros(shape, dtype=dtype, chunks=own if chunks is None else chunks).chunks
    blocks = [
        _da.from_delayed(_delayed(_zarr_read)(path, component, begin, size), shape=size, dtype=dtype)
        for index, begin, size in _grid(wanted)
    ]
    return _assembled(blocks, [len(sizes) for sizes in wanted])

def _regular(sizes: Any) -> bool:
    """Whether all blocks but a smaller last one are of one size."""
    return len(sizes) < 2 or (all([size == sizes[0] for size in sizes[:-1]]) and sizes[-1] <= sizes[0])

def to_zarr(arr: Any, url: Any, component: Any = None, storage_options: Any = None, region: Any = None, compute: bool = True, return_stored: bool = False, overwrite: bool = False, zarr_array_kwargs: Any = None, zarr_read_kwargs: Any = None, **kwargs: Any) -> Any:
    """Write a lazy array to a Zarr array in a folder, block by block; `component` is the path within, `zarr_format=2` asks for version 2.
    """
    if region is not None or return_stored:
        raise NotImplementedError("to_zarr(region=..., return_stored=True) is not in rdask: write the whole array, then from_zarr")
    if any([size != size for sizes in arr.chunks for size in sizes]):
        raise ValueError("Saving a dask array with unknown chunk sizes is not currently supported with Zarr. Call `arr.compute_chunk_sizes()` first.")
    if not all([_regular(sizes) for sizes in arr.chunks]):
        raise ValueError("Attempt to save array to zarr with irregular chunking, please call `arr.rechunk(...)` first.")
    settings = dict(zarr_array_kwargs or {})
    settings.update(kwargs)
    version = settings.pop("zarr_format", None) or 3
    if settings:
        raise NotImplementedError(f"to_zarr({', '.join(settings)}=...) is not in rdask: chunks are compressed with zstd")
    path, component = _zarr_path(url), component or ""
    chunks = tuple([sizes[0] if sizes else 1 for sizes in arr.chunks])
    _zarr_create(path, component, arr.shape, chunks, arr.dtype, version, overwrite)
    writes = [
        _delayed(_zarr_write)(path, component, index, arr[tuple([slice(a, a + n) for a, n in zip(begin, size)])])
        for index, begin, size in _grid(arr.chunks)
    ]
    if not compute:
        return _delayed(_nothing)(writes)
    _compute(*writes)
    return None

def _nothing(done: Any) -> None:
    """The end of what is written."""
    return None

def to_npy_stack(dirname: Any, x: Any, axis: int = 0) -> None:
    """Write a lazy array as a folder of `.npy` files, one for each block along an axis.
    """
    dirname = str(dirname)
    x = x.rechunk({at: -1 for at in range(x.ndim) if at != axis})
    _os.makedirs(dirname, exist_ok=True)
    _put_stack_info(_os.path.join(dirname, "info"), x.chunks, x.dtype, axis)
    writes, at = [], 0
    for i, size in enumerate(x.chunks[axis]):
        part = x[(slice(None),) * axis + (slice(at, at + size),)]
        writes.append(_delayed(_np.save)(_os.path.join(dirname, f"{i}.npy"), part))
        at += size
    _compute(*writes)

def from_npy_stack(dirname: Any, mmap_mode: Any = "r") -> Any:
    """The lazy array of a folder of `.npy` files that `to_npy_stack` wrote, here or in Dask.
    """
    dirname = str(dirname)
    chunks, dtype, axis = _stack_info(_os.path.join(dirname, "info"))
    blocks = []
    for i, size in enumerate(chunks[axis]):
        shape = tuple([size if at == axis else sum(sizes) for at, sizes in enumerate(chunks)])
        made = _delayed(_stack_member)(_os.path.join(dirname, f"{i}.npy"), shape)
        blocks.append(_da.from_delayed(made, shape=shape, dtype=dtype))
    return blocks[0] if len(blocks) == 1 else _da.concatenate(blocks, axis=axis)

def _stack_member(file: str, shape: Any) -> Any:
    """A file of a stack, which must have the shape of its block."""
    found = _np.load(file)
    if found.shape != shape:
        raise ValueError(f"{file} holds an array of shape {found.shape}, the info file of its stack says {shape}")
    return found
