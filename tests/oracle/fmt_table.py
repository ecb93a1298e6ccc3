rows = [('apple', 3, 1.25), ('kiwi', 12, 0.5), ('watermelon', 1, 12.999)]
print(f"{'item':<12}{'qty':>5}{'price':>10}")
print('-' * 27)
for name, qty, price in rows:
    print(f'{name:<12}{qty:>5d}{price:>10.2f}')
print(f"{'total':<12}{sum(q for _, q, _ in rows):>5}{sum(q * p for _, q, p in rows):>10.2f}")
for name, qty, price in rows:
    print('%-12s|%5d|%8.3f|%r' % (name, qty, price, name))
    print('{0:^12}|{1:05d}|{2:+.1e}'.format(name, qty, price))
print(f'{1234567.891:,.2f} {0.1234:.1%} {255:#x} {255:08b} {1e6:g} {12345:e} {3.0:g} {-7:03d} {7:+} {1.5:010.3f}')
print(f'{"a":>{5}}{"b":<{5}}|', f'{3.14159:{6}.{3}}', f'{10:{"x"}}', f'{True!s:>6}', f'{None!s:^8}|', f'{[1, 2]!s:>10}')
w = max(len(r[0]) for r in rows)
for r in rows:
    print(r[0].ljust(w, '.') + str(r[1]).rjust(4))
