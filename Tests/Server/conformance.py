"""Holds the server to its description: schemathesis sends it what openapi.yaml allows, and what not."""

import subprocess
import sys

from serving import TOKEN, Server

# With a token, so that all there is can be reached.
with Server(token=TOKEN) as server:
    command = [
        "schemathesis", "run", server.address + "/openapi.yaml",
        "--url", server.address,
        "--header", f"Authorization: Bearer {TOKEN}",
        "--checks", "all",
        # Tokens are tested on their own; what the server takes beyond its description is its errors
        # for single items, which are answers.
        "--exclude-checks", "ignored_auth",
        "--max-examples", sys.argv[1] if len(sys.argv) > 1 else "100",
        "--seed", "7",
    ]
    status = subprocess.run(command).returncode
    alive = server.get("/healthz")[0] == 200
sys.exit(status or (0 if alive else 1))
