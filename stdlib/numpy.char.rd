"""The older functions of fixed strings, as in NumPy: those of `numpy.strings` and a few more."""

import numpy as _np

from numpy.strings import add, upper, lower, swapcase, capitalize, title, isalpha, isdigit, isalnum, isspace, islower, isupper, istitle, isdecimal, isnumeric, str_len, find, rfind, index, rindex, count, startswith, endswith, strip, lstrip, rstrip, mod, replace, expandtabs, center, ljust, rjust, zfill, encode, decode, translate
from numpy.strings import multiply as _multiply, partition as _partition, rpartition as _rpartition

def multiply(a, i):
    """Each text so often.

    >>> np.char.multiply(["a", "bc"], 2)
    array(['aa', 'bcbc'], dtype='<U4')
    """
    try:
        return _multiply(a, i)
    except TypeError:
        raise ValueError("Can only multiply by integers")

def partition(a, sep):
    """What stands before a text, that text, and what stands behind it, along a new axis.

    >>> np.char.partition(["a-b"], "-")
    array([['a', '-', 'b']], dtype='<U1')
    """
    return _np.stack(_partition(a, sep), axis=-1)

def rpartition(a, sep):
    """What stands before the last of a text, that text, and what stands behind it, along a new axis.

    >>> np.char.rpartition(["a-b-c"], "-")
    array([['a-b', '-', 'c']], dtype='<U3')
    """
    return _np.stack(_rpartition(a, sep), axis=-1)

def join(sep, seq):
    """The characters of each text with others in between.

    >>> np.char.join("-", ["abc", "d"])
    array(['a-b-c', 'd'], dtype='<U5')
    """
    sep, seq = _np.asarray(sep), _np.asarray(seq)
    if sep.dtype.kind not in "US":
        raise TypeError("string operation on non-string array")
    joint = _np.broadcast_arrays(sep, seq)
    made = [by.join(text) for by, text in zip(joint[0].ravel().tolist(), joint[1].ravel().tolist())]
    width = max([len(text) for text in made], default=1)
    return _np.array(made, dtype=f"{seq.dtype.char}{max(width, 1)}").reshape(joint[0].shape)

def _lists(name):
    raise NotImplementedError(f"np.char.{name} gives an array of lists, and arrays of objects are not in rdask: [text.{name}() for text in a.tolist()] is a list of them")

def split(a, sep=None, maxsplit=None):
    """Lists of words: NumPy makes an array of objects of them, which rdask does not have."""
    _lists("split")

def rsplit(a, sep=None, maxsplit=None):
    """Lists of words: NumPy makes an array of objects of them, which rdask does not have."""
    _lists("rsplit")

def splitlines(a, keepends=None):
    """Lists of lines: NumPy makes an array of objects of them, which rdask does not have."""
    _lists("splitlines")

def _bare(x):
    x = _np.asarray(x)
    if x.dtype.kind not in "US":
        raise TypeError("comparison of non-string arrays")
    return _np.array([text.rstrip() for text in x.ravel().tolist()], dtype=x.dtype).reshape(x.shape)

def equal(x1, x2):
    """Whether texts are equal, white space at their ends left out.

    >>> np.char.equal(["a ", "b"], "a")
    array([ True, False])
    """
    return _np.equal(_bare(x1), _bare(x2))

def not_equal(x1, x2):
    """Whether texts are unlike, white space at their ends left out.

    >>> np.char.not_equal(["a ", "b"], "a")
    array([False,  True])
    """
    return _np.not_equal(_bare(x1), _bare(x2))

def less(x1, x2):
    """Whether the first comes before the second, white space at their ends left out.

    >>> np.char.less(["a ", "b"], "a")
    array([False, False])
    """
    return _np.less(_bare(x1), _bare(x2))

def less_equal(x1, x2):
    """Whether the first does not come after the second, white space at their ends left out.

    >>> np.char.less_equal(["a ", "b"], "a")
    array([ True, False])
    """
    return _np.less_equal(_bare(x1), _bare(x2))

def greater(x1, x2):
    """Whether the first comes after the second, white space at their ends left out.

    >>> np.char.greater(["a ", "b"], "a")
    array([False,  True])
    """
    return _np.greater(_bare(x1), _bare(x2))

def greater_equal(x1, x2):
    """Whether the first does not come before the second, white space at their ends left out.

    >>> np.char.greater_equal(["a ", "b"], "a")
    array([ True,  True])
    """
    return _np.greater_equal(_bare(x1), _bare(x2))

def compare_chararrays(a1, a2, cmp, rstrip):
    """Texts compared by an operator, with white space at their ends or without.

    >>> np.char.compare_chararrays(np.array(["a"]), np.array(["a "]), "==", True)
    array([ True])
    """
    functions = {"==": _np.equal, "!=": _np.not_equal, "<": _np.less, "<=": _np.less_equal, ">": _np.greater, ">=": _np.greater_equal}
    if cmp not in functions:
        raise ValueError("comparison must be '==', '!=', '<', '>', '<=', '>='")
    if rstrip:
        a1, a2 = _bare(a1), _bare(a2)
    return functions[cmp](a1, a2)
