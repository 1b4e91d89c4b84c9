from itertools import pairwise

from app.bench.keystrokes import keys_typed, measure_keystrokes
from app.bench.subject import Person, Subject

AN = Person("0126000000179", "Nguyễn Văn An", "+84903123456", "001090000001")


def test_every_key_of_a_name_is_typed_in_each_of_its_ways() -> None:
    typed = keys_typed([AN])

    assert {"Nguyễn V", "nguyen v", "an ng", "nva", "van an", "an nguyen"} <= typed
    assert {"0903 123", "0903123456", "3456", "345", "0126", "001090"} <= typed


def test_single_letters_pairs_and_digits_are_always_among_the_keys() -> None:
    assert {"a", "z", "aa", "zz", "0", "9"} <= keys_typed([])


def test_no_key_is_left_out_between_the_first_and_the_last() -> None:
    name = sorted((key for key in keys_typed([AN]) if AN.full_name.startswith(key)), key=len)

    assert [len(key) for key in name] == [*range(1, len(AN.full_name) + 1)]
    assert all(longer.startswith(shorter) for shorter, longer in pairwise(name))


def test_the_row_of_all_keystrokes_names_the_slowest(subject: Subject) -> None:
    (row,) = measure_keystrokes(subject, 2)

    assert row.figures["times"] > 700
    assert row.ratio is not None
    assert row.note
