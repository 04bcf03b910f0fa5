import { setFlagsFromString } from 'node:v8';

/**
 * Tells the engine that this will be over in seconds, before it has made all code fast: quick machine code at once is worth
 * more. It holds for all threads; starting one runs much code once, so they are started before.
 */
export function hurry(): void {
  setFlagsFromString('--always-sparkplug');
  // what runs often is optimised together with what it calls: with a third of that as much is gained in half the time
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
  // The engine of Node 20 soon optimises whatever runs some hundred times: with several threads on two cores that takes
  // more time than it saves. Later engines wait longer by themselves.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=250000');
}
