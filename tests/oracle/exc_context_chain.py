def parse(s):
    try:
        return int(s)
    except ValueError as e:
        raise TypeError(f'not a number: {s}') from e
for s in ['5', 'x']:
    try:
        print(parse(s))
    except TypeError as e:
        print(e, '|', e.__cause__, '|', type(e.__cause__).__name__)
try:
    try:
        raise KeyError('first')
    finally:
        print('finally runs')
except KeyError as e:
    print(e.args[0])
def cleanup():
    steps = []
    try:
        steps.append(1)
        try:
            steps.append(2)
            raise IndexError('x')
        finally:
            steps.append(3)
    except IndexError:
        steps.append(4)
    else:
        steps.append('no')
    finally:
        steps.append(5)
    return steps
print(cleanup())
errors = []
for v in ['1', 'a', None, '2.5', [], '7']:
    try:
        errors.append(int(v))
    except (ValueError, TypeError) as e:
        errors.append(type(e).__name__)
print(errors)
e = None
try:
    raise ValueError('gone')
except ValueError as e:
    pass
try:
    print(e)
except NameError as err:
    print(err)
try:
    raise ExceptionGroup('g', [ValueError(1)]) if False else StopIteration
except StopIteration as s:
    print('stop', s.value)
assert_count = 0
for cond in [True, False]:
    try:
        assert cond, f'cond was {cond}'
    except AssertionError as a:
        print(a)
