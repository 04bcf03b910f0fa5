import * as v from 'valibot';

/** Whether a setting may differ from folder to folder, is the person's alone, or that of one machine, as the manifest calls it. */
type Scope = 'resource' | 'window' | 'application' | 'machine';

/** A kind of value: how one is checked, and how the manifest (in JSON schema) says the same. */
interface Kind<Value> {
  /** Its message continues *The setting secondSource.include …*. */
  readonly schema: v.GenericSchema<unknown, Value>;
  readonly json: Readonly<Record<string, unknown>>;
  /** Of a choice, what each word means for people. */
  readonly meanings?: Readonly<Record<string, string>>;
}

/** One setting. Its words are what people read in the settings editor. */
export interface Setting<Value> {
  readonly kind: Kind<Value>;
  readonly fallback: Value;
  readonly scope: Scope;
  readonly words: string;
}

const demanded = {
  texts: 'must be a list of texts',
  lists: 'must be an object that gives lists of texts',
  amount: 'must be a number from 1',
  flag: 'must be true or false',
  words: 'must be a text',
} as const;

export const texts: Kind<readonly string[]> = {
  schema: v.array(v.string(demanded.texts), demanded.texts),
  json: { type: 'array', items: { type: 'string' }, uniqueItems: true },
};

/** Lists of texts, each under a name. */
export const lists: Kind<Readonly<Record<string, readonly string[]>>> = {
  schema: v.custom<Readonly<Record<string, readonly string[]>>>(
    (given) =>
      typeof given === 'object' &&
      given !== null &&
      !Array.isArray(given) &&
      Object.values(given).every((list) => v.is(texts.schema, list)),
    demanded.lists,
  ),
  json: { type: 'object', additionalProperties: texts.json },
};

export const amount: Kind<number> = {
  schema: v.pipe(v.number(demanded.amount), v.minValue(1, demanded.amount)),
  json: { type: 'number', minimum: 1 },
};

export const flag: Kind<boolean> = { schema: v.boolean(demanded.flag), json: { type: 'boolean' } };

export const words: Kind<string> = { schema: v.string(demanded.words), json: { type: 'string' } };

/** One of some words, each with its meaning for people. */
export function choice<Word extends string>(meanings: Readonly<Record<Word, string>>): Kind<Word> {
  const words = Object.keys(meanings) as Word[];
  return {
    schema: v.picklist(words, `must be one of ${words.join(', ')}`),
    json: { type: 'string', enum: words },
    meanings,
  };
}

export const setting = <Value>(kind: Kind<Value>, fallback: Value, scope: Scope, words: string): Setting<Value> => ({
  kind,
  fallback,
  scope,
  words,
});

/** The value given for a setting; its default where there is none, and where it does not fit, with what is wrong. */
export function chosen<Value>({ kind, fallback }: Setting<Value>, given: unknown): [value: Value, problem?: string] {
  if (given === undefined || given === null) return [fallback];
  const checked = v.safeParse(kind.schema, given);
  return checked.success ? [checked.output] : [fallback, checked.issues[0].message];
}
