import operator
from operator import add, mul, itemgetter, attrgetter, methodcaller
print(add(1, 2), mul(3, 4), operator.sub(5, 3), operator.truediv(7, 2), operator.floordiv(7, 2), operator.mod(7, 3), operator.pow(2, 5), operator.neg(3), operator.pos(-3), operator.inv(5), operator.abs(-4))
print(operator.lt(1, 2), operator.le(2, 2), operator.eq(1, 1), operator.ne(1, 2), operator.gt(1, 2), operator.ge(1, 2), operator.not_(0), operator.truth([]), operator.is_(None, None), operator.is_not(1, None))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.rshift(16, 2), operator.contains([1, 2], 2), operator.concat('a', 'b'), operator.getitem([5, 6], 1), operator.countOf([1, 1, 2], 1), operator.indexOf('abc', 'b'))
print(itemgetter(1)([5, 6]), itemgetter('k')({'k': 'v'}), itemgetter(0, 2)('abc'), sorted([(1, 'b'), (2, 'a')], key=itemgetter(1)))
class A:
    def __init__(self, x):
        self.x = x
        self.inner = None
    def m(self, k=1):
        return self.x * k
a = A(5)
a.inner = A(7)
print(attrgetter('x')(a), attrgetter('inner.x')(a), attrgetter('x', 'inner.x')(a), methodcaller('m', 3)(a), methodcaller('m', k=2)(a), methodcaller('upper')('abc'))
d = {'a': 1}
operator.setitem(d, 'b', 2)
operator.delitem(d, 'a')
print(d, list(map(add, [1, 2], [3, 4])), operator.matmul.__name__, add.__name__)
l = [1]
l = operator.iadd(l, [2])
print(l)
try:
    add(1, 'a')
except TypeError as e:
    print(e)
try:
    itemgetter('z')({})
except KeyError as e:
    print(e)
