import { type ClaimView, type MentionView, type Sentence, say } from '../../../protocol/src/index.js';
import { escapeMarkdown as safe } from './markdown.js';
import { fileName } from './wording.js';

/**
 * Claims as a person pastes them into a document: the sentence, the verdict, who stands behind it, and each mention with
 * its citation. Files are named, not linked: the reader has them elsewhere.
 */
export const claimsMarkdown = (claims: readonly ClaimView[]): string => claims.map(claimMarkdown).join('\n\n');

const claimMarkdown = ({ here, verdictWords, verdictWhy, count, origins, mentions, more }: ClaimView): string =>
  [
    ...here.map((sentence) => `> ${safe(sentence.text)}\n>\n> — ${citation(sentence, sentence.place)}`),
    [`**${verdictWords}** · ${count}`, verdictWhy].filter(Boolean).join('. '),
    [...origins.map(({ label, words }) => `- ${safe(label)}: ${words}`)].join('\n'),
    [...mentions.map(mentionMarkdown), ...(more === '' ? [] : [`- ${more}`])].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');

function mentionMarkdown({ passage, relationWords, why, drift, ...mention }: MentionView): string {
  const words = passage.pieces.map(({ text }) => text).join('');
  const lines = [
    `- **${safe(relationWords)}**: “${safe(words)}” — ${citation(mention, mention.place)}`,
    safe(why),
    ...drift.map(safe),
  ];
  return lines.filter(Boolean).join('\n  ');
}

/** *Northwire, 2024-05-14, on the word of a medic (northwire.txt, line 3)*. */
const citation = (
  { outlet, date, source }: Pick<Sentence, 'outlet' | 'date' | 'source'>,
  { uri, range }: Sentence['place'],
): string =>
  [safe(outlet), date ?? say`undated`, ...(source === '' ? [] : [say`on the word of ${safe(source)}`])].join(', ') +
  ` (${safe(fileName(uri))}, ${say`line ${range.start.line + 1}`})`;
