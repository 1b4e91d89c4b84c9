"""``tem hq staff``: who may sign in to headquarters' console."""

import argparse
import os
from getpass import getpass

from app.cli.headquarters import at_keyboard, headquarters_of
from app.cli.output import Exit, Output
from app.messages import text
from sync.headquarters.staff import NewStaff, StaffRole, add_staff, staff_list

PASSWORD = "TEM_STAFF_PASSWORD"  # noqa: S105 - the name of a variable


def add(given: argparse.Namespace, output: Output) -> Exit:
    password = os.environ.get(PASSWORD) or getpass(text("cli.hq.password", code=given.code))
    new = NewStaff(given.code, given.name, StaffRole(given.role), password)
    with headquarters_of(given) as hq, hq.database.writing() as connection:
        add_staff(connection, new, hq.clock.now_ms(), at_keyboard())
    role = text(f"console.role.{new.role}")
    output.answer(
        {"code": new.code, "role": new.role.value},
        text("cli.hq.staff_added", code=new.code, role=role),
    )
    return Exit.DONE


def show(given: argparse.Namespace, output: Output) -> Exit:
    with headquarters_of(given) as hq, hq.database.reading() as connection:
        found = staff_list(connection)
    lines = [
        text("cli.hq.staff", code=each.code, name=each.name, role=text(f"console.role.{each.role}"))
        for each in found
    ]
    shape = [{"code": each.code, "name": each.name, "role": each.role.value} for each in found]
    output.answer({"staff": shape}, *lines)
    return Exit.DONE
