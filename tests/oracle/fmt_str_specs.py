for spec in ['', '10', '<10', '>10', '^10', '*^10', '.2', '10.2', '>10.3', 's', '10s', '.1s', '->8', '0<8', 'é^9', '08']:
    print(repr(spec), [format(v, spec) for v in ['', 'a', 'hello', 'héé']])
for bad in ['d', '+', ',', '=10', 'x', '.2f']:
    try:
        format('abc', bad)
    except ValueError as e:
        print(bad, '->', e)
for v in [None, [1], (1,), {}]:
    print(format(v, ''), f'{v}')
    try:
        format(v, '>10')
    except TypeError as e:
        print(e)
