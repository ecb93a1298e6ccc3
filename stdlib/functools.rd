"""Functions of functions."""

_missing = object()

def reduce(function: Callable, iterable: Iterable[Any], initial: Any = _missing, /) -> Any:
    """A function of two applied from the left: `f(f(f(a, b), c), d)`.

    >>> from functools import reduce
    >>> reduce(lambda x, y: x * y, [1, 2, 3, 4])
    24
    """
    items = iter(iterable)
    if initial is _missing:
        total = next(items, _missing)
        if total is _missing:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        total = initial
    for item in items:
        total = function(total, item)
    return total

class partial:
    """A function with some of its arguments given."""

    def __init__(self, func: Callable, /, *args: Any, **keywords: Any) -> None:
        """A function that calls another with these arguments first.

        >>> from functools import partial
        >>> partial(int, base=2)("101")
        5
        """
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend([repr(arg) for arg in self.args])
        parts.extend([f"{name}={value!r}" for name, value in self.keywords.items()])
        return f"functools.partial({', '.join(parts)})"

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

def update_wrapper(wrapper: Callable, wrapped: Callable, assigned: Any = WRAPPER_ASSIGNMENTS, updated: Any = WRAPPER_UPDATES) -> Callable:
    """Give a function the name and the docstring of another that it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
            setattr(wrapper, name, value)
        except AttributeError:
            pass
    for name, value in getattr(wrapped, "__dict__", {}).items():
        setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper

def wraps(wrapped: Callable, assigned: Any = WRAPPER_ASSIGNMENTS, updated: Any = WRAPPER_UPDATES) -> Callable:
    """A decorator that gives a function the name and the docstring of another that it wraps.

    >>> from functools import wraps
    >>> def f():
    ...     pass
    >>> @wraps(f)
    ... def g():
    ...     pass
    >>> g.__name__
    'f'
    """
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate

class _CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self):
        return f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, currsize={self.currsize})"

    def __iter__(self):
        return iter((self.hits, self.misses, self.maxsize, self.currsize))

    def __getitem__(self, index):
        return (self.hits, self.misses, self.maxsize, self.currsize)[index]

    def __eq__(self, other):
        return tuple(self) == tuple(other)

_keywords_mark = object()

def _cached(function, maxsize, typed):
    table = {}
    counts = [0, 0]

    def wrapper(*args, **kwargs):
        key = args
        if kwargs:
            key = (*args, _keywords_mark, *kwargs.items())
        if typed:
            key = (key, tuple([type(arg) for arg in args]), tuple([type(arg) for arg in kwargs.values()]))
        found = table.get(key, _missing)
        if found is not _missing:
            counts[0] += 1
            if maxsize is not None:
                del table[key]
                table[key] = found
            return found
        counts[1] += 1
        made = function(*args, **kwargs)
        if maxsize is None:
            table[key] = made
        elif maxsize > 0:
            if key not in table and len(table) >= maxsize:
                del table[next(iter(table))]
            table[key] = made
        return made

    def cache_info():
        return _CacheInfo(counts[0], counts[1], maxsize, len(table))

    def cache_clear():
        table.clear()
        counts[0] = 0
        counts[1] = 0

    def cache_parameters():
        return {"maxsize": maxsize, "typed": typed}

    update_wrapper(wrapper, function)
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = cache_parameters
    return wrapper

def lru_cache(maxsize: Any = 128, typed: bool = False) -> Callable:
    """A decorator that keeps the last results of a function by its arguments.

    >>> from functools import lru_cache
    >>> @lru_cache(maxsize=None)
    ... def fib(n):
    ...     return n if n < 2 else fib(n - 1) + fib(n - 2)
    >>> fib(30)
    832040
    >>> fib.cache_info()
    CacheInfo(hits=28, misses=31, maxsize=None, currsize=31)
    """
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)
    return decorate

def cache(user_function: Callable, /) -> Callable:
    """A decorator that keeps all results of a function by its arguments.

    >>> from functools import cache
    >>> @cache
    ... def square(n):
    ...     return n * n
    >>> square(4), square(4), square.cache_info().hits
    (16, 16, 1)
    """
    return _cached(user_function, None, False)

class _CompareKey:
    def __init__(self, function, obj):
        self._function = function
        self.obj = obj

    def __lt__(self, other):
        return self._function(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._function(self.obj, other.obj) > 0

    def __le__(self, other):
        return self._function(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._function(self.obj, other.obj) >= 0

    def __eq__(self, other):
        return self._function(self.obj, other.obj) == 0

def cmp_to_key(mycmp: Callable) -> Callable:
    """A key function from a function of two that gives a negative number, zero or a positive one.

    >>> from functools import cmp_to_key
    >>> sorted([1, 3, 2], key=cmp_to_key(lambda x, y: y - x))
    [3, 2, 1]
    """
    def key(obj):
        return _CompareKey(mycmp, obj)
    return key

def total_ordering(cls: Any) -> Any:
    """A class decorator that makes the other comparisons out of one and `__eq__`.

    >>> from functools import total_ordering
    >>> @total_ordering
    ... class Size:
    ...     def __init__(self, n):
    ...         self.n = n
    ...     def __eq__(self, other):
    ...         return self.n == other.n
    ...     def __lt__(self, other):
    ...         return self.n < other.n
    >>> Size(2) >= Size(1)
    True
    """
    defined = vars(cls)
    if "__lt__" in defined:
        less = cls.__lt__
        made = {
            "__gt__": lambda self, other: not less(self, other) and self != other,
            "__le__": lambda self, other: less(self, other) or self == other,
            "__ge__": lambda self, other: not less(self, other),
        }
    elif "__le__" in defined:
        at_most = cls.__le__
        made = {
            "__ge__": lambda self, other: not at_most(self, other) or self == other,
            "__lt__": lambda self, other: at_most(self, other) and self != other,
            "__gt__": lambda self, other: not at_most(self, other),
        }
    elif "__gt__" in defined:
        more = cls.__gt__
        made = {
            "__lt__": lambda self, other: not more(self, other) and self != other,
            "__ge__": lambda self, other: more(self, other) or self == other,
            "__le__": lambda self, other: not more(self, other),
        }
    elif "__ge__" in defined:
        at_least = cls.__ge__
        made = {
            "__le__": lambda self, other: not at_least(self, other) or self == other,
            "__gt__": lambda self, other: at_least(self, other) and self != other,
            "__lt__": lambda self, other: not at_least(self, other),
        }
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, function in made.items():
        if name not in defined:
            setattr(cls, name, function)
    return cls

def cached_property(func: Callable) -> Any:
    """A property whose function is called once for each object.

    >>> from functools import cached_property
    >>> class Circle:
    ...     @cached_property
    ...     def area(self):
    ...         print("computing")
    ...         return 3.0
    >>> c = Circle()
    >>> c.area + c.area
    computing
    6.0
    """
    place = "_cached_" + func.__name__

    def get(self):
        found = getattr(self, place, _missing)
        if found is _missing:
            found = func(self)
            setattr(self, place, found)
        return found
    return property(get)

def singledispatch(func: Callable) -> Any:
    """A function with one body for each class of its first argument.

    >>> from functools import singledispatch
    >>> @singledispatch
    ... def show(x):
    ...     return "something"
    >>> @show.register(int)
    ... def _(x):
    ...     return "a number"
    >>> show(1), show("a")
    ('a number', 'something')
    """
    return _Dispatch(func)

class _Dispatch:
    def __init__(self, func):
        self._bodies = [(object, func)]
        self.__name__ = func.__name__
        self.__doc__ = func.__doc__
        self.__wrapped__ = func

    def __call__(self, *args, **kwargs):
        if not args:
            raise TypeError(f"{self.__name__} requires at least 1 positional argument")
        return self.dispatch(type(args[0]))(*args, **kwargs)

    def dispatch(self, cls):
        """The body for a class."""
        best = None
        body = None
        for known, function in self._bodies:
            if issubclass(cls, known) and (best is None or issubclass(known, best)):
                best = known
                body = function
        return body

    def register(self, cls, func=None):
        """Add a body for a class."""
        if func is not None:
            self._bodies.append((cls, func))
            return func
        if not isinstance(cls, type):
            raise TypeError("rdask's singledispatch takes the class as an argument: @f.register(int)")
        def decorate(function):
            self._bodies.append((cls, function))
            return function
        return decorate
