from app.domain.complaints import FROM, OPEN, UNANSWERED, CaseState, Step, next_steps


def test_a_closed_case_can_only_be_opened_again() -> None:
    assert [step for step in Step if CaseState.CLOSED in FROM[step]] == [Step.REOPEN]


def test_the_clock_runs_until_there_is_an_answer() -> None:
    assert set(OPEN) - set(UNANSWERED) == {CaseState.DECIDED}


def test_the_natural_next_step_stands_first() -> None:
    assert next_steps(CaseState.INVESTIGATING, owed=False) == (Step.DECIDE, Step.INVESTIGATE)
    assert next_steps(CaseState.DECIDED, owed=True) == (Step.COMPENSATE, Step.REOPEN)
    assert next_steps(CaseState.DECIDED, owed=False) == (Step.CLOSE, Step.REOPEN)


def test_nothing_is_decided_before_it_was_looked_into() -> None:
    assert FROM[Step.DECIDE] == {CaseState.INVESTIGATING}
