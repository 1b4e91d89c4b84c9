from app.domain.consents import Said, Statement, in_force


def given(at: int, purpose: str = "care") -> Statement:
    return Statement(purpose, given=True, place=(at, at))


def withdrawn(at: int, purpose: str = "care") -> Statement:
    return Statement(purpose, given=False, place=(at, at))


def test_nothing_said_is_nothing_agreed() -> None:
    assert in_force(Said(), "care") is None
    assert in_force(Said((given(1, "survey"),)), "care") is None


def test_the_latest_word_under_one_number_counts() -> None:
    assert in_force(Said((given(1), withdrawn(2))), "care") == withdrawn(2)
    assert in_force(Said((withdrawn(2), given(3))), "care") == given(3)


def test_a_merged_withdrawal_wins_over_a_later_consent() -> None:
    said = Said((given(9),), merged=(((20, 20), Said((withdrawn(1),))),))

    assert in_force(said, "care") == withdrawn(1)


def test_a_consent_after_the_merge_counts_again() -> None:
    said = Said((given(30),), merged=(((20, 20), Said((withdrawn(1),))),))

    assert in_force(said, "care") == given(30)


def test_a_consent_of_a_merged_number_is_one_of_the_same_person() -> None:
    said = Said(merged=(((20, 20), Said((given(1),))), ((21, 21), Said((given(5),)))))

    assert in_force(said, "care") == given(5)


def test_what_a_former_holder_agreed_to_binds_nobody_else() -> None:
    inner = Said((given(3),))
    said = Said((given(5), withdrawn(6, "survey")), merged=(((4, 4), inner),), valid_from=(7, 7))

    assert in_force(said, "care") is None
    assert in_force(said, "survey") is None


def test_both_withdrawn_tells_the_later_word() -> None:
    said = Said((withdrawn(9),), merged=(((20, 20), Said((withdrawn(1),))),))

    assert in_force(said, "care") == withdrawn(9)
