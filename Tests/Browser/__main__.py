"""Walks the pages in a browser; see scripts/test-pages, which prepares what this needs."""

import argparse
import os
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))


class Report(unittest.TextTestResult):
    """A line for each walk, with its sentence."""

    def getDescription(self, test):
        name = getattr(test, "_testMethodName", str(test)).removeprefix("test_").replace("_", " ")
        return f"{type(test).__name__}: {name}"


def selected(suite, words):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from selected(test, words)
        elif not words or any(word in test.id() for word in words):
            yield test


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--postgres", help="a superuser's URL; SQLite without it")
    parser.add_argument("words", nargs="*", help="only tests whose name has one of these in it")
    arguments = parser.parse_args()
    os.environ["WALK_PROGRAM"] = arguments.program
    if arguments.postgres:
        os.environ["WALK_POSTGRES"] = arguments.postgres
    loader = unittest.TestLoader()
    tests = list(selected(loader.discover(str(HERE), pattern="test_*.py"), arguments.words))
    if not tests:
        sys.exit("No test was chosen.")
    from support.walk import Walk
    try:
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=Report).run(unittest.TestSuite(tests))
    finally:
        if Walk.window:
            Walk.window.close()
    failed = len({test.id() for test, _ in result.failures + result.errors})
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
