"""``tem customer …``: register, show, edit, erase."""

import argparse
from collections.abc import Iterator
from dataclasses import replace

from app.bootstrap.desk import open_counter
from app.cli import forms
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.clock import local
from app.domain.customer_number import grouped
from app.domain.relations import Standing
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
    answer_page(output, page)
    return Exit.DONE


def edit(given: argparse.Namespace, output: Output) -> Exit:
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        page = desk.customer(given.number)
        desk.edit(forms.edit(given, page, desk.new_command_id()))
        page = desk.customer(given.number)
    answer_page(output, page)
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


def answer_page(output: Output, page: CustomerPage) -> None:
    """The page; whole telephone numbers are for ``tem customer reveal``, which is written down."""
    output.answer(replace(page, phones=page.phones_masked), *_lines(page))


def _lines(page: CustomerPage) -> list[str]:
    born = page.birth_date.strftime("%d/%m/%Y") if page.birth_date else ""
    facts = (
        ("cli.customer.organisation", _organisation(page)),
        ("cli.customer.merged_numbers", ", ".join(map(grouped, page.merged))),
        ("cli.customer.alert", page.alert_note),
        ("cli.customer.born", born),
        ("cli.customer.citizen", page.citizen_masked),
        ("cli.customer.phones", ", ".join(page.phones_masked)),
        ("cli.customer.address", page.address),
    )
    standing = "" if page.standing == Standing.ACTIVE else text(f"standing.{page.standing}")
    head = (grouped(page.number), page.full_name, standing)
    lines = [" · ".join(part for part in head if part)]
    lines += [text(code, value=value) for code, value in facts if value]
    lines += _beside(page)
    for line in page.history:
        parts = (line.code, line.title, line.detail, line.status)
        lines.append(f"{local(line.at):%d/%m/%Y} · " + " · ".join(part for part in parts if part))
    return lines


def _organisation(page: CustomerPage) -> str:
    found = page.organisation
    if found is None:
        return ""
    parts = [text(f"form.{found.form}"), found.tax_code]
    parts += [f"{grouped(each.number)} {each.full_name}" for each in (found.parent,) if each]
    return " · ".join(part for part in parts if part)


def _beside(page: CustomerPage) -> Iterator[str]:
    """Branches, links, further addresses and consents: a line each."""
    for branch in page.organisation.branches if page.organisation else ():
        yield f"{text('form.branch')}: {grouped(branch.number)} · {branch.full_name}"
    for link in page.links:
        role = text(f"role.{link.role}")
        ended = f" · {text('cli.customer.link_ended')}" if link.ended else ""
        name = f"{grouped(link.other.number)} {link.other.full_name}"
        yield f"{role}: {name} [{link.link}]{ended}"
    for each in page.addresses:
        words = " → ".join(part for part in (each.as_written, each.line) if part)
        yield f"{text(f'address.use.{each.use}')}: {words} [{each.address}]"
    for consent in page.consents:
        if consent.state:
            code = "agreed" if consent.state == "given" else "withdrawn"
            yield f"{consent.label}: {text(f'cli.customer.{code}')}"
