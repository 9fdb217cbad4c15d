"""What tests of several packages share: one Prefect server for the whole session, on this machine only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from flows.local_server import local_server


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that runs while the session does; tests that use it share one xdist group."""
    with local_server(tmp_path_factory.mktemp("prefect")) as address:
        yield address
