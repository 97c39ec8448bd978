import type { App } from '#main/app.ts';
import { enterCustody } from '#main/evidence/service.ts';
import { assertNoLeaks } from '#main/leakcheck/service.ts';
import type { JobProgress } from '#main/store/context.ts';
import { uuidv7 } from '#main/store/ids.ts';
import type { Given } from '#shared/contract/index.ts';
import type { BundleParts } from './parts.ts';

export type Despite = NonNullable<Given<'bundles.produce'>['despite']>;

/** Runs something long as a job that can be seen and cancelled. */
export async function asJob<R>(
  app: App,
  name: string,
  run: (signal: AbortSignal, onProgress: (progress: JobProgress) => void) => Promise<R>,
): Promise<R> {
  const id = uuidv7();
  const controller = new AbortController();
  app.jobs.set(id, controller);
  const tell = (state: 'running' | 'done' | 'failed' | 'cancelled', progress?: JobProgress) =>
    app.host.publish('job', {
      id,
      name,
      unit: progress?.unit ?? 'files',
      done: progress?.done ?? 0,
      total: progress?.total ?? null,
      item: progress?.item ?? null,
      state,
    });
  try {
    tell('running');
    const result = await run(controller.signal, (progress) => tell('running', progress));
    tell('done');
    return result;
  } catch (error) {
    tell(controller.signal.aborted ? 'cancelled' : 'failed');
    throw error;
  } finally {
    app.jobs.delete(id);
  }
}

/**
 * Lets finished files leave only if they disclose nothing to their readers, or with a reason: see `assertNoLeaks`.
 * @returns the line about it in the report
 */
export async function leaveVault(
  app: App,
  { bundle: { id, audience, matterId } }: BundleParts,
  files: readonly { from: string; to: string }[],
  { despite, ...watch }: { signal: AbortSignal; onProgress(progress: JobProgress): void; despite: Despite | undefined },
): Promise<{ id: string; ok: boolean; message: string }> {
  const { runner, services } = app.session!;
  const { places } = await assertNoLeaks(
    { db: runner.db, clock: app.clock, services },
    {
      files: files.map(({ from, to }) => ({ name: to, handle: { kind: 'path', file: from } })),
      audience,
      entity: 'bundle',
      id,
      matterId,
      despite,
    },
    { ...watch, note: runner.note },
  );
  return places === 0
    ? { id: 'leaks', ok: true, message: 'Nothing was found in it that is kept from its readers' }
    : { id: 'leaks', ok: false, message: `It left with a reason, although ${places} places disclose what is kept` };
}

/** Each exhibit that left the vault says so in its custody; the log has the hash of every file. */
export async function noteExport(
  app: App,
  { bundle, sections }: BundleParts,
  files: readonly { sha256: string; pages: number }[],
): Promise<void> {
  const { runner } = app.session!;
  // What was left out did not leave.
  const left = sections.flatMap(({ items }) => items.filter(({ problems }) => problems.length === 0));
  const exhibits = [...new Set(left.flatMap(({ row }) => row.exhibitId ?? []))];
  const [first] = files;
  if (!app.session!.vault.readOnly && exhibits.length > 0 && first) {
    await runner.run({ name: 'bundles.produce', undoable: false, touches: ['custody_entry'] }, async (context) => {
      for (const exhibitId of exhibits) {
        const where = { matterId: bundle.matterId, exhibitId };
        await enterCustody(context, where, { step: 'exported', note: bundle.title, sha256: first.sha256 });
      }
    });
  }
  const detail = JSON.stringify(
    files.length === 1
      ? { sha256: first!.sha256, pages: first!.pages, audience: bundle.audience }
      : { audience: bundle.audience, files: files.map(({ sha256, pages }) => ({ sha256, pages })) },
  );
  await runner.note({
    action: 'bundles.produce',
    entity: 'bundle',
    entityId: bundle.id,
    matterId: bundle.matterId,
    detail,
  });
}
