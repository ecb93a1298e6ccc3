class Celsius:
    def __get__(self, obj, owner):
        return "class" if obj is None else obj._f - 32

    def __set__(self, obj, value):
        obj._f = value + 32


class OnlyGet:
    def __get__(self, obj, owner):
        return "descriptor"


class Room:
    temp = Celsius()
    label = OnlyGet()

    def __init__(self):
        self.temp = 10

    @property
    def double(self):
        return self.temp * 2

    @double.setter
    def double(self, value):
        self.temp = value / 2


def look(room):
    return room.temp, room.double, room.label


r = Room()
for i in range(4):
    print(look(r), Room.temp)
    r.double = i * 3
    r.__dict__["label"] = i
    r.__dict__["temp"] = "hidden"
Room.label = "plain"
print(look(r))
Room.double = 7
print(look(r))
try:
    del Room.temp
    print(look(r))
except TypeError as e:
    print(e)


class Fixed:
    @property
    def x(self):
        return 1


f = Fixed()
for _ in range(2):
    try:
        f.x = 2
    except AttributeError as e:
        print(e)
print(f.x)
