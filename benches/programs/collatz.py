"""Integer arithmetic in a loop: the longest Collatz chain below 30,000."""
import time


def longest(limit):
    best = 0
    at = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n = n // 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > best:
            best = steps
            at = start
    return at * 1000 + best


start = time.perf_counter()
result = longest(30_000)
seconds = time.perf_counter() - start
print(result, seconds)
