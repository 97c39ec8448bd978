import { useState } from 'react';
import { formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toast } from '#renderer/ui/toast.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './DraftEditor.module.css';

type Version = Output<'drafts.get'>['versions'][number];

/** What was kept of a draft, and how it is kept or brought back. */
export function Versions({
  id,
  versions,
  flush,
  canRestore,
  onClose,
}: {
  id: string;
  versions: readonly Version[];
  flush(): Promise<void>;
  canRestore: boolean;
  onClose(): void;
}) {
  const t = useT('drafts');
  const [note, setNote] = useState('');
  const save = useAct('drafts.saveVersion');
  const restore = useAct('drafts.restoreVersion', { done: t('version.restored') });
  const keep = async () => {
    await flush();
    const { number } = await save.run({ id, note: note.trim() === '' ? null : note.trim() });
    setNote('');
    toast.show({ message: t('version.saved', { number }), tone: 'ok' });
  };
  const columns = [
    { id: 'number', heading: t('version.number'), width: 48, numeric: true, cell: ({ number }: Version) => number },
    { id: 'at', heading: t('version.at'), width: 160, cell: ({ at }: Version) => formatInstant(at) },
    { id: 'note', heading: t('version.about'), cell: (version: Version) => <bdi>{version.note}</bdi> },
    { id: 'blanks', heading: t('version.blanks'), width: 70, numeric: true, cell: ({ blanks }: Version) => blanks },
    {
      id: 'restore',
      heading: '',
      width: 130,
      cell: (version: Version) => (
        <Button
          size="small"
          isDisabled={!canRestore}
          onPress={() => void flush().then(() => restore.run({ versionId: version.id }).then(onClose))}
        >
          {t('version.restore')}
        </Button>
      ),
    },
  ];
  return (
    <Dialog title={t('version.title')} isOpen onClose={onClose} size="medium">
      <div className={styles.versions}>
        <Table
          label={t('version.title')}
          columns={columns}
          rows={versions}
          keyOf={(version) => version.id}
          empty={t('version.none')}
        />
        <Form onSubmit={() => void keep()} submitLabel={t('version.save')} busy={save.busy} problem={save.problem}>
          <TextField label={t('version.note')} value={note} onChange={setNote} />
        </Form>
      </div>
    </Dialog>
  );
}
