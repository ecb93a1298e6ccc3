# tol: 1e-13
# Options that are easily overlooked: what is written into `out`, orders, bytes of random sources.
import random

import numpy as np


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a = np.array([1.0, 2.0, 3.0, 4.0])
out = np.zeros(4, dtype=complex)
t(lambda: np.fft.fft(a, out=out) is out)
print(out.round(12))
t(lambda: np.fft.ifft(out, out=out).real)
half = np.zeros(3, dtype=complex)
t(lambda: np.fft.rfft(a, out=half))
back = np.zeros(4)
t(lambda: np.fft.irfft(half, out=back) is back)
print(back)
square = np.zeros((2, 2), dtype=complex)
t(lambda: np.fft.fft2(a.reshape(2, 2), out=square))
t(lambda: np.fft.fft(a, out=np.zeros(3, dtype=complex)))
m = np.ma.array(np.arange(6).reshape(2, 3), mask=[[0, 1, 0], [0, 0, 1]])
for order in "CFA":
    t(lambda: m.ravel(order=order))
    t(lambda: m.reshape(3, 2, order=order))
    t(lambda: m.flatten(order))
    t(lambda: np.ma.ravel(m, order))
    t(lambda: np.ma.reshape(m, (3, 2), order))
    t(lambda: m.tobytes(order=order))
t(lambda: np.ma.trace(m, dtype=float))
t(lambda: m.trace(dtype="f4"))
n = np.ma.array([1.0, 2.0, 4.0, 9.0], mask=[0, 0, 1, 0])
t(lambda: n.var(mean=3.0))
t(lambda: n.std(mean=3.0))
t(lambda: np.i0(np.array([0.5, 3, 9], dtype="f4")))
t(lambda: np.i0([1, 2]))
t(lambda: np.i0(1j))
rng = np.random.default_rng(5)
t(lambda: rng.bytes(7))
t(lambda: rng.random())
old = np.random.RandomState(5)
t(lambda: old.bytes(9))
t(lambda: old.rand())
random.seed(5)
t(lambda: random.randbytes(5))
t(lambda: random.Random(3).randbytes(2))
t(lambda: np.frombuffer(b"\x01\x00\x02\x00", dtype="<i2"))
t(lambda: np.frombuffer(b"\x01\x00\x02\x00\x03", dtype=np.uint8, count=2, offset=1))
t(lambda: np.frombuffer(b"\x01\x00\x02", dtype="<i2"))
t(lambda: np.frombuffer(b"", dtype="<i2"))
t(lambda: np.frombuffer(np.arange(3.0).tobytes()))
