"""Linear algebra of arrays in blocks, as dask.array.linalg; more shapes of blocks than there, and eigenvalues, determinants, inverses beside."""

import dask.array as _da
import numpy as _np
from dask.array.order import _limit as _limit
from dask.delayed import delayed as _delayed

def _known(x: Any, ndim: int, what: str) -> Any:
    """The array, if it is a lazy one of so many axes."""
    x = _da.asarray(x)
    if x.ndim != ndim:
        raise ValueError(f"{what} needs an array of {ndim} axes, this one has {x.ndim}")
    return x

def _dtype(x: Any) -> Any:
    """The dtype of results of linear algebra."""
    return x.dtype if x.dtype in ("float32", "complex64", "complex128") else _np.dtype("float64")

def _starts(sizes: Any) -> Any:
    """Where blocks begin."""
    out, at = [], 0
    for size in sizes:
        out.append(at)
        at += size
    return out

def _pieces(x: Any) -> Any:
    """The blocks of an array of two axes, as lists of lazy arrays."""
    rows, columns = _starts(x.chunks[0]), _starts(x.chunks[1])
    return [
        [x[i : i + m, j : j + n] for j, n in zip(columns, x.chunks[1])]
        for i, m in zip(rows, x.chunks[0])
    ]

def _joined(parts: Any, axis: int) -> Any:
    """Arrays one after another."""
    return parts[0] if len(parts) == 1 else _da.concatenate(parts, axis=axis)

def _grid(blocks: Any, chunks: Any, dtype: Any) -> Any:
    """The array of delayed blocks."""
    lines = []
    for m, line in zip(chunks[0], blocks):
        lines.append(_joined([_da.from_delayed(block, shape=(m, n), dtype=dtype) for n, block in zip(chunks[1], line)], 1))
    return _joined(lines, 0)

def _part(found: Any, at: int) -> Any:
    """One of several results."""
    return found[at]

def _block_qr(a: Any) -> Any:
    """`Q` and `R` of a block, which may have no rows."""
    if a.shape[0] == 0:
        return _np.zeros((0, 0), dtype=a.dtype), _np.zeros((0, a.shape[1]), dtype=a.dtype)
    q, r = _np.linalg.qr(a)
    return q, r

def _stack(*parts: Any) -> Any:
    """Blocks one below another."""
    return _np.concatenate(parts, axis=0)

def _rows(a: Any, start: int, stop: int) -> Any:
    """Some rows."""
    return a[start:stop]

def _times(a: Any, b: Any) -> Any:
    """The product of two blocks."""
    return _np.dot(a, b)

def _tall(x: Any) -> Any:
    """Delayed `Q` block by block, and delayed `R`, of an array with one block along its columns."""
    sizes, n = x.chunks[0], x.shape[1]
    found = [_delayed(_block_qr)(line[0]) for line in _pieces(x)]
    if len(found) == 1:
        return [_delayed(_part)(found[0], 0)], _delayed(_part)(found[0], 1)
    heights = [min(m, n) for m in sizes]
    rs = [_delayed(_part)(each, 1) for each in found]
    inner, r = _stacked(rs, heights, n, max(sizes))
    qs = [_delayed(_times)(_delayed(_part)(each, 0), q) for each, q in zip(found, inner)]
    return qs, r

def _stacked(rs: Any, heights: Any, n: int, most: int) -> Any:
    """`Q`, cut into the heights, and `R` of blocks one below another; no more than `most` rows at once where that helps."""
    total = sum(heights)
    if total > most and most >= 2 * n and len(rs) > 1:
        groups, group, size = [], [], 0
        for at, height in enumerate(heights):
            if size + height > most:
                groups.append(group)
                group, size = [], 0
            group.append(at)
            size += height
        groups.append(group)
        if len(groups) < len(rs):
            found, tall = [], []
            for group in groups:
                size = sum([heights[at] for at in group])
                found.append(_delayed(_block_qr)(_delayed(_stack)(*[rs[at] for at in group])))
                tall.append(min(size, n))
            inner, r = _stacked([_delayed(_part)(each, 1) for each in found], tall, n, most)
            out = []
            for group, each, q in zip(groups, found, inner):
                whole = _delayed(_times)(_delayed(_part)(each, 0), q)
                at = 0
                for member in group:
                    out.append(_delayed(_rows)(whole, at, at + heights[member]))
                    at += heights[member]
            return out, r
    found = _delayed(_block_qr)(_delayed(_stack)(*rs))
    q = _delayed(_part)(found, 0)
    starts = _starts(heights)
    return [_delayed(_rows)(q, at, at + height) for at, height in zip(starts, heights)], _delayed(_part)(found, 1)

