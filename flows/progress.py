"""How a run tells what it is doing, without knowing who listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Listener(Protocol):
    """Who hears what a run is doing."""

    def step(self, what: str) -> None:
        """A step begins, in words."""

    def begin(self, documents: int) -> None:
        """So many documents are going to be read."""

    def done(self, document_id: str, said: str, *, failed: bool) -> None:
        """A document is done; `said` is how it went."""


class Silence:
    """A listener that does not listen."""

    def step(self, what: str) -> None:
        """Hear nothing."""

    def begin(self, documents: int) -> None:
        """Hear nothing."""

    def done(self, document_id: str, said: str, *, failed: bool) -> None:
        """Hear nothing."""


_listener: ContextVar[Listener] = ContextVar("listener", default=Silence())  # noqa: B039 -- it holds no state


def heard_by() -> Listener:
    """Who listens to this run."""
    return _listener.get()


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Let a listener hear the runs of this context."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
