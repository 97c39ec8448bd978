import { shortDate } from '../blocks/dates.ts';

/** A deadline that was set, moved, met or taken away. */
export interface Moved {
  id: string;
  title: string;
  /** The day that it was worked to before, `YYYY-MM-DD`; null where there was none. */
  was: string | null;
  /** The day that it is worked to now; null where it is gone. */
  is: string | null;
  why: string;
}

/** One change of a deadline's row as the store keeps it for undo: the row as JSON before and after. */
export interface RowChange {
  id: string;
  before: string | null;
  after: string | null;
}

interface Row {
  title: string;
  due_on: string | null;
  override_on: string | null;
  override_reason: string | null;
  trigger_on: string | null;
  citation: string | null;
  state: string;
  done_on: string | null;
  deleted_at: string | null;
}

const read = (json: string | null) => (json === null ? null : (JSON.parse(json) as Row));
const isThere = (row: Row | null): row is Row => row !== null && row.deleted_at === null;
const dayOf = (row: Row | null) => (isThere(row) ? (row.override_on ?? row.due_on) : null);

/**
 * What became of each deadline over several changes, from the first to the last: a change that was taken back leaves
 * nothing, and one that was moved twice shows where it was and where it is.
 */
export function movesOf(changes: readonly RowChange[]): Moved[] {
  const ends = new Map<string, { first: Row | null; last: Row | null }>();
  for (const { id, before, after } of changes) {
    const known = ends.get(id);
    if (known) known.last = read(after);
    else ends.set(id, { first: read(before), last: read(after) });
  }
  return [...ends].flatMap(([id, { first, last }]) => {
    const row = last ?? first;
    if (!row) return [];
    const [was, is] = [dayOf(first), dayOf(last)];
    const isClosed = isThere(first) && isThere(last) && first.state !== last.state;
    if (was === is && !isClosed) return [];
    return [{ id, title: row.title, was, is, why: reason(first, last) }];
  });
}

function reason(first: Row | null, last: Row | null): string {
  if (!isThere(last)) return 'removed';
  if (!isThere(first)) return last.citation ? `new, ${last.citation}` : 'new, set by hand';
  if (first.state !== last.state) {
    if (last.state === 'done') return last.done_on ? `met on ${shortDate(last.done_on)}` : 'met';
    return last.state === 'open' ? 'open again' : last.state;
  }
  if (last.override_on !== first.override_on) {
    if (last.override_on === null) return 'back to the computed day';
    return last.override_reason ? `set by hand: ${last.override_reason}` : 'set by hand';
  }
  if (last.trigger_on !== first.trigger_on && last.trigger_on !== null) {
    const from = first.trigger_on === null ? '' : ` instead of ${shortDate(first.trigger_on)}`;
    return `counted from ${shortDate(last.trigger_on)}${from}`;
  }
  return last.citation ? `counted again, ${last.citation}` : 'counted again';
}
