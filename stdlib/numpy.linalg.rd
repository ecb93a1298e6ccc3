"""Linear algebra of arrays, as numpy.linalg: on the last two axes, over stacks of matrices."""

import numpy as _np
from collections import namedtuple as _namedtuple
from numpy import cross as cross
from numpy import diagonal as diagonal
from numpy import matmul as matmul
from numpy import outer as outer
from numpy import tensordot as tensordot
from numpy import trace as trace

QRResult = _namedtuple("QRResult", "Q R", module="numpy.linalg")
SVDResult = _namedtuple("SVDResult", "U S Vh", module="numpy.linalg")
EigResult = _namedtuple("EigResult", "eigenvalues eigenvectors", module="numpy.linalg")
EighResult = _namedtuple("EighResult", "eigenvalues eigenvectors", module="numpy.linalg")
SlogdetResult = _namedtuple("SlogdetResult", "sign logabsdet", module="numpy.linalg")

class LinAlgError(ValueError):
    """A matrix is not what a function of linear algebra needs: singular, not square, not positive definite."""

def _qr(a: Any, mode: str = "reduced") -> Any:
    """What `qr` gives, as a tuple."""
    ...

def qr(a: Any, mode: str = "reduced") -> Any:
    """Orthonormal columns `Q` and upper triangular `R` with `Q @ R` the matrix; `mode`: reduced, complete, r, raw.

    >>> q, r = np.linalg.qr(np.array([[3.0, 1.0], [4.0, 2.0]]))
    >>> r.round(6)
    array([[-5. , -2.2],
           [ 0. ,  0.4]])
    """
    found = _qr(a, mode)
    if mode == "r":
        return found
    if mode == "raw":
        return found
    return QRResult(found[0], found[1])

def _svd(a: Any, full_matrices: Any = True) -> Any:
    """What `svd` gives, as a tuple."""
    ...

def svd(a: Any, full_matrices: Any = True, compute_uv: Any = True, hermitian: Any = False) -> Any:
    """Singular value decomposition: `U`, values from the largest down, `Vh`, with `U * S @ Vh` the matrix.

    >>> np.linalg.svd(np.array([[3.0, 0.0], [0.0, 4.0]]), compute_uv=False)
    array([4., 3.])
    """
    if hermitian:
        if not compute_uv:
            return _np.sort(_np.abs(eigvalsh(a)), axis=-1)[..., ::-1]
        w, v = eigh(a)
        order = _np.argsort(_np.abs(w), axis=-1)[..., ::-1]
        if w.ndim != 1:
            raise NotImplementedError("svd(hermitian=True) of stacks of matrices is not in rdask yet")
        sign = _np.sign(w)[order]
        u = v[:, order]
        return SVDResult(u, _np.abs(w)[order], (u * sign).T.conj())
    if not compute_uv:
        return svdvals(a)
    u, s, v = _svd(a, full_matrices)
    return SVDResult(u, s, v)

def svdvals(x: Any, /) -> Any:
    """The singular values of a matrix, from the largest down.

    >>> np.linalg.svdvals(np.array([[0.0, 2.0], [1.0, 0.0]]))
    array([2., 1.])
    """
    ...

def _eig(a: Any) -> Any:
    """What `eig` gives, as a tuple."""
    ...

def eig(a: Any) -> Any:
    """Eigenvalues, in no particular order, and eigenvectors (columns of length 1) of a square matrix; complex where one value is.

    >>> w, v = np.linalg.eig(np.array([[2.0, 1.0], [0.0, 3.0]]))
    >>> np.sort(w)
    array([2., 3.])
    """
    w, v = _eig(a)
    return EigResult(w, v)

def eigvals(a: Any) -> Any:
    """Eigenvalues of a square matrix, in no particular order; complex where one is.

    >>> np.linalg.eigvals(np.array([[0.0, -1.0], [1.0, 0.0]])).imag.max()
    np.float64(1.0)
    """
    ...

def _eigh(a: Any, UPLO: str = "L") -> Any:
    """What `eigh` gives, as a tuple."""
    ...

