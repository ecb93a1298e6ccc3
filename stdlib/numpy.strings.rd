"""Functions of fixed strings, as in NumPy. Library code: the methods of `str` and `bytes`, element by element."""

import numpy as _np

def _texts(a):
    a = _np.asarray(a)
    if a.dtype.kind not in "US":
        raise TypeError("string operation on non-string array")
    return a

def _operands(name, *values):
    arrays = [_np.asarray(value) for value in values]
    if any(array.dtype.kind not in "US" for array in arrays):
        classes = ", ".join(f"<class 'numpy.dtypes.{_np.dtype(array.dtype).type.__name__}'>" for array in arrays)
        raise TypeError(f"ufunc '{name}' did not contain a loop with signature matching types ({classes}) -> None")
    return arrays

def _rows(arrays):
    joint = _np.broadcast_arrays(*arrays)
    return joint[0].shape, list(zip(*[array.ravel().tolist() for array in joint]))

def _each(method, arrays, dtype):
    shape, rows = _rows(arrays)
    return _np.array([getattr(row[0], method)(*row[1:]) for row in rows], dtype=dtype).reshape(shape)

def _fitted(a, made, shape):
    width = max([len(text) for text in made], default=0)
    return _np.array(made, dtype=f"{a.dtype.char}{max(width, 1)}").reshape(shape)

def _grown(method, arrays):
    shape, rows = _rows(arrays)
    return _fitted(arrays[0], [getattr(row[0], method)(*row[1:]) for row in rows], shape)

def _whole(value, name):
    value = _np.asarray(value)
    if value.dtype.kind not in "iu":
        raise TypeError(f"unsupported type {value.dtype} for operand '{name}'")
    return value

_END = 9223372036854775807

from numpy import add, equal, greater, greater_equal, less, less_equal, not_equal

def upper(a):
    """The texts in capital letters.

    >>> np.strings.upper(["ab", "c"])
    array(['AB', 'C'], dtype='<U2')
    """
    a = _texts(a)
    return _each("upper", [a], a.dtype)

def lower(a):
    """The texts in small letters.

    >>> np.strings.lower(["AB", "C"])
    array(['ab', 'c'], dtype='<U2')
    """
    a = _texts(a)
    return _each("lower", [a], a.dtype)

def swapcase(a):
    """Capital letters for small ones and small ones for capitals.

    >>> np.strings.swapcase(["aB"])
    array(['Ab'], dtype='<U2')
    """
    a = _texts(a)
    return _each("swapcase", [a], a.dtype)

def capitalize(a):
    """The first letter as a capital, the others small.

    >>> np.strings.capitalize(["aB"])
    array(['Ab'], dtype='<U2')
    """
    a = _texts(a)
    return _each("capitalize", [a], a.dtype)

def title(a):
    """Each word with a capital in front.

    >>> np.strings.title(["a bc"])
    array(['A Bc'], dtype='<U4')
    """
    a = _texts(a)
    return _each("title", [a], a.dtype)

def isalpha(x):
    """Whether all characters are letters, and there is one.

    >>> np.strings.isalpha(["ab", "12"])
    array([ True, False])
    """
    [x] = _operands("isalpha", x)
    return _each("isalpha", [x], bool)[()]

def isdigit(x):
    """Whether all characters are digits, and there is one.

    >>> np.strings.isdigit(["ab", "12"])
    array([False,  True])
    """
    [x] = _operands("isdigit", x)
    return _each("isdigit", [x], bool)[()]

def isalnum(x):
    """Whether all characters are letters or digits, and there is one.

    >>> np.strings.isalnum(["ab", "12"])
    array([ True,  True])
    """
    [x] = _operands("isalnum", x)
    return _each("isalnum", [x], bool)[()]

def isspace(x):
    """Whether all characters are white space, and there is one.

    >>> np.strings.isspace(["ab", "12"])
    array([False, False])
    """
    [x] = _operands("isspace", x)
    return _each("isspace", [x], bool)[()]

def islower(x):
    """Whether all letters are small, and there is one.

    >>> np.strings.islower(["ab", "12"])
    array([ True, False])
    """
    [x] = _operands("islower", x)
    return _each("islower", [x], bool)[()]

def isupper(x):
    """Whether all letters are capitals, and there is one.

    >>> np.strings.isupper(["ab", "12"])
    array([False, False])
    """
    [x] = _operands("isupper", x)
    return _each("isupper", [x], bool)[()]

def istitle(x):
    """Whether each word has a capital in front, and there is one.

    >>> np.strings.istitle(["ab", "12"])
    array([False, False])
    """
    [x] = _operands("istitle", x)
    texts = [text.decode("ascii", "replace") if x.dtype.kind == "S" else text for text in x.ravel().tolist()]
    return _np.array([text.istitle() for text in texts], dtype=bool).reshape(x.shape)[()]

def isdecimal(x):
    """Whether all characters are decimal digits, and there is one.

    >>> np.strings.isdecimal(["ab", "12"])
    array([False,  True])
    """
    [x] = _operands("isdecimal", x)
    return _each("isdecimal", [x], bool)[()]

