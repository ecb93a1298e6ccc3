name, n, x = 'World', 42, 3.14159
print(f'Hello {name}!', f"{n}", f'{x}', f'{n + 1}', f'{name.upper()}', f'{name!r}', f'{name!s:>8}|', f'{name!r:<10}|', f'{"é"!a}')
print(f'{{}} {{{n}}}', f'{n=}', f'{n = }', f'{x=:.2f}', f'{name=}', f'{name = !s}', f'{n+1=}', f'{x = :8.3f}|')
print(f'{[1, 2, 3]}', f'{ {"a": 1}["a"] }', f'{(1, 2)}', f'{None}', f'{True}', f'{1 if n else 0}', f'{[i for i in range(3)]}')
width, prec = 10, 3
print(f'{x:{width}.{prec}f}|', f'{name:{width}}|', f'{name:>{width}}|', f'{n:0{width}d}', f'{name:{"^"}{width}}|')
print(f'''multi {n}
line {x:.1f}''')
print(f'a' 'b' f'{n}', 'x' f'{n}' 'y{z}')
print(rf'\n{n}', fr'\t{n}')
print(f'{n:>5}' + f'{n:<5}|' + f'{n:^5}|', f'{"nested":{"*"}^{12}}')
print(f'{lambda_ok(3) if False else 5}' if False else f'{(lambda v: v * 2)(4)}')
d = {'key': 'val', 1: 'one'}
print(f"{d['key']} {d[1]}", f'{d}', f'{d!r:>32}')
class P:
    def __str__(self):
        return 'str-P'
    def __repr__(self):
        return 'repr-P'
    def __format__(self, spec):
        return 'fmt-' + spec
class Q:
    def __repr__(self):
        return 'Q!'
print(f'{P()} {P()!s} {P()!r} {P():abc}', f'{Q()}', f'{Q()!s:>5}')
print(f'{P()=}', f'{Q() = }')
try:
    f'{Q():>5}'
except TypeError as e:
    print(e)
try:
    f'{undefined}'
except NameError as e:
    print(e)
print(f'{x!r:.3}', f'{3:d}{4:d}', f'{"a"}{"b"!r}')
