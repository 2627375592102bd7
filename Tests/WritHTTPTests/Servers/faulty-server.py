"""A server with faults on loopback, for tests of the transport: raw sockets, so that it can break every rule.

usage: faulty-server.py FOLDER

FOLDER holds the certificates NAME.pem and NAME.key. Prints a line with `NAME=PORT` for each of them, and for `plain`
and `proxy`; serves until its standard input ends. `proxy` takes CONNECT for any host and speaks TLS for it itself.

The first part of a path says what happens:

  ok          200 with a body that tells method, path, headers and body of the request
  status/N    N                             header/NAME/VALUE  200 with that header, 302 with a Location;
                                            SECRET in it is written `canary`
  empty       200 without a body            slow-head          never an answer
  slow-body   half a body and then nothing  slow-parts         a byte of the head, and so on, for ever
  cut-head    half a head, closed           cut-body           half a body, closed
  cut-chunk   half a chunk, closed          drop               closed without an answer
  big/N       N bytes of body               chunks/N           the same in chunks
  heads/N     N bytes of headers            folded             a header on two lines
  text        what is no HTTP               interim            103 before the 200
  trailers/N  chunks with N bytes of headers after them
  flaky/K/N   503 for the first K times that the path is asked for, with `Retry-After: N` unless that is 0; then 200
  lost/K      done, but closed without an answer, for the first K times; then 200
  late/K      200, but only after `release/K` was asked for
  extra       200, and behind it an answer that nobody asked for
  log/WORD    200, with a line for every request so far whose path holds WORD: method, path, number of the connection
              and of the request on it
"""

import os
import re
import socket
import ssl
import sys
import threading
import urllib.parse

FOLDER = sys.argv[1]
lock = threading.Lock()
stopped = threading.Event()
log = []
times = {}
released = {}
connections = 0


class Closed(Exception):
    pass


def read_request(stream):
    # Whoever speaks TLS here is answered at once.
    if stream.peek(1)[:1] == b"\x16":
        raise Closed()
    line = stream.readline(100_000).decode("latin-1")
    if not line:
        raise Closed()
    method, target, _ = line.split(" ", 2)
    headers = []
    while (line := stream.readline(100_000).decode("utf-8", "replace")) not in ("\r\n", ""):
        name, _, value = line.rstrip("\r\n").partition(":")
        headers.append((name, value.strip()))
    length = int(dict((n.lower(), v) for n, v in headers).get("content-length", 0))
    return method, target, headers, stream.read(length)


def reply(wire, status, headers=(), body=b"", length=None):
    head = f"HTTP/1.1 {status} Word\r\n" + "".join(f"{n}: {v}\r\n" for n, v in headers)
    wire.sendall((head + f"Content-Length: {len(body) if length is None else length}\r\n\r\n").encode() + body)


def count(path):
    with lock:
        times[path] = times.get(path, 0) + 1
        return times[path]


def release(key):
    with lock:
        return released.setdefault(key, threading.Event())


