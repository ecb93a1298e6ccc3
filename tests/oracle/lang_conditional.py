def sign(x):
    return 'pos' if x > 0 else 'neg' if x < 0 else 'zero'
print([sign(x) for x in (-2, 0, 3)])
for v in [0, 1, '', 'a', [], [0], {}, {1: 2}, None, 0.0, 1e-9, (), (0,), set(), range(0), range(1), True, float('nan')]:
    print(bool(v), not v, 'T' if v else 'F', v and 'and', v or 'or')
x = 5
print(x > 3 and x < 10, not (x > 3 and x < 10), x > 3 or 1 / 0, x < 3 and 1 / 0)
print((lambda: 1 if x else 2)(), [1, 2][x > 3], (x == 5) + (x > 1), x in (1, 5), x not in [5])
if x == 1 or x == 5 and not x == 2:
    print('precedence')
if 1 < x <= 5 != 6:
    print('chained')
