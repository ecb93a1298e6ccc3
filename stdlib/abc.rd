"""Names that mark abstract classes; they check nothing here."""

class ABC:
    """A base class that says that a class is abstract."""

    def __init_abc__(self):
        return None

def abstractmethod(funcobj: T) -> T:
    """Marks a method that inheriting classes have to write.

    >>> from abc import abstractmethod
    >>> @abstractmethod
    ... def area():
    ...     return 1
    >>> area()
    1
    """
    return funcobj
