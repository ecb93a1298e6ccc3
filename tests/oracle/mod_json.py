import json
print(json.dumps({'a': 1, 'b': [1, 2.0, None, True, False], 'c': {'d': 'é "q" \n\t\\'}}), json.dumps([]), json.dumps({}), json.dumps('x'), json.dumps(1e20), json.dumps(0.1), json.dumps((1, 2)))
print(json.dumps({'b': 1, 'a': [1, {'x': []}]}, indent=2), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps([1, 2], separators=(',', ':')), json.dumps('é', ensure_ascii=False), json.dumps({1: 'a', None: 'b', True: 'c', 1.5: 'd'}))
print(json.dumps([1, [2, 3], {}, []], indent=4), json.dumps(float('inf')), json.dumps([float('nan')]), json.dumps(10 ** 25), json.dumps('😀\x7f/'))
d = json.loads('{"a": [1, 2.5, -3e2, true, false, null], "b": {"c": "\\u00e9\\n"}, "big": 123456789012345678901234567890, "e": ""}')
print(d, type(d['a'][0]), type(d['a'][2]), d['b']['c'], json.loads('[]'), json.loads('"x"'), json.loads(' 5 '), json.loads('1.0'), json.loads('{"a": 1, "a": 2}'))
records = [json.loads(line) for line in '{"name": "Al", "n": 1}\n{"name": "Bo", "n": 2}'.split('\n')]
print(records, sum(r['n'] for r in records), json.loads(json.dumps(records)) == records)
for bad in ['', '{', '[1,', '{"a" 1}', "{'a': 1}", 'nul', '[1] x', '{"a": }', '"abc', '[1 2]']:
    try:
        json.loads(bad)
    except ValueError as e:
        print(type(e).__name__, e)
for bad in [{1, 2}, object, {(1, 2): 3}, [print]]:
    try:
        json.dumps(bad)
    except TypeError as e:
        print(str(e).split(' of ')[0], '|', type(e).__name__)
print(json.dumps({'k': {1, 2}}, default=list), json.dumps([{'a': 1}, {'b': (2, 3)}]))
