"""Anki as a counter, its own sync server as headquarters: see docs/comparison.md.

``python anki_side.py 10000``, in an environment where ``pip install anki`` was done.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

PATIENCE_S = 30
NOTE = ("Nguyễn Thị Ánh Tuyết, 12 Hàng Bông, Hà Nội", "registered 85 g 14256 đ to 5 Lê Lợi, Huế")


class Server:
    """``python -m anki.syncserver`` on one folder; ``faketime`` shifts its clock when asked for."""

    def __init__(self, folder: Path, *shifted: str) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        environment = os.environ | {
            "SYNC_USER1": "u:p",
            "SYNC_BASE": str(folder),
            "SYNC_HOST": "127.0.0.1",
            "SYNC_PORT": str(self.port),
        }
        command = [*shifted, sys.executable, "-m", "anki.syncserver"]
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(PATIENCE_S * 10):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            threading.Event().wait(0.1)
        raise TimeoutError

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE_S)


class Line:
    """A TCP line to the server that counts bytes, and can lose the answer to the n-th request."""

    def __init__(self, port: int) -> None:
        self.to = port
        self.up = 0
        self.lose_at = 0
        self.requests = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            client, _ = self._listener.accept()
            server = socket.create_connection(("127.0.0.1", self.to))
            for source, target, upward in ((client, server, True), (server, client, False)):
                threading.Thread(
                    target=self._carry, args=(source, target, upward), daemon=True
                ).start()

    def _carry(self, source: socket.socket, target: socket.socket, upward: bool) -> None:  # noqa: FBT001 - a thread's argument
        try:
            while data := source.recv(65_536):
                if upward:
                    self.up += len(data)
                    self.requests += data.startswith(b"POST ")
                elif self.lose_at and self.requests >= self.lose_at:
                    self.lose_at = 0
                    break
                target.sendall(data)
        except OSError:
            pass
        source.close()
        target.close()


class Counter:
    """One collection and its way to the server."""

    def __init__(self, file: Path, port: int) -> None:
        self.collection: Any = import_module("anki.collection").Collection(str(file))
        self.endpoint = f"http://127.0.0.1:{port}/"
        self.auth: Any = self.collection.sync_login("u", "p", self.endpoint)

    def add(self, count: int) -> None:
        model = self.collection.models.by_name("Basic")
        requests = []
        request = import_module("anki.collection").AddNoteRequest
        for nth in range(count):
            note = self.collection.new_note(model)
            note["Front"] = f"{self.notes()} {nth} {NOTE[0]}"
            note["Back"] = NOTE[1]
            requests.append(request(note=note, deck_id=1))
        self.collection.add_notes(requests)

    def notes(self) -> int:
        return int(self.collection.note_count())

    def sync(self) -> int:
        """What the server then wants: 0 nothing more, 1 normal, 2 full, 3 and 4 one way."""
        out = self.collection.sync_collection(self.auth, sync_media=False)
        return int(out.required)

    def copy_whole(self, *, upload: bool) -> None:
        self.collection.close_for_full_sync()
        self.collection.full_upload_or_download(auth=self.auth, server_usn=None, upload=upload)
        self.collection.reopen(after_full_sync=True)

    def begin(self) -> None:
        """The first device uploads its file, with one note that is not counted."""
        self.add(1)
        self.sync()
        self.copy_whole(upload=True)

    def join(self) -> int:
        """A later device downloads the file. Returns the notes that count."""
        self.sync()
        self.copy_whole(upload=False)
        return self.notes() - 1


def at_the_server(folder: Path, port: int) -> int:
    """Notes that a new device gets."""
    return Counter(folder / f"reader-{os.urandom(4).hex()}.anki2", port).join()


def speed(folder: Path, records: int) -> dict[str, Any]:
    server = Server(folder / "hq")
    line = Line(server.port)
    counter = Counter(folder / "c.anki2", line.port)
    counter.begin()
    counter.add(records)
    before, begun = line.up, perf_counter()
    wanted = counter.sync()
    took_s = perf_counter() - begun
    found = at_the_server(folder, server.port)
    server.stop()
    return {
        "records_s": round(records / took_s),
        "bytes_record": round((line.up - before) / records),
        "arrived": found,
        "required": wanted,
    }


def lost_reply(folder: Path, _records: int) -> dict[str, Any]:
    """Each answer of a sync is lost once; after each loss the counter syncs until it is through."""
    server = Server(folder / "hq")
    line = Line(server.port)
    counter = Counter(folder / "c.anki2", line.port)
    counter.begin()
    told: list[str] = []
    for nth in range(1, 7):
        counter.add(100)
        line.requests, line.lose_at = 0, nth
        try:
            told.append(f"{nth}: {counter.sync()}")
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is what is measured
            told.append(f"{nth}: {type(error).__name__}, then {_again(counter)}")
        line.lose_at = 0
    result = {"notes": counter.notes() - 1, "at_server": at_the_server(folder, server.port)}
    server.stop()
    return {**result, "told": told}


def _again(counter: Counter) -> str:
    try:
        return str(counter.sync())
    except Exception as error:  # noqa: BLE001 - as above
        return f"{type(error).__name__}: {error}"[:120]


def restored(folder: Path, _records: int) -> dict[str, Any]:
    """The server is put back from a copy that lacks the second half."""
    place = folder / "hq"
    server = Server(place)
    counter = Counter(folder / "c.anki2", server.port)
    counter.begin()
    counter.add(500)
    counter.sync()
    server.stop()
    shutil.copytree(place, folder / "copy")
    server = Server(place)
    counter.auth.endpoint = f"http://127.0.0.1:{server.port}/"
    counter.add(500)
    counter.sync()
    server.stop()
    shutil.rmtree(place)
    shutil.copytree(folder / "copy", place)
    server = Server(place)
    counter.auth.endpoint = f"http://127.0.0.1:{server.port}/"
    wanted = _again(counter)
    found = at_the_server(folder, server.port)
    server.stop()
    return {"required": wanted, "at_server": found, "of": 1000}


def wrong_clock(folder: Path, _records: int) -> dict[str, Any]:
    """The server's clock is an hour ahead of the counter's, which comes to the same."""
    server = Server(folder / "right")
    counter = Counter(folder / "c.anki2", server.port)
    counter.begin()
    server.stop()
    if shutil.which("faketime") is None:
        return {"error": "no faketime here"}
    server = Server(folder / "right", "faketime", "-f", "+3600s")
    counter.auth.endpoint = f"http://127.0.0.1:{server.port}/"
    counter.add(10)
    told = _again(counter)
    server.stop()
    return {"told": told}


def same_edit(folder: Path, _records: int) -> dict[str, Any]:
    """Both change one note; the second to sync is asked last."""
    server = Server(folder / "hq")
    one = Counter(folder / "one.anki2", server.port)
    one.begin()
    one.add(1)
    one.sync()
    other = Counter(folder / "other.anki2", server.port)
    other.join()
    for counter, word in ((one, "express"), (other, "parcel")):
        number = max(counter.collection.find_notes(""))
        note = counter.collection.get_note(number)
        note["Back"] = word
        counter.collection.update_note(note)
        threading.Event().wait(1.1)  # Anki's times are whole seconds
    told = [one.sync(), other.sync(), one.sync()]
    number = max(one.collection.find_notes(""))
    stands = one.collection.get_note(number)["Back"]
    notes = [each.notes() - 1 for each in (one, other)]
    server.stop()
    return {"required": told, "stands": stands, "notes": notes}


def main(records: int) -> None:
    found: dict[str, Any] = {}
    works = (
        speed, lost_reply, restored, wrong_clock, same_edit,
    )  # fmt: skip
    for work in works:
        folder = Path(tempfile.mkdtemp(prefix="anki-"))
        try:
            found[work.__name__] = work(folder, records)
        except Exception as error:  # noqa: BLE001 - one that fails must not hide the others
            found[work.__name__] = {"error": f"{type(error).__name__}: {error}"[:300]}
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
