import dask.array as da
import numpy as np
a = np.arange(1, 7).reshape(2, 3)
x = da.from_array(a, chunks=(1, 2))
y = da.from_array(a * 0.5, chunks=(2, 2))
for e in [x + 1, x - y, x * 2, x / 2, x // 2, x % 2, x ** 2, -x, +x, abs(-x), 1 - x, 2 / x, 10 // x, 7 % x, 2 ** x, x ** 0.5, x + y, x * y, y // 1, x > 2, x <= y, x == 3, x != 3, (x > 1) & (x < 4), (x < 2) | (x > 4), ~(x > 2), x & 1, x | 8, x ^ 3, x << 1, x >> 1, ~x]:
    print(e.compute(), e.dtype)
print((x + a).compute(), (a + x).compute(), (x + a[0]).compute(), (x.astype('float32') * y).dtype, (x + np.float32(1)).dtype, (x.astype('float32') + 1.5).dtype, (x * True).dtype)
