"""A browser's window as a person uses it: by names, texts and keys."""

import json
import os
import re
import urllib.parse

from selenium import webdriver
from selenium.common.exceptions import (
    ElementNotInteractableException, NoSuchElementException, StaleElementReferenceException)
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from support.clinic import PASSWORD

PATIENCE = 30

# Notes, in each document before anything of its own runs, what must not happen.
WATCH = """
(() => {
  const note = (kind, text) => {
    const kept = JSON.parse(sessionStorage.getItem('walk-noted') ?? '[]');
    sessionStorage.setItem('walk-noted', JSON.stringify([...kept, `${kind}: ${text}`.slice(0, 300)]));
  };
  addEventListener('securitypolicyviolation', (event) =>
    note('policy', `${event.effectiveDirective} ${event.blockedURI} in ${location.pathname}`));
  addEventListener('error', (event) => note('error', `${event.message} in ${location.pathname}`));
  addEventListener('unhandledrejection', (event) => note('rejection', `${event.reason} in ${location.pathname}`));
  for (const name of ['alert', 'confirm', 'prompt']) window[name] = (text) => note('executed', `${name}(${text})`);
  window.print = () => { window.walkPrinted = true; };
})();
"""


class Window:
    """One browser with a window or several, which share cookies."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        for argument in (
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en-GB",
                "--accept-lang=en-GB", "--hide-scrollbars", "--force-prefers-reduced-motion", "--window-size=1440,1000",
                "--disable-background-networking", "--disable-component-update", "--no-first-run"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(
            "/usr/bin/chromedriver", env={**os.environ, "LANGUAGE": "en_GB", "LANG": "C.UTF-8"}))
        self.driver.set_page_load_timeout(60)
        self.driver.set_script_timeout(30)
        self.base = None
        self.has_script = True
        self.prepare_tab()

    def prepare_tab(self):
        """The person's own clock is elsewhere than the clinic's: nothing may depend on it."""
        self.command("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        self.command("Emulation.setTimezoneOverride", timezoneId="America/New_York")

    def command(self, method, **arguments):
        return self.driver.execute_cdp_cmd(method, arguments)

    def start(self, base):
        """As somebody comes who was never here."""
        while len(self.driver.window_handles) > 1:
            self.driver.close()
            self.driver.switch_to.window(self.driver.window_handles[0])
        self.base = base
        self.command("Network.clearBrowserCookies")
        self.command("Storage.clearDataForOrigin", origin=base, storageTypes="all")
        self.command("Emulation.setEmulatedMedia", media="", features=[])
        self.command("Emulation.clearDeviceMetricsOverride")
        self.has_script = True
        self.script(True)
        self.driver.get("about:blank")
        self.driver.get_log("browser")

    def without_script(self):
        """From here on pages have to do without scripts."""
        self.has_script = False
        self.script(False)

    def script(self, is_on):
        self.command("Emulation.setScriptExecutionDisabled", value=not is_on)

    def new_tab(self):
        """Another window of the same person. Returns both, to switch between."""
        here = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        self.prepare_tab()
        return here, self.driver.current_window_handle

    def switch(self, handle):
        self.driver.switch_to.window(handle)

    # Where

    @property
    def path(self):
        url = urllib.parse.urlsplit(self.driver.current_url)
        return url.path + ("?" + url.query if url.query else "")

    @property
    def h1(self):
        return self.text("h1")

    def open(self, path):
        self.driver.get(self.base + path)
        self.until(self.is_complete, f"{path} is loaded")

    def is_complete(self):
        return self.run("return document.readyState === 'complete'")

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    # What is there

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def has(self, selector):
        return bool(self.all(selector))

    def text(self, selector="main"):
        return self.one(selector).text

    def texts(self, selector):
        return [element.text for element in self.all(selector)]

    def until(self, condition, what):
        """Waits for a condition. Nothing else waits for anything."""
        wait = WebDriverWait(self.driver, PATIENCE, 0.05, (StaleElementReferenceException, NoSuchElementException,
                                                           ElementNotInteractableException))
        return wait.until(lambda _: condition(), f"in vain: {what}, at {self.path} ({self.driver.title})")

    def until_text(self, text, selector="main"):
        self.until(lambda: text in self.text(selector), f"“{text}” is shown")

    # What a person does

    def field(self, name):
        """The element of this name or label in which somebody types or chooses."""
        found = self.all(f"main [name='{name}']:not([type=hidden]), main #{name}")
        if not found:
            raise NoSuchElementException(f"no field {name} at {self.path}")
        return found[0]

    def fill(self, **values):
        """Puts values into fields, as typing or choosing them does."""
        for name, value in values.items():
            element = self.field(name)
            kind = element.get_attribute("type")
            if kind == "checkbox":
                if element.is_selected() != value:
                    element.click()
            elif element.tag_name == "select" or kind in ("date", "time", "datetime-local"):
                # What keys do in these depends on the system's language.
                self.run(
                    "arguments[0].value = arguments[1];"
                    "for (const kind of ['input', 'change']) arguments[0].dispatchEvent(new Event(kind, {bubbles: true}))",
                    element, value)
            else:
                element.clear()
                element.send_keys(value)

    def find_and_choose(self, name, typed, shown):
        """A record by typing: the one whose entry in the list has this text."""
        element = self.field(name)
        element.clear()
        element.send_keys(typed)
        def option():
            return next((each for each in self.all(f"#{name}-list [role=option]") if shown in each.text), None)
        self.until(option, f"{shown} is offered for {typed}")
        option().click()
        self.until(lambda: self.value(name).isdigit(), "a number is chosen")

    def value(self, name):
        """What a form would send."""
        return self.run("return new FormData(document.querySelector(`main [name='${arguments[0]}']`).form)"
                        ".get(arguments[0])", name)

    def pressable(self, text, within="main"):
        """The button or link of this name, as it is read out."""
        for element in self.all(f"{within} button, {within} a, {within} summary"):
            if element.is_displayed() and text in (element.text.strip(), element.get_attribute("aria-label")):
                return element
        raise NoSuchElementException(f"nothing to press named {text} at {self.path}")

    def press(self, text, within="main"):
        """Presses what leads to another page, and waits for that."""
        self.follow(self.pressable(text, within).click)

    def follow(self, action):
        """Does what leads to another page, and waits until that is there."""
        self.run("window.walkLeft = false")
        action()
        self.until(lambda: self.run("return window.walkLeft === undefined && document.readyState === 'complete'"),
                   "another page")

    def keys(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    @property
    def active(self):
        return self.driver.switch_to.active_element

    def sign_in(self, username="nora", password=PASSWORD, **further):
        self.fill(username=username, password=password, **further)
        self.press("Sign in")

    # What happened besides

    def noted(self):
        """What went wrong in the browser since the last time: breaches of policy, faults of scripts, what executed."""
        try:
            noted = json.loads(self.run("return sessionStorage.getItem('walk-noted')") or "[]")
            self.run("sessionStorage.removeItem('walk-noted')")
        except Exception:  # a document without storage, as about:blank
            noted = []
        for entry in self.driver.get_log("browser"):
            # A page that is a refusal is told here as well.
            if entry["source"] != "network" and entry["level"] in ("WARNING", "SEVERE"):
                noted.append(f"{entry['source']}: {entry['message'][:300]}")
        return noted

    def cookie(self, name):
        found = self.driver.get_cookie(name)
        return found and found["value"]

    def set_cookie(self, name, value):
        self.command("Network.setCookie", name=name, value=value, url=self.base, httpOnly=True, sameSite="Lax", path="/")

    def emulate(self, media="", scheme=None):
        features = [{"name": "prefers-color-scheme", "value": scheme}] if scheme else []
        self.command("Emulation.setEmulatedMedia", media=media, features=features)

    def resize(self, width, height=1000):
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)

    def kind(self):
        """What kind of page this is: its address without numbers, and what is shown that is not always there."""
        path = re.sub(r"/\d+/", "/{id}/", self.path)
        path, _, query = path.partition("?")
        view = re.search(r"view=\w+", query)
        states = [state for state in (".error-summary", ".difference", "dialog[open]", ".empty", "[name=draft]", "[name=otp]")
                  if self.has(state)]
        return path + (view[0] if view else "") + "".join(states)

    def close(self):
        self.driver.quit()
