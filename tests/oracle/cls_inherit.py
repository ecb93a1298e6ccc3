class Animal:
    kind = 'animal'
    def __init__(self, name):
        self.name = name
    def speak(self):
        return '...'
    def intro(self):
        return f'{self.name} the {self.kind} says {self.speak()}'
class Dog(Animal):
    kind = 'dog'
    def __init__(self, name, breed='mutt'):
        super().__init__(name)
        self.breed = breed
    def speak(self):
        return 'woof'
class Puppy(Dog):
    def speak(self):
        return super().speak() + '!' + Animal.speak(self)
    def intro(self):
        base = super().intro()
        return base.upper()
for a in [Animal('A'), Dog('Rex'), Puppy('Bit', breed='lab')]:
    print(a.intro(), type(a).__name__, isinstance(a, Dog), isinstance(a, Animal))
print(issubclass(Puppy, Animal), issubclass(Dog, Puppy), Puppy('x').breed, Puppy.__bases__[0].__name__, [c.__name__ for c in Puppy.__mro__])
class MyList(list):
    def total(self):
        return sum(self)
m = MyList([1, 2, 3])
m.append(4)
print(m, m.total(), len(m), m[0], isinstance(m, list), m + [5])
class Stack:
    def __init__(self):
        self._items = []
    def push(self, x):
        self._items.append(x)
    def pop(self):
        if not self._items:
            raise IndexError('pop from empty stack')
        return self._items.pop()
    def __len__(self):
        return len(self._items)
s = Stack()
s.push(1)
print(len(s), s.pop(), len(s))
try:
    s.pop()
except IndexError as e:
    print(e)
class Base:
    def template(self):
        return self.step()
    def step(self):
        raise NotImplementedError('subclass')
class Impl(Base):
    def step(self):
        return 'impl'
print(Impl().template())
try:
    Base().template()
except NotImplementedError as e:
    print(type(e).__name__, e)
class D(dict):
    def __missing__(self, k):
        return k * 2
d = D(a=1)
print(d['a'], d['zz'], dict(d))
