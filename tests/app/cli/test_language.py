"""The language of a command: the environment's, else the home's, else Vietnamese."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.language import choose_language
from app.messages import Language, speak, spoken


@pytest.fixture(autouse=True)
def _vietnamese_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("TEM_LANGUAGE", raising=False)
    yield
    speak(Language.VIETNAMESE)


def _home(folder: Path, settings: str) -> str:
    (folder / "settings.toml").write_text(settings, encoding="utf-8")
    return str(folder)


def test_no_words_at_all_are_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEM_HOME", str(tmp_path))
    choose_language([])

    assert spoken() is Language.VIETNAMESE


def test_a_home_without_settings_speaks_vietnamese(tmp_path: Path) -> None:
    choose_language(["find", "x", "--home", str(tmp_path)])

    assert spoken() is Language.VIETNAMESE


@pytest.mark.parametrize("form", ["--home={}", "--home {}"])
def test_the_home_named_in_the_words_says_which(tmp_path: Path, form: str) -> None:
    choose_language([*form.format(_home(tmp_path, 'language = "en"')).split(), "standing"])

    assert spoken() is Language.ENGLISH


def test_the_environment_goes_before_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEM_LANGUAGE", "vi")
    choose_language(["--home", _home(tmp_path, 'language = "en"')])

    assert spoken() is Language.VIETNAMESE


@pytest.mark.parametrize("settings", ['language = "fr"', "language = "])
def test_what_cannot_be_understood_is_vietnamese(tmp_path: Path, settings: str) -> None:
    choose_language(["--home", _home(tmp_path, settings)])

    assert spoken() is Language.VIETNAMESE
