from app.bench.acceptance import WARM, measure_acceptance
from app.bench.subject import Subject
from app.store.verification import verify


def test_sales_are_booked_durably_and_measured_against_a_bare_commit(subject: Subject) -> None:
    (before,) = subject.row("SELECT count(*) FROM receipt")

    accept, receipt = measure_acceptance(subject, 4)

    (after,) = subject.row("SELECT count(*) FROM receipt")
    assert after - before == WARM + 4
    assert accept.ratio is not None
    assert accept.figures["times"] == receipt.figures["times"] == 4
    assert verify(subject.store).ok
