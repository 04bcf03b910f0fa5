import { SingleBar } from 'cli-progress';

/** For a person at a terminal who waits; `null` for everyone else. `doing`: *reading*. */
export function progressBar(doing: string, files: number): SingleBar | null {
  if (!process.stderr.isTTY) return null;
  const bar = new SingleBar({
    format: `${doing} {bar} {value}/{total}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(files, 0);
  return bar;
}
