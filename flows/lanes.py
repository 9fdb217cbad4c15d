"""Worker processes, each in a lane of its own, so that one that dies or hangs takes only its document along.

`ProcessPoolExecutor` breaks as a whole when one of its processes dies. Here every lane is a pool of one process:
a document that kills it breaks that lane alone, and the next document gets a new one.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from time import monotonic
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

import psutil

from flows.sparing import spare_numpy, spare_pandas

P = ParamSpec("P")
T = TypeVar("T")

_GLANCE = 0.02
"""Seconds between two looks at a worker's memory; it can take some 50 MB between them."""

_STOPS = (signal.SIGINT, signal.SIGTERM)

_LEFT_OVER = 0.25
"""Share of the memory limit above which a worker is not kept: the next document must not pay for the last one's."""


class WorkerDiedError(Exception):
    """The worker process ended before it had an answer (killed, out of memory, a crash in native code)."""


class WorkerTooSlowError(Exception):
    """The worker took longer than its time limit and was ended."""


class WorkerTooLargeError(Exception):
    """The worker took more memory than its limit and was ended."""


class LanesClosedError(Exception):
    """The run was broken off: this worker was ended with it, or is not started any more. No document is to blame."""


class Lanes:
    """A number of worker processes, started when first needed and kept for the next document.

    Memory is watched from here, as what is resident. A limit that the system enforces (RLIMIT_AS) counts address
    space, of which Arrow and the PDF engines reserve gigabytes that they never touch; and a library whose allocation
    fails may go on with half a page.

    Args:
        count: How many processes.
        megabytes: How much memory each may take; null for as much as it likes.
        arrow: Whether they write tables, which pays for what `spare_pandas` costs.
    """

    def __init__(self, count: int, megabytes: float | None = None, *, arrow: bool = True) -> None:
        self.count = count
        self.megabytes = megabytes
        self._arrow = arrow
        self._closed = False
        self._pools: set[ProcessPoolExecutor] = set()
        self._free: queue.LifoQueue[ProcessPoolExecutor | None] = queue.LifoQueue()
        for _ in range(count):
            self._free.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True  # first of all: what waits for a worker must not start another one
        for pool in list(self._pools):
            if kind is not None:
                _end(pool)  # the run was broken off: nobody waits for what still works
            pool.shutdown(wait=kind is None, cancel_futures=True)

    def run(self, seconds: float | None, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function in a worker process and wait for it; callable from several threads at once.

        Args:
            seconds: How long it may take, by the clock on the wall; null for as long as it likes.
            function: An importable function; it, its arguments and its answer are pickled.
            *args: Its arguments.
            **kwargs: Its keyword arguments.

        Raises:
            WorkerDiedError: if the process died.
            WorkerTooSlowError: if it was ended for its time limit.
            WorkerTooLargeError: if it was ended for its memory limit.
            LanesClosedError: if the run was broken off.
        """
        pool = self._free.get() or self._open()
        keep: ProcessPoolExecutor | None = pool
        workers: list[BaseProcess] = []
        try:
            self._check_open()
            with _shielded():
                future = pool.submit(function, *args, **kwargs)
            workers = list((pool._processes or {}).values())
            answer = self._watched(pool, future, seconds)
        except BrokenProcessPool as error:
            keep = None
            self._check_open()
            raise WorkerDiedError(_cause(workers)) from error
        except BaseException:
            _end(pool)
            keep = None
            raise
        else:
            if self.megabytes is not None and _resident_mb(pool) > self.megabytes * _LEFT_OVER:
                _end(pool)
                keep = None
            return answer
        finally:
            if keep is None:
                self._pools.discard(pool)
                pool.shutdown(wait=False, cancel_futures=True)
            self._free.put(keep)

    def _watched(self, pool: ProcessPoolExecutor, future: Future[T], seconds: float | None) -> T:
        """Wait for an answer while the worker keeps its limits."""
        deadline = None if seconds is None else monotonic() + seconds
        while True:
            self._check_open()
            left = _GLANCE if deadline is None else min(_GLANCE, deadline - monotonic())
            if wait([future], timeout=max(left, 0)).done:
                return future.result()
            if self.megabytes is not None and _resident_mb(pool) > self.megabytes:
                raise WorkerTooLargeError
            if deadline is not None and monotonic() >= deadline:
                raise WorkerTooSlowError

    def _check_open(self) -> None:
        if self._closed:
            raise LanesClosedError

    def _open(self) -> ProcessPoolExecutor:
        # spawn, not fork: the parent runs threads of Prefect and Arrow, whose locks a fork would copy as held.
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(1, mp_context=context, initializer=_begin, initargs=(self._arrow,))
        self._pools.add(pool)
        return pool


@contextlib.contextmanager
def _shielded() -> Iterator[None]:
    """Start processes that do not hear Ctrl-C before they can say that they ignore it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(arrow: bool) -> None:
    """Begin a worker: light, and not outliving a run that was killed (its queue would keep it waiting for ever)."""
    for stop in _STOPS:
        signal.signal(stop, signal.SIG_IGN)  # they may reach all processes; the run itself ends its workers
    spare_numpy()
    if arrow:
        spare_pandas()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _family(pool: ProcessPoolExecutor) -> list[psutil.Process]:
    """A pool's processes with all their children, which come first."""
    family: list[psutil.Process] = []
    for process in list((pool._processes or {}).values()):
        with contextlib.suppress(psutil.NoSuchProcess):
            parent = psutil.Process(process.pid)
            family += [*parent.children(recursive=True), parent]
    return family


def _cause(workers: list[BaseProcess]) -> str:
    """What ended a worker: the signal's name, else its exit code."""
    for worker in workers:
        worker.join(1)
        code = worker.exitcode
        # The pool itself sends SIGTERM to what it finds broken, and may be quicker than the first signal.
        if code is not None and code != -signal.SIGTERM:
            return signal.Signals(-code).name if -code in set(signal.Signals) else f"exit code {code}"
    return "cause unknown"


def _resident_mb(pool: ProcessPoolExecutor) -> float:
    """What a pool's process has in memory; readers start no processes, so children are not looked for."""
    total = 0
    for process in list((pool._processes or {}).values()):
        with contextlib.suppress(psutil.NoSuchProcess):
            total += psutil.Process(process.pid).memory_info().rss
    return total / 1e6


def _end(pool: ProcessPoolExecutor) -> None:
    """End a pool's processes with all their children."""
    for process in _family(pool):
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
