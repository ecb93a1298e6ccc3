log = []
def run(kind):
    try:
        log.append('try')
        if kind == 'value':
            raise ValueError('v')
        if kind == 'return':
            return 'r'
    except ValueError:
        log.append('except')
    else:
        log.append('else')
    finally:
        log.append('finally')
    return 'end'
for k in ['none', 'value', 'return']:
    log.clear()
    print(k, run(k), log)
def nested():
    for i in range(4):
        try:
            try:
                if i == 1:
                    continue
                if i == 3:
                    break
                if i == 2:
                    raise KeyError(i)
            finally:
                log.append(('inner', i))
        except KeyError as e:
            log.append(('caught', e.args[0]))
        else:
            log.append(('ok', i))
    return log
log.clear()
print(nested())
def gen():
    try:
        yield 1
    except GeneratorExit:
        log.append('closing')
        raise
log.clear()
g = gen()
next(g)
g.close()
print(log)
def retry(f, n):
    for attempt in range(n):
        try:
            return f(attempt)
        except RuntimeError as e:
            last = e
            print('attempt', attempt, 'failed:', e)
    raise last
def flaky(i):
    if i < 2:
        raise RuntimeError(f'not yet {i}')
    return 'ok'
print(retry(flaky, 5))
try:
    retry(flaky, 1)
except RuntimeError as e:
    print('gave up', e)
try:
    try:
        raise ValueError('first')
    except ValueError as e:
        raise TypeError('second') from e
except TypeError as e:
    chain = []
    x = e
    while x is not None:
        chain.append(type(x).__name__ + ':' + str(x))
        x = x.__cause__
    print(chain)
try:
    raise ValueError('a\nb')
except ValueError as e:
    print(repr(e), e)
print(repr(ValueError("it's")), repr(KeyError(('a', 1))), str(KeyError('q')), str(ValueError(['x'])))
