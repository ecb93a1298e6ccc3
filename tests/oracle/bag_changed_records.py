# A step that changes what a record holds: the steps after it see that.
import json
import dask.bag as db

LINES = [json.dumps({"k": "ab"[n % 2], "n": n, "tags": ["x"] * (n % 4), "at": {"x": n}}) for n in range(12)]

def marked(r):
    r["tags"].append("z")
    return len(r["tags"]) > 2

def key(r):
    r["at"]["seen"] = True
    return (r["k"], len(r["at"]))

b = db.from_sequence(LINES, npartitions=3).map(json.loads)
print(b.filter(marked).pluck("tags").flatten().frequencies().compute(scheduler="sync"))
print(b.filter(marked).filter(lambda r: r["n"] > 3).pluck("tags").compute(scheduler="sync"))
print(b.filter(marked).map(lambda r: (r["n"], len(r["tags"]))).compute(scheduler="sync"))
print(b.remove(marked).compute(scheduler="sync"))
print(b.filter(lambda r: r["tags"].append("z") or r["n"] > 8).compute(scheduler="sync"))
print(b.foldby(key, lambda total, r: total + len(r["at"]), 0, lambda x, y: x + y, 0).compute(scheduler="sync"))
print(b.foldby(key, lambda first, r: first if first["n"] > r["n"] else r).compute(scheduler="sync"))
print(b.filter(marked).foldby("k", lambda first, r: first if first["n"] > r["n"] else r).compute(scheduler="sync"))
print(sorted(b.filter(marked).groupby("k").map(lambda p: (p[0], len(p[1]))).compute(scheduler="sync")))
print(b.filter(marked).topk(2, key="n").compute(scheduler="sync"))
