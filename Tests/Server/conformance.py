"""Holds the server to its description: schemathesis sends it what openapi.yaml allows, and what not."""

import subprocess
import sys

from serving import TOKEN, Server

EXAMPLES = sys.argv[1] if len(sys.argv) > 1 else "100"


def run(server, *options):
    # Tokens are given, so that all there is can be reached; their refusal is tested elsewhere.
    return subprocess.run([
        "schemathesis", "run", server.address + "/openapi.yaml", "--url", server.address,
        "--header", f"Authorization: Bearer {TOKEN}", "--max-examples", EXAMPLES, "--seed", "7",
        "--warnings", "off",
        *options,
    ]).returncode


adapters = ("--adapter", "openai-moderations", "--adapter", "perspective")
with Server(*adapters, token=TOKEN) as server:
    most = run(server, "--exclude-path", "/v1/extract", "--exclude-checks", "ignored_auth")
    # No schema can say which bytes are a document.
    documents = run(
        server, "--include-path", "/v1/extract",
        "--exclude-checks", "ignored_auth,positive_data_acceptance",
    )
    alive = server.get("/healthz")[0] == 200
sys.exit(most or documents or (0 if alive else 1))
