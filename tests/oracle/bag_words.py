import dask.bag as db
text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity,
it was the season of Light, it was the season of Darkness"""
lines = db.from_sequence(text.split('\n'), npartitions=4)
words = lines.str.lower().str.replace(',', '').str.split().flatten()
print(words.count().compute(), words.distinct().count().compute(), words.frequencies().topk(5, key=1).compute())
print(words.foldby(len, lambda n, w: n + 1, 0, lambda x, y: x + y, 0).compute(), words.map(len).mean().compute())
print(sorted([(k, sorted(set(v))) for k, v in words.groupby(lambda w: w[0])])[:4], words.filter(lambda w: len(w) > 8).distinct().compute())
pairs = lines.map(lambda line: list(zip(line.split(), line.split()[1:]))).flatten()
print(pairs.frequencies().topk(3, key=lambda p: p[1]).compute(), words.topk(2, key=len).compute(), words.max().compute(), words.min().compute())
index = lines.map(lambda line, n: (n, line), db.range(4, npartitions=4)).map(lambda p: [(w, p[0]) for w in p[1].split()]).flatten()
print(index.foldby(0, lambda acc, x: acc | {x[1]}, set(), lambda x, y: x | y, set()).filter(lambda p: len(p[1]) > 3).pluck(0).compute())
print(lines.map(len).accumulate(lambda x, y: x + y).compute(), lines.map(lambda s: s.count('it')).sum().compute())
