"""What tests of several packages share: one Prefect server for the whole session, on this machine only."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

PREFECT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
}


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that runs while the session does; tests that use it share one xdist group."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("prefect")
    environment = {**os.environ, **PREFECT, "PREFECT_HOME": str(home)}
    environment.pop("PREFECT_API_URL", None)
    command = [str(Path(sys.executable).with_name("prefect")), "server", "start", "--no-ui", "--port", str(port)]
    log = home / "server.log"
    with log.open("wb") as said:
        server = subprocess.Popen(
            [*command, "--host", "127.0.0.1"], env=environment, stdout=said, stderr=subprocess.STDOUT
        )
    try:
        address = f"http://127.0.0.1:{port}/api"
        _wait_for(address, server, log)
        yield address
    finally:
        family = [*psutil.Process(server.pid).children(recursive=True), psutil.Process(server.pid)]
        server.terminate()
        _, alive = psutil.wait_procs(family, timeout=15)
        for process in alive:
            process.kill()
        server.wait(timeout=15)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:  # noqa: S310 -- http on this machine
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"Prefect's server did not start: {log.read_text(errors='replace')[-2000:]}")
