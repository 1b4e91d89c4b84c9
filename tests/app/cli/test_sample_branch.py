import tomllib

from stdnum.vn import mst

from app.cli.sample_branch import LEASED, OFFICE, PEOPLE, TAX_CODE, communes_around, people_file
from app.cli.sample_people import FIRST_SERIAL
from app.clock import utc
from tests.fakes.clock import NOON


def test_the_people_of_the_branch_are_published_as_a_file() -> None:
    name, content = people_file()

    told = tomllib.loads(content.decode())
    assert name == "people.toml"
    assert [each["pin"] for each in told["clerk"]] == [each.pin for each in PEOPLE]
    assert {each["office"] for each in told["clerk"]} == {OFFICE}


def test_sample_customers_live_around_the_office() -> None:
    communes = communes_around(OFFICE, utc(NOON))

    assert len(communes) > 100
    assert {place.province_name for place in communes} == {"Hà Nội"}


def test_the_sample_operator_has_a_tax_code_of_the_right_form() -> None:
    assert mst.is_valid(TAX_CODE)


def test_sample_customers_do_not_use_the_numbers_of_the_lease() -> None:
    assert LEASED < FIRST_SERIAL
