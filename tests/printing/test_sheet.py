from printing.sheet import Sheet
from printing.theme import BODY, LEAD
from tests.printing.reading import ink, read


def test_a_page_has_its_size_in_millimetres_and_its_title() -> None:
    sheet = Sheet(80, 100, "100950-2-0000012")
    sheet.text((10, 20), "Ước gì", BODY)

    result = read(sheet.pdf())

    assert (result.pages, result.size_mm, result.text) == (1, (80.0, 100.0), "Ước gì")


def test_places_are_measured_from_the_top_left_corner() -> None:
    sheet = Sheet(80, 40, "a")
    sheet.fill(10, 5, 20, 2.5)

    assert ink(read(sheet.pdf(), dpi=203.2).image) == (80, 40, 240, 60)


def test_text_ends_at_its_place_when_it_is_right_aligned() -> None:
    sheet = Sheet(80, 20, "a")
    sheet.text((70, 10), "25.380", BODY, align="right")

    left, _, right, bottom = ink(read(sheet.pdf(), dpi=203.2).image)

    assert 555 <= right <= 560
    assert left > 460
    assert bottom == 80


def test_text_is_centred_on_its_place() -> None:
    sheet = Sheet(80, 20, "a")
    sheet.text((40, 10), "HHHH", BODY, align="centre")

    left, _, right, _ = ink(read(sheet.pdf(), dpi=203.2).image)

    assert abs((left + right) / 2 - 320) <= 1


def test_white_text_on_black_leaves_what_follows_black() -> None:
    sheet = Sheet(80, 40, "a")
    sheet.fill(0, 0, 80, 10)
    sheet.text((5, 6), "HHH", LEAD, on_black=True)
    sheet.fill(0, 20, 80, 10)

    image = read(sheet.pdf(), dpi=203.2).image

    def ratio_of_white(top: int) -> float:
        return image.crop((0, top, 640, top + 80)).histogram()[255] / (640 * 80)

    assert 0 < ratio_of_white(0) < 0.1
    assert ratio_of_white(160) == 0


def test_characters_that_the_fonts_do_not_have_stop_no_document() -> None:
    sheet = Sheet(80, 40, "a")
    sheet.text((5, 6), "Quà 🎁 → 中 Ước", BODY)

    assert read(sheet.pdf()).text.startswith("Quà")
