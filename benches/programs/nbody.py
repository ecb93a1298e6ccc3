"""Five bodies under gravity, 20,000 steps: loops over elements of arrays, and square roots."""
import math
import time

import numpy as np


def advance(pos, vel, mass, dt, steps):
    n = len(mass)
    for _ in range(steps):
        for i in range(n):
            for j in range(i + 1, n):
                dx = pos[i, 0] - pos[j, 0]
                dy = pos[i, 1] - pos[j, 1]
                dz = pos[i, 2] - pos[j, 2]
                square = dx * dx + dy * dy + dz * dz
                mag = dt / (square * math.sqrt(square))
                mi = mass[i] * mag
                mj = mass[j] * mag
                vel[i, 0] -= dx * mj
                vel[i, 1] -= dy * mj
                vel[i, 2] -= dz * mj
                vel[j, 0] += dx * mi
                vel[j, 1] += dy * mi
                vel[j, 2] += dz * mi
        for i in range(n):
            for k in range(3):
                pos[i, k] += dt * vel[i, k]


def energy(pos, vel, mass):
    total = 0.0
    n = len(mass)
    for i in range(n):
        total += 0.5 * mass[i] * (vel[i, 0] ** 2 + vel[i, 1] ** 2 + vel[i, 2] ** 2)
        for j in range(i + 1, n):
            dx = pos[i, 0] - pos[j, 0]
            dy = pos[i, 1] - pos[j, 1]
            dz = pos[i, 2] - pos[j, 2]
            total -= mass[i] * mass[j] / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def bodies():
    year = 365.24
    sun = 4 * math.pi * math.pi
    pos = np.array([
        [0.0, 0.0, 0.0],
        [4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
        [8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
        [12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
        [15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
    ])
    vel = np.array([
        [0.0, 0.0, 0.0],
        [0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023],
        [-0.00276742510726411, 0.00499852801234917238, 0.0000230417297573763929],
        [0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556],
        [0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870],
    ]) * year
    share = np.array([1.0, 0.000954791938424326609, 0.000285885980666130812, 0.0000436624404335156298, 0.0000515138902046611451])
    return pos, vel, share * sun


def run(steps):
    pos, vel, mass = bodies()
    advance(pos, vel, mass, 0.01, steps)
    return energy(pos, vel, mass)


start = time.perf_counter()
result = run(20_000)
seconds = time.perf_counter() - start
print(f"{result:.9f}", seconds)
