"""What the module zarr raises."""

class BaseZarrError(ValueError):
    """The base of errors of zarr."""
    pass

class ContainsArrayError(BaseZarrError):
    """There is an array already."""
    pass

class ContainsGroupError(BaseZarrError):
    """There is a group already."""
    pass

class MetadataValidationError(BaseZarrError):
    """The metadata are not those that were expected."""
    pass

class NodeTypeValidationError(MetadataValidationError):
    """It is a group where an array was expected, or the reverse."""
    pass

class NodeNotFoundError(FileNotFoundError):
    """There is neither an array nor a group."""
    pass

class ArrayNotFoundError(NodeNotFoundError):
    """There is no array."""
    pass

class GroupNotFoundError(NodeNotFoundError):
    """There is no group."""
    pass

class BoundsCheckError(IndexError):
    """An index is outside of the array."""
    pass

class NegativeStepError(IndexError):
    """A slice runs backwards."""
    pass
