"""Small pictures as SVG text: lines over an axis, and matrices of coloured cells. Used by the examples."""

WIDTH, HEIGHT, EDGE = 860, 300, 46


def _frame(title, below, left, body):
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="12">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
            f'<text x="{EDGE}" y="20" font-size="15">{title}</text>',
            f'<text x="{WIDTH // 2}" y="{HEIGHT - 8}" text-anchor="middle">{below}</text>',
            f'<text x="12" y="{HEIGHT // 2}" transform="rotate(-90 12 {HEIGHT // 2})" text-anchor="middle">{left}</text>',
        ]
        + body
        + ["</svg>", ""]
    )


def lines(path, title, below, left, series):
    """Lines over equally spaced positions; `series` is a list of (name, colour, values)."""
    values = [v for _, _, many in series for v in many]
    low, high = min(values), max(values)
    top, bottom = 34, HEIGHT - 40
    body = []
    for name in [low, (low + high) / 2, high]:
        y = bottom - (name - low) / (high - low) * (bottom - top)
        body.append(f'<line x1="{EDGE}" x2="{WIDTH - 10}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        body.append(f'<text x="{EDGE - 4}" y="{y + 4:.1f}" text-anchor="end">{name:.0f}</text>')
    for at, (name, colour, many) in enumerate(series):
        step = (WIDTH - 10 - EDGE) / max(len(many) - 1, 1)
        points = [
            f"{EDGE + i * step:.1f},{bottom - (v - low) / (high - low) * (bottom - top):.1f}" for i, v in enumerate(many)
        ]
        body.append(f'<polyline fill="none" stroke="{colour}" stroke-width="1.2" points="{" ".join(points)}"/>')
        body.append(f'<text x="{WIDTH - 150}" y="{20 + 15 * at}" fill="{colour}">{name}</text>')
    with open(path, "w") as f:
        f.write(_frame(title, below, left, body))


def cells(path, title, below, left, rows):
    """A matrix as coloured cells, the first row on top; the largest value is darkest."""
    top, bottom = 30, HEIGHT - 34
    high = max(max(row) for row in rows)
    wide, tall = (WIDTH - 10 - EDGE) / len(rows[0]), (bottom - top) / len(rows)
    body = []
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            shade = int(255 - 215 * value / high)
            if value > 0:
                body.append(
                    f'<rect x="{EDGE + c * wide:.1f}" y="{top + r * tall:.1f}" width="{wide + 0.3:.1f}" '
                    f'height="{tall + 0.3:.1f}" fill="rgb({shade},{shade},{255 - (255 - shade) // 3})"/>'
                )
    with open(path, "w") as f:
        f.write(_frame(title, below, left, body))
