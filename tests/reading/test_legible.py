"""What is writing and what is noise; every text here is made up."""
# ruff: noqa: E501 one sample a line

from __future__ import annotations

import random

import pytest

from extractors.reading.legible import is_noise

WRITING = {
    "figures": "\n".join(f"{i}\t{i * 37 % 1000}.{i % 10}\t{i * 7 % 100}%\t3~5\t±0.{i}\t-{i}" for i in range(40)),
    "codes": "\n".join(f"GB/T {19000 + i}-2016\tXK06-{i:03}A\tNo. #{i}\tB{i}/C{i}" for i in range(40)),
    "addresses": "\n".join(f"user{i}@mail{i}.example.org, http://a.example.org/x?y={i}&z=#{i}" for i in range(20)),
    "formulas": "f(x) = αx² + βy − γ∑(x_i·y_i)/√(σ²+τ²), ∂f/∂x = 2αx; ∀ε>0 ∃δ: |x−a|<δ ⇒ |f(x)−L|<ε; E[X]=∫xp(x)dx",
    "typeset formulas": r"\frac{\partial f}{\partial x_{i}} = \sum_{k=1}^{n} \alpha_{k} x^{2}, \mathbb{E}[X_{t}] \leq 3",
    "program": 'def get_name(self, userId: int):\n  return self._db["users"][userId].get("firstName", "") + "#"',
    "data": '{"fileName":"reportQ1.pdf","pageCount":12,"createdAt":"2021-03-04T10:11:12Z","tags":["planDraft"]}' * 3,
    "leaders": "\n".join(f"Roads and bridges of the county ........ {i}\n########################" for i in range(9)),
    "short": "§#@ Part ^1",
    "English": "The province will build roads and bridges between its counties by the end of the period. " * 3,
    "capitals": "ÉTAT DES RÉGIONS: PRÉVISIONS ET ÉCHÉANCES, CRÉDITS ALLOUÉS À LA SANTÉ ET À L'ÉCONOMIE DES ÎLES",
    "Vietnamese": "Người dân được hưởng các dịch vụ y tế và giáo dục tốt hơn ở vùng nông thôn, đường sá được sửa lại.",
    "pinyin": "Xiāngcūn jiànshè guīhuà, lǜsè fāzhǎn nǚxìng jiànkāng. 乡村xiāngcūn 绿色lǜsè 健康jiànkāng 教育jiàoyù",
    "Chinese": "到规划期末，全县新建农村公路一百二十公里，改造水库三座，发展粮食生产，提升医疗服务水平，保护生态环境。" * 2,
    "mixed": "推进5G、AI与IPv6建设，发展e-commerce和PPP项目，GDP增长6.5%，R&D投入占比达2.8%，建成Wi-Fi热点1200个。" * 2,
    "names": "王伟 李娜 张敏 刘静 陈强 杨洋 赵磊 黄丽 周杰 吴涛 徐明 孙超 朱红 高玉兰 林辉 何鹏 郭梅 马波 罗斌 梁宇 " * 3,
    "crops": "水稻、小麦、玉米、大豆、油菜、花生、棉花、甘蔗、烟草、茶叶、苹果、柑橘、香蕉、荔枝、芒果、葡萄、石榴、草莓、樱桃、番茄、"
    "黄瓜、茄子、辣椒、菠菜、芹菜、韭菜、大蒜、洋葱、生姜、马铃薯、甘薯、山药、莲藕、香菇、木耳、人参、黄芪、当归、甘草、枸杞、天麻、牡丹、"
    "芍药、菊花、玫瑰",
    "traditional": "為推動經濟社會高質量發展，加強農業現代化建設，完善鐵路網絡，提升醫療衛生服務水平，保護生態環境，擴大開放領域。" * 2,
    "Japanese": "県は今後五年間で農村の医療を広げ、再生可能なエネルギーの割合を高める。また、道路や橋を整え、若者の雇用を増やすとしている。" * 2,
    "Greek": "Η περιφέρεια θα αυξήσει τις δαπάνες για την υγεία κατά 5% έως το τέλος της περιόδου και θα κτίσει δρόμους.",
    "Russian": "Область увеличит расходы на здравоохранение на 5% к концу периода и построит 120 км новых дорог.",
}  # fmt: skip


def bytes_as_letters(count: int) -> str:
    drawn = random.Random(7)  # noqa: S311 noise, no secret
    codes = [*range(0x21, 0x7F), *range(0xA1, 0x100)]
    return "".join(" " if drawn.random() < 0.1 else chr(drawn.choice(codes)) for _ in range(count))


def moved(text: str, by: int) -> str:
    """Chinese as it looks when each character is taken for one that stands further on in its set."""
    return "".join(
        bytes([c.encode("gb2312")[0], 0xA1 + (c.encode("gb2312")[1] - 0xA1 + by) % 94]).decode("gb2312", "replace")
        for c in text
    )


@pytest.mark.parametrize("kind", WRITING)
def test_writing_is_no_noise(kind: str) -> None:
    assert not is_noise(WRITING[kind])


def test_bytes_taken_for_letters_are_noise() -> None:
    assert is_noise(bytes_as_letters(300))


def test_a_page_half_of_which_is_noise_is_noise() -> None:
    assert is_noise(WRITING["Chinese"] + bytes_as_letters(120))


def test_chinese_of_which_some_characters_are_mistaken_is_noise() -> None:
    text = WRITING["Chinese"] * 3
    assert is_noise("".join(chr(0xC0 + at % 60) if at % 20 == 7 else c for at, c in enumerate(text)))


def test_a_few_strange_characters_make_no_noise() -> None:
    assert not is_noise(WRITING["English"] + bytes_as_letters(12))


def test_control_characters_between_letters_are_noise() -> None:
    assert is_noise("ro\x03ds a\x12d b\x05id\x07es b\x11tw\x0een co\x19nt\x04es a\x08d to\x0fns")


def test_letters_of_two_scripts_within_words_are_noise() -> None:
    assert is_noise("rоаds bеtwееn thе cоuntiеs аnd thе tоwns оf thе prоvincе")


def test_words_without_vowels_are_noise() -> None:
    assert is_noise("Bcd fgh jkl mnp qrst vwx " * 5)


def test_rare_chinese_characters_are_noise() -> None:
    assert is_noise("乂乄乆乊乑乕乗乚乛乜" * 8)


def test_chinese_characters_of_shifted_codes_are_noise() -> None:
    plain = WRITING["Chinese"].replace("，", "").replace("。", "") * 2
    assert not is_noise(plain)
    assert is_noise(moved(plain, 3))
