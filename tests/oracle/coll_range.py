print(range(5), range(1, 5), range(0, 10, 3), list(range(10, 0, -2)), len(range(0, 10, 3)), len(range(0)), range(3)[1], range(10)[-1], range(10)[2:5])
print(range(0, 10, 2) == range(0, 9, 2), range(3) == [0, 1, 2], range(0) == range(5, 5), 3 in range(5), 'a' in range(3), 2.0 in range(3), 2.5 in range(3))
r = range(2, 20, 3)
print(r.start, r.stop, r.step, r.index(8), r.count(8), r.count(9), max(r), min(r), sum(r), list(reversed(r)), r[::-1], hash(range(3)) == hash(range(0, 3)))
print(bool(range(0)), bool(range(1)), list(range(-3, 3)), list(range(5, 5)), range(10 ** 20)[10 ** 19], len(range(10 ** 12)))
for f in [lambda: range(1, 2, 0), lambda: range(1.5), lambda: range('a'), lambda: range(3).index(9), lambda: range()]:
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
