import csv
import io


def written(rows, **options):
    f = io.StringIO()
    w = csv.writer(f, **options)
    for row in rows:
        w.writerow(row)
    return repr(f.getvalue())


rows = [["a", "b,c", 'd"e'], [1, 2.5, None], ["x\ny", "", " z "], [True, -1, 1e20], ["é", "日"], []]
print(written(rows))
print(written(rows, quoting=csv.QUOTE_ALL))
print(written(rows, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n"))
print(written([["a", "b c"], [1, 2]], delimiter=" "), written([["a\tb"]], dialect="excel-tab"), written([["a"]], dialect="unix"))
print(written([['a"b', "c,d"]], quoting=csv.QUOTE_NONE, escapechar="\\"), written([['a"b']], doublequote=False, escapechar="\\"))
print(written([[""], ["", ""], [None], [0]]), written([["it's"]], quotechar="'"))
for rows, options in [([["a,b"]], {"quoting": csv.QUOTE_NONE}), ([5], {}), ([[""]], {"quoting": csv.QUOTE_NONE}), ([['a"b']], {"doublequote": False})]:
    try:
        print(written(rows, **options))
    except Exception as e:
        print(type(e).__name__, e)
f = io.StringIO()
w = csv.DictWriter(f, ["a", "b"], restval="-")
print(w.writeheader(), w.writerow({"a": 1}), w.writerow({"b": 2, "a": "x,y"}))
w.writerows([{"a": 3, "b": 4}])
print(repr(f.getvalue()))
try:
    w.writerow({"a": 1, "z": 2})
except ValueError as e:
    print(e)
csv.DictWriter(f, ["a"], extrasaction="ignore").writerow({"a": 1, "z": 2})
print(repr(f.getvalue()[-5:]))
f = io.StringIO()
print(csv.writer(f).writerow(["abc", 1]), csv.writer(f).writerows([[1, 2], [3, 4]]))
f.seek(0)
print(list(csv.reader(f)))
with open("/tmp/rdask_oracle.csv", "w", newline="") as out:
    w = csv.writer(out)
    w.writerow(["name", "text"])
    w.writerow(["a", "two\nlines"])
with open("/tmp/rdask_oracle.csv", newline="") as inp:
    print(list(csv.DictReader(inp)))
