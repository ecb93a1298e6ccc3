"""Write the files that `programs/bags.py` reads into a folder: 500,000 JSON records in ten files, and text.

    python benches/peers/bag_files.py FOLDER [MEGABYTES_OF_TEXT]
"""

import json
import pathlib
import random
import sys

folder = pathlib.Path(sys.argv[1])
megabytes = int(sys.argv[2]) if len(sys.argv) > 2 else 100
rng = random.Random(7)
jobs = ["cook", "pilot", "nurse", "baker", "clerk", "miner", "smith", "tailor"]
words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(2, 9))) for _ in range(5000)]
weights = [1 / (rank + 1) for rank in range(len(words))]

for part in range(10):
    with open(folder / f"records.{part}.json", "w", encoding="utf-8") as out:
        texts = rng.choices(words, weights, k=50_000 * 6)
        for n in range(50_000):
            record = {"id": part * 50_000 + n, "name": rng.choice(words), "age": rng.randint(18, 80),
                      "occupation": rng.choice(jobs), "score": rng.random(), "text": " ".join(texts[n * 6:n * 6 + 6])}
            out.write(json.dumps(record) + "\n")

# The same lines again and again: what is counted is the work on them.
lines = "\n".join(" ".join(rng.choices(words, weights, k=12)) for _ in range(16_000)) + "\n"
for part in range(10):
    with open(folder / f"words.{part}.txt", "w", encoding="utf-8") as out:
        for _ in range(max(1, megabytes * 100_000 // len(lines))):
            out.write(lines)
