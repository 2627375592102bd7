"""A git server over https on loopback, for tests: git's own `git http-backend` behind Python's http.server.

usage: git-server.py CERTIFICATE KEY REPOSITORIES LOG

Prints its port, serves until its standard input ends, and writes a line for every request to LOG:
the method, the path, and `login` where one came along. The first part of a path says how it is answered:

  open       as git does                   private    after a login as ann, canary-secret-7
  moved      301 to open, same host        away       301 to private on 127.0.0.1, another name
  plain      301 to open over http         hang       never
  forbidden  403                           stall      half a pack and then nothing, while NAME.stall exists
  port/N     301 to private at port N      hop/N      the same, after a login
"""

import base64
import http.server
import os
import ssl
import subprocess
import sys
import threading

CERTIFICATE, KEY, REPOSITORIES, LOG = sys.argv[1:]
LOGIN = "Basic " + base64.b64encode(b"ann:canary-secret-7").decode()
stopped = threading.Event()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        # The handshake happens here, on the thread of the connection.
        self.request = context.wrap_socket(self.request, server_side=True)
        super().setup()

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        self.answer(self.body())

    def body(self):
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def answer(self, body):
        login = self.headers.get("Authorization")
        with open(LOG, "a") as log:
            log.write(f"{self.command} {self.path}{' login' if login else ''}\n")
        way, _, rest = self.path.lstrip("/").partition("/")
        port = self.server.server_port
        if way in ("private", "hop") and login != LOGIN:
            self.reply(401, [("WWW-Authenticate", 'Basic realm="git"')])
        elif way == "moved":
            self.reply(301, [("Location", f"https://localhost:{port}/open/{rest}")])
        elif way == "away":
            self.reply(301, [("Location", f"https://127.0.0.1:{port}/private/{rest}")])
        elif way == "plain":
            self.reply(301, [("Location", f"http://localhost:{port}/open/{rest}")])
        elif way in ("port", "hop"):
            other, _, rest = rest.partition("/")
            self.reply(301, [("Location", f"https://localhost:{other}/private/{rest}")])
        elif way == "forbidden":
            self.reply(403, [])
        elif way == "hang":
            stopped.wait()
        else:
            self.backend(rest, body, stall=way == "stall" and self.is_stalled(rest))

    def is_stalled(self, path):
        mark = os.path.join(REPOSITORIES, path.split("/")[0] + ".stall")
        return self.command == "POST" and os.path.exists(mark)

    def backend(self, rest, body, stall):
        path, _, query = rest.partition("?")
        variables = {
            "PATH": os.environ["PATH"],
            "GIT_PROJECT_ROOT": REPOSITORIES,
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": REPOSITORIES,
            "PATH_INFO": "/" + path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "REMOTE_ADDR": "127.0.0.1",
        }
        # Repositories of tests may belong to another user than the server's in a container.
        command = ["git", "-c", "safe.directory=*", "http-backend"]
        run = subprocess.run(command, env=variables, input=body, capture_output=True, check=False)
        head, _, content = run.stdout.partition(b"\r\n\r\n")
        headers = [tuple(line.split(": ", 1)) for line in head.decode().split("\r\n") if line]
        status = dict(headers).get("Status", "200 OK").split()[0]
        self.reply(int(status), [pair for pair in headers if pair[0] != "Status"], content, stall)

    def reply(self, status, headers, content=b"", stall=False):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if stall:
            self.wfile.write(content[: len(content) // 2])
            self.wfile.flush()
            stopped.wait()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        # Clients that do not trust the certificate, and those that are killed, hang up.
        pass


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERTIFICATE, KEY)
server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
stopped.set()
os._exit(0)
