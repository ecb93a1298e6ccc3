"""When two results of random programs agree."""

import numpy as np


def near(got, want, loose, narrow):
    """Whether the values agree: where the order of additions counts to 1e-9 (with a step of float32: 1e-3), else to the last bit."""
    got, want = np.asarray(got), np.asarray(want)
    if loose:
        limit = 1e-3 if narrow else 1e-9
        with np.errstate(all="ignore"):
            scale = np.nanmax(np.abs(want[np.isfinite(want)]), initial=1.0) if want.dtype.kind in "fc" else 1.0
            return np.allclose(got, want, rtol=limit, atol=limit * scale * 1e-3, equal_nan=True)
    if want.dtype.kind in "fc":
        return ((got == want) & (np.signbit(got.real) == np.signbit(want.real)) | (np.isnan(got) & np.isnan(want))).all()
    return (got == want).all()


def moved(value, by, narrow):
    """A value with what rounding may add to it: `by` is 1 or -1."""
    if value.dtype.kind not in "fc" or not value.size:
        return value
    size = np.abs(value)
    scale = np.max(size[np.isfinite(size)], initial=1.0)
    return np.asarray(value + np.asarray(by * scale * (2e-6 if narrow else 1e-13)).astype(value.dtype))


def has_negative_zero(value):
    """Which of two zeros a sort puts first is not said."""
    return value.dtype.kind == "f" and bool((np.signbit(value) & (value == 0)).any())
