from tests.fakes.hands import Show
from ui.shell.standing_words import Words
from ui.shell.sync_chip import SyncChip

WORDS = "Một mình · đã ghi 128 · chờ gửi 6"


def test_without_words_there_is_no_chip(show: Show) -> None:
    chip = SyncChip()
    show(chip)

    assert chip.isHidden()


def test_the_words_are_read_out(show: Show) -> None:
    chip = SyncChip()
    show(chip)

    chip.say(Words(WORDS), online=False)

    assert chip.text() == chip.accessibleName() == WORDS
    assert not chip.isHidden()


def test_connection_shows_as_shape_and_age_as_colour(show: Show) -> None:
    chip = SyncChip()
    show(chip)
    pictures = []
    for words, online in (
        (Words(WORDS), False),
        (Words(WORDS), True),
        (Words(WORDS, late=True), True),
    ):
        chip.say(words, online=online)
        pictures.append(chip.grab().toImage())

    assert all(one != two for at, one in enumerate(pictures) for two in pictures[:at])


def test_a_narrow_strip_shortens_the_chip(show: Show) -> None:
    chip = SyncChip()
    show(chip)
    chip.say(Words(WORDS), online=False)

    assert chip.minimumSizeHint().width() < chip.sizeHint().width()
