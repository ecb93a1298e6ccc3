from dask import delayed
import dask
s = delayed('hello world')
print(s.upper().compute(), s.split().compute(), s.split(' ')[1].compute(), s.replace('l', 'L').compute(), s.count('o').compute(), s.upper().lower().title().compute())
l = delayed([3, 1, 2])
print(l.index(1).compute(), l.count(3).compute(), delayed(sorted)(l).compute(), delayed(len)(l).compute(), delayed(sorted)(l, reverse=True).compute())
d = delayed({'a': 1})
print(d.get('a').compute(), d.get('b', 5).compute(), delayed(list)(d.keys()).compute())
class Model:
    def __init__(self, k):
        self.k = k
        self.name = 'm%d' % k
    def predict(self, x):
        return x * self.k
    def fit(self, data):
        return Model(self.k + sum(data))
m = delayed(Model)(3)
print(m.k.compute(), m.name.compute(), m.predict(5).compute(), m.fit([1, 2]).predict(10).compute(), (m.k + 1).compute(), m.predict(delayed(7)).compute())
print(delayed(Model(4)).predict(2).compute(), delayed(Model(4)).k.compute())
try:
    delayed([1]).nope().compute()
except AttributeError as e:
    print(e)
try:
    delayed(1).x.compute()
except AttributeError as e:
    print(e)
