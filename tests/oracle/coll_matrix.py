m = [[1, 2, 3], [4, 5, 6]]
print([list(c) for c in zip(*m)], [[x * 2 for x in r] for r in m], sum(map(sum, m)), [r[::-1] for r in m], m[1][2], [r[0] for r in m], list(map(list, zip(*m[::-1]))))
m[0][1] = 20
m.append([7, 8, 9])
m[1], m[2] = m[2], m[1]
print(m, max(max(r) for r in m), [max(r) for r in m], [i for i, r in enumerate(m) if 9 in r])
eye = [[1 if i == j else 0 for j in range(3)] for i in range(3)]
print(eye, [[sum(a * b for a, b in zip(r, c)) for c in zip(*eye)] for r in m] == m)
flat = [x for r in m for x in r]
print(flat, [flat[i:i + 2] for i in range(0, len(flat), 2)], {(i, j): v for i, r in enumerate(m) for j, v in enumerate(r) if v > 6})
for r in m:
    print(' '.join(f'{x:3d}' for x in r))
