for spec in ['', 'd', '5', '<5', '>5', '^5', '05', '+', '+d', ' d', '-d', ',', '_', '010,', 'x', 'X', '#x', '#X', 'o', '#o', 'b', '#b', '_b', '_x', '#010x',
             '*>8', '*<8', '*^8', '0=8', '=+8', '+08d', 'e', '.2e', 'f', '.1f', 'g', 'G', 'n', '%', '.1%', '10.2f', '08b', '>+6', ' >6', '0>6', '0^7']:
    out = []
    for n in [65, 0, 1234567]:
        out.append(format(n, spec))
    print(repr(spec), out)
for spec in ['', '6', '<6', '+', '08', ',', 'x', '#b', '=7', '*^9', '.0f', ' d', '_d']:
    print(repr(spec), [format(-42, spec), format(-1234567, spec)])
print(f'{True}', f'{True:d}', f'{True:5}', f'{False:>6}', f'{10 ** 20:,}', f'{255:#06x}', f'{1000000:_}')
for bad in ['.2', '.3d', 's', 'q', ',x', '>>', '5.']:
    try:
        format(5, bad)
    except ValueError as e:
        print(bad, '->', e)
