d = {i: str(i) for i in range(5)}
for what in (d, d.keys(), d.values(), d.items()):
    try:
        for x in what:
            d[len(d) + 10] = "new"
    except RuntimeError as e:
        print(e)
for view in ("keys", "values", "items"):
    try:
        for x in getattr(d, view)():
            d.popitem()
    except RuntimeError as e:
        print(view, e, len(d))
try:
    for k, v in d.items():
        del d[k]
except RuntimeError as e:
    print("unpacked", e, d)
d = {"a": 1, "b": 2, "c": 3}
for k, v in d.items():
    d[k] = v * 10
print(d)
for k in list(d):
    if k != "b":
        del d[k]
print(d)
d = {}
for i in range(40):
    d[i] = i
    if i % 3 == 0:
        d.pop(i // 2, None)
print(list(d), len(d), 6 in d, 7 in d)
print({k: v for k, v in d.items() if k % 5 == 0})
try:
    for a, b, c in d.items():
        pass
except ValueError as e:
    print(e)
try:
    for a, b in d:
        pass
except TypeError as e:
    print(e)
it = iter(d.items())
print(next(it))
d["more"] = 1
try:
    next(it)
except RuntimeError as e:
    print(e)
