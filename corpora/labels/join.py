#!/usr/bin/env python3
"""Join the measuring set's labels with their texts, which this project does not distribute.

    python3 join.py SOURCES measuring.zh.jsonl [measuring.en.jsonl ...] > joined.jsonl

SOURCES is a folder holding <dataset>.jsonl files, one record a line with at least "id" and "text".
Each label finds its text by dataset and id; the text must have the label's sha256 (the first 16 hex digits of the
hash of its UTF-8 bytes). Records go to standard output in the format of the labelling guide, with the text and each
finding's own words added. Where two readers differ on the verdict, it becomes "uncheckable". Anything wrong goes to standard error, and the exit status is 1.

An optional development script: standard library only, and no part of the program.
"""

import argparse
import hashlib
import json
import pathlib
import sys

KINDS = {
    "false-remedy": {"cure", "prevention", "detection", "avoidance"},
    "stigmatising-language": {"naming", "blame", "dehumanising", "exclusion", "labelling"},
    "unverified-claim": {"rumour", "debunked", "overclaim"},
}
VERDICTS = {"flag", "pass", "uncheckable"}
STANCES = {"asserts", "refutes", "asks", "reports", "condemns", "off-topic"}


def records(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except json.JSONDecodeError as error:
                    raise SystemExit(f"{path}:{number}: {error}")


def join(label, text, keeps_disputed):
    """The joined record; raises ValueError when label and text do not fit."""
    if hashlib.sha256(text.encode("utf-8")).hexdigest()[:16] != label["sha256"]:
        raise ValueError("another text: sha256 differs")
    if label["verdict"] not in VERDICTS or label["stance"] not in STANCES:
        raise ValueError("unknown verdict or stance")
    if (label["verdict"] == "flag") != bool(label["findings"]):
        raise ValueError("findings belong to flagged posts, and every flagged post has one")
    if label["second"] not in VERDICTS:
        raise ValueError("unknown verdict of the second reader")
    if label["second"] != label["verdict"] and not keeps_disputed:
        label = {**label, "verdict": "uncheckable", "findings": []}
    findings, last = [], 0
    for finding in label["findings"]:
        start, end = finding["start"], finding["end"]
        if finding["kind"] not in KINDS.get(finding["category"], ()):
            raise ValueError(f"unknown kind {finding['category']}/{finding['kind']}")
        # Python indexes strings by Unicode scalars, as the labels do.
        if not last <= start < end <= len(text):
            raise ValueError(f"bad span {start}..<{end}")
        last = end
        findings.append({**finding, "text": text[start:end]})
    return {"id": label["id"], "dataset": label["dataset"], "lang": label["lang"], "text": text,
            "verdict": label["verdict"], "stance": label["stance"], "findings": findings}


def main():
    parser = argparse.ArgumentParser(description="Join labels with the texts they were made on.")
    parser.add_argument("sources", type=pathlib.Path, help="folder with <dataset>.jsonl files")
    parser.add_argument("labels", type=pathlib.Path, nargs="+", help="label files, e.g. measuring.zh.jsonl")
    parser.add_argument("--with", dest="labelled", type=pathlib.Path, nargs="+", default=[],
                        help="labelled posts with texts, of which the measuring half is added: those whose id's "
                             "SHA-256 begins with an odd byte")
    parser.add_argument("--keep-disputed", action="store_true",
                        help="give the first reader's verdict where the second's differs, instead of “uncheckable”")
    options = parser.parse_args()

    labels = [record for path in options.labels for record in records(path)]
    wanted = {}
    for label in labels:
        wanted.setdefault(label["dataset"], set()).add(label["id"])

    texts, faults = {}, []
    for dataset, ids in sorted(wanted.items()):
        path = options.sources / f"{dataset}.jsonl"
        if not path.is_file():
            faults.append(f"{dataset}: no file {path}")
            continue
        for record in records(path):
            if record["id"] in ids:
                texts[record["id"]] = record["text"]

    seen, written = set(), 0
    sys.stdout.reconfigure(encoding="utf-8")
    for label in labels:
        identity = label["id"]
        try:
            if identity in seen:
                raise ValueError("id used twice")
            seen.add(identity)
            if identity not in texts:
                raise ValueError("no text with this id")
            print(json.dumps(join(label, texts[identity], options.keep_disputed), ensure_ascii=False))
            written += 1
        except ValueError as error:
            faults.append(f"{identity}: {error}")

    for path in options.labelled:
        for record in records(path):
            if hashlib.sha256(record["id"].encode("utf-8")).digest()[0] % 2:
                print(json.dumps(record, ensure_ascii=False))

    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{written} of {len(labels)} labels joined", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
