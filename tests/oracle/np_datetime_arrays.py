# Eager arrays of moments and durations.
import datetime
import warnings

import numpy as np

warnings.simplefilter("ignore")


def show(label, work):
    try:
        print(label, repr(work()))
    except Exception as e:
        print(label, type(e).__name__, e)


D = np.array(["2020-01-01", "2021-02-03", "NaT"], dtype="datetime64[D]")
S = np.array(["2020-01-01T01", "NaT", "2021"], dtype="M8[s]")
m = np.array([1, 2, -3], dtype="m8[D]")
mn = np.array([1, "NaT", -7], dtype="m8[h]")
print(D, S, m, mn, sep="\n")
for label, work in {
    "D+D": lambda: D + D, "D-D": lambda: D - D, "D+m": lambda: D + m, "m+D": lambda: m + D, "D-m": lambda: D - m, "m-D": lambda: m - D,
    "D-S": lambda: D - S, "D+1": lambda: D + 1, "1+D": lambda: 1 + D, "1-D": lambda: 1 - D, "D*2": lambda: D * 2, "m*2": lambda: m * 2,
    "m*2.5": lambda: m * 2.5, "2.5*m": lambda: 2.5 * m, "m*m": lambda: m * m, "m/m": lambda: m / m, "m/mn": lambda: m / mn, "m/2": lambda: m / 2,
    "m/2.0": lambda: m / 2.0, "m//2": lambda: m // 2, "m//m": lambda: (m // m).tolist(), "m//mn": lambda: (m // mn).tolist(), "m//2.5": lambda: m // 2.5, "m/0": lambda: m / 0,
    "m%m": lambda: m % m, "mn%m": lambda: mn % m, "m%2": lambda: m % 2, "divmod": lambda: (divmod(m, mn)[0].tolist(), divmod(m, mn)[1]), "-m": lambda: -m, "-D": lambda: -D,
    "abs": lambda: abs(mn), "sign": lambda: np.sign(mn), "D==S": lambda: D == S, "D!=S": lambda: D != S, "D<S": lambda: D < S, "D==5": lambda: D == 5,
    "D!=5": lambda: D != 5, "D<5": lambda: D < 5, "m==2": lambda: m == 2, "m<2": lambda: m < 2, "m<2.5": lambda: m < 2.5, "m==2.5": lambda: m == 2.5,
    "D==m": lambda: D == m, "D<m": lambda: D < m, "m+True": lambda: m + True, "m+1.5": lambda: m + 1.5, "sin": lambda: np.sin(m), "m*[1,2,3]": lambda: m * np.array([1, 2, 3]),
    "int8": lambda: m * np.array([1, 2, 3], dtype="i1"), "f4": lambda: m * np.array([1, 2, 3], dtype="f4"), "Y+D": lambda: np.array([1], "m8[Y]") + np.array([1], "m8[D]"),
    "Y+M": lambda: np.array([1], "m8[Y]") + np.array([1], "m8[M]"), "MY+D": lambda: np.array(["2020"], "M8[Y]") + np.array([1], "m8[D]"),
    "Y-D": lambda: np.array(["2020"], "M8[Y]") - np.array(["2020-02-03"], "M8[D]"), "Y<as": lambda: np.array(["2020"], "M8[Y]") < np.array(["2020"], "M8[as]"),
    "D-scalar": lambda: D - np.datetime64("2020-01-01T00", "h"), "scalar-D": lambda: np.datetime64("2020-01-01") - D, "D-date": lambda: D - np.datetime64(datetime.date(2020, 1, 1)),
}.items():
    show(label, work)
