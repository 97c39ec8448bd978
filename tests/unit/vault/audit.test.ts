import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendAudit, verifyAudit } from '#main/vault/audit.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { newVault, scratch } from './helpers.ts';

const { folder, remove } = scratch();
let vault: OpenVault;
beforeAll(async () => {
  ({ vault } = await newVault(folder));
  for (let i = 1; i <= 20; i++) {
    appendAudit(vault.db, vault.auditKey, {
      at: `2026-11-23T05:00:${String(i).padStart(2, '0')}.000Z`,
      actor: 'advocate',
      action: 'matters.rename',
      entity: 'matter',
      entityId: String(i),
      matterId: null,
      detail: i % 2 ? '{"update matter":1}' : null,
    });
  }
});
afterAll(() => {
  vault.close();
  remove();
});

/** What is found after somebody with the database's key changed it; undone again. */
function changed(sql: string): string[] {
  vault.db.exec('BEGIN');
  try {
    vault.db.exec(sql);
    return verifyAudit(vault.db, vault.auditKey).problems;
  } finally {
    vault.db.exec('ROLLBACK');
  }
}

describe('the audit log', () => {
  it('is whole as it was written', () => {
    expect(verifyAudit(vault.db, vault.auditKey)).toEqual({ entries: 20, problems: [] });
  });

  it.each(['at', 'actor', 'action', 'entity', 'entity_id', 'matter_id', 'detail'])(
    'names the entry whose %s was altered',
    (column) => {
      expect(changed(`UPDATE audit_entry SET ${column} = 'other' WHERE seq = 8`)).toEqual([
        'audit entry 8 was altered',
      ]);
    },
  );

  it('shows an entry that was removed, wherever it was', () => {
    expect(changed('DELETE FROM audit_entry WHERE seq = 8')).toEqual(['audit entry 8 is missing']);
    expect(changed('DELETE FROM audit_entry WHERE seq = 1')).toEqual(['audit entry 1 is missing']);
    expect(changed('DELETE FROM audit_entry WHERE seq > 15')).toEqual(['the last audit entries are missing']);
    expect(changed('DELETE FROM audit_entry')).toEqual(['the last audit entries are missing']);
    expect(changed("DELETE FROM audit_entry; DELETE FROM meta WHERE key = 'audit.head'")).toEqual([
      'the head of the audit log is missing',
    ]);
  });

  it('shows entries that were closed up, swapped, put in or appended without the key', () => {
    expect(
      changed('DELETE FROM audit_entry WHERE seq = 20; UPDATE audit_entry SET seq = 20 WHERE seq = 19'),
    ).not.toEqual([]);
    expect(
      changed(
        'UPDATE audit_entry SET seq = 99 WHERE seq = 3; UPDATE audit_entry SET seq = 3 WHERE seq = 4; UPDATE audit_entry SET seq = 4 WHERE seq = 99',
      ),
    ).toContain('audit entry 3 was altered');
    expect(
      changed(
        'INSERT INTO audit_entry SELECT 21, at, actor, action, entity, entity_id, matter_id, detail, prev_mac, mac FROM audit_entry WHERE seq = 20',
      ),
    ).toContain('audit entry 21 was altered');
  });

  it('shows that its last entries are gone also where the head was written again from what was left', () => {
    expect(
      changed(
        "DELETE FROM audit_entry WHERE seq > 15; UPDATE meta SET value = (SELECT '15:' || lower(hex(mac)) FROM audit_entry WHERE seq = 15) WHERE key = 'audit.head'",
      ),
    ).toEqual(['the last audit entries are missing']);
  });

  it('is under a key of its own', () => {
    expect(verifyAudit(vault.db, Buffer.alloc(32)).problems).toHaveLength(21);
  });
});
