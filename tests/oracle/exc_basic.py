def div(a, b):
    try:
        r = a / b
    except ZeroDivisionError as e:
        print('zero', e)
        return None
    except TypeError as e:
        print('type', e)
    else:
        print('else', r)
        return r
    finally:
        print('finally')
    return 'after'
print(div(1, 2))
print(div(1, 0))
print(div(1, 'a'))
try:
    try:
        raise ValueError('inner')
    finally:
        print('cleanup')
except ValueError as e:
    print('outer', e)
try:
    [][0]
except (KeyError, IndexError) as e:
    print(type(e).__name__, e, e.args)
try:
    raise Exception
except Exception as e:
    print(repr(e), str(e) == '', e.args)
try:
    raise ValueError('a', 1)
except ValueError as e:
    print(e, e.args, repr(e))
try:
    {}['k']
except LookupError as e:
    print(type(e).__name__, e, repr(e), e.args)
def ret():
    try:
        return 'try'
    finally:
        print('before return')
def override():
    for i in range(3):
        try:
            continue
        finally:
            print('f', i)
    try:
        return 1
    finally:
        return 2
print(ret(), override())
try:
    raise RuntimeError('x')
except:
    print('bare')
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ZeroDivisionError as e:
    print('again', e)
try:
    assert 1 == 2, 'math'
except AssertionError as e:
    print(repr(e))
try:
    assert []
except AssertionError as e:
    print(repr(e), str(e))
for exc in [ValueError, KeyError('k'), IndexError('i'), StopIteration(3), OSError(2, 'No such file')]:
    try:
        raise exc
    except Exception as e:
        print(type(e).__name__, e, isinstance(e, LookupError))
