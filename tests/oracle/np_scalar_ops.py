import numpy as np
print(repr(np.float64(1) / 2), repr(np.int64(7) // 2), repr(np.int64(-7) // 2), repr(np.int64(-7) % 3), repr(np.float64(7.5) % 2), repr(np.int64(2) ** 10), repr(np.float64(2) ** 0.5))
print(repr(np.float32(1) + 1), repr(np.float32(1) + 1.5), repr(np.float32(1) + np.float64(1)), repr(np.int64(1) + 1.5), repr(np.bool_(True) + 1), repr(np.int64(1) + True), repr(np.bool_(True) & np.bool_(False)), repr(~np.bool_(True)), repr(np.int64(6) & 3), repr(np.float32(1) + np.int64(1)))
print(repr(np.int64(3) < 4.5), repr(np.float64(1) == 1), repr(np.int64(1) != 2), np.int64(1) is None, not np.bool_(False), np.int64(0) or 'falsy', np.float64(1) and 'truthy')
print(repr(np.maximum(1, 2)), repr(np.minimum(1.5, 2)), repr(np.where(True, 1, 2)), repr(np.floor(2.5)), repr(np.sign(-3)), repr(np.isnan(np.nan)), repr(np.add(1, 2)), repr(np.sum([1, 2])), repr(np.mean([1, 2])))
print(divmod(np.int64(7), 2), int(np.float64(3.9)), float(np.float32(0.1)), str(np.float32(0.1)), np.int64(5).bit_count() if False else 5)
