"""Count the words of a text, paragraph by paragraph, and merge the counts in a tree.

Each paragraph is a task that answers a Counter; pairs of Counters are added until one is left.
"""

import os
from collections import Counter

from dask import delayed

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "graphs.txt")


def words(text):
    cleaned = "".join(c.lower() if c.isalpha() else " " for c in text)
    return cleaned.split()


@delayed
def count(paragraph):
    return Counter(words(paragraph))


@delayed
def merge(a, b):
    return a + b


with open(PATH) as f:
    paragraphs = [p for p in f.read().split("\n\n") if p.strip()]

counts = [count(p) for p in paragraphs]
while len(counts) > 1:
    pairs = [merge(a, b) for a, b in zip(counts[::2], counts[1::2])]
    counts = pairs + counts[len(pairs) * 2:]
total = counts[0].compute()

print(f"{len(paragraphs)} paragraphs, {sum(total.values())} words, {len(total)} different ones")
ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
for word, n in ranked[:12]:
    print(f"{word:<12}{n:>4}  {'#' * n}")
longest = max(total, key=lambda w: (len(w), w))
print("longest word:", longest)
