"""Tables of numbers in text: what `loadtxt`, `genfromtxt`, `savetxt` and `fromstring` do, and arrays written element by element."""

import builtins as _builtins
import operator as _operator
import warnings as _warnings
import numpy as _np

def _table(text: str, name: str, dtype: Any, comments: Any, delimiter: Any, skip: int, usecols: Any, rows: Any, missing: Any) -> ndarray:
    """The numbers of a text, one row for each line: an array with two axes."""
    ...

def _field(text: str, dtype: Any) -> Any:
    """The number that a text says, as one of a dtype; `None` where it says none."""
    ...

def _content(name: str) -> str:
    """What is in a text file."""
    ...

def _write(name: str, text: str) -> None:
    """Write a text file: it is there whole, or as it was."""
    ...

def _text_of(fname, encoding):
    # What a file's name, an open file or an iterable of lines gives.
    if isinstance(fname, str):
        if fname.endswith((".gz", ".bz2", ".xz")):
            raise NotImplementedError(f"{fname}: compressed text is not in rdask yet; decompress the file first")
        if encoding not in (None, "bytes", "utf-8", "utf8", "UTF-8", "ascii", "utf-8-sig"):
            raise NotImplementedError(f"encoding={encoding!r}: rdask reads tables in UTF-8; convert the file, for instance with iconv")
        return _content(fname)
    return "\n".join([line.rstrip("\r\n") for line in fname])

def _count(value):
    try:
        value = _operator.index(value)
    except TypeError:
        raise TypeError("argument must be an integer")
    if value < 0:
        raise ValueError("argument must be nonnegative")
    return value

def _control(mark):
    if mark is not None and (not isinstance(mark, str) or len(mark) != 1):
        raise TypeError(f"Text reading control character must be a single unicode character or None; but got: {mark!r}")
    return mark

def _at_least(a, ndmin):
    if a.ndim > ndmin:
        a = a.squeeze()
    if a.ndim < ndmin:
        a = _np.atleast_1d(a) if ndmin == 1 else _np.atleast_2d(a).T
    return a

def _check_ndmin(ndmin):
    if ndmin not in [0, 1, 2]:
        raise ValueError(f"Illegal value of ndmin keyword: {ndmin}")

def _columns_of(usecols):
    if usecols is None:
        return None
    usecols = list(usecols) if hasattr(usecols, "__iter__") else [usecols]
    for each in usecols:
        if not isinstance(each, (int, _np.integer)):
            raise TypeError(f"usecols must be an int or a sequence of ints but it contains at least one element of type '{type(each).__name__}'")
    return [int(each) for each in usecols]

def _comments_of(comments, delimiter, quotechar):
    if comments is None:
        return []
    comments = [comments] if isinstance(comments, str) else list(comments)
    if "" in comments:
        raise ValueError("comments cannot be an empty string. Use comments=None to disable comments.")
    long = len(comments) > 1 or len(comments) == 1 and len(comments[0]) > 1
    if long and delimiter in comments:
        raise TypeError(f"Comment characters '{tuple(comments)}' cannot include the delimiter '{delimiter}'")
    if long and quotechar is not None:
        raise ValueError("when multiple comments or a multi-character comment is given, quotes are not supported.  In this case quotechar must be set to None.")
    return comments

def _check_converters(converters):
    if converters is None or callable(converters):
        return
    if not isinstance(converters, dict):
        raise TypeError("converters must be a dictionary mapping columns to converter functions or a single callable.")
    for key, value in converters.items():
        if not isinstance(key, (int, _np.integer)):
            raise TypeError(f"keys of the converters dictionary must be integers; got {key!r}")
        if not callable(value):
            raise TypeError(f"values of the converters dictionary must be callable, but the value associated with key {key!r} is not")

def loadtxt(fname: Any, dtype: Any, comments: Any, delimiter: Any, converters: Any, skiprows: Any, usecols: Any, unpack: Any, ndmin: Any, encoding: Any, max_rows: Any, quotechar: Any) -> Any:
    """`np.loadtxt`, all arguments given."""
    dtype = _np.dtype(float if dtype is None else dtype)
    usecols = _columns_of(usecols)
    _check_ndmin(ndmin)
    comments = _comments_of(comments, delimiter, quotechar)
    skiprows = _count(skiprows)
    if max_rows is not None:
        max_rows = _count(max_rows)
    if not isinstance(fname, str) and not hasattr(fname, "__iter__"):
        raise ValueError(f"fname must be a string, filehandle, list of strings,\nor generator. Got {type(fname)} instead.")
    text = _text_of(fname, encoding)
    delimiter, quotechar = _control(delimiter), _control(quotechar)
    _check_converters(converters)
    name = fname if isinstance(fname, str) else "the text"
    if converters is None and quotechar is None:
        found = _table(text, name, dtype, comments, delimiter, skiprows, usecols, max_rows, None)
    else:
        found = _converted(text, dtype, comments, delimiter, converters, skiprows, usecols, max_rows, quotechar)
    if found.shape[0] == 0:
        found = _np.empty((0, len(usecols) if usecols else 1), dtype=dtype)
    found = _at_least(found, ndmin)
    if found.shape and found.shape[0] == 0:
        _warnings.warn(f'loadtxt: input contained no data: "{fname}"', UserWarning)
    return found.T if unpack else found

