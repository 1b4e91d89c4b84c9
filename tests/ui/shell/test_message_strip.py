from tests.fakes.hands import Show
from ui.shell.message_strip import MessageStrip
from ui.style.tokens import Tone


def test_it_takes_no_room_while_there_is_nothing_to_say(show: Show) -> None:
    strip = MessageStrip()
    show(strip)

    assert strip.isHidden()


def test_a_sentence_is_shown_and_read_out_until_it_is_taken_away(show: Show) -> None:
    strip = MessageStrip()
    show(strip)

    strip.say("Đĩa đầy.", Tone.WARN)
    assert strip.isVisible()
    assert strip.text() == strip.accessibleName() == "Đĩa đầy."

    strip.say("")
    assert strip.isHidden()
