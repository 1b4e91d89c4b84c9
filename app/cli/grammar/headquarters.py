"""The commands between this terminal and headquarters, and those of headquarters itself."""

from app.cli.grammar.building import Subject
from app.cli.grammar.reports import asked
from app.cli.usage import whole


def headquarters(tem: Subject) -> None:
    tem.command("enrol", "syncing:enrol").takes("url", metavar="URL").takes("code", metavar="CODE")
    sync = tem.command("sync", "syncing:sync")
    sync.takes("--once", action="store_true").takes("--watch", action="store_true")
    bundle = tem.command("bundle").subject()
    bundle.command("export", "bundles:export").takes("path", metavar="FILE", help_code="stick")
    bundle.command("import", "bundles:take").takes("path", metavar="FILE", help_code="stick")
    hq = tem.command("hq").subject()
    _bundles(hq.command("bundle").subject())
    serve = hq.command("serve", "headquarters:serve").takes("--database", metavar="URL")
    serve.takes("--host", default="127.0.0.1").takes("--port", type=whole, default=8700)
    serve.takes("--workers", type=whole, default=1, metavar="N")
    serve.takes("--until-told", action="store_true")
    enrol = hq.command("enrol", "headquarters:enrol").takes("--database", metavar="URL")
    enrol.takes("office", metavar="OFFICE").takes("counter", metavar="COUNTER")
    publish = hq.command("publish", "headquarters:publish").takes("--database", metavar="URL")
    publish.takes("files", nargs="+", metavar="FILE", help_code="publish_files")
    hq.command("snapshot", "headquarters:snapshot").takes("--database", metavar="URL").takes(
        "province", metavar="PP", help_code="province"
    )
    revoke = hq.command("revoke", "headquarters_decisions:revoke")
    revoke.takes("--database", metavar="URL")
    revoke.takes("terminal", type=whole, metavar="TERMINAL").takes("--reason", required=True)
    revoke.takes("--after", type=whole, metavar="SEQ", help_code="after_seq")
    for name in ("release", "waive"):
        decide = hq.command(name, f"headquarters_decisions:{name}")
        decide.takes("--database", metavar="URL")
        decide.takes("terminal", type=whole, metavar="TERMINAL")
        decide.takes("seq", type=whole, metavar="SEQ", help_code="held_seq")
        decide.takes("--reason", required=True)
    _mending(hq)
    _staff(hq.command("staff").subject())
    _duplicates(hq.command("duplicates").subject())
    hq.command("backup", "headquarters:backup").takes("--database", metavar="URL").takes(
        "file", nargs="?", metavar="FILE", help_code="backup_file"
    )
    hq.command("status", "headquarters:status").takes("--database", metavar="URL")
    report = hq.command("report", "headquarters:report").takes("--database", metavar="URL")
    asked(report.takes("office", metavar="OFFICE"))


def _bundles(bundle: Subject) -> None:
    take = bundle.command("import", "headquarters_bundles:take")
    take.takes("--database", metavar="URL")
    take.takes("paths", nargs="+", metavar="FILE", help_code="sticks")
    give = bundle.command("export", "headquarters_bundles:answer")
    give.takes("--database", metavar="URL").takes("folder", metavar="DIR", help_code="stick_folder")
    give.takes("--terminal", type=whole, metavar="N", help_code="answered_terminal")


def _mending(hq: Subject) -> None:
    """What is said when a database was put back, or a card lost."""
    restored = hq.command("restored", "headquarters:restored")
    restored.takes("--database", metavar="URL").takes("--reason", required=True)
    card = hq.command("card").subject()
    out = card.command("revoke", "headquarters_cards:revoke").takes("--database", metavar="URL")
    out.takes("named", metavar="CARD|CUSTOMER", help_code="hq_card_named")
    out.takes("--reason", required=True)


def _duplicates(duplicates: Subject) -> None:
    find = duplicates.command("find", "headquarters_duplicates:find")
    find.takes("--database", metavar="URL")
    find.takes("--all", action="store_true", help_code="duplicates_all")
    show = duplicates.command("list", "headquarters_duplicates:show")
    show.takes("--database", metavar="URL").takes(
        "--decided", action="store_true", help_code="duplicates_decided"
    )
    for name in ("merge", "dismiss", "unmerge"):
        decide = duplicates.command(name, f"headquarters_duplicates:{name}")
        decide.takes("--database", metavar="URL")
        decide.takes("keep", metavar="NUMBER", help_code="duplicates_keep")
        decide.takes("other", metavar="OTHER", help_code="duplicates_other")
        decide.takes("--reason", required=True)


def _staff(staff: Subject) -> None:
    add = staff.command("add", "headquarters_staff:add").takes("--database", metavar="URL")
    add.takes("code", metavar="CODE").takes("name", metavar="NAME")
    add.takes("--role", required=True, choices=("viewer", "operator", "administrator"))
    staff.command("list", "headquarters_staff:show").takes("--database", metavar="URL")
