import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { intoPlace, readable, refuseInsideVault } from '#main/output.ts';
import type { JobProgress } from '#main/store/context.ts';
import { runInWorker } from '#main/workers/run.ts';
import type { Produced } from '#shared/contract/bundles.ts';
import { volumeFileName } from '#shared/domain/bundles/file-names.ts';
import type { FileFound, FoundFile } from '#shared/domain/bundles/finished.ts';
import { wantedFor } from '#shared/domain/bundles/rules.ts';
import { bindInWorker } from './bind-in-worker.ts';
import type { BindInput, BindReport, BoundFile } from './binding.ts';
import type { ExamineInput } from './examination/examine.ts';

export interface OutputOptions {
  overwrite: boolean;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: JobProgress) => void) | undefined;
  /** Whether every page of what was made is looked at, for the rules of a court: that takes its time. */
  looks: boolean;
  /** The rules that it is looked at for; some ask for more than others. */
  rules?: readonly { id: string }[];
  /** Looks at the finished files before they get their names; what it throws leaves nothing written. */
  before?: (files: readonly { from: string; to: string }[]) => Promise<void>;
}

/** A bundle that stands under its final names. */
export interface Outcome {
  report: BindReport;
  /** One path for each of `report.files`. */
  paths: string[];
  /** For the rules of a court. */
  found: FoundFile[];
}

/**
 * Binds into a file, or into several beside it where the bundle has volumes; `{n}` in the name stands for the volume.
 * All of them get their names when all are whole; on any failure none is left.
 */
export async function bindInto(
  input: Omit<BindInput, 'partial' | 'seal'>,
  target: string,
  options: OutputOptions,
): Promise<Outcome> {
  const { signal, onProgress } = options;
  let outcome: Outcome | undefined;
  await staged(target, options, async (staging) => {
    const report = await bindInWorker(
      { ...input, partial: path.join(staging, 'bundle'), seal: null },
      { signal, ...(onProgress ? { onProgress } : {}) },
    );
    const paths = report.files.map((file) => pathOf(target, file, report.files.length));
    const looks = options.looks ? await lookAt(report.files, options) : [];
    outcome = { report, paths, found: report.files.map((file, i) => foundFile(file, paths[i]!, looks[i] ?? null)) };
    const moves = report.files.map(({ partial }, i) => ({ from: partial, to: paths[i]! }));
    await options.before?.(moves);
    return moves;
  });
  return outcome!;
}

function foundFile({ found, volume, isLate }: BoundFile, file: string, look: FileFound | null): FoundFile {
  return { found, look, name: path.basename(file), volume, isLate };
}

/** What a bundle became, as it is told. */
export function filesOf({ report, paths }: Outcome): Produced['files'] {
  return report.files.map(({ pages, bytes, sha256, volume }, i) => ({
    path: paths[i]!,
    pages,
    bytes,
    sha256,
    volume: volume?.number ?? null,
  }));
}

/** Looks at finished files page by page, in a thread of its own. */
function lookAt(
  files: readonly Pick<BoundFile, 'partial' | 'frontPages'>[],
  { signal, onProgress, rules = [] }: Pick<OutputOptions, 'signal' | 'onProgress' | 'rules'>,
): Promise<FileFound[]> {
  const input: ExamineInput = {
    files: files.map(({ partial, frontPages }) => ({ path: partial, frontPages })),
    wanted: wantedFor(rules),
  };
  return runInWorker<FileFound[]>('examine-bundle', input, { signal, onProgress, heapMiB: 1024 });
}

function pathOf(target: string, { volume, isLate }: BoundFile, files: number): string {
  const { dir, name, ext } = path.parse(target);
  if (name.includes('{n}')) return path.join(dir, `${name.replaceAll('{n}', String(volume?.number ?? 1))}${ext}`);
  return files === 1 ? target : path.join(dir, `${volumeFileName(name, volume, isLate)}${ext}`);
}

/**
 * Lets `make` fill a folder beside the target that nobody sees, and then moves what it names into place.
 * @throws ProblemError as `intoPlace` does; nothing is left then, and inside a vault nothing is ever written
 */
async function staged(
  target: string,
  { overwrite }: { overwrite: boolean },
  make: (staging: string) => Promise<{ from: string; to: string }[]>,
): Promise<void> {
  refuseInsideVault(target);
  const { dir, base } = path.parse(target);
  const staging = path.join(dir, `.${base.slice(0, 80)}.${randomBytes(4).toString('hex')}.part`);
  const placed: string[] = [];
  try {
    await mkdir(staging, { mode: 0o700 });
    for (const { from, to } of await make(staging)) {
      await intoPlace(to, { overwrite }, (partial) => rename(from, partial));
      placed.push(to);
    }
  } catch (error) {
    if (!overwrite) await Promise.all(placed.map((file) => rm(file, { force: true })));
    throw readable(error, target);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