def _uncommented(line, comments):
    for mark in comments:
        line = line.split(mark, 1)[0]
    return line

def _quoted_fields(line, delimiter, quote, comments):
    # The fields of a line of which some stand in quotes; a doubled quote is one.
    fields = []
    at, n = 0, len(line)
    while True:
        while at < n and line[at].isspace() and (delimiter is None or line[at] != delimiter):
            at += 1
        if delimiter is None and at >= n or at < n and line[at] in comments:
            return fields
        text = ""
        if at < n and line[at] == quote:
            at += 1
            while at < n:
                if line[at] == quote:
                    if at + 1 < n and line[at + 1] == quote:
                        at += 1
                    else:
                        at += 1
                        break
                text += line[at]
                at += 1
        ended = False
        while at < n and not ended:
            if line[at] in comments:
                return fields + [text]
            if line[at].isspace() if delimiter is None else line[at] == delimiter:
                ended = True
            else:
                text += line[at]
            at += 1
        fields.append(text)
        if not ended:
            return fields

def _converted(text, dtype, comments, delimiter, converters, skiprows, usecols, max_rows, quotechar):
    # Rows of which some fields go through the user's functions.
    rows = []
    width = None
    for line in text.split("\n")[skiprows:]:
        if max_rows is not None and len(rows) >= max_rows:
            break
        if quotechar is None:
            line = _uncommented(line, comments)
            if not line.strip():
                continue
            fields = line.split() if delimiter is None else line.split(delimiter)
        else:
            if not _uncommented(line, comments).strip() and quotechar not in line:
                continue
            fields = _quoted_fields(line, delimiter, quotechar, comments)
        if width is None:
            width = len(fields)
            functions = _functions(converters, width)
        elif usecols is None and len(fields) != width:
            raise ValueError(f"the number of columns changed from {width} to {len(fields)} at row {len(rows) + 1}; use `usecols` to select a subset and avoid this error")
        row = []
        for column in range(width) if usecols is None else usecols:
            at = column + len(fields) if column < 0 else column
            if not 0 <= at < len(fields):
                raise ValueError(f"invalid column index {column} at row {len(rows) + 1} with {len(fields)} columns")
            if at in functions:
                row.append(functions[at](fields[at]))
                continue
            value = _field(fields[at].strip(), dtype)
            if value is None:
                raise ValueError(f"could not convert string {fields[at].strip()!r} to {dtype} at row {len(rows)}, column {at + 1}.")
            row.append(value)
        rows.append(row)
    return _np.array(rows, dtype=dtype) if rows else _np.empty((0, 1), dtype=dtype)

def _functions(converters, width):
    if converters is None:
        return {}
    if callable(converters):
        return {at: converters for at in range(width)}
    found = {}
    for key, function in converters.items():
        at = key + width if key < 0 else key
        if not 0 <= at < width:
            raise ValueError(f"converter specified for column {key}, which is invalid for the number of fields {width}.")
        found[at] = function
    return found

# What `genfromtxt` takes a text for, in the order in which it tries.

def _truth(text):
    word = text.upper()
    if word == "TRUE":
        return True
    if word == "FALSE":
        return False
    raise ValueError("Invalid boolean")

def _complex(text):
    return complex(text.strip())

_LADDER = [("bool", _truth, False), ("int64", int, -1), ("float64", float, float("nan")), ("complex128", _complex, complex(float("nan"), 0.0)), ("str", str, "")]

def _rung(dtype):
    kind = dtype.kind
    if kind in "US":
        return _LADDER[4]
    if kind not in "biufc":
        raise NotImplementedError(f"genfromtxt with dtype {dtype}: rdask reads bools, integers, floats and complex numbers so; for times use np.loadtxt")
    return _LADDER[0 if kind == "b" else 1 if kind in "iu" else 2 if kind == "f" else 3]

