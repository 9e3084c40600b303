"""Starts and stops the server under test."""

import json
import os
import re
import signal
import subprocess
import tempfile
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("TRUSTSCREEN_PROGRAM", os.path.join(ROOT, ".build/release/trustscreen"))
TOKEN = "a-token-for-tests-only"


class Server:
    """A server on a free port of this machine; stopped at the end of `with`."""

    def __init__(self, *arguments, token=None):
        self.arguments = arguments
        self.token = token

    def __enter__(self):
        environment = dict(os.environ)
        if self.token:
            environment["TRUSTSCREEN_TOKEN"] = self.token
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--set", "log-level=warning", *self.arguments],
            stderr=subprocess.PIPE, text=True, env=environment,
        )
        line = self.process.stderr.readline()
        found = re.search(r":(\d+)/", line)
        if not found:
            raise SystemExit(f"the server did not start: {line}{self.process.stderr.read()}")
        self.port = int(found.group(1))
        self.address = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self.errors = self.process.stderr.read()

    @property
    def resident(self):
        """Resident memory in MiB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            kib = re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)
        return round(int(kib) / 1024, 1)

    def get(self, path, timeout=10):
        with urllib.request.urlopen(self.address + path, timeout=timeout) as answer:
            return answer.status, answer.read().decode()


def body(texts):
    """The body of a request to screen texts."""
    items = [{"id": str(number), "fields": {"text": text}} for number, text in enumerate(texts)]
    return json.dumps({"items": items}, ensure_ascii=False)


def folder():
    return tempfile.TemporaryDirectory(prefix="trustscreen-")
