"""Pictures of arrays."""

def svg_lines(x1: Any, y1: Any, x2: Any, y2: Any, max_n: int = 20) -> list[str]:
    """Lines between points as elements of SVG, at most `max_n`; the first and the last are thick.

    >>> from dask.array.svg import svg_lines
    >>> svg_lines([0], [0], [10], [1])
    ['  <line x1="0" y1="0" x2="10" y2="1" style="stroke-width:2" />']
    """
    n = len(x1)
    places = [int(at * (n - 1) / (max_n - 1)) for at in range(max_n)] if n > max_n else range(n)
    made = [f'  <line x1="{int(x1[at])}" y1="{int(y1[at])}" x2="{int(x2[at])}" y2="{int(y2[at])}" />' for at in places]
    thick = ' style="stroke-width:2" /'
    made[0] = made[0].replace(" /", thick)
    if n > 1:
        made[-1] = made[-1].replace(" /", thick)
    return made
