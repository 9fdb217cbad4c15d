"""Great Expectations without what this project has no use for: no network, no progress bars, and a lighter import."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_SPARED = ("altair", "scipy.stats")
"""The engine imports these for two kinds of expectation about distributions; they are 40% of its import time and
80 MB, and no contract can state such an expectation."""


def load_engine() -> ModuleType:
    """The module `great_expectations`, imported once with its analytics off.

    Not at the top of a module: the import takes seconds, and the command line must answer at once.
    """
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    if "great_expectations" not in sys.modules:
        with _spared():
            importlib.import_module("great_expectations")
        # Its warnings repeat what results say, row by row.
        logging.getLogger("great_expectations").setLevel(logging.ERROR)
    return sys.modules["great_expectations"]


def quiet_context(engine: ModuleType) -> Any:  # noqa: ANN401 - the engine's types are not ours
    """A context that lives in memory, builds no pages and draws no progress bars."""
    types = importlib.import_module("great_expectations.data_context.types.base")
    stores = types.InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
    config = types.DataContextConfig(store_backend_defaults=stores, analytics_enabled=False)
    context = engine.get_context(mode="ephemeral", project_config=config)
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    return context


@contextmanager
def _spared() -> Iterator[None]:
    """Stand-ins for the spared modules while the engine is imported; using one imports the real module."""
    stand_ins = {name: _stand_in(name) for name in _SPARED if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _stand_in(name: str) -> ModuleType:
    module = ModuleType(name)

    def real(attribute: str) -> Any:  # noqa: ANN401 - whatever the real module holds
        if attribute.startswith("__"):
            # Import machinery and inspection look at every module; that is no use of it.
            raise AttributeError(attribute)
        if sys.modules.get(name) is module:
            del sys.modules[name]
        return getattr(importlib.import_module(name), attribute)

    module.__getattr__ = real  # type: ignore[method-assign]
    return module
