import { formatDay } from '#renderer/app/dates.ts';
import { type T, useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { choices } from '#renderer/forms/choices.ts';
import { changedIn, emptyValues, type FormSection, type FormValues, valuesOf } from '#renderer/forms/fields.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { exhibitChoices } from '#renderer/rooms/exhibits/names.ts';
import { PRECISIONS } from '#shared/contract/evidence.ts';
import { FACT_STATES } from '#shared/contract/facts.ts';
import type { Input } from '#shared/contract/index.ts';
import { SIDES } from '#shared/contract/matters.ts';
import type { Fact } from './dates.ts';
import { type Source, SourceRows } from './SourceRows.tsx';

/** What a new fact begins with: a selection in an exhibit, a line that was typed. */
export type FactDraft = Partial<Omit<Fact, 'id' | 'matterId' | 'sources'>> & { sources?: Source[] };

/** One fact with its sources, in a dialog. */
export function FactEditor({
  matterId,
  fact,
  draft = {},
  onClose,
}: {
  matterId: string;
  /** The fact that is changed; null for a new one. */
  fact: Fact | null;
  draft?: FactDraft;
  onClose(): void;
}) {
  const t = useT('chronology');
  const term = useT('terms');
  const forms = useT('forms');
  const add = useAct('facts.add', { done: t('added') });
  const edit = useAct('facts.edit', { done: t('edited') });
  const { data: issues } = useCall('issues.list', { matterId });
  const { data: exhibits } = useCall('exhibits.list', { matterId });
  const { data: map } = useCall('proceedings.map', { matterId });
  if (!issues || !exhibits) return null;
  const sections = factForm(
    t,
    term,
    issues.map(({ id, number, title }) => ({ id, label: `${number}. ${title}` })),
  );
  const { sources: given, ...fields } = draft;
  const sources: Source[] =
    fact?.sources.map(({ exhibitId, orderId, pin, note }) => ({ exhibitId, orderId, pin, note })) ?? given ?? [];
  const start = fact
    ? valuesOf(sections, fact)
    : emptyValues(sections, { precision: 'day', state: 'known', ...fields });
  const initial: FormValues = { ...start, sources };
  const documents = [
    ...exhibitChoices(exhibits).map(({ id, label }) => ({ id: `exhibit:${id}`, label })),
    ...(map?.orders ?? []).map(({ id, date, proceedingId }) => {
      const forum = map?.proceedings.find((each) => each.id === proceedingId)?.forumName ?? '';
      return { id: `order:${id}`, label: t('source.order', { date: formatDay(date), forum }) };
    }),
    { id: '', label: t('source.other') },
  ];
  const save = (values: Record<string, unknown>) => {
    const tidy = (values.sources as Source[]).map(({ pin, note, ...source }) => ({
      ...source,
      pin: pin?.trim() || null,
      note: note?.trim() || null,
    }));
    const all = { ...values, sources: tidy };
    const done = fact
      ? edit.run({ id: fact.id, ...changedIn(initial, all) } as Input<'facts.edit'>)
      : add.run({ matterId, ...all } as Input<'facts.add'>);
    void done.then(onClose, () => {});
  };
  return (
    <RecordDialog
      title={fact ? t('edit') : t('add')}
      sections={sections}
      initial={initial}
      submitLabel={fact ? forms('save') : forms('add')}
      busy={add.busy || edit.busy}
      problem={add.problem ?? edit.problem}
      size="large"
      note={(values, set) => (
        <SourceRows
          sources={values.sources as Source[]}
          documents={documents}
          onChange={(next) => set({ sources: next })}
        />
      )}
      onSave={save}
      onClose={onClose}
    />
  );
}

const isExact = (values: FormValues) => ['minute', 'day', 'about'].includes(String(values.precision));

function factForm(t: T, term: T, issues: { id: string; label: string }[]): FormSection[] {
  return [
    {
      fields: [
        { name: 'text', kind: 'text', lines: 2, label: t('field.text'), hint: t('field.textHint'), required: true },
        { name: 'date', kind: 'date', label: t('field.date'), half: true },
        {
          name: 'precision',
          kind: 'choice',
          label: t('field.precision'),
          items: choices(term, 'precision', PRECISIONS),
          required: true,
          half: true,
        },
        { name: 'time', kind: 'time', label: t('field.time'), half: true, when: isExact },
        { name: 'dateTo', kind: 'date', label: t('field.dateTo'), half: true },
        {
          name: 'state',
          kind: 'choice',
          label: t('field.state'),
          items: choices(term, 'factState', FACT_STATES),
          required: true,
          half: true,
        },
        {
          name: 'side',
          kind: 'choice',
          label: t('field.side'),
          items: choices(term, 'side', SIDES),
          none: t('field.noSide'),
          half: true,
        },
        { name: 'issueId', kind: 'choice', label: t('field.issueId'), items: issues, none: t('field.noIssue') },
        { name: 'isIncident', kind: 'check', label: t('field.isIncident') },
      ],
    },
    {
      title: t('field.more'),
      fields: [
        { name: 'place', kind: 'text', label: t('field.place'), half: true },
        { name: 'witnesses', kind: 'text', label: t('field.witnesses'), half: true },
        { name: 'effect', kind: 'text', label: t('field.effect'), half: true },
        { name: 'notes', kind: 'text', lines: 2, label: t('field.notes'), half: true },
      ],
    },
  ];
}
