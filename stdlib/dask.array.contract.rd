"""Products of lazy arrays of any number of axes: einsum, tensordot, matmul, outer, vdot."""

import dask.array as _da
import numpy as _np
from dask.array.core import blockwise as _blockwise

def _block_tensordot(a: Any, b: Any, axes: Any) -> Any:
    """The product of two blocks, with axes of size 1 where it was summed."""
    found = _np.asarray(_np.tensordot(a, b, axes=axes))
    index = [slice(None)] * found.ndim
    for at in sorted([axis % a.ndim for axis in axes[0]]):
        index.insert(at, None)
    return found[tuple(index)]

def tensordot(lhs: Any, rhs: Any, axes: Any = 2) -> Any:
    """The sum of products over axes of both arrays: the last `axes` of the first with the first of the second, or those named.

    >>> da.tensordot(da.ones((2, 3, 4), chunks=2), da.ones((3, 4, 5), chunks=2)).compute().shape
    (2, 5)
    """
    for side in (lhs, rhs):
        if hasattr(side, "__dask_parts__"):
            return side.__array_function__(tensordot, (), (lhs, rhs, axes), {})
    lhs, rhs = _da.asarray(lhs), _da.asarray(rhs)
    if isinstance(axes, (list, tuple)):
        left, right = axes
    else:
        left, right = tuple(range(lhs.ndim - axes, lhs.ndim)), tuple(range(0, axes))
    left = tuple(left) if isinstance(left, (list, tuple)) else (left,)
    right = tuple(right) if isinstance(right, (list, tuple)) else (right,)
    left = tuple([axis % lhs.ndim for axis in left])
    right = tuple([axis % rhs.ndim for axis in right])
    dtype = _np.result_type(lhs.dtype, rhs.dtype)
    left_index = list(range(lhs.ndim))
    right_index = list(range(lhs.ndim, lhs.ndim + rhs.ndim))
    out_index = left_index + right_index
    adjust = {}
    for i, j in zip(left, right):
        out_index.remove(right_index[j])
        right_index[j] = left_index[i]
        adjust[left_index[i]] = 1
    found = _blockwise(
        _block_tensordot, out_index, lhs, left_index, rhs, right_index, dtype=dtype, adjust_chunks=adjust, axes=(left, right)
    )
    return found.sum(axis=left) if left else found

def _dot(a: Any, b: Any) -> Any:
    """`dot` of arrays of any number of axes."""
    a, b = _da.asarray(a), _da.asarray(b)
    return tensordot(a, b, axes=((a.ndim - 1,), (max(b.ndim - 2, 0),)))

def _block_matmul(a: Any, b: Any) -> Any:
    """The product of two blocks of stacks of matrices, with an axis of size 1 where it was summed."""
    return _np.matmul(a, b)[..., None, :]

def _matmul(a: Any, b: Any) -> Any:
    """`@` of stacks of matrices."""
    a, b = _da.asarray(a), _da.asarray(b)
    row, column = a.ndim == 1, b.ndim == 1
    if row:
        a = a[None, :]
    if column:
        b = b[:, None]
    while a.ndim < b.ndim:
        a = a[None]
    while b.ndim < a.ndim:
        b = b[None]
    n = a.ndim
    left = tuple(range(n))
    right = tuple(range(n - 2)) + (n - 1, n)
    dtype = _np.result_type(a.dtype, b.dtype)
    found = _blockwise(_block_matmul, tuple(range(n + 1)), a, left, b, right, adjust_chunks={n - 1: 1}, dtype=dtype)
    found = _da._renamed(found.sum(axis=n - 1, dtype=dtype), "_chunk_sum-aggregate")
    if row:
        found = found[..., 0, :]
    if column:
        found = found[..., 0]
    return found

def outer(a: Any, b: Any) -> Any:
    """Each element of the first times each of the second.

    >>> da.outer(da.arange(2, chunks=1), da.arange(3, chunks=2)).compute()
    array([[0, 0, 0],
           [0, 1, 2]])
    """
    a, b = _da.asarray(a), _da.asarray(b)
    if a.ndim != 1:
        a = a.ravel()
    if b.ndim != 1:
        b = b.ravel()
    return _da._renamed(a[:, None] * b[None, :], "outer")