def _check_tall(data: Any) -> None:
    """Raise if an array is not one column of blocks."""
    if data.ndim != 2 or len(data.chunks[1]) != 1:
        raise ValueError(
            "Input must have the following properties:\n"
            "  1. Have two dimensions\n"
            "  2. Have only one column of blocks\n\n"
            "Note: This function (tsqr) supports QR decomposition in the case of\n"
            "tall-and-skinny matrices (single column chunk/block; see qr)\n"
            f"Current shape: {data.shape},\nCurrent chunksize: {data.chunksize}"
        )

def tsqr(data: Any, compute_svd: bool = False, _max_vchunk_size: Any = None) -> Any:
    """`Q` and `R` of a tall array with one column of blocks, block by block; with `compute_svd` `U`, values, `Vh`.

    >>> q, r = da.linalg.tsqr(da.ones((6, 2), chunks=(2, 2)))
    >>> q.chunks, r.shape
    (((2, 2, 2), (2,)), (2, 2))
    """
    _check_tall(data)
    m, n = data.shape
    dtype = _dtype(data)
    qs, r = _tall(data)
    k = min(m, n)
    if not compute_svd:
        q = _joined([_da.from_delayed(each, shape=(size, k), dtype=dtype) for each, size in zip(qs, data.chunks[0])], 0)
        q_chunks = data.chunks if m >= n else (data.chunks[0], data.chunks[0])
        if q.chunks != q_chunks:
            q = q.rechunk(q_chunks)
        return q, _da.from_delayed(r, shape=(k, n), dtype=dtype)
    found = _delayed(_small_svd)(r)
    u = _delayed(_part)(found, 0)
    parts = [
        _da.from_delayed(_delayed(_times)(each, u), shape=(size, k), dtype=dtype) for each, size in zip(qs, data.chunks[0])
    ]
    s = _da.from_delayed(_delayed(_part)(found, 1), shape=(k,), dtype=dtype)
    return _joined(parts, 0), s, _da.from_delayed(_delayed(_part)(found, 2), shape=(k, n), dtype=dtype)

def _small_svd(a: Any) -> Any:
    """The thin decomposition of a block."""
    u, s, vh = _np.linalg.svd(a, full_matrices=False)
    return u, s, vh

def sfqr(data: Any, name: Any = None) -> Any:
    """`Q` and `R` of a wide array with one row of blocks: the first block gives `Q`.

    >>> q, r = da.linalg.sfqr(da.ones((2, 6), chunks=(2, 3)))
    >>> q.shape, r.chunks
    ((2, 2), ((2,), (3, 3)))
    """
    if data.ndim != 2 or len(data.chunks[0]) != 1 or not (data.chunks[0][0] <= data.chunks[1][0] or len(data.chunks[1]) == 1):
        raise ValueError(
            "Input must have the following properties:\n"
            "  1. Have two dimensions\n"
            "  2. Have only one row of blocks\n"
            "  3. Either one column of blocks or (first) chunk size on cols\n"
            "     is at most that on rows (e.g.: for a 5x20 matrix,\n"
            "     chunks=((5), (8,4,8)) is fine, but chunks=((5), (4,8,8)) is not;\n"
            "     still, prefer something simple like chunks=(5,10) or chunks=5)\n\n"
            "Note: This function (sfqr) supports QR decomposition in the case\n"
            "of short-and-fat matrices (single row chunk/block; see qr)"
        )
    m, n = data.shape
    dtype = _dtype(data)
    first = data.chunks[1][0]
    k = min(m, n)
    found = _delayed(_block_qr)(data[:, :first])
    q = _da.from_delayed(_delayed(_part)(found, 0), shape=(m, k), dtype=dtype)
    parts = [_da.from_delayed(_delayed(_part)(found, 1), shape=(k, first), dtype=dtype)]
    if len(data.chunks[1]) > 1:
        parts.append(q.T.dot(data[:, first:]))
    return q, _joined(parts, 1)

