"""What a failing command says: one message with file and remedy, and an exit code."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

import click

from extractors.errors import GuihuaError
from flows.errors import UNEXPECTED, exit_code

INTERRUPTED = 130  # what shells give a program that was ended by Ctrl-C
_log_folder: Path | None = None
_stop: Callable[[int, FrameType | None], None] | None = None


class ReaderGoneError(Exception):
    """Nobody reads on what a command prints."""


def log_to(folder: Path) -> None:
    """Keep the details of unexpected failures in this folder, once it is known to take files."""
    global _log_folder  # noqa: PLW0603 -- one command line a process
    _log_folder = folder


def stop_on_termination() -> None:
    """Take a request to end (`kill`, systemd) as Python takes Ctrl-C."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stop)


def stop_on_signals() -> None:
    """Take Ctrl-C and a request to end (`kill`, systemd) alike, and say at once that they were heard.

    The first ends the run in order: no further document, workers and server ended. A second one ends it as it is;
    workers and server notice by themselves that it is gone.
    """
    global _stop  # noqa: PLW0603 -- one command line a process
    heard = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal heard
        if heard:
            os._exit(INTERRUPTED)
        heard = True
        os.write(2, b"guihua: stopping; what was read is kept\n")  # a handler must not use what it may have interrupted
        raise KeyboardInterrupt

    _stop = stop
    still_stop_on_signals()


def still_stop_on_signals() -> None:
    """Where the command stops on signals, keep it so: Prefect puts a handler of its own around a flow."""
    if _stop and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _stop)
        signal.signal(signal.SIGTERM, _stop)


def answer(command: Callable[[], object]) -> int:
    """Do what a command says and return its exit code."""
    try:
        code = command()
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; nothing was published")
        return INTERRUPTED
    except (BrokenPipeError, ReaderGoneError):
        # `guihua extract FILE | head`: nobody reads on, and Python must not complain about it while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except GuihuaError as error:
        _say(str(error))
        return exit_code(error)
    except Exception as error:  # noqa: BLE001 -- the last place that can spare a person a traceback
        _say(f"failed by a defect of the program ({type(error).__name__}: {error}). Please report {_log(error)}")
        return UNEXPECTED


def _say(message: str) -> None:
    sys.stderr.write(f"guihua: {message}\n")


def _log(error: Exception) -> Path:
    """Write the traceback where a person can find it."""
    text = "".join(traceback.format_exception(error))
    if _log_folder is not None:
        path = _log_folder / "last-failure.log"
        with suppress(OSError):
            _log_folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return path
    handle, name = tempfile.mkstemp(prefix="guihua-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)
