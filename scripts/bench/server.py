"""A server to measure: started on a database, with settings as in production."""

import http.client
import json
import os
import pathlib
import subprocess
import sys
import time

PASSWORD = "Bench-Horse-1"


class Server:
    """Runs while the context lasts."""

    def __init__(self, program, url, owner_url, folder, port):
        self.program, self.port, self.url = program, port, f"http://127.0.0.1:{port}"
        self.log = pathlib.Path(folder) / "log"
        self.environment = {
            "PATH": os.environ["PATH"], "DATABASE_URL": url, "PORT": str(port), "DATA_DIRECTORY": folder, "ALLOWED_HOSTS": "127.0.0.1",
            "SECRET_KEY": "measures only; 0123456789abcdef0123456789", "ACCESS_TOKEN_LIFETIME_MIN": "720"}
        if owner_url != url:
            self.environment["MIGRATION_DATABASE_URL"] = owner_url
        self.process, self.started, self.tokens = None, 0.0, {}

    @property
    def pid(self):
        return self.process.pid

    def migrate(self):
        subprocess.run([self.program, "migrate"], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def __enter__(self):
        """Waits for the first answer. The second start counts: the first one makes keys."""
        for _ in range(2):
            self.stop()
            with self.log.open("w") as log:
                began = time.perf_counter()
                self.process = subprocess.Popen([self.program, "serve"], env=self.environment, stdout=log, stderr=log)
            while not self.is_alive():
                if self.process.poll() is not None or time.perf_counter() - began > 60:
                    sys.exit("The server did not start:\n" + self.log.read_text()[-2000:])
                time.sleep(0.001)
            self.started = time.perf_counter() - began
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()

    def is_alive(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def token(self, account):
        """Of an account that scripts/bench/fill has made; asked for once."""
        if account not in self.tokens:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            body = json.dumps({"username": account, "password": PASSWORD})
            connection.request("POST", "/api/auth/login/", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            if answer.status != 200:
                sys.exit(f"{account} cannot sign in: {answer.status}")
            self.tokens[account] = json.loads(answer.read())["access"]
        return self.tokens[account]
