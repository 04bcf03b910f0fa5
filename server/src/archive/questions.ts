import { idfOf } from '../core/mentions/background.js';
import { daysApart } from '../core/relations/relate.js';
import type { Keys } from '../workspace/keys.js';
import { commonFrom } from '../workspace/store/candidateIndex.js';
import { idOf, word, words } from './storedArticle.js';

/** The engine counts in 32 bits and we in 64: it names a few too many, and `mayMeet` takes these out again. */
const lessExact = 1 - 1e-4;

/**
 * Which articles may hold the same claims, as `CandidateIndex` asks it: those of about the same time with enough telling
 * terms in common, weighed by the square of how telling they are, and those of any time with one of the fingerprints.
 * `null` where an article has nothing to be found by.
 */
export function candidatesQuery({ terms, prints, norm, day }: Keys, without: readonly string[]): object | null {
  const should = [
    ...(terms.length === 0 ? [] : [sharingTerms({ terms, norm, day })]),
    ...(prints.length === 0 ? [] : [{ constant_score: { filter: { terms: { prints: words(prints) } } } }]),
  ];
  if (should.length === 0) return null;
  return { bool: { should, minimum_should_match: 1, must_not: [{ ids: { values: without } }] } };
}

function sharingTerms({ terms, norm, day }: Omit<Keys, 'prints'>): object {
  const undated = { bool: { must_not: { exists: { field: 'day' } } } };
  const near = { range: { day: { gte: day - daysApart, lte: day + daysApart } } };
  return {
    function_score: {
      query: {
        bool: {
          filter: Number.isNaN(day) ? [] : [{ bool: { should: [near, undated] } }],
          should: Array.from(terms, (term) => ({ term: { terms: { value: word(term), boost: idfOf(term) ** 2 } } })),
          minimum_should_match: 1,
        },
      },
      functions: [{ field_value_factor: { field: 'norm', modifier: 'reciprocal' } }],
      boost_mode: 'multiply',
      min_score: commonFrom * norm * lessExact,
    },
  };
}

/** Of the squared weight of a claim's words an article must have so much: below it `findClaim` finds nothing there. */
const askedFrom = 0.28;

/** The articles in which a claim of these words may be asserted. */
export function claimQuery(weights: ReadonlyMap<number, number>): object {
  const squares = [...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0);
  return {
    function_score: {
      query: {
        bool: {
          should: Array.from(weights, ([term, weight]) => {
            const weighed = { value: word(term), boost: weight ** 2 };
            // an article has each of its terms in one of the two
            return [{ term: { terms: weighed } }, { term: { others: weighed } }];
          }).flat(),
          minimum_should_match: 1,
        },
      },
      functions: [],
      min_score: squares * askedFrom,
    },
  };
}

/** Articles of unknown day that are told besides, since they may be the folder's own. */
const own = 8;

/**
 * On which days the outlets of sentences printed them, and in which articles of unknown day: `most` of each are enough.
 * `least`: of sentences that fewer articles have nothing is told. An archive is one shard, so each is counted in one place.
 */
export function printedQuery(keys: readonly number[], most: number, least: number): object {
  const asked = words(keys);
  return {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [{ terms: { printed: asked } }] } },
    aggs: {
      lines: {
        terms: {
          field: 'printed',
          include: asked,
          size: asked.length,
          min_doc_count: least,
          shard_min_doc_count: least,
          // few articles have them: their sentences are counted as they come; the other way numbers all of the archive's first
          execution_hint: 'map',
          // the days are counted only of those sentences that come back
          collect_mode: 'breadth_first',
        },
        aggs: {
          days: { terms: { field: 'day', size: most } },
          undated: { missing: { field: 'day' }, aggs: { files: { terms: { field: 'file', size: most + own } } } },
        },
      },
    },
  };
}

/**
 * The ids under which an article of a folder would lie in the archive, whichever folder the archive was loaded from: an
 * article says nothing about itself. `path`: with slashes, as a person reads it.
 */
export function ownIds(name: string, path: string): string[] {
  const steps = path.split('/').filter((step) => step !== '');
  return steps.map((_, at) => idOf(name, steps.slice(at).join('/')));
}
