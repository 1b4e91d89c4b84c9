import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from printing.documents import render
from printing.documents.label import render_label
from printing.documents.receipt import render_receipt
from tests.printing.samples import LABEL, LONG_LABEL, LONG_RECEIPT, RECEIPT


def test_each_content_is_drawn_as_its_own_document() -> None:
    assert render(RECEIPT) == render_receipt(RECEIPT)
    assert render(LABEL) == render_label(LABEL)


def test_documents_drawn_at_the_same_time_do_not_disturb_one_another() -> None:
    contents = (RECEIPT, LABEL, LONG_RECEIPT, LONG_LABEL) * 3

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(render, contents))

    assert together == [render(content) for content in contents]


def test_nothing_of_the_drawing_library_is_loaded_before_the_first_paper() -> None:
    script = (
        "import sys, printing.spooler, printing.printers.folder, printing.printers.cups; "
        "sys.exit(any(m in sys.modules for m in ('reportlab', 'barcode', 'segno')))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], check=False, env={"PYTHONPATH": ":".join(sys.path)}
    )

    assert done.returncode == 0
