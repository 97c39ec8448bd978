import path from 'node:path';
import type { SourceHandle } from '#main/bundles/handles.ts';
import type { Query, Services } from '#main/services.ts';
import type { AuditInput, JobProgress } from '#main/store/context.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { CheckedFile } from '#shared/contract/leakcheck.ts';
import type { Audience } from '#shared/domain/leakcheck/audience.ts';
import { problem } from '#shared/problem.ts';
import { checkEach, isClean } from './check.ts';

/** Finished files that are about to leave the vault together. */
export interface Leaving {
  /** `name` is what they are to be called. */
  files: { name: string; handle: SourceHandle }[];
  audience: string;
  /** The record that they were made of; null where they are of several. */
  entity: string | null;
  id: string | null;
  /** What the findings are asked for by; the record's id when left out. */
  heldAs?: string;
  matterId: string | null;
  /** The very files that were looked at, by their hashes, and why they leave although something was found. */
  despite?: { files: string[]; reason: string } | undefined;
}

interface Watch {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: JobProgress) => void) | undefined;
  note(entry: Omit<AuditInput, 'at' | 'actor'>): Promise<void>;
}

/** What was found and not given out, with the pages on which it stands, until the vault is locked. */
const findings = new WeakMap<Services, Map<string, Awaited<ReturnType<typeof checkEach>>>>();

/**
 * Lets finished files leave the vault only if they could be searched and nothing was found in them that their readers
 * may not learn, or with a reason, which the log keeps with the hash of each.
 *
 * @returns in how many places something was found that a reason let pass
 * @throws ProblemError `leak-found`; what was found is then to be had by `leakcheck.findings`
 */
export async function assertNoLeaks(context: Query, leaving: Leaving, watch: Watch): Promise<{ places: number }> {
  const { services } = context;
  const { files, entity, id, matterId, despite, heldAs = id ?? '' } = leaving;
  const audience = leaving.audience as Audience;
  const { signal, onProgress, note } = watch;
  const all = await checkEach(context, files, audience, { signal, onProgress, previews: despite === undefined });
  const leaking = all.filter(({ checked }) => !isClean(checked));
  const found = leaking.map(({ checked }) => checked);
  const kept = findings.get(services) ?? new Map<string, typeof all>();
  findings.set(services, kept);
  if (despite && found.every(({ sha256 }) => despite.files.includes(sha256))) {
    for (const { sha256, hits, more } of found) {
      const detail = JSON.stringify({ sha256, audience, hits: hits.length + more, reason: despite.reason });
      await note({ action: 'leakcheck.override', entity, entityId: id, matterId, detail });
    }
  } else if (found.length > 0) {
    kept.set(heldAs, leaking);
    throw problem('leak-found', inWords(found, audience), {
      hint: 'Look at what was found, and mend it, or give a reason for which it may leave.',
    });
  }
  kept.delete(heldAs);
  return { places: found.reduce((sum, { hits, more }) => sum + hits.length + more, 0) };
}

const READERS: Record<Audience, string> = { court: 'the court', 'other-side': 'the other side', public: 'the public' };

function inWords(found: readonly CheckedFile[], audience: Audience): string {
  const about = [...new Set(found.flatMap(({ hits }) => hits.map(({ party }) => party)))];
  const shown = about.slice(0, 4).join(', ') + (about.length > 4 ? ' and others' : '');
  if (about.length === 0) {
    const names = found.map(({ file }) => path.basename(file)).slice(0, 4);
    return `${names.join(', ')} could not be searched for what is kept from ${READERS[audience]}. Nothing was written.`;
  }
  const count = found.reduce((sum, { hits, more }) => sum + hits.length + more, 0);
  return `This would disclose to ${READERS[audience]} what is kept from them, in ${count} ${count === 1 ? 'place' : 'places'}: ${shown}. Nothing was written.`;
}

/** What was found in the files of a record that did not leave. */
export function findingsOf({ services }: Query, { id }: Given<'leakcheck.findings'>): Result<'leakcheck.findings'> {
  return (findings.get(services)?.get(id) ?? []).map(({ checked }) => checked);
}

/** The page of such a file on which something was found, as a PDF of its own; null where it is not kept. */
export function pageOf({ services }: Query, { id, sha256, page }: Given<'leakcheck.page'>): Result<'leakcheck.page'> {
  const kept = findings
    .get(services)
    ?.get(id)
    ?.find(({ checked }) => checked.sha256 === sha256);
  const bytes = kept?.previews.find((each) => each.page === page)?.bytes;
  return { base64: bytes ? Buffer.from(bytes).toString('base64') : null };
}
