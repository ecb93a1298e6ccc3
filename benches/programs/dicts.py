"""Dictionaries: records grouped, counted, joined and filtered, as an analyst does without a data frame."""
import time
from collections import Counter, defaultdict


def make_orders(n):
    cities = ["Oslo", "Lima", "Kyoto", "Quito", "Accra", "Perth", "Turin"]
    goods = ["tea", "salt", "rice", "wool", "iron", "silk", "corn", "jade", "wine"]
    orders = []
    for i in range(n):
        orders.append({
            "id": i,
            "customer": i * 7919 % 997,
            "city": cities[i * 31 % 7],
            "good": goods[i * 17 % 9],
            "price": (i * 37 % 1000) / 10,
            "count": i % 5 + 1,
        })
    return orders


def by_city(orders):
    groups = defaultdict(list)
    for order in orders:
        groups[order["city"]].append(order)
    return {city: sum(o["price"] * o["count"] for o in rows) / len(rows) for city, rows in groups.items()}


def totals(orders):
    spent, seen = {}, {}
    for order in orders:
        who = order["customer"]
        spent[who] = spent.get(who, 0.0) + order["price"] * order["count"]
        seen.setdefault(who, set()).add(order["good"])
    return spent, seen


def pairs(orders):
    table = defaultdict(int)
    for order in orders:
        table[order["city"], order["good"]] += order["count"]
    return table


def joined(orders, spent):
    bands = {who: ("large" if total > 9_000 else "small") for who, total in spent.items()}
    found = []
    for order in orders:
        if order["price"] > 50 and bands[order["customer"]] == "large":
            found.append({**order, "band": "large"})
    return found


def work(n):
    orders = make_orders(n)
    cities = by_city(orders)
    spent, seen = totals(orders)
    table = pairs(orders)
    goods = Counter(order["good"] for order in orders)
    large = joined(orders, spent)
    best = max(table.items(), key=lambda pair: pair[1])
    names = [name for name, _ in goods.most_common(3)]
    widest = sum(1 for items in seen.values() if len(items) > 8)
    return f"{len(large)} {best[0][0]}-{best[0][1]}-{best[1]} {'/'.join(names)} {widest} {sum(cities.values()):.4f}"


start = time.perf_counter()
result = [work(n) for n in (60_000, 61_000, 62_000)][-1]
seconds = time.perf_counter() - start
print(result, seconds)
