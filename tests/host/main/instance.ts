import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The start of another instance: its arguments, its folder, and what it wanted to say. */
export type SecondStart = [argv: string[], workingDirectory: string, additionalData: unknown];

/** One program per folder of user data: the others hand their arguments over and end. */
export function createInstanceLock(folder: () => string, onSecond: (start: SecondStart) => void) {
  let held = false;
  const file = () => path.join(folder(), 'SingletonLock');

  function take(data: unknown): boolean {
    if (held) return true;
    mkdirSync(folder(), { recursive: true });
    try {
      writeFileSync(file(), String(process.pid), { flag: 'wx' });
    } catch {
      if (isAlive(Number(readFileSync(file(), 'utf8')))) {
        handOver(data);
        return false;
      }
      rmSync(file(), { force: true });
      return take(data);
    }
    held = true;
    process.once('exit', release);
    watch(folder(), { persistent: false }, (_, name) => {
      if (held && /^second-start-\d+\.json$/.test(name ?? '')) receive(path.join(folder(), name!));
    });
    return true;
  }

  function handOver(data: unknown) {
    const note = path.join(folder(), `second-start-${process.pid}`);
    // Written under another name first, so that the owner never reads half of it.
    writeFileSync(`${note}.part`, JSON.stringify([process.argv, process.cwd(), data] satisfies SecondStart));
    renameSync(`${note}.part`, `${note}.json`);
  }

  function receive(note: string) {
    let start: SecondStart;
    try {
      start = JSON.parse(readFileSync(note, 'utf8')) as SecondStart;
      rmSync(note);
    } catch {
      // The watcher tells of a file more than once: it has been read before.
      return;
    }
    onSecond(start);
  }

  function release() {
    if (held) rmSync(file(), { force: true });
    held = false;
  }

  return { take, release, isHeld: () => held };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
