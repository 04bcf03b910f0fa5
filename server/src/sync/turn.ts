/** Node's own call for it, which web workers lack. */
declare const setImmediate: ((then: () => void) => void) | undefined;

/**
 * Resolves after everything that is already waiting (messages, disks, timers) has had its turn. A web worker posts a
 * message to itself for that: its timers wait 4 ms.
 */
export const turn: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate?.(resolve))
    : () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(null);
        });
