"""Accounts: one's own with its second factor and sessions, and those of others."""

from selenium.webdriver.support.select import Select

from support import people
from support.clinic import PASSWORD
from support.tokens import one_time_code
from support.walk import Walk


class Accounts(Walk):
    def test_a_second_factor_is_set_up_by_a_picture_or_a_key_and_then_asked_for(self):
        people.account(self.api, "olga", "staff")
        self.sign_in("olga", at="/admin/account/")
        form = self.form_to("/admin/account/second-factor/")
        form.find_element("name", "password").send_keys(PASSWORD)
        self.window.follow(form.find_element("css selector", "button").click)
        self.assertTrue(self.window.has("svg.qr"))
        self.look_closely()
        secret = self.window.text("#secret, code")

        self.window.fill(otp=one_time_code(secret, -1))
        self.window.press("Confirm")
        self.assertEqual(len(self.window.all(".codes li")), 10)
        self.look_closely()
        self.window.press("Sign out", "header")
        self.window.sign_in("olga")
        self.window.sign_in("olga", otp=one_time_code(secret))

        self.assertEqual(self.window.path, "/admin/")

    def test_another_browser_of_ones_own_is_signed_out_from_the_list(self):
        people.account(self.api, "pavel", "staff")
        elsewhere = self.clinic.api.sign_in("pavel")
        self.sign_in("pavel", at="/admin/account/")

        self.window.follow(self.form_to("/end/").find_element("css selector", "button").click)

        self.assertEqual(elsewhere.send("GET", "/api/auth/profile/")[0], 401)
        self.assertEqual(self.window.path, "/admin/account/")

    def test_an_account_is_made_and_its_holder_chooses_another_password_first(self):
        self.sign_in(at="/admin/accounts/new/")
        self.look_closely()
        self.window.fill(username="quinn", email="quinn@example.org", password=PASSWORD, role="staff")
        self.window.press("Save")
        self.assertIn("quinn", self.window.h1)
        self.look_closely()
        self.window.press("Sign out", "header")

        self.window.sign_in("quinn")
        self.window.open("/admin/patients/")
        self.assertFalse(self.window.has("table"))
        self.look_closely()
        self.window.open("/admin/account/")
        self.window.fill(old_password=PASSWORD, new_password="Other-Harbour-28", password2="Other-Harbour-28")
        self.window.press("Change password")
        self.window.open("/admin/patients/")

        self.assertEqual(self.window.h1, "Patients")

    def test_the_language_is_kept_with_the_account(self):
        people.account(self.api, "ruth", "staff")
        self.sign_in("ruth", at="/admin/account/")
        Select(self.window.one("main [name=language]")).select_by_value("de")
        self.window.follow(self.form_to("/admin/account/language/").find_element("css selector", "button").click)
        self.assertEqual(self.window.one("html").get_attribute("lang"), "de")

        self.window.start(self.clinic.base)
        self.sign_in("ruth")

        self.assertEqual(self.window.one("html").get_attribute("lang"), "de")

    def test_activity_shows_the_state_of_the_trail_and_charts_with_their_tables(self):
        self.sign_in(at="/admin/activity/")

        self.assertTrue(self.window.has(".light"))
        self.assertGreaterEqual(len(self.window.all("figure.chart svg[role=img]")), 4)
        self.assertEqual(len(self.window.all("figure.chart")), len(self.window.all("figure.chart table")))
        self.look_closely()

    def form_to(self, address):
        return self.window.one(f"main form[action*='{address}']")
