import time
import random
import dask
from dask import delayed
def work(i):
    time.sleep(0.01)
    return i * i
t = time.time()
r = dask.compute(*[delayed(work)(i) for i in range(12)], scheduler='threads')
print(r, time.time() - t < 5)
def seeded(i):
    rng = random.Random(i)
    time.sleep(rng.random() / 100)
    return round(rng.random(), 6)
print(dask.compute(*[delayed(seeded)(i) for i in range(8)], num_workers=2))
print(delayed(sum)([delayed(work)(i) for i in range(5)]).compute(scheduler='sync'))
with dask.config.set(num_workers=2):
    print(delayed(max)([delayed(work)(i) for i in range(5)]).compute())
