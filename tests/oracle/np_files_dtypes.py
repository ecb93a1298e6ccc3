import numpy as np
import os

for t in ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64", "complex64", "complex128"]:
    a = np.array([[0, 1, 2], [3, 4, 5]]).astype(t)
    if t[0] == "c":
        a = a * (1 - 2j)
    np.save("file_dtypes.npy", a.astype(t))
    b = np.load("file_dtypes.npy")
    print(t, b.dtype, b.shape, b.tolist(), (a.astype(t) == b).all())
    np.save("file_dtypes.npy", a.astype(t).T)
    print(np.load("file_dtypes.npy").tolist())
os.remove("file_dtypes.npy")
