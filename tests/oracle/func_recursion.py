def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def power_set(s):
    return [[]] if not s else [p + x for p in power_set(s[1:]) for x in ([], [s[0]])]
def flatten(x):
    return [y for e in x for y in flatten(e)] if isinstance(x, (list, tuple)) else [x]
def binom(n, k):
    return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)
def digits(n):
    return [n] if n < 10 else digits(n // 10) + [n % 10]
print(ack(2, 3), power_set([1, 2, 3]), flatten([1, (2, [3, [4]]), []]), binom(10, 4), digits(90210))
def queens(n, placed=()):
    if len(placed) == n:
        return 1
    return sum(queens(n, placed + (c,)) for c in range(n) if all(c != p and abs(c - p) != len(placed) - i for i, p in enumerate(placed)))
print([queens(n) for n in range(1, 7)])
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(500))
def forever(n):
    return forever(n + 1) + 1
try:
    forever(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
class Node:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right
    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.v
        if self.right:
            yield from self.right
def insert(node, v):
    if node is None:
        return Node(v)
    if v < node.v:
        node.left = insert(node.left, v)
    else:
        node.right = insert(node.right, v)
    return node
root = None
for v in [5, 2, 8, 1, 9, 3]:
    root = insert(root, v)
print(list(root))
