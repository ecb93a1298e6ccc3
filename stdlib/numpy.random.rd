"""Random numbers, the same for the same seed as NumPy's."""

from numpy import ndarray as ndarray
import numpy as _np

def _state_words(entropy: list[int], count: int) -> list[int]:
    """The words that a seed sequence of these 32-bit words gives."""
    ...

def _pool(entropy: list[int]) -> list[int]:
    """The pool of a seed sequence."""
    ...

def _chance() -> list[int]:
    """A number of 128 bits that differs from run to run."""
    ...

def _made(name: str, entropy: list[int]) -> Any:
    """The bits of a bit generator, seeded."""
    ...

def _raw(bits: Any) -> int:
    """The next 64 bits."""
    ...

def _get(bits: Any) -> list[int]:
    """The state as numbers."""
    ...

def _put(bits: Any, state: list[int]) -> None:
    """Back to a state."""
    ...

def _advance(bits: Any, steps: int) -> None:
    """As after so many draws."""
    ...

def _kept(source: Any) -> Any:
    """The second normal number of the last pair, if it was not used yet."""
    ...

def _keep(source: Any, kept: Any) -> None:
    """Keep a normal number for the next draw."""
    ...

def _bits(source: Any) -> Any:
    """The bits of a source."""
    ...

def _global() -> Any:
    """The source of the module's functions."""
    ...

def _words(number):
    # The 32-bit digits of a number or of a list of them, the lowest first.
    if isinstance(number, (list, tuple, _np.ndarray)):
        return [word for item in number for word in _words(item)]
    if isinstance(number, str):
        try:
            return _words(int(number, 0))
        except ValueError:
            raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {number}") from None
    if isinstance(number, (bool, float)) or not isinstance(number, (int, _np.integer)):
        raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {number}")
    number = int(number)
    if number < 0:
        raise ValueError("expected non-negative integer")
    found = [number & 0xFFFFFFFF]
    while number > 0xFFFFFFFF:
        number >>= 32
        found.append(number & 0xFFFFFFFF)
    return found

class SeedSequence:
    """Mixes numbers into seeds: of each, as many independent ones as are wanted.

    >>> np.random.SeedSequence(1).generate_state(2)
    array([1835504127, 1731038949], dtype=uint32)
    """

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        if pool_size != 4:
            raise NotImplementedError("SeedSequence with another pool_size than 4 is not in rdask")
        self.entropy = _chance()[0] if entropy is None else entropy
        self.spawn_key = tuple(spawn_key)
        self.pool_size = pool_size
        self.n_children_spawned = n_children_spawned
        self._entropy()

    def _entropy(self):
        words = _words(self.entropy)
        if self.spawn_key:
            words = words + [0] * (4 - len(words))
        return words + [word for key in self.spawn_key for word in _words(key)]

    @property
    def pool(self):
        """The mixed words."""
        return _np.array(_pool(self._entropy()), dtype="uint32")

    @property
    def state(self):
        """The state, as it can be set again."""
        return {"entropy": self.entropy, "spawn_key": self.spawn_key, "pool_size": 4, "n_children_spawned": self.n_children_spawned}

    def generate_state(self, n_words, dtype="uint32"):
        """So many words to seed a generator with."""
        dtype = _np.dtype(dtype)
        if dtype == "uint32":
            return _np.array(_state_words(self._entropy(), n_words), dtype=dtype)
        if dtype != "uint64":
            raise ValueError("only support uint32 or uint64")
        words = _state_words(self._entropy(), 2 * n_words)
        return _np.array([words[2 * at] + (words[2 * at + 1] << 32) for at in range(n_words)], dtype=dtype)

    def spawn(self, n_children):
        """So many that are independent of each other and of this one."""
        first = self.n_children_spawned
        self.n_children_spawned = first + n_children
        return [SeedSequence(self.entropy, spawn_key=self.spawn_key + (at,)) for at in range(first, first + n_children)]

    def __repr__(self):
        lines = [f"    entropy={self.entropy!r},"]
        if self.spawn_key:
            lines.append(f"    spawn_key={self.spawn_key!r},")
        if self.n_children_spawned:
            lines.append(f"    n_children_spawned={self.n_children_spawned!r},")
        return "SeedSequence(\n" + "\n".join(lines) + "\n)"

class BitGenerator:
    """What makes random bits, for a Generator.

    >>> isinstance(np.random.PCG64(1), np.random.BitGenerator)
    True
    """

    def __init__(self, seed=None):
        sequence = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        self.seed_seq = sequence
        self._engine = _made(type(self).__name__, sequence._entropy())

    def random_raw(self, size=None, output=True):
        """The next bits as they come."""
        if size is None:
            found = _raw(self._engine)
            return found if output else None
        shape = tuple(size) if isinstance(size, (tuple, list)) else (size,)
        count = 1
        for n in shape:
            count *= n
        found = [_raw(self._engine) for _ in range(count)]
        return _np.array(found, dtype="uint64").reshape(shape) if output else None

    def spawn(self, n_children):
        """So many that are independent of each other and of this one."""
        return [type(self)(sequence) for sequence in self.seed_seq.spawn(n_children)]

    @property
    def state(self):
        """The state, as it can be set again."""
        return self._shown(_get(self._engine))

    @state.setter
    def state(self, value):
        """The state, as it can be set again."""
        name = type(self).__name__
        if not isinstance(value, dict):
            raise TypeError("state must be a dict")
        if value.get("bit_generator", "") != name:
            raise ValueError(f"state must be for a {name} RNG")
        _put(self._engine, self._numbers(value))

    def _half(self, numbers):
        return {"has_uint32": numbers[-2], "uinteger": numbers[-1]}

