"""What is done to a Chinese thing as a noun: 老旧小区改造 of 改造老旧小区."""

from __future__ import annotations

import re

from extractors.targets.lexicon_zh import vocabulary, word_list

_LONGEST = 24  # a longer phrase has a clause in it, which no noun may follow


def done_to(verb: str | None, thing: str) -> str:
    """The thing with the verbal noun behind it; in front of it where the verb says which things are meant.

    Args:
        verb: What is done, null where it says nothing of its own; several are joined by 、 or 和.
        thing: The noun phrase of what it is done to.
    """
    if not verb:
        return thing
    parts = re.split("[、和及与]", verb)
    attributive = all(part in word_list("verbs", "attributive").meaning for part in parts)
    measured = thing.endswith(tuple(vocabulary("verbs")["measured_ends"]))
    heads = ("项目", "工程", "任务", *vocabulary("verbs")["money_heads"])
    bare = len(thing) == 1 or thing in heads  # 营造林, 改造项目, 落实资金
    if attributive or measured or bare or len(thing) > _LONGEST or thing.endswith(parts[-1]):
        return f"{verb}{thing}"
    return f"{thing}{verb}"
