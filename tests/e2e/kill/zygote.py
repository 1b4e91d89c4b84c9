"""Runs beside the test: has the whole program loaded and warm, and forks a process per request.

``python -m tests.e2e.kill.zygote JOB HOME`` does the job once in HOME to warm up, then reads one
JSON request a line and answers each by one line. A forked process is as new as any to the store: it
inherits loaded code, but no connection, lock or open file of a home.

{"do": "work", "home": H}             → {"pid": P}; the work begins with the next line, whatever it
                                        says → {"shown": [...], "signal": 9, "exit": null}
{"do": "look", "home": H, "shown": …} → {"problems": [...]}
"""

import ctypes
import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from app.settings import Home
from tests.e2e.kill.jobs import JOBS, Job
from tests.e2e.kill.points import kill_at_point

PR_SET_PTRACER = 0x59616D61
ANYBODY = ctypes.c_ulong(-1)


def main() -> None:
    job = JOBS[sys.argv[1]]
    job.work(Home(Path(sys.argv[2])), lambda _shown: None)
    _say({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        {"work": _work, "look": _look}[request["do"]](job, request)


def _work(job: Job, request: dict[str, Any]) -> None:
    """Two pipes: one lets the work begin once it is watched, one carries what was shown."""
    hold, begin = os.pipe()
    shown, show = os.pipe()

    def tell(value: object) -> None:
        os.write(show, json.dumps(value).encode() + b"\n")

    def serve() -> None:
        os.close(begin)
        os.close(shown)
        _let_anybody_trace()
        os.read(hold, 1)
        with kill_at_point(request.get("point")):
            job.work(Home(Path(request["home"])), tell)

    pid = _fork(serve)
    os.close(hold)
    os.close(show)
    _say({"pid": pid})
    sys.stdin.readline()
    os.write(begin, b"!")
    os.close(begin)
    with os.fdopen(shown, encoding="utf-8") as told:
        lines = [json.loads(line) for line in told if line.endswith("\n")]
    _, status = os.waitpid(pid, 0)
    killed = os.WIFSIGNALED(status)
    _say(
        {
            "shown": lines,
            "signal": os.WTERMSIG(status) if killed else None,
            "exit": None if killed else os.WEXITSTATUS(status),
        }
    )


def _look(job: Job, request: dict[str, Any]) -> None:
    found, tell = os.pipe()

    def look() -> None:
        problems = job.look(Home(Path(request["home"])), request["shown"])
        os.write(tell, json.dumps(problems).encode())

    pid = _fork(look)
    os.close(tell)
    with os.fdopen(found, encoding="utf-8") as told:
        answer = told.read()
    _, status = os.waitpid(pid, 0)
    _say({"problems": json.loads(answer) if status == 0 else ["unsound: the look itself failed"]})


def _fork(work: Callable[[], None]) -> int:
    pid = os.fork()
    if pid == 0:
        _live(work)
    return pid


def _live(work: Callable[[], None]) -> NoReturn:
    """A forked process ends here: it must not go on reading requests."""
    status = 1
    try:
        work()
        status = 0
    except BaseException:  # noqa: BLE001 - told to the test run; the status says the rest
        traceback.print_exc()
    finally:
        os._exit(status)


def _let_anybody_trace() -> None:
    """Where only parents may trace (Yama), the watcher, which is a cousin, is let in."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)


def _say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
