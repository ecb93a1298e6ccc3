"""Building lists: append, comprehensions, slices, sorting."""
import time


def build(n):
    squares = []
    for i in range(n):
        squares.append(i * i % 1009)
    evens = [x for x in squares if x % 2 == 0]
    pairs = [(x, y) for x, y in zip(evens, evens[1:]) if x < y]
    flat = [v for pair in pairs for v in pair]
    flat.sort()
    return sum(flat[::3]) + len(pairs)


start = time.perf_counter()
result = sum(build(100_000) for _ in range(5))
seconds = time.perf_counter() - start
print(result, seconds)
