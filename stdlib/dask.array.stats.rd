"""Statistics of lazy arrays: moments and tests, as in scipy.stats."""

import math as _math
import numpy as _np
import dask.array as _da
from collections import namedtuple as namedtuple
from dask import delayed as delayed

F_onewayResult = namedtuple("F_onewayResult", ("statistic", "pvalue"))
KurtosistestResult = namedtuple("KurtosistestResult", ("statistic", "pvalue"))
NormaltestResult = namedtuple("NormaltestResult", ("statistic", "pvalue"))
Power_divergenceResult = namedtuple("Power_divergenceResult", ("statistic", "pvalue"))
SkewtestResult = namedtuple("SkewtestResult", ("statistic", "pvalue"))
Ttest_1sampResult = namedtuple("Ttest_1sampResult", ("statistic", "pvalue"))
Ttest_indResult = namedtuple("Ttest_indResult", ("statistic", "pvalue"))
Ttest_relResult = namedtuple("Ttest_relResult", ("statistic", "pvalue"))

def _above(distribution: str, x: Any, *parameters: Any) -> Any:
    """The probability of a value above each `x`."""
    ...

def _t_above(x: Any, df: Any) -> Any:
    """Of Student's distribution."""
    return _above("t", x, df)

def _chi2_above(x: Any, df: Any) -> Any:
    """Of the chi-squared distribution."""
    return _above("chi2", x, df)

def _norm_twice(z: Any) -> Any:
    """Twice the probability of a normal value above the absolute value of `z`."""
    return 2 * _above("norm", _np.absolute(z))

def _f_above(above: Any, below: Any, x: Any) -> Any:
    """Of Fisher's distribution."""
    return _above("f", x, above, below)

def _check(nan_policy: str, bias: bool = True) -> None:
    """What is not implemented in Dask either."""
    if nan_policy != "propagate":
        raise NotImplementedError("`nan_policy` other than 'propagate' have not been implemented.")
    if not bias:
        raise NotImplementedError("bias=False is not implemented.")

def moment(a: Any, moment: int = 1, axis: Any = 0, nan_policy: str = "propagate") -> Any:
    """The central moment of an order.

    >>> import dask.array.stats as stats
    >>> stats.moment(da.arange(4, chunks=2), 2).compute()
    np.float64(1.25)
    """
    _check(nan_policy)
    return _da.moment(a, moment, axis=axis)

def skew(a: Any, axis: Any = 0, bias: bool = True, nan_policy: str = "propagate") -> Any:
    """The skewness: the third central moment over the standard deviation to the third.

    >>> import dask.array.stats as stats
    >>> round(float(stats.skew(da.from_array(np.array([1.0, 2.0, 3.0, 10.0]), chunks=2)).compute()), 6)
    1.018234
    """
    _check(nan_policy)
    m2 = _da.moment(a, 2, axis)
    m3 = _da.moment(a, 3, axis)
    found = _da.where(m2 == 0, 0.0, m3 / m2 ** 1.5)
    _check(nan_policy, bias)
    return found.min() if found.ndim == 0 else found

def kurtosis(a: Any, axis: Any = 0, fisher: bool = True, bias: bool = True, nan_policy: str = "propagate") -> Any:
    """The kurtosis: the fourth central moment over the squared variance; less 3, by Fisher's definition.

    >>> import dask.array.stats as stats
    >>> round(float(stats.kurtosis(da.from_array(np.array([1.0, 2.0, 3.0, 10.0]), chunks=2)).compute()), 4)
    -0.7696
    """
    _check(nan_policy)
    m2 = _da.moment(a, 2, axis)
    m4 = _da.moment(a, 4, axis)
    found = _da.where(m2 == 0, 0, m4 / m2 ** 2.0)
    _check(nan_policy, bias)
    if fisher:
        return found - 3
    return found.min() if found.ndim == 0 else found

def _normal_skew(a: Any, axis: Any) -> Any:
    """The skewness as a normal value (D'Agostino, 1970)."""
    b2 = skew(a, axis)
    n = float(a.shape[axis])
    if n < 8:
        raise ValueError(f"skewtest is not valid with less than 8 samples; {int(n)} samples were given.")
    y = b2 * _math.sqrt(((n + 1) * (n + 3)) / (6.0 * (n - 2)))
    beta2 = 3.0 * (n ** 2 + 27 * n - 70) * (n + 1) * (n + 3) / ((n - 2.0) * (n + 5) * (n + 7) * (n + 9))
    w2 = -1 + _math.sqrt(2 * (beta2 - 1))
    delta = 1 / _math.sqrt(0.5 * _math.log(w2))
    alpha = _math.sqrt(2.0 / (w2 - 1))
    y = _da.where(y == 0, 1, y)
    return delta * _da.log(y / alpha + _da.sqrt((y / alpha) ** 2 + 1))

