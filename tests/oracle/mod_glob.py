import glob
import os
from glob import glob as g
here = os.path.dirname(os.path.abspath(__file__))
files = sorted(glob.glob(os.path.join(here, 'mod_*.py')))
print(len(files) > 5, os.path.basename(files[0]), 'mod_glob.py' in [os.path.basename(f) for f in files])
print(sorted(g('mod_g*.py')), g('no_such_*'), sorted(g('READ??.md')), sorted(g('mod_[gj]*.py')), sorted(os.path.basename(p) for p in g('../oracle/mod_gl*.py')))
print(sorted(glob.glob('**/mod_glob.py', recursive=True)), g('mod_glob.py'), [os.path.splitext(p)[0] for p in sorted(g('mod_js*.py'))])
