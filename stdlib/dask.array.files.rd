"""Lazy arrays from and to files: Zarr, stacks of `.npy` files."""

import os as _os

import dask.array as _da
import numpy as _np
import zarr as _zarr
from dask import compute as _compute
from dask.array.core import _begins as _begins
from dask.array.core import _call as _call
from dask.delayed import delayed as _delayed

def _stack_info(file: str) -> Any:
    """Chunks, dtype and axis of a stack."""
    ...

def _put_stack_info(file: str, chunks: Any, dtype: Any, axis: int) -> None:
    """Write chunks, dtype and axis of a stack."""
    ...

def _reader(function: Any, args: Any, chunks: Any, dtype: Any, token: str, name: Any = None) -> Any:
    """The lazy array of blocks that a function reads: `function(*args, begin=..., sizes=...)` gives the box of these sizes from there on. Slices read only the box that they lie in."""
    each = {"begin": "begin", "sizes": "sizes"}
    return _call(function, args, [None] * len(args), {}, chunks, dtype, name, token, True, each)

def _zarr_box(folder: str, begin: Any, sizes: Any) -> Any:
    """A box of a Zarr array."""
    return _zarr._read(folder, begin, sizes)

def _zarr_put(block: Any, folder: str, begins: Any, dtype: Any, block_id: Any) -> Any:
    """Write a block of a Zarr array."""
    _zarr._write(folder, tuple([own[at] for own, at in zip(begins, block_id)]), block, dtype)
    return _np.ones((1,) * block.ndim, dtype=bool)

def from_zarr(url: Any, component: Any = None, storage_options: Any = None, chunks: Any = None, name: Any = None, inline_array: bool = False, **kwargs: Any) -> Any:
    """The lazy array of a Zarr array in a folder: each block is read when it is needed.

    >>> import tempfile
    >>> folder = tempfile.mkdtemp() + "/x.zarr"
    >>> da.ones((4, 4), chunks=2).to_zarr(folder)
    >>> x = da.from_zarr(folder)
    >>> x[1:3].sum().compute()
    np.float64(8.0)
    """
    z = url if isinstance(url, _zarr.Array) else _zarr.open_array(url, path=component or "", mode="r")
    chunks = (z.shards or z.chunks) if chunks is None else chunks
    chunks = _da.zeros(z.shape, dtype=z.dtype, chunks=chunks).chunks
    return _reader(_zarr_box, [_os.path.abspath(z._folder)], chunks, z.dtype, "from-zarr", name)

def _regular(sizes: Any) -> bool:
    """Whether all blocks but a smaller last one are of one size."""
    return len(sizes) < 2 or (all([size == sizes[0] for size in sizes[:-1]]) and sizes[-1] <= sizes[0])

def to_zarr(arr: Any, url: Any, component: Any = None, storage_options: Any = None, region: Any = None, compute: bool = True, return_stored: bool = False, mode: str = "a", **zarr_array_kwargs: Any) -> Any:
    """Write a lazy array to a Zarr array in a folder, block by block; `component` is the path within. `overwrite=True` replaces one that is there; what `zarr.create_array` takes is given to it: `zarr_format=2`, `compressors=`, `fill_value=`.

    >>> import tempfile, zarr
    >>> folder = tempfile.mkdtemp() + "/x.zarr"
    >>> da.arange(10, chunks=5).to_zarr(folder)
    >>> zarr.open(folder)[7:]
    array([7, 8, 9])
    """
    if any([size != size for sizes in arr.chunks for size in sizes]):
        raise ValueError("Saving a dask array with unknown chunk sizes is not currently supported by Zarr.\n\nA possible solution: https://docs.dask.org/en/latest/array-chunks.html#unknown-chunks\nSummary: to compute chunks sizes, use\n\n   x.compute_chunk_sizes()  # for Dask Array `x`\n   ddf.to_dask_array(lengths=True)  # for Dask DataFrame `ddf`")
    if isinstance(url, _zarr.Array):
        return _into_zarr(arr, url, region, compute, return_stored)
    if region is not None:
        raise ValueError("Cannot use `region` keyword when url is not a `zarr.Array`.")
    if mode == "r":
        raise ValueError("Cannot use mode `r` (read-only) when writing to zarr.")
    settings = dict(zarr_array_kwargs)
    if component is not None and "name" in settings:
        raise ValueError("Cannot specify both 'component' and 'name' in zarr_array_kwargs. Please use 'name' in zarr_array_kwargs")
    if not all([_regular(sizes) for sizes in arr.chunks]):
        arr = arr.rechunk(tuple([max(sizes) for sizes in arr.chunks]))
    if mode == "w":
        settings["overwrite"] = True
    settings.setdefault("shape", arr.shape)
    settings.setdefault("chunks", tuple([max(sizes[0], 1) if sizes else 1 for sizes in arr.chunks]))
    settings.setdefault("dtype", arr.dtype)
    z = _zarr.create_array(url, name=component or settings.pop("name", None), **settings)
    return _into_zarr(arr, z, None, compute, return_stored)

