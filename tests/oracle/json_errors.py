import json

texts = ['', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a": 1', '{"a": 1,', '{"a": 1,}', '{a: 1}', "{'a': 1}", '[1 2]', '{"a" 1}', '1 2', '"abc', '"a\\', '"\\x"', '"\\u12"', '"\\u12g4"', '"a\nb"', '"a\tb"', 'nul', 'tru', 'True', '+1', '.5', '1.', '01', '-', '--1', '1e', 'Nan', '[1,\n2,\n}', '{"é": x}', '{"a": 1}\n{"b": 2}', '{1: 2}', '[,]', 'é', '\ufeff[1]', '"\\', '{"a":1,,}', '[1}', '"' + '\\u']
for text in texts:
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text)
for value in [5, None, ["a"]]:
    try:
        json.loads(value)
    except TypeError as e:
        print(e)
try:
    json.loads('[1, 2, oops]')
except ValueError as e:
    print(type(e).__name__, isinstance(e, json.JSONDecodeError))
lines = ['{"a": 1}', '{"a": ', '{"a": 3}']
good, bad = [], 0
for n, line in enumerate(lines):
    try:
        good.append(json.loads(line))
    except json.JSONDecodeError as e:
        bad += 1
        print("line", n, e)
print(good, bad)
