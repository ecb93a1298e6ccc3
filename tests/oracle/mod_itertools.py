import itertools as it
from itertools import chain, count, islice, product, permutations, combinations, accumulate, groupby, repeat, cycle, takewhile, dropwhile, starmap, zip_longest, tee, compress, filterfalse, combinations_with_replacement, pairwise
print(list(chain([1], 'ab', (2,))), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(5), 3)), list(islice(count(0, 2), 3)), list(islice('abcdef', 1, 5, 2)), list(repeat('x', 3)))
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), len(list(product(range(3), range(4), range(5)))), list(product()))
print(list(permutations([1, 2, 3])), list(permutations('abc', 2)), list(combinations([1, 2, 3, 4], 2)), list(combinations_with_replacement('ab', 2)))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([1, 2, 3], lambda a, b: a * b)))
print([(k, list(g)) for k, g in groupby('aabbbc')], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print(list(islice(cycle('ab'), 5)), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('ab', [1], fillvalue='-')), list(zip_longest([1], [])))
a, b = tee([1, 2, 3])
print(list(a), list(b), list(compress('abc', [1, 0, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(pairwise('abcd')))
for i, w in zip(count(1), ['x', 'y']):
    print(i, w)
print(sum(it.chain([1, 2], [3])), max(it.accumulate([1, -1, 5])), next(it.cycle([7])), list(map(sum, it.combinations(range(4), 3))))
