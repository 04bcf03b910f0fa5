import { type Profiler, Session } from 'node:inspector/promises';

/** What a piece of work cost, and where: the functions that did most, most first. */
export interface Work {
  readonly steps: number;
  readonly busiest: readonly { readonly name: string; readonly steps: number }[];
}

/** Scripts whose steps count: ours, and the libraries that read texts for us. */
const counted = /\/server\/src\/|\/node_modules\/(?:natural|yaml|chrono-node)\//;

/**
 * Counts work instead of time. V8 counts for its coverage how often each block of code runs, to the last one and the same
 * on every machine and under any load; nothing in our code has to count for it. What strings and arrays do inside V8 is no
 * code of ours, so the characters and items that they walk are added. Not seen: backtracking inside one regular expression.
 *
 * Start it before the code it is to count is imported: V8 puts the counters in when it compiles.
 */
export class Meter {
  private readonly session = new Session();

  async start(): Promise<void> {
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  async measure(work: () => void): Promise<Work> {
    await this.take();
    const walked = new Map<string, number>();
    let asking = false; // who called: what that walks is not counted
    const restore = countWalks((method, length) => {
      if (asking) return;
      asking = true;
      const name = length < long ? 'short walks inside strings and arrays' : `${method}, called by ${caller()}`;
      asking = false;
      walked.set(name, (walked.get(name) ?? 0) + length);
    });
    try {
      work();
    } finally {
      restore();
    }
    const functions = [...(await this.take()), ...Array.from(walked, ([name, steps]) => ({ name, steps }))];
    return {
      steps: functions.reduce((sum, { steps }) => sum + steps, 0),
      busiest: functions.sort((x, y) => y.steps - x.steps).slice(0, 4),
    };
  }

  stop(): void {
    this.session.disconnect();
  }

  /** Steps of each function since the last time. */
  private async take(): Promise<{ name: string; steps: number }[]> {
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => counted.test(url))
      .flatMap(({ url, functions }) =>
        functions.map(({ functionName, ranges }) => ({
          name: `${functionName || 'a function'} (${url.replace(/^.*\/(server\/src|node_modules)\//, '')})`,
          steps: sumOf(ranges),
        })),
      );
  }
}

const sumOf = (ranges: readonly Profiler.CoverageRange[]): number => ranges.reduce((sum, { count }) => sum + count, 0);

/** Characters or items; of a longer walk it is told who asked for it. */
const long = 500;

/** The first of our own functions on the stack. */
const caller = (): string =>
  /\n +at (?:(\S+) )?[^\n]*\/((?:server\/src|node_modules)\/[^\n:)]+:\d+)/
    .exec(new Error().stack ?? '')
    ?.slice(1)
    .join(' ') ?? 'somebody';

type Method = (this: unknown, ...args: unknown[]) => unknown;
/** How far a call went: `on` is what it was called on, `result` what it gave. */
type Distance = (on: unknown, args: readonly unknown[], result: unknown) => number;

const lengthOf = (value: unknown): number => (value as { length: number }).length;
const whole: Distance = (on) => lengthOf(on);
/** From where a search starts to what it finds, or through all the rest. */
const untilFound: Distance = (on, [, from], result) =>
  Math.max(0, (result === -1 || result === false ? lengthOf(on) : Number(result)) - (Number(from) || 0));

const ofResult: Distance = (_on, _args, result) => lengthOf(result);
const given: Distance = (_on, [from]) => lengthOf(from);
const filled: Distance = (on, [, from = 0, to = lengthOf(on)]) => Number(to) - Number(from);

const typed = Object.getPrototypeOf(Int32Array.prototype) as object;

/** The methods of V8 that walk what they are called on. A slice of a string is no walk: V8 makes it by reference. */
const walks: readonly [holder: object, methods: readonly string[], distance: Distance][] = [
  [String.prototype, ['split', 'replace', 'replaceAll', 'toLowerCase', 'toUpperCase', 'normalize', 'trim'], whole],
  [String.prototype, ['indexOf', 'includes'], untilFound],
  [String.prototype, ['padEnd', 'padStart', 'repeat'], ofResult],
  [Array.prototype, ['indexOf', 'includes'], untilFound],
  [Array.prototype, ['join', 'splice', 'reverse'], whole],
  [Array.prototype, ['slice', 'concat', 'toSpliced', 'flat'], ofResult],
  [Array.prototype, ['fill'], filled],
  [typed, ['indexOf', 'includes'], untilFound],
  [typed, ['sort'], whole],
  [typed, ['slice'], ofResult],
  [typed, ['set'], given],
  [typed, ['fill'], filled],
];

/** Counts the walks of strings, arrays and regular expressions until the function that it returns is called. */
function countWalks(add: (method: string, length: number) => void): () => void {
  const undo: (() => void)[] = [];
  const wrap = (holder: object, name: string, around: (method: Method) => Method): void => {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name) as PropertyDescriptor & { value: Method };
    Object.defineProperty(holder, name, { ...descriptor, value: around(descriptor.value) });
    undo.push(() => Object.defineProperty(holder, name, descriptor));
  };
  for (const [holder, methods, distance] of walks)
    for (const name of methods)
      wrap(
        holder,
        name,
        (method) =>
          function (...args) {
            const result = method.apply(this, args);
            add(name, distance(this, args, result));
            return result;
          },
      );
  wrap(
    RegExp.prototype,
    'exec',
    (exec) =>
      function (text) {
        const { sticky, global, lastIndex } = this as RegExp;
        const from = sticky || global ? lastIndex : 0;
        const found = exec.call(this, text) as RegExpExecArray | null;
        if (found !== null) add('a search', found.index + found[0].length - from);
        else if (!sticky) add('a search', Math.max(0, String(text).length - from));
        return found;
      },
  );
  return () => {
    for (const one of undo.reverse()) one();
  };
}
