import { execFileSync } from 'node:child_process';
import { findChromium } from '../../scripts/find.mjs';
import { electronProgram, host } from './host.ts';

const versionOf = (program: string, ...args: string[]) =>
  execFileSync(program, [...args, '--version'], { encoding: 'utf8' }).trim();

/** Says before the first test what they all run on. */
export default function sayHost() {
  const program = electronProgram ?? findChromium();
  if (!program) throw new Error('Neither Electron nor a Chromium is here: run `npm run setup`');
  const what =
    host === 'electron'
      ? `Electron ${versionOf(program, '--no-sandbox')}`
      : `the stand-in for Electron (${versionOf(program)}, Node ${process.versions.node})`;
  process.stdout.write(`Host: ${what}\n`);
}
