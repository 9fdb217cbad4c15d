from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from flows.lanes import Lanes, WorkerDiedError, WorkerTooSlowError


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
