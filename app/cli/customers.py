"""``tem customer …``: register, show, edit, erase."""

import argparse

from app.bootstrap.desk import open_counter
from app.cli import forms
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.clock import local
from app.domain.customer_number import grouped
from app.messages import text
from app.queries.customers import CustomerPage
from app.services.erasure import EraseCustomer
from app.settings import home


def register(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        done = desk.register(forms.registration(given, desk.new_command_id(), desk.places))
    code = "cli.customer.registered" if done.created else "cli.customer.known"
    output.answer(
        {"customer": done.number, "created": done.created}, text(code, number=grouped(done.number))
    )
    return Exit.DONE


def show(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        page = desk.customer(given.number)
    output.answer(page, *_lines(page))
    return Exit.DONE


def edit(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        page = desk.customer(given.number)
        desk.edit(forms.edit(given, page, desk.new_command_id()))
        page = desk.customer(given.number)
    output.answer(page, *_lines(page))
    return Exit.DONE


def erase(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        command_id = forms.command_id(given, desk.new_command_id())
        done = desk.erase(EraseCustomer(command_id, given.number, given.reason))
    output.answer(
        {"customer": done.number, "entries": done.entries},
        text("cli.customer.erased", number=grouped(done.number)),
    )
    return Exit.DONE


def _lines(page: CustomerPage) -> list[str]:
    born = page.birth_date.strftime("%d/%m/%Y") if page.birth_date else ""
    facts = (
        ("cli.customer.alert", page.alert_note),
        ("cli.customer.born", born),
        ("cli.customer.citizen", page.citizen_masked),
        ("cli.customer.phones", ", ".join(page.phones_masked)),
        ("cli.customer.address", page.address),
    )
    lines = [f"{grouped(page.number)} · {page.full_name}"]
    lines += [text(code, value=value) for code, value in facts if value]
    for line in page.history:
        parts = (line.code, line.title, line.detail, line.status)
        lines.append(f"{local(line.at):%d/%m/%Y} · " + " · ".join(part for part in parts if part))
    return lines