def isnumeric(x):
    """Whether all characters are of numbers, and there is one.

    >>> np.strings.isnumeric(["ab", "12"])
    array([False,  True])
    """
    [x] = _operands("isnumeric", x)
    return _each("isnumeric", [x], bool)[()]

def str_len(x):
    """How many characters each has.

    >>> np.strings.str_len(["ab", ""])
    array([2, 0])
    """
    [x] = _operands("str_len", x)
    return _np.array([len(text) for text in x.ravel().tolist()], dtype=int).reshape(x.shape)[()]

def find(a, sub, start=0, end=None):
    """Where a text first stands in each; -1 where it does not.

    >>> np.strings.find(["abc", "b"], "b")
    array([1, 0])
    """
    a, sub = _operands("find", a, sub)
    return _each("find", [a, sub, start, _END if end is None else end], int)[()]

def rfind(a, sub, start=0, end=None):
    """Where a text last stands in each; -1 where it does not.

    >>> np.strings.rfind(["abab", "c"], "b")
    array([ 3, -1])
    """
    a, sub = _operands("rfind", a, sub)
    return _each("rfind", [a, sub, start, _END if end is None else end], int)[()]

def index(a, sub, start=0, end=None):
    """Where a text first stands in each, in which it must.

    >>> np.strings.index(["abc", "b"], "b")
    array([1, 0])
    """
    a, sub = _operands("index", a, sub)
    return _each("index", [a, sub, start, _END if end is None else end], int)[()]

def rindex(a, sub, start=0, end=None):
    """Where a text last stands in each, in which it must.

    >>> np.strings.rindex(["abab"], "b")
    array([3])
    """
    a, sub = _operands("rindex", a, sub)
    return _each("rindex", [a, sub, start, _END if end is None else end], int)[()]

def count(a, sub, start=0, end=None):
    """How often a text stands in each.

    >>> np.strings.count(["abab", "c"], "b")
    array([2, 0])
    """
    a, sub = _operands("count", a, sub)
    return _each("count", [a, sub, start, _END if end is None else end], int)[()]

def startswith(a, prefix, start=0, end=None):
    """Whether each begins with a text.

    >>> np.strings.startswith(["ab", "b"], "a")
    array([ True, False])
    """
    a, prefix = _operands("startswith", a, prefix)
    return _each("startswith", [a, prefix, start, _END if end is None else end], bool)[()]

def endswith(a, suffix, start=0, end=None):
    """Whether each ends with a text.

    >>> np.strings.endswith(["ab", "b"], "b")
    array([ True,  True])
    """
    a, suffix = _operands("endswith", a, suffix)
    return _each("endswith", [a, suffix, start, _END if end is None else end], bool)[()]

def _stripped(method, a, chars):
    a = _texts(a)
    if chars is None:
        return _each(method, [a], a.dtype)[()]
    return _each(method, [a, _texts(chars)], a.dtype)[()]

def strip(a, chars=None):
    """Without white space, or these characters, at both ends.

    >>> np.strings.strip([" a ", "b"])
    array(['a', 'b'], dtype='<U3')
    """
    return _stripped("strip", a, chars)

def lstrip(a, chars=None):
    """Without white space, or these characters, in front.

    >>> np.strings.lstrip([" a ", "b"])
    array(['a ', 'b'], dtype='<U3')
    """
    return _stripped("lstrip", a, chars)

def rstrip(a, chars=None):
    """Without white space, or these characters, at the end.

    >>> np.strings.rstrip([" a ", "b"])
    array([' a', 'b'], dtype='<U3')
    """
    return _stripped("rstrip", a, chars)

def multiply(a, i):
    """Each text so often.

    >>> np.strings.multiply(["a", "bc"], [2, 1])
    array(['aa', 'bc'], dtype='<U2')
    """
    a, i = _np.asarray(a), _whole(i, "i")
    if a.dtype.kind not in "US":
        return a * i
    shape, rows = _rows([a, i])
    return _fitted(a, [text * many for text, many in rows], shape)

def mod(a, values):
    """Values put into texts by `%`.

    >>> np.strings.mod(["%d", "%03d"], [1, 2])
    array(['1', '002'], dtype='<U3')
    """
    a = _texts(a)
    shape, rows = _rows([a, values])
    return _fitted(a, [text % value for text, value in rows], shape)

def replace(a, old, new, count=-1):
    """With one text for another, as often as `count` says.

    >>> np.strings.replace(["abab", "c"], "a", "xy", count=1)
    array(['xybab', 'c'], dtype='<U5')
    """
    a, old, new = _operands("replace", a, old, new)
    return _grown("replace", [a, old, new, _whole(count, "count")])

