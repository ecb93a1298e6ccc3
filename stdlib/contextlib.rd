"""Helpers for `with`."""

class _GeneratorManager:
    def __init__(self, function, args, kwargs):
        self._function = function
        self._args = args
        self._kwargs = kwargs
        self.gen = function(*args, **kwargs)

    def __enter__(self):
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")

    def __call__(self, function):
        def inner(*args, **kwargs):
            with _GeneratorManager(self._function, self._args, self._kwargs):
                return function(*args, **kwargs)
        inner.__name__ = function.__name__
        inner.__doc__ = function.__doc__
        inner.__wrapped__ = function
        return inner

def contextmanager(func: Callable) -> Callable:
    """A decorator that makes what a `with` takes out of a generator function: it runs up to its `yield`, then the
    block, then the rest.

    >>> from contextlib import contextmanager
    >>> @contextmanager
    ... def tag(name):
    ...     print(f"<{name}>")
    ...     yield name
    ...     print(f"</{name}>")
    >>> with tag("p") as name:
    ...     print("in", name)
    <p>
    in p
    </p>
    """
    def helper(*args, **kwargs):
        return _GeneratorManager(func, args, kwargs)
    helper.__name__ = func.__name__
    helper.__doc__ = func.__doc__
    helper.__wrapped__ = func
    return helper

class suppress:
    """A `with` that swallows these exceptions.

    >>> from contextlib import suppress
    >>> with suppress(ZeroDivisionError):
    ...     print(1 // 0)
    """

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self._exceptions)

class nullcontext:
    """A `with` that does nothing; its value is what it was given.

    >>> from contextlib import nullcontext
    >>> with nullcontext(5) as n:
    ...     print(n)
    5
    """

    enter_result: Any

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        return None

class closing:
    """A `with` that calls `close()` of an object at its end."""

    thing: Any

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *excinfo):
        self.thing.close()

class ExitStack:
    """A `with` that closes what was entered into it, the last first.

    >>> from contextlib import ExitStack
    >>> with ExitStack() as stack:
    ...     _ = stack.callback(print, "one")
    ...     _ = stack.callback(print, "two")
    two
    one
    """

    def __init__(self):
        self._callbacks = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        """Enter a context manager, to be ended with this one; its value."""
        value = cm.__enter__()
        self._callbacks.append(cm.__exit__)
        return value

    def push(self, exit):
        """Add a context manager, or a function like `__exit__`."""
        self._callbacks.append(getattr(exit, "__exit__", exit))
        return exit

    def callback(self, function, /, *args, **kwargs):
        """Add a function to be called at the end."""
        def run(kind, value, traceback):
            function(*args, **kwargs)
        self._callbacks.append(run)
        return function

    def close(self):
        """End them now."""
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, traceback):
        raised = value
        while self._callbacks:
            callback = self._callbacks.pop()
            try:
                if raised is None:
                    callback(None, None, None)
                elif callback(type(raised), raised, None):
                    raised = None
            except BaseException as error:
                raised = error
        if raised is not None and raised is not value:
            raise raised
        return value is not None and raised is None

def _redirect(file):
    ...

class redirect_stdout:
    """A context manager that sends what is printed to a file."""

    def __init__(self, new_target: Any) -> None:
        """Send it there.

        >>> from contextlib import redirect_stdout
        >>> from io import StringIO
        >>> with redirect_stdout(StringIO()) as text:
        ...     print("hidden")
        >>> text.getvalue() == "hidden" + chr(10)
        True
        """
        self._target = new_target
        self._before = []

    def __enter__(self):
        self._before.append(_redirect(self._target))
        return self._target

    def __exit__(self, kind, value, traceback):
        _redirect(self._before.pop())
        return False