def _splitter(delimiter, comments, autostrip):
    # The function that gives the fields of a line.
    widths = None
    if isinstance(delimiter, (int, _np.integer)):
        widths = int(delimiter)
    elif hasattr(delimiter, "__iter__") and not isinstance(delimiter, str):
        widths, at = [], 0
        for size in delimiter:
            widths.append((at, at + size))
            at += size
    def split(line):
        if comments is not None:
            line = line.split(comments)[0]
        if widths is None:
            line = line.strip(" \r\n")
            fields = [] if not line else line.split(delimiter or None)
        elif isinstance(widths, int):
            line = line.strip("\r\n")
            fields = [line[at:at + widths] for at in range(0, len(line), widths)]
        else:
            fields = [line[first:last] for first, last in widths] if line else []
        return [field.strip() for field in fields] if autostrip else fields
    return split

def _missing_texts(given, usecols, count):
    texts = [[""] for at in range(count)]
    if isinstance(given, dict):
        for key, value in given.items():
            if isinstance(key, str):
                continue
            if usecols and key in usecols:
                key = usecols.index(key)
            value = [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)]
            for entry in texts if key is None else [texts[key]]:
                entry.extend(value)
    elif isinstance(given, (list, tuple)):
        for value, entry in zip(given, texts):
            entry.append(str(value))
    elif isinstance(given, str):
        for entry in texts:
            entry.extend(given.split(","))
    elif given is not None:
        for entry in texts:
            entry.append(str(given))
    return texts

def _fills(given, usecols, count):
    fills = [None] * count
    if isinstance(given, dict):
        for key, value in given.items():
            if isinstance(key, str):
                continue
            fills[usecols.index(key) if usecols and key in usecols else key] = value
        return fills
    if isinstance(given, (list, tuple)):
        given = list(given)[:count]
        return given + fills[len(given):]
    return [given] * count

def _rows_of(lines, split, skip, usecols, max_rows):
    # The rows, and the lines that have another number of fields.
    rows, invalid = [], []
    count = None
    for number, line in enumerate(lines):
        if number < skip:
            continue
        fields = split(line)
        if not fields:
            continue
        if count is None:
            usecols = None if usecols is None else [at + len(fields) if at < 0 else at for at in usecols]
            count = len(usecols) if usecols else len(fields)
        if usecols:
            if _builtins.max(usecols) >= len(fields):
                invalid.append((number + 1, len(fields)))
                continue
            fields = [fields[at] for at in usecols]
        elif len(fields) != count:
            invalid.append((number + 1, len(fields)))
            continue
        rows.append(fields)
        if max_rows is not None and len(rows) == max_rows:
            break
    return rows, invalid, usecols, count or (len(usecols) if usecols else 0)

def _report(invalid, count, raises):
    text = "\n".join(["Some errors were detected !"] + [f"    Line #{line} (got {found} columns instead of {count})" for line, found in invalid])
    if raises:
        raise ValueError(text)
    _warnings.warn(text, UserWarning)

def _guess(column, missing):
    # The first rung of the ladder on which all of a column stands; whether anything there is not missing.
    for name, function, default in _LADDER:
        fits, checked = True, False
        for text in column:
            try:
                function(text)
                checked = True
            except ValueError:
                if text.strip() not in missing:
                    fits = False
                    break
        if fits:
            return name, function, default, checked
    return "str", str, "", True

def _value(text, function, default, missing, loose):
    try:
        return function(text)
    except ValueError:
        if not loose and text.strip() not in missing:
            raise ValueError(f"Cannot convert string '{text}'")
        return default

