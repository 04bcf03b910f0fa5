import { describe, expect, it } from 'vitest';
import { cases, findings, type Mark } from './fixtures.js';

const show = (marks: readonly Mark[], withSeverity: readonly Mark[] = marks): string[] =>
  marks.map((mark) => {
    const wanted = withSeverity.find((other) => other.rule === mark.rule && other.start === mark.start);
    return `${mark.rule}${wanted && wanted.severity === '' ? '' : `:${mark.severity}`} "${mark.text}"@${mark.start}`;
  });

describe('fixtures', () => {
  for (const one of cases())
    it(`${one.file} ${one.kind}: ${one.title}`, () => {
      const got = findings(one);
      for (const [name, { marks }] of one.articles) {
        const found = got.get(name) ?? [];
        if (one.kind === 'known misses')
          expect(show(found, marks), `now found: move the case to "flags" in ${one.file}`).not.toEqual(show(marks));
        else expect(show(found, marks), `${name} of this case`).toEqual(show(marks));
      }
    });
});
