"""The same record in two windows at the same time."""

from support import people
from support.walk import Walk


class TwoWindows(Walk):
    def test_who_saves_second_sees_what_stands_beside_what_was_typed_and_decides(self):
        record = people.patient(self.api, phone_number="1", address="Old Street")
        self.sign_in(at=f"/admin/patients/{record['id']}/edit/")
        first, second = self.window.new_tab()
        self.window.open(f"/admin/patients/{record['id']}/edit/")
        self.window.switch(first)
        self.window.fill(phone_number="111-first")
        self.window.press("Save")

        self.window.switch(second)
        self.window.fill(phone_number="222-second", address="New Street")
        self.window.press("Save")
        changed = self.window.texts(".difference .changed")
        self.assertEqual(len(changed), 2)
        self.assertIn("111-first", changed[0])
        self.assertIn("222-second", changed[0])
        self.assertEqual(self.stands(record), ("111-first", "Old Street"))
        self.look_closely()
        self.window.press("Save mine over it")

        self.assertEqual(self.stands(record), ("222-second", "New Street"))
        self.assertEqual(self.window.noted(), [])
        self.window.switch(first)

    def test_who_deletes_what_somebody_else_just_changed_is_asked_again(self):
        record = people.patient(self.api, "Bo", "Lindqvist", phone_number="1")
        self.sign_in(at=f"/admin/patients/{record['id']}/delete/")
        self.look_closely()
        self.api("PATCH", f"/api/patients/{record['id']}/", {"phone_number": "2"})

        self.window.press("Delete")

        self.assertEqual(self.stands(record)[0], "2")
        self.look_closely()

    def test_a_form_of_a_session_that_was_ended_by_signing_out_in_the_other_window_saves_nothing(self):
        record = people.patient(self.api, "Cy", "Ito", phone_number="1")
        self.sign_in(at=f"/admin/patients/{record['id']}/edit/")
        first, second = self.window.new_tab()
        self.window.open("/admin/patients/")
        self.window.press("Sign out", "header")
        self.window.switch(first)

        self.window.fill(phone_number="2")
        self.window.press("Save")

        self.assertTrue(self.window.has("[name=password]"))
        self.assertEqual(self.stands(record)[0], "1")

    def stands(self, record):
        now = self.api("GET", f"/api/patients/{record['id']}/")
        return now["phone_number"], now["address"]