def eigh(a: Any, UPLO: str = "L") -> Any:
    """Eigenvalues, from the smallest up, and eigenvectors (columns) of a symmetric matrix; `UPLO` names the triangle that is read.

    >>> w, v = np.linalg.eigh(np.array([[2.0, 1.0], [1.0, 2.0]]))
    >>> w
    array([1., 3.])
    """
    w, v = _eigh(a, UPLO)
    return EighResult(w, v)

def eigvalsh(a: Any, UPLO: str = "L") -> Any:
    """Eigenvalues of a symmetric matrix, from the smallest up.

    >>> np.linalg.eigvalsh(np.array([[2.0, 1.0], [1.0, 2.0]]))
    array([1., 3.])
    """
    ...

def _cholesky(a: Any, upper: Any = False) -> Any:
    """What `cholesky` gives."""
    ...

def cholesky(a: Any, /, *, upper: Any = False) -> Any:
    """The lower (or `upper`) triangular matrix whose product with its transpose is a positive definite matrix.

    >>> np.linalg.cholesky(np.array([[4.0, 2.0], [2.0, 5.0]]))
    array([[2., 0.],
           [1., 2.]])
    """
    return _cholesky(a, upper)

def solve(a: Any, b: Any) -> Any:
    """`x` of the system of equations `a @ x = b`.

    >>> np.linalg.solve(np.array([[2.0, 0.0], [0.0, 4.0]]), np.array([2.0, 8.0]))
    array([1., 2.])
    """
    ...

def _solve_triangular(a: Any, b: Any, lower: Any = False, transposed: Any = False, unit: Any = False) -> Any:
    """`x` of a triangular system `a @ x = b`, as scipy.linalg.solve_triangular."""
    ...

def _lu(a: Any) -> Any:
    """Permutation, lower and upper triangular matrix of a factorization, as scipy.linalg.lu."""
    ...

def _float(a: Any) -> Any:
    """The array in the dtype in which linear algebra computes."""
    ...

def inv(a: Any) -> Any:
    """The inverse of a square matrix.

    >>> np.linalg.inv(np.array([[2.0, 0.0], [0.0, 4.0]]))
    array([[0.5 , 0.  ],
           [0.  , 0.25]])
    """
    ...

def det(a: Any) -> Any:
    """The determinant of a square matrix.

    >>> round(float(np.linalg.det(np.array([[1.0, 2.0], [3.0, 4.0]]))), 12)
    -2.0
    """
    ...

def _slogdet(a: Any) -> Any:
    """What `slogdet` gives, as a tuple."""
    ...

def slogdet(a: Any) -> Any:
    """Sign and natural logarithm of the size of the determinant.

    >>> sign, log = np.linalg.slogdet(np.array([[0.0, 1.0], [1.0, 0.0]]))
    >>> float(sign), float(log)
    (-1.0, 0.0)
    """
    sign, log = _slogdet(a)
    return SlogdetResult(sign, log)

def norm(x: Any, ord: Any = None, axis: Any = None, keepdims: Any = False) -> Any:
    """The norm of a vector or matrix: `ord` is None, a number, inf, -inf, 'fro' or 'nuc'; `axis` one axis or two.

    >>> np.linalg.norm([3.0, 4.0])
    np.float64(5.0)
    >>> np.linalg.norm(np.array([[1.0, 2.0], [3.0, 4.0]]), 1)
    np.float64(6.0)
    """
    x = _np.asarray(x)
    if x.dtype.kind not in "fc":
        x = x.astype(float)
    if axis is None:
        whole = ord is None or (ord in ("f", "fro") and x.ndim == 2) or (ord == 2 and x.ndim == 1)
        if whole:
            size = abs(x.ravel())
            found = _np.sqrt(_np.dot(size, size))
            return found.reshape([1] * x.ndim) if keepdims else found
        axes = tuple(range(x.ndim))
    elif isinstance(axis, tuple):
        axes = axis
    else:
        try:
            axes = (int(axis),)
        except Exception as e:
            raise TypeError("'axis' must be None, an integer or a tuple of integers") from e
    if len(axes) == 1:
        return _vector_norm(x, ord, axes, keepdims)
    if len(axes) != 2:
        raise ValueError("Improper number of dimensions to norm.")
    return _matrix_norm(x, ord, axes, keepdims)

