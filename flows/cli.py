"""The command line: what a person can ask for, and what the answer's exit code is."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from flows import options
from flows.failing import ReaderGoneError
from flows.options import FOLDER

EXIT_CODES = """\b
Exit codes: 0 published or unchanged, 1 the gate refused the release, 2 wrong
usage or an unusable collection or output, 3 some documents failed (the rest is
published), 4 another run holds the output, 70 a defect of the program, 130 stopped
(nothing was published). docs/running.md has more."""


class _OwnProcess:
    """Says that the process is the command's own, not one of a program that calls it."""


class _Group(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [
            "run",
            "extract",
            "locate",
            "explain",
            "sources",
            "add",
            "schedule",
        ]  # in the order in which a newcomer needs them

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # click would make exit code 1 of it
            raise ReaderGoneError from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="guihua", prog_name="guihua")
def cli() -> None:
    """Turn five-year plans and other policy documents into open datasets.

    \b
    Examples:
      guihua run --sources sources --output output
      guihua extract plan.pdf --dataset numeric_targets --format csv
      guihua add plan.txt --to sources
    """  # noqa: D301 -- \b is the mark by which click keeps lines


@cli.command(epilog=EXIT_CODES)
@options.sources_to_read
@options.releases_to
@options.workers
@click.option(
    "--only",
    multiple=True,
    metavar="ID",
    help="Read only this document again; the others keep their last rows. May be given several times.",
)
@options.for_own_use
@click.option("--dry-run", is_flag=True, help="Do everything but publish.")
@options.max_text_mb
@options.max_pdf_mb
@options.time_limit
@options.memory_limit_mb
@options.reader
@click.option(
    "--without-prefect",
    is_flag=True,
    help="Do the same steps without Prefect's server: quicker to start, no record of the run.",
)
def run(
    sources: tuple[Path, ...],
    output: Path,
    workers: int | None,
    only: tuple[str, ...],
    for_own_use: bool,
    dry_run: bool,
    max_text_mb: float,
    max_pdf_mb: float,
    time_limit: float,
    memory_limit_mb: float,
    reader: str,
    without_prefect: bool,
) -> None:
    """Read collections and publish a release.

    \b
    Examples:
      guihua run --sources sources --output output
      guihua run --sources plans --sources reports --output output --workers 2
      guihua run --sources sources --output output --only sample-plan-en-txt --dry-run
    """  # noqa: D301 -- \b is the mark by which click keeps lines
    click.echo("guihua: starting ...", err=True)
    from flows.commands.run import run_and_tell
    from flows.settings import RunSettings

    settings = RunSettings(
        sources,
        output,
        workers,
        only,
        for_own_use,
        dry_run,
        max_text_mb,
        max_pdf_mb,
        time_limit,
        memory_limit_mb,
        reader,
    )
    sys.exit(run_and_tell(settings, with_prefect=not without_prefect))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--dataset",
    default="numeric_targets",
    show_default=True,
    metavar="NAME",
    help="Which dataset; docs/data-dictionary.md lists them.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "parquet"]),
    help="How to write it.  [default: what the output's name ends in, else table]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to this file (.csv, .json or .parquet).  [default: standard output]",
)
@click.option("--force", is_flag=True, help="Overwrite the output if it is there.")
@options.max_text_mb
@options.time_limit
@options.memory_limit_mb
@options.reader
@click.option(
    "--explain",
    is_flag=True,
    help="For each statement which rule gave which field, and for each other number why it is none.",
)
@click.pass_context
def extract(
    context: click.Context,
    file: Path,
    dataset: str,
    form: str | None,
    output: Path | None,
    force: bool,
    max_text_mb: float,
    time_limit: float,
    memory_limit_mb: float,
    reader: str,
    explain: bool,
) -> None:
    """Read one file and print one dataset of it; no YAML is needed, nothing is published.

    \b
    Examples:
      guihua extract plan.txt
      guihua extract plan.pdf --dataset sections --format json
      guihua extract plan.md --output targets.parquet
      guihua extract plan.txt --explain
    """  # noqa: D301 -- \b is the mark by which click keeps lines
    from flows.commands.extract import chosen_format, extract_and_print

    if explain and (dataset != "numeric_targets" or form not in (None, "table") or output is not None):
        said = (
            "--explain prints statements for people to read. Leave out --dataset, --format and --output, or --explain."
        )
        raise click.UsageError(said)
    if explain:
        from flows.commands.explain import explain_file

        command = partial(explain_file, file, max_text_mb, reader)
    else:
        command = partial(extract_and_print, file, dataset, form, output, max_text_mb, reader, force=force)
    if not isinstance(context.obj, _OwnProcess):
        command()
        return
    from flows.limiting import answer_within

    arrow = not explain and chosen_format(form, output) in ("csv", "parquet")
    sys.exit(answer_within(str(file), time_limit, memory_limit_mb, command, arrow=arrow))


@cli.command()
@click.argument("name", metavar="ID")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw the page of a PDF with the place marked into this PNG, in place of one that is there.",
)
@options.release
@options.output_dir
@options.collections
def locate(name: str, output: Path | None, release: Path | None, output_dir: Path, sources: tuple[Path, ...]) -> None:
    """Show where a published value was read, so that a person checks it in seconds.

    ID is a target_id, a fact_id, or the fields of another dataset's primary key with slashes between. For a PDF the
    page is drawn with the place marked, for a text the lines around it are printed with the number underlined.

    \b
    Examples:
      guihua locate TARGET_ID --output crop.png
      guihua locate BOX_ID/ITEM_NUMBER --output crop.png --output-dir output --sources sources
      guihua locate DOCUMENT_ID/TABLE_ID/ROW_NUMBER --output line.png --release output/releases/1.0.0
    """  # noqa: D301 -- \b is the mark by which click keeps lines
    from flows.commands.locate import locate_and_show

    locate_and_show(name, output, release, output_dir, sources)


