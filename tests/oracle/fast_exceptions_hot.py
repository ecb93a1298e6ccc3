class Missing(KeyError):
    pass


def find(table, key):
    try:
        return table[key]
    except KeyError:
        raise Missing(key) from None


def total(table, keys):
    found, failed = 0, []
    for key in keys:
        try:
            found += find(table, key)
        except Missing as e:
            failed.append(e.args[0])
            continue
        else:
            found += 100
        finally:
            found += 1
    return found, failed


table = {i: i * i for i in range(0, 50, 2)}
print(total(table, range(12)), total({}, "ab"))


def nested(n):
    for i in range(n):
        try:
            try:
                if i % 3 == 0:
                    raise ValueError(i)
                if i % 3 == 1:
                    return [i][1]
            except ValueError as e:
                yield "value", e.args
            finally:
                yield "finally", i
        except IndexError as e:
            yield "index", str(e)
            return


print(list(nested(9)))


def in_loop():
    out = []
    for a, b in zip([1, 2, 0, 4], [1, 0, 3, "x"]):
        try:
            out.append(a / b)
        except (ZeroDivisionError, TypeError) as e:
            out.append(type(e).__name__)
    return out


print(in_loop(), in_loop())
for i in range(3):
    try:
        if i == 1:
            continue
        if i == 2:
            break
        print("body", i)
    finally:
        print("end", i)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
except ValueError as e:
    print(e, type(e.__cause__).__name__, e.__context__ is e.__cause__)
