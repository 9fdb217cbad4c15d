"""How fast PDFs are read, and in how much memory, beside pdfplumber.

    python benchmarks/reading.py [--pages N] [--rounds N]

Reading plus tables, as `guihua` does it, against pdfplumber's `extract_text` and `extract_tables` on the same pages:
CPU time of one process, page ranges of both in turn, so that a busy machine slows both alike. The memory is that of
a process of its own that reads the 400-page file, above one that only imports.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
LARGE = "hostile/large__pdf2image-memory-error-test-400p.pdf"
ENGLISH_PLAN = "sources/pdf/cn-14fyp-outline-cset-en.pdf"
LEAST_RATIO, LEAST_ENGLISH_RATIO, MOST_MEMORY = 6.0, 10.0, 150.0
_MEMORY = """
import json, re, sys
from pathlib import Path
import extractors.reading.pdf, extractors.reading.engine_pdfium, extractors.reading.tables.finding
if len(sys.argv) > 1:
    document = extractors.reading.pdf.read_pdf(Path(sys.argv[1]))
# not getrusage: its figure begins with that of the process that started this one
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def files() -> list[Path]:
    """Every PDF of the reference material that both can open, the damaged ones left out."""
    folders = ("sources/pdf", "sources/more", "tables/icdar2013-eu/pdf")
    return [path for folder in folders for path in sorted((SHARED / folder).glob("*.pdf"))]


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process for a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ours(path: Path) -> int:
    """Read a PDF with its tables; number of pages."""
    from extractors.reading.pdf import read_pdf

    return len(read_pdf(path).pages)


def theirs(path: Path) -> int:
    """Pdfplumber's text and tables of every page; number of pages."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def parts(path: Path, folder: Path, pages: int) -> list[Path]:
    """The file in parts of so many pages, so that the two are measured close after each other."""
    import pypdfium2

    whole = pypdfium2.PdfDocument(path)
    if len(whole) <= pages:
        return [path]
    made = []
    for first in range(0, len(whole), pages):
        part = pypdfium2.PdfDocument.new()
        part.import_pages(whole, list(range(first, min(first + pages, len(whole)))))
        made.append(folder / f"{path.stem}-{first}.pdf")
        part.save(made[-1])
        part.close()
    return made


def measured(path: Path, pages: int, rounds: int) -> tuple[int, float, float]:
    """Pages of a file, and the CPU seconds of both, the best of the rounds for each part."""
    from pdfminer.pdfexceptions import PDFException

    count, mine, other = 0, 0.0, 0.0
    with TemporaryDirectory() as folder:
        for part in parts(path, Path(folder), pages):
            found: list[tuple[float, float]] = []
            for _ in range(rounds):
                try:
                    found.append((cpu(lambda part=part: ours(part)), cpu(lambda part=part: theirs(part))))  # type: ignore[misc]
                except (PDFException, AssertionError, TypeError, ValueError) as error:
                    print(f"  {path.name}: pdfplumber fails ({type(error).__name__})", file=sys.stderr)
                    return 0, 0.0, 0.0
            count += ours(part)
            mine += min(a for a, _ in found)
            other += min(b for _, b in found)
    return count, mine, other


def memory(path: Path | None) -> float:
    """Peak MB of a process that imports the reader, and reads a file where one is given."""
    command = [sys.executable, "-c", _MEMORY, *([str(path)] if path else [])]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> int:
    """Print a line a file, the ratios and the memory; 1 where one misses its aim."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20, help="pages that are measured at a time")
    parser.add_argument("--rounds", type=int, default=1, help="how often each is measured; the best counts")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("the reference documents are not beside the project; nothing to measure", file=sys.stderr)
        return 2
    ours(SHARED / ENGLISH_PLAN.replace("14fyp-outline-cset-en", "15fyp-recommendations-excerpt"))  # imports
    rows = {path: measured(path, options.pages, options.rounds) for path in files()}
    print(f"{'file':46} pages  ms a page  pdfplumber  ratio")
    for path, (count, mine, other) in rows.items():
        if count:
            print(
                f"{path.name:46} {count:5} {1000 * mine / count:10.1f} {1000 * other / count:11.1f} {other / mine:6.1f}"
            )
    pages, mine, other = (sum(row[i] for row in rows.values()) for i in range(3))
    english = rows[SHARED / ENGLISH_PLAN]
    grown = memory(SHARED / LARGE) - memory(None)
    figures = {
        "pages": pages,
        "ms_a_page": round(1000 * mine / pages, 1),
        "ratio": round(other / mine, 1),
        "ratio_english_plan": round(english[2] / english[1], 1),
        "memory_grown_mb_400_pages": round(grown),
    }
    print(json.dumps(figures))
    met = figures["ratio"] >= LEAST_RATIO and figures["ratio_english_plan"] >= LEAST_ENGLISH_RATIO
    return 0 if met and grown <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    sys.exit(main())
