"""Writes each text of some JSON lines to a file of its own: what a fuzzer starts from.

    python3 seeds.py FOLDER-OR-FILE OUT
"""

import json
import pathlib
import sys

source, out = map(pathlib.Path, sys.argv[1:3])
files = sorted(source.rglob("*.jsonl")) if source.is_dir() else [source]
out.mkdir(parents=True, exist_ok=True)
written = 0
for file in files:
    for line in file.read_text(encoding="utf-8").splitlines():
        text = json.loads(line).get("text") if line.strip() else None
        if text:
            written += 1
            (out / f"seed-{written:05}").write_text(text, encoding="utf-8")
print(f"{written} seeds")
