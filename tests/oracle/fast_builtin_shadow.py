def use(x):
    return len(x), abs(-2), sum([1, 2]), max([3, 4])


print(use([1, 2]))
len = lambda x: "mine"
print(use([1, 2]))
del len
print(use([1, 2]))


class Sized(list):
    def __len__(self):
        return 99

    def append(self, x):
        super().append(("wrapped", x))


class Table(dict):
    def get(self, key, default=None):
        return f"asked {key}"

    def __missing__(self, key):
        return f"missing {key}"


def fill(box):
    for i in range(3):
        box.append(i)
    return len(box), list(box)


for box in ([], Sized(), [], Sized([7])):
    print(fill(box))
for d in ({"a": 1}, Table(a=1), {"b": 2}):
    print([d.get(k) for k in "ab"], d.get("c", 5), "a" in d, len(d))
print(Table()["zz"])
from collections import Counter, OrderedDict, defaultdict, deque

for d in (Counter("aab"), OrderedDict(a=1), defaultdict(int, a=3)):
    print(d.get("a"), d.get("z"), d.get("z", 0), len(d), d["a"])
groups = defaultdict(list)
for word in ["apple", "bob", "avocado", "cat"]:
    groups[word[0]].append(word)
print(dict(groups), groups["z"], len(groups))
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 2
nested["a", "b"]["c"] -= 1
print({k: dict(v) for k, v in nested.items()})
q = deque([1], maxlen=2)
for i in range(3):
    q.append(i)
print(q, len(q))
append = [].append
for i in range(2):
    append(i)
print(append.__self__ if hasattr(append, "__self__") else None)
try:
    [].append()
except TypeError as e:
    print(e)
try:
    {}.get()
except TypeError as e:
    print(e)
try:
    {}.get([])
except TypeError as e:
    print(e)
