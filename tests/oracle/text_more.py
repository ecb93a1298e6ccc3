import functools
import statistics
import string
import textwrap
import uuid
from collections import ChainMap

t = string.Template("$who owes ${amount}$$ to $who")
print(t.substitute(who="Al", amount=5), t.substitute({"who": "Bo"}, amount=6), t.safe_substitute(who="X"), t.template)
for text in ["$", "a $1", "${a", "x\ny $-"]:
    try:
        print(string.Template(text).substitute(a=1))
    except ValueError as e:
        print(e)
    print(string.Template(text).safe_substitute(a=1))
try:
    t.substitute(who=1)
except KeyError as e:
    print("KeyError", e)
w = textwrap.TextWrapper(width=20, initial_indent="* ", subsequent_indent="  ")
print(w.fill("The quick brown fox jumps over the lazy dog"), w.wrap("short"))
print(statistics.linear_regression([1, 2, 3, 4], [2, 4.1, 5.9, 8]), statistics.linear_regression([1, 2], [2, 4], proportional=True))
n = statistics.NormalDist(10, 2)
print(n, n.mean, n.stdev, n.variance, n.pdf(10), round(n.cdf(12), 12), n.zscore(14), statistics.NormalDist.from_samples([1, 2, 3]))
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.urn, u.version, u == uuid.UUID(int=u.int), uuid.UUID(bytes=u.bytes) == u, str(u)[:8])
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x.y"), uuid.uuid5(uuid.NAMESPACE_DNS, "a").version, uuid.uuid4().version, len({uuid.uuid4() for _ in range(50)}))
for call in [lambda: uuid.UUID("12"), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID(int=-1)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
c["z"] = 9
print(c, c["a"], c["b"], len(c), list(c), "b" in c, c.get("q"), c.new_child({"a": 0})["a"], c.parents, dict(c), c.maps)
try:
    del c["b"]
except KeyError as e:
    print(e)


@functools.singledispatch
def show(x):
    return "other"


@show.register(int)
def _(x):
    return "int"


@show.register(list)
def _(x):
    return "list of " + ", ".join(show(i) for i in x)


print(show(1), show("a"), show([1, "b", True]), show(2.5))
