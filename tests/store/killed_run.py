"""A run of the extraction that is killed at its n-th dealing with the disk. Started by test_faults.py as a process.

killed_run.py DOSSIER N      exits 137 where it was killed, 0 where the run had fewer dealings
"""

from __future__ import annotations

import builtins
import io
import os
import sys
from pathlib import Path

from newsroom import Newsroom

DEALINGS = [int(sys.argv[2])]


def count_down() -> None:
    if DEALINGS[0] == 0:
        os._exit(137)
    DEALINGS[0] -= 1


def dying(real):
    def call(*args, **named):
        count_down()
        done = real(*args, **named)
        count_down()
        return done

    return call


class HalfWriter(io.FileIO):
    """Writes half of the bytes before it may die: a file torn in the middle."""

    def write(self, data) -> int:
        half = len(data) // 2
        super().write(bytes(data)[:half])
        count_down()
        return half + super().write(bytes(data)[half:])


real_open = io.open


def opening(file, mode="r", *args, **named):
    if mode == "wb":
        count_down()
        return HalfWriter(file, "wb")
    return real_open(file, mode, *args, **named)


room = Newsroom(Path(sys.argv[1]), version=2, titles={"fatto1": "Nuovo uno", "fatto2": "Nuovo due"}, silent={"fatto3"})
builtins.open = io.open = opening
Path.open = lambda self, mode="r", *args, **named: opening(self, mode, *args, **named)
os.fsync, os.replace, os.rename, os.unlink = map(dying, (os.fsync, os.replace, os.rename, os.unlink))
room.extract()
