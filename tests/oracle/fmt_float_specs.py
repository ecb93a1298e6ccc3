vals = [0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-7, 1e22, 0.5]
for spec in ['', '.2f', '.0f', 'f', 'e', '.3e', 'E', 'g', '.3g', '.10g', 'G', '%', '.1%', ',', ',.2f', '_.1f', '+.2f', ' .2f', '10.3f', '<10.2f', '^10.2f', '010.2f', '*>12.1f',
             '=+12.2f', '.3', '.10', '8', '#.0f', '#g', '+', '-', '0', '015', ',.0f', '12,.3f', 'n', '.0e', '.1g', '020,.2f']:
    print(repr(spec), [format(v, spec) for v in vals])
for spec in ['', 'f', '.2f', 'e', 'g', '%', '8', '08.1f', '+f', ',']:
    print(repr(spec), [format(v, spec) for v in [float('inf'), float('-inf'), float('nan'), -0.0]])
print(f'{1e100:.3f}'[:20], f'{123456789.123456789:.10f}', f'{0.1:.30f}', f'{2 ** 0.5:.15g}', f'{1e16:g} {1e15:g} {123456:g} {1234567:g} {0.0001:g} {0.00001:g}')
for bad in ['d', 'x', 's', '.f']:
    try:
        format(1.5, bad)
    except ValueError as e:
        print(bad, '->', e)
