# What a class says of a value is known before the run, whoever's class it is: no branch is checked that is never taken.
import datetime
import pathlib

import dask.array as da
import dask.bag as db
import numpy as np
from dask import delayed
from dask.delayed import Delayed
from numpy import ndarray


def kind(x):
    if isinstance(x, ndarray):
        return "ndarray", x.dtype, x.tolist()
    if isinstance(x, da.Array):
        return "lazy", x.chunks, x.compute().tolist()
    if isinstance(x, db.Bag):
        return "bag", x.npartitions, x.compute(scheduler="sync")
    if isinstance(x, Delayed):
        return "delayed", x.compute()
    if isinstance(x, (datetime.date, datetime.timedelta)):
        return "time", str(x)
    if isinstance(x, pathlib.PurePath):
        return "path", x.name
    if isinstance(x, dict):
        return "dict", sorted(x.items())
    if isinstance(x, list):
        x.append(0)
        return "list", x
    if isinstance(x, str):
        return "str", x.upper()
    if isinstance(x, tuple):
        return "tuple", x.count(1)
    if isinstance(x, (np.floating, np.integer)):
        return "scalar", x.item()
    if isinstance(x, (int, float)):
        return "number", x + 1
    return "other", x


for x in (np.ones(2), da.ones(3, chunks=2), db.from_sequence([1, 2], npartitions=2), delayed(len)([1]), datetime.date(2024, 1, 2),
          pathlib.Path("a/b.txt"), {"a": 1}, [1], "text", (1, 2), np.float64(2.5), np.int8(3), 1.5, 7, None):
    print(kind(x))
print(kind(np.zeros((1, 2))))
print(kind(da.zeros(2, chunks=1)))
print(kind(db.from_sequence([5], npartitions=1)))
print(kind(delayed(max)(3, 4)))
print(kind([3]))
print(kind("word"))
print(kind((1, 1)))
print(kind(2))
print(kind(np.float32(0.5)))


def convert(x):
    if not isinstance(x, np.ndarray):
        x = np.asarray(x)
    return x.shape


print(convert([1, 2]), convert(np.ones((2, 2))), convert(3))
print(isinstance([1], (ndarray, list)), isinstance(np.ones(1), (list, tuple)))
print(isinstance(np.float64(1), float), isinstance(1.0, np.float64), isinstance(True, int), isinstance(np.bool_(True), bool))
