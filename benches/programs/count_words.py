"""Strings as keys of a dictionary: count half a million words."""
import time


def make_words(n):
    stems = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
    return [stems[i % 10] + str(i * 7919 % 1013) for i in range(n)]


def count(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


start = time.perf_counter()
counts = count(make_words(500_000))
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0]
result = f"{len(counts)}-{top[0]}-{top[1]}"
seconds = time.perf_counter() - start
print(result, seconds)
