"""A reader who has had enough is no failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "sources" / "sample-plan-en-txt.txt"


@pytest.mark.parametrize("options", [["--explain"], [], ["--format", "csv"]])
def test_output_that_nobody_reads_on_ends_quietly(options: list[str]) -> None:
    command = [sys.executable, "-m", "flows", "extract", str(SAMPLE), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(60) == 0


def test_a_command_of_this_process_ends_quietly_too() -> None:
    command = [sys.executable, "-m", "flows", "sources", str(SAMPLE.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(60) == 0