@cli.command()
@click.argument("names", metavar="TARGET_ID...", nargs=-1, required=True)
@options.release
@options.output_dir
@options.collections
def explain(names: tuple[str, ...], release: Path | None, output_dir: Path, sources: tuple[Path, ...]) -> None:
    """Show why published targets say what they say: each field, the rule that gave it, the words it rests on.

    The source is read again, whole, by today's rules; where the release has another value, that is said. Name several
    targets at once to read it once. docs/rules.md says what a rule's name is and where its code and words are.

    \b
    Examples:
      guihua explain TARGET_ID
      guihua explain TARGET_ID TARGET_ID --release output/releases/1.0.0 --sources plans
    """  # noqa: D301 -- \b is the mark by which click keeps lines
    from flows.commands.explain import explain_and_show

    explain_and_show(names, release, output_dir, sources)


@cli.command()
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option("--lock", is_flag=True, help="Write sources.lock.yml: take the files in as they are now.")
@click.option("--make-yaml", is_flag=True, help="First write a YAML, mostly guessed, for each document that has none.")
def sources(folder: Path, lock: bool, make_yaml: bool) -> None:
    """List the documents of a collection and what is wrong with it.

    Exit codes: 0 all is well, 2 the collection is not usable, 3 some documents have problems.

    \b
    Examples:
      guihua sources sources
      guihua sources sources --lock
      guihua sources --make-yaml Downloads/plans
    """  # noqa: D301 -- \b is the mark by which click keeps lines
    from flows.commands.sources import list_sources

    if make_yaml:
        from flows.commands.make_yaml import make_yaml as write_missing

        write_missing(folder)

    sys.exit(list_sources(folder, lock=lock))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "folder", type=FOLDER, required=True, metavar="DIR", help="The collection; made if need be.")
@click.option("--id", "document_id", help="Its id.  [default: from the file's name]")
@click.option("--title", help="Its title.  [default: its first heading]")
@click.option(
    "--language",
    multiple=True,
    metavar="TAG",
    help="BCP 47 tag; several in the order of the columns.  [default: by its script]",
)
@click.option(
    "--document-type",
    metavar="WORD",
    help="Usually plan_outline, recommendations, government_work_report, glossary_entry or document; any word in small "
    "letters and underscores will do.  [default: from its title]",
)
@click.option(
    "--authority",
    type=click.Choice(["official", "official_translation", "translation", "academic", "unknown"]),
    default="unknown",
    show_default=True,
    help="Whose text it is.",
)
@click.option(
    "--redistribution",
    type=click.Choice(["facts", "quotes", "full"]),
    default="facts",
    show_default=True,
    help="What its rights allow to publish.",
)
@click.option("--licence", default="not stated", show_default=True, help="Its licence or rights, in words.")
@click.option("--plan", help="Which plan it belongs to.  [default: from its title]")
@click.option("--period", metavar="YEAR-YEAR", help="First and last year, as in 2021-2025.  [default: from its title]")
@click.option("--url", help="Where it was published.")
@click.option("--archive-url", help="Where a copy is kept.")
@click.option("--retrieved", metavar="DATE", help="When it was fetched.  [default: today]")
@click.option("--citation", help="How to cite it.")
@click.option("--jurisdiction", metavar="CODE", help="ISO 3166 code of the place that it is for.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", metavar="DATE", help="When it was published, as exact as known.")
@click.option("--translation-of", metavar="ID", help="The document that it translates.")
@click.option("--edition-of", metavar="NAME", help="Equal for two editions of one work.")
@click.option("--note", help="What else there is to say.")
def add(file: Path, folder: Path, **given: str | tuple[str, ...] | None) -> None:
    """Copy a file into a collection and write its YAML from the options and what the file tells.

    Nothing is ever overwritten. What was guessed is said; correct it in the YAML.

    \b
    Examples:
      guihua add ~/Downloads/plan.txt --to sources
      guihua add plan.pdf --to plans --id cn-13fyp-en --period 2016-2020 --redistribution quotes
    """  # noqa: D301 -- \b is the mark by which click keeps lines
    from flows.commands.add import add_and_tell

    add_and_tell(file, folder, given)


@cli.command()
@click.option("--cron", required=True, metavar="TEXT", help='When, as in "0 3 * * *": every day at three.')
@options.sources_to_read
@options.releases_to
@options.workers
@options.for_own_use
@click.option("--timezone", metavar="NAME", default="UTC", show_default=True, help="As in Asia/Shanghai.")
def schedule(
    cron: str, sources: tuple[Path, ...], output: Path, workers: int | None, for_own_use: bool, timezone: str
) -> None:
    """Serve the flow on a schedule until it is stopped (Ctrl-C); docs/scheduling.md has more.

    \b
    Examples:
      guihua schedule --cron "0 3 * * *" --sources sources --output output
      guihua schedule --cron "30 2 * * 1" --timezone Asia/Shanghai --sources plans --output output
    """  # noqa: D301 -- \b is the mark by which click keeps lines
    from flows.commands.schedule import serve
    from flows.settings import RunSettings

    serve(RunSettings(sources, output, workers, for_own_use=for_own_use), cron, timezone)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; expected failures end in one message and an exit code, never in a traceback."""
    from flows.failing import answer

    own = _OwnProcess() if arguments is None else None
    sys.exit(answer(lambda: cli.main(arguments, prog_name="guihua", standalone_mode=False, obj=own)))
