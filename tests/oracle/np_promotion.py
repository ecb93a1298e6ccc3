import numpy as np
types = ['bool', 'int64', 'float32', 'float64']
arrs = {t: np.ones(2, dtype=t) for t in types}
for s in types:
    print(s, [(arrs[s] + arrs[t]).dtype.name for t in types], [(arrs[s] * arrs[t]).dtype.name for t in types], [(arrs[s] / arrs[t]).dtype.name for t in types])
for s in types:
    print(s, (arrs[s] + 1).dtype, (arrs[s] + 1.5).dtype, (arrs[s] + True).dtype, (arrs[s] * np.float64(1)).dtype, (arrs[s] + np.float32(1)).dtype, (arrs[s] + np.int64(1)).dtype, (1 / arrs[s]).dtype, (arrs[s] ** 2).dtype, (arrs[s] ** 0.5).dtype)
for s in types:
    print(s, np.sqrt(arrs[s].astype(float if s == 'bool' else s)).dtype, arrs[s].sum().dtype, arrs[s].mean().dtype, arrs[s].max().dtype, (arrs[s] > 0).dtype, np.where(arrs[s] > 0, arrs[s], 0).dtype)
    if s != 'bool':
        print((arrs[s] // 2).dtype, (arrs[s] % 2).dtype, (-arrs[s]).dtype, abs(arrs[s]).dtype)
try:
    arrs['bool'] - arrs['bool']
except TypeError as e:
    print(e)
try:
    -arrs['bool']
except TypeError as e:
    print(e)
try:
    arrs['float64'] & arrs['int64']
except TypeError as e:
    print(e)
try:
    np.arange(3) ** -1
except ValueError as e:
    print(e)
try:
    np.ones(2) << 1
except TypeError as e:
    print(type(e).__name__)
