"""Both languages are complete: the same files, the same sentences, the same placeholders.

What stands on paper only (``paper.…``) is Vietnamese, by law, and needs no English.
"""

import ast
import re
import string
import tomllib

import pytest

from app.messages import ONE, Language, catalogue
from tests.architecture.tree import ROOT, program

FOLDER = ROOT / "resources" / "messages"
PROPER = ("BẢN SAO", "đồng")
"""Vietnamese words that stand in English sentences: what is printed on paper, and the currency."""


def _files(language: Language) -> dict[str, dict[str, str]]:
    return {
        file.name: tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted((FOLDER / language).glob("*.toml"))
    }


def _for_paper(code: str) -> bool:
    return code.startswith("paper.") and not code.startswith("paper.kind.")


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.fixture(scope="module")
def both() -> list[tuple[str, dict[str, str], dict[str, str]]]:
    """(file, Vietnamese, English) of each subject."""
    vietnamese, english = _files(Language.VIETNAMESE), _files(Language.ENGLISH)
    names = sorted(vietnamese.keys() | english.keys())
    return [(name, vietnamese.get(name, {}), english.get(name, {})) for name in names]


Both = list[tuple[str, dict[str, str], dict[str, str]]]


def test_every_sentence_has_its_english_in_the_file_of_the_same_name(both: Both) -> None:
    missing = [
        f"en/{name}: {code}"
        for name, vietnamese, english in both
        for code in vietnamese
        if code not in english and not _for_paper(code)
    ]

    assert not missing, "\n".join(missing)


def test_nothing_is_said_in_english_only(both: Both) -> None:
    extra = [
        f"en/{name}: {code}"
        for name, vietnamese, english in both
        for code in english.keys() - vietnamese.keys()
        if code.removesuffix(ONE) not in vietnamese
        or "{count}" not in vietnamese[code.removesuffix(ONE)]
    ]

    assert not extra, "\n".join(extra)


def test_both_languages_name_the_same_things(both: Both) -> None:
    differing = [
        f"en/{name}: {code}"
        for name, vietnamese, english in both
        for code in english.keys() & vietnamese.keys()
        if _placeholders(english[code]) != _placeholders(vietnamese[code])
    ]

    assert not differing, "\n".join(differing)


def test_english_is_english() -> None:
    odd = []
    for code, sentence in catalogue(Language.ENGLISH).items():
        words = sentence
        for proper in PROPER:
            words = words.replace(proper, "")
        if re.search(r"[À-ỹ]", re.sub(r"[×]|\bđ\b", "", words)):
            odd.append(f"{code}: {sentence}")

    assert not odd, "\n".join(odd)


def test_no_sentence_is_empty(both: Both) -> None:
    odd = [
        f"{name}: {code}"
        for name, vietnamese, english in both
        for code, sentence in (*vietnamese.items(), *english.items())
        if not sentence.strip()
    ]

    assert not odd, "\n".join(odd)


def test_documents_speak_vietnamese_whatever_the_window_speaks() -> None:
    chosen = [
        f"{source.path}:{node.lineno}"
        for source in program()
        if source.module.startswith("printing.documents")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and node.module == "app.messages"
        for alias in node.names
        if alias.name != "paper_text"
    ]

    assert not chosen, "say paper_text: " + ", ".join(chosen)
