print(repr('  a b '.strip()), repr('  a '.lstrip()), repr('  a '.rstrip()), repr('xxaxx'.strip('x')), repr('abcba'.strip('ab')), repr('\t\n x\r\n'.strip()), repr('www.a.com'.lstrip('w.')), repr('a\n'.rstrip('\n')))
print(repr('a'.center(5)), repr('ab'.center(5)), repr('ab'.center(7, '*')), repr('a'.ljust(4) + '|'), repr('a'.rjust(4, '.')), repr('abc'.center(2)), repr('abc'.ljust(2)))
print('42'.zfill(5), '-42'.zfill(5), '+7'.zfill(4), 'abc'.zfill(2), ''.zfill(2))
print(repr('a\tb\tc'.expandtabs()), repr('a\tbc'.expandtabs(4)), repr('\t'.expandtabs(2)))
print('ab' * 3, 3 * 'ab', 'ab' * 0, 'ab' * -1, 'a' + 'b', '-' * 20)
s = 'x'
s += 'y'
s *= 2
print(s, s[0], s[-1], s[1:3], len(s), list(s), tuple(s), sorted('hello'), max(s), min(s))
print('a' < 'b', 'abc' < 'abd', 'a' < 'ab', 'A' < 'a', 'a' == 'a', 'a' != 'b', 'a' is not None)
for f in [lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 'b', lambda: 'a' - 'b', lambda: 'a' / 2, lambda: 'a' * 1.5, lambda: -'a', lambda: 'a' + None, lambda: ['a'] + 'a']:
    try:
        f()
    except TypeError as e:
        print(e)
try:
    'abc'.nope()
except AttributeError as e:
    print(e)
try:
    'abc'.center(9, 'xy')
except TypeError as e:
    print(e)
