from app.bench.subject import Sample, Subject
from app.bench.window import told_by


def test_a_counter_at_work_tells_each_scan_and_what_it_weighs(
    sample: Sample, subject: Subject
) -> None:
    numbers = list(dict.fromkeys(person.number for person in subject.people(4)))
    (before,) = subject.row("SELECT count(*) FROM receipt")

    answer = told_by(
        [
            *("-m", "app.bench.working"),
            *(str(sample.home.root), sample.clerk, sample.pin, *numbers),
        ]
    ).answer

    (after,) = subject.row("SELECT count(*) FROM receipt")
    (waiting,) = subject.row("SELECT count(*) FROM print_job WHERE state <> 'printed'")
    assert len(answer["painted_ms"]) == len(numbers)
    assert answer["resident_mb"] >= answer["scanned_mb"] > 0
    assert (after - before, waiting) == (len(numbers), 0)