def skewtest(a: Any, axis: Any = 0, nan_policy: str = "propagate") -> Any:
    """Whether the skewness is that of a normal distribution.

    >>> import dask.array.stats as stats
    >>> result = stats.skewtest(da.arange(10, chunks=5) ** 2).compute()
    >>> round(float(result.pvalue), 6)
    0.2358
    """
    _check(nan_policy)
    z = _normal_skew(a, axis)
    return delayed(SkewtestResult, nout=2)(z, delayed(_norm_twice)(z))

def _normal_kurtosis(a: Any, axis: Any) -> Any:
    """The kurtosis as a normal value (Anscombe & Glynn, 1983)."""
    n = float(a.shape[axis])
    b2 = kurtosis(a, axis, fisher=False)
    expected = 3.0 * (n - 1) / (n + 1)
    spread = 24.0 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1.0) * (n + 3) * (n + 5))
    x = (b2 - expected) / _math.sqrt(spread)
    root = 6.0 * (n * n - 5 * n + 2) / ((n + 7) * (n + 9)) * _math.sqrt((6.0 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)))
    a_ = 6.0 + 8.0 / root * (2.0 / root + _math.sqrt(1 + 4.0 / (root ** 2)))
    term1 = 1 - 2 / (9.0 * a_)
    denom = 1 + x * _math.sqrt(2 / (a_ - 4.0))
    denom = _da.where(denom < 0, 99, denom)
    term2 = _da.where(denom < 0, term1, _da.power((1 - 2.0 / a_) / denom, 1 / 3.0))
    z = (term1 - term2) / _math.sqrt(2 / (9.0 * a_))
    return _da.where(denom == 99, 0, z)

def kurtosistest(a: Any, axis: Any = 0, nan_policy: str = "propagate") -> Any:
    """Whether the kurtosis is that of a normal distribution.

    >>> import dask.array.stats as stats
    >>> result = stats.kurtosistest(da.arange(30, chunks=9) ** 2).compute()
    >>> round(float(result.pvalue), 6)
    0.272113
    """
    _check(nan_policy)
    z = _normal_kurtosis(a, axis)
    return delayed(KurtosistestResult, nout=2)(z, delayed(_norm_twice)(z))

def normaltest(a: Any, axis: Any = 0, nan_policy: str = "propagate") -> Any:
    """Whether skewness and kurtosis are those of a normal distribution (D'Agostino & Pearson, 1973).

    >>> import dask.array.stats as stats
    >>> result = stats.normaltest(da.arange(30, chunks=9) ** 2).compute()
    >>> round(float(result.pvalue), 6)
    0.14506
    """
    _check(nan_policy)
    s, k = _normal_skew(a, axis), _normal_kurtosis(a, axis)
    k2 = s * s + k * k
    return delayed(NormaltestResult, nout=2)(k2, delayed(_chi2_above)(k2, 2))

def _student(t: Any, df: Any) -> Any:
    """A statistic, and the probability of one as far from 0."""
    return t, delayed(_t_above)(_da.absolute(t), df) * 2

def ttest_1samp(a: Any, popmean: Any, axis: Any = 0, nan_policy: str = "propagate") -> Any:
    """Whether the mean is that of a population.

    >>> import dask.array.stats as stats
    >>> result = stats.ttest_1samp(da.arange(5, chunks=2), 1).compute()
    >>> round(float(result.statistic), 6), round(float(result.pvalue), 6)
    (1.414214, 0.2302)
    """
    _check(nan_policy)
    n = a.shape[axis]
    d = _da.mean(a, axis) - popmean
    v = _da.var(a, axis, ddof=1)
    t, p = _student(_da.divide(d, _da.sqrt(v / float(n))), n - 1)
    return delayed(Ttest_1sampResult, nout=2)(t, p)

def ttest_ind(a: Any, b: Any, axis: Any = 0, equal_var: bool = True) -> Any:
    """Whether two independent samples have one mean.

    >>> import dask.array.stats as stats
    >>> result = stats.ttest_ind(da.arange(5, chunks=2), da.arange(2, 9, chunks=4)).compute()
    >>> round(float(result.statistic), 6)
    -2.628287
    """
    v1, v2 = _da.var(a, axis, ddof=1), _da.var(b, axis, ddof=1)
    n1, n2 = a.shape[axis], b.shape[axis]
    if equal_var:
        df = n1 + n2 - 2.0
        denom = _da.sqrt(((n1 - 1) * v1 + (n2 - 1) * v2) / df * (1.0 / n1 + 1.0 / n2))
    else:
        one, two = v1 / n1, v2 / n2
        df = (one + two) ** 2 / (one ** 2 / (n1 - 1) + two ** 2 / (n2 - 1))
        df = _da.where(_da.isnan(df), 1, df)
        denom = _da.sqrt(one + two)
    t, p = _student(_da.divide(_da.mean(a, axis) - _da.mean(b, axis), denom), df)
    return delayed(Ttest_indResult, nout=2)(t, p)

