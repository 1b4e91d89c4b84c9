"""What words mean, whichever of several sentences says it.

One Vietnamese word may have two in English ("Address", "Addresses"), and the other way round; the
books' own labels are Vietnamese in either language. All that stand for each other count as one.
"""

from app.messages import Language, catalogue
from ui.saying_again import SayingAgain


def _classes() -> dict[str, str]:
    """Each sentence by the one that stands for its class."""
    vietnamese, english = catalogue(Language.VIETNAMESE), catalogue(Language.ENGLISH)
    stands_for: dict[str, str] = {}

    def found(sentence: str) -> str:
        while stands_for.setdefault(sentence, sentence) != sentence:
            sentence = stands_for[sentence]
        return sentence

    for code in english.keys() & vietnamese.keys():
        one, other = sorted((found(vietnamese[code]), found(english[code])))
        stands_for[other] = one
    return {sentence: found(sentence) for sentence in tuple(stands_for)}


class Meaning(SayingAgain):
    """Call it with words of the English window."""

    def __init__(self) -> None:
        super().__init__(Language.ENGLISH, Language.VIETNAMESE)
        self._class_of = _classes()
        self._new = {code: self._class_of.get(said, said) for code, said in self._new.items()}

    def __call__(self, words: str) -> str:
        said = super().__call__(words)
        return self._class_of.get(said, said)
