import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import type { App } from '#main/app.ts';
import { createVault, type OpenVault } from '#main/vault/vault.ts';
import { longDate } from '#shared/domain/blocks/dates.ts';
import { addDays, parseDay } from '#shared/domain/dates/days.ts';
import { loadMatterFile } from './matter-file.ts';
import { addSampleWork } from './sample-work.ts';
import { seedMatters } from './seed.ts';

/** The day as of which the sample matter is written. */
const WRITTEN = '2026-11-23';

/** Small matters beside the sample one, so that diary and lists are full. */
const BESIDE = 45;

/** The passphrase of a sample vault: it holds nothing that is anybody's, and the lock screen says it. */
const SAMPLE_PASSPHRASE = 'sample vault, invented parties';

/** Makes a vault for the sample in a new folder, with the cheapest derivation that the format allows. */
export async function createSampleVault(
  dir = path.join(mkdtempSync(path.join(tmpdir(), 'misl-sample-')), 'Sample.misl'),
): Promise<OpenVault> {
  const { vault } = await createVault(dir, { passphrase: SAMPLE_PASSPHRASE, kdf: 'floor' });
  return vault;
}

/** Fills the open vault with the sample matter and those beside it. @returns the sample matter's id */
export async function fillSample(app: App, signal?: AbortSignal): Promise<string> {
  const folder = path.join(app.resources, 'sample');
  const read = (name: string): unknown => {
    const written = parse(readFileSync(path.join(folder, name), 'utf8'), { schema: 'core' });
    return shifted(written, shiftOf(app.clock.today()));
  };
  const { matterId } = await loadMatterFile(app, read('matter.yaml'), path.join(folder, 'files'), signal, {
    sample: true,
    also: (context, keys) => addSampleWork(context, read('work.yaml'), keys),
  });
  await seedMatters(app, { matters: BESIDE, seed: 7, sample: true, ...(signal ? { signal } : {}) });
  return matterId;
}

/** How many days the sample is moved by: whole weeks, so that no hearing falls on another day of the week. */
function shiftOf(today: string): number {
  return Math.floor((parseDay(today)! - parseDay(WRITTEN)!) / 7) * 7;
}

/** Moves every date of a value, and writes out those in braces inside texts. */
function shifted(value: unknown, days: number): unknown {
  if (Array.isArray(value)) return value.map((each) => shifted(each, days));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shifted(each, days)]));
  }
  if (typeof value !== 'string') return value;
  if (parseDay(value) !== undefined) return addDays(value, days);
  const instant = /^(\d{4}-\d{2}-\d{2})(T[\d:]+Z)$/.exec(value);
  if (instant) return addDays(instant[1]!, days) + instant[2]!;
  return value.replace(/\{(\d{4}-\d{2}-\d{2})\}/g, (_all, date: string) => longDate(addDays(date, days)));
}
