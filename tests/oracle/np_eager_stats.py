# tol: 1e-13
import numpy as np
data = np.array([[12.5, 3.25, 8.0], [7.75, 9.5, 1.125], [4.0, 6.5, 11.0], [2.0, 8.25, 5.5]])
print(data.mean(axis=0), data.std(axis=0), data.min(axis=1), data.max(axis=1), data.sum(), data.mean(), data.std())
z = (data - data.mean(axis=0)) / data.std(axis=0)
print(z, z.mean(axis=0).round(10) + 0, z.std(axis=0))
cov = (data - data.mean(axis=0)).T @ (data - data.mean(axis=0)) / (len(data) - 1)
print(cov, cov.shape, cov[0, 0], (cov == cov.T).all())
print((data > data.mean()).sum(axis=0), ((data > 5) & (data < 10)).any(axis=1), np.where(data > 8, 'x' if False else 1, 0), data.sum(axis=1, keepdims=True) / data.sum())
print(float(data.mean()), f'{data.std():.4f}', round(float(data.max()), 1), [round(float(v), 3) for v in data.mean(axis=0)])
x = np.linspace(0, 2 * np.pi, 9)
print(np.sin(x).round(6) + 0, (np.sin(x) ** 2 + np.cos(x) ** 2), np.exp(-x ** 2).sum(), np.sqrt(x).mean())
