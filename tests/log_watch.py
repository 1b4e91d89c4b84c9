"""Fails a test that logs a warning nobody announced."""

import logging


class LogWatch(logging.Handler):
    """Collects warnings and worse; those that a test announced are no problem."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._seen: list[logging.LogRecord] = []
        self._announced: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.append(record)

    def announce(self, text: str) -> None:
        """Exactly this test must log ``text`` (a part of a message) as a warning or worse."""
        self._announced.append(text)

    def problems(self) -> list[str]:
        messages = {record.getMessage(): record for record in self._seen}
        unexpected = [
            f"unexpected {record.levelname} at {record.pathname}:{record.lineno}: {message}"
            for message, record in messages.items()
            if not any(text in message for text in self._announced)
        ]
        missing = [
            f"announced but not logged: {text}"
            for text in self._announced
            if not any(text in message for message in messages)
        ]
        return unexpected + missing
