"""A day at the front desk: register, assign, book, meet a conflict, cancel, find."""

import datetime

from support import people
from support.walk import Walk
from support.window import Keys


class FrontDesk(Walk):
    @classmethod
    def populate(cls):
        super().populate()
        cls.ada = people.doctor(cls.api)
        cls.ben = people.doctor(cls.api, "Ben", "Osei", specialization="Neurology")
        cls.day = people.today() + datetime.timedelta(days=7)

    def test_a_patient_is_registered_is_given_a_doctor_and_an_appointment_which_is_cancelled(self):
        self.sign_in()
        self.window.open("/admin/patients/")
        self.window.follow(lambda: self.window.keys("n"))
        self.register()
        patient = self.window.path
        self.assign(patient)
        self.book(patient)
        self.cancel()

    def register(self):
        self.window.fill(first_name="Zoë", last_name="Öztürk", email="not an address")
        self.window.press("Save")
        self.assertIn("date_of_birth", self.window.one(".error-summary").get_attribute("innerHTML"))
        self.assertEqual(self.window.active.get_attribute("id"), "errors")
        self.assertEqual(self.window.field("email").get_attribute("aria-invalid"), "true")
        self.assertEqual(self.window.value("last_name"), "Öztürk")
        self.look_closely()
        self.window.fill(
            date_of_birth="1984-02-29", gender="F", email="zoe@example.org", phone_number="+49 30 555",
            allergies="Penicillin: rash")
        self.window.press("Save")
        self.window.until(lambda: "Zoë Öztürk" in self.window.h1, "the patient's page")
        self.assertIn("29 February 1984", self.window.h1)
        self.assertIn("Penicillin: rash", self.window.text(".allergies"))
        self.assertTrue(self.window.has(".notice-good"))
        self.look_closely()

    def assign(self, patient):
        self.window.press("Assign a doctor")
        self.window.find_and_choose("doctor", "wei", "Ada Weiss")
        self.look_closely()
        self.window.press("Save")
        self.window.until(lambda: self.window.path == patient, "the patient's page again")
        self.assertIn("Ada Weiss", self.window.text("[aria-labelledby^=doctors]"))

    def book(self, patient):
        self.window.press("New appointment")
        self.window.find_and_choose("doctor", "ada", "Ada Weiss")
        self.window.fill(appointment_datetime=f"{self.day}T10:00", reason="Check-up")
        self.window.press("Check the time")
        self.window.until_text("This time is free")
        self.window.press("Save")
        self.window.until(lambda: self.window.path.split("#")[0] == patient, "the patient's page again")
        self.assertIn("10:00", self.window.text())
        self.look_closely()

    def cancel(self):
        shown = next(each for each in self.api("GET", "/api/appointments/?status=SCHEDULED") if each["reason"] == "Check-up")
        self.assertEqual(shown["appointment_datetime"], utc(people.at(self.day, 10)))
        self.window.open(f"/admin/?date={self.day}")
        row = self.window.one(f"#appointment-{shown['id']}")
        self.look_closely()
        self.window.run("arguments[0].focus()", row)
        self.window.follow(lambda: self.window.keys("c"))
        self.window.until_text("Cancelled", f"#appointment-{shown['id']}")
        self.assertEqual(self.window.active.get_attribute("id"), f"appointment-{shown['id']}")
        self.assertEqual(self.api("GET", f"/api/appointments/{shown['id']}/")["status"], "CANCELLED")

    def test_a_time_that_is_taken_is_refused_with_its_reasons_and_nothing_is_saved(self):
        ann = people.patient(self.api, "Ann", "Lee")
        bo = people.patient(self.api, "Bo", "Lee")
        people.appointment(self.api, ann, self.ben, people.at(self.day, 9))
        self.sign_in(at="/admin/appointments/new/")
        self.window.find_and_choose("patient", "bo l", "Bo Lee")
        self.window.find_and_choose("doctor", "osei", "Ben Osei")
        self.window.fill(appointment_datetime=f"{self.day}T09:15")

        for button in ("Check the time", "Save"):
            self.window.press(button)
            self.window.until_text("09:00–09:30", ".notice-bad")
            self.assertIn("Ben Osei", self.window.text(".notice-bad"))
            self.assertEqual(self.window.value("patient"), str(bo["id"]))
        self.look_closely()

        self.assertEqual(self.api("GET", f"/api/appointments/?patient={bo['id']}"), [])

    def test_a_day_goes_on_by_one_click_for_each_visit_and_is_counted(self):
        cleo = people.patient(self.api, "Cleo", "Park")
        visit = people.appointment(self.api, cleo, self.ben, people.at(self.day, 14))
        row = f"#appointment-{visit['id']}"
        self.sign_in(at=f"/admin/?date={self.day}")

        for name, status in (("Arrived", "CHECKED_IN"), ("Done", "COMPLETED")):
            self.window.press(name, row)
            self.window.until_text(name, row + " .status")
            self.assertEqual(self.api("GET", f"/api/appointments/{visit['id']}/")["status"], status)

    def test_an_answer_that_comes_late_does_not_take_back_whom_one_chose(self):
        self.sign_in(at="/admin/mappings/new/")
        field = self.window.field("doctor")
        field.send_keys("wei")
        self.window.until(lambda: self.window.texts("#doctor-list [role=option]"), "somebody is offered")
        # From here on no answer comes before it is let go.
        self.window.run("const real = window.fetch; window.fetch = (address) => new Promise((done) => {"
                        "window.late = async () => { done(await real(address)); } })")
        field.send_keys("s")
        self.window.until(lambda: self.window.run("return window.late !== undefined"), "a question is under way")

        self.window.one("#doctor-list [role=option]").click()
        marks = self.window.text("[data-source^='/admin/doctors/'] .related-chosen")
        self.window.driver.execute_async_script("window.late().then(() => setTimeout(arguments[0], 100))")

        self.assertEqual(self.window.value("doctor"), str(self.ada["id"]))
        self.assertEqual(self.window.text("[data-source^='/admin/doctors/'] .related-chosen"), marks)
        self.assertFalse(self.window.one("#doctor-list").is_displayed())

    def test_a_second_click_registers_nobody_twice(self):
        self.sign_in(at="/admin/patients/new/")
        self.window.fill(first_name="Twyla", last_name="Once", date_of_birth="1984-02-29", gender="F", phone_number="+49 30 556")

        self.window.run("const save = document.querySelector('main form .button-primary'); save.click(); save.click()")
        self.window.until(lambda: "Twyla Once" in self.window.h1, "the patient's page")

        self.assertEqual(len(self.api("GET", "/api/patients/?search=Twyla")), 1)

    def test_other_steps_are_in_a_row_s_menu_and_without_scripts_behind_its_dots(self):
        eve = people.patient(self.api, "Eve", "Moreau")
        visit = people.appointment(self.api, eve, self.ben, people.at(self.day, 17))
        row = f"#appointment-{visit['id']}"
        self.sign_in(at=f"/admin/?date={self.day}")
        menu = self.window.one(f"{row} summary")
        self.assertEqual(menu.get_attribute("aria-label"), "More for Eve Moreau, 17:00")
        menu.click()
        self.look_closely()
        self.window.follow(self.window.one(f"{row} [data-row-key='x']").click)
        self.window.until_text("No-show", row + " .status")

        self.window.without_script()
        self.window.open(f"/admin/?date={self.day}")
        self.window.follow(self.window.one(f"{row} .more").click)
        self.assertEqual(self.window.path, f"/admin/appointments/{visit['id']}/")
        self.window.press("Arrived")

        self.assertEqual(self.api("GET", f"/api/appointments/{visit['id']}/")["status"], "CHECKED_IN")

    def test_a_board_follows_what_others_do_without_being_loaded_again(self):
        dan = people.patient(self.api, "Dan", "Ito")
        visit = people.appointment(self.api, dan, self.ben, people.at(self.day, 16))
        self.sign_in(at=f"/admin/?date={self.day}")
        self.window.run("window.walkStayed = true")
        self.api("PATCH", f"/api/appointments/{visit['id']}/", {"status": "CHECKED_IN"})

        # What the page asks every ten seconds it also asks when it is looked at again.
        self.window.run("document.dispatchEvent(new Event('visibilitychange'))")

        self.window.until_text("Arrived", f"#appointment-{visit['id']} .status")
        self.assertTrue(self.window.run("return window.walkStayed"))

    def test_a_list_narrows_as_one_types_and_its_address_says_what_is_shown(self):
        people.patient(self.api, "Najwa", "Haddad")
        self.sign_in(at="/admin/patients/")
        self.window.keys("/")
        self.assertEqual(self.window.active.get_attribute("id"), "search")
        self.window.keys("hadd")

        self.window.until(lambda: len(self.window.all("tbody tr")) == 1, "one row")
        self.assertIn("Najwa Haddad", self.window.text("tbody"))
        self.assertIn("search=hadd", self.window.path)
        self.look_closely()
        self.window.keys("qqq")
        self.window.until(lambda: self.window.has(".empty"), "nothing is found")
        self.look_closely()

    def test_everything_is_there_without_scripts(self):
        people.patient(self.api, "Emil", "Novak")
        people.patient(self.api, "Emilia", "Novak")
        self.window.without_script()
        self.sign_in(at="/admin/appointments/new/")
        self.window.fill(patient="novak", doctor="weiss", appointment_datetime=f"{self.day}T12:00")
        self.window.press("Save")
        names = self.window.texts("label[for^='patient-']")
        self.assertEqual(len(names), 2)
        self.look_closely()

        for label in self.window.all("label[for^='patient-'], label[for^='doctor-']"):
            if "Emilia" in label.text or "Ada" in label.text:
                label.click()
        self.window.press("Save")

        booked = [each for each in self.api("GET", "/api/appointments/")
                  if each["appointment_datetime"] == utc(people.at(self.day, 12))]
        self.assertEqual(len(booked), 1)

    def test_many_are_done_at_once_after_saying_how_many(self):
        fay = people.patient(self.api, "Fay", "Quist")
        visits = [people.appointment(self.api, fay, self.ben, people.at(self.day, hour)) for hour in (18, 19)]
        self.sign_in(at=f"/admin/appointments/?patient={fay['id']}")
        self.window.one("[data-bulk-all]").click()
        self.window.until(lambda: self.window.text("[data-bulk-count]") == "2 chosen", "the count")

        self.window.follow(self.window.one(".bulk button[value*=ancel], .bulk button[value*=CANCEL]").click)
        self.assertIn("2", self.window.h1)
        self.look_closely()
        self.window.follow(self.window.one("main button[name=action]").click)

        for visit in visits:
            self.assertEqual(self.api("GET", f"/api/appointments/{visit['id']}/")["status"], "CANCELLED")

    def test_keys_are_listed_and_can_be_turned_off(self):
        self.sign_in(at="/admin/patients/")
        self.window.keys("?")
        self.assertTrue(self.window.one("#keys").get_property("open"))
        self.look_closely()

        self.window.one("[data-keys-switch]").click()
        self.window.keys(Keys.ESCAPE)
        self.window.keys("?")

        self.assertFalse(self.window.one("#keys").get_property("open"))


def utc(time):
    return time.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
