def churn(limit):
    d, log = {}, []
    for i in range(60):
        d[i * 7 % limit] = i
        if i % 4 == 3:
            d.pop(i * 5 % limit, None)
        if i % 17 == 16:
            log.append((len(d), list(d.items())[:3]))
    return log, sorted(d)


for limit in (3, 7, 8, 9, 10, 16, 33):
    print(limit, churn(limit))
mixed = {1: "int", "1": "text", (1,): "tuple", None: "none", 2.5: "float", True: "bool", "x": "x"}
print(mixed, len(mixed))
for key in (1.0, "1", (1,), (1.0,), None, 2.5, False, "x", frozenset()):
    print(repr(key), key in mixed, mixed.get(key, "-"))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n % 3)

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


d = {Key(i): i for i in range(12)}
print(d[Key(7)], Key(13) in d, d.pop(Key(3)), len(d))
d[Key(4)] = "four"
print(d)
one = {Key(1): "a", 1: "b"}
print(one.get(1), one.get(Key(1)), one.get(Key(4)))
print({**one, "z": 1} | {1: "c"}, dict(one, y=2))
copy = dict(mixed)
copy.update({"new": 1, 1: "one"})
print(copy, list(reversed(copy)))
try:
    {}[[1]] = 2
except TypeError as e:
    print(e)
for missing in ("k", 3, (1, 2), None):
    try:
        mixed.copy()[missing, "no"]
    except KeyError as e:
        print(e)
a = {"p": 1, "q": [2]}
b = {"q": [2], "p": 1}
print(a == b, a == {"p": 1}, a != b)
