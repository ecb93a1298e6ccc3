# tol: 1e-10
# Complex matrices in numpy.linalg, and eigenvalues of any.
import numpy as np


def rounded(x, digits):
    # Without minus zeros.
    return np.round(x, digits) + 0


a = np.array([[1 + 2j, 2 - 1j, 0.5j], [3, 1 - 1j, 2 + 2j], [1j, 4, -1 + 0.5j]])
b = np.array([1 + 1j, 2, -3j])
h = a @ a.conj().T + np.eye(3)
print(rounded(np.linalg.solve(a, b), 8), rounded(np.linalg.solve(a, np.eye(3)), 8))
print(rounded(np.linalg.inv(a), 8), rounded(np.linalg.det(a), 8))
s, l = np.linalg.slogdet(a)
print(rounded(s, 8), rounded(l, 8), s.dtype, l.dtype)
print(rounded(np.linalg.cholesky(h), 8))
print(rounded(np.linalg.cholesky(h, upper=True), 8))
q, r = np.linalg.qr(a)
print(rounded(q, 8), rounded(r, 8))
tall = np.concatenate([a, a[::-1] * 1j, a.conj() + 1])
q, r = np.linalg.qr(tall)
print(q.shape, r.shape, np.allclose(q @ r, tall), rounded(r, 8))
q, r = np.linalg.qr(tall, mode="complete")
print(q.shape, r.shape, np.allclose(q @ r, tall), np.allclose(q.conj().T @ q, np.eye(9)))
print(rounded(np.linalg.qr(a, mode="r"), 8))
for m in (a, tall, tall.T, tall[:4], tall[:, :2]):
    u, s, vh = np.linalg.svd(m, full_matrices=False)
    print(u.dtype, s.dtype, u.shape, vh.shape, rounded(s, 8), np.allclose(u * s @ vh, m))
    u, s, vh = np.linalg.svd(m)
    print(u.shape, vh.shape, np.allclose(u.conj().T @ u, np.eye(u.shape[0])), np.allclose(vh @ vh.conj().T, np.eye(vh.shape[0])))
u, s, vh = np.linalg.svd(a)
print(rounded(u, 6), rounded(vh, 6))
w, v = np.linalg.eigh(h)
print(rounded(w, 8), w.dtype, v.dtype, np.allclose(h @ v, v * w), rounded(v, 6))
w2, v2 = np.linalg.eigh(h, "U")
print(rounded(w2, 8), np.allclose(h @ v2, v2 * w2), rounded(np.linalg.eigvalsh(h), 8))
print(rounded(np.linalg.pinv(tall), 6).shape, np.allclose(np.linalg.pinv(tall) @ tall, np.eye(3)), np.linalg.matrix_rank(tall), rounded(np.linalg.cond(a), 8))
x, res, rank, sv = np.linalg.lstsq(tall, np.arange(9) * (1 + 1j), rcond=None)
print(rounded(x, 8), rounded(res, 8), rank, rounded(sv, 8))
c = a.astype("complex64")
print(np.linalg.inv(c).dtype, np.linalg.solve(c, b.astype("complex64")).dtype, np.linalg.svd(c)[1].dtype, np.linalg.eigvalsh(h.astype("complex64")).dtype, np.linalg.det(c).dtype)
stack = np.stack([a, h, a.T])
print(np.allclose(np.linalg.inv(stack) @ stack, np.eye(3)), rounded(np.linalg.det(stack), 6), np.linalg.solve(stack, np.stack([b] * 3)[..., None]).shape)
print(np.allclose(np.linalg.matrix_power(a, 3), a @ a @ a), np.linalg.inv(np.zeros((0, 3, 3), complex)).shape)


def near(m, w, v):
    return np.allclose(m @ v, v * w), np.allclose(np.linalg.norm(v, axis=0), 1.0)


for m in (np.diag([1.0, 2.0, 3.0]), np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([[0.0, -1.0], [1.0, 0.0]]), np.arange(16.0).reshape(4, 4) % 7, a, c):
    w, v = np.linalg.eig(m)
    order = np.lexsort((rounded(w.imag, 5), rounded(w.real, 5)))
    print(w.dtype, v.dtype, near(m, w, v) if m.dtype != "complex64" else "", rounded(w[order], 4))
    e = np.linalg.eigvals(m)
    print(e.dtype, rounded(np.sort(e.real), 4), rounded(np.sort(np.abs(e)), 4))
print(type(np.linalg.eig(np.eye(2))).__name__, np.linalg.eigvals(np.zeros((2, 0, 0))).shape, np.linalg.eig(np.eye(3)[None]).eigenvectors.shape, np.linalg.eigvals([[1, 2], [3, 4]]).dtype)
for f in (
    lambda: np.linalg.inv(np.zeros((2, 2), complex)), lambda: np.linalg.cholesky(-h), lambda: np.linalg.eig(np.array([[np.nan, 1.0], [1.0, 1.0]])),
    lambda: np.linalg.eig(np.ones((2, 3))), lambda: np.linalg.eigvals(np.ones(3)), lambda: np.linalg.solve(a, b[:2]),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
