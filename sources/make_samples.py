"""Make the sample documents anew from content/*.yaml: `python sources/make_samples.py [FOLDER]`.

Texts and PDFs are committed; this says how they came to be, and a test holds the two equal byte by byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from sample_content import load
from sample_pdf import FontMissingError, as_pdf
from sample_text import as_markdown, as_text


def make(folder: Path) -> list[Path]:
    """Write the four documents into a folder and return their paths.

    Raises:
        FontMissingError: a font is not installed; the message names its package.
    """
    english, chinese = load("sample-plan-en"), load("sample-plan-zh")
    contents = {
        "sample-plan-en-txt.txt": as_text(english).encode(),
        "sample-plan-zh-txt.md": as_markdown(chinese).encode(),
        "sample-plan-en-pdf.pdf": as_pdf(english),
        "sample-plan-zh-pdf.pdf": as_pdf(chinese),
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in contents]


def main() -> int:
    """Write into the folder named on the command line, or beside this script."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    try:
        for path in make(folder):
            print(path)
    except FontMissingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
