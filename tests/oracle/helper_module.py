"""What mod_import.py imports: a module beside the script."""
CONSTANT = 42
print('helper imported')
state = {'n': 0}


def double(x):
    return x * 2


def counter():
    state['n'] += 1
    return state['n']


class Thing:
    def __init__(self, v):
        self.value = double(v)
