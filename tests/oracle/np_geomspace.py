import numpy as np
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: np.geomspace(1,1000,4,axis=-1)); t(lambda: np.geomspace(1,1000,4,axis=1)); t(lambda: np.geomspace([1,10],[1000,100],3)); t(lambda: np.geomspace([1,10],[1000,100],3,axis=1)); t(lambda: np.geomspace([1,10],[1000,100],3,axis=-1))
t(lambda: np.geomspace([-1,10],[-1000,100],3,axis=1)); t(lambda: np.geomspace(1,[8,16],4)); t(lambda: np.geomspace([1,0],[8,16],4)); t(lambda: np.geomspace(np.float32(1),8,4)); t(lambda: np.geomspace(-1,8,4)); t(lambda: np.geomspace(1j,1000j,4)); t(lambda: np.geomspace(1,256,9,dtype=int)); t(lambda: np.geomspace(1,256,9,endpoint=False)); t(lambda: np.geomspace([[1,2]],[[4,8]],3,axis=1))
t(lambda: np.logspace([1,2],[3,4],3)); t(lambda: np.logspace([1,2],[3,4],3,axis=1)); t(lambda: np.logspace([1,2],[3,4],3,base=[2,3])); t(lambda: np.linspace([1,2],[3,4],3,axis=1)); t(lambda: np.logspace([1,2],[3,4],3,base=2,axis=-1,dtype=int)); t(lambda: np.geomspace(1,8,0)); t(lambda: np.geomspace(1,8,1)); t(lambda: np.geomspace(np.float32(1),np.float32(8),4)); t(lambda: np.linspace(1,2,3,axis=1)); t(lambda: np.logspace(1,2,3,axis=1)); t(lambda: np.geomspace(-5,-5000,4)); t(lambda: np.geomspace(5,3,4)); t(lambda: np.logspace(1,2,3,axis=-1,base=2)); t(lambda: np.geomspace(1, 8, -1))
print(np.geomspace(1, 8, 4).shape, np.logspace(1, 2, 5, dtype="f4").dtype, np.logspace(1, 2, 5, base=[2, 3]).shape)
