"""Coming in and going out: the first administrator, the second factor, the end of idleness."""

import urllib.parse

from support import people
from support.clinic import PASSWORD
from support.tokens import aged, one_time_code
from support.walk import Walk


class FirstAdministrator(Walk):
    @classmethod
    def populate(cls):
        """Nothing: that is the point."""

    def test_an_empty_clinic_says_how_its_first_administrator_is_made_who_can_then_sign_in(self):
        self.window.open("/admin/")
        self.assertEqual(self.window.path, "/admin/login/?next=/admin/")
        self.assertIn("clinic createsuperuser", self.window.text())
        self.look_closely()

        self.clinic.create_administrator("first")
        self.window.press("Sign in")
        self.window.sign_in("first")

        self.assertEqual(self.window.path, "/admin/")
        self.assertIn("first", self.window.text(".who"))
        self.look_closely()


class SecondFactor(Walk):
    @classmethod
    def populate(cls):
        super().populate()
        person = cls.clinic.create_administrator("factor")
        cls.secret = person("POST", "/api/auth/otp/enrol/", {"password": "Walk-Harbour-27"})["secret"]
        # A code is good once, so this one is the one before.
        codes = person("POST", "/api/auth/otp/confirm/", {"otp": one_time_code(cls.secret, -1)})
        cls.recovery_code = codes["recovery_codes"][0]

    def setUp(self):
        super().setUp()
        self.window.open("/admin/patients/")
        self.window.sign_in("factor")

    def test_a_code_is_asked_for_after_the_password_and_leads_where_one_wanted_to_go(self):
        self.assertTrue(self.window.has("[name=otp]"))
        self.look_closely()

        self.window.sign_in("factor", otp=one_time_code(self.secret))

        self.assertEqual(self.window.path, "/admin/patients/")

    def test_a_wrong_code_is_refused_and_a_recovery_code_lets_in(self):
        self.window.sign_in("factor", otp="000000")
        self.assertTrue(self.window.has("[name=otp]"))
        self.assertTrue(self.window.has("[role=alert]"))

        self.window.sign_in("factor", otp=self.recovery_code)

        self.assertEqual(self.window.path, "/admin/patients/")


class SigningIn(Walk):
    def test_a_wrong_password_lets_nobody_in_and_says_so(self):
        self.window.open("/admin/")

        self.window.sign_in(password="Not-The-One-42")

        self.assertTrue(self.window.has("[role=alert]"))
        self.assertEqual(self.window.field("username").get_attribute("value"), "nora")
        self.assertIsNone(self.window.cookie("clinic"))
        self.look_closely()

    def test_the_session_is_kept_from_scripts_and_signing_out_ends_it_at_once(self):
        self.sign_in()
        session = self.window.cookie("clinic")
        self.assertNotIn("clinic=", self.window.run("return document.cookie"))

        self.window.press("Sign out", "header")
        self.window.set_cookie("clinic", session)
        self.window.open("/admin/patients/")

        self.assertTrue(self.window.path.startswith("/admin/login/"))

    def test_pages_are_in_the_language_that_is_chosen(self):
        self.window.open("/admin/")
        self.window.press("Deutsch", "footer")

        self.assertEqual(self.window.one("html").get_attribute("lang"), "de")
        self.assertEqual(self.window.h1, "Anmelden")
        self.look_closely()

    def test_a_patient_is_told_whom_the_pages_are_for(self):
        record = people.patient(self.api)
        people.account(self.api, "ann", "patient", patient=record["id"])

        self.window.open("/admin/")
        self.window.sign_in("ann")

        self.assertIsNone(self.window.cookie("clinic"))
        self.look_closely()


