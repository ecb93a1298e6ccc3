# mask: hash
from dask import delayed
import dask
def inc(x):
    return x + 1
print(delayed(inc)(1), [delayed(inc)(2)], delayed(inc, pure=True)(1))
print(delayed(5), delayed('abc'), delayed([1, 2]), delayed(inc), delayed(sum)([1, 2]))
print(delayed(1) + 1, -delayed(1), delayed([1])[0], delayed('a').upper(), delayed('a').upper, delayed(2) * delayed(3))
print(delayed(inc)(1, dask_key_name='my-key'), delayed(inc)(1, dask_key_name='my-key').key, delayed(inc, name='renamed')(1) if False else delayed(inc)(3).key)
print(delayed(lambda x: x)(1), delayed(5, name='five'), delayed(5, name='five').compute())
class A:
    def m(self):
        return 1
print(delayed(A)(), delayed(A)().m())
x = delayed(inc, pure=True)
print(x(1).key == x(1).key, x(1).key == x(2).key, delayed(inc)(1).key == delayed(inc)(1).key, str(x(1)) == repr(x(1)))
print(isinstance(x(1), dask.delayed) if False else type(x(1)).__name__, dask.is_dask_collection(x(1)), dask.is_dask_collection(5))
