"""The commands about the books, their copies and what they were priced by."""

from app.cli.grammar.building import Subject
from app.cli.usage import whole


def books(tem: Subject) -> None:
    tem.command("standing", "standing:standing")
    tem.command("verify", "books:verify").takes("proof", nargs="?", metavar="PROOF")
    tem.command("backup", "books:backup").takes(
        "file", nargs="?", metavar="FILE", help_code="backup_file"
    )
    restore = tem.command("restore", "books:restore")
    restore.takes("file", metavar="FILE", help_code="restore_file")
    restore.takes("--even-if-older", action="store_true")
    bench = tem.command("bench", "bench:bench").takes(
        "--customers", type=whole, default=1_000_000, metavar="N", help_code="bench_customers"
    )
    bench.takes("--report", action="store_true", help_code="bench_report")
    bench.takes("--entries", type=whole, default=1_000_000, metavar="N", help_code="bench_entries")
    bench.takes("--days", type=whole, default=365, metavar="N", help_code="bench_days")
    sync = bench.subject(required=False).command("sync", "bench:sync")
    sync.takes(
        "--entries", type=whole, default=100_000, metavar="N", help_code="bench_sync_entries"
    )
    sync.takes(
        "--customers", type=whole, default=1_000_000, metavar="N", help_code="bench_sync_customers"
    )
    sync.takes(
        "--terminals", type=whole, default=1_000, metavar="N", help_code="bench_sync_terminals"
    )
    sync.takes("--workers", type=whole, default=2, metavar="N", help_code="bench_sync_workers")
    sync.takes("--seconds", type=whole, default=15, metavar="N", help_code="bench_sync_seconds")
    sync.takes("--database", metavar="URL", default="", help_code="bench_sync_database")
    reference = tem.command("reference").subject()
    reference.command("check", "reference:check").takes(
        "files", nargs="+", metavar="FILE", help_code="reference_files"
    )
