import pytest

from extractors.targets.units import in_si, units


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(24.1, "%", (0.241, "1")), (1.8e9, "mu", (1.2e12, "m2")), (5.0, "CNY", (None, None)), (None, "km", (None, None))],
)
def test_values_in_si_have_no_dust(value: float | None, unit: str, expected: tuple[float | None, str | None]) -> None:
    assert in_si(value, unit) == expected


def test_a_unit_that_is_not_in_the_table_has_no_si_form() -> None:
    assert in_si(3.0, "furlong") == (None, None)


def test_every_symbol_is_named_once_and_factors_have_a_unit() -> None:
    for symbol, unit in units().items():
        assert unit.symbol == symbol
        assert (unit.si_factor is None) == (unit.si_unit is None), symbol
