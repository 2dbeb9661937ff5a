"""The calendar: choosing a time, moving by keys and by dragging, paper."""

import base64
import datetime

from selenium.webdriver.common.actions.action_builder import ActionBuilder

from support import people
from support.walk import Walk
from support.window import Keys


class Calendar(Walk):
    @classmethod
    def populate(cls):
        super().populate()
        cls.ada = people.doctor(cls.api)
        cls.ben = people.doctor(cls.api, "Ben", "Osei", specialization="Neurology")
        cls.ann = people.patient(cls.api)
        cls.bo = people.patient(cls.api, "Bo", "Lindqvist")
        cls.day = people.today() + datetime.timedelta(days=14)

    def setUp(self):
        super().setUp()
        for each in self.api("GET", "/api/appointments/"):
            self.api("DELETE", f"/api/appointments/{each['id']}/")
        self.visit = people.appointment(self.api, self.ann, self.ada, people.at(self.day, 9), reason="Check-up")

    def show(self):
        self.sign_in(at=f"/admin/calendar/?date={self.day}%26doctor={self.ada['id']}%26doctor={self.ben['id']}")

    def entry(self, visit):
        return self.window.one(f"#appointment-{visit['id']}")

    def grab(self, visit):
        self.window.run("arguments[0].focus()", self.entry(visit).find_element("css selector", "a"))
        self.window.keys("m")
        self.window.until(lambda: self.window.has(".entry-grabbed"), "it is grabbed")

    def stands(self):
        now = self.api("GET", f"/api/appointments/{self.visit['id']}/")
        return now["doctor"], datetime.datetime.fromisoformat(now["appointment_datetime"].replace("Z", "+00:00"))

    def test_an_appointment_is_moved_by_keys_to_another_doctor_and_time(self):
        self.show()
        self.look_closely()
        self.grab(self.visit)
        self.window.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ENTER)
        self.window.until(lambda: self.window.has("#move[open]"), "the question")
        self.assertIn("09:30", self.window.text("#move"))
        self.look_closely()

        self.window.press("Move", "#move")

        self.assertEqual(self.stands(), (self.ben["id"], people.at(self.day, 9, 30)))
        self.assertTrue(self.window.has(f"[data-doctor='{self.ben['id']}'] #appointment-{self.visit['id']}"))

    def test_a_place_that_is_taken_says_why_before_anything_is_saved_and_the_entry_goes_back(self):
        people.appointment(self.api, self.bo, self.ben, people.at(self.day, 9))
        self.show()
        self.grab(self.visit)
        self.window.keys(Keys.ARROW_RIGHT, Keys.ENTER)
        self.window.until(lambda: self.window.has("#move[open]"), "the question")
        self.assertIn("Ben Osei", self.window.text("#move [data-move-refused]"))
        self.assertFalse(self.window.one("[data-move-save]").is_displayed())
        self.look_closely()

        self.window.one("#move [data-close]").click()

        self.window.until(
            lambda: self.window.has(f"[data-doctor='{self.ada['id']}'] #appointment-{self.visit['id']}"), "it is back")
        self.assertEqual(self.stands(), (self.ada["id"], people.at(self.day, 9)))

    def test_an_appointment_is_dragged_with_the_pointer(self):
        self.show()
        link = self.entry(self.visit).find_element("css selector", "a")
        self.window.run("arguments[0].scrollIntoView({block: 'center'})", link)
        x, y = self.window.run(
            "const box = arguments[0].getBoundingClientRect(); return [Math.round(box.x + 20), Math.round(box.y + 8)]", link)
        hour = self.window.run(
            "return Math.round(document.querySelector('.calendar-grid').getBoundingClientRect().height"
            " / document.querySelectorAll('.calendar-axis .hour').length)")
        actions = ActionBuilder(self.window.driver)
        pointer = actions.pointer_action
        pointer.move_to_location(x, y)
        pointer.pointer_down()
        pointer.move_to_location(x, y + 10)
        pointer.move_to_location(x, y + hour)
        pointer.pointer_up()
        actions.perform()
        self.window.until(lambda: self.window.has("#move[open]"), "the question")

        self.window.press("Move", "#move")

        self.assertEqual(self.stands(), (self.ada["id"], people.at(self.day, 10)))

    def test_an_appointment_is_moved_by_a_finger_that_rests_on_it_first(self):
        self.show()
        self.window.command("Emulation.setTouchEmulationEnabled", enabled=True)
        link = self.entry(self.visit).find_element("css selector", "a")
        self.window.run("arguments[0].scrollIntoView({block: 'center'})", link)
        x, y, hour = self.window.run(
            "const box = arguments[0].getBoundingClientRect();"
            "const grid = document.querySelector('.calendar-grid');"
            "return [Math.round(box.x + 20), Math.round(box.y + 8),"
            " Math.round(grid.getBoundingClientRect().height / grid.children.length)]", link)

        self.touch("touchStart", x, y)
        self.window.until(lambda: self.window.has(".entry-grabbed"), "it is picked up")
        for part in (1, 2, 3, 4):
            self.touch("touchMove", x, y + hour * part // 4)
        self.touch("touchEnd")
        self.window.until(lambda: self.window.has("#move[open]"), "the question")
        self.window.press("Move", "#move")

        self.assertEqual(self.stands(), (self.ada["id"], people.at(self.day, 10)))

    def touch(self, kind, *place):
        points = [{"x": place[0], "y": place[1]}] if place else []
        self.window.command("Input.dispatchTouchEvent", type=kind, touchPoints=points)

    def test_a_free_time_is_chosen_by_keys_and_leads_to_a_form_that_knows_it(self):
        self.show()
        slot = self.window.one(f"[data-doctor='{self.ben['id']}'] [data-slot]")
        self.window.run("arguments[0].focus()", slot)
        self.window.keys(Keys.ARROW_DOWN)
        label = slot.get_attribute("aria-label")
        self.window.follow(lambda: self.window.keys(Keys.ENTER))

        self.assertEqual(self.window.value("doctor"), str(self.ben["id"]))
        self.assertIn(self.window.value("appointment_datetime")[11:16], label)
        self.look_closely()

    def test_week_and_month_show_the_appointment_too(self):
        self.show()
        for view in ("Week", "Month"):
            self.window.press(view)
            self.look_closely()
        self.assertIn("1", self.window.text("table.month"))
        self.window.open(f"/admin/calendar/?view=week&date={self.day}&doctor={self.ada['id']}")
        self.assertTrue(self.window.has(f"#appointment-{self.visit['id']}"))
        self.look_closely()

    def test_paper_shows_the_day_and_none_of_the_controls(self):
        self.show()
        self.window.pressable("Print").click()
        self.assertTrue(self.window.run("return window.walkPrinted"))

        self.window.emulate(media="print")
        for selector in (".navigation", ".find", ".who form", ".foot", ".actions"):
            self.assertFalse(any(each.is_displayed() for each in self.window.all(selector)), selector)
        self.assertTrue(self.entry(self.visit).is_displayed())
        pdf = base64.b64decode(self.window.command("Page.printToPDF", preferCSSPageSize=True)["data"])
        self.window.emulate()

        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertLessEqual(pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page "), 2)
