import { csvTable } from '../../../protocol/src/index.js';
import { positionsOf } from '../features/positions.js';
import { type Checked, isArticle } from './checked.js';

const head = [
  'path',
  'line',
  'column',
  'rule',
  'severity',
  'words',
  'message',
  'settle',
  'related',
  'outlet',
  'date',
  'reading',
];

/** A table with a row for each finding, by file and in order of place; lines and columns count from 1. */
export function csv({ files, nameOf }: Checked): string {
  const rows = files.flatMap(({ file, reading, findings }) => {
    if (!isArticle(reading)) return [];
    const { text, metadata } = reading.article;
    const positions = positionsOf(reading.article);
    return findings.map(({ rule, severity, reading: level, start, end, message, settle, related }) => {
      const { line, character } = positions.position(start);
      const others = [...new Set(related.map((other) => nameOf(other.file)))].join('\n');
      return [
        ...[nameOf(file), line + 1, character + 1, rule, severity, text.slice(start, end), message, settle, others],
        ...[metadata.outlet, metadata.date, level],
      ];
    });
  });
  return csvTable([head, ...rows]);
}
