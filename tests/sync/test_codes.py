import pytest

from sync.codes import CodeMistyped, answer_proof, caller_proof, new_code, parse_code


def test_a_code_reads_back_as_it_was_shown() -> None:
    code = new_code("100950", "12")

    assert parse_code(str(code)) == code


def test_letters_that_look_alike_are_read_as_digits() -> None:
    assert parse_code(" 100950-2-ooOil-lILO0 ").letters == "0000111100"[:3] + "11" + "11100"


@pytest.mark.parametrize("text", ["", "100950", "100950-2-0000", "100950-0-00000-00000", "x" * 99])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(CodeMistyped):
        parse_code(text)


def test_the_secret_belongs_to_its_counter() -> None:
    one, other = parse_code("100950-1-00000-00000"), parse_code("100950-2-00000-00000")

    assert one.secret() != other.secret()


def test_what_one_end_proves_is_no_proof_of_the_other() -> None:
    assert caller_proof(b"s" * 32, b"same") != answer_proof(b"s" * 32, b"same")


def test_a_code_does_not_show_itself_in_a_log() -> None:
    code = new_code("100950", "2")

    assert code.letters not in repr(code)