class PCG64(BitGenerator):
    """The bit generator of `default_rng`.

    >>> np.random.PCG64(1).random_raw()
    9441442522235856127
    """

    def _shown(self, numbers):
        return {"bit_generator": type(self).__name__, "state": {"state": numbers[0], "inc": numbers[1]}} | self._half(numbers)

    def _numbers(self, value):
        return [value["state"]["state"], value["state"]["inc"], value["has_uint32"], value["uinteger"]]

    def advance(self, delta):
        """As after so many draws."""
        _advance(self._engine, delta)
        return self

    def jumped(self, jumps=1):
        """A generator far ahead of this one."""
        made = type(self)(self.seed_seq)
        _put(made._engine, _get(self._engine))
        _advance(made._engine, 0x9E3779B97F4A7C15F39CC0605CEDC835 * jumps)
        return made

class PCG64DXSM(PCG64):
    """PCG64 with a newer output function.

    >>> np.random.PCG64DXSM(1).random_raw()
    5001773312344742047
    """
    pass

class MT19937(BitGenerator):
    """The Mersenne Twister.

    >>> np.random.MT19937(1).random_raw()
    1033693557
    """

    def _shown(self, numbers):
        return {"bit_generator": "MT19937", "state": {"key": _np.array(numbers[:-1], dtype="uint32"), "pos": numbers[-1]}}

    def _numbers(self, value):
        return [int(word) for word in value["state"]["key"]] + [int(value["state"]["pos"])]

class Philox(BitGenerator):
    """A generator that counts and encrypts.

    >>> np.random.Philox(1).random_raw()
    1232279569898196538
    """

    def _shown(self, numbers):
        words = _np.array(numbers[:10], dtype="uint64")
        return {"bit_generator": "Philox", "state": {"counter": words[:4], "key": words[4:6]}, "buffer": words[6:], "buffer_pos": numbers[10]} | self._half(numbers)

    def _numbers(self, value):
        words = list(value["state"]["counter"]) + list(value["state"]["key"]) + list(value["buffer"])
        return [int(word) for word in words] + [value["buffer_pos"], value["has_uint32"], value["uinteger"]]

class SFC64(BitGenerator):
    """A small fast generator.

    >>> np.random.SFC64(1).random_raw()
    18365948275979584072
    """

    def _shown(self, numbers):
        return {"bit_generator": "SFC64", "state": {"state": _np.array(numbers[:4], dtype="uint64")}} | self._half(numbers)

    def _numbers(self, value):
        return [int(word) for word in value["state"]["state"]] + [value["has_uint32"], value["uinteger"]]

def _shape(size):
    if size is None:
        return ()
    return tuple(size) if isinstance(size, (tuple, list)) else (size,)

def _multinomial(source, n, pvals, size):
    pvals = _np.asarray(pvals, dtype=float)
    if pvals.ndim == 0:
        raise ValueError("pvals must have at least 1 dimension and the last dimension of pvals must be greater than 0." if isinstance(source, Generator) else "pvals must be a 1-d sequence")
    if pvals.ndim > 1 and not isinstance(source, Generator):
        raise ValueError("pvals must be a 1-d sequence")
    if ((pvals < 0) | (pvals > 1) | _np.isnan(pvals)).any():
        raise ValueError("pvals < 0, pvals > 1 or pvals contains NaNs")
    if (pvals[..., :-1].sum(axis=-1) > 1.0 + 1e-12).any():
        raise ValueError("sum(pvals[:-1]) > 1.0" if pvals.ndim == 1 else "sum(pvals[:-1]) > 1.0")
    trials = _np.asarray(n)
    if (trials < 0).any():
        raise ValueError("n < 0")
    shape = _np.broadcast_shapes(trials.shape, pvals.shape[:-1])
    if size is not None:
        shape = _np.broadcast_shapes(_shape(size), shape)
    trials = _np.broadcast_to(trials, shape).ravel().tolist()
    count = pvals.shape[-1]
    shares = _np.broadcast_to(pvals, shape + (count,)).reshape((-1, count)).tolist() if pvals.ndim > 1 else None
    rows = []
    for at, left in enumerate(trials):
        row = [0] * count
        rest = 1.0
        own = pvals.tolist() if shares is None else shares[at]
        for place in range(count - 1):
            if left <= 0:
                break
            found = source.binomial(left, min(own[place] / rest, 1.0))
            row[place] = found
            left -= found
            rest -= own[place]
        if left > 0:
            row[count - 1] = left
        rows.append(row)
    return _np.array(rows, dtype="int64").reshape(shape + (count,))

def _dirichlet(source, alpha, size):
    alpha = _np.asarray(alpha, dtype=float)
    if alpha.ndim != 1:
        raise ValueError("alpha must be a one-dimensional sequence of floats")
    if isinstance(source, Generator):
        if not (alpha >= 0).all():
            raise ValueError("alpha < 0")
    elif not (alpha > 0).all():
        raise ValueError("alpha <= 0")
    count = len(alpha)
    shape = _shape(size)
    if isinstance(source, Generator) and count > 0 and alpha.max() < 0.1:
        above = [0.0] * count
        total = 0.0
        for at in reversed(range(count)):
            total += float(alpha[at])
            above[at] = total
        drawn = source.beta(alpha[:-1], _np.array(above[1:]), size=shape + (count - 1,))
        left = _np.ones(shape)
        parts = []
        for at in range(count - 1):
            parts.append(left * drawn[..., at])
            left = left * (1.0 - drawn[..., at])
        return _np.stack(parts + [left], axis=-1)
    drawn = source.standard_gamma(alpha, size=shape + (count,))
    total = _np.zeros(shape)
    for at in range(count):
        total = total + drawn[..., at]
    return drawn * _np.asarray(1 / total)[..., None]