def _vector_norm(x: Any, ord: Any, axis: Any, keepdims: Any) -> Any:
    """A norm along one axis."""
    if ord == float("inf"):
        return abs(x).max(axis=axis, keepdims=keepdims)
    if ord == float("-inf"):
        return abs(x).min(axis=axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.dtype).sum(axis=axis, keepdims=keepdims)
    if ord == 1:
        return abs(x).sum(axis=axis, keepdims=keepdims)
    if ord is None or ord == 2:
        return _np.sqrt((abs(x) ** 2).sum(axis=axis, keepdims=keepdims))
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    return (abs(x) ** ord).sum(axis=axis, keepdims=keepdims) ** (1.0 / ord)

def _matrix_norm(x: Any, ord: Any, axis: Any, keepdims: Any) -> Any:
    """A norm along two axes."""
    row, col = (_axis(at, x.ndim) for at in axis)
    if row == col:
        raise ValueError("Duplicate axes given.")
    if ord == 2 or ord == -2 or ord == "nuc":
        order = [at for at in range(x.ndim) if at not in (row, col)] + [row, col]
        values = svdvals(x.transpose(order))
        found = values.max(axis=-1) if ord == 2 else values.min(axis=-1) if ord == -2 else values.sum(axis=-1)
    elif ord == 1 or ord == -1:
        sums = abs(x).sum(axis=row)
        at = col - 1 if col > row else col
        found = sums.max(axis=at) if ord == 1 else sums.min(axis=at)
    elif ord == float("inf") or ord == float("-inf"):
        sums = abs(x).sum(axis=col)
        at = row - 1 if row > col else row
        found = sums.max(axis=at) if ord > 0 else sums.min(axis=at)
    elif ord in (None, "fro", "f"):
        found = _np.sqrt((abs(x) ** 2).sum(axis=(row, col)))
    else:
        raise ValueError("Invalid norm order for matrices.")
    if keepdims:
        found = _np.asarray(found).reshape([1 if at in (row, col) else size for at, size in enumerate(x.shape)])
    return found

def _axis(at: int, ndim: int) -> int:
    """An axis counted from the front."""
    if at < -ndim or at >= ndim:
        _np.zeros((1,) * ndim).sum(axis=at)
    return at % ndim

def vector_norm(x: Any, /, *, axis: Any = None, keepdims: Any = False, ord: Any = 2) -> Any:
    """The norm of vectors along an axis, of all elements if none is given.

    >>> np.linalg.vector_norm(np.array([[3.0, 4.0], [6.0, 8.0]]), axis=1)
    array([ 5., 10.])
    """
    x = _np.asarray(x)
    if axis is None:
        found = norm(x.ravel(), ord=ord)
        return found.reshape([1] * x.ndim) if keepdims else found
    return norm(x, ord=ord, axis=axis, keepdims=keepdims)

def matrix_norm(x: Any, /, *, keepdims: Any = False, ord: Any = "fro") -> Any:
    """The norm of matrices along the last two axes.

    >>> np.linalg.matrix_norm(np.eye(4))
    np.float64(2.0)
    """
    return norm(_np.asarray(x), ord=ord, axis=(-2, -1), keepdims=keepdims)

def matrix_transpose(x: Any, /) -> Any:
    """The last two axes swapped.

    >>> np.linalg.matrix_transpose(np.ones((4, 2, 3))).shape
    (4, 3, 2)
    """
    return _np.swapaxes(x, -1, -2)

def vecdot(x1: Any, x2: Any, /, *, axis: int = -1) -> Any:
    """The products of vectors along an axis.

    >>> np.linalg.vecdot(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1.0, 1.0]))
    array([3., 7.])
    """
    return (_np.asarray(x1) * _np.asarray(x2)).sum(axis=axis)

