"""YAML that people write, read strictly: no tags, no aliases, no key twice, dates stay text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

MAX_BYTES = 64 * 1024
"""A description of a document is a page at most; more is a mistake or an attack."""


class YamlError(ValueError):
    """Why a YAML file cannot be taken, in words for its author."""


class _Loader(yaml.SafeLoader):
    """SafeLoader without timestamps (`published: 2021-03-13` is text) and without aliases (billion laughs)."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise YamlError(f"line {self.event_line()}: aliases (*name) are not allowed")
        return super().compose_node(parent, index)

    def event_line(self) -> int:
        """1-based line of the event that comes next."""
        return int(self.peek_event().start_mark.line) + 1  # type: ignore[no-untyped-call]

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag == "tag:yaml.org,2002:merge":
                raise YamlError(f"line {key.start_mark.line + 1}: a key must be a plain word")
            if key.value in seen:
                raise YamlError(f"line {key.start_mark.line + 1}: the key '{key.value}' stands twice")
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_mapping(path: Path, *, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """Read a file that must hold one mapping with words as keys.

    Raises:
        YamlError: if it is too large, not UTF-8, not YAML, or not one mapping; says the line where it can.
        OSError: if it cannot be opened.
    """
    with path.open("rb") as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise YamlError(f"has more than {max_bytes // 1024} kB, which no description needs")
    try:
        text = data.decode("utf-8-sig")
        value = yaml.load(text, Loader=_Loader)  # noqa: S506 -- a SafeLoader, made stricter
    except UnicodeDecodeError as error:
        raise YamlError(f"is not UTF-8 (byte {error.start})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        raise YamlError(f"is not YAML: {where}{getattr(error, 'problem', None) or 'cannot be parsed'}") from error
    except RecursionError as error:
        raise YamlError("is nested too deeply") from error
    except ValueError as error:
        if isinstance(error, YamlError):
            raise
        raise YamlError(f"holds a value that YAML cannot take: {error}") from error
    if value is None:
        raise YamlError("is empty")
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise YamlError("must hold 'key: value' lines")
    return value
