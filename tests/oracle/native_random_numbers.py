"""Generators of random numbers by hand, Monte Carlo, walks."""


def park(state):
    return state * 16807 % 2147483647


def xorshift(state):
    state ^= state << 13 & 0xFFFFFFFFFFFFFFFF
    state ^= state >> 7
    state ^= state << 17 & 0xFFFFFFFFFFFFFFFF
    return state


def lcg(state):
    return (state * 6364136223846793005 + 1442695040888963407) % 2**64


def middle(state):
    return state * state // 1000 % 1000000


for f, seed in ((park, 1), (xorshift, 88172645463325252), (lcg, 42), (middle, 675248)):
    state = seed
    for _ in range(2500):
        state = f(state)
    print(f.__name__, state)


def darts(n):
    state = 7
    hits = 0
    for _ in range(n):
        state = park(state)
        x = state / 2147483647
        state = park(state)
        y = state / 2147483647
        if x * x + y * y <= 1.0:
            hits += 1
    return 4 * hits / n


print(darts(5000))


def walk(n, seed):
    x = y = 0
    far = 0
    for _ in range(n):
        seed = park(seed)
        way = seed >> 5 & 3
        if way == 0:
            x += 1
        elif way == 1:
            x -= 1
        elif way == 2:
            y += 1
        else:
            y -= 1
        far = max(far, x * x + y * y)
    return x, y, far


print([walk(500, seed) for seed in range(1, 8)])


def shuffle_count(n):
    state = 99
    inside = 0
    values = 0.0
    for k in range(n):
        state = park(state)
        if state % 6 + 1 == 6:
            inside += 1
        values += (state % 1000) / 1000
    return inside, round(values / n, 6)


print(shuffle_count(6000))
h = 2166136261
for k in range(3000):
    h = (h ^ k % 256) * 16777619 % 4294967296
print(h)
