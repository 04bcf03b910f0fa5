import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import jsonld from 'jsonld';

/** One statement of RDF, all terms as IRIs or words. */
interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: {
    readonly termType: string;
    readonly value: string;
    readonly datatype?: { readonly value: string };
  };
}

const require = createRequire(__filename);
const published = {
  oa: require.resolve('@vocabulary/oa/oa.nq'),
  schema: require.resolve('@vocabulary/schema/schema.nq'),
};

const anno = JSON.parse(readFileSync(join(__dirname, 'contexts', 'anno.json'), 'utf8'));
/** What JSON-LD names by address, from this folder: no test asks a network. */
const contexts: Readonly<Record<string, object>> = {
  'http://www.w3.org/ns/anno.jsonld': anno,
  'https://schema.org': { '@context': { '@vocab': 'http://schema.org/' } },
};
const documentLoader = async (url: string) => {
  const document = contexts[url];
  if (document === undefined) throw new Error(`${url} is not known to the tests`);
  return { contextUrl: undefined, documentUrl: url, document };
};

/** Where the files of an export would lie: relative references become IRIs. */
const base = 'http://example.org/articles/';

/** JSON-LD as a library expands it; `safe`: it throws where any value would be lost. */
export const expanded = (json: string): Promise<object[]> =>
  jsonld.expand(JSON.parse(json), { base, documentLoader, safe: true } as object) as Promise<object[]>;

/** JSON-LD as statements. */
export async function triples(json: string): Promise<Triple[]> {
  const quads = (await jsonld.toRDF(JSON.parse(json), { base, documentLoader, safe: true } as object)) as unknown[];
  return quads.map((quad) => tripleOf(quad as Quad));
}

interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: Triple['object'];
}
const tripleOf = ({ subject, predicate, object }: Quad): Triple => ({
  subject: subject.value,
  predicate: predicate.value,
  object,
});

export const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const subClassOf = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

const asked = /^\S+ <[^>]*(?:#type|subClassOf|domainIncludes|rangeIncludes)> /;

interface VocabularyNode {
  readonly '@id': string;
}

/** A vocabulary as its publishers print it, from a package. */
export class Vocabulary {
  private readonly statements = new Map<string, Set<string>>();
  readonly terms = new Set<string>();

  static async read(name: 'oa' | 'schema'): Promise<Vocabulary> {
    // what is asked of it, a line each: its explanations are most of it
    const lines = readFileSync(published[name], 'utf8')
      .split('\n')
      .filter((line) => asked.test(line));
    // its one graph, node by node, each with the values of every property
    const graphs = await jsonld.fromRDF(lines.join('\n') as unknown as object, {
      format: 'application/n-quads',
    });
    const vocabulary = new Vocabulary();
    for (const { '@graph': nodes } of graphs as readonly { '@graph'?: readonly VocabularyNode[] }[])
      for (const { '@id': subject, ...properties } of nodes ?? []) {
        vocabulary.terms.add(subject);
        for (const [property, values] of Object.entries<readonly (string | { '@id'?: string })[]>(properties)) {
          const key = `${subject} ${property === '@type' ? rdfType : property}`;
          vocabulary.statements.set(
            key,
            new Set(values.map((one) => (typeof one === 'string' ? one : (one['@id'] ?? '')))),
          );
        }
      }
    return vocabulary;
  }

  private of(subject: string, predicate: string): ReadonlySet<string> {
    return this.statements.get(`${subject} ${predicate}`) ?? new Set();
  }

  /** A class and all that it is a kind of. */
  private kinds(name: string): Set<string> {
    const found = new Set([name]);
    for (const one of found) for (const wider of this.of(one, subClassOf)) found.add(wider);
    return found;
  }

  /** What is wrong with statements by the domains and ranges of schema.org: nothing, where they are right. */
  faults(all: readonly Triple[]): string[] {
    const types = new Map<string, string>();
    for (const { subject, predicate, object } of all) if (predicate === rdfType) types.set(subject, object.value);
    const isOne = (type: string, property: string, of: 'domainIncludes' | 'rangeIncludes'): boolean =>
      [...this.kinds(type)].some((kind) => this.of(property, `${schema}${of}`).has(kind));
    return all.flatMap(({ subject, predicate, object }) => {
      if (predicate === rdfType) return this.terms.has(object.value) ? [] : [`no class ${object.value}`];
      const type = types.get(subject);
      if (type === undefined) return [`${subject} has no type`];
      if (!isOne(type, predicate, 'domainIncludes')) return [`a ${type} has no ${predicate}`];
      const given = object.termType === 'Literal' ? literalType(object.value) : [types.get(object.value) ?? ''];
      if (!given.some((one) => isOne(one, predicate, 'rangeIncludes')))
        return [`${predicate} is no ${given.join(' or ')}: ${object.value}`];
      return [];
    });
  }
}

const schema = 'http://schema.org/';

/** What words may stand for. */
function literalType(words: string): string[] {
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return [`${schema}Date`, `${schema}Text`];
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(words)) return [`${schema}DateTime`, `${schema}Text`];
  return [`${schema}Text`];
}
