"""How well tables of made pages are found: every style of ruling, drawn at random from a seed.

    python benchmarks/made_tables.py [--seed N] [--pages N] [--styles S ...] [--no-peer] [--keep DIR]

Draws pages with tables (benchmarks/made_layouts.py, made_pages.py), reads them as any PDF, and has the tables scored
by the reference scorer; likewise pdfplumber's on the same files. Then pages that hold none. Ends with 1 where a
figure falls short. Take a seed that was not looked at before for figures that say something.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pdfplumber
from made_layouts import STYLES
from made_pages import NONE, made_document, made_none
from tables import scored_cells

PROJECT = Path(__file__).resolve().parents[1]
SCORER = PROJECT.parent / "shared" / "bench" / "score_tables.py"
EXACT, F1 = 0.90, 0.98

sys.path.insert(0, str(PROJECT))


def read_tables(path: Path) -> list[dict[str, Any]]:
    """The file's tables as the project reads them, in the scorer's form."""
    from extractors.reading.pdf import read_pdf

    return [
        {
            "page": t.page,
            "rows": [],
            "cells": scored_cells(t.cells),
            "caption": t.caption,
            "heads": t.header_rows,
        }
        for t in read_pdf(path).tables
    ]


def plumber_tables(path: Path) -> list[dict[str, Any]]:
    """The same as pdfplumber finds them."""
    with pdfplumber.open(path) as pdf:
        return [{"page": p.page_number, "rows": rows} for p in pdf.pages for rows in p.extract_tables()]


def scorer() -> Any:
    """The reference scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_tables", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(str(SCORER))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _style(style: str, arguments: argparse.Namespace, path: Path, score: Any) -> bool:
    """Draw, read and score the pages of a style; whether a figure is too low."""
    truths: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    peer: dict[str, Any] = {}
    captions = heads = count = 0
    for number in range(arguments.pages):
        seed = arguments.seed * 10_000 + number
        data, tables, chosen = made_document(seed, style)
        path.write_bytes(data)
        stem = f"{style}-{seed}"
        spread = [t.truth(1, spread=True) for t in tables]
        truths[stem] = {"tables": [t.truth(1) for t in tables], "tables_alt": spread}
        ours[stem] = found = read_tables(path)
        if len(found) == len(tables):
            captions += sum(f["caption"] == c for f, c in zip(found, chosen["captions"], strict=True))
            heads += sum(f["heads"] == t.heads for f, t in zip(found, tables, strict=True))
        count += len(tables)
        if not arguments.no_peer:
            peer[stem] = plumber_tables(path)
        if arguments.keep:
            _keep(arguments.keep, stem, data, truths[stem], found, score, chosen)
    total, _ = score.score(truths, ours)
    line = f"{style:14} {total['adj']['doc_f1']:7.4f} {total['exact']['r']:6.3f} {captions / count:8.3f}"
    line += f" {heads / count:6.3f}"
    if peer:
        other, _ = score.score(truths, peer)
        line += f"   {other['adj']['doc_f1']:7.4f} {other['exact']['r']:6.3f}"
    print(line, flush=True)
    return bool(total["adj"]["doc_f1"] < F1 or total["exact"]["r"] < EXACT)


def main() -> int:
    """Print the figures; 1 where one is too low."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=60, help="pages a style")
    parser.add_argument("--styles", nargs="*", default=list(STYLES))
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder for the pages that were not read exactly")
    arguments = parser.parse_args()
    if not SCORER.exists():
        print(f"there is no {SCORER.relative_to(PROJECT.parent)}: nothing to measure with")
        return 1
    score = scorer()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        print(f"{'style':14} {'adj F1':>7} {'exact':>6} {'captions':>8} {'heads':>6}   pdfplumber: adj F1, exact")
        low = sum(_style(style, arguments, path, score) for style in arguments.styles)
        low += _none(arguments, path)
    return 1 if low else 0


def _none(arguments: argparse.Namespace, path: Path) -> int:
    """False tables on pages that have none."""
    wrong = peer = 0
    named: list[str] = []
    for kind in NONE:
        for number in range(max(arguments.pages // 3, 1)):
            seed = arguments.seed * 10_000 + number
            data = made_none(seed, kind)
            path.write_bytes(data)
            found = len(read_tables(path))
            wrong += found
            if found:
                named.append(f"{kind} {seed}")
                if arguments.keep:
                    arguments.keep.mkdir(parents=True, exist_ok=True)
                    (arguments.keep / f"none-{kind}-{seed}.pdf".replace(" ", "_")).write_bytes(data)
            peer += 0 if arguments.no_peer else len(plumber_tables(path))
    print(f"false tables on {len(NONE) * max(arguments.pages // 3, 1)} pages without: {wrong}   pdfplumber: {peer}")
    print(*named[:40], sep="\n")
    return wrong


def _keep(
    folder: Path, stem: str, data: bytes, truth: dict[str, Any], ours: list[dict[str, Any]], score: Any, chosen: Any
) -> None:
    """Write a page that was not read exactly, and what was wanted and read."""
    total, _ = score.score({stem: truth}, {stem: ours})
    if total["exact"]["r"] == 1.0 and total["adj"]["f1"] == 1.0:
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.pdf").write_bytes(data)
    (folder / f"{stem}.json").write_text(
        json.dumps({"truth": truth["tables"], "ours": ours, "chosen": chosen}, ensure_ascii=False), encoding="utf-8"
    )


if __name__ == "__main__":
    sys.exit(main())
