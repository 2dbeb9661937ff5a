"""What all walks have: a browser, a server, and an eye on what goes wrong besides."""

import os
import unittest

from support.accessibility import violations
from support.clinic import Clinic
from support.window import Window


class Walk(unittest.TestCase):
    """A class of walks has one server with one database; the browser is everybody's."""

    window = None
    settings = {}
    audited = set()

    @classmethod
    def setUpClass(cls):
        cls.clinic = Clinic(os.environ["WALK_PROGRAM"], os.environ.get("WALK_POSTGRES"), **cls.settings)
        cls.addClassCleanup(cls.clinic.stop)
        if Walk.window is None:
            Walk.window = Window()
        cls.populate()

    @classmethod
    def populate(cls):
        """What is in the database before the walks begin."""
        cls.api = cls.clinic.create_administrator()

    def setUp(self):
        self.window.start(self.clinic.base)

    def tearDown(self):
        self.assertEqual(self.window.noted(), [], "the browser complained")
        self.assertEqual(self.clinic.errors(), [], "the server complained")

    def sign_in(self, username="nora", at="/admin/"):
        self.window.open("/admin/login/?next=" + at)
        self.window.sign_in(username)

    def look_closely(self):
        """axe's view of this page, unless one of its kind was seen before."""
        kind = self.window.kind()
        if kind in Walk.audited:
            return
        Walk.audited.add(kind)
        self.assertEqual(violations(self.window), [])
