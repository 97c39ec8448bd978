// A file system that fills up in the middle of a binding: an honest error, and nothing under the final name.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleCommand } from '#main/cli/commands/bundle.ts';
import { unreadable } from '../page-images/unreadable.ts';
import { runCommand } from './command.ts';
import { makeDocument, moreNumber, streamBody } from './make-pdf.ts';
import { pageCount } from './programs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-full-disk-'));
const disk = path.join(folder, 'disk');
mkdirSync(disk);
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0;

afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** A document of one page with a picture of so many bytes on it. */
function heavy(name: string, bytes: number): string {
  const file = path.join(folder, name);
  const picture =
    '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode';
  const entries = `/Resources<</Font<</F 3 0 R>>/XObject<</I ${moreNumber(1)} 0 R>>>>`;
  const more = [streamBody(Buffer.alloc(bytes, 7), picture)];
  writeFileSync(file, makeDocument([{ text: name, entries }], { more }));
  return file;
}

// Only who may mount has a disk that fills up.
describe.runIf(mounted)('a disk that is too small for the bundle', () => {
  const files = Array.from({ length: 5 }, (_, i) => heavy(`${i}.pdf`, 1_000_000));
  const bind = (sources: string[], out: string, ...more: string[]) =>
    runCommand(bundleCommand, ['--files', ...sources, '--title', 'T', '--out', out, ...more]);

  it('gets nothing, and keeps what stood under the name', async () => {
    const out = path.join(disk, 'bundle.pdf');
    expect((await bind(files, out)).refused).toBe('disk-full');
    expect(readdirSync(disk)).toEqual([]);
    writeFileSync(out, 'as it was');
    expect((await bind(files, out, '--force')).refused).toBe('disk-full');
    expect(readFileSync(out, 'utf8')).toBe('as it was');
    expect(readdirSync(disk)).toEqual(['bundle.pdf']);
  });

  it('is not needed to hear that the folder is not there', async () => {
    expect((await bind(files, path.join(disk, 'none', 'bundle.pdf'))).refused).toBe('no-such-folder');
  });

  it('is not taken for a fault of a document that has to be drawn', async () => {
    rmSync(path.join(disk, 'bundle.pdf'), { force: true });
    spawnSync('mount', ['-o', 'remount,size=64k', disk]);
    const drawn = path.join(folder, 'drawn.pdf');
    writeFileSync(drawn, unreadable()[0]!.pdf);
    const small = path.join(folder, 'small.pdf');
    writeFileSync(small, makeDocument([{ text: 'Small' }]));
    const out = path.join(disk, 'drawn-too.pdf');
    expect((await bind([small], out)).refused).toBe(null);
    rmSync(out);
    expect((await bind([small, drawn], out)).refused).toBe('disk-full');
    expect(readdirSync(disk)).toEqual([]);
  });

  it('takes the bundle when there is room', async () => {
    spawnSync('mount', ['-o', 'remount,size=20m', disk]);
    const out = path.join(disk, 'whole.pdf');
    const run = await bind(files, out);
    expect(run.refused).toBe(null);
    expect(existsSync(out)).toBe(true);
    expect(pageCount(readFileSync(out))).toBe(7);
  });
});
