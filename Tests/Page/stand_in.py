"""Serves the draft page and answers it by `trustscreen check`, so that the page can be tried without the server.

    python3 Tests/Page/stand_in.py --program .build/release/trustscreen --port 8790
"""

import argparse
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "TrustServer" / "Page"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
LARGEST = 1 << 20  # bytes of a request's body


class Problem(Exception):
    """An answer that is not 200, in the form of RFC 9457."""

    def __init__(self, status, detail):
        super().__init__(detail)
        self.status = status
        self.detail = detail


class Words(html.parser.HTMLParser):
    """The text of a page."""

    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)


def screen(program, request):
    """What `POST /v1/screen` answers."""
    results = []
    for item in request["items"]:
        text = item["fields"]["text"].encode("utf-8", "surrogatepass")
        run = subprocess.run(
            [program, "check", "-", "--format", "json"], input=text, capture_output=True, timeout=30, check=False
        )
        if run.returncode not in (0, 1, 3):
            raise Problem(500, run.stderr.decode())
        report = json.loads(run.stdout)
        report["id"] = item["id"]
        action = "review" if report["findings"] or report["completeness"]["status"] != "complete" else "allow"
        results.append({"id": item["id"], "action": action, "because": [], "report": report})
    return {"schema": "trustscreen.screen/1", "results": results, "identity": results[0]["report"]["identity"]}


def extract(name, body):
    """What `POST /v1/extract` answers; a plain reading that is enough for trying the page."""
    ending = pathlib.PurePosixPath(name.lower()).suffix
    if ending == ".docx":
        try:
            document = zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml").decode()
        except (zipfile.BadZipFile, KeyError) as error:
            raise Problem(422, "this is no Word document") from error
        paragraphs = document.split("</w:p>")
        text = "\n".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", paragraph)) for paragraph in paragraphs)
        return {"text": text.strip(), "format": "docx"}
    if ending not in (".txt", ".md", ".srt", ".vtt", ".html"):
        raise Problem(415, f"files named *{ending} are not read")
    text = body.decode("utf-8", "replace")
    if ending in (".srt", ".vtt"):
        lines = [line for line in text.splitlines() if not re.match(r"^(\d+|WEBVTT.*|.*-->.*)?$", line)]
        text = "\n".join(lines)
    if ending == ".html":
        words = Words()
        words.feed(text)
        text = "".join(words.parts)
    return {"text": text, "format": ending[1:]}


class Handler(BaseHTTPRequestHandler):
    """One request."""

    program = ""

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path).path
        file = PAGE / ("index.html" if path == "/" else path.lstrip("/"))
        if file.parent != PAGE or not file.is_file():
            self.answer(404, b"", "text/plain")
        else:
            self.answer(200, file.read_bytes(), TYPES[file.suffix] + "; charset=utf-8")

    def do_POST(self):
        url = urllib.parse.urlsplit(self.path)
        try:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length)
            if length > LARGEST:
                raise Problem(413, "the body is larger than 1 MiB")
            if url.path == "/v1/screen":
                value = screen(self.program, json.loads(body))
            elif url.path == "/v1/extract":
                value = extract(urllib.parse.parse_qs(url.query)["name"][0], body)
            else:
                raise Problem(404, "there is nothing here")
            self.answer(200, json.dumps(value).encode(), "application/json")
        except Problem as problem:
            value = {"type": "about:blank", "status": problem.status, "detail": problem.detail}
            self.answer(problem.status, json.dumps(value).encode(), "application/problem+json")

    def answer(self, status, body, kind):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Drafts are nobody's business."""


def serve(program, port=0):
    """A server on this machine, not yet running."""
    handler = type("Handler", (Handler,), {"program": program})
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=shutil.which("trustscreen") or ".build/release/trustscreen")
    parser.add_argument("--port", type=int, default=8790)
    options = parser.parse_args()
    server = serve(options.program, options.port)
    print(f"http://127.0.0.1:{server.server_address[1]}/", file=sys.stderr)
    server.serve_forever()


if __name__ == "__main__":
    main()
