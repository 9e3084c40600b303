#!/usr/bin/env python3
"""What people use from Python instead: answers the benchmark's requests, one JSON object a line.

It is started by `bench`; nothing here has to be installed, and what is not is named as missing:

    pip install ahocorasick_rs daachorse hyperscan pyahocorasick spacy jieba

A request names an engine, files of phrases and of posts (one a line), how many posts to screen, and
how: `post` by post, or as one `block`, where Python's own share is small. With `dump`, a path, the
matches are written there and nothing is timed.
"""

import functools
import importlib
import importlib.metadata
import json
import sys
import time

PACKAGES = {
    "ahocorasick_rs": "ahocorasick_rs",
    "daachorse": "daachorse",
    "hyperscan": "hyperscan",
    "pyahocorasick": "ahocorasick",
    "spacy": "spacy",
    "jieba": "jieba",
}


@functools.lru_cache(maxsize=4)
def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return file.read().split("\n")[:-1]


@functools.lru_cache(maxsize=4)
def texts(path, count, mode):
    """The haystacks: posts, or all of them in one; as bytes too, made outside of the timing."""
    posts = lines(path)[:count]
    return posts if mode == "post" else ["\n".join(posts)]


@functools.lru_cache(maxsize=4)
def encoded(path, count, mode):
    return [text.encode() for text in texts(path, count, mode)]


# An engine is a function from phrases to a search, which answers overlapping matches of one text as
# (phrase, start, end) in the units of that text.


def ahocorasick_rs(phrases, language):
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick(phrases)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True), lambda m: m


def daachorse(phrases, language):
    from daachorse import CharwiseDoubleArrayAhoCorasick

    automaton = CharwiseDoubleArrayAhoCorasick(phrases)
    return automaton.find_overlapping, lambda m: (m[2], m[0], m[1])


def pyahocorasick(phrases, language):
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for index, phrase in enumerate(phrases):
        automaton.add_word(phrase, (index, len(phrase)))
    automaton.make_automaton()

    def found(match):
        last, (phrase, length) = match
        return phrase, last + 1 - length, last + 1

    return lambda text: list(automaton.iter(text)), found


def hyperscan(phrases, language):
    import hyperscan

    literals = [phrase.encode() for phrase in phrases]
    database = hyperscan.Database()
    database.compile(
        expressions=literals, ids=list(range(len(literals))), elements=len(literals), literal=True
    )

    def search(text):
        matches = []
        database.scan(text, lambda phrase, start, end, flags, context: matches.append((phrase, end)))
        return matches

    return search, lambda m: (m[0], m[1] - len(literals[m[0]]), m[1])


def spacy(phrases, language):
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank(language)
    matcher = PhraseMatcher(pipeline.vocab)
    matcher.add("phrases", [pipeline.make_doc(phrase) for phrase in phrases])
    return lambda text: matcher(pipeline.make_doc(text)), None


def jieba(phrases, language):
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return jieba.lcut, None


@functools.lru_cache(maxsize=12)
def built(name, path, language):
    """An engine, and the CPU time of making it; those of a contest are kept from round to round."""
    phrases = lines(path)
    start = time.thread_time_ns()
    search, found = globals()[name](phrases, language)
    return search, found, time.thread_time_ns() - start


def dump(path, posts, search, found, is_bytes):
    with open(path, "w", encoding="utf-8") as file:
        for index, post in enumerate(posts):
            for match in search(post.encode() if is_bytes else post):
                phrase, start, end = found(match)
                if not is_bytes:
                    start, end = (len(post[:place].encode()) for place in (start, end))
                file.write(f"{index} {phrase} {start} {end}\n")


def answer(request):
    name, mode = request["engine"], request["mode"]
    try:
        importlib.import_module(PACKAGES[name])
    except ImportError as error:
        return {"missing": str(error)}
    version = importlib.metadata.version(name)
    if "posts" not in request:
        return {"version": version}

    path, count = request["posts"], request["count"]
    search, found, build = built(name, request["phrases"], request["language"])
    is_bytes = name == "hyperscan"
    if "dump" in request:
        dump(request["dump"], texts(path, count, "post"), search, found, is_bytes)
        return {"version": version}

    haystacks = (encoded if is_bytes else texts)(path, count, mode)
    matches = 0
    start = time.thread_time_ns()
    for haystack in haystacks:
        matches += len(search(haystack))
    return {
        "ns": time.thread_time_ns() - start,
        "build": build,
        "matches": matches,
        "version": version,
    }


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
