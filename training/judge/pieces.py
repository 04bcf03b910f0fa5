"""Writes how Python splits invented sentences into word pieces, for the test of our own tokenizer:

    python pieces.py --vocabulary ../../models/judge.vocabulary.txt --out ../../test/unit/wordPieces.json
"""
import argparse
import json
from pathlib import Path

from tokenizers import BertWordPieceTokenizer

SENTENCES = [
    "Twelve people were killed in Aldmere on Monday, the prefect said.",
    "“We won’t resign,” President Ilyan Garo told reporters – twice.",
    "The fine of €1.2bn (about $1,300,000,000) rose 12.5% in 2024–25.",
    "Señor Núñez-Øvergård met Zoë O'Brien-Smith's naïve coöperative at the café.",
    "E-mail press@lubnovo.example or call +44 (0)20 7946-0018 before 6:30pm!",
    "ISIS/IS (Daesh) claimed it; the U.S.-led coalition didn't.",
    "antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis",
    "x" * 101,
    "x" * 99 + " end",
    "  Tabs\tand\nlines\r\nand\u00a0no-break\u2003spaces  ",
    "Control \u0000\u0007 and \u200bzero\u200dwidth\ufeff and \ufffd signs \u00ad soft.",
    "日本 and 東京 stand apart; Привет, мир; مرحبا; Ωmega",
    "👩‍👩‍👧 emoji 🇸🇾 and e\u0301 combining, I\u0307stanbul İstanbul ẞ ﬁne",
    "a^b `c` ~d $e <f> =g |h| +i {j} [k] _l_ @m #n & *o* \\p",
    "[CLS is no sign, nor is SEP]",
    "½ ² ٣ ① Ⅷ 1º",
    "",
    "…—‘’‚„†‡•‰‹›€™",
]


def main() -> None:
    arguments = argparse.ArgumentParser()
    for name in ("vocabulary", "out"):
        arguments.add_argument(f"--{name}", type=Path, required=True)
    args = arguments.parse_args()
    tokenizer = BertWordPieceTokenizer(str(args.vocabulary), lowercase=True)
    read = [{"text": text, "pieces": tokenizer.encode(text, add_special_tokens=False).tokens} for text in SENTENCES]
    lines = ",\n".join(f"  {json.dumps(one)}" for one in read)
    args.out.write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
