"""From bytes to text: UTF-8, UTF-16 and GB18030, with or without a byte order mark, never by guess alone."""

from __future__ import annotations

import codecs

from extractors.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the one of UTF-16 LE
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000  # characters that are looked at to weigh a decoding
_COMMON_ENOUGH = 0.7  # wrong decodings of Chinese stay below 0.4, right ones above 0.9
_NUL_SHARE = 0.05
_REMEDY = "Save it as UTF-8, or fetch it again from where it came from"


def decode(data: bytes, file: str) -> tuple[str, str]:
    """Decode a text file.

    Args:
        data: The file's bytes.
        file: Its name, for messages.

    Returns:
        The text without byte order mark, line ends untouched, and the encoding's name.

    Raises:
        ReadError: `damaged` with the offset of the first byte that cannot be decoded; `unsupported` where the
            bytes decode but are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, file, len(mark)), name
    utf16 = utf16_without_mark(data[: 4 * _SAMPLE])
    if utf16:
        return _strict(data, utf16, file, 0), utf16
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        chinese = _as_gb18030(data)
        if chinese is not None:
            return chinese, "gb18030"
        raise _undecodable(data, error.start, file) from error


def utf16_without_mark(data: bytes) -> str | None:
    """Name of the UTF-16 byte order in which bytes read as text, or null.

    Latin text shows by NULs at every other byte, Chinese text by common characters in one order and rare or
    impossible ones in the other; UTF-8 and GB18030 text has neither.
    """
    if len(data) < 2:
        return None
    whole = data[: len(data) // 2 * 2]
    nul_even, nul_odd = whole[0::2].count(0), whole[1::2].count(0)
    half = len(whole) // 2
    if max(nul_even, nul_odd) > _NUL_SHARE * half:
        name = "utf-16-be" if nul_even > nul_odd else "utf-16-le"
        return name if _plausible(whole, name) else None
    if _decodes_as_utf8(data):
        return None
    weights = {name: _plausible(whole, name) for name in ("utf-16-le", "utf-16-be")}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] else None


def _decodes_as_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, a character cut off at the end allowed."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _plausible(data: bytes, name: str) -> float:
    """Weight of a decoding that reads as text, or 0."""
    try:
        text = codecs.getincrementaldecoder(name)().decode(data)
    except UnicodeDecodeError:
        return 0.0
    weight = commonness(text)
    return weight if weight >= _COMMON_ENOUGH else 0.0


def commonness(text: str) -> float:
    """Share of characters that real English and Chinese text is made of, over a text's beginning.

    Common Chinese characters are those of GB 2312 level 1 (rows 16 to 55, the 3,755 most used) and its rows of
    punctuation; level 2 counts for nothing, for that is where wrongly decoded bytes fall.
    """
    sample = text[:_SAMPLE]
    return sum(map(_is_common, sample)) / len(sample) if sample else 0.0


def _is_common(character: str) -> bool:
    if character < "\x7f":
        return character >= " " or character in "\t\n\r\f"
    try:
        row = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xA1 <= row <= 0xA3 or 0xB0 <= row <= 0xD7


def _as_gb18030(data: bytes) -> str | None:
    """Bytes as GB18030 where that reads as Chinese; ASCII weighs nothing, so stray Latin-1 bytes do not pass."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    beyond = "".join(c for c in text[: 10 * _SAMPLE] if c > "\x7f") or "".join(c for c in text if c > "\x7f")
    return text if commonness(beyond) >= _COMMON_ENOUGH else None


def _strict(data: bytes, name: str, file: str, skipped: int) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise ReadError(
            "damaged",
            f"byte {skipped + error.start} cannot be decoded as {name.upper()}",
            file=file,
            remedy=_REMEDY,
        ) from error


def _undecodable(data: bytes, start: int, file: str) -> ReadError:
    return ReadError(
        "damaged",
        f"byte {start} (0x{data[start]:02x}) is neither UTF-8 nor, with its neighbours, GB18030 or UTF-16",
        file=file,
        remedy=_REMEDY,
    )
