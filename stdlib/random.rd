"""Random numbers, the same as CPython's from the same seed."""

def seed(a: Any = None, version: int = 2) -> None:
    """Begin again from a seed; without one, from chance."""
    ...

def random() -> float:
    """A number from 0 up to, not including, 1.

    >>> import random
    >>> random.seed(1)
    >>> random.random()
    0.13436424411240122
    """
    ...

def uniform(a: float, b: float) -> float:
    """A number between two.

    >>> import random
    >>> random.seed(1)
    >>> random.uniform(0, 10)
    1.3436424411240122
    """
    ...

def randint(a: int, b: int) -> int:
    """An integer from `a` to `b`, both included.

    >>> import random
    >>> random.seed(1)
    >>> random.randint(1, 6)
    2
    """
    ...

def randrange(start: int, stop: int | None = None, step: int = 1) -> int:
    """An integer of a range."""
    ...

def getrandbits(k: int, /) -> int:
    """An integer of so many random bits."""
    ...

def randbytes(n: int) -> bytes:
    """So many random bytes.

    >>> import random
    >>> random.seed(1)
    >>> len(random.randbytes(3))
    3
    """
    return getrandbits(n * 8).to_bytes(n, "little")

def choice(seq: Any) -> Any:
    """One item of a sequence.

    >>> import random
    >>> random.seed(1)
    >>> random.choice("abc")
    'a'
    """
    ...

def choices(population: Any, weights: Any = None, *, cum_weights: Any = None, k: int = 1) -> list[Any]:
    """So many items of a sequence, each drawn anew, perhaps by weights."""
    ...

def shuffle(x: Any) -> None:
    """Put a list in random order."""
    ...

def sample(population: Any, k: int, *, counts: Any = None) -> list[Any]:
    """So many different items of a sequence.

    >>> import random
    >>> random.seed(1)
    >>> random.sample(range(10), 3)
    [2, 1, 4]
    """
    ...

def gauss(mu: float = 0.0, sigma: float = 1.0) -> float:
    """A number of the normal distribution."""
    ...

def normalvariate(mu: float = 0.0, sigma: float = 1.0) -> float:
    """A number of the normal distribution."""
    ...

def lognormvariate(mu: float, sigma: float) -> float:
    """A number whose logarithm is normally distributed."""
    ...

def expovariate(lambd: float) -> float:
    """A number of the exponential distribution with a rate."""
    ...

def gammavariate(alpha: float, beta: float) -> float:
    """A number of the gamma distribution."""
    ...

def betavariate(alpha: float, beta: float) -> float:
    """A number of the beta distribution."""
    ...

def triangular(low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
    """A number of the triangular distribution."""
    ...

def paretovariate(alpha: float) -> float:
    """A number of the Pareto distribution."""
    ...

def weibullvariate(alpha: float, beta: float) -> float:
    """A number of the Weibull distribution."""
    ...

def vonmisesvariate(mu: float, kappa: float) -> float:
    """An angle of the von Mises distribution.

    >>> import random
    >>> random.seed(1)
    >>> random.vonmisesvariate(0, 4)
    0.10681534351771789
    """
    return _von_mises(random, mu, kappa)

def getstate() -> Any:
    """The state, as `setstate` takes it.

    >>> import random
    >>> random.getstate()[0]
    3
    """
    ...

def setstate(state: Any) -> None:
    """Go back to a state."""
    ...

def _von_mises(draw, mu, kappa):
    # D. J. Best, N. I. Fisher, "Efficient simulation of the von Mises distribution", 1979.
    import math
    if kappa <= 1e-6:
        return math.tau * draw()
    s = 0.5 / kappa
    r = s + math.sqrt(1.0 + s * s)
    while True:
        z = math.cos(math.pi * draw())
        d = z / (r + z)
        u = draw()
        if u < 1.0 - d * d or u <= (1.0 - d) * math.exp(d):
            break
    q = 1.0 / r
    f = (q + z) / (1.0 + q * z)
    if draw() > 0.5:
        return (mu + math.acos(f)) % math.tau
    return (mu - math.acos(f)) % math.tau

class Random:
    """A source of random numbers of its own."""

    def __new__(cls, x: Any = None) -> Random:
        """A source that begins from a seed.

        >>> import random
        >>> random.Random(1).random()
        0.13436424411240122
        """
        ...

    def seed(self, a: Any = None, version: int = 2) -> None:
        """Begin again from a seed; without one, from chance."""
        ...

    def random(self) -> float:
        """A number from 0 up to, not including, 1."""
        ...

    def uniform(self, a: float, b: float) -> float:
        """A number between two."""
        ...

    def randint(self, a: int, b: int) -> int:
        """An integer from `a` to `b`, both included."""
        ...

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        """An integer of a range."""
        ...

    def getrandbits(self, k: int, /) -> int:
        """An integer of so many random bits."""
        ...

    def randbytes(self, n: int) -> bytes:
        """So many random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def choice(self, seq: Any) -> Any:
        """One item of a sequence."""
        ...

    def choices(self, population: Any, weights: Any = None, *, cum_weights: Any = None, k: int = 1) -> list[Any]:
        """So many items of a sequence, each drawn anew, perhaps by weights."""
        ...

    def shuffle(self, x: Any) -> None:
        """Put a list in random order."""
        ...

    def sample(self, population: Any, k: int, *, counts: Any = None) -> list[Any]:
        """So many different items of a sequence."""
        ...

    def gauss(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """A number of the normal distribution."""
        ...

    def normalvariate(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """A number of the normal distribution."""
        ...

    def lognormvariate(self, mu: float, sigma: float) -> float:
        """A number whose logarithm is normally distributed."""
        ...

    def expovariate(self, lambd: float) -> float:
        """A number of the exponential distribution with a rate."""
        ...

    def gammavariate(self, alpha: float, beta: float) -> float:
        """A number of the gamma distribution."""
        ...

    def betavariate(self, alpha: float, beta: float) -> float:
        """A number of the beta distribution."""
        ...

    def triangular(self, low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
        """A number of the triangular distribution."""
        ...

    def paretovariate(self, alpha: float) -> float:
        """A number of the Pareto distribution."""
        ...

    def weibullvariate(self, alpha: float, beta: float) -> float:
        """A number of the Weibull distribution."""
        ...

    def vonmisesvariate(self, mu: float, kappa: float) -> float:
        """An angle of the von Mises distribution."""
        return _von_mises(self.random, mu, kappa)

    def getstate(self) -> Any:
        """The state, as `setstate` takes it."""
        ...

    def setstate(self, state: Any) -> None:
        """Go back to a state."""
        ...

class SystemRandom(Random):
    """A source of random numbers that begins from the system's entropy and has no seed.

    >>> import random
    >>> random.SystemRandom().randint(3, 3)
    3
    """

    def __new__(cls, x: Any = None):
        return Random.__new__(cls)

    def seed(self, *args, **kwds):
        """Nothing: there is no seed."""
        return None

    def getstate(self, *args, **kwds):
        """There is no state: an error."""
        raise NotImplementedError("System entropy source does not have state.")

    def setstate(self, *args, **kwds):
        """There is no state: an error."""
        raise NotImplementedError("System entropy source does not have state.")
