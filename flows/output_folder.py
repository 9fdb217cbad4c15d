"""The output folder of a run: it must take what the run writes, and one run holds it at a time."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flows.errors import OutputHeldError
from publishers.storage import folder, writing

_PROBE_BYTES = 4 * 1024 * 1024
"""What even a small run needs for parts and Prefect's database; less room is told before the work, not after."""


def check_writable(state: Path) -> None:
    """Make sure that the output can be written.

    Raises:
        UsageError: with what is in the way (a file, rights, a full disk, a limit on file sizes) and the remedy.
    """
    folder(state)
    probe = state / f".probe-{os.getpid()}"
    with writing(state.parent):
        try:
            probe.write_bytes(b"\0" * _PROBE_BYTES)
        except OSError as error:
            error.filename = None  # a person chose the output, and knows nothing of the file that tries it
            raise
        finally:
            with suppress(OSError):
                probe.unlink(missing_ok=True)


@contextmanager
def held(state: Path) -> Iterator[None]:
    """Hold an output folder; the system lets go of it when the process ends, however it ends.

    Raises:
        OutputHeldError: if another run holds it; says which.
        UsageError: if the lock cannot be written.
    """
    from filelock import FileLock, Timeout

    folder(state)
    lock, note = state / "run.lock", state / "run.holder.json"
    guard = FileLock(lock, timeout=0)
    with writing(lock):
        lock.touch()
    try:
        guard.acquire()
    except Timeout as error:
        raise OutputHeldError(
            f"another run{_holder(note)} holds this output",
            file=str(state.parent),
            remedy="Wait until it ends, or choose another --output",
        ) from error
    try:
        with writing(note):
            note.write_text(json.dumps({"process": os.getpid(), "host": socket.gethostname()}), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        guard.release()


def _holder(note: Path) -> str:
    try:
        holder = json.loads(note.read_text(encoding="utf-8"))
        return f" (process {holder['process']} on {holder['host']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
