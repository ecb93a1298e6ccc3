ﬁn = 1
class Å:
    __ﬁ = 2
    def f(self): return self.__fi
print(fin, Å().f(), f"{ﬁn!r:>{fin}}")
