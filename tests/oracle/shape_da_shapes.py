import dask.array as da
import numpy as np

base = np.arange(24).reshape(2, 3, 4)


def make(chunks=(1, 2, 3)):
    return da.from_array(base, chunks=chunks)


def show(label, f):
    try:
        x = f()
        if isinstance(x, (tuple, list)):
            for part in x:
                print(label, part.shape, part.chunks, part.dtype, part.compute().ravel().tolist())
        else:
            print(label, x, x.chunks, x.compute().ravel().tolist())
    except Exception as e:
        print(label, type(e).__name__, str(e)[:90])


for shape in [(24,), (6, 4), (2, 12), (-1, 4), (2, 3, 2, 2), (1, 2, 3, 4), (24, 1), (3, 8), (5, -1), (-1, -1), (25,), (2, 3, 4)]:
    show(f"reshape {shape}", lambda: make().reshape(shape))
    show(f"no merge {shape}", lambda: make().reshape(shape, merge_chunks=False))
show("split", lambda: da.arange(24, chunks=5).reshape(4, 6))
show("split 3", lambda: da.arange(24, chunks=7).reshape((2, 3, 4)))
show("merge", lambda: da.ones((4, 6), chunks=(3, 2)).reshape(24))
show("empty", lambda: da.ones((0, 3), chunks=2).reshape(3, 0))
show("ravel", lambda: make().ravel())
show("flatten", lambda: make((2, 3, 4)).flatten())
show("squeeze", lambda: make()[:1].squeeze())
show("squeeze axis", lambda: make()[:1, :1].squeeze(axis=1))
show("squeeze wrong", lambda: make().squeeze(axis=1))
show("expand", lambda: da.expand_dims(make(), (0, -1)))
show("moveaxis", lambda: da.moveaxis(make(), 0, -1))
show("moveaxis 2", lambda: da.moveaxis(make(), [0, 2], [1, 0]))
show("rollaxis", lambda: da.rollaxis(make(), 2))
show("swapaxes", lambda: make().swapaxes(0, -1))
show("transpose", lambda: make().transpose((2, 0, 1)))
show("transpose negative", lambda: make().transpose(-1, 0, 1))
show("flip", lambda: da.flip(make()))
show("flip axis", lambda: da.flip(make(), 1))
show("flip wrong", lambda: da.flip(make(), 5))
show("flipud", lambda: da.flipud(make()))
show("fliplr", lambda: da.fliplr(make()))
for k in range(-1, 4):
    show(f"rot90 {k}", lambda: da.rot90(make(), k))
show("rot90 axes", lambda: da.rot90(make(), 1, (1, 2)))
show("roll", lambda: da.roll(make(), 5))
show("roll axis", lambda: da.roll(make(), 1, axis=2))
show("roll axes", lambda: da.roll(make(), (1, -2), axis=(0, 2)))
show("broadcast", lambda: da.broadcast_to(da.arange(3, chunks=2), (2, 3)))
show("broadcast chunks", lambda: da.broadcast_to(da.arange(3, chunks=2), (4, 3), chunks=(2, (2, 1))))
show("broadcast wrong", lambda: da.broadcast_to(make(), (2, 3, 5)))
show("atleast_2d", lambda: da.atleast_2d(da.arange(3)))
show("atleast_3d", lambda: da.atleast_3d(da.arange(3), da.ones((2, 2))))
show("vstack", lambda: da.vstack([da.arange(3), da.ones(3)]))
show("hstack", lambda: da.hstack([da.arange(3), da.ones(2)]))
show("hstack 2d", lambda: da.hstack([da.ones((2, 1)), da.zeros((2, 2))]))
show("dstack", lambda: da.dstack([da.arange(3), da.ones(3)]))
show("block", lambda: da.block([[da.ones((1, 2)), da.zeros((1, 1))], [da.zeros((1, 3))]]))
show("concatenate flat", lambda: da.concatenate([da.ones((2, 2)), da.arange(3)], axis=None))
show("repeat", lambda: da.repeat(make(), 2, axis=1))
show("repeat 1d", lambda: da.repeat(da.arange(5, chunks=2), 3))
show("repeat 0", lambda: da.repeat(make(), 0, axis=0))
show("tile", lambda: da.tile(da.arange(3, chunks=2), (2, 2)))
show("tile 0", lambda: da.tile(da.arange(3), 0))
for chunks in [2, (2, -1, 1), {0: 2}, {-1: 4, 0: -1}, "auto", ((1, 1), (3,), (2, 2)), (None, 1, None)]:
    show(f"rechunk {chunks}", lambda: make().rechunk(chunks))
print(da.ones(1000).rechunk(400, balance=True).chunks, da.ones(23).rechunk(5, balance=True).chunks)
print(da.ones((100, 100), chunks=10).rechunk("auto", block_size_limit=8000).chunks)
show("method", lambda: make().rechunk(2, method="tasks"))
show("unknown method", lambda: make().rechunk(2, method="magic"))
