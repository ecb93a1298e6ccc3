"""Lazy arrays of random numbers. Each element depends on the seed and its position alone.

Parameters of a distribution may be arrays: they are broadcast to the size."""

import numpy as _np
from dask.array import Array as Array
from dask.array import _renamed as _renamed
from dask.array import arange as _arange, rechunk as _rechunk, stack as _stack

def _order(source: Any, count: int) -> Any:
    """The numbers below `count`, shuffled by a draw of the source."""
    ...

def _choice(integers: Any, uniform: Any, permutation: Any, a: Any, size: Any, replace: bool, p: Any, chunks: Any) -> Array:
    """What `choice` of each source does: by number, then by element."""
    count = a if isinstance(a, int) else len(a)
    if count < 1:
        raise ValueError("a must be greater than 0")
    if p is not None:
        if len(p) != count:
            raise ValueError("a and p must have the same size")
        if abs(sum(p) - 1) > 1e-7:
            raise ValueError("probabilities do not sum to 1")
    if not replace:
        if p is not None:
            raise NotImplementedError("choice with replace=False and p is not here: draw with replacement, or leave p out")
        many = 1 if size is None else size
        if not isinstance(many, int):
            raise NotImplementedError("choice with replace=False takes a size of one axis")
        if many > count:
            raise ValueError("Cannot take a larger sample than population when replace is False")
        places = _rechunk(permutation(count)[:many], chunks)
        if places.npartitions > 1:
            raise NotImplementedError("replace=False is not currently supported for dask.array.choice with multi-chunk output arrays")
        if size is None:
            places = places[0]
    elif p is None:
        places = integers(0, count, size=size, chunks=chunks)
    else:
        drawn = uniform(size=size, chunks=chunks)
        places = (drawn < 0).astype(int)
        reached = 0.0
        for share in list(p)[:-1]:
            reached = reached + float(share)
            places = places + (drawn >= reached)
    if isinstance(a, int):
        return _renamed(places, "da.random.choice")
    if isinstance(a, Array):
        return _renamed(a[places.ravel()].reshape(places.shape) if places.ndim != 1 else a[places], "da.random.choice")
    items = _np.asarray(a)
    return places.map_blocks(_picked, items=items, dtype=items.dtype, token="da.random.choice")

def _picked(places: Any, items: Any) -> Any:
    """Items by their numbers."""
    return items[places]

