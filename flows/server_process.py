"""The process of our own Prefect server: `python -m flows.server_process PORT`.

It ends when its standard input does. The command that started it holds the other end, so the server goes when the
command goes, also when that was killed and could end nothing itself.
"""

from __future__ import annotations

import sys
import threading

import uvicorn

_HOST = "127.0.0.1"
_APPLICATION = "prefect.server.api.server:create_app"


def serve(port: int) -> None:
    """Serve Prefect's API on this machine alone until the starter is gone or asks for the end."""
    settings = uvicorn.Config(_APPLICATION, factory=True, host=_HOST, port=port, lifespan="on", log_level="error")
    server = uvicorn.Server(settings)
    threading.Thread(target=_end_with_the_starter, args=(server,), daemon=True).start()
    server.run()


def _end_with_the_starter(server: uvicorn.Server) -> None:
    sys.stdin.buffer.read()  # nothing is ever written; it returns when the other end is closed
    server.should_exit = True


if __name__ == "__main__":
    serve(int(sys.argv[1]))
