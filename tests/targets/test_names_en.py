"""English indicator names that lean on their neighbours, stand behind their number or hold a part only."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context


def names(sentence: str) -> list[str]:
    """The indicator of each statement, in order."""
    return [found.indicator for found in read_english(sentence, Context(language="en")).statements]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Behind the number.
        ("The Council will cut by 40% the use of solvents by 2030.", ["use of solvents"]),
        (
            "Salt: 30% reduction from baseline in the intake of salt; 15% reduction from 2015 in the rate of stroke.",
            ["intake of salt", "rate of stroke"],
        ),
        ("Rural employment expanded by 3 million new jobs.", ["new jobs"]),
        ("Job creation: 90,000 formal jobs.", ["formal jobs"]),
        # The measure stands once.
        (
            "The share of farming in GDP is 15%, industry 30%, and services 55%.",
            ["share of farming in GDP", "share of industry in GDP", "share of services in GDP"],
        ),
        (
            "By 2030, the rate of using safe water of urban residents will be 95%, rural residents is 90%.",
            ["rate of using safe water of urban residents", "rate of using safe water of rural residents"],
        ),
        (
            "Spending on health will be raised to 5 percent of GDP, on schools to 4 percent.",
            ["Spending on health as a share of GDP", "Spending on schools"],
        ),
        (
            "There are 12 doctors and 30 beds per 10,000 people.",
            ["doctors per 10,000 people", "beds per 10,000 people"],
        ),
        (
            "In 2019, GDP and GDP per capita hit 5.9 trillion yuan and 74,000 yuan.",
            ["GDP", "GDP per capita"],
        ),
        # The same measured in two places.
        (
            "Emissions are to be cut by 25 percent in farming and by 60 percent in transport.",
            ["Emissions in farming", "Emissions in transport"],
        ),
        # A part of what stands before.
        (
            "By 2030, 90% of towns will have clinics, of which 30% will have surgeons.",
            ["share of towns with clinics", "share of towns with surgeons"],
        ),
        (
            "To achieve this, 200 billion euros will be invested, of which 85% will come from private lenders.",
            ["investment", "share of investment coming from private lenders"],
        ),
        (
            "The tax revenue is 5 billion yuan, taking up 83% of the total.",
            ["tax revenue", "tax revenue as a share of total"],
        ),
        (
            "The rate is about 40%, and 80% of villages meet the standard.",
            ["rate", "share of villages meeting standard"],
        ),
        # No name, but what joins it to the sentence.
        ("Growth is about 6.5% and strives for about 7.5%.", ["Growth", "Growth"]),
        (
            "Coal output rose to 4 billion tons, but the output of gas fell to 3 billion tons.",
            ["Coal output", "output of gas"],
        ),
        ("Mining will expand by 1.5% a year, farming by 2.8%.", ["Mining", "farming"]),
        # Whose share, and of whom.
        ("Schools should be available for 80 percent of the villages by 2030.", ["share of villages with schools"]),
        ("It will give 85 percent of children access to clinics.", ["share of children with access to clinics"]),
        (
            "The share of parks with plants that meet the limits is 92%.",
            ["share of parks with plants that meet the limits"],
        ),
        # What money is for.
        (
            "Invest 5 billion dollars to upgrade 300 km of railways.",
            ["investment to upgrade railways", "railways upgraded"],
        ),
        ("The bank provided loans of 30 billion yuan to farms.", ["loans"]),
        # A clause, a time or whose it is in front or behind.
        (
            "If the labour force grows at 2.75 percent, the jobless rate should hover at 7 percent.",
            ["jobless rate"],
        ),
        ("GDP growth for the five-year period is planned to reach 21 percent.", ["GDP growth"]),
        ("The plan demands the retention of 1.8 billion mu of arable land by 2030.", ["arable land"]),
        ("The aim is to maintain high levels of export growth of 6 percent.", ["export growth"]),
        ("Last year rice exports reached 4 billion dollars.", ["rice exports"]),
        # The thing, where the name is a verb or an adverb.
        (
            "The plan aims to bring online over 320 GW of solar power by 2025 and 600 GW by 2030.",
            ["solar power", "solar power"],
        ),
        ("The bloc should target 60 gigawatts (GW) of wind by 2030.", ["wind"]),
        ("The economy will grow by aiming at eight percent annual growth.", ["annual growth of the economy"]),
        # Shares with what is said of them.
        (
            "We proposed 97% of homes that will be connected to the grid.",
            ["share of homes that are connected to the grid"],
        ),
        ("Services contributed 60 percent to growth.", ["contribution of Services to growth"]),
        (
            "Nuclear and solar plants took up 30 percent and 8 percent of supply.",
            ["Nuclear plants", "solar plants as a share of supply"],
        ),
        # What people do, with any verb.
        ("Some 48 million people still relied on open wells.", ["people relying on open wells"]),
        # Whose length and cost it is.
        (
            "Build 25 bridges with a length of 40 km and at a cost of 5 billion dollars.",
            ["bridges", "length of bridges", "cost of bridges"],
        ),
        ("Train and deploy 50 mobile clinics in the region.", ["mobile clinics trained and deployed in the region"]),
        ("As of May, 46 of the 64 new lines had been approved.", ["new lines approved"]),
        # The same once more, behind a number or an adverb.
        ("The share of women rose by 0.6% reaching 30% by 2024.", ["share of women"] * 2),
        ("The jobless rate for women is 25% against 53% for men.", ["jobless rate for women", "jobless rate for men"]),
        ("The fund's assets have grown significantly, from 2 trillion euros in 2016 to 3 trillion euros.", ["assets"]),
        ("Of the 64 plans, 87% are on track.", ["share of plans that are on track"]),
        (
            "Some 5 billion yuan was budgeted for the upkeep, repair and cleaning of roads.",
            ["funding for the upkeep, repair and cleaning of roads"],
        ),
        (
            "Build 350 km of new roads this year and 900 km under the annuity scheme.",
            ["new roads", "new roads under the annuity scheme"],
        ),
        # Values in brackets behind their noun.
        (
            "Reduce maternal deaths (70 per 100,000) and infant deaths (12 per 1,000).",
            ["maternal deaths", "infant deaths"],
        ),
        # The verb behind the last of a list holds for all.
        (
            "Twelve hospitals, 40 clinics and 300 posts are to be built in remote districts.",
            [
                "hospitals built in remote districts",
                "clinics built in remote districts",
                "posts built in remote districts",
            ],
        ),
        ("Of the 200 million people targeted, 125 million have been reached.", ["people targeted reached"] * 2),
        ("The council has set aside $40 million for school meals.", ["funding for school meals"]),
        ("A budget of $40 million has been set aside for school meals.", ["budget for school meals"]),
        ("The jobless rate in 31 large cities was 4.7 percent.", ["large cities", "jobless rate in large cities"]),
        ("The jobless rate was 5 percent, unchanged from May and down 0.1 percentage point.", ["jobless rate"] * 2),
        ("A price increase of 3 percent is expected.", ["price"]),
        # What is done stands before where it leads.
        ("Convert 500 old factories into parks.", ["old factories converted into parks"]),
        ("Support 20 cities in the use of social capital.", ["cities supported in the use of social capital"]),
    ],
)
def test_name(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


def test_what_is_turned_into_something_else_is_counted() -> None:
    found = read_english("Convert 500 old factories into parks.", Context(language="en")).statements[0]
    assert found.counted_object == "old factories"


def test_people_are_counted_and_not_what_they_do() -> None:
    found = read_english("Some 48 million people still relied on open wells.", Context(language="en")).statements[0]
    assert found.counted_object == "people"


def test_scope_is_the_place_without_what_is_done_there() -> None:
    found = read_english("Renovate and equip 50 clinics in the northern region.", Context(language="en")).statements[0]
    assert found.scope == "northern region"


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        (
            "Pilots will be carried out in 30 cities, focusing on counties with many migrants.",
            "counties with many migrants",
        ),
        ("Build 20 care centres, mainly in rural areas.", "rural areas"),
        ("There should be 4 nurses for every 1,000 residents.", None),
    ],
)
def test_scope_is_where_the_focus_lies(sentence: str, scope: str | None) -> None:
    assert read_english(sentence, Context(language="en")).statements[0].scope == scope
