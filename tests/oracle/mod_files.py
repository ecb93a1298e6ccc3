import os
import sys
import json
name = 'scratch_mod_files_%d.txt' % os.getpid()
try:
    with open(name, 'w') as f:
        print(f.write('line one\n'), f.write('line two\n'))
        f.writelines(['three\n', 'four é\n'])
        print('printed', 5, file=f)
    with open(name) as f:
        print(repr(f.read()))
    with open(name, 'r', encoding='utf-8') as f:
        print(repr(f.readline()), f.readlines(), repr(f.readline()))
    with open(name) as f:
        for i, line in enumerate(f):
            print(i, line.rstrip())
    with open(name, 'a') as f:
        f.write('appended')
    f = open(name)
    lines = f.read().splitlines()
    f.close()
    print(lines, f.closed, [len(x) for x in open(name)])
    print(next(open(name)), end='')
    with open(name, 'w') as f:
        json.dump({'a': [1, 2.5, None, True], 'b': 'é"'}, f)
    print(open(name).read(), json.load(open(name)))
    try:
        f.write('x')
    except ValueError as e:
        print(e)
    with open(name) as f:
        print(repr(f.read(3)), repr(f.read(4)), len(f.read()), repr(f.read()))
    os.rename(name, name + '2')
    print(os.path.exists(name), os.path.exists(name + '2'))
    os.rename(name + '2', name)
finally:
    os.remove(name)
print(os.path.exists(name))
os.makedirs('scratch_dir_%d/sub' % os.getpid(), exist_ok=True)
print(os.path.isdir('scratch_dir_%d/sub' % os.getpid()), os.listdir('scratch_dir_%d' % os.getpid()))
os.rmdir('scratch_dir_%d/sub' % os.getpid())
os.rmdir('scratch_dir_%d' % os.getpid())
try:
    open('/no/such/file.txt')
except OSError as e:
    print(type(e).__name__, e)
try:
    open(5.5)
except TypeError as e:
    print(type(e).__name__)
try:
    open('x', 'q')
except ValueError as e:
    print(e)
print('to stdout', file=sys.stdout)
print('to stderr', file=sys.stderr)
print(len(sys.argv), sys.argv[0].endswith('mod_files.py'), sys.argv[1:])
sys.stdout.write('written\n')
