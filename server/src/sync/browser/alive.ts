import type { Life } from '../../../../protocol/src/index.js';

/**
 * Holds the lock that stands for this worker's life, from now until it dies, and says that it does: whoever asks for the same
 * lock is given it when the worker is gone. Nobody is told where the browser has no locks.
 */
export function stayAlive({ life }: Life): void {
  const held = (): Promise<never> => {
    (self as DedicatedWorkerGlobalScope).postMessage(null);
    return new Promise(() => undefined);
  };
  void (navigator.locks as LockManager | undefined)?.request(life, held).catch(() => undefined);
}
