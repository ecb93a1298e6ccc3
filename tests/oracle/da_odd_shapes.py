# tol: 1e-13
# Shapes, joins and padding in odd uses.
import numpy as np
import dask
import dask.array as da

from helper_odd import t

a = np.arange(24.0).reshape(4, 6)
x = da.from_array(a, chunks=(2, 3))
z = da.from_array(np.array(5), chunks=())
v = da.from_array(np.arange(7), chunks=3)
m = v[v > 2]
t(lambda: da.from_array(3))
t(lambda: da.from_array(np.float32(3)))
t(lambda: da.from_array("abc"))
t(lambda: da.asarray(3))
t(lambda: da.block([v, m], allow_unknown_chunksizes=True))
t(lambda: da.block([v, m]))
t(lambda: da.block(3))
t(lambda: da.concatenate([v, m]))
t(lambda: da.concatenate([x, x[(x > 20).any(axis=1)]]))
t(lambda: da.concatenate([x, x[(x > 20).any(axis=1)]], axis=1))
t(lambda: da.roll(v, 0))
t(lambda: da.flip(z))
a = np.arange(24).reshape(4, 6)
x = da.from_array(a, chunks=(2, 3))
v = da.from_array(np.array([3, 1, 2, 9, 7]), chunks=2)
t(lambda: da.pad(v, 0))
t(lambda: da.reshape_blockwise(x, 24))
t(lambda: da.reshape_blockwise(da.arange(24, chunks=6), (4, 6), chunks=((2, 2), (3, 3))))
t(lambda: x[:1, :1].squeeze())
t(lambda: da.squeeze(x[:1, :1], axis=(0, 1)))
# An axis of one element beside an empty block, and one that grows.
one = da.nonzero(da.from_array(np.array([True, False, False]), chunks=2))[0].compute_chunk_sizes()
t(lambda: one.chunks)
t(lambda: da.broadcast_to(one, (2, 3)))
t(lambda: da.pad(da.from_array(np.arange(5), chunks=((1, 3, 1),))[:2:2], 1, mode="edge"))
