"""Changes a sentence in one place: so that it says something else (a number, a day, a word for its opposite, a
negation), or so that it says the same (a hedge, a speaker, an aside). Near copies with one decisive change are the
worst case for a checker, and rare in what was labelled."""
import random
import re

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "hundreds")
OPPOSITES = (
    ("accepted", "rejected"), ("confirmed", "denied"), ("won", "lost"), ("rose", "fell"), ("approved", "rejected"),
    ("arrested", "released"), ("alive", "dead"), ("guilty", "not guilty"), ("backed", "opposed"), ("opened", "closed"),
    ("increased", "decreased"), ("passed", "failed"), ("before", "after"), ("convicted", "acquitted"),
    ("supported", "opposed"), ("killed", "rescued"), ("entered", "left"), ("captured", "lost"), ("agreed", "refused"),
    ("higher", "lower"), ("more than", "fewer than"), ("north", "south"), ("east", "west"), ("eastern", "western"),
    ("northern", "southern"), ("true", "false"), ("real", "fake"), ("began", "ended"), ("joined", "quit"),
    ("first", "second"), ("all", "none"), ("legal", "illegal"), ("innocent", "guilty"), ("still", "no longer"),
)
NEGATED = ("was", "were", "is", "are", "has", "have", "had", "will", "would", "did", "can", "could")
HEDGES = ("reportedly", "allegedly", "apparently")
SPEAKERS = ("officials said", "according to local media", "a spokesman said", "it was reported", "witnesses said")


def edited(sentence: str, chosen: random.Random) -> tuple[str, str, str] | None:
    """The sentence, the other, and the class they are of; None where the change drawn has no place in it."""
    make = chosen.choice((number, number, day, opposite, opposite, negation, hedge, speaker, shortened))
    found = make(sentence, chosen)
    return None if found is None or found[0] == sentence else (sentence, *found)


def number(sentence: str, chosen: random.Random):
    places = [m for m in re.finditer(r"(?<![\w,.-])\d{1,3}(?:,\d{3})*(?![\w,:-]|\.\d)", sentence)]
    words = [m for m in re.finditer(rf"\b({'|'.join(COUNTS[:11])})\b", sentence)]
    if not places + words:
        return None
    place = chosen.choice(places + words)
    if place in words:
        other = chosen.choice([w for w in COUNTS[:11] if w != place.group()])
    else:
        value = int(place.group().replace(",", ""))
        other = f"{max(1, round(value * chosen.choice((0.3, 0.5, 0.7, 1.5, 2, 3)) + chosen.choice((-1, 1)))):,}"
        if abs(int(other.replace(",", "")) - value) <= 0.1 * value:
            return None
    return replaced(sentence, place, other), "c"


def day(sentence: str, chosen: random.Random):
    place = re.search(rf"\b({'|'.join(DAYS)})\b", sentence)
    return place and (replaced(sentence, place, chosen.choice([d for d in DAYS if d != place.group()])), "c")


def opposite(sentence: str, chosen: random.Random):
    options = []
    for pair in OPPOSITES:
        for one, other in (pair, pair[::-1]):
            options += [(m, other) for m in re.finditer(rf"\b{one}\b", sentence)]
    return (replaced(sentence, *chosen.choice(options)), "c") if options else None


def negation(sentence: str, chosen: random.Random):
    places = list(re.finditer(rf"\b({'|'.join(NEGATED)})\b(?! not| no |n't)", sentence))
    if not places or re.search(r"\b(not|no|never)\b|n't", sentence):
        return None
    place = places[0]
    return replaced(sentence, place, f"{place.group()} not"), "c"


def hedge(sentence: str, chosen: random.Random):
    place = re.search(r"\b(was|were|has|have|had)\b", sentence)
    return place and (replaced(sentence, place, f"{place.group()} {chosen.choice(HEDGES)}"), "s")


def speaker(sentence: str, chosen: random.Random):
    if not sentence.endswith(".") or re.search(r"\b(said|says|told|according)\b|[\"“”]", sentence):
        return None
    return f"{sentence[:-1]}, {chosen.choice(SPEAKERS)}.", "s"


def shortened(sentence: str, chosen: random.Random):
    """Without what stands between two commas."""
    place = re.search(r", (?:who|which|a|an|the) [^,]{8,60}(?=, )", sentence)
    if place is None:
        return None
    return sentence[:place.start()] + sentence[place.end() + 1:], "s"


def replaced(sentence: str, place: re.Match, by: str) -> str:
    return sentence[:place.start()] + by + sentence[place.end():]
