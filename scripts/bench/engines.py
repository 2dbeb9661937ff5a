"""The two databases to measure on: each in a temporary folder, filled, with a server on it."""

import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile

from server import Server

HERE = pathlib.Path(__file__).resolve().parent
REPO = HERE.parent.parent


class SQLite:
    """A file in a folder of its own."""

    name, pid = "SQLite", None

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def database(self, size):
        """The address for the server, and for who owns the tables."""
        url = f"sqlite:{self.folder}/{size}.sqlite3"
        return url, url


class Postgres:
    """A cluster that `scripts/with-postgres` has started, set to keep what it promises to keep."""

    name = "PostgreSQL"

    def __init__(self, url):
        self.url = url
        self.ask("CREATE ROLE clinic_server LOGIN")
        for setting in ("fsync = on", "full_page_writes = on"):
            self.ask("ALTER SYSTEM SET " + setting)
        self.ask("SELECT pg_reload_conf()")
        self.pid = int(self.ask("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"))

    def ask(self, sql):
        command = ["psql", self.url, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "-c", sql]
        return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout.strip()

    def database(self, size):
        self.ask(f"CREATE DATABASE bench_{size}")
        owner = f"{self.url.rpartition('/')[0]}/bench_{size}"
        return owner.replace("//postgres@", "//clinic_server@"), owner


@contextlib.contextmanager
def filled_server(engine, size, arguments):
    """A server on a database of so many patients."""
    url, owner = engine.database(size)
    with tempfile.TemporaryDirectory(prefix="clinic-figures-") as folder:
        server = Server(arguments.program, url, owner, folder, arguments.port)
        server.migrate()
        print(f"{engine.name}: filling in {size:,} patients …", file=sys.stderr, flush=True)
        quiet = subprocess.DEVNULL
        subprocess.run([HERE / "fill", owner, "--patients", str(size)], check=True, stderr=quiet)
        with server:
            yield server


def add_arguments(parser):
    parser.add_argument("--program", default=REPO / ".build/release/clinic", type=pathlib.Path)
    parser.add_argument("--engines", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    parser.add_argument("--port", type=int, default=8790)


def run_all(arguments, script, run):
    """Runs `run(engine, arguments)` on each; starts the script anew where it needs a PostgreSQL server."""
    if not arguments.program.exists():
        sys.exit(f"There is no {arguments.program}. Run: scripts/build")
    postgres = os.environ.get("CLINIC_TEST_POSTGRES_URL")
    if "postgresql" in arguments.engines and not postgres:
        os.execv(REPO / "scripts/with-postgres", ["with-postgres", script, *sys.argv[1:]])
    if "sqlite" in arguments.engines:
        with tempfile.TemporaryDirectory(prefix="clinic-figures-") as folder:
            run(SQLite(folder), arguments)
    if "postgresql" in arguments.engines:
        run(Postgres(postgres), arguments)
