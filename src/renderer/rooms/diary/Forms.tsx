import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import type { FormSection, FormValues } from '#renderer/forms/fields.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { hearingForm } from '#renderer/rooms/proceedings/forms/hearing.ts';
import { deadlineWordsForm, paymentForm, taskForm } from '#renderer/rooms/proceedings/forms/work.ts';
import type { Input } from '#shared/contract/index.ts';
import type { Deadline, Task } from './acts.ts';
import type { Hearing } from './courts.ts';
import type { Case } from './quick-state.ts';
import { SinceSheet } from './Since.tsx';
import type { Opened } from './useDiaryActs.ts';

export type Adding = 'hearing' | 'task' | 'deadline' | 'payment';

const nameOf = ({ numberText, matterTitle }: Case) => numberText ?? matterTitle;

/** The form of a new entry of one case, on the day that is shown. */
export function AddForm({ kind, found, day, onClose }: { kind: Adding; found: Case; day: string; onClose(): void }) {
  const t = useT('diary');
  const own = useT('proceedings');
  const term = useT('terms');
  const name = nameOf(found);
  const { data: matter } = useCall('matters.get', { id: found.matterId });
  const { data: packs } = useCall('packs.list', {});
  const where = { matterId: found.matterId, proceedingId: found.proceedingId };
  switch (kind) {
    case 'hearing':
      return (
        <RecordEditor
          title={t('hearing.add', { name })}
          sections={hearingForm(own, term)}
          record={null}
          add="hearings.add"
          edit="hearings.edit"
          given={{ date: day, room: found.room, bench: found.bench }}
          fixed={{ proceedingId: found.proceedingId }}
          done={t('hearing.added')}
          onClose={onClose}
        />
      );
    case 'task':
      return (
        <RecordEditor
          title={t('task.add', { name })}
          sections={taskForm(own)}
          record={null}
          add="tasks.add"
          edit="tasks.edit"
          given={{ dueOn: day }}
          fixed={{ ...where, doneOn: null }}
          done={t('task.added')}
          onClose={onClose}
        />
      );
    case 'payment':
      if (!matter || !packs) return null;
      return (
        <RecordEditor
          title={t('payment.add', { name })}
          sections={paymentForm(own, term)}
          record={null}
          add="payments.add"
          edit="payments.edit"
          given={{
            kind: 'court-fee',
            paidOn: day,
            currency: packs.find(({ id }) => id === matter.pack)?.currency ?? 'PKR',
          }}
          fixed={where}
          done={t('payment.added')}
          onClose={onClose}
        />
      );
    case 'deadline':
      return matter ? (
        <AddDeadline title={t('deadline.add', { name })} pack={matter.pack} where={where} day={day} onClose={onClose} />
      ) : null;
  }
}

const isByRule = ({ how }: FormValues) => how === 'rule';

/** A deadline by a rule of the pack, or one that is set by hand. */
function AddDeadline({
  title,
  pack,
  where,
  day,
  onClose,
}: {
  title: string;
  pack: string;
  where: { matterId: string; proceedingId: string };
  day: string;
  onClose(): void;
}) {
  const t = useT('diary');
  const { data: rules } = useCall('deadlines.rules', { pack });
  const add = useAct('deadlines.add', { done: t('deadline.added') });
  if (!rules) return null;
  const factName = (rule: string, key: string) => `fact/${rule}/${key}`;
  const sections: FormSection[] = [
    {
      fields: [
        {
          name: 'how',
          kind: 'choice',
          label: t('deadline.how'),
          required: true,
          items: [
            { id: 'rule', label: t('deadline.byRule') },
            { id: 'hand', label: t('deadline.byHand') },
          ],
        },
        {
          name: 'rule',
          kind: 'choice',
          label: t('deadline.rule'),
          required: true,
          items: rules.map(({ id, title: label, citation }) => ({ id, label, hint: citation })),
          when: isByRule,
        },
        { name: 'triggerOn', kind: 'date', label: t('deadline.triggerOn'), required: true, half: true, when: isByRule },
        ...rules.flatMap(({ id, facts }) =>
          facts.map(({ key, label, kind, options, required }) => ({
            ...(options.length > 0
              ? ({
                  kind: 'choice',
                  items: options.map((option) => ({ id: option, label: option })),
                  none: '–',
                } as const)
              : kind === 'date'
                ? ({ kind: 'date' } as const)
                : ({ kind: 'text' } as const)),
            name: factName(id, key),
            label,
            required,
            half: true,
            when: (values: FormValues) => isByRule(values) && values.rule === id,
          })),
        ),
        { name: 'title', kind: 'text', label: t('deadline.name'), required: true, when: (values) => !isByRule(values) },
        { name: 'dueOn', kind: 'date', label: t('deadline.on'), required: true, when: (values) => !isByRule(values) },
        { name: 'notes', kind: 'text', lines: 2, label: t('deadline.notes') },
      ],
    },
  ];
  const countOf = (values: FormValues) => ({
    pack,
    rule: String(values.rule),
    triggerOn: String(values.triggerOn),
    exclusions: [],
    facts: Object.fromEntries(
      (rules.find(({ id }) => id === values.rule)?.facts ?? [])
        .map(({ key }) => [key, values[factName(String(values.rule), key)]] as const)
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([key, value]) => [key, String(value)]),
    ),
  });
  return (
    <RecordDialog
      title={title}
      sections={sections}
      initial={{ how: 'hand', rule: null, triggerOn: null, title: null, dueOn: day, notes: null }}
      submitLabel={t('add.deadline')}
      busy={add.busy}
      problem={add.problem}
      note={(values) =>
        isByRule(values) && values.rule && values.triggerOn ? <Counted count={countOf(values)} /> : null
      }
      onSave={(values) =>
        void add
          .run({
            ...where,
            orderId: null,
            remedy: null,
            notes: (values.notes as string | null) ?? null,
            title: isByRule(values) ? (rules.find(({ id }) => id === values.rule)?.title ?? '') : String(values.title),
            count: isByRule(values) ? countOf(values) : null,
            dueOn: isByRule(values) ? null : (values.dueOn as string),
          })
          .then(onClose)
          .catch(() => {})
      }
      onClose={onClose}
    />
  );
}

