"""Tables as texts: cells between commas."""

QUOTE_MINIMAL: int = 0
QUOTE_ALL: int = 1
QUOTE_NONNUMERIC: int = 2
QUOTE_NONE: int = 3

class Error(Exception):
    """A text is no table, or a row can't be written."""

class Dialect:
    """How rows are written: `delimiter`, `quotechar`, `escapechar`, `doublequote`, `skipinitialspace`, `lineterminator`, `quoting`, `strict`."""

    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = 0
    strict = False

    def __init__(self):
        pass

class excel(Dialect):
    """As spreadsheets write: commas, and quotes where needed."""

    def __init__(self):
        pass

class excel_tab(excel):
    """As excel, with tabs."""

    delimiter = "\t"

    def __init__(self):
        pass

class unix_dialect(Dialect):
    """All cells in quotes, lines that end with a line feed."""

    lineterminator = "\n"
    quoting = 1

    def __init__(self):
        pass

_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_names = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict")

def _settings(dialect, given):
    if isinstance(dialect, str):
        if dialect not in _dialects:
            raise Error("unknown dialect")
        dialect = _dialects[dialect]
    for name in given:
        if name not in _names:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
    made = []
    for name in _names:
        value = given[name] if name in given else getattr(dialect, name, getattr(Dialect, name))
        if name in ("delimiter", "quotechar", "escapechar"):
            if value is None and name == "delimiter":
                raise TypeError('"delimiter" must be string, not NoneType')
            if value is not None and not isinstance(value, str):
                raise TypeError(f'"{name}" must be string{"" if name == "delimiter" else " or None"}, not {type(value).__name__}')
            if value is not None and len(value) != 1 and (value or name == "delimiter"):
                raise TypeError(f'"{name}" must be a 1-character string')
            if value == "":
                value = None
        elif name == "quoting" and value not in (0, 1, 2, 3):
            raise TypeError('bad "quoting" value')
        elif name == "lineterminator" and not isinstance(value, str):
            raise TypeError('"lineterminator" must be a string')
        made.append(value)
    if made[6] != QUOTE_NONE and made[1] is None:
        raise TypeError("quotechar must be set if quoting enabled")
    return tuple(made)

class _Shown(Dialect):
    def __init__(self, settings):
        for name, value in zip(_names, settings):
            setattr(self, name, value)

class _Reader:
    """What gives the rows of a text."""

    line_num: int = 0
    dialect: Any = None

class _Writer:
    """What writes rows to a file."""

    def writerow(self, row: Any, /) -> Any:
        """Write one row.

        >>> import csv, io
        >>> f = io.StringIO()
        >>> csv.writer(f).writerow(["a", "b, c", 1.5, None])
        15
        >>> f.getvalue()
        'a,"b, c",1.5,\\r\\n'
        """
        ...

    def writerows(self, rows: Any, /) -> None:
        """Write several rows.

        >>> import csv, io
        >>> f = io.StringIO()
        >>> csv.writer(f, lineterminator="\\n").writerows([[1, 2], [3, 4]])
        >>> f.getvalue()
        '1,2\\n3,4\\n'
        """
        ...

def _reader(csvfile: Any, settings: Any, dialect: Any) -> Iterator[list[Any]]:
    """The rows of a text, with all settings."""
    ...

def _writer(csvfile: Any, settings: Any, dialect: Any) -> _Writer:
    """What writes rows, with all settings."""
    ...

def reader(csvfile: Iterable[str], dialect: Any = "excel", **fmtparams: Any) -> Any:
    """The rows of a text or file, each a list of texts. Keywords as in Dialect.

    >>> import csv
    >>> list(csv.reader(["a,b", '1,"x, y"']))
    [['a', 'b'], ['1', 'x, y']]
    >>> list(csv.reader(["a;b"], delimiter=";"))
    [['a', 'b']]
    """
    settings = _settings(dialect, fmtparams)
    return _reader(csvfile, settings, _Shown(settings))

def writer(csvfile: Any, dialect: Any = "excel", **fmtparams: Any) -> _Writer:
    """What writes rows to a file: `writerow` and `writerows`. Keywords as in Dialect.

    >>> import csv, io
    >>> f = io.StringIO()
    >>> csv.writer(f, quoting=csv.QUOTE_ALL).writerow([1, "a"])
    9
    """
    settings = _settings(dialect, fmtparams)
    return _writer(csvfile, settings, _Shown(settings))

def register_dialect(name: str, dialect: Any = Dialect, **fmtparams: Any) -> None:
    """Give a dialect a name.

    >>> import csv
    >>> csv.register_dialect("pipes", delimiter="|")
    >>> next(csv.reader(["a|b"], "pipes"))
    ['a', 'b']
    """
    _dialects[name] = _Shown(_settings(dialect, fmtparams))

def unregister_dialect(name: str) -> None:
    """Forget the name of a dialect."""
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]

def get_dialect(name: str) -> Any:
    """The dialect of a name.

    >>> import csv
    >>> csv.get_dialect("excel-tab").delimiter
    '\\t'
    """
    return _Shown(_settings(name, {}))

def list_dialects() -> list[str]:
    """The names of dialects.

    >>> import csv
    >>> csv.list_dialects()[:3]
    ['excel', 'excel-tab', 'unix']
    """
    return list(_dialects)

class DictReader:
    """The rows of a text or file, each a dict by the names in the first row.

    >>> import csv
    >>> for row in csv.DictReader(["name,n", "Al,1"]):
    ...     print(row)
    {'name': 'Al', 'n': '1'}
    """

    reader: Any
    restkey: Any
    restval: Any
    line_num: Any

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    @property
    def fieldnames(self):
        """The names of the columns."""
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __iter__(self):
        return self

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self._fieldnames
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        elif len(row) < len(names):
            for name in names[len(row):]:
                made[name] = self.restval
        return made

class DictWriter:
    """What writes dicts to a file as rows.

    >>> import csv, io
    >>> f = io.StringIO()
    >>> w = csv.DictWriter(f, ["a", "b"], lineterminator="\n")
    >>> w.writeheader()
    4
    >>> w.writerow({"b": 2, "a": 1})
    4
    >>> print(f.getvalue(), end="")
    a,b
    1,2
    """

    fieldnames: Any
    restval: Any
    extrasaction: str
    writer: Any

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Write the names of the columns."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [repr(name) for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(wrong))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        """Write one row."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Write several rows."""
        return self.writer.writerows([self._row(row) for row in rowdicts])