def compression_level(n: int, q: int, n_oversamples: int = 10, min_subspace_size: int = 20) -> int:
    """How many dimensions `svd_compressed` keeps of `n` to find `q`.

    >>> da.linalg.compression_level(100, 10)
    20
    """
    return min(max(min_subspace_size, q + n_oversamples), n)

def compression_matrix(data: Any, q: int, iterator: str = "power", n_power_iter: int = 0, n_oversamples: int = 10, seed: Any = None, compute: bool = False) -> Any:
    """Orthonormal rows that span where a matrix acts most, found by random samples.

    >>> da.linalg.compression_matrix(da.ones((30, 30), chunks=10), 2, seed=0).shape
    (20, 30)
    """
    if iterator not in ["power", "QR"]:
        raise ValueError(f"Iterator '{iterator}' not valid, must one one of ['power', 'QR']")
    m, n = data.shape
    level = compression_level(min(m, n), q, n_oversamples=n_oversamples)
    state = seed if hasattr(seed, "standard_normal") else _da.random.default_rng(seed)
    omega = state.normal(size=(n, level), chunks=(data.chunks[1], (level,)))
    if data.dtype == "float32":
        omega = omega.astype("float32")
    sample = data.dot(omega)
    if iterator == "power":
        for _ in range(n_power_iter):
            if compute:
                sample = sample.persist()
            back = data.T.dot(sample)
            if compute:
                back = back.persist()
            sample = data.dot(back)
        basis, _ = tsqr(sample)
    else:
        basis, _ = tsqr(sample)
        for _ in range(n_power_iter):
            if compute:
                basis = basis.persist()
            basis, _ = tsqr(data.T.dot(basis))
            if compute:
                basis = basis.persist()
            basis, _ = tsqr(data.dot(basis))
    return basis.T

def svd_compressed(a: Any, k: int, iterator: str = "power", n_power_iter: int = 0, n_oversamples: int = 10, seed: Any = None, compute: bool = False, coerce_signs: bool = True) -> Any:
    """The largest `k` singular values of a matrix and their vectors, approximately, by random samples: `U`, values, `Vh`.

    >>> u, s, vh = da.linalg.svd_compressed(da.ones((40, 30), chunks=10), 2, seed=0)
    >>> u.shape, s.shape, vh.shape
    ((40, 2), (2,), (2, 30))
    """
    comp = compression_matrix(
        a, k, iterator=iterator, n_power_iter=n_power_iter, n_oversamples=n_oversamples, seed=seed, compute=compute
    )
    if compute:
        comp = comp.persist()
    compressed = comp.dot(a)
    v, s, u = tsqr(compressed.T.rechunk({1: -1}), compute_svd=True)
    u = comp.T.dot(u.T)[:, :k]
    s = s[:k]
    v = v.T[:k, :]
    if coerce_signs:
        u, v = _svd_flip(u, v)
    return u, s, v

def _svd_flip(u: Any, v: Any) -> Any:
    """Signs that do not depend on how the vectors were found: the sum of each row of `v` is not negative."""
    signs = v.sum(axis=1, keepdims=True).T
    signs = (2.0 * ((signs >= 0) - 0.5)).astype(v.dtype)
    return u * signs, v * signs.T

def qr(a: Any) -> Any:
    """Orthonormal columns `Q` and upper triangular `R` with `Q.dot(R)` the array. Blocks may lie in one column, in one row, or (where Dask refuses) in both directions: then rows of blocks are joined.

    >>> q, r = da.linalg.qr(da.ones((6, 2), chunks=(3, 2)))
    >>> q.shape, r.shape
    ((6, 2), (2, 2))
    """
    a = _known(a, 2, "qr")
    if len(a.chunks[1]) == 1 and len(a.chunks[0]) > 1:
        return tsqr(a)
    if len(a.chunks[0]) == 1:
        return sfqr(a)
    return tsqr(a.rechunk({1: -1}))

