from app.domain.complaints import FROM, OPEN, UNANSWERED, CaseState, Step


def test_a_closed_case_can_only_be_opened_again() -> None:
    assert [step for step in Step if CaseState.CLOSED in FROM[step]] == [Step.REOPEN]


def test_the_clock_runs_until_there_is_an_answer() -> None:
    assert set(OPEN) - set(UNANSWERED) == {CaseState.DECIDED}


def test_nothing_is_decided_before_it_was_looked_into() -> None:
    assert FROM[Step.DECIDE] == {CaseState.INVESTIGATING}
