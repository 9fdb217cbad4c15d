import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.targets.units import Unit, in_pint, in_si, registry, units

WITH_SI = [u for u in units().values() if u.si_unit]
DEFINED = [u for u in units().values() if u.definition]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (24.1, "%", (0.241, "1")),
        (1.8e9, "mu", (1.2e12, "m2")),
        (1.3e12, "jin", (6.5e11, "kg")),
        (1e8, "tce", (2.93076e18, "J")),
        (3e6, "person-times", (3e6, "1")),
        (2.7, "g/cm3", (2700.0, "kg/m3")),
        (36.0, "km/h", (10.0, "m/s")),
        (5.0, "CNY", (None, None)),
        (None, "km", (None, None)),
    ],
)
def test_values_in_si_have_no_dust(value: float | None, unit: str, expected: tuple[float | None, str | None]) -> None:
    assert in_si(value, unit) == expected


def test_a_unit_that_is_not_in_the_table_has_no_si_form() -> None:
    assert in_si(3.0, "furlong") == (None, None)


def test_every_symbol_is_named_once() -> None:
    with (files("schemas") / "units.csv").open("r", encoding="utf-8") as lines:
        symbols = [row["symbol"] for row in csv.DictReader(lines)]
    assert len(symbols) == len(set(symbols)) == len(units())


@pytest.mark.parametrize("unit", WITH_SI, ids=lambda u: u.symbol)
def test_an_si_unit_is_coherent_and_of_the_dimension_of_what_it_is_the_si_unit_of(unit: Unit) -> None:
    si = registry().Quantity(1.0, in_pint(unit.si_unit or ""))
    assert si.to_root_units().magnitude == 1.0
    assert si.dimensionality == registry().Quantity(unit.definition or "").dimensionality


@pytest.mark.parametrize("quantity", sorted({u.quantity for u in DEFINED} - {"money"}))
def test_units_of_one_quantity_have_one_dimension_and_one_si_unit(quantity: str) -> None:
    alike = [u for u in DEFINED if u.quantity == quantity]
    assert len({str(registry().Quantity(u.definition or "").dimensionality) for u in alike}) == 1
    assert len({u.si_unit for u in alike}) == 1


def test_currencies_are_not_converted_into_each_other() -> None:
    money = [u for u in DEFINED if u.quantity == "money"]
    assert len({str(registry().Quantity(u.definition or "").dimensionality) for u in money}) == len(money) > 1


@given(st.floats(-1e15, 1e15, allow_nan=False).filter(lambda x: x == 0 or abs(x) > 1e-9), st.sampled_from(WITH_SI))
def test_there_and_back_is_the_identity(value: float, unit: Unit) -> None:
    value_si, unit_si = in_si(value, unit.symbol)
    assert unit_si == unit.si_unit
    back = registry().Quantity(value_si, in_pint(unit.si_unit or "")) / registry().Quantity(unit.definition or "")
    assert back.to_root_units().magnitude == pytest.approx(value, rel=1e-14)
    assert back.dimensionless


@given(st.floats(1e-6, 1e12), st.sampled_from(DEFINED), st.sampled_from(DEFINED))
def test_from_one_unit_to_another_of_its_dimension_and_back(value: float, left: Unit, right: Unit) -> None:
    one, other = registry().Quantity(left.definition or ""), registry().Quantity(right.definition or "")
    if one.dimensionality != other.dimensionality:
        return
    there = value * (one / other).to_root_units().magnitude
    assert there * (other / one).to_root_units().magnitude == pytest.approx(value, rel=1e-14)


def test_no_unit_of_pint_itself_is_known() -> None:
    assert "furlong" not in registry()
    assert "kilometre" in registry()
