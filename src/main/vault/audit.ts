import { createHmac } from 'node:crypto';
import type { Connection } from '#main/store/connection.ts';
import type { AuditInput } from '#main/store/context.ts';
import { canonical } from './canonical.ts';

/**
 * The audit log: each entry carries the MAC of itself and of the one before, under a key of its own, so that an entry
 * that was altered, removed or put in shows at the next one. The number of entries is kept beside it, with a MAC over it
 * and the last entry's, for the removal of the last entries would otherwise leave a whole, shorter chain.
 */
const FIRST = Buffer.alloc(32);

interface Entry extends AuditInput {
  seq: number;
}

function macOf(key: Buffer, entry: Entry, previous: Buffer): Buffer {
  const { seq, at, actor, action, entity, entityId, matterId, detail } = entry;
  const text = canonical({ seq, at, actor, action, entity, entityId, matterId, detail });
  return createHmac('sha256', key).update(previous).update(text, 'utf8').digest();
}

function headOf(key: Buffer, seq: number, last: Buffer): string {
  return `${seq}:${createHmac('sha256', key).update(`head ${seq} `, 'utf8').update(last).digest('hex')}`;
}

function putHead(db: Connection, head: string) {
  db.prepare(
    "INSERT INTO meta (key, value) VALUES ('audit.head', @head) ON CONFLICT (key) DO UPDATE SET value = @head",
  ).run({ head });
}

/** Begins the log of a new vault: from now on a vault without one shows. */
export function beginAudit(db: Connection, key: Buffer) {
  putHead(db, headOf(key, 0, FIRST));
}

/** Appends an entry inside the open transaction. */
export function appendAudit(db: Connection, key: Buffer, input: AuditInput) {
  const last = db.prepare('SELECT seq, mac FROM audit_entry ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; mac: Buffer }
    | undefined;
  const previous = last?.mac ?? FIRST;
  const entry = { ...input, seq: (last?.seq ?? 0) + 1 };
  const mac = macOf(key, entry, previous);
  db.prepare(
    `INSERT INTO audit_entry (seq, at, actor, action, entity, entity_id, matter_id, detail, prev_mac, mac)
     VALUES (@seq, @at, @actor, @action, @entity, @entityId, @matterId, @detail, @previous, @mac)`,
  ).run({ ...entry, previous, mac });
  putHead(db, headOf(key, entry.seq, mac));
}

/** Checks the whole chain. @returns what is wrong with it, by entry; nothing where it is whole */
export function verifyAudit(db: Connection, key: Buffer): { entries: number; problems: string[] } {
  const problems: string[] = [];
  let previous: Buffer = FIRST;
  let seq = 0;
  const rows = db.prepare(
    'SELECT seq, at, actor, action, entity, entity_id AS entityId, matter_id AS matterId, detail, prev_mac AS prev, mac FROM audit_entry ORDER BY seq',
  );
  for (const row of rows.iterate() as IterableIterator<Entry & { prev: Buffer; mac: Buffer }>) {
    seq += 1;
    if (row.seq !== seq) {
      problems.push(`audit entry ${seq} is missing`);
      seq = row.seq;
    } else if (!row.prev.equals(previous)) problems.push(`audit entry ${row.seq} does not follow the one before it`);
    if (!macOf(key, row, row.prev).equals(row.mac)) problems.push(`audit entry ${row.seq} was altered`);
    previous = row.mac;
  }
  const head = db.prepare("SELECT value FROM meta WHERE key = 'audit.head'").pluck().get() as string | undefined;
  if (head !== headOf(key, seq, previous))
    problems.push(head === undefined ? 'the head of the audit log is missing' : 'the last audit entries are missing');
  return { entries: seq, problems };
}