class Idleness(Walk):
    """Nobody waits a quarter of an hour: to a server, who was away so long is who brings a token as old as that."""

    quarter_of_an_hour = 15 * 60

    def test_who_was_away_for_a_quarter_of_an_hour_signs_in_again_and_finds_what_was_typed(self):
        self.window.without_script()
        self.sign_in(at="/admin/patients/new/")
        self.window.fill(first_name="Zoë", last_name="Öztürk", allergies="Penicillin:\nrash & fever <1 h")
        self.grow_idle()

        self.window.press("Save")
        self.assertTrue(self.window.has("[name=draft]"))
        self.assertNotIn("Öztürk", self.window.driver.page_source)
        self.look_closely()
        self.window.sign_in()

        self.assertEqual(self.window.path, "/admin/patients/new/")
        self.assertEqual(self.window.value("last_name"), "Öztürk")
        self.assertEqual(self.window.value("allergies").replace("\r\n", "\n"), "Penicillin:\nrash & fever <1 h")
        self.assertEqual(self.api("GET", "/api/patients/?search=" + urllib.parse.quote("Öztürk")), [])

    def test_what_was_typed_is_shown_to_nobody_else_who_signs_in(self):
        people.account(self.api, "otto", "staff")
        self.window.without_script()
        self.sign_in(at="/admin/patients/new/")
        self.window.fill(first_name="Zoë", last_name="Öztürk")
        self.grow_idle()
        self.window.press("Save")

        self.window.sign_in("otto")

        self.assertNotIn("Öztürk", self.window.driver.page_source)

    def test_a_page_that_is_only_left_open_covers_itself_and_keeps_what_was_typed(self):
        self.sign_in(at="/admin/patients/new/")
        self.window.fill(first_name="Zoë", last_name="Öztürk")

        self.window.follow(self.leave_it_alone)
        self.assertTrue(self.window.has("[name=draft]"))
        self.window.sign_in()

        self.assertEqual(self.window.path, "/admin/patients/new/")
        self.assertEqual(self.window.value("last_name"), "Öztürk")

    def test_what_came_back_with_errors_is_kept_too_when_the_page_is_left_open(self):
        self.sign_in(at="/admin/patients/new/")
        self.window.fill(first_name="Zoë", last_name="Öztürk")
        self.window.press("Save")
        self.assertTrue(self.window.has(".error-summary"))

        self.window.follow(self.leave_it_alone)
        self.assertTrue(self.window.has("[name=draft]"))
        self.window.press("Deutsch", "footer")
        self.window.fill(username="nora", password=PASSWORD)
        self.window.press("Anmelden")

        self.assertEqual(self.window.path, "/admin/patients/new/")
        self.assertEqual(self.window.value("last_name"), "Öztürk")

    def test_a_page_on_which_nothing_was_typed_leads_to_signing_in_and_back(self):
        self.sign_in(at="/admin/patients/?search=ann")
        self.grow_idle()

        self.window.follow(self.leave_it_alone)
        self.assertTrue(self.window.path.startswith("/admin/login/"))
        self.window.sign_in()

        self.assertEqual(self.window.path, "/admin/patients/?search=ann")

    def test_who_works_is_given_another_quarter_of_an_hour(self):
        self.sign_in()
        nearly_over = aged(self.window.cookie("clinic"), self.quarter_of_an_hour - 60, self.clinic.key)
        self.window.set_cookie("clinic", nearly_over)

        self.window.open("/admin/patients/")

        self.assertEqual(self.window.h1, "Patients")
        self.assertNotEqual(self.window.cookie("clinic"), nearly_over)

    def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(self):
        self.sign_in()
        nearly_over = aged(self.window.cookie("clinic"), self.quarter_of_an_hour - 60, self.clinic.key)
        self.window.set_cookie("clinic", nearly_over)

        status = self.window.driver.execute_async_script(
            "fetch('/admin/', {headers: {'X-Clinic-Live': '1'}}).then((answer) => arguments[0](answer.status))")

        self.assertEqual(status, 200)
        self.assertEqual(self.window.cookie("clinic"), nearly_over)

    def grow_idle(self):
        """As the server sees it."""
        session = self.window.cookie("clinic")
        self.window.set_cookie("clinic", aged(session, self.quarter_of_an_hour + 60, self.clinic.key))

    def leave_it_alone(self):
        """As the script sees it."""
        self.window.run("localStorage.setItem('clinic-last-active', String(Date.now() - 900_000))")
