"""What each worker of ``tem hq serve`` builds for itself, in a process that knows nothing yet."""

import os
from pathlib import Path

from litestar import Litestar

from app.messages import language_wanted, speak

FOLDER, DATABASE, LANGUAGE = "TEM_HQ_HOME", "TEM_HQ_DATABASE", "TEM_LANGUAGE"
"""Environment variables by which workers learn where everything is, and what staff read."""


def app_from_environment() -> Litestar:
    """The console's words are said while it is imported: only then is the language known."""
    speak(language_wanted(""))
    from sync.headquarters.office import open_patiently  # noqa: PLC0415 - see above
    from sync.headquarters.service import make_app  # noqa: PLC0415 - see above

    folder = Path(os.environ[FOLDER])
    return make_app(open_patiently(folder, os.environ.get(DATABASE, "")))
