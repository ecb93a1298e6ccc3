# tol: 1e-9
import numpy as np

np.set_printoptions(precision=6, suppress=True)


def show(*parts):
    for part in parts:
        print(np.asarray(part).dtype, np.asarray(part).shape)
        print(part + 0.0)


tall = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.5], [7.0, 8.5, 9.0], [1.5, 0.5, 2.0], [3.0, 3.5, -1.0]])
square = np.array([[4.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.5, -1.0, 2.0]])
wide = tall.T.copy()

for a in (tall, wide, square, tall.astype("float32")):
    q, r = np.linalg.qr(a)
    show(q, r)
    print(np.allclose(q @ r, a, atol=1e-5))
    q, r = np.linalg.qr(a, mode="complete")
    show(q, r)
    show(np.linalg.qr(a, mode="r"))
result = np.linalg.qr(square)
print(type(result).__name__, result.R.shape)

for a in (tall, wide, square, square[:2], square[:, :2], tall[:4]):
    u, s, vt = np.linalg.svd(a)
    show(u, s, vt)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    show(u, s, vt)
    print(np.linalg.svd(a, compute_uv=False), np.linalg.svdvals(a))

big = np.cos(np.arange(120.0) ** 1.3).reshape(12, 10) * 3
u, s, vt = np.linalg.svd(big)
show(u, s, vt)
u, s, vt = np.linalg.svd(np.sin(np.arange(400.0) ** 1.1).reshape(20, 20))
show(u[:3], s, vt[:3])

w, v = np.linalg.eigh(square)
show(w, v)
w, v = np.linalg.eigh(square, "U")
show(w, v)
print(np.linalg.eigvalsh(square))
sym = big.T @ big
w, v = np.linalg.eigh(sym)
show(w, v)
w, v = np.linalg.eigh(sym, UPLO="U")
show(w, v)
show(np.linalg.cholesky(square), np.linalg.cholesky(square, upper=True))
stack = np.stack([square, square * 2, square + np.eye(3)])
show(np.linalg.inv(stack), np.linalg.det(stack), np.linalg.cholesky(stack))
show(np.linalg.solve(stack, np.ones((3, 3, 2))), np.linalg.solve(square, np.array([1, 2, 3])))
sign, log = np.linalg.slogdet(stack)
show(sign, log)
print(np.linalg.slogdet(np.zeros((2, 2))))
print(np.linalg.det(np.array([[1, 2], [3, 4]])))
show(np.linalg.pinv(tall), np.linalg.pinv(wide))
print(np.linalg.matrix_rank(tall), np.linalg.matrix_rank(np.ones((3, 3))), np.linalg.matrix_rank(np.zeros(3)))
print(np.linalg.matrix_rank(np.stack([np.eye(3), np.ones((3, 3))])))
print(np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 7))
show(np.linalg.matrix_power(square, -2), np.linalg.matrix_power(square, 0))
print(round(float(np.linalg.cond(square)), 6), round(float(np.linalg.cond(square, 1)), 6))
x, residuals, rank, s = np.linalg.lstsq(tall, np.arange(5.0))
show(x, residuals, s)
print(rank, type(rank).__name__)
x, residuals, rank, s = np.linalg.lstsq(wide, np.ones((3, 2)))
show(x, residuals, s)
print(np.linalg.multi_dot([tall, square, np.ones(3)]))
print(np.linalg.multi_dot([np.ones(5), tall, square, np.ones(3)]))
a = np.arange(24.0).reshape(2, 3, 4) - 7
for ord in (None, 1, 2, 3, 0, np.inf, -np.inf, -1):
    print(ord, np.linalg.norm(a[0, 0], ord), np.linalg.norm(a, ord, axis=1), np.linalg.norm(a, ord, axis=-1, keepdims=True).shape)
for ord in (None, "fro", "nuc", 1, -1, 2, -2, np.inf, -np.inf):
    print(ord, np.linalg.norm(a[0], ord) > 1e-9, np.linalg.norm(a, ord, axis=(0, 2)), np.linalg.norm(a, ord, axis=(2, 1), keepdims=True).shape)
print(np.linalg.norm(a), np.linalg.norm(np.arange(5)), np.linalg.norm(3.0), np.linalg.norm(a.astype("float32")).dtype)
print(np.linalg.matrix_norm(a), np.linalg.vector_norm(a), np.linalg.vecdot(a, a))
print(np.linalg.inv(np.zeros((0, 3, 3))).shape, np.linalg.det(np.zeros((0, 0))), np.linalg.svd(np.zeros((0, 2)), full_matrices=False)[0].shape)


def attempt(work):
    try:
        print(work())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: np.linalg.inv(np.zeros((2, 2))))
attempt(lambda: np.linalg.inv(np.zeros((2, 3))))
attempt(lambda: np.linalg.inv(np.zeros(3)))
attempt(lambda: np.linalg.solve(np.array([[1.0, 2.0], [2.0, 4.0]]), np.ones(2)))
attempt(lambda: np.linalg.solve(np.eye(3), np.ones(2)))
attempt(lambda: np.linalg.solve(np.eye(3), np.ones((2, 2))))
attempt(lambda: np.linalg.cholesky(-np.eye(2)))
attempt(lambda: np.linalg.svd(np.array([[np.nan, 1.0], [1.0, 1.0]])))
attempt(lambda: np.linalg.qr(np.ones(3)))
attempt(lambda: np.linalg.qr(np.ones((2, 2)), mode="wrong"))
attempt(lambda: np.linalg.eigh(np.ones((2, 3))))
attempt(lambda: np.linalg.norm(np.ones((2, 2)), "wrong"))
attempt(lambda: np.linalg.norm(np.ones(2), "wrong"))
attempt(lambda: np.linalg.norm(np.ones((2, 2, 2)), 1))
attempt(lambda: np.linalg.norm(np.ones((2, 2)), 1, axis=(0, 0)))
attempt(lambda: np.linalg.matrix_power(np.ones((2, 3)), 2))
attempt(lambda: np.linalg.lstsq(np.ones((2, 3)), np.ones(3)))
try:
    np.linalg.inv(np.zeros((2, 2)))
except np.linalg.LinAlgError as e:
    print("caught", e, isinstance(e, ValueError))
