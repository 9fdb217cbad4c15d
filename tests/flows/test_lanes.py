from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from flows.lanes import Lanes, WorkerDiedError, WorkerTooLargeError, WorkerTooSlowError


def double(number: int) -> int:
    return 2 * number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise ValueError("in the worker")


def test_a_worker_that_dies_takes_nobody_along() -> None:
    with Lanes(2) as lanes, ThreadPoolExecutor(2) as threads:
        killed = threads.submit(lanes.run, None, die)
        others = [threads.submit(lanes.run, None, double, number) for number in range(4)]
        with pytest.raises(WorkerDiedError):
            killed.result()
        assert [other.result() for other in others] == [0, 2, 4, 6]


def test_one_that_takes_too_long_is_ended() -> None:
    with Lanes(1) as lanes:
        lanes.run(None, double, 1)
        started = time.monotonic()
        with pytest.raises(WorkerTooSlowError):
            lanes.run(0.2, time.sleep, 60)
        assert time.monotonic() - started < 20
        assert lanes.run(None, double, 21) == 42


def test_an_error_comes_through() -> None:
    with Lanes(1) as lanes, pytest.raises(ValueError, match="in the worker"):
        lanes.run(None, fail)


def heavy_modules() -> list[str]:
    import sys

    import flows.seen
    import flows.worker
    import schemas.arrow

    assert flows.seen
    assert flows.worker
    schemas.arrow.table("sections", [])
    return sorted({"pandas", "prefect", "great_expectations", "rich", "click"} & set(sys.modules))


def test_a_worker_imports_nothing_heavy() -> None:
    with Lanes(1) as lanes:
        assert lanes.run(None, heavy_modules) == []


def test_no_process_stays_behind() -> None:
    before = {p.pid for p in psutil.Process().children(recursive=True)}
    with Lanes(1) as lanes:
        assert lanes.run(None, double, 1) == 2
    after = {p.pid for p in psutil.Process().children(recursive=True) if "resource_tracker" not in str(p.cmdline())}
    assert after <= before


def hoard(megabytes: int) -> int:
    """Take memory piece by piece, as a reader does that never lets go of its pages."""
    held = []
    for _ in range(megabytes):
        held.append(b"x" * 1_000_000)
        time.sleep(0.0005)
    return len(held)


def hang_with_a_child(note: str) -> None:
    import subprocess
    import sys
    from pathlib import Path

    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(120)"])
    Path(note).write_text(str(child.pid))
    time.sleep(120)


def pid() -> int:
    return os.getpid()


def test_one_that_takes_too_much_memory_is_ended() -> None:
    with Lanes(1, megabytes=300) as lanes:
        lanes.run(None, double, 1)
        with pytest.raises(WorkerTooLargeError):
            lanes.run(60, hoard, 3000)
        assert lanes.run(None, double, 21) == 42


def test_memory_that_is_only_reserved_does_not_count() -> None:
    with Lanes(1, megabytes=300) as lanes:
        assert lanes.run(60, reserve, 4000) == 4000


def reserve(megabytes: int) -> int:
    import mmap

    with mmap.mmap(-1, megabytes * 1_000_000) as reserved:
        time.sleep(0.1)
        return len(reserved) // 1_000_000


def test_a_worker_that_kept_much_memory_does_not_read_the_next_document() -> None:
    with Lanes(1, megabytes=400) as lanes:
        first = lanes.run(None, pid)
        assert lanes.run(None, pid) == first
        lanes.run(None, keep_for_good, 200)
        assert lanes.run(None, pid) != first


_kept: list[bytes] = []


def keep_for_good(megabytes: int) -> None:
    _kept.append(b"x" * megabytes * 1_000_000)


def test_the_children_of_a_worker_end_with_it(tmp_path: Path) -> None:
    note = tmp_path / "child"
    with Lanes(1) as lanes:
        lanes.run(None, double, 1)  # the worker is there, so that the limit is the child's alone
        with pytest.raises(WorkerTooSlowError):
            lanes.run(5, hang_with_a_child, str(note))
    deadline = time.monotonic() + 10
    child = int(note.read_text())
    while psutil.pid_exists(child) and psutil.Process(child).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_what_ended_a_worker_is_told() -> None:
    with Lanes(1) as lanes, pytest.raises(WorkerDiedError, match=r"SIGABRT|unknown"):
        lanes.run(None, os.abort)
