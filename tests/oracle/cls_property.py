class Temp:
    scale = 'C'
    def __init__(self, c):
        self._c = c
    @property
    def c(self):
        """Celsius."""
        return self._c
    @c.setter
    def c(self, v):
        if v < -273.15:
            raise ValueError('below absolute zero')
        self._c = v
    @property
    def f(self):
        return self._c * 9 / 5 + 32
    @staticmethod
    def to_k(c):
        return c + 273.15
    @classmethod
    def from_f(cls, f):
        return cls((f - 32) * 5 / 9)
    def __repr__(self):
        return f'{type(self).__name__}({self._c:.2f})'
t = Temp(20)
print(t.c, t.f, Temp.to_k(0), t.to_k(1), Temp.from_f(212), t)
t.c = 30
print(t.c, t.f)
t.c += 5
print(t.c)
try:
    t.c = -300
except ValueError as e:
    print(e)
try:
    t.f = 5
except AttributeError as e:
    print(e)
class Sub(Temp):
    @property
    def f(self):
        return 'F:' + str(super().f)
print(Sub(0).f, Sub.from_f(32), Sub(1).to_k(0))
class Lazy:
    def __getattr__(self, name):
        if name.startswith('x'):
            return name * 2
        raise AttributeError('no ' + name)
l = Lazy()
l.real = 1
print(l.xy, l.real, hasattr(l, 'q'), getattr(l, 'q', None))
try:
    l.q
except AttributeError as e:
    print(e)
class Const:
    A = 1
    B = A + 1
    def method(self):
        return self.A + Const.B
print(Const.A, Const.B, Const().method())
