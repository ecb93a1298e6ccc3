import random
random.seed(2013)
deck = [r + s for s in 'SHDC' for r in '23456789TJQKA']
random.shuffle(deck)
print(deck[:13], sorted(deck[:5]))
print([random.randint(-10 ** 6, 10 ** 6) for _ in range(5)], [random.randrange(0, 1 << 33) for _ in range(3)])
print(random.sample(deck, 4), random.choices(['a', 'b', 'c'], [5, 3, 2], k=8), [round(random.gauss(100, 15), 9) for _ in range(5)])
print([round(random.uniform(a, b), 12) for a, b in [(0, 1), (-5, 5), (10, 2)]], [random.choice((1, 2, 3)) for _ in range(10)], random.random())
random.seed(5)
first = [random.random() for _ in range(3)]
random.seed(5)
print(first == [random.random() for _ in range(3)], first)
walk = [0]
for _ in range(15):
    walk.append(walk[-1] + random.choice([-1, 1]))
print(walk, random.getrandbits(16), [random.randint(0, 1) for _ in range(20)])
