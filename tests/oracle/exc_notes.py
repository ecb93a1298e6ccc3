# Notes of exceptions.
class Own(ValueError):
    pass


for x in [BaseException("b"), Own("u"), ValueError("v"), OSError(2, "x")]:
    x.add_note("first")
    x.add_note("second")
    print(type(x).__name__, x, x.__notes__)
try:
    try:
        raise KeyError("k")
    except KeyError as e:
        e.add_note("told")
        raise
except KeyError as e:
    print(e, e.__notes__, hasattr(ValueError("w"), "__notes__"))
