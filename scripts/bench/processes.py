"""What processes cost: processor time and memory, from /proc."""

import os
import pathlib
import threading
import time

TICK = 1_000_000 // os.sysconf("SC_CLK_TCK")


def fields(pid):
    """Of /proc/PID/stat, from the state on; nothing for a process that has gone."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def children(pid):
    folders = (int(entry.name) for entry in pathlib.Path("/proc").iterdir() if entry.name.isdigit())
    return [other for other in folders if (told := fields(other)) and int(told[1]) == pid]


def processor_time(pid):
    """Of a process, its children and those that have ended, in µs; 0 for none."""
    if pid is None:
        return 0
    total = sum(map(int, fields(pid)[11:15]))
    for child in children(pid):
        total += sum(map(int, (fields(child) or ["0"] * 15)[11:13]))
    return total * TICK


def memory(pid):
    """A process's share of memory (PSS), in MiB."""
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


class Spent:
    """Processor time of a server, its database and everything since the machine began, in µs."""

    def __init__(self, server, database):
        self.at = time.monotonic()
        self.server, self.database = processor_time(server), processor_time(database)
        self.own = sum(os.times()[:4]) * 1_000_000
        told = pathlib.Path("/proc/stat").read_text(encoding="ascii").split()[1:9]
        self.machine = (sum(map(int, told)) - int(told[3]) - int(told[4])) * TICK
        self.foreign = 0.0

    def __sub__(self, before):
        took = (self.at - before.at) * 1_000_000 * os.cpu_count()
        known = 0
        for name in ("server", "database", "own", "machine"):
            setattr(self, name, getattr(self, name) - getattr(before, name))
            known += getattr(self, name) if name != "machine" else 0
        self.foreign = 100 * max(0, self.machine - known) / took
        return self


class PeakMemory:
    """The most memory that a process was seen to have, looked at twice a second while the context lasts."""

    def __init__(self, pid):
        self.pid, self.peak, self.ended = pid, 0.0, threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def watch(self):
        while not self.ended.wait(0.5):
            self.peak = max(self.peak, memory(self.pid))

    def __enter__(self):
        self.thread.start()

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()
        self.peak = max(self.peak, memory(self.pid))
