from ui.wedge import LEAD_MS, LET_THROUGH, PREFIXED_MS, SAME_BURST_MS, STUTTER_MS, Wedge


def _burst(wedge: Wedge, text: str, gap_ms: int = 5) -> list[bool]:
    return [wedge.typed(character, gap_ms) for character in text]


def test_a_fast_burst_with_enter_is_a_scan() -> None:
    wedge = Wedge()
    wedge.typed("E", 10_000)
    _burst(wedge, "E471108151VN")

    assert wedge.ended(5) == "EE471108151VN"


def test_a_hand_is_no_scan() -> None:
    wedge = Wedge()
    _burst(wedge, "nguyen", gap_ms=90)

    assert wedge.ended(90) is None


def test_one_slow_key_begins_anew() -> None:
    wedge = Wedge()
    _burst(wedge, "abc")
    wedge.typed("d", LEAD_MS)
    _burst(wedge, "efghi")

    assert wedge.ended(5) == "defghi"


def test_a_scanner_that_stutters_among_its_first_keys_is_read_whole() -> None:
    wedge = Wedge()
    _burst(wedge, "EE")
    wedge.typed("4", LEAD_MS - 1)
    _burst(wedge, "71108151VN")

    assert wedge.ended(5) == "EE471108151VN"


def test_a_scanner_that_stutters_later_is_read_whole() -> None:
    wedge = Wedge()
    _burst(wedge, "EE4711")
    wedge.typed("0", STUTTER_MS - 1)
    _burst(wedge, "8151VN")

    assert wedge.ended(STUTTER_MS - 1) == "EE471108151VN"


def test_a_pause_too_long_for_a_stutter_leaves_half_a_code_unread() -> None:
    wedge = Wedge()
    _burst(wedge, "EE471108")
    wedge.typed("1", STUTTER_MS)
    _burst(wedge, "51V")

    assert wedge.ended(5) is None


def test_a_fast_burst_without_a_quick_enter_is_a_hand() -> None:
    wedge = Wedge()
    _burst(wedge, "EE471108151VN")

    assert wedge.ended(400) is None


def test_five_fast_keys_are_too_few() -> None:
    wedge = Wedge()
    _burst(wedge, "12345")

    assert wedge.ended(5) is None


def test_the_first_keys_are_let_through_and_the_rest_held() -> None:
    held = _burst(Wedge(), "EE4711")

    assert held == [False] * LET_THROUGH + [True] * 3


def test_a_prefix_holds_from_the_first_key_and_tells_short_codes() -> None:
    wedge = Wedge("~")

    assert _burst(wedge, "~", gap_ms=10_000) == [True]
    assert _burst(wedge, "12") == [True, True]
    assert wedge.ended(5) == "12"


def test_with_a_prefix_a_slow_scanner_is_told_too() -> None:
    wedge = Wedge("~")
    _burst(wedge, "~EE471108151VN", gap_ms=PREFIXED_MS - 1)

    assert wedge.ended(PREFIXED_MS - 1) == "EE471108151VN"


def test_an_enter_by_itself_is_no_scan() -> None:
    assert Wedge().ended(5) is None


def test_after_a_scan_everything_begins_anew() -> None:
    wedge = Wedge()
    _burst(wedge, "EE471108151VN")
    wedge.ended(5)

    assert wedge.fresh
    assert not wedge.holding
    assert wedge.wait_ms() == SAME_BURST_MS


def test_a_hand_and_a_scanner_share_no_keys() -> None:
    wedge = Wedge()
    for key in "nguyen":
        wedge.typed(key, 90)
    wedge.typed("E", 400)
    _burst(wedge, "E471108151VN")

    assert wedge.ended(5) == "EE471108151VN"


def test_a_backspace_within_a_burst_takes_its_last_key_back() -> None:
    wedge = Wedge()
    for key in "EE47":
        wedge.typed(key, 5)

    assert wedge.erased(5)
    wedge.typed("8", 5)
    wedge.typed("9", 5)
    wedge.typed("1", 5)

    assert wedge.ended(5) == "EE4891"


def test_a_backspace_by_hand_belongs_to_no_burst() -> None:
    wedge = Wedge()
    assert not wedge.erased(5)
    wedge.typed("n", 120)

    assert not wedge.erased(120)


def test_a_slow_scanner_is_given_the_time_it_needs() -> None:
    slow = Wedge(burst_ms=150)
    for key in "EE4711":
        slow.typed(key, 140)

    assert slow.ended(140) == "EE4711"
    assert not Wedge().belongs(140)


def test_a_first_key_that_is_retyped_begins_no_second_burst() -> None:
    wedge = Wedge()
    wedge.typed("E", 500)

    assert wedge.erased(5)
    assert not wedge.fresh
    wedge.typed("Ê", 5)
    for key in "47110":
        wedge.typed(key, 5)

    assert wedge.ended(5) == "Ê47110"
