"""Prefect's server outlives nobody, however its starter ended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from flows.local_server import _environment, _free_port


def test_ends_when_the_starter_is_gone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "flows.server_process", str(_free_port())]
    with subprocess.Popen(command, env=_environment(tmp_path), stdin=subprocess.PIPE) as server:
        assert server.stdin is not None
        server.stdin.close()  # as the system does when a process is killed
        assert server.wait(timeout=180) == 0