def ttest_rel(a: Any, b: Any, axis: Any = 0, nan_policy: str = "propagate") -> Any:
    """Whether two related samples have one mean.

    >>> import dask.array.stats as stats
    >>> result = stats.ttest_rel(da.arange(4, chunks=2), da.from_array(np.array([1, 0, 4, 7]), chunks=2)).compute()
    >>> round(float(result.statistic), 6)
    -1.441153
    """
    _check(nan_policy)
    n = a.shape[axis]
    d = (a - b).astype(_np.float64)
    v = _da.var(d, axis, ddof=1)
    t, p = _student(_da.divide(_da.mean(d, axis), _da.sqrt(v / float(n))), float(n - 1))
    return delayed(Ttest_relResult, nout=2)(t, p)

def _xlogy(x: Any, y: Any) -> Any:
    """x * log(y), 0 where x is."""
    return _da.where(x == 0, 0.0, x * _da.log(_da.where(x == 0, 1.0, y)))

def chisquare(f_obs: Any, f_exp: Any = None, ddof: int = 0, axis: Any = 0) -> Any:
    """Whether frequencies are as expected: the chi-squared test.

    >>> import dask.array.stats as stats
    >>> result = stats.chisquare(da.from_array(np.array([16, 18, 16, 14, 12, 12]), chunks=3)).compute()
    >>> float(result.statistic), round(float(result.pvalue), 6)
    (2.0, 0.849145)
    """
    return power_divergence(f_obs, f_exp=f_exp, ddof=ddof, axis=axis, lambda_="pearson")

def power_divergence(f_obs: Any, f_exp: Any = None, ddof: int = 0, axis: Any = 0, lambda_: Any = None) -> Any:
    """Whether frequencies are as expected, by the statistic of a power or a name (Cressie & Read, 1984).

    >>> import dask.array.stats as stats
    >>> result = stats.power_divergence(da.from_array(np.array([16, 18, 16, 14, 12, 12]), chunks=3), lambda_="log-likelihood").compute()
    >>> round(float(result.statistic), 6)
    2.006573
    """
    names = {"pearson": 1, "log-likelihood": 0, "freeman-tukey": -0.5, "mod-log-likelihood": -1, "neyman": -2, "cressie-read": 2 / 3}
    if isinstance(lambda_, str):
        if lambda_ not in names:
            known = repr(list(names.keys()))[1:-1]
            raise ValueError(f"invalid string for lambda_: {lambda_!r}. Valid strings are {known}")
        lambda_ = names[lambda_]
    elif lambda_ is None:
        lambda_ = 1
    if f_exp is None:
        f_exp = f_obs.mean(axis=axis, keepdims=True)
    if lambda_ == 1:
        terms = (f_obs - f_exp) ** 2 / f_exp
    elif lambda_ == 0:
        terms = 2.0 * _xlogy(f_obs, f_obs / f_exp)
    elif lambda_ == -1:
        terms = 2.0 * _xlogy(f_exp, f_exp / f_obs)
    else:
        terms = f_obs * ((f_obs / f_exp) ** lambda_ - 1) / (0.5 * lambda_ * (lambda_ + 1))
    stat = terms.sum(axis=axis)
    count = terms.size if axis is None else terms.shape[axis]
    p = delayed(_chi2_above)(stat, count - 1 - ddof)
    return delayed(Power_divergenceResult, nout=2)(stat, p)

def f_oneway(*args: Any) -> Any:
    """Whether several samples have one mean: the analysis of variance.

    >>> import dask.array.stats as stats
    >>> result = stats.f_oneway(da.arange(5, chunks=2), da.arange(2, 7, chunks=4)).compute()
    >>> float(result.statistic), round(float(result.pvalue), 6)
    (4.0, 0.080516)
    """
    whole = _da.concatenate(args)
    count = len(whole)
    offset = whole.mean()
    whole = whole - offset
    squared = _square_of_sum(whole) / float(count)
    total = (whole * whole).sum(0) - squared
    between = 0
    for a in args:
        between = between + _square_of_sum(a - offset) / float(len(a))
    between = between - squared
    above, below = len(args) - 1, count - len(args)
    f = between / float(above) / ((total - between) / float(below))
    return delayed(F_onewayResult, nout=2)(f, delayed(_f_above)(above, below, f))

def _square_of_sum(a: Any) -> Any:
    """The square of the sum along the first axis."""
    s = a.sum(0)
    return s * s
