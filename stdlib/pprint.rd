"""Values printed over several lines where one is too short."""

def _plain(x, sort):
    # The text of a value on one line, its dicts sorted if wanted.
    if type(x) is dict:
        if not x:
            return "{}"
        pairs = _ordered(x.items(), sort)
        return "{" + ", ".join([f"{_plain(key, sort)}: {_plain(value, sort)}" for key, value in pairs]) + "}"
    if type(x) is list:
        return "[" + ", ".join([_plain(item, sort) for item in x]) + "]" if x else "[]"
    if type(x) is tuple:
        if len(x) == 1:
            return f"({_plain(x[0], sort)},)"
        return "(" + ", ".join([_plain(item, sort) for item in x]) + ")"
    return repr(x)

def _ordered(pairs, sort):
    if not sort:
        return list(pairs)
    try:
        return sorted(pairs, key=_first)
    except TypeError:
        return sorted(pairs, key=_type_name)

def _first(pair):
    return pair[0]

def _type_name(pair):
    return str(type(pair[0])) + repr(pair[0])

def _chunks(text):
    # A string broken after its spaces.
    made = []
    piece = ""
    for i in range(len(text)):
        piece += text[i]
        if text[i].isspace() and (i + 1 == len(text) or not text[i + 1].isspace()):
            made.append(piece)
            piece = ""
    if piece:
        made.append(piece)
    return made

def _string(text, indent, allowance, level, width):
    # The pieces of a string too long for one line.
    level += 1
    lines = text.splitlines(True)
    if level == 1:
        indent += 1
        allowance += 1
    pieces = []
    room = width - indent
    shown = ""
    for i in range(len(lines)):
        shown = repr(lines[i])
        most = room - allowance if i == len(lines) - 1 else room
        if len(shown) <= most:
            pieces.append(shown)
            continue
        parts = _chunks(lines[i])
        current = ""
        room2 = room
        for j in range(len(parts)):
            candidate = current + parts[j]
            if j == len(parts) - 1 and i == len(lines) - 1:
                room2 -= allowance
            if len(repr(candidate)) > room2:
                if current:
                    pieces.append(repr(current))
                current = parts[j]
            else:
                current = candidate
        if current:
            pieces.append(repr(current))
    if len(pieces) == 1:
        return shown
    joined = ("\n" + " " * indent).join(pieces)
    return "(" + joined + ")" if level == 1 else joined

def _items(items, indent, allowance, level, step, width, sort, compact):
    indent += step
    out = [" " * (step - 1)] if step > 1 else []
    separator = ",\n" + " " * indent
    room = width - indent + 1
    left = room
    pending = ""
    for i in range(len(items)):
        last = i == len(items) - 1
        if last:
            room -= allowance
            left -= allowance
        if compact:
            text = _plain(items[i], sort)
            size = len(text) + 2
            if left < size:
                left = room
                if pending:
                    pending = separator
            if left >= size:
                left -= size
                out.append(pending + text)
                pending = ", "
                continue
        out.append(pending + _pretty(items[i], indent, allowance if last else 1, level, step, width, sort, compact))
        pending = separator
    return "".join(out)

def _pretty(x, indent, allowance, level, step, width, sort, compact):
    text = _plain(x, sort)
    if len(text) <= width - indent - allowance:
        return text
    if type(x) is dict:
        inner = indent + step
        pairs = _ordered(x.items(), sort)
        out = []
        for i in range(len(pairs)):
            key = _plain(pairs[i][0], sort)
            last = i == len(pairs) - 1
            value = _pretty(pairs[i][1], inner + len(key) + 2, allowance + 1 if last else 1, level + 1, step, width, sort, compact)
            out.append(f"{key}: {value}")
        return "{" + " " * (step - 1) + (",\n" + " " * inner).join(out) + "}"
    if type(x) is list:
        return "[" + _items(x, indent, allowance + 1, level + 1, step, width, sort, compact) + "]"
    if type(x) is tuple:
        end = ",)" if len(x) == 1 else ")"
        return "(" + _items(x, indent, allowance + len(end), level + 1, step, width, sort, compact) + end
    if type(x) is set and x:
        return "{" + _items(_ordered_items(x), indent, allowance + 1, level + 1, step, width, sort, compact) + "}"
    if type(x) is str and x:
        return _string(x, indent, allowance, level, width)
    return text

def _ordered_items(items):
    try:
        return sorted(items)
    except TypeError:
        return sorted(items, key=repr)

def pformat(object: Any, indent: int = 1, width: int = 80, *, compact: bool = False, sort_dicts: bool = True) -> str:
    """A value as a text whose lines are not wider than `width`, where that can be.

    >>> from pprint import pformat
    >>> print(pformat({"b": [1, 2], "a": "x"}, width=10))
    {'a': 'x',
     'b': [1,
           2]}
    """
    if indent < 0:
        raise ValueError("indent must be >= 0")
    if width == 0:
        raise ValueError("width must be != 0")
    return _pretty(object, 0, 0, 0, indent, width, sort_dicts, compact)

def pprint(object: Any, stream: Any = None, indent: int = 1, width: int = 80, *, compact: bool = False, sort_dicts: bool = True) -> None:
    """Print a value over several lines where one is too short.

    >>> from pprint import pprint
    >>> pprint({"b": 1, "a": 2})
    {'a': 2, 'b': 1}
    """
    text = pformat(object, indent, width, compact=compact, sort_dicts=sort_dicts)
    if stream is None:
        print(text)
    else:
        stream.write(text + "\n")

def pp(object: Any, stream: Any = None, indent: int = 1, width: int = 80, *, compact: bool = False, sort_dicts: bool = False) -> None:
    """As `pprint`, with dicts in their own order."""
    pprint(object, stream, indent, width, compact=compact, sort_dicts=sort_dicts)
