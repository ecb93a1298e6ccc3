"""Parts of NumPy that are called by their module's name."""

import numpy.lib.format as format
