for x in [0.5, 1.5, 2.5, 3.5, -0.5, -1.5, 0.49999999999999994, 1e16, 2.675, 1.005, 0.125, 0.375]:
    print(x, round(x), round(x, 1), round(x, 2), int(x))
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5, 3), round(2 ** 70, -3))
print(round(1.23456789, 4), round(123.456, 0), round(123.456, -1), round(7), round(True))
print(round(1e300, 2), round(0.1 + 0.2, 15), round(-0.4), round(-0.04, 1))
print(type(round(1.5)), type(round(1.5, 0)), type(round(1, 2)))
print(f'{2.5:.0f} {3.5:.0f} {0.125:.2f} {0.375:.2f} {2.675:.2f} {1e22:.0f} {1.5:.20f}')
print('%.1f %.1f %.0f' % (0.25, 0.35, 0.5))
for bad in [float('nan'), float('inf')]:
    try:
        round(bad)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    try:
        int(bad)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