def lstsq(a: Any, b: Any, rcond: Any = None) -> Any:
    """The least-squares solution of `a @ x = b`: solution, sums of squared residuals, rank of `a`, its singular values.

    >>> x, residuals, rank, s = np.linalg.lstsq(np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]), np.array([1.0, 3.0, 5.0]))
    >>> x.round(6)
    array([1., 2.])
    """
    a, b = _np.asarray(a), _np.asarray(b)
    one = b.ndim == 1
    if one:
        b = b[:, None]
    for x in (a, b):
        if x.ndim != 2:
            raise LinAlgError(f"{x.ndim}-dimensional array given. Array must be two-dimensional")
    m, n = a.shape
    if m != b.shape[0]:
        raise LinAlgError("Incompatible dimensions")
    a, b = _float(a), _float(b)
    if rcond is None:
        rcond = _eps(a.real.dtype) * max(n, m)
    u, s, vt = _svd(a, False)
    least = rcond * s[0] if len(s) else 0.0
    rank = int((s > least).sum())
    inside = u[:, :rank].conj().T @ b
    x = vt[:rank].conj().T @ (inside / s[:rank, None])
    if rank == n and m > n:
        left = b - a @ x
        residuals = (_np.abs(left) ** 2).sum(axis=0)
    else:
        residuals = _np.empty((0,), dtype=s.dtype)
    if one:
        x = x[:, 0]
    return x, residuals, _np.int32(rank), s

def pinv(a: Any, rcond: Any = None, hermitian: Any = False, *, rtol: Any = None) -> Any:
    """The pseudo-inverse, by singular values.

    >>> np.linalg.pinv(np.array([[2.0, 0.0], [0.0, 0.0]]))
    array([[0.5, 0. ],
           [0. , 0. ]])
    """
    a = _float(a)
    if rcond is None:
        rcond = 1e-15 if rtol is None else rtol
    elif rtol is not None:
        raise ValueError("`rtol` and `rcond` can't be both set.")
    if a.size == 0:
        return _np.empty(a.shape[:-2] + (a.shape[-1], a.shape[-2]), dtype=a.dtype)
    u, s, vt = svd(a.conj(), full_matrices=False, hermitian=hermitian)
    cutoff = _np.asarray(rcond)[..., None] * s.max(axis=-1, keepdims=True)
    large = s > cutoff
    inverse = _np.where(large, 1.0 / _np.where(large, s, 1.0), 0.0).astype(a.dtype)
    return _np.matmul(_np.swapaxes(vt, -1, -2), inverse[..., None] * _np.swapaxes(u, -1, -2))

def matrix_rank(A: Any, tol: Any = None, hermitian: Any = False, *, rtol: Any = None) -> Any:
    """The number of singular values above a tolerance.

    >>> np.linalg.matrix_rank(np.array([[1.0, 2.0], [2.0, 4.0]]))
    np.int64(1)
    """
    if rtol is not None and tol is not None:
        raise ValueError("`tol` and `rtol` can't be both set.")
    A = _np.asarray(A)
    if A.ndim < 2:
        return _np.int64(int(not (A == 0).all()))
    s = svd(A, compute_uv=False, hermitian=hermitian)
    if tol is None:
        if rtol is None:
            rtol = max(A.shape[-2], A.shape[-1]) * _eps(s.dtype)
        tol = s.max(axis=-1, keepdims=True) * rtol
    else:
        tol = _np.asarray(tol)[..., None]
    return _np.count_nonzero(s > tol, axis=-1)

def matrix_power(a: Any, n: int) -> Any:
    """A square matrix to an integer power; of negative powers, its inverse.

    >>> np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 10)
    array([[89, 55],
           [55, 34]])
    """
    a = _np.asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if not isinstance(n, int):
        raise TypeError("exponent must be an integer")
    if n == 0:
        return _np.zeros_like(a) + _np.eye(a.shape[-2], dtype=a.dtype)
    if n < 0:
        a = inv(a)
        n = -n
    result = None
    while n:
        if n % 2:
            result = a if result is None else _np.matmul(result, a)
        n = n // 2
        if n:
            a = _np.matmul(a, a)
    return result.copy()