def genfromtxt(fname: Any, dtype: Any, comments: Any, delimiter: Any, skip_header: Any, skip_footer: Any, converters: Any, missing_values: Any, filling_values: Any, usecols: Any, names: Any, autostrip: Any, unpack: Any, usemask: Any, loose: Any, invalid_raise: Any, max_rows: Any, encoding: Any, ndmin: Any) -> Any:
    """`np.genfromtxt`, all arguments given that rdask knows."""
    _check_ndmin(ndmin)
    if max_rows is not None:
        if skip_footer:
            raise ValueError("The keywords 'skip_footer' and 'max_rows' can not be specified at the same time.")
        if max_rows < 1:
            raise ValueError("'max_rows' must be at least 1.")
    if names:
        raise NotImplementedError("genfromtxt(names=): structured dtypes are not in rdask yet; skip the header with skip_header=1 and choose columns with usecols=")
    converters = converters or {}
    if not isinstance(converters, dict):
        raise TypeError(f"The input argument 'converter' should be a valid dictionary (got '{type(converters)}' instead)")
    if not isinstance(fname, str) and not hasattr(fname, "__iter__"):
        raise TypeError(f"fname must be a string, a filehandle, a sequence of strings,\nor an iterator of strings. Got {type(fname)} instead.")
    text = _text_of(fname, encoding)
    if isinstance(usecols, str):
        usecols = [int(each.strip()) for each in usecols.split(",")]
    elif usecols is not None:
        usecols = list(usecols) if hasattr(usecols, "__iter__") else [usecols]
    if dtype is not None:
        dtype = _np.dtype(dtype)
    fill = filling_values
    simple = dtype is not None and dtype.kind == "f" and not converters and loose and not usemask and not skip_footer and invalid_raise
    if simple and (delimiter is None or isinstance(delimiter, str)) and (fill is None or isinstance(fill, (int, float))):
        marks = [] if comments is None else [comments]
        name = fname if isinstance(fname, str) else "the text"
        found = _table(text, name, dtype, marks, delimiter or None, skip_header, usecols, max_rows, float("nan") if fill is None else float(fill))
        found = found if found.size else _np.empty((0,), dtype=dtype)
    else:
        found = _general(text, dtype, (delimiter, comments, autostrip), skip_header, skip_footer, converters, missing_values, fill, usecols, usemask, loose, invalid_raise, max_rows)
    if not found.size:
        _warnings.warn(f'genfromtxt: Empty input file: "{fname}"', UserWarning)
    found = _at_least(found, ndmin)
    return found.T if unpack else found

def _general(text, dtype, how, skip_header, skip_footer, converters, missing_values, filling_values, usecols, usemask, loose, invalid_raise, max_rows):
    split = _splitter(*how)
    rows, invalid, usecols, count = _rows_of(text.split("\n"), split, skip_header, usecols, max_rows)
    if skip_footer and invalid:
        last = len(rows) + len(invalid) - skip_footer + skip_header
        dropped = [each for each in invalid if each[0] > last]
        invalid = [each for each in invalid if each[0] <= last]
        skip_footer -= len(dropped)
    if invalid:
        _report(invalid, count, invalid_raise)
    if skip_footer > 0:
        rows = rows[:-skip_footer]
    if not rows:
        return _np.empty((0,), dtype=dtype or float)
    missing = _missing_texts(missing_values, usecols, count)
    fills = _fills(filling_values, usecols, count)
    functions = {(usecols.index(at) if usecols else at): function for at, function in converters.items() if not usecols or at in usecols}
    columns, kinds = [], []
    for at in range(count):
        column = [row[at] for row in rows]
        if dtype is not None:
            name, function, default = _rung(dtype)
            checked = True
        elif at in functions:
            name, function, default, checked = None, None, None, False
        else:
            name, function, default, checked = _guess(column, missing[at])
        if checked:
            kinds.append(name)
        if fills[at] is not None:
            default = fills[at]
        columns.append([_value(text, functions.get(at, function), default, missing[at], loose) for text in column])
    if dtype is None:
        if len(set(kinds)) > 1 or not kinds:
            raise NotImplementedError(f"genfromtxt(dtype=None) found columns of {', '.join(sorted(set(kinds)))}, and structured dtypes are not in rdask yet; give one dtype, or read the columns one by one with usecols=")
        dtype = _np.dtype(kinds[0])
    made = _np.array(columns, dtype=dtype).T
    if not usemask:
        return made
    holes = _np.array([[row[at].strip() in missing[at] for at in range(count)] for row in rows])
    return _np.ma.array(made, mask=holes)

def savetxt(fname: Any, X: Any, fmt: Any, delimiter: str, newline: str, header: str, footer: str, comments: str, encoding: Any) -> None:
    """`np.savetxt`, all arguments given."""
    if not isinstance(fname, str) and not hasattr(fname, "write"):
        raise ValueError("fname must be a string or file handle")
    if isinstance(fname, str) and fname.endswith((".gz", ".bz2", ".xz")):
        raise NotImplementedError(f"{fname}: compressed text is not in rdask yet; write it plain")
    X = _np.asarray(X)
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f"Expected 1D or 2D array, got {X.ndim}D array instead")
    if X.ndim == 1:
        X = X.reshape(-1, 1)
    text = _rows_text(X, _format_of(X, fmt, delimiter), newline)
    if len(header) > 0:
        text = comments + header.replace("\n", "\n" + comments) + newline + text
    if len(footer) > 0:
        text += comments + footer.replace("\n", "\n" + comments) + newline
    if isinstance(fname, str):
        _write(fname, text)
    else:
        fname.write(text)

