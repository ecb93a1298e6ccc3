# tol: 1e-13
import numpy as np
def show(name, f):
    try: print(name, repr(f()))
    except Exception as e: print(name, type(e).__name__, e)
laws = [("beta",(2.,3.)),("beta",(.3,.6)),("beta",(1.,1.)),("binomial",(10,.3)),("binomial",(100,.7)),("binomial",(1000,.45)),("chisquare",(1.5,)),("exponential",(2.,)),("f",(3.,4.)),("gamma",(.5,2.)),("gamma",(5.,)),("geometric",(.5,)),("geometric",(.05,)),("gumbel",(1.,2.)),("hypergeometric",(5,6,4)),("hypergeometric",(50,60,40)),("hypergeometric",(500,60,530)),("laplace",(1.,2.)),("logistic",(1.,2.)),("lognormal",(0.,.5)),("logseries",(.6,)),("logseries",(.99,)),("negative_binomial",(4,.3)),("negative_binomial",(2.5,.01)),("noncentral_chisquare",(3.,2.)),("noncentral_chisquare",(.5,2.)),("noncentral_f",(3.,4.,2.)),("pareto",(3.,)),("poisson",(3.,)),("poisson",(30.,)),("poisson",(1e6,)),("power",(2.5,)),("rayleigh",(2.,)),("standard_cauchy",()),("standard_t",(4.,)),("triangular",(0.,1.,3.)),("vonmises",(1.,2.)),("vonmises",(0.,1e-6)),("vonmises",(0.,1e7)),("wald",(1.,2.)),("weibull",(1.5,)),("zipf",(1.7,)),("zipf",(4.,)),("standard_gamma",(.4,)),("standard_gamma",(3.,)),("standard_exponential",())]
for seed in (0, 12345):
    for name, args in laws:
        for source in (np.random.default_rng(seed), np.random.RandomState(seed)):
            show(name, lambda: getattr(source, name)(*args))
            show(name, lambda: getattr(source, name)(*args, size=4))
            many = getattr(source, name)(*args, size=2000)
            print(float(many.astype(float)[:1900].clip(-1e9, 1e9).sum()), float(many[-1]), source.random())