/** What a rule gives, before it is saved. */
function Counted({ count }: { count: Input<'deadlines.compute'> }) {
  const t = useT('diary');
  const { data, problem } = useCall('deadlines.compute', count);
  if (problem) return <p>{problem.message}</p>;
  if (!data) return null;
  if (data.due === null) return <p>{data.reason?.text ?? t('deadline.givesNone')}</p>;
  return (
    <p>
      {t('deadline.gives', {
        due: formatDay(data.due.slice(0, 10)),
        safe: formatDay((data.safe ?? data.due).slice(0, 10)),
      })}{' '}
      {data.citation}
    </p>
  );
}

/** The form or sheet that an entry has opened. */
export function OpenedForm({ opened, onClose }: { opened: Opened; onClose(): void }) {
  switch (opened.kind) {
    case 'hearing':
      return <EditHearing hearing={opened.hearing} onClose={onClose} />;
    case 'deadline':
      return <EditDeadline deadline={opened.deadline} onClose={onClose} />;
    case 'task':
      return <EditTask task={opened.task} onClose={onClose} />;
    case 'since':
      return <SinceSheet hearing={opened.hearing} onClose={onClose} />;
  }
}

function EditHearing({ hearing, onClose }: { hearing: Hearing; onClose(): void }) {
  const t = useT('diary');
  const own = useT('proceedings');
  const term = useT('terms');
  // The diary's row has what a day shows; the form needs the whole record.
  const { data } = useCall('proceedings.get', { id: hearing.proceedingId });
  const record = data?.hearings.find(({ id }) => id === hearing.id);
  if (!record) return null;
  return (
    <RecordEditor
      title={t('hearing.edit')}
      sections={hearingForm(own, term)}
      record={record}
      add="hearings.add"
      edit="hearings.edit"
      done={t('hearing.edited')}
      onClose={onClose}
    />
  );
}

function EditDeadline({ deadline, onClose }: { deadline: Deadline; onClose(): void }) {
  const t = useT('diary');
  const own = useT('proceedings');
  const { data } = useCall('diary.ofMatter', { matterId: deadline.matterId });
  const record = data?.deadlines.find(({ id }) => id === deadline.id);
  if (!record) return null;
  return (
    <RecordEditor
      title={t('deadline.editIt')}
      sections={deadlineWordsForm(own)}
      record={record}
      add="deadlines.add"
      edit="deadlines.edit"
      done={t('deadline.edited')}
      onClose={onClose}
    />
  );
}

function EditTask({ task, onClose }: { task: Task; onClose(): void }) {
  const t = useT('diary');
  const own = useT('proceedings');
  const { data } = useCall('diary.ofMatter', { matterId: task.matterId });
  const record = data?.tasks.find(({ id }) => id === task.id) ?? {
    id: task.id,
    title: task.title,
    dueOn: task.on,
    notes: null,
  };
  if (!data) return null;
  return (
    <RecordEditor
      title={t('task.edit')}
      sections={taskForm(own)}
      record={record}
      add="tasks.add"
      edit="tasks.edit"
      done={t('task.edited')}
      onClose={onClose}
    />
  );
}
