"""Places are linked by name, by sound, by gazetteer and by position."""

from __future__ import annotations

from extractors.language.place_chinese import ChinesePlaces
from extractors.language.place_links import pair_names
from extractors.language.place_names import place_names


def pairs(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(p.left.text, p.right.text, p.how) for p in pair_names(place_names(left), place_names(right))]


def test_spellings_of_one_place_are_linked() -> None:
    assert pairs("support Kunming, Mainling, and Ruili", "support Kunming, Milin and Ruili") == [
        ("Kunming", "Kunming", "equal"),
        ("Mainling", "Milin", "spelling"),
        ("Ruili", "Ruili", "equal"),
    ]


def test_what_is_left_between_two_links_is_linked_by_position() -> None:
    found = pairs("Kunming, Tacheng, and Ruili", "Kunming, Tayu, and Ruili")
    assert found[1] == ("Tacheng", "Tayu", "position")


def test_two_provinces_are_not_one_because_they_sound_alike() -> None:
    assert pairs("in Hebei", "in Hubei") == []


def test_lists_of_unequal_length_link_nothing_by_position() -> None:
    assert [p[2] for p in pairs("Kunming, Tacheng, and Ruili", "Kunming and Ruili")] == ["equal", "equal"]


def test_other_orders_and_other_words_for_a_kind_of_place() -> None:
    found = pairs("Medog to Yunnan via Zayu", "Medog-Zayu-Yunnan")
    assert ("Zayu", "Zayu", "equal") in found
    assert pairs("Kunming to Laoye Temple", "Kunming-Laoyemiao")[0][2] == "equal"


def test_chinese_places_are_found_by_their_sound() -> None:
    text = "重点支持满洲里、珲春、米林等边境城镇"
    places = ChinesePlaces(text)
    found = {}
    for name in place_names("border towns of Manzhouli, Hunchun, and Mainling"):
        place = places.find(name)
        assert place is not None
        found[name.text] = text[place[0] : place[1]]
    assert found == {"Manzhouli": "满洲里", "Hunchun": "珲春", "Mainling": "米林"}


def test_a_name_that_the_chinese_does_not_have() -> None:
    (name,) = place_names("near Kunming")
    assert ChinesePlaces("在成都附近").find(name) is None


def test_customary_names_need_not_sound_alike() -> None:
    (name,) = place_names("in Tibet")
    assert ChinesePlaces("支持西藏发展").find(name) == (2, 4, 1.0)


def found(english: str, chinese: str) -> list[str | None]:
    places = ChinesePlaces(chinese)
    spans = [places.find(name) for name in place_names(english)]
    return [span and chinese[span[0] : span[1]] for span in spans]


def test_a_province_is_not_another_one_of_the_same_sound() -> None:
    assert found("Yulin in Shaanxi and Datong in Shanxi", "陕西榆林、山西大同")[1::2] == ["陕西", "山西"]
    assert found("mines in Shanxi", "陕西的煤矿") == [None]
    assert found("mines in Shanxi", "晋北的煤矿") == [None]


def test_a_customary_name_is_found_in_traditional_characters() -> None:
    assert found("in Macao and Shaanxi", "澳門和陝西") == ["澳門", "陝西"]


def test_a_province_is_looked_for_behind_a_border_first() -> None:
    places = ChinesePlaces("浙江西部、江西")
    (name,) = place_names("in Jiangxi")
    assert places.find(name) == (5, 7, 1.0)