def expandtabs(a, tabsize=8):
    """With spaces for tabs.

    >>> np.strings.expandtabs(["a\\tb"], 4)
    array(['a   b'], dtype='<U11')
    """
    a, tabsize = _texts(a), _whole(tabsize, "tabsize")
    shape, rows = _rows([a, tabsize])
    if a.dtype.kind == "S":
        raise NotImplementedError("np.strings.expandtabs of bytes is not in rdask")
    made = [text.expandtabs(size) for text, size in rows]
    # NumPy counts four places for each character.
    width = max([len(full) + 3 * (len(row[0]) - row[0].count("\t")) for full, row in zip(made, rows)], default=1)
    return _np.array(made, dtype=f"U{max(width, 1)}").reshape(shape)

def _just(method, a, width, fillchar):
    a, width, fillchar = _texts(a), _whole(width, "width"), _np.asarray(fillchar)
    if _np.any(str_len(fillchar) != 1):
        raise TypeError("The fill character must be exactly one character long")
    fillchar = fillchar.astype(a.dtype.char + "1")
    width = _np.maximum(str_len(a), width)
    return _each(method, [a, width, fillchar], f"{a.dtype.char}{max(int(width.max()), 1)}")

def center(a, width, fillchar=" "):
    """In the middle of so many characters.

    >>> np.strings.center(["a", "bcd"], 3, "-")
    array(['-a-', 'bcd'], dtype='<U3')
    """
    return _just("center", a, width, fillchar)

def ljust(a, width, fillchar=" "):
    """At the start of so many characters.

    >>> np.strings.ljust(["a", "bcd"], 3, "-")
    array(['a--', 'bcd'], dtype='<U3')
    """
    return _just("ljust", a, width, fillchar)

def rjust(a, width, fillchar=" "):
    """At the end of so many characters.

    >>> np.strings.rjust(["a", "bcd"], 3, "-")
    array(['--a', 'bcd'], dtype='<U3')
    """
    return _just("rjust", a, width, fillchar)

def zfill(a, width):
    """With zeros in front, behind a sign, up to so many characters.

    >>> np.strings.zfill(["-1", "23"], 4)
    array(['-001', '0023'], dtype='<U4')
    """
    a, width = _texts(a), _whole(width, "width")
    width = _np.maximum(str_len(a), width)
    return _each("zfill", [a, width], f"{a.dtype.char}{max(int(width.max()), 1)}")

def encode(a, encoding=None, errors=None):
    """The bytes of each in an encoding: UTF-8 where none is said.

    >>> np.strings.encode(["ab"])
    array([b'ab'], dtype='|S2')
    """
    a = _texts(a)
    made = [text.encode(encoding or "utf-8", errors or "strict") for text in a.ravel().tolist()]
    return _fitted(_np.asarray(b""), made, a.shape)

def decode(a, encoding=None, errors=None):
    """The texts that bytes are in an encoding: UTF-8 where none is said.

    >>> np.strings.decode([b"ab"])
    array(['ab'], dtype='<U2')
    """
    a = _texts(a)
    made = [text.decode(encoding or "utf-8", errors or "strict") for text in a.ravel().tolist()]
    return _fitted(_np.asarray(""), made, a.shape)

def _parts(method, a, sep):
    a, sep = _operands(method, a, sep)
    shape, rows = _rows([a, sep])
    made = [getattr(text, method)(at) for text, at in rows]
    return tuple([_fitted(a, [parts[place] for parts in made], shape) for place in range(3)])

def partition(a, sep):
    """What stands before a text, that text, and what stands behind it.

    >>> np.strings.partition(["a-b"], "-")
    (array(['a'], dtype='<U1'), array(['-'], dtype='<U1'), array(['b'], dtype='<U1'))
    """
    return _parts("partition", a, sep)

def rpartition(a, sep):
    """What stands before the last of a text, that text, and what stands behind it.

    >>> np.strings.rpartition(["a-b-c"], "-")
    (array(['a-b'], dtype='<U3'), array(['-'], dtype='<U1'), array(['c'], dtype='<U1'))
    """
    return _parts("rpartition", a, sep)

def translate(a, table, deletechars=None):
    """With other characters by a table of `str.maketrans`.

    >>> np.strings.translate(["abc"], str.maketrans("ab", "xy"))
    array(['xyc'], dtype='<U3')
    """
    a = _texts(a)
    if a.dtype.kind == "U":
        made = [text.translate(table) for text in a.ravel().tolist()]
    else:
        made = [text.translate(table, deletechars or b"") for text in a.ravel().tolist()]
    return _np.array(made, dtype=a.dtype).reshape(a.shape)

def slice(a, start=None, stop=..., step=None, /):
    """A part of each text, as `text[start:stop:step]`; of one number that is the stop.

    >>> np.strings.slice(["hello", "world"], 1, 3)
    array(['el', 'or'], dtype='<U5')
    """
    a = _texts(a)
    if stop is ...:
        start, stop = None, start
    def places(value):
        return [value] * a.size if value is None or isinstance(value, int) else _np.broadcast_to(value, a.shape).ravel().tolist()
    rows = zip(a.ravel().tolist(), places(start), places(stop), places(step))
    made = [text[first:last:by] for text, first, last, by in rows]
    return _np.array(made, dtype=a.dtype).reshape(a.shape)
