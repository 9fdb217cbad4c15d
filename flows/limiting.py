"""Work on one file in a process that keeps limits of time and memory, and what is said when it breaks them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from extractors.errors import ReadError
from flows.failing import answer
from flows.lanes import Lanes, WorkerDiedError, WorkerTooLargeError, WorkerTooSlowError
from flows.worker import MEMORY_REMEDY


@contextmanager
def limits_told(file: str, seconds: float, megabytes: float | None) -> Iterator[None]:
    """Turn what ends a worker into an error of the file that it was reading.

    Raises:
        ReadError: if the worker was too slow, grew too large or died.
    """
    try:
        yield
    except WorkerTooSlowError as error:
        what = f"reading it took more than {seconds:g} s"
        remedy = "Look into the file, or raise --time-limit"
        raise ReadError("timed_out", what, file=file, remedy=remedy) from error
    except WorkerTooLargeError as error:
        what = f"reading it took more than {megabytes:g} MB of memory"
        raise ReadError("out_of_memory", what, file=file, remedy=MEMORY_REMEDY) from error
    except WorkerDiedError as died:
        remedy = "Look for what ended it (memory, a limit), try another --reader, or run again"
        raise ReadError("failed", f"the process that read it died ({died})", file=file, remedy=remedy) from died


def answer_within(file: str, seconds: float, megabytes: float, command: Callable[[], object], *, arrow: bool) -> int:
    """Carry out a command on a file in a process of its own, which says what it has to say; its exit code.

    Args:
        file: The file, as the person named it.
        seconds: How long it may take.
        megabytes: How much memory it may take.
        command: What can be sent to a process, as a `partial` of an importable function.
        arrow: Whether it writes tables.

    Raises:
        ReadError: if it breaks a limit or dies.
    """
    with limits_told(file, seconds, megabytes), Lanes(1, megabytes, arrow=arrow) as lanes:
        return lanes.run(seconds, _answered, command)


def _answered(command: Callable[[], object]) -> int:
    code = answer(command)
    sys.stderr.flush()
    return code
