import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** What is wrong with a JSON file that people share, in their words, and where: a line from 0. */
export interface Damage {
  readonly line: number;
  readonly reason: string;
}

/** Where a value stands; where it is missing, where that stands which should hold it. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  for (let length = path.length; tree !== undefined && length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length) as (string | number)[]);
    if (node !== undefined) return lineAt(text, node.offset);
  }
  return 0;
}

/** Why a text is no JSON: conflict markers of git are the likeliest. */
export function syntaxDamage(text: string, disallowComments = true): Damage {
  const marker = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(text);
  if (marker !== null)
    return {
      line: lineAt(text, marker.index),
      reason: 'two versions of it were merged, and the conflict was left open',
    };
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments, allowTrailingComma: !disallowComments });
  } catch {
    return { line: 0, reason: 'it is no JSON: too many brackets in each other' };
  }
  const [first] = errors;
  if (first === undefined) return { line: 0, reason: 'it is no JSON' };
  return { line: lineAt(text, first.offset), reason: `it is no JSON: ${words(printParseErrorCode(first.error))}` };
}

/** *CloseBraceExpected* as *close brace expected*. */
const words = (code: string): string => code.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;
