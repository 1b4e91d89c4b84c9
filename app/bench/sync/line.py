"""A connection to headquarters that costs a bench as little as can be."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.bench.sync.pushing import PushRefused
from sync.wire import MEDIA_TYPE


@dataclass(frozen=True, slots=True)
class Call:
    """One request of ``terminal``; ``entries`` are those that its answer acknowledges."""

    terminal: int
    path: str
    body: bytes
    entries: int = 0


class Line:
    """HTTP/1.1, kept open, one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, url: str) -> "Line":
        parts = urlsplit(url)
        return cls(*await asyncio.open_connection(parts.hostname, parts.port))

    async def send(self, call: Call) -> bytes:
        """The body of the answer. Raises PushRefused for any but 200."""
        head = (
            f"POST {call.path} HTTP/1.1\r\nHost: tem\r\nContent-Type: {MEDIA_TYPE}\r\n"
            f"Content-Length: {len(call.body)}\r\n\r\n"
        )
        self._writer.write(head.encode("ascii") + call.body)
        status_line, *fields = (await self._reader.readuntil(b"\r\n\r\n")).split(b"\r\n")
        length = next(
            int(field.partition(b":")[2])
            for field in fields
            if field.lower().startswith(b"content-length:")
        )
        body = await self._reader.readexactly(length)
        status = int(status_line.split()[1])
        if status != 200:
            raise PushRefused(status)
        return body

    def close(self) -> None:
        self._writer.close()