def _multivariate_normal(source, mean, cov, size, check_valid, tol, method):
    mean = _np.asarray(mean, dtype=float)
    cov = _np.asarray(cov, dtype=float)
    if method not in ("eigh", "svd", "cholesky"):
        raise ValueError("method must be one of {'eigh', 'svd', 'cholesky'}")
    if mean.ndim != 1:
        raise ValueError("mean must be 1 dimensional")
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError("cov must be 2 dimensional and square")
    if mean.shape[0] != cov.shape[0]:
        raise ValueError("mean and cov must have same length")
    drawn = source.standard_normal(_shape(size) + mean.shape).reshape((-1, mean.shape[0]))
    if method == "cholesky":
        factor = _np.linalg.cholesky(cov)
    else:
        if method == "svd":
            u, s, v = _np.linalg.svd(cov)
        else:
            s, u = _np.linalg.eigh(cov)
            v = u.T
        if check_valid != "ignore":
            valid = _np.allclose(_np.dot(v.T * s, v), cov, rtol=tol, atol=tol) if method == "svd" else not (s < -tol).any()
            if not valid:
                if check_valid == "raise":
                    raise ValueError("covariance is not symmetric positive-semidefinite.")
                import warnings
                warnings.warn("covariance is not symmetric positive-semidefinite.", RuntimeWarning)
        factor = v.T * _np.sqrt(s) if not isinstance(source, Generator) else u * _np.sqrt(_np.absolute(s))
    return (mean + drawn @ factor.T).reshape(_shape(size) + mean.shape)

def _multivariate_hypergeometric(source, colors, nsample, size, method):
    if method not in ("marginals", "count"):
        raise ValueError('method must be "count" or "marginals".')
    colors = [int(n) for n in colors]
    if any([n < 0 for n in colors]):
        raise ValueError("colors must be a one-dimensional sequence of nonnegative integers not exceeding 9223372036854775807.")
    total = sum(colors)
    if nsample < 0:
        raise ValueError("nsample must be nonnegative")
    if nsample > total:
        raise ValueError("nsample > sum(colors)")
    shape = _shape(size)
    many = 1
    for n in shape:
        many *= n
    more = nsample > total // 2
    sample = total - nsample if more else nsample
    balls = [at for at, n in enumerate(colors) for _ in range(n)] if method == "count" else []
    rows = []
    for _ in range(many):
        row = [0] * len(colors)
        if method == "count":
            for at in range(sample):
                other = at + _interval(source, total - at - 1)
                balls[at], balls[other] = balls[other], balls[at]
                row[balls[at]] += 1
        else:
            left, rest = sample, total
            for at in range(len(colors) - 1):
                if left <= 0:
                    break
                rest -= colors[at]
                found = source.hypergeometric(colors[at], rest, left)
                row[at] = found
                left -= found
            if left > 0:
                row[-1] = left
        rows.append([n - found for n, found in zip(colors, row)] if more else row)
    return _np.array(rows, dtype="int64").reshape(shape + (len(colors),))

def _interval(source: Any, most: int) -> int:
    """A number up to `most`, as shuffles draw it."""
    ...

