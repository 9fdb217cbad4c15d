"""Rich's console, which takes a reader who has had enough, as in `guihua extract FILE | head`, for no failure."""

from __future__ import annotations

from typing import NoReturn

from rich.console import Console as RichConsole


class Console(RichConsole):
    """Leaves it to the command line what a closed pipe means."""

    def on_broken_pipe(self) -> NoReturn:
        """Say what happened, where rich would end the program with exit code 1."""
        raise BrokenPipeError
