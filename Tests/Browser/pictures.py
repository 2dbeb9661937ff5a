"""Takes the pictures of docs/admin.md; see scripts/screenshots."""

import argparse
import datetime
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
SAMPLES = HERE.parent.parent / "scripts" / "demo-data"

from support import people  # noqa: E402
from support.clinic import Clinic  # noqa: E402
from support.window import Keys, Window  # noqa: E402

REASONS = ["Check-up", "Blood pressure", "Vaccination", "Follow-up", "Results", "Back pain", "Referral"]


def samples(name, count):
    with open(SAMPLES / f"{name}.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line, _ in zip(file, range(count))]


class Pictures:
    def __init__(self, program, folder):
        self.folder = folder
        self.clinic = Clinic(program)
        self.api = self.clinic.create_administrator()
        self.api("PATCH", "/api/auth/profile/", {"first_name": "Nora", "last_name": "Lind"})
        self.patients = [self.api("POST", "/api/patients/", each) for each in samples("patients", 60)]
        self.doctors = [self.api("POST", "/api/doctors/", each) for each in samples("doctors", 5)]
        self.day = people.today()
        self.book_days()

    def book_days(self):
        """Days before and after this one, and this one as it stands at eleven."""
        for days in range(-12, 6):
            day = self.day + datetime.timedelta(days=days)
            for place, doctor in enumerate(self.doctors):
                for turn in range(7):
                    patient = self.patients[(days * 37 + place * 11 + turn * 5) % len(self.patients)]
                    start = people.at(day, 8 + turn + turn // 4, 30 * (place % 2))
                    status = self.status(days, turn, place)
                    answer = self.api.send("POST", "/api/appointments/", {
                        "patient": patient["id"], "doctor": doctor["id"], "appointment_datetime": start.isoformat(),
                        "reason": REASONS[(place + turn) % len(REASONS)], "status": status,
                        "duration_minutes": 45 if turn == 2 else 30})
                    if answer[0] not in (201, 400):
                        sys.exit(f"an appointment was answered with {answer}")
        for number, patient in enumerate(self.patients[:20]):
            self.api("POST", "/api/mappings/", {
                "patient": patient["id"], "doctor": self.doctors[number % 5]["id"], "reason_for_assignment": "Referral"})
        self.ann = self.patients[0]
        self.api("PATCH", f"/api/patients/{self.ann['id']}/", {
            "allergies": "Penicillin: rash (2019)", "insurance_provider": "Mutual", "insurance_number": "M-552-81"})

    @staticmethod
    def status(days, turn, place):
        if (turn + place + days) % 17 == 5:
            return "CANCELLED"
        if days > 0 or days == 0 and turn > 3:
            return "SCHEDULED"
        if (turn * 5 + place * 3 + days) % 13 == 4:
            return "NO_SHOW"
        if days == 0 and turn in (2, 3):
            return ("CHECKED_IN", "COMPLETED", "CHECKED_IN")[(turn + place) % 3]
        return "COMPLETED"

    def take(self):
        self.window = Window()
        try:
            self.window.start(self.clinic.base)
            self.size(1000, 380)
            self.window.open("/admin/login/")
            self.save("sign-in")
            self.window.sign_in()
            self.size(1200, 680)
            for name, path in (
                    ("today", "/admin/"), ("calendar", "/admin/calendar/"),
                    ("patients", "/admin/patients/?gender=F&ordering=last_name"),
                    ("patient", f"/admin/patients/{self.ann['id']}/"),
                    ("activity", "/admin/activity/")):
                self.window.open(path)
                self.save(name)
            self.refused_time()
            self.move()
            self.window.emulate(scheme="dark")
            self.window.open("/admin/calendar/?view=month")
            self.save("month-dark")
            self.window.emulate()
            self.size(390, 700)
            self.window.open("/admin/")
            self.save("today-phone")
        finally:
            self.window.close()
            self.clinic.stop()

    def size(self, width, height):
        self.window.resize(width, height)

    def refused_time(self):
        taken = self.api("GET", f"/api/appointments/?doctor={self.doctors[0]['id']}&status=SCHEDULED")[0]
        self.window.open(
            f"/admin/appointments/new/?patient={self.ann['id']}&doctor={taken['doctor']}&start={taken['appointment_datetime']}")
        self.window.press("Check the time")
        self.save("refused")

    def move(self):
        self.window.open(f"/admin/calendar/?date={self.day + datetime.timedelta(days=1)}")
        link = self.window.one(".entry-movable a")
        self.window.run("arguments[0].focus()", link)
        self.window.keys("m")
        self.window.keys(*[Keys.ARROW_DOWN] * 2, Keys.ENTER)
        self.window.until(lambda: self.window.has("#move[open]"), "the question")
        self.save("move")

    def save(self, name):
        self.window.driver.save_screenshot(str(self.folder / f"{name}.png"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--folder", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    Pictures(arguments.program, arguments.folder).take()


if __name__ == "__main__":
    main()
