s = 'Hello, Wörld! 😀'
print(len(s), s[0], s[-1], s[8], s[7:12], s[::-1], s[-3:], s[:5] + s[5:] == s)
for i, c in enumerate('aé😀'):
    print(i, c, ord(c), repr(c))
print([c for c in s if c.isupper()], list(s)[-2:], ''.join(reversed(s)), sorted(set('banana')), 'b' in s, {c: s.count(c) for c in 'lo'})
print('abc' * 2 + 'd', 'a,b'.split(',') + ['c'], '%s' % 'x' * 3, 'ab' 'cd'[0], ('ab' 'cd')[3], max('hello'), min('hello'))
t = 'é' * 5 + 'x'
print(t[5], t[4], t[2:], t.index('x'), t.replace('é', 'e'), len(t), t.encode if False else t.upper())
print('\u0130'.lower() == 'i̇', 'ß'.upper(), 'ǆ'.title(), 'Σ'.lower(), 'ΑΣ'.lower(), 'ﬁ'.upper())
