from app.errors import EnvironmentFault, TemError, UserError


def test_the_two_kinds_of_failure_are_told_apart() -> None:
    assert issubclass(UserError, TemError)
    assert issubclass(EnvironmentFault, TemError)
    assert not issubclass(UserError, EnvironmentFault)


def test_a_bug_is_neither() -> None:
    assert not issubclass(ZeroDivisionError, TemError)
    assert not issubclass(TemError, ValueError)


def test_an_error_belongs_to_no_field_unless_it_says_so() -> None:
    assert UserError.field == ""
