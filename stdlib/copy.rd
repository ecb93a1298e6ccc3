"""Copies of objects."""

Error = ValueError

def copy(x: T) -> T:
    """A copy of an object; what it holds is shared.

    >>> from copy import copy
    >>> a = [1, [2]]
    >>> b = copy(a)
    >>> b is a, b[1] is a[1]
    (False, True)
    """
    if isinstance(x, (int, float, str, tuple, frozenset, range, type)) or x is None or x is Ellipsis or x is NotImplemented:
        return x
    method = getattr(x, "__copy__", None)
    if method is not None:
        return method()
    if isinstance(x, (list, dict, set)):
        if hasattr(x, "copy"):
            return x.copy()
    return _with_attributes(x, None, {})

def deepcopy(x: T, memo: dict | None = None) -> T:
    """A copy of an object and of all that it holds.

    >>> from copy import deepcopy
    >>> a = {"k": [1, [2]]}
    >>> b = deepcopy(a)
    >>> b["k"][1].append(3)
    >>> a, b
    ({'k': [1, [2]]}, {'k': [1, [2, 3]]})
    """
    if memo is None:
        memo = {}
    if isinstance(x, (int, float, str, range, type)) or x is None or x is Ellipsis or x is NotImplemented:
        return x
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    method = getattr(x, "__deepcopy__", None)
    if method is not None:
        made = method(memo)
    elif type(x) is list:
        made = []
        memo[id(x)] = made
        for item in x:
            made.append(deepcopy(item, memo))
    elif type(x) is tuple:
        made = tuple([deepcopy(item, memo) for item in x])
        known = memo.get(id(x), memo)
        if known is not memo:
            return known
        if all(map(_same, x, made)):
            made = x
    elif type(x) is set:
        made = {deepcopy(item, memo) for item in x}
    elif type(x) is frozenset:
        made = frozenset([deepcopy(item, memo) for item in x])
    elif isinstance(x, dict):
        made = x.copy()
        made.clear()
        memo[id(x)] = made
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    else:
        return _with_attributes(x, deepcopy, memo)
    memo[id(x)] = made
    return made

def _same(a, b):
    return a is b

def _clone(x: T) -> T:
    """An object of the same class with the same attributes; what is no object of a class of the script, itself."""
    ...

def _with_attributes(x, each, memo):
    made = _clone(x)
    memo[id(x)] = made
    if made is x or each is None:
        return made
    for name, value in list(made.__dict__.items()):
        object.__setattr__(made, name, each(value, memo))
    return made