def _into_zarr(arr, z, region, compute, return_stored):
    # Write the blocks into an array that is there, cut where its files begin.
    _zarr._writable(z.read_only)
    region = tuple(region) if isinstance(region, (tuple, list)) else (slice(None),) if region is None else (region,)
    starts, sizes, taken, whole = _zarr._selected(region, z.shape)
    if not whole or sizes != arr.shape:
        raise ValueError(f"an array of shape {arr.shape} does not fit the region of shape {sizes} of {z!r}")
    if return_stored and not compute:
        raise NotImplementedError("to_zarr(return_stored=True, compute=False) is not in rdask: compute, then from_zarr")
    if not all([_aligned(own, start, size) for own, start, size in zip(arr.chunks, starts, z._stored)]):
        arr = arr.rechunk(tuple([_cuts(start, n, size) for start, n, size in zip(starts, sizes, z._stored)]))
    ones = tuple([(1,) * len(own) for own in arr.chunks])
    begins = [[start + at for at in own] for start, own in zip(starts, _begins(arr))]
    told = {"folder": _os.path.abspath(z._folder), "begins": begins, "dtype": z.dtype}
    written = _call(_zarr_put, [arr], [tuple(range(arr.ndim))], told, ones, _np.dtype(bool), None, "to-zarr", True, {"block_id": None})
    if not compute:
        return _delayed(_nothing)(written)
    _compute(written)
    return from_zarr(z) if return_stored else None

def to_hdf5(filename: Any, *args: Any, chunks: Any = True, **kwargs: Any) -> None:
    """Write lazy arrays to datasets of an HDF5 file, block by block: a path within the file and an array, or a dict of these. In builds with the feature `hdf5`."""
    import h5py
    if len(args) == 1 and isinstance(args[0], dict):
        data = args[0]
    elif len(args) == 2 and isinstance(args[0], str) and isinstance(args[1], _da.Array):
        data = {args[0]: args[1]}
    else:
        raise ValueError("Please provide {'/data/path': array} dictionary")
    with h5py.File(filename, mode="a") as file:
        targets = []
        for path, x in data.items():
            own = tuple([sizes[0] for sizes in x.chunks]) if chunks is True else chunks
            targets.append(file.require_dataset(path, shape=x.shape, dtype=x.dtype, chunks=own, **kwargs))
        _da.store(list(data.values()), targets)

def _aligned(own, start, size):
    # Whether blocks end where files end.
    for n in own[:-1]:
        start += n
        if start % size:
            return False
    return True

def _cuts(start, count, size):
    # A part of an axis, cut where files begin.
    out, end = [], start + count
    while start < end:
        step = min(size - start % size, end - start)
        out.append(step)
        start += step
    return tuple(out) or (0,)

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
