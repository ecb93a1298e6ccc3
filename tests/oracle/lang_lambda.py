fs = {'add': lambda a, b: a + b, 'neg': lambda a: -a, 'const': lambda: 42, 'default': lambda a, b=10: a * b, 'star': lambda *a, **k: (len(a), sorted(k))}
print(fs['add'](1, 2), fs['neg'](3), fs['const'](), fs['default'](2), fs['default'](2, b=3), fs['star'](1, 2, x=1))
print((lambda x: (lambda y: x + y))(1)(2), (lambda *, k: k)(k=5), list(map(lambda x: x ** 2, range(4))), sorted('bca', key=lambda c: -ord(c)))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda rec: lambda n: 1 if n < 2 else n * rec(n - 1))(6))
ops = [lambda x, n=n: x ** n for n in range(4)]
print([op(2) for op in ops], (lambda x: x if x else 'none')(0), (lambda: (yield_ := 3))())
