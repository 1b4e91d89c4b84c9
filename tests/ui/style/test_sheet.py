import re

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.style.metrics import CAPTION
from ui.style.sheet import sheet
from ui.style.theme import apply
from ui.style.tokens import TOKENS, Theme


@pytest.mark.parametrize("theme", Theme)
def test_no_text_is_smaller_than_a_caption(dressed: QApplication, theme: Theme) -> None:
    sizes = [int(size) for size in re.findall(r"font-size: (\d+)px", sheet(TOKENS[theme]))]

    assert sizes
    assert min(sizes) >= CAPTION


@pytest.mark.parametrize("theme", Theme)
def test_every_colour_comes_from_the_tokens(dressed: QApplication, theme: Theme) -> None:
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}", sheet(TOKENS[theme])))

    known = {getattr(TOKENS[theme], name) for name in TOKENS[theme].__dataclass_fields__}
    assert colours <= known


@pytest.mark.parametrize("theme", Theme)
def test_an_example_in_an_empty_entry_is_as_readable_as_any_muted_text(
    qapp: QApplication, theme: Theme
) -> None:
    apply(qapp, theme)
    entry = QLineEdit()
    entry.ensurePolished()

    assert entry.palette().placeholderText().color().name() == TOKENS[theme].muted.lower()
