import random

random.seed(7)
random.gauss(0, 1)
state = random.getstate()
print(state[0], len(state[1]), state[1][:3], state[1][-1], state[2])
first = [random.random(), random.gauss(0, 1), random.randint(1, 100)]
random.setstate(state)
print(first == [random.random(), random.gauss(0, 1), random.randint(1, 100)])
other = random.Random(3)
print([other.vonmisesvariate(1, 2) for _ in range(3)], other.vonmisesvariate(0, 1e-9))
state = other.getstate()
copy = random.Random()
copy.setstate(state)
print(copy.random() == other.random(), copy.getrandbits(70) == other.getrandbits(70))
for bad in (3, (2, (), None), (3, (1, 2), None)):
    try:
        random.setstate(bad)
    except Exception as e:
        print(type(e).__name__, e)
