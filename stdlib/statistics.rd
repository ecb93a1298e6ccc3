"""Means, medians and spreads of numbers in lists."""

class StatisticsError(ValueError):
    """Numbers that have no such statistic, as those of an empty list."""

    def _mark(self):
        return None

def _exact(values):
    # The sum as a fraction of integers: each float is one exactly.
    whole = 0
    shift = 0
    n = 0
    special = None
    floats = False
    for x in values:
        n += 1
        if isinstance(x, int):
            whole += int(x) << shift
            continue
        floats = True
        x = float(x)
        if x != x or x in (float("inf"), float("-inf")):
            special = x if special is None else special + x
            continue
        p, q = x.as_integer_ratio()
        bits = q.bit_length() - 1
        if bits > shift:
            whole <<= bits - shift
            shift = bits
        whole += p << (shift - bits)
    return n, whole, 1 << shift, special, floats

def _ratio(p, q, floats):
    if not floats and p % q == 0:
        return p // q
    return p / q

def mean(data: Iterable[Any]) -> Any:
    """The arithmetic mean.

    >>> import statistics
    >>> statistics.mean([1, 2, 3, 4, 4]), statistics.mean([-1.0, 2.5, 3.25, 5.75])
    (2.8, 2.625)
    """
    n, p, q, special, floats = _exact(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    if special is not None:
        return special
    return _ratio(p, q * n, floats)

def fmean(data: Iterable[Any], weights: Iterable[Any] | None = None) -> float:
    """The arithmetic mean, in floats.

    >>> import statistics
    >>> statistics.fmean([3.5, 4.0, 5.25])
    4.25
    """
    data = list(data)
    if weights is None:
        n, p, q, special, floats = _exact(data)
        if n < 1:
            raise StatisticsError("fmean requires at least one data point")
        return special / n if special is not None else p / q / n
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    n, p, q, special, floats = _exact([float(x) * w for x, w in zip(data, weights)])
    m, a, b, other, floats = _exact(weights)
    if not a:
        raise StatisticsError("sum of weights must be non-zero")
    return p / q / (a / b)

def geometric_mean(data: Iterable[Any]) -> float:
    """The mean of products.

    >>> import statistics
    >>> round(statistics.geometric_mean([54, 24, 36]), 1)
    36.0
    """
    import math
    try:
        return math.exp(fmean([math.log(x) for x in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None

def harmonic_mean(data: Iterable[Any]) -> float:
    """The reciprocal of the mean of reciprocals.

    >>> import statistics
    >>> statistics.harmonic_mean([40, 60])
    48.0
    """
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if min(data) < 0:
        raise StatisticsError("harmonic mean does not support negative values")
    if len(data) == 1:
        return data[0]
    if 0 in data:
        return 0
    n, p, q, special, floats = _exact([1 / x for x in data])
    return n * q / p

def median(data: Iterable[Any]) -> Any:
    """The middle number, or the mean of the middle two.

    >>> import statistics
    >>> statistics.median([1, 3, 5]), statistics.median([1, 3, 5, 7])
    (3, 4.0)
    """
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2

def median_low(data: Iterable[Any]) -> Any:
    """The middle number, or the smaller of the middle two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]

def median_high(data: Iterable[Any]) -> Any:
    """The middle number, or the larger of the middle two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]

def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts

def mode(data: Iterable[T]) -> T:
    """The most common value; of several, the one that came first.

    >>> import statistics
    >>> statistics.mode(["red", "blue", "red"])
    'red'
    """
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=lambda x: counts[x])

def multimode(data: Iterable[T]) -> list[T]:
    """All values that are most common.

    >>> import statistics
    >>> statistics.multimode("aabbcc")
    ['a', 'b', 'c']
    """
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x in counts if counts[x] == most]

def _squares(data, center):
    # The sum of squared deviations, exactly, as p / q, and how many.
    data = list(data)
    n, p, q, special, floats = _exact(data)
    if special is not None:
        return n, float("nan"), 1, True
    if center is not None:
        floats = floats or isinstance(center, float)
        a, b = center.as_integer_ratio()
    else:
        a, b = p, q * n if n else 1
    m, s, t, special, more = _exact_squares(data, a, b)
    return n, s, t, floats

def _exact_squares(data, a, b):
    # Each x = p / 2**k: sum (p*b - a*2**k)**2 / (b * 2**k)**2 over a common shift.
    shift = 0
    pairs = []
    for x in data:
        p, q = (int(x), 1) if isinstance(x, int) else float(x).as_integer_ratio()
        bits = q.bit_length() - 1
        pairs.append((p, bits))
        shift = max(shift, bits)
    total = 0
    scale = 1 << shift
    for p, bits in pairs:
        d = (p << (shift - bits)) * b - a * scale
        total += d * d
    return len(pairs), total, (b * scale) ** 2, None, False

def _square_root(p, q):
    # The float nearest the square root of p / q.
    if p == 0:
        return 0.0
    k = (p.bit_length() - q.bit_length() - 109) // 2
    if k >= 0:
        n, m = p, q << 2 * k
    else:
        n, m = p << -2 * k, q
    x = n // m
    root = _isqrt(x)
    if root * root * m != n:
        root |= 1
    return root * (1 << k) / 1 if k >= 0 else root / (1 << -k)

def _isqrt(n):
    import math
    return math.isqrt(n)

def variance(data: Iterable[Any], xbar: Any = None) -> Any:
    """The variance of a sample.

    >>> import statistics
    >>> statistics.variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5])
    1.3720238095238095
    """
    n, p, q, floats = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return p if p != p else _ratio(p, q * (n - 1), floats)

def pvariance(data: Iterable[Any], mu: Any = None) -> Any:
    """The variance of a whole population.

    >>> import statistics
    >>> statistics.pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25])
    1.25
    """
    n, p, q, floats = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return p if p != p else _ratio(p, q * n, floats)

def stdev(data: Iterable[Any], xbar: Any = None) -> float:
    """The standard deviation of a sample.

    >>> import statistics
    >>> statistics.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])
    1.0810874155219827
    """
    n, p, q, floats = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return p if p != p else _square_root(p, q * (n - 1))

def pstdev(data: Iterable[Any], mu: Any = None) -> float:
    """The standard deviation of a whole population.

    >>> import statistics
    >>> statistics.pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])
    0.986893273527251
    """
    n, p, q, floats = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return p if p != p else _square_root(p, q * n)

def quantiles(data: Iterable[Any], *, n: int = 4, method: str = "exclusive") -> list[Any]:
    """The numbers that cut the data into `n` parts of equal count.

    >>> import statistics
    >>> statistics.quantiles([1, 2, 3, 4, 5])
    [1.5, 3.0, 4.5]
    """
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    made = []
    if method == "inclusive":
        m = count - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            made.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return made
    if method == "exclusive":
        m = count + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else count - 1 if j > count - 1 else j
            delta = i * m - j * n
            made.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return made
    raise ValueError(f"Unknown method: {method!r}")

def _pairs(x, y, name):
    x = list(x)
    y = list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return x, y

def _deviations(x, y):
    import math
    mx = math.fsum(x) / len(x)
    my = math.fsum(y) / len(y)
    sxy = math.fsum([(a - mx) * (b - my) for a, b in zip(x, y)])
    sxx = math.fsum([(a - mx) ** 2.0 for a in x])
    syy = math.fsum([(b - my) ** 2.0 for b in y])
    return mx, my, sxy, sxx, syy

def covariance(x: Any, y: Any, /) -> float:
    """The covariance of two samples.

    >>> import statistics
    >>> statistics.covariance([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3])
    0.75
    """
    x, y = _pairs(x, y, "covariance")
    return _deviations(x, y)[2] / (len(x) - 1)

def correlation(x: Any, y: Any, /) -> float:
    """Pearson's correlation of two samples.

    >>> import statistics
    >>> statistics.correlation([1, 2, 3], [2, 4, 6])
    1.0
    """
    import math
    x, y = _pairs(x, y, "correlation")
    mx, my, sxy, sxx, syy = _deviations(x, y)
    if not sxx * syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / math.sqrt(sxx * syy)

class LinearRegression:
    """A line: `slope` and `intercept`."""

    slope: float
    intercept: float

    def __init__(self, slope: float, intercept: float) -> None:
        self.slope = slope
        self.intercept = intercept

    def __iter__(self):
        return iter((self.slope, self.intercept))

    def __getitem__(self, at):
        return (self.slope, self.intercept)[at]

    def __len__(self):
        return 2

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return f"LinearRegression(slope={self.slope!r}, intercept={self.intercept!r})"

def linear_regression(x: Any, y: Any, /, *, proportional: bool = False) -> LinearRegression:
    """The line that fits points best; `proportional`: through the origin.

    >>> from statistics import linear_regression
    >>> linear_regression([1, 2, 3], [3, 5, 7])
    LinearRegression(slope=2.0, intercept=1.0)
    """
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    from math import fsum
    if proportional:
        sxy = fsum([a * b for a, b in zip(x, y)])
        sxx = fsum([a * a for a in x])
    else:
        xbar = fsum(x) / n
        ybar = fsum(y) / n
        sxy = fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
        sxx = fsum([(a - xbar) * (a - xbar) for a in x])
    if sxx == 0:
        raise StatisticsError("x is constant")
    slope = sxy / sxx
    intercept = 0.0 if proportional else ybar - slope * xbar
    return LinearRegression(slope, intercept)

class NormalDist:
    """A normal distribution of a mean and a standard deviation.

    >>> from statistics import NormalDist
    >>> NormalDist(100, 15).zscore(130)
    2.0
    """


    def __init__(self, mu: float = 0.0, sigma: float = 1.0) -> None:
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data: Any) -> NormalDist:
        """The distribution that samples come from."""
        data = list(data)
        middle = fmean(data)
        return cls(middle, stdev(data))

    @property
    def mean(self) -> float:
        """The mean."""
        return self._mu

    @property
    def median(self) -> float:
        """The mean."""
        return self._mu

    @property
    def mode(self) -> float:
        """The mean."""
        return self._mu

    @property
    def stdev(self) -> float:
        """The standard deviation."""
        return self._sigma

    @property
    def variance(self) -> float:
        """The square of the standard deviation."""
        return self._sigma * self._sigma

    def pdf(self, x: float) -> float:
        """The density at a point."""
        from math import exp, sqrt, tau
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x: float) -> float:
        """How likely values up to a point are."""
        from math import erf, sqrt
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * 1.4142135623730951)))

    def zscore(self, x: float) -> float:
        """How many standard deviations a value is above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"NormalDist(mu={self._mu!r}, sigma={self._sigma!r})"