class Generator:
    """A source of random numbers.

    >>> rng = np.random.default_rng(0)
    >>> rng.integers(10)
    np.int64(8)
    """
    bit_generator: Any = None
    def __new__(cls, bit_generator: Any) -> Generator:
        """A source over a bit generator.

        >>> np.random.Generator(np.random.PCG64(1)).random()
        0.5118216247002567
        """
        ...

    def random(self, size: Any = None, dtype: Any = None, out: Any = None) -> Any:
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

    def standard_normal(self, size: Any = None, dtype: Any = None, out: Any = None) -> Any:
        """Normal numbers with mean 0 and deviation 1.

        >>> np.random.default_rng(1).standard_normal()
        0.345584192064786
        """
        ...

    def standard_exponential(self, size: Any = None, dtype: Any = None, method: str = "zig", out: Any = None) -> Any:
        """Exponentially distributed numbers with mean 1.

        >>> np.random.default_rng(1).standard_exponential()
        1.0730290263725388
        """
        ...

    def standard_gamma(self, shape: Any, size: Any = None, dtype: Any = None, out: Any = None) -> Any:
        """Gamma distributed numbers with scale 1.

        >>> np.random.default_rng(1).standard_gamma(2)
        2.153807477464259
        """
        ...

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
        """Uniform numbers in [low, high).

        >>> np.random.default_rng(1).uniform(1, 3)
        2.0236432494005134
        """
        ...

    def integers(self, low: Any, high: Any = None, size: Any = None, dtype: Any = None, endpoint: bool = False) -> Any:
        """Whole numbers from `low` up to, not including, `high`.

        >>> np.random.default_rng(1).integers(0, 10, size=3)
        array([4, 5, 7])
        """
        ...

    def choice(self, a: Any, size: Any = None, replace: bool = True, p: Any = None, axis: int = 0, shuffle: bool = True) -> Any:
        """Elements drawn at random.

        >>> np.random.default_rng(1).choice([1, 2, 3])
        np.int64(2)
        """
        ...

    def permutation(self, x: Any, axis: int = 0) -> Any:
        """A shuffled copy of an array along an axis, or of range(x).

        >>> np.random.default_rng(1).permutation(4)
        array([0, 1, 2, 3])
        """
        ...

    def shuffle(self, x: Any, axis: int = 0) -> Any:
        """Shuffle in place."""
        ...

    def permuted(self, x: Any, *, axis: Any = None, out: Any = None) -> Any:
        """A copy in which each slice along an axis is shuffled by itself.

        >>> np.random.default_rng(1).permuted([1, 2, 3])
        array([1, 2, 3])
        """
        ...

    def beta(self, a: Any, b: Any, size: Any = None) -> Any:
        """Beta distributed numbers.

        >>> np.random.default_rng(1).beta(2, 3)
        0.39905349040213767
        """
        ...

    def binomial(self, n: Any, p: Any, size: Any = None) -> Any:
        """How many of `n` trials succeed, each with probability `p`.

        >>> np.random.default_rng(1).binomial(10, 0.5)
        5
        """
        ...

    def chisquare(self, df: Any, size: Any = None) -> Any:
        """Chi-squared numbers.

        >>> np.random.default_rng(1).chisquare(2)
        2.1460580527450777
        """
        ...

    def exponential(self, scale: Any = 1.0, size: Any = None) -> Any:
        """Exponentially distributed numbers.

        >>> np.random.default_rng(1).exponential(2)
        2.1460580527450777
        """
        ...

    def f(self, dfnum: Any, dfden: Any, size: Any = None) -> Any:
        """Numbers of Fisher's F distribution.

        >>> np.random.default_rng(1).f(2, 3)
        0.700364012105223
        """
        ...

    def gamma(self, shape: Any, scale: Any = 1.0, size: Any = None) -> Any:
        """Gamma distributed numbers.

        >>> np.random.default_rng(1).gamma(2)
        2.153807477464259
        """
        ...

    def geometric(self, p: Any, size: Any = None) -> Any:
        """How many trials until the first success, each with probability `p`.

        >>> np.random.default_rng(1).geometric(0.3)
        4
        """
        ...

    def gumbel(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Numbers of the Gumbel distribution.

        >>> np.random.default_rng(1).gumbel()
        0.3325756547011548
        """
        ...

    def hypergeometric(self, ngood: Any, nbad: Any, nsample: Any, size: Any = None) -> Any:
        """How many good ones are among `nsample` taken out.

        >>> np.random.default_rng(1).hypergeometric(5, 5, 4)
        2
        """
        ...

    def laplace(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Numbers of the Laplace distribution.

        >>> np.random.default_rng(1).laplace()
        0.02392723620114704
        """
        ...

    def logistic(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Numbers of the logistic distribution.

        >>> np.random.default_rng(1).logistic()
        0.047295312859515756
        """
        ...

    def lognormal(self, mean: Any = 0.0, sigma: Any = 1.0, size: Any = None) -> Any:
        """Numbers whose logarithm is normal.

        >>> np.random.default_rng(1).lognormal()
        1.4128150339634327
        """
        ...

    def logseries(self, p: Any, size: Any = None) -> Any:
        """Numbers of the logarithmic series distribution.

        >>> np.random.default_rng(1).logseries(0.6)
        2
        """
        ...

    def negative_binomial(self, n: Any, p: Any, size: Any = None) -> Any:
        """How many failures before `n` successes.

        >>> np.random.default_rng(1).negative_binomial(3, 0.5)
        3
        """
        ...

    def noncentral_chisquare(self, df: Any, nonc: Any, size: Any = None) -> Any:
        """Noncentral chi-squared numbers.

        >>> np.random.default_rng(1).noncentral_chisquare(3, 2)
        7.145001469737652
        """
        ...

    def noncentral_f(self, dfnum: Any, dfden: Any, nonc: Any, size: Any = None) -> Any:
        """Numbers of the noncentral F distribution.

        >>> np.random.default_rng(1).noncentral_f(3, 4, 2)
        2.235582557980151
        """
        ...

    def pareto(self, a: Any, size: Any = None) -> Any:
        """Numbers of the Pareto II (Lomax) distribution.

        >>> np.random.default_rng(1).pareto(3)
        0.4300027139314554
        """
        ...

    def poisson(self, lam: Any = 1.0, size: Any = None) -> Any:
        """Poisson distributed numbers.

        >>> np.random.default_rng(1).poisson(4)
        5
        """
        ...

    def power(self, a: Any, size: Any = None) -> Any:
        """Numbers of a power distribution with exponent a - 1.

        >>> np.random.default_rng(1).power(3)
        0.8697911563106514
        """
        ...

    def rayleigh(self, scale: Any = 1.0, size: Any = None) -> Any:
        """Numbers of the Rayleigh distribution.

        >>> np.random.default_rng(1).rayleigh()
        1.4649430203066185
        """
        ...

    def standard_cauchy(self, size: Any = None) -> Any:
        """Cauchy distributed numbers.

        >>> np.random.default_rng(1).standard_cauchy()
        0.42061411958619777
        """
        ...

    def standard_t(self, df: Any, size: Any = None) -> Any:
        """Numbers of Student's t distribution.

        >>> np.random.default_rng(1).standard_t(3)
        0.2791965480189002
        """
        ...

    def triangular(self, left: Any, mode: Any, right: Any, size: Any = None) -> Any:
        """Numbers of the triangular distribution.

        >>> np.random.default_rng(1).triangular(0, 1, 3)
        1.2885473270351704
        """
        ...

    def vonmises(self, mu: Any, kappa: Any, size: Any = None) -> Any:
        """Angles of the von Mises distribution.

        >>> np.random.default_rng(1).vonmises(0, 2)
        -0.6984365562680024
        """
        ...

    def wald(self, mean: Any, scale: Any, size: Any = None) -> Any:
        """Numbers of the Wald (inverse Gaussian) distribution.

        >>> np.random.default_rng(1).wald(1, 2)
        1.276039284547764
        """
        ...

    def weibull(self, a: Any, size: Any = None) -> Any:
        """Numbers of the Weibull distribution.

        >>> np.random.default_rng(1).weibull(2)
        1.0358711437107122
        """
        ...

    def zipf(self, a: Any, size: Any = None) -> Any:
        """Numbers of the Zipf distribution.

        >>> np.random.default_rng(1).zipf(2.5)
        1
        """
        ...

    def multinomial(self, n: Any, pvals: Any, size: Any = None) -> Any:
        """How often each of several outcomes comes in `n` trials.

        >>> np.random.default_rng(1).multinomial(10, [0.5, 0.5])
        array([5, 5])
        """
        return _multinomial(self, n, pvals, size)

    def dirichlet(self, alpha: Any, size: Any = None) -> Any:
        """Shares of the Dirichlet distribution: each row sums to 1.

        >>> np.random.default_rng(1).dirichlet([1, 2]).sum().round(12)
        np.float64(1.0)
        """
        return _dirichlet(self, alpha, size)

    def multivariate_normal(self, mean: Any, cov: Any, size: Any = None, check_valid: str = "warn", tol: float = 1e-8, *, method: str = "svd") -> Any:
        """Rows of normal numbers with means and covariances.

        >>> np.random.default_rng(1).multivariate_normal([0, 1], [[1, 0], [0, 1]], method="cholesky")
        array([0.34558419, 1.82161814])
        """
        return _multivariate_normal(self, mean, cov, size, check_valid, tol, method)

    def multivariate_hypergeometric(self, colors: Any, nsample: int, size: Any = None, method: str = "marginals") -> Any:
        """How many of each color are among `nsample` taken out.

        >>> np.random.default_rng(1).multivariate_hypergeometric([3, 4, 5], 4)
        array([1, 2, 1])
        """
        return _multivariate_hypergeometric(self, colors, nsample, size, method)

    def bytes(self, length: int) -> Any:
        """So many random bytes.

        >>> len(np.random.default_rng(1).bytes(10))
        10
        """
        return self.integers(0, 4294967296, size=(length - 1) // 4 + 1, dtype=_np.uint32).tobytes()[:length]

    def spawn(self, n_children: int) -> list[Any]:
        """So many sources whose numbers are independent of each other and of this one's.

        >>> np.random.default_rng(1).spawn(2)[0].random()
        0.6990345474368357
        """
        return [Generator(bits) for bits in self.bit_generator.spawn(n_children)]

class RandomState:
    """A source of random numbers as NumPy made them before Generator."""
    def __new__(cls, seed: Any = None) -> RandomState:
        """A source seeded by an integer."""
        ...

    def seed(self, seed: Any = None) -> Any:
        """Start the sequence anew."""
        ...

    def bytes(self, length: int) -> Any:
        """So many random bytes."""
        return self.randint(0, 4294967296, size=(length - 1) // 4 + 1, dtype=_np.uint32).tobytes()[:length]

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

    def randint(self, low: Any, high: Any = None, size: Any = None, dtype: Any = None) -> Any:
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

    def standard_exponential(self, size: Any = None) -> Any:
        """Exponentially distributed numbers with mean 1.

        >>> np.random.RandomState(1).standard_exponential()
        0.5396058372591854
        """
        ...

    def standard_gamma(self, shape: Any, size: Any = None) -> Any:
        """Gamma distributed numbers with scale 1.

        >>> np.random.RandomState(1).standard_gamma(2)
        4.766142023447728
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

    def beta(self, a: Any, b: Any, size: Any = None) -> Any:
        """Beta distributed numbers.

        >>> np.random.RandomState(1).beta(2, 3)
        0.7272810091242561
        """
        ...

    def binomial(self, n: Any, p: Any, size: Any = None) -> Any:
        """How many of `n` trials succeed, each with probability `p`.

        >>> np.random.RandomState(1).binomial(10, 0.5)
        5
        """
        ...

    def chisquare(self, df: Any, size: Any = None) -> Any:
        """Chi-squared numbers.

        >>> np.random.RandomState(1).chisquare(2)
        1.0792116745183709
        """
        ...

    def exponential(self, scale: Any = 1.0, size: Any = None) -> Any:
        """Exponentially distributed numbers.

        >>> np.random.RandomState(1).exponential(2)
        1.0792116745183709
        """
        ...

    def f(self, dfnum: Any, dfden: Any, size: Any = None) -> Any:
        """Numbers of Fisher's F distribution.

        >>> np.random.RandomState(1).f(2, 3)
        1.6285399116766137
        """
        ...

    def gamma(self, shape: Any, scale: Any = 1.0, size: Any = None) -> Any:
        """Gamma distributed numbers.

        >>> np.random.RandomState(1).gamma(2)
        4.766142023447728
        """
        ...

    def geometric(self, p: Any, size: Any = None) -> Any:
        """How many trials until the first success, each with probability `p`.

        >>> np.random.RandomState(1).geometric(0.3)
        2
        """
        ...

    def gumbel(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Numbers of the Gumbel distribution.

        >>> np.random.RandomState(1).gumbel()
        0.6169163369546655
        """
        ...

    def hypergeometric(self, ngood: Any, nbad: Any, nsample: Any, size: Any = None) -> Any:
        """How many good ones are among `nsample` taken out.

        >>> np.random.RandomState(1).hypergeometric(5, 5, 4)
        1
        """
        ...

    def laplace(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Numbers of the Laplace distribution.

        >>> np.random.RandomState(1).laplace()
        -0.18146910894470789
        """
        ...

    def logistic(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Numbers of the logistic distribution.

        >>> np.random.RandomState(1).logistic()
        -0.33501045224546777
        """
        ...

    def lognormal(self, mean: Any = 0.0, sigma: Any = 1.0, size: Any = None) -> Any:
        """Numbers whose logarithm is normal.

        >>> np.random.RandomState(1).lognormal()
        5.075095607482667
        """
        ...

    def logseries(self, p: Any, size: Any = None) -> Any:
        """Numbers of the logarithmic series distribution.

        >>> np.random.RandomState(1).logseries(0.6)
        2
        """
        ...

    def negative_binomial(self, n: Any, p: Any, size: Any = None) -> Any:
        """How many failures before `n` successes.

        >>> np.random.RandomState(1).negative_binomial(3, 0.5)
        3
        """
        ...

    def noncentral_chisquare(self, df: Any, nonc: Any, size: Any = None) -> Any:
        """Noncentral chi-squared numbers.

        >>> np.random.RandomState(1).noncentral_chisquare(3, 2)
        1.4538055220155224
        """
        ...

    def noncentral_f(self, dfnum: Any, dfden: Any, nonc: Any, size: Any = None) -> Any:
        """Numbers of the noncentral F distribution.

        >>> np.random.RandomState(1).noncentral_f(3, 4, 2)
        0.8415148178027735
        """
        ...

    def pareto(self, a: Any, size: Any = None) -> Any:
        """Numbers of the Pareto II (Lomax) distribution.

        >>> np.random.RandomState(1).pareto(3)
        0.19706007396255787
        """
        ...

    def poisson(self, lam: Any = 1.0, size: Any = None) -> Any:
        """Poisson distributed numbers.

        >>> np.random.RandomState(1).poisson(4)
        2
        """
        ...

    def power(self, a: Any, size: Any = None) -> Any:
        """Numbers of a power distribution with exponent a - 1.

        >>> np.random.RandomState(1).power(3)
        0.7471130525727289
        """
        ...

    def rayleigh(self, scale: Any = 1.0, size: Any = None) -> Any:
        """Numbers of the Rayleigh distribution.

        >>> np.random.RandomState(1).rayleigh()
        1.03885113202921
        """
        ...

    def standard_cauchy(self, size: Any = None) -> Any:
        """Cauchy distributed numbers.

        >>> np.random.RandomState(1).standard_cauchy()
        -2.6552159117899614
        """
        ...

    def standard_t(self, df: Any, size: Any = None) -> Any:
        """Numbers of Student's t distribution.

        >>> np.random.RandomState(1).standard_t(3)
        2.5208811639860915
        """
        ...

    def triangular(self, left: Any, mode: Any, right: Any, size: Any = None) -> Any:
        """Numbers of the triangular distribution.

        >>> np.random.RandomState(1).triangular(0, 1, 3)
        1.129741201922965
        """
        ...

    def vonmises(self, mu: Any, kappa: Any, size: Any = None) -> Any:
        """Angles of the von Mises distribution.

        >>> np.random.RandomState(1).vonmises(0, 2)
        -0.5265638139804345
        """
        ...

    def wald(self, mean: Any, scale: Any, size: Any = None) -> Any:
        """Numbers of the Wald (inverse Gaussian) distribution.

        >>> np.random.RandomState(1).wald(1, 2)
        0.3351044142258903
        """
        ...

    def weibull(self, a: Any, size: Any = None) -> Any:
        """Numbers of the Weibull distribution.

        >>> np.random.RandomState(1).weibull(2)
        0.7345786801011757
        """
        ...

    def zipf(self, a: Any, size: Any = None) -> Any:
        """Numbers of the Zipf distribution.

        >>> np.random.RandomState(1).zipf(2.5)
        1
        """
        ...

    def multinomial(self, n: Any, pvals: Any, size: Any = None) -> Any:
        """How often each of several outcomes comes in `n` trials.

        >>> np.random.RandomState(1).multinomial(10, [0.5, 0.5])
        array([5, 5])
        """
        return _multinomial(self, n, pvals, size)

    def dirichlet(self, alpha: Any, size: Any = None) -> Any:
        """Shares of the Dirichlet distribution: each row sums to 1.

        >>> np.random.RandomState(1).dirichlet([1, 2]).sum().round(12)
        np.float64(1.0)
        """
        return _dirichlet(self, alpha, size)

    def multivariate_normal(self, mean: Any, cov: Any, size: Any = None, check_valid: str = "warn", tol: float = 1e-8) -> Any:
        """Rows of normal numbers with means and covariances.

        >>> np.random.RandomState(1).multivariate_normal([0, 1], [[1, 0], [0, 1]]).shape
        (2,)
        """
        return _multivariate_normal(self, mean, cov, size, check_valid, tol, "svd")

    def random_integers(self, low: int, high: Any = None, size: Any = None) -> Any:
        """Whole numbers from `low` up to and including `high`; without that, from 1 to `low`."""
        return self.randint(1, low + 1, size) if high is None else self.randint(low, high + 1, size)

    def tomaxint(self, size: Any = None) -> Any:
        """Whole numbers from 0 to the largest integer.

        >>> np.random.RandomState(1).tomaxint() >= 0
        True
        """
        return self.randint(0, 2 ** 63, size, dtype="int64") if size is not None else int(self.randint(0, 2 ** 63, dtype="int64"))

    def get_state(self, legacy: bool = True) -> Any:
        """The state, as `set_state` takes it.

        >>> np.random.RandomState(1).get_state()[2]
        624
        """
        state = _get(_bits(self))
        kept = _kept(self)
        has, cached = (0, 0.0) if kept is None else (1, kept)
        key = _np.array(state[:-1], dtype="uint32")
        if legacy:
            return ("MT19937", key, state[-1], has, cached)
        return {"bit_generator": "MT19937", "state": {"key": key, "pos": state[-1]}, "has_gauss": has, "gauss": cached}

    def set_state(self, state: Any) -> None:
        """Go back to a state."""
        if isinstance(state, dict):
            name, key, pos = state["bit_generator"], state["state"]["key"], state["state"]["pos"]
            has, cached = state.get("has_gauss", 0), state.get("gauss", 0.0)
        else:
            name, key, pos = state[0], state[1], state[2]
            has, cached = (state[3], state[4]) if len(state) > 3 else (0, 0.0)
        if name != "MT19937":
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        _put(_bits(self), [int(word) for word in key] + [int(pos)])
        _keep(self, cached if has else None)

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

def randint(low: Any, high: Any = None, size: Any = None, dtype: Any = None) -> Any:
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

def standard_exponential(size: Any = None) -> Any:
    """Exponentially distributed numbers with mean 1.

    >>> np.random.seed(1)
    >>> np.random.standard_exponential()
    0.5396058372591854
    """
    ...

def standard_gamma(shape: Any, size: Any = None) -> Any:
    """Gamma distributed numbers with scale 1.

    >>> np.random.seed(1)
    >>> np.random.standard_gamma(2)
    4.766142023447728
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

def beta(a: Any, b: Any, size: Any = None) -> Any:
    """Beta distributed numbers.

    >>> np.random.seed(1)
    >>> np.random.beta(2, 3)
    0.7272810091242561
    """
    ...

def binomial(n: Any, p: Any, size: Any = None) -> Any:
    """How many of `n` trials succeed, each with probability `p`.

    >>> np.random.seed(1)
    >>> np.random.binomial(10, 0.5)
    5
    """
    ...

def chisquare(df: Any, size: Any = None) -> Any:
    """Chi-squared numbers.

    >>> np.random.seed(1)
    >>> np.random.chisquare(2)
    1.0792116745183709
    """
    ...

def exponential(scale: Any = 1.0, size: Any = None) -> Any:
    """Exponentially distributed numbers.

    >>> np.random.seed(1)
    >>> np.random.exponential(2)
    1.0792116745183709
    """
    ...

def f(dfnum: Any, dfden: Any, size: Any = None) -> Any:
    """Numbers of Fisher's F distribution.

    >>> np.random.seed(1)
    >>> np.random.f(2, 3)
    1.6285399116766137
    """
    ...

def gamma(shape: Any, scale: Any = 1.0, size: Any = None) -> Any:
    """Gamma distributed numbers.

    >>> np.random.seed(1)
    >>> np.random.gamma(2)
    4.766142023447728
    """
    ...

def geometric(p: Any, size: Any = None) -> Any:
    """How many trials until the first success, each with probability `p`.

    >>> np.random.seed(1)
    >>> np.random.geometric(0.3)
    2
    """
    ...

def gumbel(loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
    """Numbers of the Gumbel distribution.

    >>> np.random.seed(1)
    >>> np.random.gumbel()
    0.6169163369546655
    """
    ...

def hypergeometric(ngood: Any, nbad: Any, nsample: Any, size: Any = None) -> Any:
    """How many good ones are among `nsample` taken out.

    >>> np.random.seed(1)
    >>> np.random.hypergeometric(5, 5, 4)
    1
    """
    ...

def laplace(loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
    """Numbers of the Laplace distribution.

    >>> np.random.seed(1)
    >>> np.random.laplace()
    -0.18146910894470789
    """
    ...

def logistic(loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
    """Numbers of the logistic distribution.

    >>> np.random.seed(1)
    >>> np.random.logistic()
    -0.33501045224546777
    """
    ...

def lognormal(mean: Any = 0.0, sigma: Any = 1.0, size: Any = None) -> Any:
    """Numbers whose logarithm is normal.

    >>> np.random.seed(1)
    >>> np.random.lognormal()
    5.075095607482667
    """
    ...

def logseries(p: Any, size: Any = None) -> Any:
    """Numbers of the logarithmic series distribution.

    >>> np.random.seed(1)
    >>> np.random.logseries(0.6)
    2
    """
    ...

def negative_binomial(n: Any, p: Any, size: Any = None) -> Any:
    """How many failures before `n` successes.

    >>> np.random.seed(1)
    >>> np.random.negative_binomial(3, 0.5)
    3
    """
    ...

def noncentral_chisquare(df: Any, nonc: Any, size: Any = None) -> Any:
    """Noncentral chi-squared numbers.

    >>> np.random.seed(1)
    >>> np.random.noncentral_chisquare(3, 2)
    1.4538055220155224
    """
    ...

def noncentral_f(dfnum: Any, dfden: Any, nonc: Any, size: Any = None) -> Any:
    """Numbers of the noncentral F distribution.

    >>> np.random.seed(1)
    >>> np.random.noncentral_f(3, 4, 2)
    0.8415148178027735
    """
    ...

def pareto(a: Any, size: Any = None) -> Any:
    """Numbers of the Pareto II (Lomax) distribution.

    >>> np.random.seed(1)
    >>> np.random.pareto(3)
    0.19706007396255787
    """
    ...

def poisson(lam: Any = 1.0, size: Any = None) -> Any:
    """Poisson distributed numbers.

    >>> np.random.seed(1)
    >>> np.random.poisson(4)
    2
    """
    ...

def power(a: Any, size: Any = None) -> Any:
    """Numbers of a power distribution with exponent a - 1.

    >>> np.random.seed(1)
    >>> np.random.power(3)
    0.7471130525727289
    """
    ...

def rayleigh(scale: Any = 1.0, size: Any = None) -> Any:
    """Numbers of the Rayleigh distribution.

    >>> np.random.seed(1)
    >>> np.random.rayleigh()
    1.03885113202921
    """
    ...

def standard_cauchy(size: Any = None) -> Any:
    """Cauchy distributed numbers.

    >>> np.random.seed(1)
    >>> np.random.standard_cauchy()
    -2.6552159117899614
    """
    ...

def standard_t(df: Any, size: Any = None) -> Any:
    """Numbers of Student's t distribution.

    >>> np.random.seed(1)
    >>> np.random.standard_t(3)
    2.5208811639860915
    """
    ...

def triangular(left: Any, mode: Any, right: Any, size: Any = None) -> Any:
    """Numbers of the triangular distribution.

    >>> np.random.seed(1)
    >>> np.random.triangular(0, 1, 3)
    1.129741201922965
    """
    ...

def vonmises(mu: Any, kappa: Any, size: Any = None) -> Any:
    """Angles of the von Mises distribution.

    >>> np.random.seed(1)
    >>> np.random.vonmises(0, 2)
    -0.5265638139804345
    """
    ...

def wald(mean: Any, scale: Any, size: Any = None) -> Any:
    """Numbers of the Wald (inverse Gaussian) distribution.

    >>> np.random.seed(1)
    >>> np.random.wald(1, 2)
    0.3351044142258903
    """
    ...

def weibull(a: Any, size: Any = None) -> Any:
    """Numbers of the Weibull distribution.

    >>> np.random.seed(1)
    >>> np.random.weibull(2)
    0.7345786801011757
    """
    ...

def zipf(a: Any, size: Any = None) -> Any:
    """Numbers of the Zipf distribution.

    >>> np.random.seed(1)
    >>> np.random.zipf(2.5)
    1
    """
    ...

def default_rng(seed: Any = None) -> Generator:
    """A new source of random numbers.

    >>> np.random.default_rng(42).random()
    0.7739560485559633
    >>> np.random.default_rng([1, 2]).random()
    0.44841514333227195
    """
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, BitGenerator):
        return Generator(seed)
    return Generator(PCG64(seed))

def seed(seed: Any = None) -> Any:
    """Start the sequence anew."""
    ...

def ranf(size: Any = None) -> Any:
    """Uniform numbers in [0, 1).

    >>> np.random.seed(1)
    >>> np.random.ranf()
    0.417022004702574
    """
    return random(size)

def sample(size: Any = None) -> Any:
    """Uniform numbers in [0, 1).

    >>> np.random.seed(1)
    >>> np.random.sample()
    0.417022004702574
    """
    return random(size)

def multinomial(n: Any, pvals: Any, size: Any = None) -> Any:
    """How often each of several outcomes comes in `n` trials.

    >>> np.random.multinomial(10, [0.5, 0.5]).sum()
    np.int64(10)
    """
    return _multinomial(_global(), n, pvals, size)

def dirichlet(alpha: Any, size: Any = None) -> Any:
    """Shares of the Dirichlet distribution: each row sums to 1.

    >>> np.random.dirichlet([1, 2]).sum().round(12)
    np.float64(1.0)
    """
    return _dirichlet(_global(), alpha, size)

def multivariate_normal(mean: Any, cov: Any, size: Any = None, check_valid: str = "warn", tol: float = 1e-8) -> Any:
    """Rows of normal numbers with means and covariances.

    >>> np.random.multivariate_normal([0, 1], [[1, 0], [0, 1]]).shape
    (2,)
    """
    return _multivariate_normal(_global(), mean, cov, size, check_valid, tol, "svd")

def random_integers(low: int, high: Any = None, size: Any = None) -> Any:
    """Whole numbers from `low` up to and including `high`; without that, from 1 to `low`."""
    return _global().random_integers(low, high, size)

def get_state(legacy: bool = True) -> Any:
    """The state, as `set_state` takes it.

    >>> np.random.get_state()[0]
    'MT19937'
    """
    return _global().get_state(legacy)

def set_state(state: Any) -> None:
    """Go back to a state."""
    _global().set_state(state)
