"""Names, numbers and texts of people who do not exist: the same ones for the same number, whoever asks."""

import functools
import itertools
import unicodedata

FIRST = """Maria James Anna Mohamed Wei Sofía Olga José Emma Ivan Fatima Liam Chloé Noah Zoë Jürgen Aisha Łukasz Björn
Mary John Linda Robert Susan Michael Karen David Nancy Thomas Lisa Daniel Betty Paul Sandra Mark Ashley George Emily
Kenneth Donna Steven Carol Brian Ruth Kevin Sharon Jason Laura Edward Amy Jeffrey Angela Ryan Helen Jacob Brenda Gary
Pamela Nicole Eric Samantha Stephen Katherine Andrew Christine Raymond Debra Joshua Rachel Dennis Carolyn Jerry Janet
Walter Maren Peter Héloïse Harold Virginia Douglas Diane Henry Julie Carl Joyce Arthur Victoria René Kelly Roger
Christina Juan Joan Jack Evelyn Albert Lauren Jonathan Judith Justin Olivia Terry Frances Gerald Martha Keith Cheryl
Søren Megan Willie Andrea Ralph Hannah Lawrence Jacqueline Nicholas Gloria Roy Teresa Benjamin Ana Bruce Sara Brandon
Janice Adam Jean Harry Alice Fred Kathryn Wayne Doris Billy Gülşen Steve Zlata Louis Grace Jeremy Yelena Aaron Amber
Randy Rose Howard Beverly Eugene Denise Carlos Tammy Russell Irene Bobby Jane Victor Lori Ernest Marilyn Phillip Đorđe
Todd Natalia Jesse Ingrid Craig Ásdís Alan Priya Shawn Mei Clarence Yuki Sean Ngozi Philip Amara Chris Leïla Johnny
Владимир Ольга Дмитрий Αλέξης Ελένη""".split()

LAST = """Smith Müller García O'Brien Nguyen Kim Singh Silva Ivanov Hansen Rossi Dubois Kowalski Novák Andersson Yılmaz
Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Jackson White Harris Martin Thompson Martínez
Robinson Clark Rodríguez Lewis Lee Walker Hall Allen Young Hernández King Wright López Hill Scott Green Adams Baker
González Nelson Carter Mitchell Pérez Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Sánchez
Weiß Großmann Ångström Øverland Çelik Şahin Błaszczyk Dvořák Škoda Ćosić Þórsson Æbelø Lefèvre Bœuf Núñez Peña
Жукова Петров Παπαδόπουλος""".split()

SYLLABLES = "ba be bo da de do fa fe ga go ha he ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va ve vo wa za"
SYLLABLES = SYLLABLES.split()
ENDINGS = "ck nd rg ler mann son sen sky witz ton ley ford ham dez rini ault quist".split()

APART = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t", "ς": "σ",
                       "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})


def scattered(number, salt):
    """A number of 32 bits that looks random (the finalizer of MurmurHash3)."""
    h = (number * 0x9E3779B1 + salt * 0x85EBCA77) & 0xFFFFFFFF
    h ^= h >> 16
    h = h * 0x85EBCA6B & 0xFFFFFFFF
    h ^= h >> 13
    h = h * 0xC2B2AE35 & 0xFFFFFFFF
    return h ^ h >> 16


def first_name(number):
    """The first twenty have 2 % each; the rest shares what is left."""
    h = scattered(number, 1)
    share = h % 1000
    return FIRST[share // 20] if share < 400 else FIRST[20 + (h >> 10) % (len(FIRST) - 20)]


def last_name(number):
    """A third has one of a few names, the others one of some 27,000."""
    h = scattered(number, 2)
    if h % 3 == 0:
        return LAST[(h >> 8) % len(LAST)]
    name = SYLLABLES[(h >> 4) % 40] + SYLLABLES[(h >> 10) % 40] + ENDINGS[(h >> 16) % len(ENDINGS)]
    return name.capitalize()


def folded(text):
    """As the program folds text that is searched: lower case, no accents."""
    return "".join(map(folded_letter, text.lower())).translate(APART)


@functools.cache
def folded_letter(letter):
    parts = unicodedata.normalize("NFD", letter)
    bare = "".join(part for part in parts if not "\u0300" <= part <= "\u036f")
    return letter if bare == parts else unicodedata.normalize("NFC", bare)


def marked(text):
    """As the program marks runs of a letter behind folded text that is searched."""
    marks = []
    for line in text.split("\n"):
        for letter, run in itertools.groupby(line):
            for length in range(4, 0 if letter.isspace() or not letter.isascii() else min(len(list(run)), 9) + 1):
                mark = f"{letter}ˣ{length}"
                if mark not in marks:
                    marks.append(mark)
    return "\n".join([text, *marks])
