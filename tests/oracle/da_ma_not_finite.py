# Divisions in masked arrays mask what is no finite number; `da.where` of a condition alone.
import numpy as np, dask.array as da
x=np.array([[np.nan,0,0],[1,2,3.]])
for c in (x.shape,(1,2)):
    for m in (da.ma.masked_equal(da.from_array(x,chunks=c),0), da.ma.masked_array(da.from_array(x,chunks=c)), da.ma.masked_equal(da.from_array(x,chunks=c),77)):
        for f in ("mean","std","var"):
            for kw in ({}, {"axis":0}, {"axis":0,"keepdims":True}, {"axis":(0,1)}):
                r=getattr(m,f)(**kw).compute()
                print(f, kw, c, type(r).__name__, r, np.ma.getmask(r))
        print(repr(m.var(axis=0,ddof=2).compute()), repr(m.std(axis=0,ddof=1).compute()))
    m=da.ma.masked_equal(da.from_array(x.astype("c16"),chunks=c),0)
    print(repr(m.mean(axis=0).compute()),repr(m.std(axis=0).compute()))
    m=da.ma.masked_equal(da.from_array(np.array([[1,2],[1,1]]),chunks=(1,2)),1)
    print(repr(m.mean(axis=0).compute()),repr(m.std(axis=0).compute()), repr(m.mean().compute()))
for c in ((2, 3), (1, 2), (2, 1)):
    for data in ([[-0.5, -5.0, -0.0], [0.125, np.nan, -1.5]], [[1, np.inf, 2.0], [3, 4, 5]], [[1, 2.0, 3], [4, 0, 6]]):
        m = da.ma.masked_equal(da.from_array(np.array(data), chunks=c), 0)
        for f in ("mean", "std", "var", "sum", "prod", "max"):
            for axis in (0, 1):
                r = getattr(m, f)(axis=axis)
                print(f, axis, c, np.ma.getmaskarray(r.compute()).tolist(), da.ma.filled(r, 7).compute())
x = da.from_array(np.array([[1, 0, 3], [0, 5, 0]]), chunks=(1, 2))
print([each.compute() for each in da.where(x > 1)], [each.compute() for each in da.where(x)], len(da.where(x[0])))
for work in (lambda: da.where(x, 1), lambda: da.where(x, None, 2)):
    try:
        work()
    except ValueError as e:
        print(e)
