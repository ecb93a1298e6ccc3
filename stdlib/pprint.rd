"""Containers on several lines."""

class _Key:
    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))

def _pair_key(pair):
    return (_Key(pair[0]), _Key(pair[1]))

class PrettyPrinter:
    """What lays out containers."""

    def __init__(self, indent: int = 1, width: int = 80, depth: int | None = None, stream: Any = None, *, compact: bool = False, sort_dicts: bool = True, underscore_numbers: bool = False) -> None:
        """Lay out within a width."""
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        """Print a value."""
        print(self.pformat(object), file=self._stream)

    def pformat(self, object):
        """A value as text."""
        parts = []
        self._write(object, parts, 0, 0, 0)
        return "".join(parts)

    def _repr(self, obj, level):
        kind = type(obj)
        if kind is dict:
            if not obj:
                return "{}"
            if self._depth and level >= self._depth:
                return "{...}"
            pairs = sorted(obj.items(), key=_pair_key) if self._sort else obj.items()
            return "{" + ", ".join([f"{self._repr(k, level + 1)}: {self._repr(v, level + 1)}" for k, v in pairs]) + "}"
        if kind is list or kind is tuple:
            if not obj:
                return "[]" if kind is list else "()"
            if self._depth and level >= self._depth:
                return "[...]" if kind is list else "(...)"
            inside = ", ".join([self._repr(item, level + 1) for item in obj])
            if kind is list:
                return f"[{inside}]"
            return f"({inside},)" if len(obj) == 1 else f"({inside})"
        if kind is int and self._underscores:
            return f"{obj:_d}"
        return repr(obj)

    def _write(self, obj, out, indent, allowance, level):
        text = self._repr(obj, level)
        room = self._width - indent - allowance
        if len(text) <= room:
            out.append(text)
            return
        level += 1
        kind = type(obj)
        name = kind.__name__
        if kind is dict:
            self._dict(obj, out, indent, allowance, level)
        elif kind is list:
            out.append("[")
            self._items(obj, out, indent, allowance + 1, level)
            out.append("]")
        elif kind is tuple:
            out.append("(")
            self._items(obj, out, indent, allowance + (2 if len(obj) == 1 else 1), level)
            out.append(",)" if len(obj) == 1 else ")")
        elif kind is set and obj:
            out.append("{")
            self._items(sorted(obj, key=_Key), out, indent, allowance + 1, level)
            out.append("}")
        elif kind is frozenset and obj:
            out.append("frozenset({")
            self._items(sorted(obj, key=_Key), out, indent + 11, allowance + 2, level)
            out.append("})")
        elif kind is str and obj:
            self._text(obj, out, indent, allowance, level)
        elif isinstance(obj, dict) and name == "OrderedDict" and obj:
            out.append("OrderedDict([")
            self._pairs(list(obj.items()), out, indent + 13, allowance + 2, level)
            out.append("])")
        elif isinstance(obj, dict) and name == "Counter" and obj:
            out.append("Counter({")
            self._entries(obj.most_common(), out, indent + 8, allowance + 2, level)
            out.append("})")
        elif isinstance(obj, dict) and name == "defaultdict":
            head = f"defaultdict({obj.default_factory!r},"
            out.append(head + "\n" + " " * (indent + 12))
            self._dict(dict(obj), out, indent + 12, allowance + 1, level)
            out.append(")")
        else:
            out.append(text)

    def _dict(self, obj, out, indent, allowance, level):
        out.append("{")
        if self._indent > 1:
            out.append(" " * (self._indent - 1))
        if obj:
            pairs = sorted(obj.items(), key=_pair_key) if self._sort else list(obj.items())
            self._entries(pairs, out, indent, allowance + 1, level)
        out.append("}")

    def _entries(self, pairs, out, indent, allowance, level):
        indent += self._indent
        last = len(pairs) - 1
        for at, (key, value) in enumerate(pairs):
            shown = self._repr(key, level)
            out.append(shown + ": ")
            self._write(value, out, indent + len(shown) + 2, allowance if at == last else 1, level)
            if at != last:
                out.append(",\n" + " " * indent)

    def _pairs(self, pairs, out, indent, allowance, level):
        indent += self._indent
        last = len(pairs) - 1
        for at, (key, value) in enumerate(pairs):
            shown = self._repr(key, level)
            out.append("(" + shown + ", ")
            self._write(value, out, indent + len(shown) + 2, (allowance if at == last else 1) + 1, level)
            out.append(")")
            if at != last:
                out.append(",\n" + " " * indent)

    def _items(self, items, out, indent, allowance, level):
        indent += self._indent
        if self._indent > 1:
            out.append(" " * (self._indent - 1))
        between = ",\n" + " " * indent
        glue = ""
        width = room = self._width - indent + 1
        last = len(items) - 1
        for at, item in enumerate(items):
            if at == last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, level)
                size = len(text) + 2
                if width < size:
                    width = room
                    if glue:
                        glue = between
                if width >= size:
                    width -= size
                    out.append(glue)
                    glue = ", "
                    out.append(text)
                    continue
            out.append(glue)
            glue = between
            self._write(item, out, indent, allowance if at == last else 1, level)

    def _text(self, obj, out, indent, allowance, level):
        chunks = []
        lines = obj.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = most = self._width - indent
        for at, line in enumerate(lines):
            text = repr(line)
            if at == len(lines) - 1:
                most -= allowance
            if len(text) <= most:
                chunks.append(text)
                continue
            parts = _words(line)
            width = room
            current = ""
            for place, part in enumerate(parts):
                candidate = current + part
                if place == len(parts) - 1 and at == len(lines) - 1:
                    width -= allowance
                if len(repr(candidate)) > width:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        if level == 1:
            out.append("(")
        for at, chunk in enumerate(chunks):
            if at > 0:
                out.append("\n" + " " * indent)
            out.append(chunk)
        if level == 1:
            out.append(")")

def _words(line):
    """Words, each with the white space after it."""
    parts = []
    current = ""
    for c in line:
        if not c.isspace() and current and current[-1].isspace():
            parts.append(current)
            current = ""
        current += c
    if current:
        parts.append(current)
    return parts

def pformat(object: Any, indent: int = 1, width: int = 80, depth: int | None = None, *, compact: bool = False, sort_dicts: bool = True, underscore_numbers: bool = False) -> str:
    """A value as text on as many lines as its width asks for.

    >>> from pprint import pformat
    >>> pformat({"b": 1, "a": 2})
    "{'a': 2, 'b': 1}"
    """
    printer = PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    return printer.pformat(object)

def pprint(object: Any, stream: Any = None, indent: int = 1, width: int = 80, depth: int | None = None, *, compact: bool = False, sort_dicts: bool = True, underscore_numbers: bool = False) -> None:
    """Print a value on as many lines as its width asks for.

    >>> from pprint import pprint
    >>> pprint([1, 2], width=4)
    [1,
     2]
    """
    printer = PrettyPrinter(indent=indent, width=width, depth=depth, stream=stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    printer.pprint(object)

def pp(object: Any, *args: Any, sort_dicts: bool = False, **kwargs: Any) -> None:
    """As pprint, with the keys of dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
