"""Puts the server under strain and prints what came of it, as JSON; see README.md."""

import argparse
import asyncio
import json
import os
import re
import resource
import signal
import socket
import subprocess
import time

from serving import Server, body, folder

CLEAN = "今天天气很好，我们去公园散步，晚上一起做饭。" * 4
FLAGGED = "姐妹们，大蒜能治新冠，快囤！" + CLEAN

SCRIPT = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [==[%s]==]
done = function(summary, latency)
  io.write(string.format('\\n{"p50": %%g, "p99": %%g, "p99.9": %%g, "failed": %%d}\\n',
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
"""
CONSTANT = SCRIPT.replace('wrk.method = "POST"', "").replace("wrk.body = [==[%s]==]", "")


def wrk(address, script, connections, seconds):
    """Runs wrk; latencies in milliseconds."""
    with folder() as path:
        name = os.path.join(path, "script.lua")
        with open(name, "w") as file:
            file.write(script)
        output = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", name, address],
            capture_output=True, text=True, check=True,
        ).stdout
    result = json.loads(output.strip().splitlines()[-1])
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)
    return {"per second": float(rate), **result}


def throughput(options):
    results = []
    with Server() as server:
        for connections in (1, 16, 64):
            constant = wrk(server.address + "/healthz", CONSTANT % (), connections, options.seconds)
            row = {"connections": connections, "constant": constant}
            for name, text in (("clean", CLEAN), ("flagged", FLAGGED)):
                script = SCRIPT % body([text])
                row[name] = wrk(server.address + "/v1/screen", script, connections, options.seconds)
                row[name]["ratio"] = round(row[name]["per second"] / constant["per second"], 3)
            results.append(row)
    return results


def memory(options):
    samples = []
    script = SCRIPT % body([CLEAN, FLAGGED])
    with Server() as server:
        for _ in range(options.minutes * 2):
            wrk(server.address + "/v1/screen", script, 64, 30)
            samples.append(server.resident)
    return {"resident MiB every 30 s": samples}


PACK = """trustscreen: 1
pack: turning
version: 2026.1.%d
guidance:
  source: {zh: 依据, en: A source}
rules:
  - id: word.%s
    category: false-remedy
    kind: cure
    severity: high
    find: {zh: %s}
    message: {zh: 不可信。, en: Do not trust it.}
    guidance: source
    examples:
      flag: |
        大家都说<<%s>>很好
"""


async def reload_load(server, path, seconds):
    """Screens from 16 connections while rules change each second; counts answers by their rules."""
    import aiohttp

    posts = body(["大家都说神药很好，仙丹也好"] * 20)
    counts = {"answers": 0, "failed": 0, "mixed": 0, "identities": set()}
    until = time.monotonic() + seconds

    async def ask(session):
        while time.monotonic() < until:
            try:
                async with session.post(
                    server.address + "/v1/screen", data=posts,
                    headers={"Content-Type": "application/json"},
                ) as answer:
                    value = await answer.json()
                    identity = json.dumps(value["identity"])
                    rules = {f["rule"] for r in value["results"] for f in r["report"]["findings"]}
                    identities = {json.dumps(r["report"]["identity"]) for r in value["results"]}
                    counts["mixed"] += identities != {identity} or len(rules) != 1
                    counts["identities"].add(identity)
                    counts["answers"] += 1
            except Exception:
                counts["failed"] += 1

    async def turn():
        number = 0
        while time.monotonic() < until:
            number += 1
            word = ("神药", "仙丹")[number % 2]
            text = "nonsense: [" if number % 5 == 0 else PACK % (number, number, word, word)
            with open(path + ".new", "w") as file:
                file.write(text)
            os.replace(path + ".new", path)
            server.process.send_signal(signal.SIGHUP)
            await asyncio.sleep(1)

    async with aiohttp.ClientSession() as session:
        await asyncio.gather(turn(), *(ask(session) for _ in range(16)))
    counts["identities"] = len(counts["identities"])
    return counts


def reload(options):
    with folder() as path:
        pack = os.path.join(path, "turning.yaml")
        with open(pack, "w") as file:
            file.write(PACK % (0, "0", "神药", "神药"))
        with Server("--packs", pack, "--set", "watch-interval=1") as server:
            result = asyncio.run(reload_load(server, pack, options.seconds * 3))
            _, metrics = server.get("/metrics")
            for name in ("engine_generation", "reload_failures_total"):
                result[name] = int(re.search(rf"trustscreen_{name} (\d+)", metrics).group(1))
    return result


async def overload_load(server, seconds):
    """Asks from eight times as many connections as requests may be under way, and counts answers."""
    import aiohttp

    posts = body([FLAGGED] * 50)
    counts = {"answered": 0, "told to wait": 0, "without Retry-After": 0, "failed": 0}
    waits = []
    until = time.monotonic() + seconds

    async def ask(session):
        while time.monotonic() < until:
            start = time.monotonic()
            try:
                async with session.post(
                    server.address + "/v1/screen", data=posts,
                    headers={"Content-Type": "application/json"},
                ) as answer:
                    value = await answer.json(content_type=None)
                    if answer.status == 200:
                        counts["answered"] += 1
                    elif answer.status == 429 and value.get("action") == "review":
                        counts["told to wait"] += 1
                        counts["without Retry-After"] += "Retry-After" not in answer.headers
                        waits.append(time.monotonic() - start)
                        # A second is what the server asks for; this asks sooner than it may.
                        await asyncio.sleep(0.05)
                    else:
                        counts["failed"] += 1
            except Exception:
                counts["failed"] += 1

    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(*(ask(session) for _ in range(64)))
    waits.sort()
    counts["ms until told, median"] = round(waits[len(waits) // 2] * 1000, 1) if waits else None
    return counts


def overload(options):
    with Server("--set", "requests=8") as server:
        result = asyncio.run(overload_load(server, options.seconds))
        result["resident MiB"] = server.resident
        result["alive"] = server.get("/healthz")[0] == 200
    return result


async def stop_load(server):
    """Asks over connections that are new each time, and stops the server in the midst of it."""
    posts = body([FLAGGED] * 20).encode()
    head = (
        "POST /v1/screen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(posts)}\r\nConnection: close\r\n\r\n"
    ).encode()
    counts = {"answered": 0, "refused": 0, "lost": 0}
    stopped = False

    async def ask():
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            except OSError:
                counts["refused"] += 1
                return
            try:
                writer.write(head + posts)
                await writer.drain()
                answer = await reader.read()
                ok = answer.startswith(b"HTTP/1.1 200") and answer.rstrip().endswith(b"}")
                counts["answered" if ok else "lost"] += 1
            except OSError:
                counts["lost"] += 1
            finally:
                writer.close()
            if stopped and counts["refused"]:
                return

    async def end():
        nonlocal stopped
        await asyncio.sleep(2)
        server.process.send_signal(signal.SIGTERM)
        stopped = True

    await asyncio.gather(end(), *(ask() for _ in range(32)))
    return counts


def stop(options):
    with Server() as server:
        result = asyncio.run(stop_load(server))
    result["exit status"] = server.process.returncode
    return result


def slow(options):
    """Bad senders; a good one is answered meanwhile."""
    results = {}
    limits = ["--set", "idle-seconds=3", "--set", "body-seconds=3"]
    with Server(*limits) as server:
        def connect(data):
            peer = socket.create_connection(("127.0.0.1", server.port))
            peer.settimeout(20)
            peer.sendall(data)
            return peer

        head = b"POST /v1/screen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        silent = [connect(b"POST /v1/screen HT") for _ in range(200)]
        dripping = [connect(head + b"Content-Length: 1000\r\n\r\n") for _ in range(200)]
        start = time.monotonic()
        statuses, worst, open_peers = {}, 0, list(dripping)
        while open_peers and time.monotonic() - start < 15:
            for peer in list(open_peers):
                try:
                    peer.sendall(b" ")
                except OSError:
                    open_peers.remove(peer)
            before = time.monotonic()
            status, _ = server.get("/healthz")
            worst = max(worst, time.monotonic() - before)
            statuses[status] = statuses.get(status, 0) + 1
            time.sleep(0.5)
        results["dripping senders cut off after seconds"] = round(time.monotonic() - start, 1)
        answers = [peer.recv(64)[:12].decode() for peer in silent[:5]]
        results["silent senders are told"] = answers
        results["others meanwhile"] = {"statuses": statuses, "slowest ms": round(worst * 1000, 1)}

        def told(data):
            peer = connect(data)
            answer = peer.recv(4096)
            peer.close()
            return answer[:12].decode()

        deep = b"[" * 500_000
        results["deep JSON"] = told(head + b"Content-Length: %d\r\n\r\n" % len(deep) + deep)
        bad = b'{"items":["\xff\xfe"]}'
        results["bad UTF-8"] = told(head + b"Content-Length: %d\r\n\r\n" % len(bad) + bad)
        results["announced as huge"] = told(head + b"Content-Length: 99999999999\r\n\r\n")
        results["no HTTP"] = told(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")
        results["resident MiB"] = server.resident
        peer = connect(head + b"Transfer-Encoding: chunked\r\n\r\n")
        sent = 0
        try:
            while sent < 1 << 28:
                peer.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")
                sent += 65536
        except OSError:
            pass
        results["body without end, MiB taken"] = round(sent / (1 << 20), 1)
        results["resident MiB after it"] = server.resident
        results["alive"] = server.get("/healthz")[0] == 200
    return results


def idle(options):
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    wanted = min(10_000, hard - 200)
    with Server("--set", "idle-seconds=300") as server:
        before = server.resident
        peers = []
        for number in range(wanted):
            # Of several addresses, as one has too few ports for more.
            peer = socket.socket()
            peer.connect(("127.0.0.1", server.port))
            peers.append(peer)
        time.sleep(2)
        rate = wrk(server.address + "/v1/screen", SCRIPT % body([CLEAN]), 16, options.seconds)
        _, metrics = server.get("/metrics")
        count = int(re.search(r"trustscreen_connections_open (\d+)", metrics).group(1))
        after = server.resident
        for peer in peers:
            peer.close()
        time.sleep(2)
        end = server.resident
    return {
        "connections": count, "resident MiB before": before, "with them": after,
        "KiB each": round((after - before) * 1024 / wanted, 1), "after them": end,
        "screening meanwhile": rate,
    }


PARTS = {
    "throughput": throughput, "memory": memory, "reload": reload, "overload": overload, "stop": stop,
    "slow": slow, "idle": idle,
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--minutes", type=int, default=10)
    chosen = parser.parse_args()
    for part in chosen.only or PARTS:
        print(json.dumps({part: PARTS[part](chosen)}, ensure_ascii=False, indent=2), flush=True)
