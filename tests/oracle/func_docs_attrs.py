def f(a, b: int = 2) -> str:
    """Doc of f.

    More."""
    return 'x'
print(f.__name__, f.__doc__, callable(f), f.__name__ == 'f', (lambda: 0).__name__)
f.tag = 'attr'
print(f.tag, hasattr(f, 'tag'), hasattr(f, 'nope'), getattr(f, 'nope', 1))
class C:
    """Class doc."""
    def m(self):
        """Method doc."""
print(C.__doc__, C.m.__doc__, C().m.__name__, C.__name__, C().__class__ is C, type(C()).__name__, type(C).__name__, isinstance(C, type))
g = f
print(g.__name__, g is f, g == f, [f][0](1), {f: 1}[g], f in {f})
print(len.__name__, str.upper.__name__, [].append.__name__, int.__name__, type(f).__name__, type(len).__name__, type(C().m).__name__)
