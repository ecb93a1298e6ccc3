class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, V) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n

    def __hash__(self):
        return self.n


a, b, c = V(1), V(1), V(2)
print(a == b, a != b, a == c, a < c, c > a, a in [b], [a, c] == [b, c], (a, 1) == (b, 1), (a, 1) < (c, 0), {a: 1}[b])
print(a == 1, a != 1, 1 in [a], None == a, a is None, a is not None, None is None)
for op in (lambda: a <= b, lambda: a < 1, lambda: (1, "x") < (1, 2), lambda: [1] < (1,), lambda: None < 1):
    try:
        print(op())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
nan = float("nan")
print(nan == nan, (nan,) == (nan,), [nan] == [nan], nan in [nan], (1, nan) < (1, nan), (nan, 1) < (nan, 2))
print(1 == 1.0 == True, (1, 2.0) == (1.0, 2), (0, -0.0) == (0.0, 0), (1, (2, 3)) < (1, (2, 4)), () < (1,), (1,) < ())
print("a" < "b" < "c", "a" == "a" != "b", "Z" < "a", "" < "a", "ä" > "z", "abc" >= "abc", "ab" <= "a")
print(2**63 > 2**62, (2**70, 1) > (2**69, 2), 2**53 + 1 > 2.0**53, (1, 2**53 + 1) > (1, 2.0**53))
x = y = [1, 2]
print(x is y, x == [1, 2], x is [1, 2], x != y, x <= y, [1, [2]] < [1, [3]])
