class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]
    def __setitem__(self, key, v):
        i, j = key
        self.rows[i][j] = v
    def __len__(self):
        return len(self.rows)
    def __iter__(self):
        return iter(self.rows)
    def __contains__(self, v):
        return any(v in r for r in self.rows)
    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __repr__(self):
        return 'Matrix(%r)' % self.rows
    def __bool__(self):
        return bool(self.rows)
m = Matrix([[1, 2], [3, 4]])
m[0, 1] = 20
print(m, m[0, 1], m[1], m[-1, -1], len(m), 4 in m, 9 in m, [sum(r) for r in m], m @ m, bool(Matrix([])), list(m)[0], m[0:1])
class Dot(dict):
    def __getattr__(self, k):
        return self[k]
    def __setattr__(self, k, v):
        self[k] = v
d = Dot(a=1)
d.b = 2
print(d.a, d.b, d, sorted(d), len(d))
class Slicer:
    def __getitem__(self, s):
        return s
print(Slicer()[1:2], Slicer()[::3], Slicer()[1, 2:3, ...], Slicer()['k'], Slicer()[None, -1], Slicer()[:])
for f in [lambda: m[5], lambda: m[0, 9], lambda: m['a', 0]]:
    try:
        f()
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
