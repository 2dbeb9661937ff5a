"""Every page that can be reached by a link: accessible in light and dark, light enough, fit for a phone, refused to nobody
to whom it is offered."""

import collections
import datetime
import re
import urllib.parse

from support import people
from support.accessibility import violations
from support.walk import Walk

WEIGHT = 200_000


class EveryPage(Walk):
    @classmethod
    def populate(cls):
        super().populate()
        cls.ada = people.doctor(cls.api)
        ann = people.patient(
            cls.api, allergies="Penicillin: rash", email="ann@example.org", emergency_contact_name="Max Müller",
            blood_group="A+", medical_history="Hypertension.\nSeen every six months.")
        others = [people.patient(cls.api, "Ann", f"Lee {number}") for number in range(60)]
        cls.api("POST", "/api/mappings/", {"patient": ann["id"], "doctor": cls.ada["id"]})
        today = people.today()
        for hour, patient in enumerate([ann, *others[:9]], 8):
            people.appointment(cls.api, patient, cls.ada, people.at(today, hour), reason="Check-up")
        for days in range(1, 6):
            people.appointment(cls.api, ann, cls.ada, people.at(today - datetime.timedelta(days=days), 11), status="COMPLETED")
        people.account(cls.api, "otto", "staff")
        people.account(cls.api, "ada", "doctor", doctor=cls.ada["id"])
        people.account(cls.api, "ann", "patient", patient=ann["id"])

    def test_every_page_that_an_administrator_can_reach(self):
        kinds = self.visit_all("nora")

        for part in ("", "patients/", "patients/{id}/", "patients/{id}/edit/", "patients/{id}/delete/", "doctors/",
                     "mappings/", "appointments/", "appointments/{id}/", "calendar/", "accounts/", "account/",
                     "activity/", "operations/"):
            self.assertIn("/admin/" + part, kinds)

    def test_every_page_that_the_front_desk_can_reach(self):
        self.visit_all("otto")

    def test_every_page_that_a_doctor_can_reach(self):
        self.visit_all("ada")

    def test_pages_that_are_not_there_say_so(self):
        self.sign_in()
        for path in ("/admin/nothing/", "/admin/patients/999999/", "/admin/patients/?gender=X&ordering=nothing"):
            self.window.open(path)
            self.assertGreaterEqual(self.status(), 400)
            self.assertEqual(violations(self.window), [])

    def test_what_is_wrong_with_a_page_is_seen(self):
        """So that the silence of the others means something."""
        self.window.open("/admin/login/")
        self.window.run(
            "document.querySelector('main').insertAdjacentHTML('beforeend',"
            "'<img src=\"http://127.0.0.2/elsewhere.png\"><p onclick=\"alert(1)\">…</p>')")

        self.window.until(lambda: self.window.run("return sessionStorage.getItem('walk-noted')"), "a note")
        noted = " ".join(self.window.noted())
        self.assertIn("policy: img-src", noted)
        self.assertIn("policy: script-src-attr", noted)
        self.assertIn("image-alt", " ".join(violations(self.window, ["light"])))
        self.window.noted()

    def visit_all(self, username):
        """Follows links from Today on. Returns the kinds of pages that were met."""
        self.sign_in(username)
        waiting, known, visits, wrong = collections.deque(["/admin/"]), {"/admin/"}, collections.Counter(), []
        while waiting:
            path = waiting.popleft()
            kind = self.kind(path)
            # Two records of a kind, and a list once with each set of parameters.
            if visits[kind] == (1 if "?" in kind else 2):
                continue
            visits[kind] += 1
            wrong += [f"{path} as {username}: {what}" for what in self.faults(path)]
            for link in self.links():
                if link not in known:
                    known.add(link)
                    waiting.append(link)
        self.assertEqual(wrong, [])
        return {kind.partition("?")[0] for kind in visits}

    def kind(self, path):
        parts = urllib.parse.urlsplit(path)
        names = "&".join(sorted({name for name, _ in urllib.parse.parse_qsl(parts.query)} - {"next"}))
        return re.sub(r"/\d+/", "/{id}/", parts.path) + ("?" + names if names else "")

    def links(self):
        """Where the page leads within the pages, what is a file left aside."""
        found = self.window.run(
            "return [...document.querySelectorAll('a[href]')].map((link) => link.href)"
            ".filter((href) => href.startsWith(location.origin + '/admin/') && !/format=csv/.test(href))")
        return [urllib.parse.urlsplit(each)._replace(scheme="", netloc="", fragment="").geturl() for each in found]

    def faults(self, path):
        """What is wrong with the page at this address."""
        self.window.command("Network.clearBrowserCache")
        self.window.open(path)
        if self.status() != 200:
            yield f"status {self.status()}"
            return
        weight = self.window.run(
            "return performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
            ".reduce((sum, entry) => sum + entry.transferSize, 0)")
        if not 0 < weight < WEIGHT:
            yield f"{weight} bytes at the first load"
        if len(self.window.all("h1")) != 1 or not self.window.driver.title.strip():
            yield "not one h1, or no title"
        for width in (360, 1440):
            self.window.resize(width)
            over = self.window.run("const root = document.documentElement; return root.scrollWidth - root.clientWidth")
            if over > 0:
                yield f"{over} px wider than a window of {width}"
        if self.window.kind() not in Walk.audited:
            Walk.audited.add(self.window.kind())
            yield from violations(self.window)
            self.window.resize(360)
            yield from violations(self.window, ["light"])
        self.window.command("Emulation.clearDeviceMetricsOverride")
        yield from self.window.noted()

    def status(self):
        return self.window.run("return performance.getEntriesByType('navigation')[0].responseStatus")
