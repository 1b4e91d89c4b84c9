"""The admin library's own words, said from our messages: it speaks no Vietnamese."""

from app.messages import text

_SAID = {
    "Admin": "console.title",
    "Close": "console.word.close",
    "Cancel": "console.word.cancel",
    "Detail": "console.word.detail",
    "Attribute": "console.word.attribute",
    "Value": "console.word.value",
    "First": "console.word.first",
    "Last": "console.word.last",
    "Next page": "console.word.next",
    "Previous page": "console.word.previous",
    "Show": "console.word.show",
    "entries": "console.word.entries",
    "Page size": "console.word.page_size",
    "Loading": "console.word.loading",
    "No data": "console.word.nothing",
    "Login to your account": "console.word.sign_in_to",
    "Username": "console.word.code",
    "Password": "console.word.password",
    "Show password": "console.word.show_password",
    "Sign in": "console.word.sign_in",
    "Logout": "console.word.sign_out",
    "Yes, Proceed": "console.word.go_on",
    "Take me home": "console.word.home",
    "Oops… You just found an error page": "console.word.refused",
    "Showing %(start)s to %(end)s of %(total)s entries": "console.word.showing",
}

_ON_PAGES = {
    "time_line": "console.time_line",
    "not_yours": "console.word.not_yours",
    "not_here": "console.word.not_here",
    "case_files": "console.case_files",
    "card_sought": "console.card_sought",
    "search": "console.search",
    "show_all": "console.show_all",
    "explain": "console.publish.explain",
    "files": "console.publish.files",
    "lines": "console.lines",
    "publish": "console.page.publish",
    "waiting": "console.duplicate.waiting",
    "decided": "console.duplicate.decided",
    "next": "console.duplicate.next",
    "keys": "console.duplicate.keys",
    "first": "console.column.first",
    "second": "console.column.second",
}


def on_page(name: str, **fields: object) -> str:
    """For our own templates."""
    return text(_ON_PAGES[name], **fields)


def said(words: str) -> str:
    """What the library would say in English."""
    code = _SAID.get(words)
    if code is None:
        return words
    return text(code, start="%(start)s", end="%(end)s", total="%(total)s")


def said_of(one: str, many: str, number: int) -> str:
    return said(one if number == 1 else many)
