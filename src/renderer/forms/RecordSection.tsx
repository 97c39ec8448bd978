import { type ReactNode, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu, type MenuChoice } from '#renderer/ui/Menu.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import type { CallName } from '#shared/contract/index.ts';
import type { FormSection, FormValues } from './fields.ts';
import type { RecordNote } from './RecordDialog.tsx';
import { RecordEditor } from './RecordEditor.tsx';
import styles from './RecordSection.module.css';

/** What a section of records says. */
export interface RecordWords {
  title: string;
  add: string;
  edit: string;
  added: string;
  edited: string;
  removed: string;
  none: string;
}

/** The calls that make, change and bin a record of this kind. */
export interface RecordCalls {
  add: CallName;
  edit: CallName;
  remove: CallName;
}

type Row = { id: string } & object;

/**
 * The records of one kind under a heading: a table whose rows open their form, a button and a key that add one, and a
 * menu at the end of each row. A removal goes to the bin, and its notice offers undo.
 */
export function RecordSection<R extends Row>({
  id,
  words,
  calls,
  rows,
  columns,
  form,
  given,
  fixed,
  note,
  count,
  size,
  formNote,
  shortcut,
  canAdd = true,
  more,
  onMore,
  onOpen,
  nameOf,
  chosen,
}: {
  /** Names its action: `filings.add`. */
  id: string;
  words: RecordWords;
  calls: RecordCalls;
  rows: readonly R[];
  columns: readonly Column<R>[];
  /** The form of a new record (null) or of one that there is. */
  form(record: R | null): readonly FormSection[];
  given?: FormValues | undefined;
  fixed: Readonly<Record<string, unknown>>;
  note?: ReactNode;
  count?: number | undefined;
  size?: 'small' | 'medium' | 'large' | undefined;
  /** What stands in the form of a new record (null) or of one that there is. */
  formNote?: ((record: R | null) => RecordNote) | undefined;
  shortcut?: string | undefined;
  canAdd?: boolean | undefined;
  /** What else the menu of a row offers. */
  more?: ((row: R) => readonly MenuChoice[]) | undefined;
  onMore?: ((action: string, row: R) => void) | undefined;
  /** Instead of the form. */
  onOpen?: ((row: R) => void) | undefined;
  nameOf(row: R): string;
  /** The row that stands out. */
  chosen?: string | undefined;
}) {
  const t = useT('forms');
  const [editing, setEditing] = useState<R | 'new' | null>(null);
  const remove = useAct(calls.remove, { done: words.removed });
  const open = onOpen ?? setEditing;
  useActions('proceedings', [
    {
      id: `${id}.add`,
      label: words.add,
      icon: 'plus',
      isDisabled: !canAdd,
      ...(shortcut === undefined ? {} : { shortcut }),
      run: () => setEditing('new'),
    },
    {
      id: `${id}.open-last`,
      label: words.edit,
      icon: 'edit',
      isDisabled: rows.length === 0 && !canAdd,
      // Where there is none yet, the fix of a finding begins one.
      run: () => {
        const last = rows.at(-1);
        if (last) open(last);
        else setEditing('new');
      },
    },
  ]);
  const choose = (action: string, row: R) => {
    if (action === 'edit') setEditing(row);
    else if (action === 'remove') void remove.run({ id: row.id } as never);
    else onMore?.(action, row);
  };
  return (
    <Section
      title={words.title}
      note={note}
      count={count}
      actions={
        canAdd && (
          <Button variant="quiet" size="small" icon="plus" shortcut={shortcut} onPress={() => setEditing('new')}>
            {words.add}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <Table
          label={words.title}
          columns={[
            ...columns,
            {
              id: 'menu',
              heading: '',
              width: 40,
              align: 'end',
              cell: (row) => (
                <Menu
                  label={t('actionsFor', { name: nameOf(row) })}
                  items={[
                    ...(more?.(row) ?? []),
                    { id: 'edit', label: t('edit'), icon: 'edit' },
                    { id: 'remove', label: t('bin'), icon: 'trash', danger: true },
                  ]}
                  onAction={(action) => choose(action, row)}
                />
              ),
            },
          ]}
          rows={rows}
          keyOf={(row) => row.id}
          onOpen={open}
          selected={chosen}
        />
      )}
      {editing !== null && (
        <RecordEditor
          title={editing === 'new' ? words.add : words.edit}
          sections={form(editing === 'new' ? null : editing)}
          record={editing === 'new' ? null : editing}
          add={calls.add}
          edit={calls.edit}
          given={given}
          fixed={fixed}
          size={size}
          note={formNote?.(editing === 'new' ? null : editing)}
          done={editing === 'new' ? words.added : words.edited}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
