import csv
import io

texts = ['a,b,c\n1,2,3\n', 'a,"b, c",d\r\n', '"x ""y"" z",1\n', '"line\nbreak",2\n', '\n\na\n', 'a,,b\n', ',\n', '""\n', '"a"b,c\n', 'a"b,c\n', ' a , b \n', '"unterminated\n', 'x\ty\n', "a,b", '"a",\n', 'é,日本\n']
for text in texts:
    print(repr(text), list(csv.reader(io.StringIO(text, newline=""))))
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")))
print(list(csv.reader(["a\tb"], dialect="excel-tab")), list(csv.reader(['"a","b"'], csv.unix_dialect)))
print(list(csv.reader(["a, b,  c"], skipinitialspace=True)))
print(list(csv.reader(["a\\,b,c"], escapechar="\\")), list(csv.reader(['a,"b\\"c"'], escapechar="\\", doublequote=False)))
print(list(csv.reader(['1,"2",3.5'], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader(['a,"b"'], quoting=csv.QUOTE_NONE)))
r = csv.reader(["a,b", '"c', 'd",e', "f"])
for row in r:
    print(r.line_num, row)
print(next(csv.reader(["x,y"])))
for lines, options in [(['1,a'], {"quoting": csv.QUOTE_NONNUMERIC}), (['"a"b'], {"strict": True}), (["a\rb"], {}), (['"a'], {"strict": True}), ([1], {}), ([b"a"], {}), (["a"], {"delimiter": ""}), (["a"], {"delimiter": ";;"}), (["a"], {"delimiter": None}), (["a"], {"bad": 1}), (["a"], {"quoting": 9}), (["a"], {"dialect": "nope"})]:
    try:
        print(list(csv.reader(lines, **options)))
    except Exception as e:
        print(type(e).__name__, e)
rows = list(csv.DictReader(io.StringIO("name,n\nAl,1\nBo,2,3,4\nCy\n\nDi,5\n")))
print(rows)
d = csv.DictReader(["1,2", "3"], fieldnames=["a", "b"], restkey="rest", restval="?")
print(d.fieldnames, list(d), d.line_num)
print(csv.DictReader(["x|y", "1|2"], delimiter="|").fieldnames)
total = 0
for row in csv.DictReader(["a,b", "1,2", "3,4"]):
    total += int(row["a"]) * int(row["b"])
print(total, csv.list_dialects()[:3], csv.get_dialect("excel").delimiter)
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
print(list(csv.reader(["a|'b'"], "pipes")), csv.get_dialect("pipes").quoting)