def _format_of(X, fmt, delimiter):
    count = X.shape[1]
    wide = X.dtype.kind == "c"
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != count:
            raise AttributeError(f"fmt has wrong shape.  {fmt}")
        return delimiter.join(fmt)
    if not isinstance(fmt, str):
        raise ValueError(f"invalid fmt: {fmt!r}")
    marks = fmt.count("%")
    if marks == 1:
        return delimiter.join([f" ({fmt}+{fmt}j)" if wide else fmt] * count)
    if marks != (2 * count if wide else count):
        raise ValueError(f"fmt has wrong number of % formats:  {fmt}")
    return fmt

def _rows_text(X, line, newline):
    parts = []
    if X.dtype.kind == "c":
        for row in X.tolist():
            parts.append((line % tuple([part for number in row for part in (number.real, number.imag)]) + newline).replace("+-", "-"))
        return "".join(parts)
    try:
        for row in X.astype("int64").tolist() if X.dtype.kind == "b" else X.tolist() if X.dtype.kind in "iuf" else X:
            parts.append(line % tuple(row) + newline)
    except TypeError:
        raise TypeError(f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{line}')")
    return "".join(parts)

def fromstring(string: Any, dtype: Any, count: int, sep: str) -> Any:
    """`np.fromstring`, all arguments given."""
    if not sep:
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    dtype = _np.dtype(dtype)
    sep = sep.strip()
    parts = [part.strip() for part in string.split(sep)] if sep else string.split()
    if parts and not parts[-1]:
        parts.pop()
    if count >= 0:
        parts = parts[:count]
    wide = _np.dtype("int64") if dtype.kind in "bimM" else _np.dtype("uint64") if dtype.kind == "u" else dtype
    found = []
    for part in parts:
        value = _field(part, wide)
        if value is None:
            raise ValueError("string or file could not be read to its end due to unmatched data")
        found.append(value)
    return _np.array(found, dtype=wide).astype(dtype)

# Arrays written with functions of the user.

_KINDS = {"b": ["bool"], "i": ["int", "int_kind"], "u": ["int", "int_kind"], "f": ["float", "float_kind"], "c": ["complexfloat", "complex_kind"],
          "m": ["timedelta"], "M": ["datetime"]}

def _element_format(a, formatter):
    for name in ["all"] + _KINDS[a.dtype.kind]:
        if formatter.get(name) is not None:
            return formatter[name]
    return None

def written(a: Any, formatter: Any, separator: str, prefix: str, suffix: str, width: Any, threshold: Any, edge: Any) -> Any:
    """An array as text, each element by the user's function; `None` where none of them is for its dtype."""
    show = _element_format(a, formatter)
    if show is None:
        return None
    options = _np.get_printoptions()
    width = (options["linewidth"] if width is None else width) - len(suffix)
    edge = options["edgeitems"] if edge is None else edge
    threshold = options["threshold"] if threshold is None else threshold
    if a.size == 0:
        return "[]"
    return _nested(a, show, (), " " + " " * len(prefix), width, separator, edge, a.size > threshold)

def _extended(done, line, word, width, indent):
    if len(line) + len(word) > width and len(line) > len(indent):
        done += line.rstrip() + "\n"
        line = indent
    return done, line + word

def _nested(a, show, index, indent, width, separator, edge, short):
    left = a.ndim - len(index)
    if left == 0:
        return show(a[index])
    size = a.shape[len(index)]
    places = list(range(size))
    if short and 2 * edge < size:
        places = list(range(edge)) + [None] + list(range(size - edge, size))
    done = ""
    if left == 1:
        line = indent
        for number, at in enumerate(places):
            word = "..." if at is None else _nested(a, show, index + (at,), indent + " ", width - 1, separator, edge, short)
            last = number == len(places) - 1
            room = width if last else width - _builtins.max(len(separator.rstrip()), 1)
            if at is None:
                done, line = _extended(done, line, word, room, indent)
            else:
                words = word.split("\n")
                done, line = _extended(done, line, words[0], room, indent)
                for each in words[1:]:
                    done += line.rstrip() + "\n"
                    line = indent + each
            if not last:
                line += separator
        done += line
    else:
        between = separator.rstrip() + "\n" * (left - 1)
        parts = ["..." if at is None else _nested(a, show, index + (at,), indent + " ", width - 1, separator, edge, short) for at in places]
        done = between.join([indent + part for part in parts])
    return "[" + done[len(indent):] + "]"
