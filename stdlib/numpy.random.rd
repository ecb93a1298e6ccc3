"""Random numbers, the same for the same seed as NumPy's."""

from numpy import ndarray as ndarray

class Generator:
    """A source of random numbers.

    >>> rng = np.random.default_rng(0)
    >>> rng.integers(10)
    np.int64(8)
    """
    def random(self, size: Any = None) -> Any:
        """Uniform numbers in [0, 1).

        >>> np.random.default_rng(1).random()
        0.5118216247002567
        """
        ...

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Normal numbers.

        >>> np.random.default_rng(1).normal(10, 2)
        10.691168384129572
        """
        ...

    def standard_normal(self, size: Any = None) -> Any:
        """Normal numbers with mean 0 and deviation 1.

        >>> np.random.default_rng(1).standard_normal()
        0.345584192064786
        """
        ...

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
        """Uniform numbers in [low, high).

        >>> np.random.default_rng(1).uniform(1, 3)
        2.0236432494005134
        """
        ...

    def integers(self, low: int, high: Any = None, size: Any = None, dtype: Any = None, endpoint: bool = False) -> Any:
        """Whole numbers from `low` up to, not including, `high`.

        >>> np.random.default_rng(1).integers(0, 10, size=3)
        array([4, 5, 7])
        """
        ...

    def choice(self, a: Any, size: Any = None, replace: bool = True, p: Any = None) -> Any:
        """Elements drawn at random.

        >>> np.random.default_rng(1).choice([1, 2, 3])
        np.int64(2)
        """
        ...

    def permutation(self, x: Any) -> Any:
        """A shuffled copy of an array, or of range(x).

        >>> np.random.default_rng(1).permutation(4)
        array([0, 1, 2, 3])
        """
        ...

    def shuffle(self, x: Any) -> Any:
        """Shuffle in place."""
        ...

class RandomState:
    """A source of random numbers as NumPy made them before Generator."""
    def __new__(cls, seed: Any = None) -> RandomState:
        """A source seeded by an integer."""
        ...
    def seed(self, seed: Any = None) -> Any:
        """Start the sequence anew."""
        ...

    def rand(self, *d: int) -> Any:
        """Uniform numbers in [0, 1) of a shape.

        >>> np.random.RandomState(1).rand()
        0.417022004702574
        """
        ...

    def randn(self, *d: int) -> Any:
        """Normal numbers of a shape.

        >>> np.random.RandomState(1).randn()
        1.6243453636632417
        """
        ...

    def random(self, size: Any = None) -> Any:
        """Uniform numbers in [0, 1).

        >>> np.random.RandomState(1).random()
        0.417022004702574
        """
        ...

    def random_sample(self, size: Any = None) -> Any:
        """Uniform numbers in [0, 1).

        >>> np.random.RandomState(1).random_sample()
        0.417022004702574
        """
        ...

    def randint(self, low: int, high: Any = None, size: Any = None, dtype: Any = None) -> Any:
        """Whole numbers from `low` up to, not including, `high`.

        >>> np.random.RandomState(1).randint(0, 10, 3)
        array([5, 8, 9])
        """
        ...

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Normal numbers.

        >>> np.random.RandomState(1).normal(10, 2)
        13.248690727326483
        """
        ...

    def standard_normal(self, size: Any = None) -> Any:
        """Normal numbers with mean 0 and deviation 1.

        >>> np.random.RandomState(1).standard_normal()
        1.6243453636632417
        """
        ...

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
        """Uniform numbers in [low, high).

        >>> np.random.RandomState(1).uniform(1, 3)
        1.834044009405148
        """
        ...

    def choice(self, a: Any, size: Any = None, replace: bool = True, p: Any = None) -> Any:
        """Elements drawn at random.

        >>> np.random.RandomState(1).choice([1, 2, 3])
        np.int64(2)
        """
        ...

    def permutation(self, x: Any) -> Any:
        """A shuffled copy of an array, or of range(x).

        >>> np.random.RandomState(1).permutation(4)
        array([3, 2, 0, 1])
        """
        ...

    def shuffle(self, x: Any) -> Any:
        """Shuffle in place."""
        ...

def default_rng(seed: Any = None) -> Generator:
    """A new source of random numbers.

    >>> np.random.default_rng(42).random()
    0.7739560485559633
    """
    ...

def seed(seed: Any = None) -> Any:
    """Start the sequence anew."""
    ...

def rand(*d: int) -> Any:
    """Uniform numbers in [0, 1) of a shape.

    >>> np.random.seed(1)
    >>> np.random.rand()
    0.417022004702574
    """
    ...

def randn(*d: int) -> Any:
    """Normal numbers of a shape.

    >>> np.random.seed(1)
    >>> np.random.randn()
    1.6243453636632417
    """
    ...

def random(size: Any = None) -> Any:
    """Uniform numbers in [0, 1).

    >>> np.random.seed(1)
    >>> np.random.random()
    0.417022004702574
    """
    ...

def random_sample(size: Any = None) -> Any:
    """Uniform numbers in [0, 1).

    >>> np.random.seed(1)
    >>> np.random.random_sample()
    0.417022004702574
    """
    ...

def randint(low: int, high: Any = None, size: Any = None, dtype: Any = None) -> Any:
    """Whole numbers from `low` up to, not including, `high`.

    >>> np.random.seed(1)
    >>> np.random.randint(0, 10, 3)
    array([5, 8, 9])
    """
    ...

def normal(loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
    """Normal numbers.

    >>> np.random.seed(1)
    >>> np.random.normal(10, 2)
    13.248690727326483
    """
    ...

def standard_normal(size: Any = None) -> Any:
    """Normal numbers with mean 0 and deviation 1.

    >>> np.random.seed(1)
    >>> np.random.standard_normal()
    1.6243453636632417
    """
    ...

def uniform(low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
    """Uniform numbers in [low, high).

    >>> np.random.seed(1)
    >>> np.random.uniform(1, 3)
    1.834044009405148
    """
    ...

def choice(a: Any, size: Any = None, replace: bool = True, p: Any = None) -> Any:
    """Elements drawn at random.

    >>> np.random.seed(1)
    >>> np.random.choice([1, 2, 3])
    np.int64(2)
    """
    ...

def permutation(x: Any) -> Any:
    """A shuffled copy of an array, or of range(x).

    >>> np.random.seed(1)
    >>> np.random.permutation(4)
    array([3, 2, 0, 1])
    """
    ...

def shuffle(x: Any) -> Any:
    """Shuffle in place."""
    ...