def svd(a: Any, coerce_signs: bool = True, full_matrices: bool = False) -> Any:
    """Singular value decomposition: `U`, values from the largest down, `Vh`. Blocks may lie in both directions.

    >>> u, s, vh = da.linalg.svd(da.ones((6, 2), chunks=(3, 2)))
    >>> u.shape, s.shape, vh.shape
    ((6, 2), (2,), (2, 2))
    """
    if full_matrices:
        raise NotImplementedError("full_matrices=True is not implemented for dask arrays. Use full_matrices=False to compute the reduced SVD.")
    if a.ndim != 2:
        raise ValueError(f"Array must be 2D.\nInput shape: {a.shape}\nInput ndim: {a.ndim}\n")
    m, n = a.shape
    k = min(m, n)
    dtype = _dtype(a)
    rows, columns = a.numblocks
    if rows > 1 and columns > 1:
        a = a.rechunk({1: -1}) if m >= n else a.rechunk({0: -1})
        rows, columns = a.numblocks
    if rows == 1 and columns == 1:
        found = _delayed(_small_svd)(a)
        u = _da.from_delayed(_delayed(_part)(found, 0), shape=(m, k), dtype=dtype)
        s = _da.from_delayed(_delayed(_part)(found, 1), shape=(k,), dtype=dtype)
        v = _da.from_delayed(_delayed(_part)(found, 2), shape=(k, n), dtype=dtype)
    elif rows > columns:
        u, s, v = tsqr(a, compute_svd=True)
    else:
        vt, s, ut = tsqr(a.T, compute_svd=True)
        u, v = ut.T, vt.T
    if coerce_signs:
        u, v = _svd_flip(u, v)
    return u, s, v

def _difference(a: Any, *others: Any) -> Any:
    """A block without others."""
    total = None
    for x in others:
        total = x if total is None else total + x
    return a if total is None else a - total

def _lower(a: Any, b: Any) -> Any:
    """`x` of a lower triangular system."""
    return _np.linalg._solve_triangular(a, b, True)

def _upper(a: Any, b: Any) -> Any:
    """`x` of an upper triangular system."""
    return _np.linalg._solve_triangular(a, b, False)

def _right(u: Any, b: Any) -> Any:
    """`x` of `x @ u = b` with an upper triangular `u`."""
    return _np.linalg._solve_triangular(u.T, b.T, True).T

def _square(a: Any, what: str, name: str) -> None:
    """Raise if an array is not square, in square blocks."""
    if a.ndim != 2:
        raise ValueError(f"Dimension must be 2 to perform {name} decomposition")
    if a.shape[0] != a.shape[1]:
        raise ValueError(f"Input must be a square matrix to perform {name} decomposition")
    if len(set(a.chunks[0] + a.chunks[1])) != 1:
        raise ValueError(
            f"All chunks must be a square matrix to perform {name} decomposition. Use .rechunk method to change the size of chunks."
        )

