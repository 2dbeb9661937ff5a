"""A server of its own with a database of its own, and the API to put records into it."""

import http.client
import json
import os
import pathlib
import re
import secrets
import select
import shutil
import subprocess
import tempfile
import urllib.parse

PASSWORD = "Walk-Harbour-27"


class Refused(Exception):
    """The API answered something else than was asked for."""


class Api:
    """The API as one account uses it; as nobody without a token."""

    def __init__(self, port, token=None):
        self.port = port
        self.token = token

    def send(self, method, path, body=None):
        """Returns the status and what was answered."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, json.loads(data) if data else None

    def __call__(self, method, path, body=None):
        status, answer = self.send(method, path, body)
        if status >= 300:
            raise Refused(f"{method} {path}: {status} {answer}")
        return answer

    def sign_in(self, username, password=PASSWORD, **further):
        tokens = self("POST", "/api/auth/login/", {"username": username, "password": password, **further})
        return Api(self.port, tokens["access"])


class Clinic:
    """A running server; `stop` ends it and throws its database away."""

    zone = "Europe/Berlin"

    def __init__(self, program, postgres=None, **settings):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="clinic-walk."))
        self.postgres = postgres
        self.name = "walk_" + secrets.token_hex(6)
        self.key = secrets.token_hex(32)
        # Of whoever runs the walks nothing but what any program needs: a setting would be another server's.
        self.environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        self.environment |= {
            "DATA_DIRECTORY": str(self.folder), "DATABASE_URL": self.database(), "PORT": "0", "SECRET_KEY": self.key,
            "TIME_ZONE": self.zone, "ACCESS_TOKEN_LIFETIME_MIN": "1440", "SWIFT_BACKTRACE": "enable=no", **settings}
        self.run("migrate")
        self.serve()

    def database(self):
        if not self.postgres:
            return f"sqlite:{self.folder}/clinic.sqlite3"
        self.psql(f"CREATE DATABASE {self.name}")
        return urllib.parse.urlsplit(self.postgres)._replace(path="/" + self.name).geturl()

    def psql(self, command):
        subprocess.run(["psql", "--quiet", self.postgres, "-c", command], check=True, stderr=subprocess.DEVNULL)

    def run(self, *arguments):
        """A command of the program."""
        subprocess.run(
            [self.program, *arguments], cwd=self.folder, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def serve(self):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve"], cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=log)
        self.port = self.announced_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.api = Api(self.port)

    def announced_port(self):
        told = b""
        while select.select([self.process.stdout], [], [], 60)[0]:
            part = os.read(self.process.stdout.fileno(), 4096)
            told += part
            found = re.search(rb"http://127\.0\.0\.1:(\d+)", told)
            if found:
                return int(found[1])
            if not part:
                break
        raise RuntimeError("the server did not start: " + (self.folder / "log").read_text()[-2000:])

    def create_administrator(self, username="nora"):
        """By the command that the pages name."""
        password = self.folder / "password"
        password.write_text(PASSWORD)
        self.run(
            "createsuperuser", "--username", username, "--email", f"{username}@example.org", "--password-file",
            str(password))
        return self.api.sign_in(username)

    def errors(self):
        """What the server logged as its own fault."""
        return [line for line in (self.folder / "log").read_text().splitlines() if '"level":"error"' in line]

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)
        self.process.stdout.close()
        if self.postgres:
            self.psql(f"DROP DATABASE {self.name} WITH (FORCE)")
        shutil.rmtree(self.folder, ignore_errors=True)
