"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

from flows.settings import MAX_PDF_MB, MAX_TEXT_MB, MEMORY_LIMIT_MB, READERS, TIME_LIMIT

FOLDER = click.Path(path_type=Path)

sources_to_read = click.option(
    "--sources",
    type=FOLDER,
    multiple=True,
    required=True,
    metavar="DIR",
    help="A collection: a folder with a YAML and a file for each document. May be given several times.",
)
releases_to = click.option("--output", type=FOLDER, required=True, metavar="DIR", help="Where releases go.")
workers = click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="Worker processes.  [default: as many as there are cores, at most one a document]",
)
for_own_use = click.option(
    "--for-own-use",
    is_flag=True,
    help="Ignore what the sources' rights forbid; the release is marked as not for redistribution.",
)
reader = click.option(
    "--reader",
    type=click.Choice(READERS),
    default="auto",
    show_default=True,
    help="The engine that PDFs are read with; auto is the best that opens the file.",
)

release = click.option(
    "--release", type=FOLDER, metavar="DIR", help="A release's folder.  [default: the output's latest]"
)
output_dir = click.option(
    "--output-dir",
    type=FOLDER,
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="The output whose latest release has the row.",
)
collections = click.option(
    "--sources",
    type=FOLDER,
    multiple=True,
    default=[Path("sources")],
    show_default=True,
    metavar="DIR",
    help="The collection that the source lies in. May be given several times.",
)
max_text_mb = click.option(
    "--max-text-mb",
    type=click.FloatRange(0, min_open=True),
    default=MAX_TEXT_MB,
    show_default=True,
    help="Do not read text files larger than this.",
)
max_pdf_mb = click.option(
    "--max-pdf-mb",
    type=click.FloatRange(0, min_open=True),
    default=MAX_PDF_MB,
    show_default=True,
    help="Do not read PDFs larger than this.",
)
time_limit = click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=TIME_LIMIT,
    show_default=True,
    metavar="SECONDS",
    help="Give up on a document that takes longer.",
)
memory_limit_mb = click.option(
    "--memory-limit-mb",
    type=click.FloatRange(0, min_open=True),
    default=MEMORY_LIMIT_MB,
    show_default=True,
    metavar="MB",
    help="Give up on a document that takes more memory.",
)
