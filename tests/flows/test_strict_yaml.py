from __future__ import annotations

from pathlib import Path

import pytest

from flows.strict_yaml import YamlError, load_mapping


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "a.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_dates_stay_text(tmp_path: Path) -> None:
    assert load_mapping(written(tmp_path, "published: 2021-03-13\n")) == {"published": "2021-03-13"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("just words", "key: value"),
        ("- a\n- b\n", "key: value"),
        ("a: [1, 2\n", "line 2"),
        ("a: 1\na: 2\n", "'a' stands twice"),
        ("a: !!python/object/apply:os.getcwd []\n", "line 1"),
        ("a: &x [1]\nb: *x\n", "aliases"),
        ("a: {b: 1, <<: {c: 2}}\n", "plain word"),
        (b"title: \xff\xfe\n", "UTF-8"),
        ("a: " + "[" * 5000 + "\n", "YAML|deeply"),
        ("a: " + "x" * 70_000, "64 kB"),
        ("1: a\n", "key: value"),
    ],
)
def test_what_is_no_plain_mapping_is_refused_in_words(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(YamlError, match=said):
        load_mapping(written(tmp_path, text))


def test_a_yaml_bomb_does_not_go_off(tmp_path: Path) -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    with pytest.raises(YamlError, match="aliases"):
        load_mapping(written(tmp_path, "\n".join(lines)))
