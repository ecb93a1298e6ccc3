"""Collections of Python objects in partitions: text, records, whatever has no columns."""

from dask.bag.core import Bag as Bag
from dask.bag.core import Item as Item
from dask.bag.core import bag_map as map
from dask.bag.core import bag_range as range
from dask.bag.core import bag_zip as zip
from dask.bag.core import concat as concat
from dask.bag.core import from_delayed as from_delayed
from dask.bag.core import from_sequence as from_sequence
from dask.bag.core import from_url as from_url
from dask.bag.core import map_partitions as map_partitions
from dask.bag.avro import read_avro as read_avro
from dask.bag.core import read_text as read_text
from dask.bag.core import to_textfiles as to_textfiles
from dask.bag.core import assert_eq as assert_eq
from dask.base import compute as compute
