"""Arrays that are made."""

from dask.array import arange as arange
from dask.array import diag as diag
from dask.array import diagonal as diagonal
from dask.array import empty_like as empty_like
from dask.array import eye as eye
from dask.array import fromfunction as fromfunction
from dask.array import full_like as full_like
from dask.array import indices as indices
from dask.array import linspace as linspace
from dask.array import meshgrid as meshgrid
from dask.array import ones_like as ones_like
from dask.array import pad as pad
from dask.array import repeat as repeat
from dask.array import tile as tile
from dask.array import tri as tri
from dask.array import zeros_like as zeros_like