def lu(a: Any) -> Any:
    """Permutation, lower and upper triangular matrix whose product is the array, which is in square blocks; rows change places within their row of blocks.

    >>> p, l, u = da.linalg.lu(da.from_array(np.array([[1.0, 2.0], [3.0, 4.0]]), chunks=2))
    >>> u.compute().round(6)
    array([[3.      , 4.      ],
           [0.      , 0.666667]])
    """
    _square(a, "lu", "lu")
    count = len(a.chunks[0])
    size = a.chunks[0][0]
    blocks = _pieces(a)
    dtype = _dtype(a)
    zero = _delayed(_np.zeros)((size, size), dtype=dtype)
    p, l, u, moved = {}, {}, {}, {}
    for i in range(count):
        target = _delayed(_difference)(blocks[i][i], *[_delayed(_times)(moved[i, k], u[k, i]) for k in range(i)])
        found = _delayed(_np.linalg._lu)(target)
        p[i, i], l[i, i], u[i, i] = _delayed(_part)(found, 0), _delayed(_part)(found, 1), _delayed(_part)(found, 2)
        back = _delayed(_np.transpose)(p[i, i])
        for k in range(i):
            l[i, k] = _delayed(_times)(back, moved[i, k])
        for j in range(i + 1, count):
            target = _delayed(_difference)(
                _delayed(_times)(back, blocks[i][j]), *[_delayed(_times)(l[i, k], u[k, j]) for k in range(i)]
            )
            u[i, j] = _delayed(_lower)(l[i, i], target)
        for k in range(i + 1, count):
            target = _delayed(_difference)(blocks[k][i], *[_delayed(_times)(moved[k, h], u[h, i]) for h in range(i)])
            moved[k, i] = _delayed(_right)(u[i, i], target)
    grid = range(count)
    out = []
    for parts in (p, l, u):
        out.append(_grid([[parts.get((i, j), zero) for j in grid] for i in grid], a.chunks, dtype))
    return tuple([_da._renamed(x, name) for x, name in zip(out, ("lu-p", "lu-l", "lu-u"))])

def solve_triangular(a: Any, b: Any, lower: bool = False) -> Any:
    """`x` of the triangular system `a.dot(x) = b`, block by block.

    >>> a = da.from_array(np.array([[2.0, 0.0], [1.0, 1.0]]), chunks=1)
    >>> da.linalg.solve_triangular(a, da.from_array(np.array([2.0, 3.0]), chunks=1), lower=True).compute()
    array([1., 2.])
    """
    if a.ndim != 2:
        raise ValueError("a must be 2 dimensional")
    if b.ndim > 2:
        raise ValueError("b must be 1 or 2 dimensional")
    if a.shape[1] != b.shape[0]:
        raise ValueError("a.shape[1] and b.shape[0] must be equal")
    if a.chunks[1] != b.chunks[0]:
        raise ValueError("a.chunks[1] and b.chunks[0] must be equal. Use .rechunk method to change the size of chunks.")
    flat = b.ndim == 1
    wide = b[:, None] if flat else b
    count = len(a.chunks[1])
    left, right = _pieces(a), _pieces(wide)
    order = range(count) if lower else range(count - 1, -1, -1)
    solved = _lower if lower else _upper
    dtype = _np.result_type(_dtype(a), _dtype(b))
    columns = []
    for j in range(len(wide.chunks[1])):
        x = {}
        for i in order:
            done = range(i) if lower else range(i + 1, count)
            target = _delayed(_difference)(right[i][j], *[_delayed(_times)(left[i][k], x[k]) for k in done])
            x[i] = _delayed(solved)(left[i][i], target)
        columns.append(x)
    blocks = [[x[i] for x in columns] for i in range(count)]
    found = _grid(blocks, wide.chunks, dtype)
    return _da._renamed(found[:, 0] if flat else found, "solve-triangular")

def solve(a: Any, b: Any, sym_pos: Any = None, assume_a: str = "gen") -> Any:
    """`x` of the system of equations `a.dot(x) = b`, in square blocks; `assume_a="pos"` for a positive definite matrix.

    >>> a = da.from_array(np.array([[2.0, 0.0], [0.0, 4.0]]), chunks=1)
    >>> da.linalg.solve(a, da.from_array(np.array([2.0, 8.0]), chunks=1)).compute()
    array([1., 2.])
    """
    if sym_pos:
        assume_a = "pos"
    if assume_a == "pos":
        l, u = _cholesky(a)
    elif assume_a == "gen":
        p, l, u = lu(a)
        b = p.T.dot(b)
    else:
        raise ValueError(f"{assume_a = } is not a recognized matrix structure, valid structures in Dask are 'pos' and 'gen'.")
    uy = solve_triangular(l, b, lower=True)
    return solve_triangular(u, uy)

def inv(a: Any) -> Any:
    """The inverse of a square matrix in square blocks.

    >>> da.linalg.inv(da.from_array(np.array([[2.0, 0.0], [0.0, 4.0]]), chunks=1)).compute()
    array([[0.5 , 0.  ],
           [0.  , 0.25]])
    """
    return solve(a, _da.from_array(_np.eye(a.shape[0]), chunks=a.chunks[0][0]))

