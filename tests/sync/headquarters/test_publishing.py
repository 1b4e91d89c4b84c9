import pytest
import sqlalchemy as sa

from app.domain.reference.problems import ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.services.provisioning import ReferenceChanged
from app.store.station import people_rows, reference_names
from sync.headquarters.publishing import PeopleFileWrong, publish, published_reference
from sync.headquarters.tables import hq_log
from tests.sync.country import PEOPLE, Country

VAT_2028 = """# kind: vat
# version: 2028
# valid_from: 2028-01-01
# valid_to:
# title: Thuế suất giá trị gia tăng
# source: mẫu
id,class,rate_bp,valid_from,valid_to,label
V12,standard,1200,2028-01-01,,Thuế GTGT
"""


def _publish(country: Country, name: str, content: str) -> None:
    with country.headquarters.database.writing() as connection:
        publish(connection, [(name, content.encode())], country.clock.now_ms())


def test_the_same_file_again_changes_nothing(country: Country) -> None:
    file = shipped_reference()[0]
    with country.headquarters.database.writing() as connection:
        done = publish(connection, [(file.name, file.text.encode())], 1)

    assert done.files == 0


def test_a_published_file_never_changes_its_text(country: Country) -> None:
    file = shipped_reference()[0]

    with pytest.raises(ReferenceChanged):
        _publish(country, file.name, file.text + "\n")


def test_a_wrong_file_is_told_and_nothing_is_published(country: Country) -> None:
    with pytest.raises(ReferenceProblems):
        _publish(country, "vat-x.csv", "nonsense")

    with country.headquarters.database.reading() as connection:
        assert len(published_reference(connection)) == len(shipped_reference())


@pytest.mark.parametrize("text", ["", "[operator]", PEOPLE.replace("246810", "1"), "\x00"])
def test_a_people_file_of_another_form_is_refused(country: Country, text: str) -> None:
    with pytest.raises(PeopleFileWrong):
        _publish(country, "people.toml", text)


def test_what_is_published_reaches_enrolled_counters(small_country: Country) -> None:
    counter = small_country.counter()
    counter.sync()
    added = PEOPLE.replace("gdv1", "gdv9").replace("Trần Minh Châu", "Đỗ Văn Nam")

    _publish(small_country, "people.toml", added)
    small_country.clock.advance(1_000)
    assert counter.sync().problem == ""

    with counter.store.reading() as connection:
        assert [row[1] for row in people_rows(connection)] == ["gdv9"]
        assert len(reference_names(connection)) == len(shipped_reference())


def test_every_line_of_the_log_is_chained_to_the_one_before(country: Country) -> None:
    _publish(country, "people.toml", PEOPLE)

    with country.headquarters.database.reading() as connection:
        lines = connection.execute(sa.select(hq_log).order_by(hq_log.c.number)).all()
    assert [line.number for line in lines] == [1, 2]
    assert len({line.hash for line in lines}) == 2
