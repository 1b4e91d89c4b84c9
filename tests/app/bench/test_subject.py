from pathlib import Path

import pytest

from app.bench.subject import Sample, SampleNotMade, Subject, chance, make_sample
from app.messages import text_for
from app.settings import Home
from app.store.store import create_store


def test_the_sample_is_a_branch_of_its_own_with_someone_signed_in(subject: Subject) -> None:
    assert subject.customers == 300
    assert subject.desk.station().office_code


def test_the_same_customers_are_picked_in_every_run(subject: Subject) -> None:
    first, second = subject.people(20), subject.people(20)

    assert first == second
    assert len({person.number for person in first}) > 10


def test_chance_begins_anew_each_time() -> None:
    assert chance().random() == chance().random()


def test_the_bare_connection_reads_the_file_and_cannot_write_it(subject: Subject) -> None:
    (customers,) = subject.row("SELECT count(*) FROM customer")

    assert customers == 300
    with pytest.raises(Exception, match="readonly"):
        subject.raw.execute("DELETE FROM customer")


def test_a_home_that_is_measured_again_keeps_its_customers(sample: Sample) -> None:
    again = make_sample(sample.home.root, 300)

    assert (again.home, again.clerk) == (sample.home, sample.clerk)


def test_a_real_counter_is_never_measured_in(tmp_path: Path) -> None:
    create_store(Home(tmp_path)).close()

    with pytest.raises(SampleNotMade) as refused:
        make_sample(tmp_path, 10)

    assert "quầy thật" in text_for(refused.value)
