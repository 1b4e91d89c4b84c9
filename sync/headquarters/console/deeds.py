"""What may be done with a row: a form asks why, then a function of headquarters does it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette_admin.actions import row_action

from app.messages import text
from sync.headquarters.console.listing import Listing, reason_form

Do = Callable[[Any, Any, str, str], object]


def deed(
    name: str,
    icon: str,
    *,
    danger: bool = False,
    listed: bool = True,
    like: str = "",
    before: Callable[[Any], str] = lambda _row: "",
) -> Callable[[Do], Any]:
    """An action; its method takes the row, the reason and who gives it.

    Its words: ``console.<name>``, what ``.ask`` warns of and ``.done`` says afterwards, the latter
    two those of ``like`` if given. ``before``: what it comes to, above the reason.
    """

    def wrap(do: Do) -> Any:
        async def act(view: Listing, request: Request, pk: Any) -> None:
            await view.decide(request, pk, partial(do, view), text(f"console.{like or name}.done"))

        return row_action(
            name=name,
            text=text(f"console.{name}"),
            header=text(f"console.{name}"),
            confirmation=text(f"console.{like or name}.ask"),
            submit_btn_text=text(f"console.{name}"),
            submit_btn_class="btn btn-danger" if danger else None,
            icon_class=f"fa-solid fa-{icon}",
            form=lambda _request, row: reason_form(text("console.reason"), before(row)),
            exclude_from_list=not listed,
            modal_size="md",
        )(act)

    return wrap
