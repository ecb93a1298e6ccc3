"""Write a script of 5,000 lines that uses most of the language, for timing the checker: `long_script.py FILE`."""
import sys

BLOCK = '''
def compute_{i}(values, scale={i}):
    """Weigh the values of block {i}."""
    total = 0
    for index, value in enumerate(values):
        if value % 2 == 0 and index < {i} + 10:
            total += value * scale
        elif value > {i}:
            total -= index
        else:
            total = total ^ value
    return total, len(values)


class Record_{i}:
    def __init__(self, name, size={i}):
        self.name = name
        self.size = size

    def describe(self, width=12):
        return f"{{self.name:<{{width}}}}{{self.size:>6}}"


numbers_{i} = [n * {i} % 97 for n in range(20) if n != 3]
table_{i} = {{str(n): n ** 2 for n in numbers_{i}}}
total_{i}, count_{i} = compute_{i}(numbers_{i})
record_{i} = Record_{i}("block {i}", size=count_{i})
line_{i} = record_{i}.describe(width=16).strip()
'''


def generate(lines):
    out, i = [], 0
    while len(out) < lines:
        out.extend(BLOCK.format(i=i).splitlines())
        i += 1
    return "\n".join(out[:len(out)]) + "\n"


if __name__ == "__main__":
    with open(sys.argv[1], "w") as f:
        f.write(generate(5_000))