def _cholesky(a: Any) -> Any:
    """Lower and upper factor."""
    _square(a, "cholesky", "cholesky")
    count = len(a.chunks[0])
    blocks = _pieces(a)
    dtype = _dtype(a)
    zero = _delayed(_np.zeros)((a.chunks[0][0], a.chunks[0][0]), dtype=dtype)
    lower, upper = {}, {}
    for j in range(count):
        for i in range(j, count):
            known = [_delayed(_times)(lower[j, k], upper[k, i]) for k in range(j)]
            target = _delayed(_difference)(blocks[j][i], *known)
            if i == j:
                lower[j, j] = _delayed(_np.linalg.cholesky)(target)
                upper[j, j] = _delayed(_np.transpose)(lower[j, j])
            else:
                upper[j, i] = _delayed(_lower)(lower[j, j], target)
                lower[i, j] = _delayed(_np.transpose)(upper[j, i])
    grid = range(count)
    out = []
    for parts in (lower, upper):
        out.append(_grid([[parts.get((i, j), zero) for j in grid] for i in grid], a.chunks, dtype))
    return _da._renamed(out[0], "cholesky"), _da._renamed(out[1], "cholesky-upper")

def cholesky(a: Any, lower: bool = False) -> Any:
    """The upper (or `lower`) triangular factor of a positive definite matrix in square blocks.

    >>> da.linalg.cholesky(da.from_array(np.array([[4.0, 2.0], [2.0, 5.0]]), chunks=1), lower=True).compute()
    array([[2., 0.],
           [1., 2.]])
    """
    l, u = _cholesky(a)
    return l if lower else u

def _singular(r: Any) -> Any:
    """Singular values of a triangular block, from the largest down."""
    return _np.linalg.svdvals(r)

def lstsq(a: Any, b: Any) -> Any:
    """The least-squares solution of `a.dot(x) = b`: solution, sums of squared residuals, rank, singular values.

    >>> a = da.from_array(np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]), chunks=(2, 2))
    >>> x, residuals, rank, s = da.linalg.lstsq(a, da.from_array(np.array([1.0, 3.0, 5.0]), chunks=2))
    >>> x.compute().round(6)
    array([1., 2.])
    """
    q, r = qr(a)
    x = solve_triangular(r, q.T.dot(b))
    left = b - a.dot(x)
    residuals = abs(left**2).sum(axis=0, keepdims=b.ndim == 1)
    rank = _da.from_delayed(_delayed(_np.linalg.matrix_rank)(r), shape=(), dtype="int64")
    s = _da.from_delayed(_delayed(_singular)(r), shape=(r.shape[0],), dtype=_dtype(a))
    return x, residuals, rank, s

