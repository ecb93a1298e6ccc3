# Long chains of elementwise steps: one pass over each chunk gives what the steps give one by one.
import dask.array as da
import numpy as np

N = 200_003


def same(name, lazy, eager):
    got = lazy.compute()
    if got.dtype == bool or got.dtype.kind in "iu":
        equal = bool((got == eager).all())
    else:
        equal = bool(((got == eager) | (np.isnan(got) & np.isnan(eager))).all())
    print(name, got.dtype, got.shape, equal)


base = np.arange(N)
f = (base % 997 - 498) * 0.37
f[5] = np.nan
f[77] = np.inf
f[78] = -np.inf
f[79] = -0.0
g = np.sqrt(np.abs(f)) + 0.25
i = (base * 7919) % 1000003 - 500001
i[3] = 9223372036854775807
i[4] = -9223372036854775808
b = base % 3 == 0
s = f.astype(np.float32)

for chunks in (N, 50_000, 1_000, (100_001, 100_002)):
    F, G, I, B, S = (da.from_array(x, chunks=chunks) for x in (f, g, i, b, s))
    print("chunks", F.numblocks)
    same("multiply add", F * G + F, f * g + f)
    same("polynomial", ((F * 0.5 + 1.2) * F - 0.7) * F + 3.1 - F * F * F * F * 0.1,
         ((f * 0.5 + 1.2) * f - 0.7) * f + 3.1 - f * f * f * f * 0.1)
    same("compare and select", da.where((F > G) & (F < 100) | B, F - G, -F), np.where((f > g) & (f < 100) | b, f - g, -f))
    same("extremes", da.maximum(F, G) - da.minimum(F, G) * da.fmax(F, G), np.maximum(f, g) - np.minimum(f, g) * np.fmax(f, g))
    same("rounding", da.floor(F) + da.ceil(G) - da.trunc(F) * da.rint(G), np.floor(f) + np.ceil(g) - np.trunc(f) * np.rint(g))
    same("roots and signs", da.sqrt(abs(F)) * da.sign(F) - da.absolute(G), np.sqrt(abs(f)) * np.sign(f) - np.absolute(g))
    same("integers", (I * I - I) ^ (I & 255) | 7, (i * i - i) ^ (i & 255) | 7)
    same("integers to floats", (I + 1) * 0.5 + F, (i + 1) * 0.5 + f)
    same("singles", (S * 2 + 1) * S - da.sqrt(abs(S)), (s * 2 + np.float32(1)) * s - np.sqrt(abs(s)))
    same("singles and doubles", S * F + S, s * f + s)
    same("truth", ~(B ^ (F > 0)) & (I != 3), ~(b ^ (f > 0)) & (i != 3))
    same("tests", da.isnan(F) | da.isinf(F) | ~da.isfinite(G), np.isnan(f) | np.isinf(f) | ~np.isfinite(g))
    same("bool to numbers", B * 3 + I - B, b * 3 + i - b)
    same("casts", (F * 2).astype(np.float32) + S - B.astype(np.float32), (f * 2).astype(np.float32) + s - b.astype(np.float32))
    same("clip", da.clip(F, -10.0, 10.0) * 2 - da.clip(G, 0.0, 1.0), np.clip(f, -10.0, 10.0) * 2 - np.clip(g, 0.0, 1.0))
    same("calls between", da.floor(da.exp(-F * F * 0.01) * 1000 + F) // 1, np.floor(np.exp(-f * f * 0.01) * 1000 + f) // 1)
    same("powers", F**2 + F**3 - F**-1, f**2 + f**3 - f**-1)
    same("copysign", da.copysign(F, -G) + da.copysign(G, F) * 2, np.copysign(f, -g) + np.copysign(g, f) * 2)

e = (base % 997 * 0.37 - 30)[:200_000].reshape(400, 500)
h = da.from_array(e, chunks=(130, 170))
same("transposed", h[:, :400] * 2 + h[:, :400].T, e[:, :400] * 2 + e[:, :400].T)
same("broadcast row", h * h[0] + h[:, :1], e * e[0] + e[:, :1])
same("steps", h[::2, ::-3] * 2 + h[1::2, ::-3], e[::2, ::-3] * 2 + e[1::2, ::-3])
cube = e.reshape(400, 25, 20)
C = da.from_array(cube, chunks=(130, 9, 20))
same("three axes", C * 2 + C.transpose(0, 1, 2), cube * 2 + cube)
same("turned axes", C.transpose(2, 0, 1) * 2 + 1, cube.transpose(2, 0, 1) * 2 + 1)
print((h * 2 + 1).sum().compute(), ((h - 1) ** 2).mean().compute())
print((h * 2 + 1).std().compute(), (h * 2 - h).var(axis=0)[:3].compute())
print((h * 2 + 1).max().compute(), (h * 2 + 1 > 3).sum().compute(), ((h > 0.3) & (h < 30)).all().compute())
