from extractors.targets.units import units
from schemas.contract import load_all
from schemas.dictionary import PAGE, render


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), "run `python -m schemas.dictionary`"


def test_every_field_and_unit_is_in_the_page() -> None:
    page = render()
    for dataset in load_all().values():
        part = page.split(f"\n## {dataset.name}\n")[1].split("\n## ")[0]
        assert [f.name for f in dataset.fields if f"| `{f.name}` |" not in part] == []
    assert [u for u in units() if f"| `{u}` |" not in page] == []
