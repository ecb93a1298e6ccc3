"""Objects: attributes, methods and operators of classes in a loop."""
import time


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, k):
        return Vector(self.x * k, self.y * k)

    def norm2(self):
        return self.x * self.x + self.y * self.y


class Particle:
    def __init__(self, position, speed):
        self.position = position
        self.speed = speed
        self.bounces = 0

    def step(self, dt):
        self.position = self.position + self.speed.scaled(dt)
        if self.position.norm2() > 100.0:
            self.speed = self.speed.scaled(-1.0)
            self.bounces += 1


def simulate(particles, steps):
    swarm = [Particle(Vector(i * 0.1, 0.0), Vector(1.0, i * 0.05)) for i in range(particles)]
    for _ in range(steps):
        for p in swarm:
            p.step(0.1)
    return sum(p.bounces for p in swarm), sum(p.position.norm2() for p in swarm)


start = time.perf_counter()
result = "%d-%.6f" % simulate(50, 5_000)
seconds = time.perf_counter() - start
print(result, seconds)
