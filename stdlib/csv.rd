"""Tables as texts: cells between commas."""

QUOTE_MINIMAL: int = 0
QUOTE_ALL: int = 1
QUOTE_NONNUMERIC: int = 2
QUOTE_NONE: int = 3

def reader(csvfile: Iterable[str], *, delimiter: str = ",", quotechar: str = '"', skipinitialspace: bool = False) -> Iterator[list[str]]:
    """The rows of a text or file, each a list of texts.

    >>> import csv
    >>> list(csv.reader(["a,b", '1,"x, y"']))
    [['a', 'b'], ['1', 'x, y']]
    """
    row = []
    cell = ""
    quoted = False
    for line in csvfile:
        if not quoted and '"' not in line and quotechar not in line and not skipinitialspace:
            line = line.rstrip("\r\n")
            yield line.split(delimiter) if line else []
            continue
        i = 0
        n = len(line)
        while i < n:
            c = line[i]
            i += 1
            if quoted:
                if c == quotechar:
                    if i < n and line[i] == quotechar:
                        cell += c
                        i += 1
                    else:
                        quoted = False
                else:
                    cell += c
            elif c == quotechar and not cell:
                quoted = True
            elif c == delimiter:
                row.append(cell)
                cell = ""
                while skipinitialspace and i < n and line[i] == " ":
                    i += 1
            elif c == "\n" or c == "\r":
                break
            else:
                cell += c
        if not quoted:
            row.append(cell)
            yield row if row != [""] or line.strip("\r\n") else []
            row = []
            cell = ""
    if quoted:
        row.append(cell)
        yield row

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

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, *, delimiter=",", quotechar='"', skipinitialspace=False):
        self.reader = reader(f, delimiter=delimiter, quotechar=quotechar, skipinitialspace=skipinitialspace)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval

    @property
    def fieldnames(self):
        """The names of the columns."""
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made

class _Writer:
    def __init__(self, f, delimiter, quotechar, quoting, lineterminator):
        self._file = f
        self._delimiter = delimiter
        self._quote = quotechar
        self._quoting = quoting
        self._end = lineterminator

    def writerow(self, row):
        cells = []
        row = list(row)
        for value in row:
            text = "" if value is None else str(value)
            wanted = self._quoting == QUOTE_ALL or self._quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))
            special = self._delimiter in text or self._quote in text or "\n" in text or "\r" in text or len(row) == 1 and not text
            if self._quoting != QUOTE_NONE and (wanted or special):
                text = self._quote + text.replace(self._quote, self._quote * 2) + self._quote
            cells.append(text)
        return self._file.write(self._delimiter.join(cells) + self._end)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

def writer(csvfile: Any, *, delimiter: str = ",", quotechar: str = '"', quoting: int = QUOTE_MINIMAL, lineterminator: str = "\r\n") -> Any:
    """What writes rows to a file: `writerow` and `writerows`."""
    return _Writer(csvfile, delimiter, quotechar, quoting, lineterminator)

class DictWriter:
    """What writes dicts to a file as rows."""

    fieldnames: Any
    restval: Any
    extrasaction: str
    writer: Any

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", *, delimiter=",", quotechar='"', quoting=0, lineterminator="\r\n"):
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = _Writer(f, delimiter, quotechar, quoting, lineterminator)

    def writeheader(self):
        """Write the names of the columns."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, rowdict):
        """Write one row."""
        if self.extrasaction == "raise":
            wrong = [repr(name) for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(wrong))
        return self.writer.writerow([rowdict.get(name, self.restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        """Write several rows."""
        for row in rowdicts:
            self.writerow(row)
