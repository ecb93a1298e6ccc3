"""Exceptions of NumPy."""

class AxisError(ValueError):
    """An axis that an array does not have."""