def norm(x: Any, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:
    """The norm of an array: `ord` is None, a number, inf, -inf, 'fro' or 'nuc'; `axis` one axis or two.

    >>> da.linalg.norm(da.from_array(np.array([3.0, 4.0]), chunks=1)).compute()
    np.float64(5.0)
    """
    x = _da.asarray(x)
    if axis is None:
        axis = tuple(range(x.ndim))
    elif isinstance(axis, (tuple, list)):
        axis = tuple(axis)
    else:
        axis = (int(axis),)
    if len(axis) > 2:
        raise ValueError("Improper number of dimensions to norm.")
    if ord == "fro":
        ord = None
        if len(axis) == 1:
            raise ValueError("Invalid norm order for vectors.")
    one = len(axis) == 1
    r = abs(x)
    if ord is None:
        return (r**2).sum(axis=axis, keepdims=keepdims) ** 0.5
    if ord == "nuc" or not one and (ord == 2 or ord == -2):
        if one:
            raise ValueError("Invalid norm order for vectors.")
        if x.ndim > 2:
            raise NotImplementedError("SVD based norm not implemented for ndim > 2")
        values = svd(x)[1][None]
        if ord == "nuc":
            return values.sum(keepdims=keepdims)
        return values.max(keepdims=keepdims) if ord == 2 else values.min(keepdims=keepdims)
    if ord == float("inf") or ord == float("-inf"):
        return _extreme(r, axis if one else (axis[1], axis[0]), ord > 0, keepdims)
    if ord == 0:
        if not one:
            raise ValueError("Invalid norm order for matrices.")
        return (r != 0).astype(r.dtype).sum(axis=axis, keepdims=keepdims)
    if ord == 1 and one:
        return r.sum(axis=axis, keepdims=keepdims)
    if ord == 1 or ord == -1 and not one:
        return _extreme(r, axis, ord > 0, keepdims)
    if not one:
        raise ValueError("Invalid norm order for matrices.")
    return (r**ord).sum(axis=axis, keepdims=keepdims) ** (1.0 / ord)

def _extreme(r: Any, axis: Any, largest: bool, keepdims: bool) -> Any:
    """The largest or smallest; of two axes, of the sums along the first."""
    if len(axis) == 2:
        r = r.sum(axis=axis[0], keepdims=True)
        found = r.max(axis=axis[1], keepdims=True) if largest else r.min(axis=axis[1], keepdims=True)
        if keepdims:
            return found
        return found.sum(axis=(axis[0], axis[1])) if found.ndim else found
    return r.max(axis=axis, keepdims=keepdims) if largest else r.min(axis=axis, keepdims=keepdims)

def _whole(a: Any) -> Any:
    """A square matrix in one block."""
    a = _known(a, 2, "this function")
    if a.shape[0] != a.shape[1]:
        raise _np.linalg.LinAlgError("Last 2 dimensions of the array must be square")
    if _is_large(a):
        n = a.shape[0]
        raise MemoryError(f"a matrix of {n} x {n} in one block, with room to work, is more than computations may hold: {_COPIES * a.nbytes} bytes, the limit is {_limit()}")
    return a.rechunk(-1)

_COPIES = 4

def _is_large(a: Any) -> bool:
    """Whether a matrix in one block, with copies to work on, is more than computations may hold."""
    return a.nbytes * _COPIES > _limit()

def _eigh_of(a: Any) -> Any:
    """Eigenvalues of a block in the first row, and eigenvectors below."""
    w, v = _np.linalg.eigh(a)
    return _np.concatenate([w[None], v])

def _det_of(a: Any) -> Any:
    """The determinant of a block, as an array without axes."""
    return _np.asarray(_np.linalg.det(a))

def _slogdet_of(a: Any) -> Any:
    """Sign and logarithm of the determinant of a block."""
    return _np.array(_np.linalg._slogdet(a))

def _pivots(a: Any) -> Any:
    """The sign that the exchanges of rows give the determinant, and the diagonal of the upper factor; block by block."""
    p, l, u = lu(a)
    sign = _da.asarray(1.0)
    for at in range(a.numblocks[0]):
        sign = sign * p.blocks[at, at].map_blocks(_det_of, drop_axis=[0, 1], dtype=p.dtype)
    return sign, _da.diag(u)

def eigh(a: Any) -> Any:
    """Eigenvalues, from the smallest up, and eigenvectors (columns) of a symmetric matrix, which is computed in one block (beyond Dask).

    >>> w, v = da.linalg.eigh(da.from_array(np.array([[2.0, 1.0], [1.0, 2.0]]), chunks=1))
    >>> w.compute()
    array([1., 3.])
    """
    a = _whole(a)
    n = a.shape[0]
    found = a.map_blocks(_eigh_of, chunks=((n + 1,), (n,)), dtype=_dtype(a), token="eigh")
    return found[0], found[1:]

def eigvalsh(a: Any) -> Any:
    """Eigenvalues of a symmetric matrix, from the smallest up (beyond Dask).

    >>> da.linalg.eigvalsh(da.from_array(np.array([[2.0, 1.0], [1.0, 2.0]]), chunks=1)).compute()
    array([1., 3.])
    """
    a = _whole(a)
    return a.map_blocks(_np.linalg.eigvalsh, drop_axis=1, dtype=_dtype(a), token="eigvalsh")

def det(a: Any) -> Any:
    """The determinant of a square matrix (beyond Dask).

    >>> da.linalg.det(da.from_array(np.array([[2.0, 0.0], [0.0, 4.0]]), chunks=1)).compute().round(6)
    np.float64(8.0)
    """
    a = _known(a, 2, "det")
    if a.shape[0] == a.shape[1] and _is_large(a):
        sign, diagonal = _pivots(a)
        return sign * diagonal.prod()
    return _whole(a).map_blocks(_det_of, drop_axis=[0, 1], dtype=_dtype(a), token="det")

def slogdet(a: Any) -> Any:
    """Sign and natural logarithm of the size of the determinant (beyond Dask).

    >>> sign, log = da.linalg.slogdet(da.from_array(np.array([[0.0, 1.0], [1.0, 0.0]]), chunks=1))
    >>> sign.compute()
    np.float64(-1.0)
    """
    a = _known(a, 2, "slogdet")
    if a.shape[0] == a.shape[1] and _is_large(a):
        sign, diagonal = _pivots(a)
        return sign * _da.sign(diagonal).prod(), _da.log(_da.absolute(diagonal)).sum()
    found = _whole(a).map_blocks(_slogdet_of, drop_axis=1, chunks=((2,),), dtype=_dtype(a), token="slogdet")
    return found[0], found[1]

def pinv(a: Any, rcond: float = 1e-15) -> Any:
    """The pseudo-inverse, by singular values (beyond Dask).

    >>> da.linalg.pinv(da.from_array(np.array([[2.0, 0.0], [0.0, 4.0]]), chunks=1)).compute().round(6)
    array([[0.5 , 0.  ],
           [0.  , 0.25]])
    """
    u, s, vh = svd(_known(a, 2, "pinv"), coerce_signs=False)
    large = s > rcond * s.max()
    inverse = _da.where(large, 1.0 / _da.where(large, s, 1.0), 0.0)
    return (vh.T * inverse[None, :]).dot(u.T)

def matrix_rank(a: Any, tol: Any = None) -> Any:
    """The number of singular values above a tolerance (beyond Dask).

    >>> da.linalg.matrix_rank(da.ones((4, 3), chunks=2)).compute()
    np.int64(1)
    """
    a = _known(a, 2, "matrix_rank")
    s = svd(a, coerce_signs=False)[1]
    if tol is None:
        tol = s.max() * (max(a.shape) * _np.linalg._eps(s.dtype))
    return (s > tol).sum()

def matrix_power(a: Any, n: int) -> Any:
    """A square matrix to an integer power (beyond Dask).

    >>> da.linalg.matrix_power(da.from_array(np.array([[1, 1], [1, 0]]), chunks=1), 5).compute()
    array([[8, 5],
           [5, 3]])
    """
    a = _known(a, 2, "matrix_power")
    if a.shape[0] != a.shape[1]:
        raise _np.linalg.LinAlgError("Last 2 dimensions of the array must be square")
    if n < 0:
        a, n = inv(a), -n
    if n == 0:
        return _da.from_array(_np.eye(a.shape[0], dtype=a.dtype), chunks=a.chunks)
    result = None
    while n:
        if n % 2:
            result = a if result is None else result.dot(a)
        n = n // 2
        if n:
            a = a.dot(a)
    return result

def cond(a: Any) -> Any:
    """The condition number: the largest singular value by the smallest (beyond Dask).

    >>> da.linalg.cond(da.from_array(np.array([[2.0, 0.0], [0.0, 4.0]]), chunks=1)).compute()
    np.float64(2.0)
    """
    s = svd(_known(a, 2, "cond"), coerce_signs=False)[1]
    return s[0] / s[-1]

def multi_dot(arrays: Any) -> Any:
    """The product of several arrays, from the left (beyond Dask).

    >>> da.linalg.multi_dot([da.ones((2, 3)), da.ones((3, 2)), da.ones(2)]).compute()
    array([6., 6.])
    """
    found = None
    for a in arrays:
        found = a if found is None else _da.asarray(found).dot(a)
    return found
