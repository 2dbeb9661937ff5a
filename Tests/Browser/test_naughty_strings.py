"""The Big List of Naughty Strings in every field into which one can type: kept, shown and exported unharmed; nothing of it
executes."""

import collections
import csv
import io
import json
import pathlib
import unicodedata
import urllib.parse

from support import people
from support.clinic import PASSWORD
from support.walk import Walk

HERE = pathlib.Path(__file__).resolve().parent
TEXTS = json.loads((HERE / "naughty" / "blns.json").read_text(encoding="utf-8"))
SCRIPT = (HERE / "support" / "naughty.js").read_text(encoding="utf-8")


# What asks for more than a text of some length: addresses, numbers to call, names to sign in with, what others number.
PARTICULAR = {"email", "phone_number", "emergency_contact_phone", "username", "license_number", "insurance_number"}


class NaughtyStrings(Walk):
    # Hashes of passwords that nobody has to guess.
    settings = {"ARGON2_MEMORY_KIB": "8192", "ARGON2_ITERATIONS": "1"}

    def setUp(self):
        super().setUp()
        self.sign_in(at="/admin/patients/")

    def test_there_are_515_of_them(self):
        self.assertEqual(len(TEXTS), 515)

    def test_those_of_patients(self):
        results = self.send("/admin/patients/new/", {
            "first_name": "Ann", "last_name": "Lee", "date_of_birth": "1990-05-15", "gender": "F",
            "email": "n{n}@example.org", "phone_number": "1", "emergency_contact_phone": "2"}, "/api/patients/")
        self.show(results)
        self.show_list("/admin/patients/", 11)
        self.export("/admin/patients/?format=csv", results)

    def test_those_of_doctors(self):
        results = self.send("/admin/doctors/new/", {
            "first_name": "Ada", "last_name": "Weiss", "specialization": "Cardiology", "license_number": "L{n}",
            "email": "d{n}@example.org", "phone_number": "1", "gender": "F"}, "/api/doctors/")
        self.show_list("/admin/doctors/", 11)
        self.export("/admin/doctors/?format=csv", results)

    def test_those_of_mappings_and_appointments(self):
        patients = [people.patient(self.api, "Zed", f"Zed {number}") for number in range(len(TEXTS))]
        doctor = people.doctor(self.api)
        first = patients[0]["id"]
        people_of = {"doctor": str(doctor["id"]), "patient": "{patient}"}
        results = self.send("/admin/mappings/new/", people_of, "/api/mappings/", first)
        self.export("/admin/mappings/?format=csv", results)
        results = self.send("/admin/appointments/new/", people_of | {
            "appointment_datetime": "{time}", "duration_minutes": "5", "status": "SCHEDULED"}, "/api/appointments/", first)
        self.show_list("/admin/appointments/", 11)
        self.export("/admin/appointments/?format=csv", results)
        for view in ("day", "week", "month"):
            self.window.open(f"/admin/calendar/?view={view}&date={TIMES[0][:10]}&doctor={doctor['id']}")
        self.window.open(f"/admin/?date={TIMES[0][:10]}")

    def test_those_of_accounts(self):
        results = self.send("/admin/accounts/new/", {
            "username": "u{n}", "email": "u{n}@example.org", "password": PASSWORD, "role": "staff"}, "/api/accounts/",
            at_once=4)
        self.show_list("/admin/accounts/", 11)
        self.export("/admin/accounts/?format=csv", results)

    def test_those_of_searches(self):
        for part in ("search", "patient", "cursor", "date", "next"):
            for address in ("/admin/patients/", "/admin/appointments/", "/admin/"):
                statuses = self.window.driver.execute_async_script(
                    "const [address, name, texts, done] = arguments;"
                    "Promise.all(texts.map(async (text) => (await fetch(`${address}?${new URLSearchParams({[name]: text})}`)).status))"
                    ".then(done)", address, part, TEXTS)
                self.assertLessEqual(set(statuses), {200, 400}, f"{address}?{part}=")
        for text in TEXTS[::5]:
            self.window.open("/admin/patients/?" + urllib.parse.urlencode({"search": text}))
            self.assertEqual(self.window.field("search").get_attribute("value"), single_line(text))

    def send(self, form, basis, resource, first_patient=0, at_once=40):
        """Sends a form for each text, and compares what the API then says with what was sent.
        `at_once` of them are under way at the same time."""
        results, wrong = [], []
        for start in range(0, len(TEXTS), at_once):
            batch = [
                [text, {name: value.format(n=number, patient=first_patient + number, time=TIMES[number])
                        for name, value in basis.items()}]
                for number, text in enumerate(TEXTS[start:start + at_once], start)]
            results += self.window.driver.execute_async_script(SCRIPT, form, batch)
        for number, result in enumerate(results):
            wrong += [f"text {number}: {what}" for what in result["wrong"]]
            if result.get("address"):
                record = self.api("GET", resource + result["address"].rstrip("/").rpartition("/")[2] + "/")
                wrong += [f"text {number}: {name} is kept otherwise" for name, text in result["kept"].items()
                          if record.get(name) != text]
        shapes = {result["shape"] for result in results if result.get("shape")}
        self.assertEqual(wrong, [])
        self.assertEqual(len(shapes), 1, "a text changed the page around it")
        refused = collections.Counter(name for result in results for name in result["refused"])
        # Hardly any of them is refused, but where a field asks for something of its kind.
        free = [name for name in results[0]["kept"] if name not in PARTICULAR]
        self.assertTrue(free, "no field takes any text")
        self.assertLess(max(refused[name] for name in free), 40, refused)
        self.say(form, refused)
        self.assertEqual(self.window.noted(), [])
        return results

    def say(self, form, refused):
        print(f"\n  {form} refused: " + ", ".join(f"{count} as {name}" for name, count in refused.items()), end=" ")

    def show(self, results):
        """In the browser itself, where what can execute would."""
        for result in results:
            self.window.driver.get(self.window.base + result["address"])
        self.assertEqual(self.window.noted(), [])

    def show_list(self, address, pages):
        self.window.open(address)
        for _ in range(pages - 1):
            self.window.follow(self.window.one("main [rel=next]").click)
        self.assertEqual(self.window.noted(), [])

    def export(self, address, results):
        """The file has every text, but for an apostrophe before what a spreadsheet would compute."""
        text = self.window.driver.execute_async_script(
            "fetch(arguments[0]).then((answer) => answer.text()).then(arguments[1])", address)
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))}
        wrong = []
        for number, result in enumerate(results):
            row = rows[result["address"].rstrip("/").rpartition("/")[2]]
            for name, kept in result["kept"].items():
                if row[name] != guarded(kept):
                    wrong.append(f"text {number}: {name} is exported otherwise")
        self.assertEqual(wrong, [])


def guarded(text):
    """With an apostrophe before what a spreadsheet would compute: at the beginning, and behind what some take for the end of
    a field. What nobody sees does not count."""
    safe, is_start = "", True
    for character in text:
        safe += "'" + character if is_start and character in "=+-@＝＋－＠" else character
        is_start = character in ";\t\r\n" or (is_start and unicodedata.category(character) == "Cf")
    return safe


def single_line(text):
    """As a field of one line holds it."""
    return text.replace("\r", "").replace("\n", "")


def times():
    """A time for each text, none like another."""
    day = people.today()
    return [f"{day.replace(year=day.year + 1, day=1 + number // 96)}T{number % 96 // 4:02}:{number % 4 * 15:02}"
            for number in range(len(TEXTS))]


TIMES = times()
