# tol: 1e-9
import dask.array as da
import numpy as np

np.set_printoptions(precision=6, suppress=True)


def show(*parts):
    for part in parts:
        part = np.asarray(part)
        print(part.dtype, part.shape)
        print(part.real + 0.0)
        print(abs(part.imag))


v = np.array([1.0, 2.5, -1.0, 3.0, 0.5, 7.0])
a = np.cos(np.arange(24.0) ** 1.3).reshape(4, 6)
show(np.fft.fft(v), np.fft.ifft(v), np.fft.rfft(v), np.fft.hfft(v), np.fft.ihfft(v))
show(np.fft.irfft(np.fft.rfft(v)), np.fft.irfft(np.fft.rfft(v), 5))
for n in (3, 6, 7, 9):
    show(np.fft.fft(v, n), np.fft.rfft(v, n), np.fft.irfft(v, n), np.fft.hfft(v, n))
for norm in (None, "backward", "ortho", "forward"):
    show(np.fft.fft(v, norm=norm), np.fft.ifft(v, norm=norm), np.fft.irfft(v, norm=norm), np.fft.ihfft(v, norm=norm))
show(np.fft.fft(a, axis=0), np.fft.fft(np.arange(4)))
print(np.fft.fft(a.astype("float32")).dtype)
show(np.fft.fft2(a), np.fft.ifft2(a), np.fft.fftn(a, s=(3, 4)), np.fft.ifftn(a, axes=(0,)))
show(np.fft.rfft2(a), np.fft.irfft2(np.fft.rfft2(a)), np.fft.rfftn(a, axes=(1, 0)), np.fft.irfftn(a))
show(np.fft.fftfreq(5), np.fft.fftfreq(6, 0.5), np.fft.rfftfreq(5), np.fft.rfftfreq(6, 0.1))
show(np.fft.fftshift(np.arange(5)), np.fft.ifftshift(np.arange(5)), np.fft.fftshift(a, axes=0)[0], np.fft.fftshift(np.arange(6).reshape(2, 3)))
show(np.fft.fft(v + 1j * v[::-1]), np.fft.ifft(np.fft.fft(v + 1j)).imag)
x = da.from_array(a, chunks=(2, 6))
for z in (da.fft.fft(x), da.fft.ifft(x), da.fft.rfft(x), da.fft.irfft(x), da.fft.hfft(x), da.fft.ihfft(x), da.fft.fft(x, 4), da.fft.rfft(x, n=8)):
    print(z.dtype, z.shape, z.chunks)
    show(z.compute())
w = da.from_array(a, chunks=(4, 6))
for z in (da.fft.fft2(w), da.fft.fftn(w), da.fft.rfft2(w), da.fft.irfft2(w), da.fft.rfftn(w), da.fft.ifftn(w, axes=(0,)), da.fft.fft(w, axis=0)):
    print(z.dtype, z.shape, z.chunks)
    show(z.compute())
print(da.fft.fftfreq(6, 0.5, chunks=4).compute(), da.fft.rfftfreq(6, chunks=2).compute())
print(da.fft.fftshift(da.arange(6, chunks=3)).compute(), da.fft.ifftshift(da.arange(5, chunks=5)).compute(), da.fft.fftshift(w, axes=1).compute()[0])
mine = da.fft.fft_wrap(np.fft.rfft)
print(mine(x).compute().shape)


def attempt(work):
    try:
        print(work())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: np.fft.fft(v, 0))
attempt(lambda: np.fft.fft(v, norm="odd"))
attempt(lambda: np.fft.fft2(v))
attempt(lambda: da.fft.fft(da.from_array(a, chunks=(2, 2))))