def vdot(a: Any, b: Any) -> Any:
    """The sum of the products of all elements, of complex ones with the first conjugated.

    >>> da.vdot(da.ones((2, 2), chunks=1), da.ones((2, 2), chunks=1)).compute()
    np.float64(4.0)
    """
    a, b = _da.asarray(a), _da.asarray(b)
    if a.shape == b.shape:
        return tensordot(_da.conj(a), b, axes=a.ndim)
    return _da.dot(_da.conj(a).ravel(), b.ravel())

def _terms(operands: Any) -> Any:
    """Labels of each operand, of the result, and the operands."""
    if isinstance(operands[0], str):
        text = operands[0].replace(" ", "")
        arrays = [_da.asarray(x) for x in operands[1:]]
    else:
        letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        def spelt(labels):
            return "".join(["..." if label is Ellipsis else letters[label] for label in labels])
        arrays = [_da.asarray(x) for x in operands[: len(operands) // 2 * 2 : 2]]
        text = ",".join([spelt(labels) for labels in operands[1::2]])
        if len(operands) % 2:
            text += "->" + spelt(operands[-1])
    for letter in text:
        if letter not in ".,->" and not (letter.isalpha() and letter.isascii()):
            raise ValueError(f"Character {letter} is not a valid symbol.")
    inputs, arrow, output = text.partition("->")
    inputs = inputs.split(",")
    if len(inputs) != len(arrays):
        raise ValueError("Number of einsum subscripts must be equal to the number of operands.")
    free = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" if letter not in text]
    longest, parts = 0, []
    for term, x in zip(inputs, arrays):
        extra = x.ndim - len(term.replace("...", ""))
        if "..." in term:
            if extra < 0:
                raise ValueError("Ellipses lengths do not match.")
            longest = max(longest, extra)
    dots = "".join(free[:longest])
    for term, x in zip(inputs, arrays):
        extra = x.ndim - len(term.replace("...", ""))
        parts.append(term.replace("...", dots[longest - extra :]) if "..." in term else term)
    joined = "".join(parts)
    if arrow:
        output = output.replace("...", dots)
    else:
        output = dots + "".join(sorted([letter for letter in set(joined) if joined.count(letter) == 1 and letter not in dots]))
    for letter in output:
        if letter not in joined:
            raise ValueError(f"Output character {letter} did not appear in the input")
    return parts, output, arrays

def _block_einsum(*blocks: Any, subscripts: str = "", count: int = 0, wanted: Any = None) -> Any:
    """The sum of the products of blocks, with axes of size 1 where it was summed."""
    found = _np.asarray(_np.einsum(subscripts, *blocks, dtype=wanted))
    return found.reshape(found.shape + (1,) * count)

def einsum(*operands: Any, dtype: Any = None, optimize: Any = False, split_every: Any = None, **kwargs: Any) -> Any:
    """Einstein's sum of lazy arrays: the products of arrays with labelled axes, summed over the labels that the result has not.

    >>> x = da.from_array(np.arange(6).reshape(2, 3), chunks=2)
    >>> da.einsum("ij,kj->ik", x, x).compute()
    array([[ 5, 14],
           [14, 50]])
    """
    parts, output, arrays = _terms(operands)
    wanted = dtype
    if dtype is None:
        dtype = _np.result_type(*[x.dtype for x in arrays])
    summed = "".join(sorted(set("".join(parts)) - set(output)))
    pairs = []
    for x, labels in zip(arrays, parts):
        pairs += [x, tuple(labels)]
    found = _blockwise(
        _block_einsum,
        tuple(output + summed),
        *pairs,
        dtype=dtype,
        adjust_chunks={label: 1 for label in summed},
        subscripts=",".join(parts) + "->" + output,
        count=len(summed),
        wanted=wanted,
        token="chunk_einsum",
    )
    if not summed:
        return found
    return found.sum(axis=tuple(range(len(output), len(output) + len(summed))), dtype=dtype, split_every=split_every)
