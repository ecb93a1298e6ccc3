from datetime import datetime, date
d = datetime(2024, 3, 5, 14, 7, 9)
print(f'{d}', f'{d:%Y-%m-%d}', f'{d:%H:%M:%S}', f'{d!r}', f'{d:%b %d, %Y}', f'{date(2024, 1, 2)}', f'{d.month:02d}/{d.day:02d}')
n = 1234567
print(f'{n:,} {n:_} {n:>12,} {n:e} {n:.3e} {n / 1000:.1f}k {n:015,}', '{:,}'.format(-n), f'{n % 1000:03d}', f'{-0.0:.1f}', f'{1e-10:.2f}', f'{float("nan"):>6} {float("inf"):<6}|')
for size in [0, 512, 2048, 5 * 1024 ** 2, 3 * 1024 ** 3]:
    unit = 'B'
    v = float(size)
    for u in ['KiB', 'MiB', 'GiB']:
        if v < 1024:
            break
        v /= 1024
        unit = u
    print(f'{v:.2f} {unit}')
for sec in [5, 65, 3661, 86399]:
    h, rest = divmod(sec, 3600)
    m, s = divmod(rest, 60)
    print(f'{h:02}:{m:02}:{s:02}')
