"""Accessibility by axe-core, in light and dark."""

import pathlib
import sys

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def source():
    folders = [pathlib.Path(folder) for folder in sys.path]
    found = (folder / "axe_playwright_python" / "axe.min.js" for folder in folders)
    return next(path for path in found if path.exists()).read_text(encoding="utf-8")


SOURCE = source()


def violations(window, schemes=("light", "dark")):
    """What axe finds on the page that is shown, a line each."""
    found = []
    # axe is a script itself; those of the page do not run any more where they were turned off as it was loaded.
    window.script(True)
    for scheme in schemes:
        window.emulate(scheme=scheme)
        if not window.run("return 'axe' in window"):
            window.run(SOURCE)
        result = window.driver.execute_async_script(
            "const done = arguments[1]; axe.run({runOnly: {type: 'tag', values: arguments[0]}, resultTypes: ['violations']})"
            ".then((result) => done(result.violations.map((each) => [each.id, each.help, each.nodes.map("
            "(node) => node.target.join(' '))])), (error) => done([['axe', String(error), []]]))", TAGS)
        found += [f"{window.kind()} in {scheme}: {rule}: {text}: {', '.join(nodes[:4])}" for rule, text, nodes in result]
    window.emulate()
    window.script(window.has_script)
    return found
