"""Values as JSON text, and back."""

def loads(s: str | bytes, *, object_hook: Callable | None = None, parse_float: Callable | None = None, parse_int: Callable | None = None, parse_constant: Callable | None = None, object_pairs_hook: Callable | None = None, cls: Any = None) -> Any:
    """The value that a JSON text stands for.

    >>> import json
    >>> json.loads('{"a": [1, 2.5, null]}')
    {'a': [1, 2.5, None]}
    """
    ...

def load(fp: Any, *, object_hook: Callable | None = None, parse_float: Callable | None = None, parse_int: Callable | None = None, parse_constant: Callable | None = None, object_pairs_hook: Callable | None = None, cls: Any = None) -> Any:
    """The value of the JSON text in an open file."""
    ...

def dumps(obj: Any, *, skipkeys: bool = False, ensure_ascii: bool = True, check_circular: bool = True, allow_nan: bool = True, cls: Any = None, indent: Any = None, separators: Any = None, default: Callable | None = None, sort_keys: bool = False) -> str:
    """A value as JSON text.

    >>> import json
    >>> json.dumps({"b": [1, True], "a": None}, sort_keys=True)
    '{"a": null, "b": [1, true]}'
    """
    ...

def dump(obj: Any, fp: Any, *, skipkeys: bool = False, ensure_ascii: bool = True, check_circular: bool = True, allow_nan: bool = True, cls: Any = None, indent: Any = None, separators: Any = None, default: Callable | None = None, sort_keys: bool = False) -> None:
    """Write a value as JSON text to an open file."""
    ...

class JSONDecodeError(ValueError):
    """A text is no JSON; `msg`, `pos`, `lineno` and `colno` say where."""
