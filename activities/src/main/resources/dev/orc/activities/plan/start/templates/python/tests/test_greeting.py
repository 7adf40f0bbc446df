import unittest

from app import greeting


class GreetingTest(unittest.TestCase):
    def test_greets_by_name(self):
        self.assertEqual(greeting("orc"), "Hello, orc!")
