"""The look at what a kill left is no formality: it finds each kind of harm when there is one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.settings import Home
from tests.e2e.kill.killing import Sweeper


def _a_document_vanishes(home: Path) -> None:
    next(Home(home).printed.glob("label-*.pdf")).unlink()


def _a_document_comes_out_under_another_name(home: Path) -> None:
    label = next(Home(home).printed.glob("label-*.pdf"))
    label.with_name("label-again.pdf").write_bytes(label.read_bytes())


def _the_books_are_put_back_from_an_old_image(home: Path) -> None:
    Home(home).mark.write_text('{"epoch": 1, "seq": 999}', encoding="ascii")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (_a_document_vanishes, "lost: label"),
        (_a_document_comes_out_under_another_name, "doubled: the folder has"),
        (_the_books_are_put_back_from_an_old_image, "unsound: verify.old_image"),
    ],
)
def test_harm_done_to_a_finished_sale_is_told(
    harm: Callable[[Path], None], told: str, sweeper: Sweeper
) -> None:
    found = sweeper.harmed(harm)

    assert any(each.startswith(told) for each in found), found


def test_a_finished_sale_that_nothing_befell_is_in_order(sweeper: Sweeper) -> None:
    assert sweeper.harmed(lambda _home: None) == []
