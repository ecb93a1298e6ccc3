"""What to see of a computation."""

class ProgressBar:
    """A progress bar. rdask shows one by itself for a long computation on a terminal; this class changes nothing."""
    def __init__(self, minimum: float = 0, width: int = 40, dt: float = 0.1, out: Any = None) -> None:
        self.minimum = minimum
    def __enter__(self) -> Self:
        return self
    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        return False
    def register(self) -> None:
        """Show progress from now on."""
        return None
    def unregister(self) -> None:
        """Show it no longer."""
        return None
