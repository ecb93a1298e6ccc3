"""Statistics of lazy arrays: moments and tests, as in scipy.stats."""

def _above(distribution: str, x: Any, *parameters: Any) -> Any:
    """The probability of a value above each `x`."""
    ...
