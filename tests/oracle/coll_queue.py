queue, stack, seen = [0], [0], []
graph = {0: [1, 2], 1: [3], 2: [3, 4], 3: [5], 4: [5], 5: []}
while queue:
    n = queue.pop(0)
    if n in seen:
        continue
    seen.append(n)
    queue.extend(graph[n])
print('bfs', seen)
seen = []
while stack:
    n = stack.pop()
    if n not in seen:
        seen.append(n)
        stack.extend(reversed(graph[n]))
print('dfs', seen)
def topo(g):
    out, done = [], set()
    def visit(n):
        if n in done:
            return
        done.add(n)
        for m in g[n]:
            visit(m)
        out.append(n)
    for n in g:
        visit(n)
    return out[::-1]
print(topo(graph))
from collections import deque
d = deque([1, 2, 3])
d.appendleft(0)
d.append(4)
print(d.popleft(), d.pop(), list(d), len(d), d[1], bool(deque()))
dist = {n: float('inf') for n in graph}
dist[0] = 0
for _ in graph:
    for n, ms in graph.items():
        for m in ms:
            dist[m] = min(dist[m], dist[n] + m)
print(dist)
