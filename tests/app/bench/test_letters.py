from app.bench.letters import a_letter
from app.bench.subject import Subject


def test_the_letter_that_is_sold_again_and_again_can_be_priced(subject: Subject) -> None:
    assert subject.desk.quote(a_letter(subject.desk)).total_vnd > 0
