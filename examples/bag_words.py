"""Words in a folder of text: a bag of lines, one partition a file, counted in the partitions and merged in a tree."""
import os
import shutil
import dask.bag as db

folder = '/tmp/rdask-example-words'
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)

# Some text to count: each file has verses of its own.
verses = [
    'the wind was a torrent of darkness among the gusty trees',
    'the moon was a ghostly galleon tossed upon cloudy seas',
    'the road was a ribbon of moonlight over the purple moor',
    'and the highwayman came riding riding riding',
    'the highwayman came riding up to the old inn door',
]
for number in range(6):
    with open(f'{folder}/part-{number}.txt', 'w') as file:
        for repeat in range(200):
            file.write(verses[(number + repeat * 3) % len(verses)] + '\n')

lines = db.read_text(folder + '/*.txt')
words = lines.str.strip().str.split().flatten()
print(lines.npartitions, 'files,', lines.count().compute(), 'lines,', words.count().compute(), 'words')

counts = words.frequencies()
print(counts)
for word, count in counts.topk(5, key=1).compute():
    print(f'{word:12} {count:5}')

by_length = words.foldby(len, lambda total, word: total + 1, 0, lambda a, b: a + b, 0)
for length, count in sorted(by_length.compute()):
    print(length, '#' * (count // 100))

longest = words.distinct().topk(3, key=len)
print('longest:', ', '.join(sorted(longest.compute())))
starts = words.filter(lambda word: len(word) > 3).map(lambda word: word[0]).frequencies(sort=True)
print(starts.take(4))
shutil.rmtree(folder)
