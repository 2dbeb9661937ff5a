"""Records that walks begin with."""

import datetime
import zoneinfo

from support.clinic import PASSWORD, Clinic

ZONE = zoneinfo.ZoneInfo(Clinic.zone)


def patient(api, first="Ann", last="Müller", **further):
    return api("POST", "/api/patients/", {
        "first_name": first, "last_name": last, "date_of_birth": "1990-05-15", "gender": "F",
        "phone_number": "+49 30 1234567", **further})


def doctor(api, first="Ada", last="Weiss", **further):
    doctor.count += 1
    return api("POST", "/api/doctors/", {
        "first_name": first, "last_name": last, "specialization": "Cardiology",
        "license_number": f"L-{doctor.count}", "phone_number": "+49 30 7654321",
        "email": f"doctor{doctor.count}@example.org", "gender": "F", **further})


doctor.count = 0


def today():
    """The day that the clinic has."""
    return datetime.datetime.now(ZONE).date()


def at(day, hour, minute=0):
    """A time of day at the clinic."""
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def appointment(api, patient, doctor, start, **further):
    return api("POST", "/api/appointments/", {
        "patient": patient["id"], "doctor": doctor["id"], "appointment_datetime": start.isoformat(), **further})


def account(api, username, role, **further):
    """An account that has its password from the start."""
    return api("POST", "/api/accounts/", {
        "username": username, "email": f"{username}@example.org", "password": PASSWORD, "role": role,
        "must_change_password": False, **further})
