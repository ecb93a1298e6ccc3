for x in [0.1, 0.2 + 0.1, 1 / 3, 2 / 3, 1e16, 1e15, 123456789012345680.0, 1e17, 1e22, 1e23, 1e-4, 1e-5, 0.00012345, 5e-324,
          1.7976931348623157e308, -0.0, 0.0, 100.0, 1234567.125, 3.141592653589793, 2.5e-8, 9007199254740993.0, 1e300 * 1e10]:
    print(x, repr(x), str(-x))
inf = float('inf')
nan = float('nan')
print(inf, -inf, nan, inf - inf, inf * 0, [inf, nan], {1: nan})
print(nan == nan, nan != nan, nan < 1, inf > 10 ** 400, -inf < -10 ** 400)
print(float('1e5'), float(' 12.5 '), float('-inf'), float('Infinity'), float('NaN'), float('1_000.5'), float('.5'), float('5.'))
print(1.0.is_integer(), 1.5.is_integer(), (0.5).as_integer_ratio())
print(1e308 * 10, -1e308 * 10, 5e-324 / 2, 4.35, 4.349999999999999, 0.1 + 0.7)
print(7.0 // 2, -7.0 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), divmod(-7.5, 2.0), 0.0 % 3, -0.0 % 3)
print(2.0 ** 0.5, 2 ** -1, 2 ** -2.0, 0.0 ** 0, (-8) ** 2, 10.0 ** 20, 4 ** 0.5)
print(int(3.99), int(-3.99), int(1e20), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(0.5))
print(1 == 1.0, 0.0 == -0.0, hash(1) == hash(1.0), 1.0 in [1], {1: 'a'}[1.0])
for bad in ['abc', '', '1.2.3', '1e', '--1']:
    try:
        float(bad)
    except ValueError as e:
        print(type(e).__name__, e)
for a, b in [(1.0, 0), (1, 0.0), (5, 0)]:
    for op in ['/', '//', '%']:
        try:
            if op == '/':
                a / b
            elif op == '//':
                a // b
            else:
                a % b
        except ZeroDivisionError as e:
            print(op, e)
try:
    0.0 ** -1
except ZeroDivisionError as e:
    print(e)
try:
    10.0 ** 400
except OverflowError as e:
    print(e)
