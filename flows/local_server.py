"""A Prefect server of our own on this machine: a child process that lives no longer than the command.

The server that Prefect starts by itself has no scheduler, so a served flow would never run there; and it costs a
quarter more CPU, because the command then loads all of the server too.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import UsageError
from publishers.storage import folder, writing

if TYPE_CHECKING:
    from psutil import Process

_HOST = "127.0.0.1"
_SERVER = "flows.server_process"
_ENVIRONMENT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # its default is on
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_UI_ENABLED": "false",
}
_STARTING = 120
"""Seconds that it may take to start: 8 to 24 on a busy machine."""
_ENDING = 15
"""Seconds that it has to end by itself."""


@contextmanager
def local_server(home: Path, meanwhile: Callable[[str], object] | None = None) -> Iterator[str]:
    """Start a server, wait until it answers, and end it with all its children.

    Args:
        home: Where its database and its log go.
        meanwhile: What can be done while it starts, with its address.

    Yields:
        The address of its API, for `PREFECT_API_URL`.

    Raises:
        UsageError: if it does not start, or `home` cannot be written.
    """
    folder(home)
    log = home / "server.log"
    port = _free_port()
    command = [sys.executable, "-m", _SERVER, str(port)]
    with writing(log), log.open("wb") as said:
        # In a session of its own, so that Ctrl-C reaches the command first, which then ends the server in order.
        server = subprocess.Popen(
            command,
            env=_environment(home),
            stdin=subprocess.PIPE,  # closed by the system when this process is gone: the server's sign to end
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        address = f"http://{_HOST}:{port}/api"
        if meanwhile:
            meanwhile(address)
        _wait_for(address, server, log)
        yield address
    finally:
        _end(server)


def _environment(home: Path) -> dict[str, str]:
    environment = {**os.environ, **_ENVIRONMENT, "PREFECT_HOME": str(home.resolve())}
    environment.pop("PREFECT_API_URL", None)
    return environment


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((_HOST, 0))
        port: int = free.getsockname()[1]
    return port


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _STARTING
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:  # noqa: S310 -- http on this machine
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise UsageError(
        "Prefect's server did not start",
        file=str(log),
        remedy="Look into that file; or start a server yourself and name it in PREFECT_API_URL (docs/scheduling.md)",
    )


def _end(server: subprocess.Popen[bytes]) -> None:
    import psutil

    try:
        itself = psutil.Process(server.pid)
    except psutil.NoSuchProcess:
        return
    end_family(itself, *itself.children(recursive=True))
    server.wait(timeout=_ENDING)


def end_family(*family: Process) -> None:
    """Ask processes to end, and end by force those that do not listen."""
    import psutil

    for process in family:
        with suppress(psutil.NoSuchProcess):
            process.terminate()
    _, alive = psutil.wait_procs(family, timeout=_ENDING)
    for process in alive:
        with suppress(psutil.NoSuchProcess):
            process.kill()