print("-- functions")
for label, work in {
    "isnan": lambda: np.isnan(D), "isnat": lambda: np.isnat(mn), "isnat int": lambda: np.isnat(np.array([1])), "isfinite": lambda: np.isfinite(mn), "isinf": lambda: np.isinf(mn),
    "maximum": lambda: np.maximum(D, S), "minimum": lambda: np.minimum(m, mn), "fmax": lambda: np.fmax(D, S), "fmin": lambda: np.fmin(m, mn),
    "min": lambda: D.min(), "max": lambda: D.max(), "min2": lambda: D[:2].min(), "max2": lambda: D[:2].max(), "sum": lambda: m.sum(), "sum nat": lambda: mn.sum(), "Dsum": lambda: D.sum(),
    "mean": lambda: mn.mean(), "mean2": lambda: np.array([5, 6], "m8[D]").mean(), "Dmean": lambda: D.mean(), "std": lambda: m.std(), "prod": lambda: m.prod(), "any": lambda: m.any(), "all": lambda: D.all(),
    "argmin": lambda: D.argmin(), "argmax": lambda: D.argmax(), "argmax2": lambda: m.argmax(), "sort": lambda: np.sort(D[::-1]), "argsort": lambda: np.argsort(D[::-1]),
    "unique": lambda: np.unique(np.array(["NaT", "2020", "NaT", "2019"], "M8[Y]")), "counts": lambda: np.unique(m, return_counts=True), "diff": lambda: np.diff(D), "diff m": lambda: np.diff(m),
    "median": lambda: np.median(m), "median2": lambda: np.median(m[:2]), "median nat": lambda: np.median(mn), "Dmedian": lambda: np.median(D), "nanmin": lambda: np.nanmin(D), "nanmax": lambda: np.nanmax(D),
    "cumsum": lambda: m.cumsum(), "cumsum nat": lambda: np.cumsum(mn), "Dcumsum": lambda: D.cumsum(), "cumprod": lambda: m.cumprod(),
    "searchsorted": lambda: np.searchsorted(D[:2], np.datetime64("2020-06")), "search many": lambda: np.searchsorted(D[:2], S), "ptp": lambda: np.ptp(D[:2]), "ptp m": lambda: np.ptp(m),
    "clip": lambda: np.clip(D, np.datetime64("2020-05-05"), np.datetime64("2021-01-01")), "clip low": lambda: np.clip(m, np.timedelta64(0, "D"), None),
    "where": lambda: np.where([True, False, True], D, np.datetime64("2000-01-01")), "where m": lambda: np.where(m > np.timedelta64(0, "D"), m, -m), "where 5": lambda: np.where([True, False, True], D, 5),
    "concat": lambda: np.concatenate([D, S]), "concat D m": lambda: np.concatenate([D, m]), "concat ints": lambda: np.concatenate([m, [1, 2]]), "concat D ints": lambda: np.concatenate([D, [1, 2]]),
    "stack": lambda: np.stack([D, D]), "isin": lambda: np.isin(D, D[:1]), "nonzero": lambda: np.nonzero(m), "count": lambda: np.count_nonzero(m), "round": lambda: np.round(m),
    "outer": lambda: m.reshape(3, 1) + D, "sum axis": lambda: np.array([[1, 2], [3, 4]], "m8[s]").sum(axis=0), "keepdims": lambda: m.sum(axis=0, keepdims=True), "max axis": lambda: np.array([["2020", "2021"], ["2019", "2025"]], "M8[Y]").max(axis=1),
    "flip": lambda: np.flip(D), "repeat": lambda: np.repeat(D, 2), "roll": lambda: np.roll(D, 1), "tile": lambda: np.tile(m, 2), "take": lambda: D.take([2, 0]), "mask": lambda: D[~np.isnat(D)], "fancy": lambda: D[[1, 0]],
    "argwhere": lambda: np.argwhere(np.isnat(D)), "array_equal": lambda: np.array_equal(m, m), "empty sum": lambda: np.array([], "m8[D]").sum(), "empty min": lambda: np.array([], "M8[D]").min(),
}.items():
    show(label, work)
print("-- casts")
for label, work in {
    "i8": lambda: D.astype("i8"), "f8": lambda: mn.astype("f8"), "bool": lambda: np.array([0, 5], "m8[D]").astype(bool), "i4": lambda: m.astype("i4"), "M": lambda: D.astype("M8[M]"), "Y": lambda: D.astype("M8[Y]"),
    "ns": lambda: D.astype("M8[ns]"), "m8": lambda: D.astype("m8[D]"), "M8": lambda: m.astype("M8[D]"), "s": lambda: m.astype("m8[s]"), "W": lambda: D.astype("M8[W]"), "floats": lambda: np.array([1.5, np.nan, -2.7]).astype("m8[s]"),
    "ints": lambda: np.array([1, 2]).astype("M8[D]"), "generic": lambda: np.array([1, 2]).astype("M8"), "generic m8": lambda: np.array([1, 2]).astype("m8"), "keeps": lambda: D.astype("M8"), "hours": lambda: mn.astype("m8[D]"),
    "month days": lambda: np.array(["2020-02", "2021-02"], "M8[M]").astype("M8[D]"), "before 1970": lambda: np.array(["1969-12-31T23:59:59"], "M8[s]").astype("M8[D]"),
}.items():
    show(label, work)
