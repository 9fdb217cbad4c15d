"""Ctrl-C and `kill` end a run at once, blame no document and publish nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flows.failing import still_stop_on_signals, stop_on_signals
from flows.lanes import Lanes, LanesClosedError

CHAPTER = "Chapter {n} Roads\n\nThe county will build {n} kilometers of roads by 2025. We will plant {n} trees.\n\n"


def nap(note: str) -> None:
    Path(note).touch()
    time.sleep(60)


def test_lanes_that_are_closed_end_their_workers_and_start_none(tmp_path: Path) -> None:
    note = tmp_path / "working"
    started = time.monotonic()
    with ThreadPoolExecutor(3) as threads:
        with pytest.raises(KeyboardInterrupt), Lanes(1) as lanes:
            waiting = [threads.submit(lanes.run, None, nap, str(note)) for _ in range(3)]
            while not note.exists():
                time.sleep(0.02)
            raise KeyboardInterrupt
        for one in waiting:
            with pytest.raises(LanesClosedError):
                one.result()
    assert time.monotonic() - started < 30


def test_a_run_that_is_told_to_stop_stops(folder: Path, output: Path, describe: Callable[..., Path]) -> None:
    for name in "abc":
        describe(name, "Plan of Willow County\n\n" + "".join(CHAPTER.format(n=n) for n in range(1, 120)))
    command = [sys.executable, "-m", "flows", "run", "--sources", str(folder), "--output", str(output)]
    run = subprocess.Popen(
        [*command, "--without-prefect", "--workers", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    said = []
    assert run.stdout is not None
    for line in run.stdout:
        said.append(line)
        if line.startswith("[1/3]"):
            os.killpg(run.pid, signal.SIGINT)
    assert run.wait(30) == 130
    after = "".join(said).split("[1/3]")[1]
    assert "guihua: stopping; what was read is kept" in after
    assert "guihua: stopped; nothing was published" in after
    assert "[2/3]" not in after
    assert "died" not in after
    assert not (output / "latest.json").exists()
    assert len(list((output / ".state" / "parts").iterdir())) == 1


@pytest.fixture
def handlers() -> Iterator[None]:
    before = {stop: signal.getsignal(stop) for stop in (signal.SIGINT, signal.SIGTERM)}
    yield
    for stop, handler in before.items():
        signal.signal(stop, handler)


@pytest.mark.usefixtures("handlers")
def test_a_handler_that_prefect_put_in_its_place_gives_way(capfd: pytest.CaptureFixture[str]) -> None:
    assert threading.current_thread() is threading.main_thread()
    stop_on_signals()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    still_stop_on_signals()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
    assert "stopping" in capfd.readouterr().err
