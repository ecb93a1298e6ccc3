"""Sizes and times as texts."""

def format_bytes(n: int) -> str:
    """A size in bytes as a text.

    >>> from dask.utils import format_bytes
    >>> format_bytes(1), format_bytes(1234), format_bytes(12345678)
    ('1 B', '1.21 kiB', '11.77 MiB')
    """
    for prefix, k in (("Pi", 2 ** 50), ("Ti", 2 ** 40), ("Gi", 2 ** 30), ("Mi", 2 ** 20), ("ki", 2 ** 10)):
        if n >= k * 0.9:
            return f"{n / k:.2f} {prefix}B"
    return f"{n} B"

def parse_bytes(s: Any) -> int:
    """The number of bytes that a text says.

    >>> from dask.utils import parse_bytes
    >>> parse_bytes('5.4 kB'), parse_bytes('1kiB'), parse_bytes('MB'), parse_bytes(123)
    (5400, 1024, 1000000, 123)
    """
    if isinstance(s, (int, float)):
        return int(s)
    s = s.replace(" ", "")
    if not any(c.isdigit() for c in s):
        s = "1" + s
    index = len(s)
    while index > 0 and s[index - 1].isalpha():
        index -= 1
    number, unit = s[:index], s[index:].lower()
    try:
        n = float(number)
    except ValueError as error:
        raise ValueError(f"Could not interpret '{number}' as a number") from error
    units = {"b": 1, "": 1}
    for power, letter in enumerate("kmgtp", 1):
        units[letter] = units[letter + "b"] = 1000 ** power
        units[letter + "i"] = units[letter + "ib"] = 1024 ** power
    if unit not in units:
        raise ValueError(f"Could not interpret '{s[index:]}' as a byte unit")
    return int(n * units[unit])

def format_time(n: float) -> str:
    """A time in seconds as a text.

    >>> from dask.utils import format_time
    >>> format_time(1), format_time(0.001234), format_time(1234.567)
    ('1.00 s', '1.23 ms', '20m 34s')
    """
    if n > 24 * 60 * 60 * 2:
        d = int(n / 3600 / 24)
        return f"{d}d {int((n - d * 3600 * 24) / 3600)}hr"
    if n > 60 * 60 * 2:
        h = int(n / 3600)
        return f"{h}hr {int((n - h * 3600) / 60)}m"
    if n > 60 * 10:
        m = int(n / 60)
        return f"{m}m {int(n - m * 60)}s"
    if n >= 1:
        return f"{n:.2f} s"
    if n >= 1e-3:
        return f"{n * 1e3:.2f} ms"
    return f"{n * 1e6:.2f} us"
