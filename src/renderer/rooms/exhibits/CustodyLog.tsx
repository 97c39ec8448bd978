import { useState } from 'react';
import { formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { choices } from '#renderer/forms/choices.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { type Audience, ReadersMenu } from '#renderer/leakcheck/ReadersMenu.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { CUSTODY_STEPS } from '#shared/contract/evidence.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import styles from './Margin.module.css';

type Entry = Output<'exhibits.get'>['custody'][number];

/** Left the file, or was taken from it: filled, or dashed; all others are steps on the original. */
const LOOK: Partial<Record<Entry['step'], string | undefined>> = {
  exported: styles.out,
  transferred: styles.out,
  copied: styles.derived,
  note: styles.derived,
};

/** Every step of an exhibit, the earliest first; hashes in full, in groups of four. */
export function CustodyLog({
  exhibitId,
  entries,
  onSheet,
}: {
  exhibitId: string;
  entries: readonly Entry[];
  onSheet(audience: Audience): void;
}) {
  const t = useT('exhibits');
  const term = useT('terms');
  const forms = useT('forms');
  const { data: state } = useCall('vault.state', {});
  const [isAdding, setAdding] = useState(false);
  const add = useAct('exhibits.addCustody', { done: t('custody.added') });
  const save = ({ day, time, ...values }: Record<string, unknown>) => {
    // Typed as on the wall clock here; kept as a moment.
    const at = new Date(`${String(day)}T${String(time ?? '00:00')}:00`).toISOString();
    void add.run({ exhibitId, at, ...values } as Input<'exhibits.addCustody'>).then(
      () => setAdding(false),
      () => {},
    );
  };
  return (
    <section>
      <header className={styles.head}>
        <h3>{t('custody.title')}</h3>
        <span className={styles.actions}>
          <Button size="small" variant="quiet" icon="plus" onPress={() => setAdding(true)}>
            {t('custody.add')}
          </Button>
          <ReadersMenu label={t('custody.sheet')} icon="print" onChoose={onSheet} />
        </span>
      </header>
      {entries.length === 0 && <p className={styles.quiet}>{t('custody.none')}</p>}
      <ol className={styles.log}>
        {entries.map(({ id, at, step, byWhom, note, sha256 }) => (
          <li key={id} className={cx(styles.step, LOOK[step])}>
            <i aria-hidden="true" />
            <div className={styles.what}>
              <p className={styles.when}>
                <b>{term(`custodyStep.${step}`)}</b>
                <time dateTime={at}>
                  <bdi>{formatInstant(at)}</bdi>
                </time>
              </p>
              {note && <p className={styles.sub}>{note}</p>}
              {byWhom && <p className={styles.sub}>{t('custody.by', { name: byWhom })}</p>}
              {sha256 && <Hash value={sha256} />}
            </div>
          </li>
        ))}
      </ol>
      {isAdding && state && (
        <RecordDialog
          title={t('custody.add')}
          sections={[
            {
              fields: [
                { name: 'day', kind: 'date', label: t('custody.at'), required: true, half: true },
                { name: 'time', kind: 'time', label: t('custody.time'), half: true },
                {
                  name: 'step',
                  kind: 'choice',
                  label: t('custody.step'),
                  items: choices(term, 'custodyStep', CUSTODY_STEPS),
                  required: true,
                  half: true,
                },
                { name: 'byWhom', kind: 'text', label: t('custody.byWhom'), half: true },
                { name: 'note', kind: 'text', lines: 2, label: t('custody.note') },
              ],
            },
          ]}
          initial={{ day: state.today, time: null, step: 'note', byWhom: null, note: null }}
          submitLabel={forms('add')}
          busy={add.busy}
          problem={add.problem}
          onSave={save}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

/** A hash in groups of four, six to a line, read from left to right everywhere. */
function Hash({ value }: { value: string }) {
  return (
    <code className={styles.hash} dir="ltr">
      {value.replace(/(.{4})(?=.)/g, '$1 ')}
    </code>
  );
}
