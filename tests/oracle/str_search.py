s = 'hello world hello'
print(s.find('hello'), s.find('hello', 1), s.find('xyz'), s.rfind('hello'), s.index('world'), s.rindex('l'), s.count('l'), s.count('hello'), s.count(''), s.find('', 5), s.find('o', 5, 7))
print(s.startswith('hell'), s.startswith('world', 6), s.endswith('lo'), s.startswith(('x', 'h')), s.endswith(('x', 'y')), s.endswith('world', 0, 11), ''.startswith(''))
print(s.replace('hello', 'bye'), s.replace('l', 'L', 2), s.replace('', '-', 3), s.replace('zzz', 'a'), 'aaa'.replace('aa', 'b'), 'abc'.replace('b', ''))
print('wor' in s, 'xyz' not in s, '' in s)
print('prefix-name'.removeprefix('prefix-'), 'name.txt'.removesuffix('.txt'), 'abc'.removeprefix('x'))
print('abc'.translate(str.maketrans('ab', 'xy')), 'abc'.translate(str.maketrans({'a': '1', 'b': None})), 'hello'.translate({108: 'L'}), 'abcd'.translate(str.maketrans('a', 'b', 'cd')))
for f in [lambda: s.index('zzz'), lambda: s.rindex('zzz')]:
    try:
        f()
    except ValueError as e:
        print(e)
try:
    s.find(5)
except TypeError as e:
    print(type(e).__name__)
u = 'naïve café ☕ 😀!'
print(len(u), u.find('☕'), u[11], u[-2], u[::-1], u.index('😀'), u.upper(), u.count('é'), u[2:8])
