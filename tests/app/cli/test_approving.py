from argparse import Namespace

import pytest

from app.cli.approving import approval
from app.cli.signing_in import PinNotGiven
from app.services.four_eyes import Approval


def test_nobody_named_approves_nothing() -> None:
    assert approval(Namespace(approver=None)) is None


def test_the_pin_comes_from_its_own_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEM_APPROVER_PIN", "4321")
    monkeypatch.setenv("TEM_PIN", "1111")

    assert approval(Namespace(approver="tbc")) == Approval("tbc", "4321")


def test_without_a_keyboard_a_missing_pin_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEM_APPROVER_PIN", raising=False)

    with pytest.raises(PinNotGiven):
        approval(Namespace(approver="tbc"))