print("-- making")
for label, work in {
    "months": lambda: np.arange("2020-01", "2020-05", dtype="M8[M]"), "days": lambda: np.arange(np.datetime64("2020-01-01"), np.datetime64("2020-01-05")),
    "step": lambda: np.arange(np.datetime64("2020-01-01"), np.datetime64("2020-01-06"), np.timedelta64(2, "D")), "number": lambda: np.arange(np.datetime64("2020-01-01"), 4),
    "durations": lambda: np.arange(np.timedelta64(5, "D")), "hours": lambda: np.arange("2020-01-01", "2020-01-02", dtype="M8[h]")[:3], "mixed": lambda: np.arange(np.datetime64("2020-01-01"), np.datetime64("2020-01-02T12"), np.timedelta64(6, "h")),
    "int step": lambda: np.arange(np.datetime64("2020-01-01"), np.datetime64("2020-01-10"), 3), "back": lambda: np.arange(np.datetime64("2020-01-05"), np.datetime64("2020-01-01"), -1), "m8": lambda: np.arange(0, 10, 3, dtype="m8[s]"),
    "alone": lambda: np.arange(np.datetime64("2020-01-05")), "zeros": lambda: np.zeros(2, "M8[D]"), "ones": lambda: np.ones(2, "m8[D]"), "full": lambda: np.full(2, np.datetime64("2020")), "full_like": lambda: np.full_like(D, np.datetime64("2020-01-01")),
    "empty": lambda: np.empty(0, "M8[s]"), "zeros_like": lambda: np.zeros_like(m), "units": lambda: np.array(["2020-01-01", "2020-01"], "M8"), "scalars": lambda: np.array([np.datetime64("2020-01-01"), np.datetime64("2020-01-01T00:00")]),
    "5": lambda: np.array([5], "M8"), "5 D": lambda: np.array([5, 6], "M8[D]"), "text m8": lambda: np.array(["5"], "m8[D]"), "m8 and int": lambda: np.array([np.timedelta64(1, "D"), 2]),
    "dates": lambda: np.array([datetime.date(2020, 1, 1), datetime.date(2021, 1, 1)], dtype="M8[D]"), "None": lambda: np.array([None, "2020-01-01"], dtype="M8[D]"), "nested": lambda: np.array([["2020", "2021"], ["2022", "NaT"]], "M8[Y]"),
    "0-d": lambda: np.array("2020-01-01", dtype="M8[D]"), "0-d m8": lambda: np.array(5, dtype="m8[D]"), "asarray": lambda: np.asarray(np.datetime64("2020-01-01")), "long": lambda: np.arange("2000-01-01", "2010-01-01", dtype="M8[D]"),
}.items():
    show(label, work)
print(D.tolist(), m.tolist(), S.tolist(), np.array([1, 2], "M8[ns]").tolist(), D[0], repr(D[2]), D[1].item())
E_ = D.copy()
E_[0] = "1999-12-31"
E_[1] = np.datetime64("2000-01-01T23")
E_[2] = datetime.date(2001, 1, 1)
print(E_, E_.dtype, E_.nbytes)
E_[:2] = np.datetime64("NaT")
E_ += np.timedelta64(1, "D")
print(E_)
try:
    m += np.timedelta64(1, "h")
except TypeError as e:
    print(type(e).__name__, e)
print(m, np.logical_and(m, m), np.insert(D, 0, D[0]), np.append(D, D[0]), np.delete(D, 0), np.union1d(D, D), np.percentile(m, 50), np.trapezoid(m))
for word in ["x", "2020-01-01"]:
    show("text", lambda: D < word)
    show("text", lambda: D + word)
    show("text", lambda: D == word)
    show("text", lambda: D[0] - word)
    show("text", lambda: D[0] < word)
    show("text", lambda: D[0] == word)
show("list", lambda: m[0] * [1, 2])
show("list", lambda: m[0] + [1, 2])
show("digitize", lambda: np.digitize(D, D))
show("average", lambda: np.average(m))
show("dtype", lambda: m.sum(dtype="m8[s]"))
show("types", lambda: (np.promote_types("M8[D]", "M8[s]"), np.result_type(m, 5), np.can_cast("M8[D]", "M8[s]"), np.can_cast("m8[s]", "m8[D]")))
show("issubdtype", lambda: (np.issubdtype(D.dtype, np.datetime64), np.issubdtype(m.dtype, np.timedelta64), D.dtype == "M8[D]", m.dtype == np.dtype("m8[D]")))
for when in D[:2]:
    print(repr(when), when)
print(str(np.array("2020-01-01", dtype="M8[D]")), np.array(5, dtype="m8[D]"))
np.save("/tmp/_rdask_times.npy", D)
np.save("/tmp/_rdask_spans.npy", mn)
print(np.load("/tmp/_rdask_times.npy"), np.load("/tmp/_rdask_spans.npy").dtype)
