class AppError(Exception):
    """Base."""
class NotFound(AppError):
    def __init__(self, key, hint=None):
        super().__init__(f'{key} not found')
        self.key = key
        self.hint = hint
class Weird(ValueError):
    def __str__(self):
        return 'weird:' + str(self.args)
for make in [lambda: AppError('plain'), lambda: NotFound('k', hint='try j'), lambda: Weird(1, 2), lambda: AppError()]:
    try:
        raise make()
    except NotFound as e:
        print('NotFound', e, e.key, e.hint, e.args)
    except AppError as e:
        print('AppError', e, repr(e))
    except ValueError as e:
        print('ValueError', e, repr(e))
try:
    try:
        int('x')
    except ValueError as e:
        raise NotFound('wrapped') from e
except AppError as e:
    print(e, '<-', repr(e.__cause__))
try:
    try:
        {}['a']
    except KeyError:
        raise RuntimeError('while handling')
except RuntimeError as e:
    print(e, repr(e.__context__), e.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('clean') from None
except ValueError as e:
    print(e, e.__cause__, e.__suppress_context__)
print(issubclass(NotFound, Exception), NotFound.__name__, isinstance(NotFound('a'), AppError), str(NotFound('a')))
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(FileNotFoundError, OSError), issubclass(RecursionError, RuntimeError), issubclass(ModuleNotFoundError, ImportError), issubclass(UnicodeDecodeError, ValueError), IOError is OSError)
for bad in [5, 'str', int]:
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    raise ValueError('x') from 5
except TypeError as e:
    print(e)
e1 = ValueError('kept')
def thrower():
    raise e1
try:
    thrower()
except ValueError as got:
    print(got is e1)
