def down(n):
    return down(n + 1)


class Node:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return self + other

    def __lt__(self, other):
        return self < other

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr(self)


def gen(n):
    yield from gen(n + 1)


def by_key(n):
    return sorted([n], key=by_key)


node = Node(1)
for what in (
    lambda: down(0),
    lambda: node + 1,
    lambda: node < 1,
    lambda: sorted([node, node]),
    lambda: repr(node),
    lambda: list(gen(0)),
    lambda: by_key(1),
    lambda: max([1, 2], key=by_key),
    lambda: [x for x in map(down, [1])],
):
    try:
        what()
        print("no error")
    except RecursionError as e:
        print("RecursionError", str(e)[:32])


def depth(n):
    return 1 if n == 0 else 1 + depth(n - 1)


print(depth(300), sum(depth(i) for i in range(100)))
