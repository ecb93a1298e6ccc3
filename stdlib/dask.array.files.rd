"""Lazy arrays from and to files: Zarr, stacks of `.npy` files."""

import os as _os

import dask.array as _da
import numpy as _np
from dask import compute as _compute
from dask.array.core import _call as _call
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

def _reader(function: Any, args: Any, chunks: Any, dtype: Any, token: str) -> Any:
    """The lazy array of blocks that a function reads: `function(*args, begin=..., sizes=...)` gives the box of these sizes from there on. Slices read only the box that they lie in."""
    each = {"begin": "begin", "sizes": "sizes"}
    return _call(function, args, [None] * len(args), {}, chunks, dtype, None, token, True, each)

def _writer(function: Any, x: Any, told: Any, token: str) -> Any:
    """The lazy array of what a function gives that writes each block: `function(block, block_id=..., **told)`, True once it is written."""
    ones = tuple([(1,) * len(sizes) for sizes in x.chunks])
    along = tuple(range(x.ndim))
    return _call(function, [x], [along], told, ones, _np.dtype(bool), None, token, True, {"block_id": None})

def _zarr_box(path: str, component: str, begin: Any, sizes: Any) -> Any:
    """A box of a Zarr array."""
    return _zarr_read(path, component, begin, sizes)

def _zarr_put(block: Any, path: str, component: str, block_id: Any) -> Any:
    """Write the chunk of a block."""
    _zarr_write(path, component, block_id, block)
    return _np.ones((1,) * block.ndim, dtype=bool)

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
    return _reader(_zarr_box, [path, component], wanted, dtype, "from-zarr")

def _regular(sizes: Any) -> bool:
    """Whether all blocks but a smaller last one are of one size."""
    return len(sizes) < 2 or (all([size == sizes[0] for size in sizes[:-1]]) and sizes[-1] <= sizes[0])

def to_zarr(arr: Any, url: Any, component: Any = None, storage_options: Any = None, region: Any = None, compute: bool = True, return_stored: bool = False, overwrite: bool = False, zarr_array_kwargs: Any = None, zarr_read_kwargs: Any = None, **kwargs: Any) -> Any:
    """Write a lazy array to a Zarr array in a folder, block by block; `component` is the path within, `zarr_format=2` asks for version 2.
    """
    if region is not None:
        raise NotImplementedError("to_zarr(region=...) is not in rdask: write the whole array")
    if return_stored and not compute:
        raise NotImplementedError("to_zarr(return_stored=True, compute=False) is not in rdask: compute, then from_zarr")
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
    written = _writer(_zarr_put, arr, {"path": path, "component": component}, "to-zarr")
    if not compute:
        return _delayed(_nothing)(written)
    try:
        _compute(written)
    except Exception as error:
        done = [_has_chunk(path, component, version, at) for at in _np.ndindex(*arr.numblocks)]
        _tell(error, done, f"chunks of the Zarr array {path}")
        raise
    return from_zarr(path, component) if return_stored else None

def _has_chunk(path: str, component: str, version: int, index: Any) -> bool:
    """Whether the file of a chunk is there."""
    names = [str(at) for at in index]
    inner = "/".join(["c"] + names) if version == 3 else ".".join(names or ["0"])
    return _os.path.exists(_os.path.join(path, component.strip("/"), inner))

def _tell(error: Any, done: Any, what: str) -> None:
    """Say in an error what is written already."""
    missing = [at for at, there in enumerate(done) if not there]
    error.add_note(f"{len(done) - len(missing)} of {len(done)} {what} are written; not written: {str(missing[:10])[1:-1]}{', ...' if len(missing) > 10 else ''} (in the order of blocks)")

def _nothing(done: Any) -> None:
    """The end of what is written."""
    return None

def to_npy_stack(dirname: Any, x: Any, axis: int = 0) -> None:
    """Write a lazy array as a folder of `.npy` files, one for each block along an axis.
    """
    dirname = str(dirname)
    x = x.rechunk({at: -1 for at in range(x.ndim) if at != axis})
    _os.makedirs(dirname, exist_ok=True)
    info = _os.path.join(dirname, "info")
    if _os.path.exists(info):
        _os.remove(info)
    along = tuple([0 if at == axis else -1 for at in range(x.ndim)])
    ones = ((1,) * x.numblocks[axis],)
    written = _call(_save_member, [x], [along], {"dirname": dirname}, ones, _np.dtype(bool), None, "to-npy-stack", True, {"block_id": None})
    try:
        _compute(written)
    except Exception as error:
        done = [_os.path.exists(_os.path.join(dirname, f"{at}.npy")) for at in range(x.numblocks[axis])]
        _tell(error, done, f"files of the stack {dirname}")
        raise
    # Last of all: before it is there, the folder is no stack.
    _put_stack_info(info, x.chunks, x.dtype, axis)

def _save_member(block: Any, dirname: str, block_id: Any) -> Any:
    """Write a file of a stack."""
    _np.save(_os.path.join(dirname, f"{block_id[0]}.npy"), block)
    return _np.ones(1, dtype=bool)

def from_npy_stack(dirname: Any, mmap_mode: Any = "r") -> Any:
    """The lazy array of a folder of `.npy` files that `to_npy_stack` wrote, here or in Dask.
    """
    dirname = str(dirname)
    chunks, dtype, axis = _stack_info(_os.path.join(dirname, "info"))
    return _reader(_stack_box, [dirname, axis, chunks], chunks, dtype, "from-npy-stack")

def _stack_box(dirname: str, axis: int, chunks: Any, begin: Any, sizes: Any) -> Any:
    """A box of a stack: of each file that it touches a part."""
    parts, start = [], 0
    first, end = begin[axis], begin[axis] + sizes[axis]
    for i, size in enumerate(chunks[axis]):
        low, high = max(start, first), min(start + size, end)
        if low < high or (first == end and not parts):
            shape = tuple([size if at == axis else sum(own) for at, own in enumerate(chunks)])
            cut = [slice(at, at + n) for at, n in zip(begin, sizes)]
            cut[axis] = slice(low - start, max(low, high) - start)
            parts.append(_stack_member(_os.path.join(dirname, f"{i}.npy"), shape)[tuple(cut)])
        start += size
    return parts[0] if len(parts) == 1 else _np.concatenate(parts, axis=axis)

def _stack_member(file: str, shape: Any) -> Any:
    """A file of a stack, which must have the shape of its block."""
    found = _np.load(file)
    if found.shape != shape:
        raise ValueError(f"{file} holds an array of shape {found.shape}, the info file of its stack says {shape}")
    return found
