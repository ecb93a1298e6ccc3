class Vec:
    def __init__(self, *v):
        self.v = list(v)
    def __repr__(self):
        return f'Vec{tuple(self.v)}'
    def __str__(self):
        return '<' + ' '.join(map(str, self.v)) + '>'
    def __eq__(self, o):
        return isinstance(o, Vec) and self.v == o.v
    def __hash__(self):
        return hash(tuple(self.v))
    def __add__(self, o):
        if isinstance(o, Vec):
            return Vec(*[a + b for a, b in zip(self.v, o.v)])
        return NotImplemented
    def __radd__(self, o):
        return self if o == 0 else NotImplemented
    def __sub__(self, o):
        return Vec(*[a - b for a, b in zip(self.v, o.v)])
    def __mul__(self, k):
        return Vec(*[a * k for a in self.v])
    __rmul__ = __mul__
    def __truediv__(self, k):
        return Vec(*[a / k for a in self.v])
    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.v, o.v))
    def __neg__(self):
        return Vec(*[-a for a in self.v])
    def __abs__(self):
        return sum(a * a for a in self.v) ** 0.5
    def __len__(self):
        return len(self.v)
    def __getitem__(self, i):
        return self.v[i]
    def __setitem__(self, i, x):
        self.v[i] = x
    def __delitem__(self, i):
        del self.v[i]
    def __contains__(self, x):
        return x in self.v
    def __iter__(self):
        return iter(self.v)
    def __bool__(self):
        return any(self.v)
    def __lt__(self, o):
        return abs(self) < abs(o)
    def __call__(self, x):
        return ('called', x)
    def __iadd__(self, o):
        self.v = [a + b for a, b in zip(self.v, o.v)]
        return self
    def __floordiv__(self, k):
        return Vec(*[a // k for a in self.v])
    def __mod__(self, k):
        return Vec(*[a % k for a in self.v])
    def __pow__(self, k):
        return Vec(*[a ** k for a in self.v])
a, b = Vec(1, 2), Vec(3, 4)
print(a, repr(a), [a], a + b, a - b, a * 2, 2 * a, b / 2, a @ b, -a, abs(b), len(a), a[0], a[-1], a[:1])
print(a == Vec(1, 2), a != b, a == 5, hash(a) == hash(Vec(1, 2)), {a: 'x'}[Vec(1, 2)], 2 in a, 9 in a, list(a), bool(Vec(0, 0)), bool(a), a < b, a > b, a(7), sum([a, b]), b // 2, b % 3, b ** 2)
a[0] = 10
del b[1]
print(a, b, sorted([Vec(3), Vec(1)]), max(Vec(3), Vec(1)), tuple(a))
a += Vec(1, 1)
x, y = a
print(a, x, y, [*a], min(a))
for f in [lambda: a + 1, lambda: 1 + a, lambda: a <= b, lambda: a & b, lambda: ~a]:
    try:
        f()
    except TypeError as e:
        print(e)
