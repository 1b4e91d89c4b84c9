"""Running the service: granian with as many workers as asked for."""

import os
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces

from app.messages import spoken
from sync.headquarters.worker import DATABASE, FOLDER, LANGUAGE

PATIENCE_S = 3
"""A worker that was told to end while it began does not hear it; then it is ended."""


def serve(folder: Path, database_url: str, host: str, port: int, workers: int) -> None:
    """Serve until told to end (SIGTERM, Ctrl-C). Workers are processes of their own."""
    os.environ[FOLDER], os.environ[DATABASE] = str(folder), database_url
    os.environ[LANGUAGE] = spoken().value
    Granian(
        "sync.headquarters.worker:app_from_environment",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=workers,
        workers_kill_timeout=PATIENCE_S,
        respawn_failed_workers=True,  # one that dies takes no other with it
        log_enabled=False,
    ).serve()
