import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { RadioGroup } from '#renderer/ui/RadioGroup.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import { Count } from '../trace/Count.tsx';
import styles from './DeadlineAdder.module.css';
import { type Exclusion, ExclusionFields, wholeExclusions } from './ExclusionFields.tsx';
import { FactFields, missingFacts } from './FactFields.tsx';

type Whole = Output<'proceedings.get'>;

/** Adds a deadline: by a rule, counted as one types, or on a day that somebody set. */
export function DeadlineAdder({
  matter,
  proceedingId,
  orders,
  services,
  today,
  onClose,
}: {
  matter: Output<'matters.get'>;
  proceedingId: string | null;
  orders: Whole['orders'];
  services: Whole['services'];
  today: string;
  onClose(): void;
}) {
  const t = useT('proceedings');
  const { data: packs } = useCall('packs.list', {});
  const [way, setWay] = useState('rule');
  const [pack, setPack] = useState(matter.pack);
  const [ruleId, setRule] = useState('');
  const [triggerOn, setTrigger] = useState<string | null>(orders.at(-1)?.date ?? null);
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({});
  const [exclusions, setExclusions] = useState<readonly Exclusion[]>([]);
  const [title, setTitle] = useState('');
  const [dueOn, setDue] = useState<string | null>(null);
  const [notes, setNotes] = useState('');
  const [isTried, setTried] = useState(false);
  const { data: rules } = useCall('deadlines.rules', { pack });
  const rule = rules?.find(({ id }) => id === ruleId);
  const count =
    way === 'rule' && rule && triggerOn !== null && missingFacts(rule.facts, facts).length === 0
      ? { pack, rule: rule.id, triggerOn, exclusions: wholeExclusions(exclusions), facts: onlyOf(rule.facts, facts) }
      : null;
  const { data: computed, problem: trouble } = useCall(
    'deadlines.compute',
    count ?? { pack, rule: ruleId || 'none', triggerOn: today, exclusions: [], facts: {} },
    { enabled: count !== null },
  );
  const add = useAct('deadlines.add', { done: t('deadline.added') });
  const name = title.trim() || (way === 'rule' ? (rule?.title ?? '') : '');
  const isWhole = name !== '' && (way === 'rule' ? count !== null : dueOn !== null);
  const save = () => {
    setTried(true);
    if (!isWhole) return;
    // What happened on the day that time runs from is what the deadline hangs on, and moves with: an order, or a service.
    const day = way === 'rule' ? triggerOn : null;
    const orderId =
      orders.findLast(({ date, communicatedOn }) => day !== null && (date === day || communicatedOn === day))?.id ??
      null;
    const serviceId =
      orderId === null ? (services.findLast(({ servedOn }) => day !== null && servedOn === day)?.id ?? null) : null;
    void add
      .run({
        matterId: matter.id,
        proceedingId,
        orderId,
        serviceId,
        title: name,
        remedy: null,
        count: way === 'rule' ? count : null,
        dueOn: way === 'rule' ? null : dueOn,
        notes: notes.trim() || null,
      })
      .then(onClose)
      .catch(() => {});
  };
  const missing = (isEmpty: boolean) => (isTried && isEmpty ? t('deadline.missing') : undefined);
  return (
    <Dialog title={t('deadline.add')} isOpen onClose={onClose} size="large">
      <Form
        onSubmit={save}
        onCancel={onClose}
        submitLabel={t('deadline.add')}
        busy={add.busy}
        problem={add.problem ?? (count === null ? null : trouble)}
        isDirty={ruleId !== '' || title !== '' || dueOn !== null}
      >
        <RadioGroup
          label={t('deadline.how')}
          items={[
            { id: 'rule', label: t('deadline.rule') },
            { id: 'hand', label: t('deadline.byHand') },
          ]}
          value={way}
          onChange={setWay}
        />
        {way === 'rule' ? (
          <div className={styles.fields}>
            <Select
              label={t('deadline.pack')}
              items={(packs ?? []).map(({ id, title: label }) => ({ id, label }))}
              value={pack}
              onChange={(id) => {
                setPack(id);
                setRule('');
              }}
            />
            <ComboBox
              label={t('deadline.ruleName')}
              items={(rules ?? []).map(({ id, title: label, trigger, citation }) => ({
                id,
                label,
                hint: t('deadline.ruleHint', { trigger, citation }),
              }))}
              value={ruleId}
              onChange={setRule}
              isRequired
              error={missing(ruleId === '')}
            />
            <DateField
              label={rule ? t('deadline.triggerIs', { trigger: rule.trigger }) : t('deadline.trigger')}
              value={triggerOn}
              onChange={setTrigger}
              isRequired
              error={missing(triggerOn === null)}
            />
            <TextField label={t('deadline.name')} value={title} onChange={setTitle} placeholder={rule?.title ?? ''} />
            {rule && <FactFields facts={rule.facts} values={facts} onChange={setFacts} isTried={isTried} />}
            <div className={styles.whole}>
              <ExclusionFields exclusions={exclusions} onChange={setExclusions} />
            </div>
          </div>
        ) : (
          <div className={styles.fields}>
            <TextField
              label={t('deadline.name')}
              value={title}
              onChange={setTitle}
              isRequired
              error={missing(name === '')}
            />
            <DateField
              label={t('deadline.dueOn')}
              value={dueOn}
              onChange={setDue}
              isRequired
              error={missing(dueOn === null)}
            />
          </div>
        )}
        <TextField label={t('notes')} value={notes} onChange={setNotes} lines={2} />
        {count && computed && (
          <section className={styles.computed} aria-label={t('deadline.count')} aria-live="polite">
            <Count count={computed} today={today} />
          </section>
        )}
      </Form>
    </Dialog>
  );
}

/** The facts that the rule asks for, of those that were typed for any rule. */
function onlyOf(asked: readonly { key: string }[], facts: Readonly<Record<string, string>>) {
  return Object.fromEntries(asked.flatMap(({ key }) => (facts[key] ? [[key, facts[key]]] : [])));
}
