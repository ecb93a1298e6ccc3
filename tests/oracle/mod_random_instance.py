import random
from random import Random
r = random.Random(7)
s = Random(7)
print(r.random() == s.random(), r.random(), r.randint(0, 99), r.choice('xyz'), r.uniform(5, 6), r.gauss(10, 2), r.sample(list('abcdefgh'), 3))
x = [1, 2, 3, 4, 5, 6]
r.shuffle(x)
print(x, r.choices('ab', weights=[1, 9], k=12), r.getrandbits(3), r.randrange(0, 100, 7))
def pi(seed, n):
    rng = random.Random(seed)
    hits = 0
    for _ in range(n):
        a, b = rng.random(), rng.random()
        if a * a + b * b <= 1:
            hits += 1
    return 4 * hits / n
print([pi(s, 500) for s in range(6)])
state = r.random()
r.seed(99)
a = [r.random() for _ in range(3)]
r.seed(99)
print(a == [r.random() for _ in range(3)], a)
g = Random(2024)
print([round(g.gauss(0, 1), 12) for _ in range(4)], [g.randint(-5, 5) for _ in range(10)], round(g.expovariate(1.5), 12))
print([Random(i).random() for i in range(3)], [Random(i).randint(1, 1000) for i in range(5)])
print(sum(Random(5).random() < 0.5 for _ in range(10)), Random(11).sample(range(10 ** 6), 6), Random(12).sample(range(30), 25))
