"""Lazy arrays of random numbers. Each element depends on the seed and its position alone."""

from dask.array import Array as Array

class Generator:
    """A source of lazy random numbers.

    >>> rng = da.random.default_rng(42)
    >>> rng.random((4, 4), chunks=2).shape
    (4, 4)
    """
    def random(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Uniform numbers in [0, 1).

        >>> da.random.default_rng(1).random(6, chunks=3)
        dask.array<random, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def normal(self, loc: float = 0.0, scale: float = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Normal numbers.

        >>> da.random.default_rng(1).normal(10, 2, size=6, chunks=3)
        dask.array<normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_normal(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Normal numbers with mean 0 and deviation 1.

        >>> da.random.default_rng(1).standard_normal(6, chunks=3)
        dask.array<standard_normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def uniform(self, low: float = 0.0, high: float = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Uniform numbers in [low, high).

        >>> da.random.default_rng(1).uniform(1, 3, size=6, chunks=3)
        dask.array<uniform, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def integers(self, low: int, high: Any = None, size: Any = None, dtype: Any = None, endpoint: bool = False, chunks: Any = "auto") -> Array:
        """Whole numbers from `low` up to, not including, `high`.

        >>> da.random.default_rng(1).integers(0, 10, size=6, chunks=3)
        dask.array<integers, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

class RandomState:
    """A source of lazy random numbers, seeded by an integer."""
    def __new__(cls, seed: Any = None) -> RandomState:
        """A source seeded by an integer."""
        ...
    def random(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Uniform numbers in [0, 1).

        >>> da.random.RandomState(1).random(6, chunks=3)
        dask.array<random_sample, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def random_sample(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Uniform numbers in [0, 1).

        >>> da.random.RandomState(1).random_sample(6, chunks=3)
        dask.array<random_sample, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def normal(self, loc: float = 0.0, scale: float = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Normal numbers.

        >>> da.random.RandomState(1).normal(10, 2, size=6, chunks=3)
        dask.array<normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_normal(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Normal numbers with mean 0 and deviation 1.

        >>> da.random.RandomState(1).standard_normal(6, chunks=3)
        dask.array<standard_normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def uniform(self, low: float = 0.0, high: float = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Uniform numbers in [low, high).

        >>> da.random.RandomState(1).uniform(1, 3, size=6, chunks=3)
        dask.array<uniform, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def randint(self, low: int, high: Any = None, size: Any = None, chunks: Any = "auto") -> Array:
        """Whole numbers from `low` up to, not including, `high`.

        >>> da.random.RandomState(1).randint(0, 10, size=6, chunks=3)
        dask.array<randint, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

def default_rng(seed: Any = None) -> Generator:
    """A new source of random numbers.

    >>> da.random.default_rng(42).normal(size=3).dtype
    dtype('float64')
    """
    ...

def seed(seed: Any = None) -> None:
    """Start the functions of this module anew."""
    ...

def random(size: Any = None, chunks: Any = "auto") -> Array:
    """Uniform numbers in [0, 1).

    >>> da.random.random(6, chunks=3)
    dask.array<random_sample, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def random_sample(size: Any = None, chunks: Any = "auto") -> Array:
    """Uniform numbers in [0, 1).

    >>> da.random.random_sample(6, chunks=3)
    dask.array<random_sample, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def normal(loc: float = 0.0, scale: float = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Normal numbers.

    >>> da.random.normal(10, 2, size=6, chunks=3)
    dask.array<normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def standard_normal(size: Any = None, chunks: Any = "auto") -> Array:
    """Normal numbers with mean 0 and deviation 1.

    >>> da.random.standard_normal(6, chunks=3)
    dask.array<standard_normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def uniform(low: float = 0.0, high: float = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Uniform numbers in [low, high).

    >>> da.random.uniform(1, 3, size=6, chunks=3)
    dask.array<uniform, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def randint(low: int, high: Any = None, size: Any = None, chunks: Any = "auto") -> Array:
    """Whole numbers from `low` up to, not including, `high`.

    >>> da.random.randint(0, 10, size=6, chunks=3)
    dask.array<randint, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

