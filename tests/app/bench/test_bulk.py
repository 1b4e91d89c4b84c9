from app.bench.bulk import measure_bulk
from app.bench.subject import Subject
from app.store.verification import verify


def test_a_file_is_booked_whole_and_measured_against_bare_commits(subject: Subject) -> None:
    (before,) = subject.row("SELECT count(*) FROM shipment")

    (bulk,) = measure_bulk(subject, files=2, rows=101)

    (after,) = subject.row("SELECT count(*) FROM shipment")
    assert after - before == 2 * 101
    assert bulk.figures["times"] == 2
    assert bulk.ratio is not None
    assert int(bulk.note) > 0
    assert verify(subject.store).ok
