import { useState } from 'react';
import { formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { NumberField } from '#renderer/ui/NumberField.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './PracticeSection.module.css';
import { SectionPage } from './SectionPage.tsx';
import { useSetting } from './use-setting.ts';

type Forum = Output<'packs.list'>[number]['forums'][number];
type Closed = Output<'diary.closedDays'>[number];

const USUAL_LIMIT = 8;
/** How far ahead closed days are shown, in days. */
const AHEAD = 365;
const DAY = 86_400_000;

/** Whose courts the diary follows, when they are closed, and when a day is full. */
export function PracticeSection() {
  const t = useT('settings');
  const { data: packs } = useCall('packs.list', {});
  const { data: state } = useCall('vault.state', {});
  const [pack, setPack] = useSetting('pack', '');
  const [limit, setLimit] = useSetting('dayLimit', String(USUAL_LIMIT));
  const [actor, setActor] = useSetting('actor', '');
  const chosen = packs?.find(({ id }) => id === pack);
  return (
    <SectionPage section="practice" meta={<span>{t('practice.text')}</span>}>
      <Section title={t('practice.courts')}>
        <div className={styles.fields}>
          <ComboBox
            label={t('practice.pack')}
            hint={t('practice.packHint')}
            items={(packs ?? []).map(({ id, title }) => ({ id, label: title }))}
            value={pack}
            placeholder={t('practice.packUsual')}
            onChange={setPack}
          />
          <NumberField
            label={t('practice.dayLimit')}
            hint={t('practice.dayLimitHint')}
            value={Number(limit)}
            onChange={(next) => setLimit(String(next ?? USUAL_LIMIT))}
            min={1}
            max={99}
          />
          <Actor key={actor} actor={actor} onChange={setActor} />
        </div>
      </Section>
      {state && <ClosedDays today={state.today} />}
      {chosen && (
        <Section title={t('practice.forums')} count={chosen.forums.length} note={chosen.title}>
          <Table
            label={t('practice.forums')}
            columns={[
              { id: 'title', heading: t('practice.forum'), cell: ({ title }: Forum) => title },
              { id: 'names', heading: t('practice.seats'), cell: ({ names }: Forum) => names.join('; ') },
            ]}
            rows={chosen.forums}
            keyOf={({ id }) => id}
          />
        </Section>
      )}
    </SectionPage>
  );
}

/** The name is changed when the field is left, not with every letter. */
function Actor({ actor, onChange }: { actor: string; onChange(actor: string): void }) {
  const t = useT('settings');
  const [typed, setTyped] = useState(actor);
  const leave = () => {
    if (typed.trim() !== actor) onChange(typed.trim());
  };
  return (
    <form
      onBlur={leave}
      onSubmit={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <TextField label={t('practice.actor')} hint={t('practice.actorHint')} value={typed} onChange={setTyped} />
    </form>
  );
}

/** Days of the next year on which the courts do not sit, but for their weekly rest. */
function ClosedDays({ today }: { today: string }) {
  const t = useT('settings');
  const to = new Date(Date.parse(`${today}T00:00:00Z`) + AHEAD * DAY).toISOString().slice(0, 10);
  const { data: days } = useCall('diary.closedDays', { from: today, to, proceedingId: null });
  if (!days) return <Reading />;
  // What comes every week needs no list: it is what more than forty days of a year share.
  const often = Map.groupBy(days, ({ why }) => why);
  const shown = days.filter(({ why }) => (often.get(why)?.length ?? 0) <= 40);
  const weekly = [...often].filter(([, of]) => of.length > 40).map(([why]) => why);
  return (
    <Section
      title={t('practice.closed')}
      count={shown.length}
      note={weekly.length > 0 ? t('practice.weekly', { days: weekly.join(', ') }) : undefined}
    >
      <Table
        label={t('practice.closed')}
        columns={[
          { id: 'day', heading: t('practice.day'), width: 180, cell: ({ date }: Closed) => formatDayWithWeekday(date) },
          { id: 'why', heading: t('practice.why'), cell: ({ why }: Closed) => why },
        ]}
        rows={shown}
        keyOf={({ date }) => date}
        empty={t('practice.noClosed')}
      />
    </Section>
  );
}
