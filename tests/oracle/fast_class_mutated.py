class Dog:
    kind = "dog"

    def speak(self):
        return "woof"

    def twice(self):
        return self.speak() + self.speak()


def calls(animal):
    return [animal.speak(), animal.twice(), animal.kind]


rex = Dog()
for turn in range(6):
    print(turn, calls(rex))
    if turn == 1:
        Dog.speak = lambda self: "arf"
    if turn == 2:
        Dog.kind = "hound"
    if turn == 3:
        rex.kind = "own"
    if turn == 4:
        del Dog.speak
        Dog.speak = lambda self: self.kind


class Base:
    def name(self):
        return "base"


class Derived(Base):
    pass


def names(things):
    return [thing.name() for thing in things]


things = [Base(), Derived(), Base()]
print(names(things))
Derived.name = lambda self: "derived"
print(names(things))
Base.name = lambda self: "new base"
print(names(things))
del Derived.name
print(names(things))
try:
    del Base.name
    names(things)
except AttributeError as e:
    print(type(e).__name__, e)
