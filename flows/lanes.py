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
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

import psutil

from flows.sparing import spare_pandas

P = ParamSpec("P")
T = TypeVar("T")


class WorkerDiedError(Exception):
    """The worker process ended before it had an answer (killed, out of memory, a crash in native code)."""


class WorkerTooSlowError(Exception):
    """The worker took longer than its time limit and was ended."""


class Lanes:
    """A number of worker processes, started when first needed and kept for the next document."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pools: set[ProcessPoolExecutor] = set()
        self._free: queue.LifoQueue[ProcessPoolExecutor | None] = queue.LifoQueue()
        for _ in range(count):
            self._free.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
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
        """
        pool = self._free.get() or self._open()
        keep: ProcessPoolExecutor | None = pool
        try:
            return pool.submit(function, *args, **kwargs).result(timeout=seconds)
        except BrokenProcessPool as error:
            keep = None
            raise WorkerDiedError from error
        except TimeoutError as error:
            keep = None
            _end(pool)
            raise WorkerTooSlowError from error
        except BaseException:
            _end(pool)
            keep = None
            raise
        finally:
            if keep is None:
                self._pools.discard(pool)
                pool.shutdown(wait=False, cancel_futures=True)
            self._free.put(keep)

    def _open(self) -> ProcessPoolExecutor:
        # spawn, not fork: the parent runs threads of Prefect and Arrow, whose locks a fork would copy as held.
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(1, mp_context=context, initializer=_begin)
        self._pools.add(pool)
        return pool


def _begin() -> None:
    """Begin a worker: light, and not outliving a run that was killed (its queue would keep it waiting for ever)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the run itself ends its workers
    spare_pandas()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    """End a pool's processes with all their children."""
    for process in list((pool._processes or {}).values()):
        with contextlib.suppress(psutil.NoSuchProcess):
            parent = psutil.Process(process.pid)
            for child in [*parent.children(recursive=True), parent]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    child.kill()
