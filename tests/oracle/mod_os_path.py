import os
import os.path as osp
from os.path import join, basename
print(join('a', 'b', 'c.txt'), join('a', '/b'), join('a/', 'b'), join('', 'x'), join('a', ''), os.path.join('d', '*.csv'))
print(basename('/x/y.txt'), os.path.dirname('/x/y.txt'), osp.split('/a/b/c'), osp.splitext('data.tar.gz'), osp.splitext('noext'), osp.splitext('.bashrc'), osp.basename('/a/b/'), osp.dirname('file'))
print(osp.normpath('a/../b/./c//d'), osp.isabs('/a'), osp.isabs('a'), osp.commonprefix(['/usr/lib', '/usr/local']), osp.relpath('/a/b/c', '/a'))
here = os.path.dirname(os.path.abspath(__file__))
print(osp.basename(here), osp.exists(here), osp.isdir(here), osp.isfile(here), osp.exists('/no/such'), osp.basename(__file__))
print(os.sep, os.linesep == '\n', os.pathsep, osp.exists(osp.join(here, 'README.md')), osp.isfile(osp.join(here, 'README.md')), osp.getsize(osp.join(here, 'README.md')) > 100)
print('record.py' in os.listdir(here), 'README.md' in sorted(os.listdir(here)), os.getcwd() == here, osp.expanduser('plain'))
print(os.environ.get('RDASK_SURELY_UNSET'), os.environ.get('RDASK_SURELY_UNSET', 'dflt'), os.getenv('RDASK_SURELY_UNSET', 'x'), 'RDASK_SURELY_UNSET' in os.environ, os.cpu_count() >= 1)
try:
    os.listdir('/no/such/dir')
except FileNotFoundError as e:
    print(type(e).__name__, e)
try:
    os.remove('/no/such/file')
except FileNotFoundError as e:
    print(e)
try:
    os.environ['RDASK_SURELY_UNSET']
except KeyError as e:
    print(type(e).__name__, e)
