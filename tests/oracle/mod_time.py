import time
from time import sleep, perf_counter
t0 = time.time()
p0 = perf_counter()
sleep(0.02)
time.sleep(0)
print(time.time() - t0 > 0.01, 0.015 < perf_counter() - p0 < 5, t0 > 1.6e9, type(t0), type(time.time()).__name__, time.monotonic() <= time.monotonic(), time.time_ns() > 10 ** 18)
elapsed = perf_counter() - p0
print(f'{elapsed:.2f}'.count('.'), round(elapsed, 3) == elapsed or True, time.process_time() >= 0)
print(time.strftime('%Y-%m-%d', time.gmtime(0)), time.gmtime(0).tm_year, time.gmtime(86400).tm_mday, len(time.ctime()) > 10)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
try:
    time.sleep('a')
except TypeError as e:
    print(type(e).__name__)
class Timer:
    def __enter__(self):
        self.t = time.perf_counter()
        return self
    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.t
with Timer() as t:
    sum(range(1000))
print(t.elapsed >= 0, t.elapsed < 10)
