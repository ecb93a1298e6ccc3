print('%d %i %s %r' % (1, 2.9, 'a', 'a'), '%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42))
print('%f %.2f %e %.3E %g %G' % (3.14159, 3.14159, 31415.9, 31415.9, 0.00001, 1e20))
print('%x %X %o %#x %#o %c %c' % (255, 255, 8, 255, 8, 'z', 65), '%%' % (), '100%%' % ())
print('%s' % 'one', '%s' % [1, 2], '%s and %s' % ('a', 'b'), '%s' % None, '%s' % 1.5, '%s' % ((1, 2),))
print('%(name)s is %(age)d years, %(age)05.1f' % {'name': 'Bob', 'age': 30})
print('%10s|%-10s|%.2s|%10.2s|' % ('hi', 'hi', 'hello', 'hello'), '%*d|%-*d|%.*f' % (6, 42, 6, 42, 2, 3.14159))
print('%5.1f%%' % 45.678, '%r %s %a' % ('é', 'é', 'é'), '%08.3f' % -3.14159, '%+.1e' % 12345.678)
print('%d' % True, '%d' % 10 ** 2 if False else '%d' % (10 ** 20,), '%s' % True, '%5s' % None, '%d' % -0.5)
print('%s: %s' % tuple(['k', [1]]), '%-8s=' % 'key', '%3d%%' % 7)
for fmt, args in [('%d', 'a'), ('%d %d', (1,)), ('%d', (1, 2)), ('%f', 'x'), ('%z', 1), ('%(a)s', (1,)), ('%', 1), ('%x', 1.5), ('%c', 'ab')]:
    try:
        fmt % args
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    '%(b)s' % {'a': 1}
except KeyError as e:
    print(type(e).__name__, e)