class Generator:
    """A source of lazy random numbers.

    >>> rng = da.random.default_rng(42)
    >>> rng.random((4, 4), chunks=2).shape
    (4, 4)
    """
    def random(self, size: Any = None, dtype: Any = None, out: Any = None, chunks: Any = "auto") -> Array:
        """Uniform numbers in [0, 1), of float64 or float32.

        >>> da.random.default_rng(1).random(6, chunks=3)
        dask.array<random, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def integers(self, low: Any, high: Any = None, size: Any = None, dtype: Any = None, endpoint: bool = False, chunks: Any = "auto") -> Array:
        """Whole numbers from `low` up to, not including, `high` (or including it: `endpoint`).

        >>> da.random.default_rng(1).integers(0, 10, size=6, chunks=3)
        dask.array<integers, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def beta(self, a: Any, b: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Beta numbers, in [0, 1].

        >>> da.random.default_rng(1).beta(2, 3, size=6, chunks=3)
        dask.array<beta, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def binomial(self, n: Any, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Successes among n trials of probability p.

        >>> da.random.default_rng(1).binomial(10, 0.3, size=6, chunks=3)
        dask.array<binomial, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def chisquare(self, df: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Chi-square numbers: sums of df squared normal numbers.

        >>> da.random.default_rng(1).chisquare(3, size=6, chunks=3)
        dask.array<chisquare, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def exponential(self, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Exponential numbers with the mean `scale`.

        >>> da.random.default_rng(1).exponential(2, size=6, chunks=3)
        dask.array<exponential, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def f(self, dfnum: Any, dfden: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Numbers of Fisher's F distribution.

        >>> da.random.default_rng(1).f(4, 12, size=6, chunks=3)
        dask.array<f, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def gamma(self, shape: Any, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Gamma numbers.

        >>> da.random.default_rng(1).gamma(2, 1.5, size=6, chunks=3)
        dask.array<gamma, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def geometric(self, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Trials up to the first success of probability p.

        >>> da.random.default_rng(1).geometric(0.25, size=6, chunks=3)
        dask.array<geometric, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def gumbel(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Gumbel numbers: extremes.

        >>> da.random.default_rng(1).gumbel(0, 2, size=6, chunks=3)
        dask.array<gumbel, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def multivariate_hypergeometric(self, colors: Any, nsample: Any, size: Any = None, method: str = "marginals", chunks: Any = "auto") -> Array:
        """How many of each colour are among `nsample` that are drawn of so many: along a last axis.

        >>> da.random.default_rng(1).multivariate_hypergeometric([16, 8, 4], 6, size=5).sum(axis=1).compute()
        array([6, 6, 6, 6, 6])
        """
        return _by_colors(self, colors, nsample, size, method, chunks)

    def hypergeometric(self, ngood: Any, nbad: Any, nsample: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Good ones among nsample that are drawn from ngood and nbad.

        >>> da.random.default_rng(1).hypergeometric(15, 10, 8, size=6, chunks=3)
        dask.array<hypergeometric, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def laplace(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Laplace numbers: exponential on both sides.

        >>> da.random.default_rng(1).laplace(0, 2, size=6, chunks=3)
        dask.array<laplace, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def logistic(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Logistic numbers.

        >>> da.random.default_rng(1).logistic(0, 2, size=6, chunks=3)
        dask.array<logistic, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def lognormal(self, mean: Any = 0.0, sigma: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Exponentials of normal numbers.

        >>> da.random.default_rng(1).lognormal(0, 0.5, size=6, chunks=3)
        dask.array<lognormal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def logseries(self, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Numbers of the logarithmic series distribution.

        >>> da.random.default_rng(1).logseries(0.6, size=6, chunks=3)
        dask.array<logseries, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def negative_binomial(self, n: Any, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Failures before the n-th success of probability p.

        >>> da.random.default_rng(1).negative_binomial(3, 0.4, size=6, chunks=3)
        dask.array<negative_binomial, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def noncentral_chisquare(self, df: Any, nonc: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Noncentral chi-square numbers.

        >>> da.random.default_rng(1).noncentral_chisquare(3, 2, size=6, chunks=3)
        dask.array<noncentral_chisquare, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def noncentral_f(self, dfnum: Any, dfden: Any, nonc: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Noncentral F numbers.

        >>> da.random.default_rng(1).noncentral_f(4, 20, 2, size=6, chunks=3)
        dask.array<noncentral_f, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Normal numbers.

        >>> da.random.default_rng(1).normal(10, 2, size=6, chunks=3)
        dask.array<normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def pareto(self, a: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Pareto (Lomax) numbers.

        >>> da.random.default_rng(1).pareto(5, size=6, chunks=3)
        dask.array<pareto, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def poisson(self, lam: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Poisson numbers: events of the mean `lam`.

        >>> da.random.default_rng(1).poisson(3.5, size=6, chunks=3)
        dask.array<poisson, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def power(self, a: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Numbers in [0, 1] with the density a * x ** (a - 1).

        >>> da.random.default_rng(1).power(3, size=6, chunks=3)
        dask.array<power, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def rayleigh(self, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Rayleigh numbers.

        >>> da.random.default_rng(1).rayleigh(2, size=6, chunks=3)
        dask.array<rayleigh, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_cauchy(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Cauchy numbers.

        >>> da.random.default_rng(1).standard_cauchy(size=6, chunks=3)
        dask.array<standard_cauchy, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_exponential(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Exponential numbers of mean 1.

        >>> da.random.default_rng(1).standard_exponential(size=6, chunks=3)
        dask.array<standard_exponential, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_gamma(self, shape: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Gamma numbers of scale 1.

        >>> da.random.default_rng(1).standard_gamma(2, size=6, chunks=3)
        dask.array<standard_gamma, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_normal(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Normal numbers with mean 0 and deviation 1.

        >>> da.random.default_rng(1).standard_normal(size=6, chunks=3)
        dask.array<standard_normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_t(self, df: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Student's t numbers.

        >>> da.random.default_rng(1).standard_t(8, size=6, chunks=3)
        dask.array<standard_t, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def triangular(self, left: Any, mode: Any, right: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Triangular numbers from left to right with their peak at mode.

        >>> da.random.default_rng(1).triangular(0, 1, 4, size=6, chunks=3)
        dask.array<triangular, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Uniform numbers in [low, high).

        >>> da.random.default_rng(1).uniform(1, 3, size=6, chunks=3)
        dask.array<uniform, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def vonmises(self, mu: Any, kappa: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Angles in [-pi, pi] around mu.

        >>> da.random.default_rng(1).vonmises(0, 4, size=6, chunks=3)
        dask.array<vonmises, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def wald(self, mean: Any, scale: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Wald (inverse Gaussian) numbers.

        >>> da.random.default_rng(1).wald(2, 4, size=6, chunks=3)
        dask.array<wald, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def weibull(self, a: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Weibull numbers.

        >>> da.random.default_rng(1).weibull(2, size=6, chunks=3)
        dask.array<weibull, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def zipf(self, a: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Zipf numbers.

        >>> da.random.default_rng(1).zipf(4, size=6, chunks=3)
        dask.array<zipf, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def multinomial(self, n: Any, pvals: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Counts of n trials with the outcomes' probabilities `pvals`: one more axis.

        Source: each outcome is binomial among the trials that the ones before it left.

        >>> da.random.default_rng(1).multinomial(20, [0.2, 0.3, 0.5], size=4, chunks=2).sum(axis=1).compute()
        array([20, 20, 20, 20])
        """
        left = n
        rest = 1.0
        columns = []
        for p in pvals[:-1]:
            share = min(max(float(p) / rest, 0.0), 1.0) if rest > 0 else 0.0
            column = self.binomial(left, share, size=size, chunks=chunks)
            columns.append(column)
            left = left - column
            rest = rest - float(p)
        columns.append(self.binomial(left, 1.0, size=size, chunks=chunks))
        return _renamed(_rechunk(_stack(columns, axis=-1), {-1: -1}), "multinomial")

    def permutation(self, x: Any) -> Array:
        """The numbers below x, or the rows of an array, in random order.

        >>> sorted(da.random.default_rng(1).permutation(5).compute().tolist())
        [0, 1, 2, 3, 4]
        """
        rows = _arange(x) if isinstance(x, int) else x
        return rows[_order(self, len(rows))]

    def choice(self, a: Any, size: Any = None, replace: bool = True, p: Any = None, axis: int = 0, shuffle: bool = True, chunks: Any = "auto") -> Array:
        """Elements of `a`, or numbers below it, drawn at random, each with its probability `p`.

        >>> da.random.default_rng(1).choice(10, size=6, chunks=3).shape
        (6,)
        >>> da.random.default_rng(1).choice([3, 5], size=6, chunks=3).max().compute() <= 5
        np.True_
        """
        if axis != 0:
            raise ValueError("axis must be 0 since a is one dimensional")
        return _choice(self.integers, self.random, self.permutation, a, size, replace, p, chunks)

class RandomState:
    """A source of lazy random numbers, seeded by an integer."""
    def __new__(cls, seed: Any = None) -> RandomState:
        """A source seeded by an integer."""
        ...

    def seed(self, seed: Any = None) -> None:
        """Start the sequence anew."""
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

    def randint(self, low: Any, high: Any = None, size: Any = None, chunks: Any = "auto", dtype: Any = None) -> Array:
        """Whole numbers from `low` up to, not including, `high`.

        >>> da.random.RandomState(1).randint(0, 10, size=6, chunks=3)
        dask.array<randint, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def random_integers(self, low: Any, high: Any = None, size: Any = None, chunks: Any = "auto") -> Array:
        """Whole numbers from `low` (or 1) up to and including `high`.

        >>> da.random.RandomState(1).random_integers(1, 6, size=6, chunks=3).max().compute() <= 6
        np.True_
        """
        if high is None:
            return self.randint(1, low + 1, size=size, chunks=chunks)
        return self.randint(low, high + 1, size=size, chunks=chunks)

    def beta(self, a: Any, b: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Beta numbers, in [0, 1].

        >>> da.random.RandomState(1).beta(2, 3, size=6, chunks=3)
        dask.array<beta, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def binomial(self, n: Any, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Successes among n trials of probability p.

        >>> da.random.RandomState(1).binomial(10, 0.3, size=6, chunks=3)
        dask.array<binomial, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def chisquare(self, df: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Chi-square numbers: sums of df squared normal numbers.

        >>> da.random.RandomState(1).chisquare(3, size=6, chunks=3)
        dask.array<chisquare, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def exponential(self, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Exponential numbers with the mean `scale`.

        >>> da.random.RandomState(1).exponential(2, size=6, chunks=3)
        dask.array<exponential, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def f(self, dfnum: Any, dfden: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Numbers of Fisher's F distribution.

        >>> da.random.RandomState(1).f(4, 12, size=6, chunks=3)
        dask.array<f, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def gamma(self, shape: Any, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Gamma numbers.

        >>> da.random.RandomState(1).gamma(2, 1.5, size=6, chunks=3)
        dask.array<gamma, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def geometric(self, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Trials up to the first success of probability p.

        >>> da.random.RandomState(1).geometric(0.25, size=6, chunks=3)
        dask.array<geometric, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def gumbel(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Gumbel numbers: extremes.

        >>> da.random.RandomState(1).gumbel(0, 2, size=6, chunks=3)
        dask.array<gumbel, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def tomaxint(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Integers from 0 to the largest of int64.

        >>> da.random.RandomState(1).tomaxint(6, chunks=3)
        dask.array<randint, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        return self.randint(0, 9223372036854775807, size=size, chunks=chunks)

    def hypergeometric(self, ngood: Any, nbad: Any, nsample: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Good ones among nsample that are drawn from ngood and nbad.

        >>> da.random.RandomState(1).hypergeometric(15, 10, 8, size=6, chunks=3)
        dask.array<hypergeometric, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def laplace(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Laplace numbers: exponential on both sides.

        >>> da.random.RandomState(1).laplace(0, 2, size=6, chunks=3)
        dask.array<laplace, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def logistic(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Logistic numbers.

        >>> da.random.RandomState(1).logistic(0, 2, size=6, chunks=3)
        dask.array<logistic, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def lognormal(self, mean: Any = 0.0, sigma: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Exponentials of normal numbers.

        >>> da.random.RandomState(1).lognormal(0, 0.5, size=6, chunks=3)
        dask.array<lognormal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def logseries(self, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Numbers of the logarithmic series distribution.

        >>> da.random.RandomState(1).logseries(0.6, size=6, chunks=3)
        dask.array<logseries, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def negative_binomial(self, n: Any, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Failures before the n-th success of probability p.

        >>> da.random.RandomState(1).negative_binomial(3, 0.4, size=6, chunks=3)
        dask.array<negative_binomial, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def noncentral_chisquare(self, df: Any, nonc: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Noncentral chi-square numbers.

        >>> da.random.RandomState(1).noncentral_chisquare(3, 2, size=6, chunks=3)
        dask.array<noncentral_chisquare, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def noncentral_f(self, dfnum: Any, dfden: Any, nonc: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Noncentral F numbers.

        >>> da.random.RandomState(1).noncentral_f(4, 20, 2, size=6, chunks=3)
        dask.array<noncentral_f, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Normal numbers.

        >>> da.random.RandomState(1).normal(10, 2, size=6, chunks=3)
        dask.array<normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def pareto(self, a: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Pareto (Lomax) numbers.

        >>> da.random.RandomState(1).pareto(5, size=6, chunks=3)
        dask.array<pareto, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def poisson(self, lam: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Poisson numbers: events of the mean `lam`.

        >>> da.random.RandomState(1).poisson(3.5, size=6, chunks=3)
        dask.array<poisson, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def power(self, a: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Numbers in [0, 1] with the density a * x ** (a - 1).

        >>> da.random.RandomState(1).power(3, size=6, chunks=3)
        dask.array<power, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def rayleigh(self, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Rayleigh numbers.

        >>> da.random.RandomState(1).rayleigh(2, size=6, chunks=3)
        dask.array<rayleigh, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_cauchy(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Cauchy numbers.

        >>> da.random.RandomState(1).standard_cauchy(size=6, chunks=3)
        dask.array<standard_cauchy, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_exponential(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Exponential numbers of mean 1.

        >>> da.random.RandomState(1).standard_exponential(size=6, chunks=3)
        dask.array<standard_exponential, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_gamma(self, shape: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Gamma numbers of scale 1.

        >>> da.random.RandomState(1).standard_gamma(2, size=6, chunks=3)
        dask.array<standard_gamma, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_normal(self, size: Any = None, chunks: Any = "auto") -> Array:
        """Normal numbers with mean 0 and deviation 1.

        >>> da.random.RandomState(1).standard_normal(size=6, chunks=3)
        dask.array<standard_normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def standard_t(self, df: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Student's t numbers.

        >>> da.random.RandomState(1).standard_t(8, size=6, chunks=3)
        dask.array<standard_t, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def triangular(self, left: Any, mode: Any, right: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Triangular numbers from left to right with their peak at mode.

        >>> da.random.RandomState(1).triangular(0, 1, 4, size=6, chunks=3)
        dask.array<triangular, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
        """Uniform numbers in [low, high).

        >>> da.random.RandomState(1).uniform(1, 3, size=6, chunks=3)
        dask.array<uniform, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def vonmises(self, mu: Any, kappa: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Angles in [-pi, pi] around mu.

        >>> da.random.RandomState(1).vonmises(0, 4, size=6, chunks=3)
        dask.array<vonmises, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def wald(self, mean: Any, scale: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Wald (inverse Gaussian) numbers.

        >>> da.random.RandomState(1).wald(2, 4, size=6, chunks=3)
        dask.array<wald, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def weibull(self, a: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Weibull numbers.

        >>> da.random.RandomState(1).weibull(2, size=6, chunks=3)
        dask.array<weibull, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def zipf(self, a: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Zipf numbers.

        >>> da.random.RandomState(1).zipf(4, size=6, chunks=3)
        dask.array<zipf, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
        """
        ...

    def multinomial(self, n: Any, pvals: Any, size: Any = None, chunks: Any = "auto") -> Array:
        """Counts of n trials with the outcomes' probabilities `pvals`: one more axis.

        Source: each outcome is binomial among the trials that the ones before it left.

        >>> da.random.RandomState(1).multinomial(20, [0.2, 0.3, 0.5], size=4, chunks=2).sum(axis=1).compute()
        array([20, 20, 20, 20])
        """
        left = n
        rest = 1.0
        columns = []
        for p in pvals[:-1]:
            share = min(max(float(p) / rest, 0.0), 1.0) if rest > 0 else 0.0
            column = self.binomial(left, share, size=size, chunks=chunks)
            columns.append(column)
            left = left - column
            rest = rest - float(p)
        columns.append(self.binomial(left, 1.0, size=size, chunks=chunks))
        return _renamed(_rechunk(_stack(columns, axis=-1), {-1: -1}), "multinomial")

    def permutation(self, x: Any) -> Array:
        """The numbers below x, or the rows of an array, in random order.

        >>> sorted(da.random.RandomState(1).permutation(5).compute().tolist())
        [0, 1, 2, 3, 4]
        """
        rows = _arange(x) if isinstance(x, int) else x
        return rows[_order(self, len(rows))]

    def choice(self, a: Any, size: Any = None, replace: bool = True, p: Any = None, chunks: Any = "auto") -> Array:
        """Elements of `a`, or numbers below it, drawn at random, each with its probability `p`.

        >>> da.random.RandomState(1).choice(10, size=6, chunks=3).shape
        (6,)
        >>> da.random.RandomState(1).choice([3, 5], size=6, chunks=3).max().compute() <= 5
        np.True_
        """
        return _choice(self.randint, self.random_sample, self.permutation, a, size, replace, p, chunks)

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

def randint(low: Any, high: Any = None, size: Any = None, chunks: Any = "auto", dtype: Any = None) -> Array:
    """Whole numbers from `low` up to, not including, `high`.

    >>> da.random.randint(0, 10, size=6, chunks=3)
    dask.array<randint, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def random_integers(low: Any, high: Any = None, size: Any = None, chunks: Any = "auto") -> Array:
    """Whole numbers from `low` (or 1) up to and including `high`.

    >>> da.random.random_integers(1, 6, size=6, chunks=3).max().compute() <= 6
    np.True_
    """
    if high is None:
        return randint(1, low + 1, size=size, chunks=chunks)
    return randint(low, high + 1, size=size, chunks=chunks)

def beta(a: Any, b: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Beta numbers, in [0, 1].

    >>> da.random.beta(2, 3, size=6, chunks=3)
    dask.array<beta, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def binomial(n: Any, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Successes among n trials of probability p.

    >>> da.random.binomial(10, 0.3, size=6, chunks=3)
    dask.array<binomial, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def chisquare(df: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Chi-square numbers: sums of df squared normal numbers.

    >>> da.random.chisquare(3, size=6, chunks=3)
    dask.array<chisquare, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def exponential(scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Exponential numbers with the mean `scale`.

    >>> da.random.exponential(2, size=6, chunks=3)
    dask.array<exponential, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def f(dfnum: Any, dfden: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Numbers of Fisher's F distribution.

    >>> da.random.f(4, 12, size=6, chunks=3)
    dask.array<f, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def gamma(shape: Any, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Gamma numbers.

    >>> da.random.gamma(2, 1.5, size=6, chunks=3)
    dask.array<gamma, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def geometric(p: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Trials up to the first success of probability p.

    >>> da.random.geometric(0.25, size=6, chunks=3)
    dask.array<geometric, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def gumbel(loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Gumbel numbers: extremes.

    >>> da.random.gumbel(0, 2, size=6, chunks=3)
    dask.array<gumbel, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def hypergeometric(ngood: Any, nbad: Any, nsample: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Good ones among nsample that are drawn from ngood and nbad.

    >>> da.random.hypergeometric(15, 10, 8, size=6, chunks=3)
    dask.array<hypergeometric, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def laplace(loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Laplace numbers: exponential on both sides.

    >>> da.random.laplace(0, 2, size=6, chunks=3)
    dask.array<laplace, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def logistic(loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Logistic numbers.

    >>> da.random.logistic(0, 2, size=6, chunks=3)
    dask.array<logistic, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def lognormal(mean: Any = 0.0, sigma: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Exponentials of normal numbers.

    >>> da.random.lognormal(0, 0.5, size=6, chunks=3)
    dask.array<lognormal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def logseries(p: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Numbers of the logarithmic series distribution.

    >>> da.random.logseries(0.6, size=6, chunks=3)
    dask.array<logseries, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def negative_binomial(n: Any, p: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Failures before the n-th success of probability p.

    >>> da.random.negative_binomial(3, 0.4, size=6, chunks=3)
    dask.array<negative_binomial, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def noncentral_chisquare(df: Any, nonc: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Noncentral chi-square numbers.

    >>> da.random.noncentral_chisquare(3, 2, size=6, chunks=3)
    dask.array<noncentral_chisquare, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def noncentral_f(dfnum: Any, dfden: Any, nonc: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Noncentral F numbers.

    >>> da.random.noncentral_f(4, 20, 2, size=6, chunks=3)
    dask.array<noncentral_f, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def normal(loc: Any = 0.0, scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Normal numbers.

    >>> da.random.normal(10, 2, size=6, chunks=3)
    dask.array<normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def pareto(a: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Pareto (Lomax) numbers.

    >>> da.random.pareto(5, size=6, chunks=3)
    dask.array<pareto, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def poisson(lam: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Poisson numbers: events of the mean `lam`.

    >>> da.random.poisson(3.5, size=6, chunks=3)
    dask.array<poisson, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def power(a: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Numbers in [0, 1] with the density a * x ** (a - 1).

    >>> da.random.power(3, size=6, chunks=3)
    dask.array<power, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def rayleigh(scale: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Rayleigh numbers.

    >>> da.random.rayleigh(2, size=6, chunks=3)
    dask.array<rayleigh, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def standard_cauchy(size: Any = None, chunks: Any = "auto") -> Array:
    """Cauchy numbers.

    >>> da.random.standard_cauchy(size=6, chunks=3)
    dask.array<standard_cauchy, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def standard_exponential(size: Any = None, chunks: Any = "auto") -> Array:
    """Exponential numbers of mean 1.

    >>> da.random.standard_exponential(size=6, chunks=3)
    dask.array<standard_exponential, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def standard_gamma(shape: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Gamma numbers of scale 1.

    >>> da.random.standard_gamma(2, size=6, chunks=3)
    dask.array<standard_gamma, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def standard_normal(size: Any = None, chunks: Any = "auto") -> Array:
    """Normal numbers with mean 0 and deviation 1.

    >>> da.random.standard_normal(size=6, chunks=3)
    dask.array<standard_normal, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def standard_t(df: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Student's t numbers.

    >>> da.random.standard_t(8, size=6, chunks=3)
    dask.array<standard_t, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def triangular(left: Any, mode: Any, right: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Triangular numbers from left to right with their peak at mode.

    >>> da.random.triangular(0, 1, 4, size=6, chunks=3)
    dask.array<triangular, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def uniform(low: Any = 0.0, high: Any = 1.0, size: Any = None, chunks: Any = "auto") -> Array:
    """Uniform numbers in [low, high).

    >>> da.random.uniform(1, 3, size=6, chunks=3)
    dask.array<uniform, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def vonmises(mu: Any, kappa: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Angles in [-pi, pi] around mu.

    >>> da.random.vonmises(0, 4, size=6, chunks=3)
    dask.array<vonmises, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def wald(mean: Any, scale: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Wald (inverse Gaussian) numbers.

    >>> da.random.wald(2, 4, size=6, chunks=3)
    dask.array<wald, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def weibull(a: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Weibull numbers.

    >>> da.random.weibull(2, size=6, chunks=3)
    dask.array<weibull, shape=(6,), dtype=float64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def zipf(a: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Zipf numbers.

    >>> da.random.zipf(4, size=6, chunks=3)
    dask.array<zipf, shape=(6,), dtype=int64, chunksize=(3,), chunktype=numpy.ndarray>
    """
    ...

def multinomial(n: Any, pvals: Any, size: Any = None, chunks: Any = "auto") -> Array:
    """Counts of n trials with the outcomes' probabilities `pvals`: one more axis.

    Source: each outcome is binomial among the trials that the ones before it left.

    >>> da.random.multinomial(20, [0.2, 0.3, 0.5], size=4, chunks=2).sum(axis=1).compute()
    array([20, 20, 20, 20])
    """
    left = n
    rest = 1.0
    columns = []
    for p in pvals[:-1]:
        share = min(max(float(p) / rest, 0.0), 1.0) if rest > 0 else 0.0
        column = binomial(left, share, size=size, chunks=chunks)
        columns.append(column)
        left = left - column
        rest = rest - float(p)
    columns.append(binomial(left, 1.0, size=size, chunks=chunks))
    return _rechunk(_stack(columns, axis=-1), {-1: -1})

def permutation(x: Any) -> Array:
    """The numbers below x, or the rows of an array, in random order.

    >>> sorted(da.random.permutation(5).compute().tolist())
    [0, 1, 2, 3, 4]
    """
    rows = _arange(x) if isinstance(x, int) else x
    return rows[_order(None, len(rows))]

def choice(a: Any, size: Any = None, replace: bool = True, p: Any = None, chunks: Any = "auto") -> Array:
    """Elements of `a`, or numbers below it, drawn at random, each with its probability `p`.

    >>> da.random.choice(10, size=6, chunks=3).shape
    (6,)
    >>> da.random.choice([3, 5], size=6, chunks=3).max().compute() <= 5
    np.True_
    """
    return _choice(randint, random_sample, permutation, a, size, replace, p, chunks)

def _by_colors(rng: Any, colors: Any, nsample: Any, size: Any, method: str, chunks: Any) -> Any:
    """Draws from colours: each color given those before it."""
    from dask.array import stack
    if method not in ("marginals", "count"):
        raise ValueError('method must be "count" or "marginals".')
    colors = [int(n) for n in colors]
    if any([n < 0 for n in colors]):
        raise ValueError("colors must be a one-dimensional sequence of nonnegative integers not exceeding 9223372036854775807.")
    rest = 0
    for n in colors:
        rest += n
    if nsample < 0 or nsample > rest:
        raise ValueError("nsample > sum(colors)" if nsample > rest else "nsample must be nonnegative.")
    left, drawn = nsample, []
    for n in colors[:-1]:
        rest -= n
        one = rng.hypergeometric(n, rest, left, size=size, chunks=chunks)
        drawn.append(one)
        left = left - one
    if not drawn:
        raise ValueError("rdask wants two colours at least")
    return stack(drawn + [left], axis=-1)
