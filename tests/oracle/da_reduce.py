# tol: 1e-13
import dask.array as da
import numpy as np
a = np.arange(24).reshape(4, 6) * 1.5 - 7
x = da.from_array(a, chunks=(3, 2))
for f in ['sum', 'mean', 'std', 'min', 'max']:
    print(f, getattr(x, f)().compute(), getattr(x, f)(axis=0).compute(), getattr(x, f)(axis=1).compute(), getattr(x, f)(axis=-1, keepdims=True).compute(), getattr(x, f)(axis=(0, 1)).compute(), getattr(x, f)(keepdims=True).compute(), getattr(x, f)(axis=[0, 1]).compute() if False else '')
i = da.arange(10, chunks=3)
print(repr(i.sum().compute()), repr(i.mean().compute()), repr(i.max().compute()), repr(x.sum().compute()), repr((x > 0).sum().compute()), repr((x > 0).any().compute()), repr((x > 0).all().compute()), repr(x.astype('float32').sum().compute()))
print((x > 0).any(axis=0).compute(), (x > 0).all(axis=1).compute(), (x > 100).any().compute(), (i >= 0).all().compute(), (x > 0).mean().compute(), (x > 0).sum(axis=1).compute())
print(da.sum(x).compute(), da.mean(x, axis=0).compute(), da.max(x).compute(), da.min(x, axis=1).compute(), da.std(x).compute(), da.any(x > 5).compute(), da.all(x < 100).compute(), np.sum(x).compute(), np.mean(x, axis=1).compute())
print(x.sum(dtype=int).compute() if False else x.sum().dtype, i.sum().dtype, i.mean().dtype, (i > 2).sum().dtype, x.astype('float32').mean().dtype)
