"""The sign-in page: shown whenever nobody may act."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.identities import Clerk
from app.messages import text
from ui.running import Runner
from ui.screens.sign_in.presenter import SignInPresenter, SignsIn
from ui.screens.sign_in.view import SignInView
from ui.shell.screen import Screen


class SignInScreen(Screen):
    """Owns both halves."""

    def __init__(
        self,
        desk: SignsIn,
        runner: Runner,
        signed_in: Callable[[Clerk], None],
        fail: Callable[[Exception], None],
        before: Clerk | None = None,
    ) -> None:
        self._view = SignInView()
        self._presenter = SignInPresenter(self._view, desk, runner, signed_in, fail, before)
        self._view.picked.connect(self._presenter.choose)
        self._view.entered.connect(self._presenter.enter)
        self._view.back_asked.connect(self._presenter.choose_other)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Signing in."""
        return text("ui.sign_in.title")

    def focus_first(self) -> None:
        """Ask who works here; the focus follows the answer."""
        self._presenter.start()

    def take_scan(self, text: str) -> bool:  # noqa: ARG002 - whatever it was
        """Nothing is looked up for nobody."""
        self._presenter.scanned()
        return True
