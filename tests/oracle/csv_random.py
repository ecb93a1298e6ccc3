# Random tables written and read back in every dialect; random texts read.
import csv
import io

state = 3


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return (state >> 33) % n


PARTS = ["a", "b", '"', "'", ",", ";", "\n", "\r\n", " ", "\\", "é", "1"]


def cell():
    return "".join(PARTS[rand(len(PARTS))] for _ in range(rand(5)))


OPTIONS = [{}, {"quoting": csv.QUOTE_ALL}, {"delimiter": ";", "quotechar": "'"}, {"lineterminator": "\n"}, {"dialect": "excel-tab"}, {"dialect": "unix"}, {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONNUMERIC}]
for n in range(120):
    rows = [[cell() for _ in range(1 + rand(4))] for _ in range(rand(4))]
    options = OPTIONS[n % len(OPTIONS)]
    f = io.StringIO(newline="")
    try:
        csv.writer(f, **options).writerows(rows)
        print(n, repr(f.getvalue()))
        f.seek(0)
        print(list(csv.reader(f, **options)))
    except csv.Error as e:
        print(n, "Error", e)
    text = "".join(PARTS[rand(len(PARTS))] for _ in range(rand(14)))
    for strict in (False, True):
        try:
            print(repr(text), list(csv.reader(io.StringIO(text, newline=""), strict=strict, **options)))
        except (csv.Error, ValueError) as e:
            print(repr(text), type(e).__name__, e)
