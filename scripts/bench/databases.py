"""How many rows get into either database fast."""

import contextlib
import datetime
import os
import sqlite3
import subprocess
import sys


@contextlib.contextmanager
def database(url):
    """The database that a URL names; open while the context lasts."""
    target = SQLite(url[len("sqlite:"):]) if url.startswith("sqlite:") else Postgres(url)
    yield target
    target.close()


def say(text):
    print(text, file=sys.stderr, flush=True)


class SQLite:
    """Everything in one transaction, without secondary indexes and triggers until the end."""

    EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)

    def __init__(self, path):
        if not os.path.exists(path):
            sys.exit(f"There is no database at {path}. Run: clinic migrate --database-url sqlite:{path}")
        self.connection = sqlite3.connect(f"file:{path}?mode=rw", uri=True, isolation_level=None)
        for sql in ("PRAGMA cache_size = -500000", "BEGIN IMMEDIATE"):
            self.connection.execute(sql)
        self.parts = self.connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        ).fetchall()
        for kind, name, _ in self.parts:
            self.connection.execute(f"DROP {kind} {name}")

    def has_rows(self, table):
        return bool(self.connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0])

    def copy(self, table, columns, rows):
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
        self.connection.executemany(sql, ([self.value(value) for value in row] for row in rows))

    def value(self, value):
        if isinstance(value, datetime.datetime):
            return (value - self.EPOCH) // datetime.timedelta(microseconds=1)
        return value.isoformat() if isinstance(value, datetime.date) else value

    def finish(self, tables):
        say("text to search in …")
        self.connection.execute(
            "INSERT INTO patients_search (rowid, search_text) SELECT id, search_text FROM patients ORDER BY id")
        for kind, name, sql in self.parts:
            say(f"{kind} {name} …")
            self.connection.execute(sql)
        self.connection.execute("COMMIT")
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self):
        self.connection.close()


class Postgres:
    """COPY, without secondary indexes until the end; constraints stay, so appointments take their time."""

    def __init__(self, url):
        self.url = url
        self.indexes = self.ask(
            "SELECT c.relname || '|' || pg_get_indexdef(i.indexrelid) FROM pg_index AS i"
            " JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_class AS t ON t.oid = i.indrelid"
            " WHERE t.relname IN ('patients', 'doctors', 'assignments', 'appointments') AND NOT i.indisexclusion"
            " AND NOT i.indisprimary AND t.relnamespace = current_schema()::regnamespace"
            " ORDER BY i.indexrelid")

    def psql(self, *arguments, **more):
        command = ["psql", self.url, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
        return subprocess.run([*command, *arguments], check=True, text=True, **more)

    def ask(self, sql):
        return self.psql("-c", sql, stdout=subprocess.PIPE).stdout.splitlines()

    def has_rows(self, table):
        return self.ask(f"SELECT EXISTS (SELECT FROM {table})") == ["t"]

    def copy(self, table, columns, rows):
        for name in [line.split("|", 1)[0] for line in self.indexes]:
            self.psql("-c", f"DROP INDEX IF EXISTS {name}", stderr=subprocess.DEVNULL)
        command = ["psql", self.url, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "-c",
                   f"COPY {table} ({', '.join(columns)}) FROM STDIN"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, text=True, encoding="utf-8") as process:
            for row in rows:
                process.stdin.write("\t".join(map(self.value, row)) + "\n")
            process.stdin.close()
            if process.wait():
                sys.exit(f"COPY into {table} failed.")

    def value(self, value):
        if value is None:
            return "\\N"
        if isinstance(value, bool):
            return "t" if value else "f"
        return str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")

    def finish(self, tables):
        for line in self.indexes:
            name, sql = line.split("|", 1)
            say(f"index {name} …")
            self.psql("-c", "SET maintenance_work_mem = '512MB'", "-c", sql)
        for table in tables:
            self.psql("-c", f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))",
                      stdout=subprocess.DEVNULL)
        say("statistics …")
        self.psql("-c", "VACUUM (ANALYZE)")

    def close(self):
        pass
