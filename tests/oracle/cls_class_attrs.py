class Base:
    registry = {}
    kinds = []
    limit = 10
    def __init__(self, name):
        self.name = name
        type(self).registry[name] = self
        self.kinds.append(type(self).__name__)
    @classmethod
    def get(cls, name):
        return cls.registry.get(name)
    @classmethod
    def make(cls, *names):
        return [cls(n) for n in names]
    @staticmethod
    def valid(name):
        return name.isalpha()
    def __repr__(self):
        return f'{self.__class__.__name__}({self.name!r})'
class Child(Base):
    limit = 20
    @classmethod
    def make(cls, *names):
        return super().make(*[n.upper() for n in names])
Base('a')
print(Child.make('b', 'c'), Base.get('a'), Child.get('B'), sorted(Base.registry), Base.kinds, Child.kinds is Base.kinds, Base.limit, Child.limit, Child('d').limit, Base.valid('x1'), Child('e').valid('ok'))
Base.limit = 99
Child.extra = 'new'
print(Child.limit, Base('z').limit, Child('y').extra, hasattr(Base, 'extra'), isinstance(Base.get('y'), Child), getattr(Child, 'limit'), Base.make('q')[0].name)
f = Base.get('a').__repr__
print(f(), Base.__repr__(Child('w')), Child.__name__, Child.__bases__ == (Base,), Child.__mro__[1] is Base, issubclass(Child, Base), issubclass(Child, (int, Base)))
class Meta:
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)
    def __eq__(self, o):
        return self.__dict__ == o.__dict__
m = Meta(a=1, b=[2])
print(m.a, m.b, m.__dict__, vars(m), m == Meta(a=1, b=[2]), m == Meta(a=2), sorted(k for k in vars(m)))