def answer(wire, method, target, headers, body):
    """Answers; False closes the connection."""
    way, _, rest = target.split("?")[0].lstrip("/").partition("/")
    first, _, second = rest.partition("/")
    if way == "ok":
        told = (f"{method} {target}\n" + "".join(f"{n}: {v}\n" for n, v in headers) + "\n").encode() + body
        reply(wire, 200, [("X-Request-Id", "id-1")], b"" if method == "HEAD" else told, length=len(told))
    elif way == "status":
        reply(wire, first, [("X-Request-Id", "id-1")], b"no")
    elif way == "header":
        value = urllib.parse.unquote(urllib.parse.unquote(second)).replace("SECRET", "canary")
        reply(wire, 200 if first != "Location" else 302, [(first, value)])
    elif way == "empty":
        reply(wire, 200)
    elif way == "slow-head":
        stopped.wait()
    elif way == "slow-body":
        reply(wire, 200, [("X-Request-Id", "id-1")], b"half", length=8)
        stopped.wait()
    elif way == "slow-parts":
        wire.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not stopped.wait(0.02):
            wire.sendall(b"a")
    elif way == "cut-head":
        wire.sendall(b"HTTP/1.1 200 OK\r\nX-Request-Id: id-1\r\nX-Cu")
        return False
    elif way == "cut-body":
        reply(wire, 200, [("X-Request-Id", "id-1")], b"half", length=8)
        return False
    elif way == "cut-chunk":
        wire.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nhalf")
        return False
    elif way == "drop":
        return False
    elif way == "big":
        reply(wire, 200, [], b"x" * int(first))
    elif way == "chunks":
        wire.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        left = int(first)
        while left > 0:
            size = min(left, 1000)
            wire.sendall(f"{size:x}\r\n".encode() + b"x" * size + b"\r\n")
            left -= size
        wire.sendall(b"0\r\n\r\n")
    elif way == "heads":
        left = int(first)
        wire.sendall(b"HTTP/1.1 200 OK\r\nX-Request-Id: id-1\r\n")
        while left > 0:
            wire.sendall(b"X-Many: " + b"x" * 90 + b"\r\n")
            left -= 100
        wire.sendall(b"Content-Length: 0\r\n\r\n")
    elif way == "trailers":
        wire.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n")
        wire.sendall(b"X-Late: late\r\n" + b"X-Many: 1234567890\r\n" * (int(first) // 20) + b"\r\n")
    elif way == "folded":
        wire.sendall(b"HTTP/1.1 200 OK\r\nX-Fold: one\r\n two\r\nContent-Length: 0\r\n\r\n")
    elif way == "text":
        wire.sendall(b"220 mail.example ESMTP\r\n")
        return False
    elif way == "interim":
        wire.sendall(b"HTTP/1.1 103 Early Hints\r\nX-Early: yes\r\n\r\n")
        reply(wire, 200, [("X-Late", "yes")], b"done")
    elif way == "flaky":
        if count(target) <= int(first):
            seconds = second.split("/")[0]
            reply(wire, 503, [("Retry-After", seconds)] if seconds != "0" else [], b"later")
        else:
            reply(wire, 200, [], b"at last")
    elif way == "lost":
        if count(target) <= int(first):
            return False
        reply(wire, 200, [], b"found")
    elif way == "late":
        release(first).wait()
        reply(wire, 200, [], b"too late")
    elif way == "release":
        release(first).set()
        reply(wire, 200)
    elif way == "extra":
        wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nownHTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nanother")
    elif way == "log":
        with lock:
            lines = [line for line in log if urllib.parse.unquote(rest) in line]
        reply(wire, 200, [], "\n".join(lines).encode())
    else:
        reply(wire, 404)
    return True


def serve(wire):
    global connections
    with lock:
        connections += 1
        number = connections
    stream = wire.makefile("rb")
    turn = 0
    while True:
        request = read_request(stream)
        turn += 1
        if not request[1].startswith("/log/"):
            with lock:
                log.append(f"{request[0]} {request[1]} {number} {turn}")
        if not answer(wire, *request):
            return


def serve_proxy(wire):
    stream = wire.makefile("rb")
    method, target, headers, _ = read_request(stream)
    login = dict(headers).get("Proxy-Authorization", "none")
    with lock:
        log.append(f"{method} {target} proxy {login} {' '.join(sorted(n for n, _ in headers))}")
    if target.startswith("refused."):
        reply(wire, 403)
        return
    wire.sendall(b"HTTP/1.1 200 Established\r\nX-Request-Id: of-the-proxy\r\n\r\n")
    serve(contexts["good"].wrap_socket(wire, server_side=True))


def listen(name, context):
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)

    def accept():
        while True:
            wire, _ = listener.accept()
            threading.Thread(target=run, args=(wire,), daemon=True).start()

    def run(wire):
        try:
            if context:
                wire = context.wrap_socket(wire, server_side=True)
            (serve_proxy if name == "proxy" else serve)(wire)
        except (OSError, Closed, ValueError):
            # Clients hang up, and those that do not trust the certificate do so at once.
            pass
        finally:
            try:
                # An answer that was cut ends like that too: at once, and cleanly for TLS.
                if isinstance(wire, ssl.SSLSocket):
                    wire.unwrap()
            except (OSError, ValueError):
                pass
            wire.close()

    threading.Thread(target=accept, daemon=True).start()
    return f"{name}={listener.getsockname()[1]}"


contexts = {}
for file in sorted(os.listdir(FOLDER)):
    if match := re.fullmatch(r"([a-z0-9]+)\.pem", file):
        if os.path.exists(f"{FOLDER}/{match[1]}.key") and match[1] != "authority":
            contexts[match[1]] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            contexts[match[1]].load_cert_chain(f"{FOLDER}/{match[1]}.pem", f"{FOLDER}/{match[1]}.key")
old = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
old.load_cert_chain(f"{FOLDER}/good.pem", f"{FOLDER}/good.key")
old.set_ciphers("DEFAULT:@SECLEVEL=0")
old.minimum_version = ssl.TLSVersion.TLSv1_1
old.maximum_version = ssl.TLSVersion.TLSv1_1
ports = [listen(name, context) for name, context in [*contexts.items(), ("old", old), ("plain", None), ("proxy", None)]]
print(" ".join(ports), flush=True)
sys.stdin.read()
stopped.set()
os._exit(0)
