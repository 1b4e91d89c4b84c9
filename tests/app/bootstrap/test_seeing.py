from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap.desk import CounterDesk
from app.bootstrap.seeing import CardUnsaved
from app.queries.access import AccessQuery
from app.services.access import RevealData
from app.services.cards import IssueCard
from app.services.permissions import NotPermitted
from tests.app.bootstrap.sample_counter import CLERK, SUPERVISOR
from tests.builders import a_customer
from tests.printing.reading import read


@pytest.fixture
def number(desk: CounterDesk) -> str:
    desk.sign_in(CLERK.clerk.code, CLERK.pin)
    return desk.register(a_customer()).number


def test_the_supervisor_reads_who_saw_and_revealed_whom(desk: CounterDesk, number: str) -> None:
    desk.customer(number)
    desk.reveal(RevealData(number, ("phones",)))
    with pytest.raises(NotPermitted):
        desk.access_log(AccessQuery(number))

    desk.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)

    lines = desk.access_log(AccessQuery(number))
    assert {line.clerk for line in lines} == {CLERK.clerk.code}
    assert sorted(line.what for line in lines) == ["page", "reveal"]


def test_a_card_is_written_whole_or_not_at_all(
    desk: CounterDesk, number: str, tmp_path: Path
) -> None:
    file = tmp_path / "card.pdf"
    desk.save_card(IssueCard(desk.new_command_id(), number), file)
    assert read(file.read_bytes()).linear == (number,)

    with pytest.raises(CardUnsaved):
        desk.save_card(IssueCard(desk.new_command_id(), number), tmp_path / "no" / "card.pdf")


def test_a_customer_is_compared_and_an_old_address_read(desk: CounterDesk, number: str) -> None:
    other = desk.register(a_customer(full_name="Trần Minh")).number

    assert desk.compare(number, other).other.full_name == "Trần Minh"
    written = "12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm, Hà Nội"
    assert desk.convert_address(written).candidates
    assert desk.issue_card(IssueCard(desk.new_command_id(), number)).paper.copy == 0


def test_all_looks_of_today_are_the_supervisors_to_read(desk: CounterDesk, number: str) -> None:
    desk.customer(number)
    with pytest.raises(NotPermitted):
        desk.access_day("")

    desk.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)
    found = desk.access_day("")

    assert [(line.clerk, line.number) for line in found.lines] == [(CLERK.clerk.code, number)]
    assert desk.access_day(SUPERVISOR.clerk.code).lines == ()
    assert desk.access_day("", found.day - timedelta(days=1)).lines == ()
