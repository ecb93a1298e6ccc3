# Keyword arguments were compared with all before them; a repeated one names the first.
print(1, 2, sep='', end='', sep='')
