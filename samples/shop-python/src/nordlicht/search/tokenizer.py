"""Words of a text as the index has them."""

import re
import unicodedata

STOP_WORDS = frozenset(
    {"and", "the", "for", "with", "from", "und", "der", "die", "das", "mit", "von", "aus"}
)
WORD = re.compile(r"[a-z0-9]+")
PLURALS = (("ies", "y"), ("es", ""), ("s", ""), ("en", ""))


def fold(text: str) -> str:
    """Lower case without accents; ``ß`` and the umlauts as Germans type them in a hurry."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def stem(word: str) -> str:
    for ending, replacement in PLURALS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending) + replacement
    return word


def tokenize(text: str) -> list[str]:
    words = WORD.findall(fold(text))
    return [stem(word) for word in words if len(word) > 1 and word not in STOP_WORDS]
