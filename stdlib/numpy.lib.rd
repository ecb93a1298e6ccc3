"""Parts of NumPy that are called by their module's name."""

import numpy.lib._npyio as _npyio
import numpy.lib.format as format
import numpy.lib.stride_tricks as stride_tricks
