"""fastavro and Dask read what rdask writes, and rdask what fastavro writes: `python tests/avro.py --rdask target/debug/rdask`"""

import argparse
import datetime
import glob
import os
import subprocess
import sys
import tempfile
import uuid

import dask
import dask.bag as db
import fastavro

RECORDS = '''
import datetime
import uuid

UTC = datetime.timezone.utc
plain = {"name": "Plain", "namespace": "a.b", "doc": "all kinds", "type": "record", "fields": [
    {"name": "none", "type": "null"}, {"name": "truth", "type": "boolean"}, {"name": "small", "type": "int"},
    {"name": "large", "type": "long"}, {"name": "single", "type": "float"}, {"name": "double", "type": "double"},
    {"name": "bytes", "type": "bytes"}, {"name": "text", "type": "string"},
    {"name": "list", "type": {"type": "array", "items": ["null", "long", "string"]}},
    {"name": "map", "type": {"type": "map", "values": {"type": "array", "items": "double"}}},
    {"name": "word", "type": {"type": "enum", "name": "Word", "symbols": ["A", "B"]}},
    {"name": "again", "type": "Word"},
    {"name": "pair", "type": {"type": "fixed", "name": "Pair", "size": 2}},
    {"name": "tree", "type": ["null", {"type": "record", "name": "Tree", "fields": [
        {"name": "value", "type": "int"}, {"name": "below", "type": {"type": "array", "items": "Tree"}}]}]},
    {"name": "given", "type": "int", "default": 7}]}
moments = {"name": "Moments", "type": "record", "fields": [
    {"name": "date", "type": {"type": "int", "logicalType": "date"}},
    {"name": "millis", "type": {"type": "int", "logicalType": "time-millis"}},
    {"name": "micros", "type": {"type": "long", "logicalType": "time-micros"}},
    {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
    {"name": "about", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}]},
    {"name": "here", "type": {"type": "long", "logicalType": "local-timestamp-micros"}},
    {"name": "id", "type": {"type": "string", "logicalType": "uuid"}}]}

def one(i):
    tree = None if i % 3 == 0 else {"value": i, "below": [{"value": -i, "below": []}] * (i % 4)}
    made = {"none": None, "truth": i % 2 == 0, "small": i * 7919 - 40000, "large": (-3) ** (i % 39), "single": i / 4,
            "double": i / 7, "bytes": bytes([i % 256, 0, 255]), "text": "z\u00e4hl " + str(i), "list": [None, i, "x" * (i % 5)],
            "map": {"k" + str(j): [j / 2] * j for j in range(i % 4)}, "word": "AB"[i % 2], "again": "BA"[i % 2],
            "pair": bytes([i % 256, 1]), "tree": tree, "given": i}
    if i % 5 == 0:
        del made["given"]
    return made

def moment(i):
    at = datetime.datetime(1969, 12, 31, 23, 59, 58, 123456) + datetime.timedelta(seconds=i * 86399.5, microseconds=i)
    whole = at.replace(microsecond=at.microsecond // 1000 * 1000)
    return {"date": at.date(), "millis": whole.time(), "micros": at.time(), "at": at.replace(tzinfo=UTC),
            "about": None if i % 2 else whole.replace(tzinfo=UTC), "here": at, "id": uuid.UUID(int=i * 10 ** 30)}
'''

WRITE = RECORDS + '''
import dask.bag as db

for codec in ["null", "deflate", "bzip2", "xz"]:
    db.range(500, npartitions=3).map(one).to_avro(f"plain.{codec}.*.avro", plain, codec=codec, sync_interval=2000)
    db.range(500, npartitions=2).map(moment).to_avro(f"moments.{codec}.*.avro", moments, codec=codec, metadata={"by": "us"})
'''

READ = RECORDS + '''
import sys
import dask.bag as db

def filled(i):
    made = one(i)
    made["given"] = made.get("given", 7)
    return made

wanted = {"plain": [filled(i) for i in range(500)], "moments": [moment(i) for i in range(500)]}
for name in sys.argv[1:]:
    for size in [None, 100_000_000, 5000, 777]:
        found = db.read_avro(name, blocksize=size).compute()
        if found != wanted[name.split(".")[0]]:
            print(name, size, len(found))
print("read")
'''


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rdask", required=True)
    rdask = os.path.abspath(parser.parse_args().rdask)
    scope = {}
    exec(RECORDS, scope)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        done = subprocess.run([rdask, "-c", WRITE], capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        wrong = []
        dask.config.set(scheduler="sync")
        for kind, make in [("plain", scope["one"]), ("moments", scope["moment"])]:
            wanted = [make(i) for i in range(500)]
            for record in wanted:
                if kind == "plain":
                    record.setdefault("given", 7)
            for codec in ["null", "deflate", "bzip2", "xz"]:
                found = []
                for path in sorted(glob.glob(f"{kind}.{codec}.*.avro")):
                    with open(path, "rb") as file:
                        found.extend(fastavro.reader(file))
                if found != wanted or db.read_avro(f"{kind}.{codec}.*.avro", blocksize=3000).compute() != wanted:
                    wrong.append(f"{kind}.{codec}")
                with open(f"{kind}.theirs.{codec}", "wb") as file:
                    fastavro.writer(file, scope[{"plain": "plain", "moments": "moments"}[kind]], wanted, codec, sync_interval=900)
        theirs = sorted(glob.glob("*.theirs.*"))
        with open("read.rd", "w") as file:
            file.write(READ)
        done = subprocess.run([rdask, "read.rd", *theirs], capture_output=True, text=True)
        if done.stdout != "read\n":
            wrong.append(done.stdout + done.stderr)
        os.chdir("/")
    if wrong:
        sys.exit("read otherwise: " + ", ".join(wrong))
    print(f"{len(theirs)} kinds of files agree")


main()
