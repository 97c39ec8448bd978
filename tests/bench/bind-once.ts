// Binds what a file of JSON says, so many times, and prints how many seconds the last took. bundles.bench.ts builds it as the
// package is built, and runs it as a program of its own.
import { readFileSync, rmSync } from 'node:fs';
import { bindBundle } from '#main/bundles/bind.ts';
import type { BindInput } from '#main/bundles/binding.ts';

const [file, times] = process.argv.slice(2);
const input = JSON.parse(readFileSync(file!, 'utf8')) as BindInput;
for (const { sources } of input.sections.flatMap(({ items }) => items)) {
  for (const { handle } of sources) if (handle.kind === 'blob') handle.key = Uint8Array.from(handle.key);
}
let seconds = 0;
for (let n = 0; n < Number(times); n++) {
  rmSync(input.partial, { force: true });
  const start = performance.now();
  const { skipped, checks } = await bindBundle(input, () => {});
  seconds = (performance.now() - start) / 1000;
  if (skipped.length > 0) throw new Error(`${skipped.length} sources were left out`);
  const failed = checks.filter(({ ok }) => ok === false);
  if (failed.length > 0) throw new Error(failed[0]!.message);
}
process.stdout.write(seconds.toFixed(3));
