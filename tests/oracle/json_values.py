import json

texts = ['1', '-0', '0', '1.5', '-1e3', '1E+2', '12345678901234567890123', '-9223372036854775808', '9223372036854775807', '9223372036854775808', 'true', 'false', 'null', '"a"', '[]', '{}', '[1, 2.0, "x", null, true]', '{"a": 1, "b": [1, {"c": {}}]}', ' \n\t[ 1 , 2 ]\r\n', '"\\u00e9\\n\\t\\"\\\\\\/\\b\\f\\r"', '"\\ud83d\\ude00"', '"é日本😀"', 'NaN', 'Infinity', '-Infinity', '{"a": 1, "a": 2, "b": 3}', '1.0000000000000002', '123456789012345678', '0.1', '1e400', '[[[[]]]]', '"' + 'x' * 100 + '"', '{"' + 'k' * 80 + '": 1}', '{"": 0}', '1e5', '123e-2', '[-1, -1.5]']
for text in texts:
    value = json.loads(text)
    print(repr(value), type(value).__name__, json.dumps(value))
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads('[1]'.encode('utf-16')), json.loads(b'\xef\xbb\xbf[1]'))
print(json.loads('{"b": 1, "a": 2}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"b": 1, "a": {"b": 2}}', object_pairs_hook=list))
print(json.loads('[1.5, 2, 1e2, NaN]', parse_float=str, parse_int=lambda s: s + "!", parse_constant=lambda s: "c" + s))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: d.get("b", d)))
records = [json.loads('{"id": %d, "name": "n%d", "tags": ["x", "y"], "v": %s}' % (i, i % 3, i / 4)) for i in range(6)]
print(records[0], records[5]["tags"], sum(r["v"] for r in records))
records[0]["name"] = "changed"
print(records[3]["name"], list(records[1]))
print(json.dumps({"b": [1, 2.5, True, None], "a": {"x": "é"}}))
print(json.dumps({"b": 1, "a": "é\u2028\x7f"}, sort_keys=True, ensure_ascii=False))
print(json.dumps([1, [2, {"a": []}], {}], indent=2))
print(json.dumps({"a": [1, 2], "b": {}}, indent="\t", separators=(",", " : ")))
print(json.dumps([1, 2, {"a": 3}], separators=(",", ":")))
print(json.dumps({1: "a", 2.5: "b", None: "c", True: "d"}), json.dumps((1, 2)))
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
print(json.dumps({1, 2} if False else [float("inf"), float("-inf"), float("nan")]))
print(json.dumps({"x": {3, 4}}, default=lambda s: sorted(s)))
print(json.dumps('"quoted" \\ / \n\x00😀'))
print(json.dumps(10**30), json.dumps(1e100), json.dumps(-0.0), json.dumps(1e-7))
for bad in [{(1,): 2}, {1, 2}, object, float("nan"), b"x"]:
    try:
        print(json.dumps(bad, allow_nan=False))
    except Exception as e:
        print(type(e).__name__, e)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
