# tol: 1e-12
import numpy as np
def show(name, f):
    try: print(name, repr(f()))
    except Exception as e: print(name, type(e).__name__, e)
for dt in ("bool","int8","uint8","int16","uint16","int32","uint32","int64","uint64"):
    hi = 2 if dt == "bool" else 100
    show(dt, lambda: np.random.default_rng(3).integers(0, hi, 7, dtype=dt))
    show(dt, lambda: np.random.RandomState(3).randint(0, hi, 7, dtype=dt))
    show(dt, lambda: np.random.default_rng(3).integers(0, hi - 1, (2, 3), dtype=dt, endpoint=True))
    if dt != "bool":
        info = np.iinfo(dt)
        show(dt, lambda: np.random.default_rng(3).integers(info.min, info.max, 5, dtype=dt, endpoint=True))
        show(dt, lambda: np.random.RandomState(3).randint(info.min, info.max, 5, dtype=dt))
        show(dt, lambda: np.random.default_rng(3).integers(info.min, info.max // 2, 5, dtype=dt))
        show(dt, lambda: np.random.default_rng(3).integers(0, info.max + 2, 5, dtype=dt))
    show(dt, lambda: np.random.default_rng(3).integers(0, hi, dtype=dt))
    show(dt, lambda: np.random.RandomState(3).randint(0, hi, dtype=dt))
rng = np.random.default_rng(7)
show("bounds", lambda: rng.integers([1, 10, 100], [5, 20, 1000]))
show("bounds", lambda: rng.integers([0], [[5], [6]], size=(2, 3)))
show("bounds8", lambda: rng.integers([1, 10], [5, 20], dtype="uint8"))
show("low", lambda: rng.integers(5, 5))
show("low", lambda: rng.integers(-3))
show("pyint", lambda: rng.integers(10, dtype=int))

for n in (1, 5, 20): show("perm", lambda: rng.permutation(n))
a = np.arange(12).reshape(3, 4)
show("perm", lambda: rng.permutation(a)); show("perm1", lambda: rng.permutation(a, axis=1)); show("permuted", lambda: rng.permuted(a)); show("permuted0", lambda: rng.permuted(a, axis=0)); show("permuted1", lambda: rng.permuted(a, axis=1))
b = a.copy(); rng.shuffle(b); print(b); rng.shuffle(b, axis=1); print(b)
l = list("abcdef"); rng.shuffle(l); print(l)
for s in (rng, np.random.RandomState(5)):
    show("c", lambda: s.choice(5)); show("c", lambda: s.choice(5, 3)); show("c", lambda: s.choice(5, 3, replace=False)); show("c", lambda: s.choice(["a"] and [10, 20, 30], (2, 2)))
    show("c", lambda: s.choice(5, 3, p=[.1, .2, .3, .4, 0])); show("c", lambda: s.choice(5, 3, replace=False, p=[.1, .2, .3, .4, 0])); show("c", lambda: s.choice(5, 9, replace=False)); show("c", lambda: s.choice(3, p=[.5, .6, .1])); show("c", lambda: s.choice(0)); show("c", lambda: s.choice([], 1)); show("c", lambda: s.choice(3, p=[.5, .5])); show("c", lambda: s.choice(3, p=[-.5, 1, .5])); show("c", lambda: s.choice(3, 3, replace=False, p=[0, 1, 0])); show("c", lambda: s.choice(a[0])); show("c", lambda: s.choice(a)); show("c", lambda: s.choice(0, 0))
    show("big", lambda: s.choice(20000, 5, replace=False)); show("big", lambda: s.choice(20000, 1000, replace=False)[:10]); 
show("ca", lambda: rng.choice(a, 2, axis=1)); show("cs", lambda: rng.choice(50, 8, replace=False, shuffle=False)); show("cs", lambda: rng.choice(20000, 3000, replace=False, shuffle=False)[:6])
show("rows", lambda: rng.choice(a, 2)); show("float", lambda: rng.choice([.5, 1.5]))
for dt in ("float32", "float64", "int8"):
    show("r", lambda: rng.random(4, dtype=dt)); show("n", lambda: rng.standard_normal(4, dtype=dt)); show("e", lambda: rng.standard_exponential(4, dtype=dt)); show("ei", lambda: rng.standard_exponential(4, dtype=dt, method="inv")); show("g", lambda: rng.standard_gamma([.5, 1, 3, 8], dtype=dt))
print(float(rng.standard_normal(5000, dtype="float32").max()), float(rng.standard_exponential(5000, dtype="float32").max()))
print(float(rng.standard_gamma(.3, 2000, dtype="float32").max()), rng.random(dtype="float32"))
for s in (rng, np.random.RandomState(5)):
    show("mn", lambda: s.multinomial(20, [.2, .3, .5])); show("mn", lambda: s.multinomial(20, [.2, .3, .5], size=(2, 2))); show("mn", lambda: s.multinomial(20, [.2, .9, .5])); show("mn", lambda: s.multinomial(-1, [.5, .5]))
    show("d", lambda: s.dirichlet([1., 2, 3])); show("d", lambda: s.dirichlet([1., 2, 3], 2)); show("d", lambda: s.dirichlet([.01, .02], 3)); show("d", lambda: s.dirichlet([-1, 1]))
show("mn2", lambda: rng.multinomial([10, 20], [.5, .5])); show("mh", lambda: rng.multivariate_hypergeometric([5, 6, 7], 9, 3)); show("mh", lambda: rng.multivariate_hypergeometric([5, 6, 7], 4, 3, method="count"))
show("mvn", lambda: rng.multivariate_normal([1, 2], [[2, .5], [.5, 1]], 3, method="cholesky"))
show("mvn", lambda: rng.multivariate_normal([1, 2], [[2, .5], [.5, 1]], 3))
show("mvn", lambda: rng.multivariate_normal([1, 2, 0], [[2, .5, .1], [.5, 1, .2], [.1, .2, 3]], 2, method="eigh"))
show("mvn", lambda: np.random.RandomState(1).multivariate_normal([1, 2], [[2, .5], [.5, 1]], 3))
show("mvn", lambda: np.random.RandomState(1).multivariate_normal([0, 0], [[1, 0], [0, 100]], 3))
print(np.random.default_rng([1, 2, 3]).random(), np.random.default_rng(2 ** 70).random(), np.random.default_rng((1, 2 ** 40)).random())
ss = np.random.SeedSequence(42); print(ss, ss.generate_state(3), ss.generate_state(2, np.uint64), ss.pool)
kids = ss.spawn(2); print(kids, [np.random.default_rng(k).random() for k in kids], ss)
print([k.random() for k in np.random.default_rng(5).spawn(2)])
for c in (np.random.PCG64, np.random.PCG64DXSM, np.random.MT19937, np.random.Philox, np.random.SFC64):
    g = np.random.Generator(c(9)); print(str(g), g.random(2), g.integers(10, size=3), g.standard_normal(), g.integers(5, dtype="int8"), c(3).random_raw(), c(3).random_raw(2))
    st = g.bit_generator.state; x = g.random(); g.bit_generator.state = st; print(x == g.random(), st["bit_generator"], list(st))
print(np.random.PCG64(1).jumped().random_raw(), np.random.PCG64(1).advance(10).random_raw(), np.random.PCG64DXSM(1).jumped(2).random_raw())
print(np.random.PCG64(5).state)
r = np.random.RandomState(4); r.normal(); st = r.get_state(); x = r.normal(size=3); r.set_state(st); print((x == r.normal(size=3)).all(), st[0], st[2], st[3], st[4], st[1][:3])
print(np.random.RandomState([1, 2, 3]).rand(2), np.random.RandomState(np.random.MT19937(3)).rand())
st = np.random.get_state(); x = np.random.rand(); np.random.set_state(st); print(x == np.random.rand())

show("seed", lambda: np.random.RandomState(-1)); show("seed", lambda: np.random.default_rng(-1)); show("seed", lambda: np.random.default_rng(1.5)); show("seed", lambda: np.random.default_rng("abc"))
show("size", lambda: rng.normal([1., 2], 1, 3)); show("size", lambda: rng.normal([1., 2], 1, (3, 2)).shape); show("size", lambda: rng.poisson([1., 2], 3)); show("size", lambda: rng.gamma([[1.], [2]], [1, 2, 3]).shape); show("b", lambda: rng.binomial([5, 10], [.5]))
show("un", lambda: rng.uniform(2, 1)); show("un", lambda: rng.uniform([1, 2], [3, 4]))