def cond(x: Any, p: Any = None) -> Any:
    """The condition number: how much a system magnifies errors.

    >>> np.linalg.cond(np.array([[2.0, 0.0], [0.0, 4.0]]))
    np.float64(2.0)
    """
    x = _np.asarray(x)
    if x.size == 0:
        raise LinAlgError("cond is not defined on empty arrays")
    if p is None or p == 2 or p == -2:
        s = svd(x, compute_uv=False)
        return s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
    if x.ndim < 2 or x.shape[-1] != x.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    try:
        inverse = inv(x)
    except LinAlgError:
        return _np.float64("inf")
    return norm(x, p, axis=(-2, -1)) * norm(inverse, p, axis=(-2, -1))

def multi_dot(arrays: Any) -> Any:
    """The product of several arrays, in the order that costs least.

    >>> np.linalg.multi_dot([np.ones((2, 3)), np.ones((3, 4)), np.ones((4, 1))])
    array([[12.],
           [12.]])
    """
    arrays = [_np.asarray(a) for a in arrays]
    n = len(arrays)
    if n < 2:
        raise ValueError("Expecting at least two arrays.")
    if n == 2:
        return _np.dot(arrays[0], arrays[1])
    first, last = arrays[0].ndim, arrays[-1].ndim
    if first == 1:
        arrays[0] = arrays[0][None, :]
    if last == 1:
        arrays[-1] = arrays[-1][:, None]
    for a in arrays:
        if a.ndim != 2:
            raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    sizes = [a.shape[0] for a in arrays] + [arrays[-1].shape[1]]
    cost = [[0] * n for _ in range(n)]
    split = [[0] * n for _ in range(n)]
    for length in range(1, n):
        for i in range(n - length):
            j = i + length
            best = None
            for k in range(i, j):
                here = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1]
                if best is None or here < best:
                    best = here
                    split[i][j] = k
            cost[i][j] = best
    found = _chain(arrays, split, 0, n - 1)
    if first == 1 and last == 1:
        return found[0, 0]
    if first == 1 or last == 1:
        return found.ravel()
    return found

def _chain(arrays: Any, split: Any, i: int, j: int) -> Any:
    """The product of the arrays from `i` to `j`, in the order of `split`."""
    if i == j:
        return arrays[i]
    k = split[i][j]
    return _np.dot(_chain(arrays, split, i, k), _chain(arrays, split, k + 1, j))

def tensorsolve(a: Any, b: Any, axes: Any = None) -> Any:
    """`x` of the tensor equation whose sum over all axes of `x` is `b`.

    >>> np.linalg.tensorsolve(np.eye(4).reshape(2, 2, 2, 2), np.ones((2, 2)))
    array([[1., 1.],
           [1., 1.]])
    """
    a, b = _np.asarray(a), _np.asarray(b)
    if axes is not None:
        order = list(range(a.ndim))
        for k in axes:
            order.remove(k)
            order.insert(a.ndim, k)
        a = a.transpose(order)
    old = a.shape[-(a.ndim - b.ndim):]
    size = 1
    for k in old:
        size *= k
    if a.size != size**2:
        raise LinAlgError("Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])")
    return solve(a.reshape(size, size), b.ravel()).reshape(old)

def tensorinv(a: Any, ind: int = 2) -> Any:
    """The inverse of a tensor as a map from its last axes to its first `ind`.

    >>> np.linalg.tensorinv(np.eye(4).reshape(2, 2, 4), ind=2).shape
    (4, 2, 2)
    """
    a = _np.asarray(a)
    if ind <= 0:
        raise ValueError("Invalid ind argument.")
    old = a.shape
    size = 1
    for k in old[ind:]:
        size *= k
    return inv(a.reshape(size, -1)).reshape(old[ind:] + old[:ind])

def _eps(dtype: Any) -> float:
    """The distance from 1 to the next float of a dtype."""
    return 1.1920928955078125e-07 if dtype.itemsize == 4 else 2.220446049250313e-16
