"""Coefficients of the polynomials in src/ops/simd, and the errors of fdlibm's where those are used.

    python tests/accuracy/coefficients.py

Chebyshev interpolation in 400 bits, rounded to float64; printed with the error relative to the function. Needs mpmath.
"""

from mpmath import *
mp.prec=400
def fit(name,f,a,b,n,rel):
    p=chebyfit(f,[mpf(a),mpf(b)],n)[::-1]
    ps=[mpf(float(c)) for c in p]
    err=max(abs((polyval(ps[::-1],x)-f(x)))*rel(x) for x in [mpf(a)+(mpf(b)-a)*i/400 for i in range(1,401)])
    print(f"// {name}: 2^{float(log(err,2)):.1f}")
    print(f"const {name}: [f64; {n}] = [" + ", ".join(repr(float(c)) for c in p)+"];")
# exp: (e^r-1-r)/r^2
fit("EXP",lambda r:(exp(r)-1-r)/r**2 if abs(r)>mpf(2)**-100 else mpf(1)/2,-0.347,0.347,11,lambda r:r*r)
fit("SINH",lambda z:(sinh(sqrt(z))/sqrt(z)-1)/z if z>mpf(2)**-100 else mpf(1)/6,0,1.0,8,lambda z:z)
fit("TANH",lambda z:(tanh(sqrt(z))/sqrt(z)-1)/z if z>mpf(2)**-100 else -mpf(1)/3,0,0.3025,11,lambda z:z)
fit("ASINH",lambda z:(asinh(sqrt(z))/sqrt(z)-1)/z if z>mpf(2)**-100 else -mpf(1)/6,0,0.25,13,lambda z:z)
fit("ASIN",lambda z:(asin(sqrt(z))/sqrt(z)-1)/z if z>mpf(2)**-100 else mpf(1)/6,0,0.25,13,lambda z:z)
fit("CBRT",lambda m:m**(-mpf(1)/3),1,2,5,lambda z:1)
fit("LOGP",lambda z:(log((1+sqrt(z))/(1-sqrt(z)))/sqrt(z)-2-2*z/3)/z/z if z>mpf(2)**-60 else mpf(2)/5,0,0.02945,7,lambda z:z*z/2)
fit("LOG",lambda z:(log((1+sqrt(z))/(1-sqrt(z)))/sqrt(z)-2)/z if z>mpf(2)**-60 else mpf(2)/3,0,0.02945,8,lambda z:z/2)
Lg=[6.666666666666735130e-01,3.999999999940941908e-01,2.857142874366239149e-01,2.222219843214978396e-01,1.818357216161805012e-01,1.531383769920937332e-01,1.479819860511658591e-01]
f=lambda z:(log((1+sqrt(z))/(1-sqrt(z)))/sqrt(z)-2)/z
print("Lg",float(log(max(abs(polyval(Lg[::-1],z)-f(z))*z/2 for z in [mpf(i)/10000*mpf('0.0294') for i in range(1,10000,50)]),2)))
S=[-1.66666666666666324348e-01,8.33333333332248946124e-03,-1.98412698298579493134e-04,2.75573137070700676789e-06,-2.50507602534068634195e-08,1.58969099521155010221e-10]
C=[4.16666666666666019037e-02,-1.38888888888741095749e-03,2.48015872894767294178e-05,-2.75573143513906633035e-07,2.08757232129817482790e-09,-1.13596475577881948265e-11]
g=lambda z:(sin(sqrt(z))/sqrt(z)-1)/z
print("S",float(log(max(abs(polyval(S[::-1],z)-g(z))*z for z in [mpf(i)/200*mpf('0.617') for i in range(1,200)]),2)))
g=lambda z:(cos(sqrt(z))-1+z/2)/z/z
print("C",float(log(max(abs(polyval(C[::-1],z)-g(z))*z*z for z in [mpf(i)/200*mpf('0.617') for i in range(1,200)]),2)))
A=[3.33333333333329318027e-01,-1.99999999998764832476e-01,1.42857142725034663711e-01,-1.11111104054623557880e-01,9.09088713343650656196e-02,-7.69187620504482999495e-02,6.66107313738753120669e-02,-5.83357013379057348645e-02,4.97687799461593236017e-02,-3.65315727442169155270e-02,1.62858201153657823623e-02]
g=lambda z:(1-atan(sqrt(z))/sqrt(z))/z
print("A",float(log(max(abs(polyval(A[::-1],z)-g(z))*z for z in [mpf(i)/200*mpf('0.1914') for i in range(1,200)]),2)))
def split(name,v,parts,bits):
    out=[]
    for b in bits:
        if v==0: break
        m=mpf(2)**(floor(log(abs(v),2))-b+1)
        h=floor(v/m)*m if b<53 else mpf(float(v)); out.append(float(h)); v-=h
    print(name,out,[x.hex() for x in out])
split("LN2",log(2),0,[32,53]); split("LN2x",log(2),0,[42,42,53]); split("PIO2",pi/2,0,[33,33,33,53])
split("IVLN10",1/log(10),0,[32,53]);split("LOG10_2",log(2)/log(10),0,[42,53]);split("IVLN2",1/log(2),0,[32,53]); split("PI",pi,0,[53,53]);split("PIO2f",pi/2,0,[53,53]);split("PIO4",pi/4,0,[53,53])
for v in ("atan(0.5)","atan(1)","atan(1.5)","pi/2"): split(v,mpf(eval(v)),0,[53,53])
print(float(2/pi),float(1/log(2)),float(mpf(2)/3), float(mpf(2)/3-mpf(float(mpf(2)/3))), float(mpf(2)**(mpf(1)/3)),float(mpf(2)**(-mpf(1)/3)))
