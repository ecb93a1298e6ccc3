# Random values go through text and come back.
import io
import json

state = 99


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return (state >> 33) % n


def value(depth):
    k = rand(9 if depth < 3 else 6)
    if k == 0:
        return None
    if k == 1:
        return rand(2) == 1
    if k == 2:
        return (rand(2**31) - 2**30) * (1 if rand(4) else 10**20)
    if k == 3:
        return (rand(2**31) - 2**30) / (1 + rand(1000)) * 10.0 ** (rand(40) - 20)
    if k < 6:
        return "".join(["a", "é", "\n", '"', "\\", "日", "😀", "\x01", " ", "/"][rand(10)] for _ in range(rand(12)))
    if k < 8:
        return [value(depth + 1) for _ in range(rand(5))]
    return {"k%d" % rand(9): value(depth + 1) for _ in range(rand(5))}


for n in range(150):
    v = value(0)
    for options in [{}, {"ensure_ascii": False}, {"indent": 1}, {"separators": (",", ":"), "sort_keys": True}]:
        text = json.dumps(v, **options)
        assert json.loads(text) == v, text
    print(text)
f = io.StringIO()
json.dump({"a": [1, 2]}, f)
f.seek(0)
print(json.load(f), json.load(io.BytesIO(b"[3]")))
