print('a b  c'.split(), 'a b  c'.split(' '), 'a,b,,c'.split(','), ''.split(), ''.split(','), '  x  '.split(), 'a,b,c'.split(',', 1), 'a b c d'.split(None, 2))
print('a,b,c'.rsplit(',', 1), ' a b c '.rsplit(None, 1), 'abc'.rsplit('x'), 'a--b--c'.split('--'), 'a b'.split(maxsplit=0), 'a b c'.split(sep=' ', maxsplit=1))
print('one\ntwo\r\nthree\rfour\n'.splitlines(), 'a\nb\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), 'a\x0bb\u2028c'.splitlines())
print('k=v=w'.partition('='), 'kv'.partition('='), 'k=v=w'.rpartition('='), 'kv'.rpartition('='))
print(','.join(['a', 'b']), ''.join('abc'), '-'.join([]), ', '.join(str(i) for i in range(4)), 'x'.join({'k': 1, 'j': 2}), '-'.join(('only',)))
for bad in [lambda: 'a'.split(''), lambda: 'a'.partition('')]:
    try:
        bad()
    except ValueError as e:
        print(e)
for bad in [[1, 2], ['a', None]]:
    try:
        ','.join(bad)
    except TypeError as e:
        print(e)
try:
    ','.join(5)
except TypeError as e:
    print(e)
line = '2013,1,EWR,39.02\n'
year, month, origin, temp = line.strip().split(',')
print(int(year), int(month), origin, float(temp))
