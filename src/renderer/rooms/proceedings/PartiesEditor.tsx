import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './PartiesEditor.module.css';

type Proceeding = Output<'proceedings.list'>[number];

/** Which of the matter's parties stand in a proceeding, and as what: an accused there is a plaintiff here. */
export function PartiesEditor({
  proceeding,
  parties: before,
  onClose,
}: {
  proceeding: Proceeding;
  parties: Output<'proceedings.get'>['parties'];
  onClose(): void;
}) {
  const t = useT('proceedings');
  const term = useT('terms');
  const { data: parties } = useCall('parties.list', { matterId: proceeding.matterId });
  const set = useAct('proceedings.setParties', { done: t('done.parties') });
  const [roles, setRoles] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(before.map(({ partyId, role }) => [partyId, role])),
  );
  if (!parties) return null;
  const choose = (party: Output<'parties.list'>[number], isIn: boolean) =>
    setRoles(({ [party.id]: _, ...rest }) => (isIn ? { ...rest, [party.id]: term(`role.${party.role}`) } : rest));
  const save = () =>
    set
      .run({
        proceedingId: proceeding.id,
        parties: parties
          .filter(({ id }) => roles[id] !== undefined)
          .map(({ id, role }) => ({ partyId: id, role: roles[id]?.trim() || term(`role.${role}`) })),
      })
      .then(onClose)
      .catch(() => {});
  return (
    <Dialog title={t('inProceeding.set')} isOpen onClose={onClose}>
      <Form
        onSubmit={() => void save()}
        onCancel={onClose}
        submitLabel={t('inProceeding.save')}
        busy={set.busy}
        problem={set.problem}
      >
        {parties.length === 0 && <p>{t('inProceeding.nobody')}</p>}
        <ul className={styles.rows}>
          {parties.map((party) => (
            <li key={party.id} className={styles.row}>
              <Checkbox
                label={party.name}
                hint={term(`role.${party.role}`)}
                isSelected={roles[party.id] !== undefined}
                onChange={(isIn) => choose(party, isIn)}
              />
              {roles[party.id] !== undefined && (
                <TextField
                  label={t('inProceeding.roleOf', { name: party.name })}
                  value={roles[party.id] ?? ''}
                  onChange={(role) => setRoles((all) => ({ ...all, [party.id]: role }))}
                />
              )}
            </li>
          ))}
        </ul>
      </Form>
    </Dialog>
  );
}
