"""OpenSSH's sshd on a free port of loopback, for tests: one `sshd -i` for every connection.

usage: ssh-server.py CONFIGURATION LOG

Prints its port and serves until its standard input ends. sshd itself cannot be asked for a free port.
"""

import os
import socket
import subprocess
import sys
import threading

CONFIGURATION, LOG = sys.argv[1:]


def serve():
    with open(LOG, "ab") as log:
        while True:
            connection, _ = listener.accept()
            with connection:
                subprocess.Popen(
                    ["/usr/sbin/sshd", "-i", "-e", "-f", CONFIGURATION],
                    stdin=connection,
                    stdout=connection,
                    stderr=log,
                )


listener = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=serve, daemon=True).start()
print(listener.getsockname()[1], flush=True)
sys.stdin.read()
os._exit(0)
