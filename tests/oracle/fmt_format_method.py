print('{} {}'.format(1, 2), '{0} {1} {0}'.format('a', 'b'), '{name} {}'.format(1, name='n'), '{{}} {}'.format(3))
print('{:>8}|{:<8}|{:^8}|'.format('r', 'l', 'c'), '{:.2f} {:,} {:x} {:%}'.format(3.14159, 1234567, 255, 0.25))
print('{0[0]} {0[1]} {1[key]} {2.real}'.format([10, 20], {'key': 'v'}, 5), '{!r} {!s}'.format('a', 'a'), '{0!r:>6}'.format('ab'))
print('{:{}}|{:{w}.{p}f}'.format('x', 5, 2.71828, w=8, p=2), '{a}{b}{a}'.format(a=1, b=2), '{a}'.format(**{'a': 9}), '{}-{}'.format(*[1, 2]))
print('{:02d}:{:02d}:{:05.2f}'.format(1, 2, 3.14159), '{:>10s}'.format('abc'), '{:+d} {: d}'.format(5, 5), '{:e}'.format(12345.6789))
class P:
    def __init__(self):
        self.x = 1.5
print('{p.x} {p.x:.3f}'.format(p=P()), '{[a]}'.format({'a': 1}), '{}'.format(None), '{!r}'.format([None, 'x']))
print('{:d} items'.format(3), '{:5}|{:5}|'.format(1, 'a'), '{:<5}|{:>5}|'.format(1, 'a'), '{:s}'.format('q'))
print(format(1.5), format(255, 'x'), format('a', '>3'), '{:*^20}'.format(' mid '), '{x}'.format_map({'x': 1}))
for fmt, args in [('{} {}', (1,)), ('{2}', (1,)), ('{} {0}', (1,)), ('{0} {}', (1,)), ('{', ()), ('}', ()), ('{:d}', ('a',)), ('{!z}', (1,))]:
    try:
        fmt.format(*args)
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
try:
    '{a}'.format(b=1)
except KeyError as e:
    print(type(e).__name__, e)
try:
    '{0.nope}'.format(1)
except AttributeError as e:
    print(type(e).__name__, e)
