import math, os, sys
import os.path
import functools as ft
from math import sqrt as root, floor
from collections import (
    Counter,
    defaultdict as dd,
)
print(root(4), floor(1.5), ft.reduce(max, [1, 2]), Counter('a'), dd(int)['x'], os.path.basename('a/b'))
def inside():
    import json
    from math import ceil
    return json.dumps([ceil(0.5)])
print(inside())
try:
    from math import nonsense
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
try:
    math.nonsense
except AttributeError as e:
    print(e)
import helper_module
from helper_module import double, CONSTANT as C, Thing
print(helper_module.CONSTANT, C, double(4), helper_module.double('ab'), Thing(3).value, helper_module.__name__, helper_module.counter())
import helper_module as again
print(again is helper_module, again.counter(), helper_module.counter(), math.__name__, __name__)
