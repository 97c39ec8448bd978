import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { usePlace } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Output } from '#shared/contract/index.ts';
import { ProceedingEditor } from './ProceedingEditor.tsx';
import { ProceedingList } from './ProceedingList.tsx';
import styles from './ProceedingsTab.module.css';
import { ProceedingView } from './ProceedingView.tsx';
import { type Look, look, readLook } from './place.ts';
import { standingOf } from './standing.ts';

type Matter = Output<'matters.get'>;

/** What a place names by an order alone, as a search result does, is that order in its proceeding. */
function resolve(wanted: Look, orders: Output<'proceedings.map'>['orders']): Look {
  const order = orders.find(({ id }) => id === wanted.proceedingId);
  return order ? { proceedingId: order.proceedingId, view: 'order', recordId: order.id } : wanted;
}

/** By which the list is sorted: the next date, the nearest first. */
const nextOf = ({ next }: { next: { date: string } | null }) => next?.date ?? '9999-12-31';

/** The proceedings of a matter at the start edge, and the one that is open beside them. */
export default function ProceedingsTab({ matter }: { matter: Matter }) {
  const t = useT('proceedings');
  const { data } = useCall('proceedings.map', { matterId: matter.id });
  const { data: state } = useCall('vault.state', {});
  const wanted = resolve(readLook(usePlace().itemId), data?.orders ?? []);
  const [isAdding, setAdding] = useState(false);
  useActions('proceedings', [
    { id: 'proceedings.add', label: t('add'), icon: 'plus', shortcut: 'Ctrl+N', run: () => setAdding(true) },
  ]);
  if (!data || !state) return <Reading inPage />;
  const rows = data.proceedings.map((proceeding) => ({
    proceeding,
    ...standingOf(data.orders.filter(({ proceedingId }) => proceedingId === proceeding.id)),
    next: data.hearings.find(({ proceedingId, date }) => proceedingId === proceeding.id && date >= state.today) ?? null,
  }));
  rows.sort((a, b) => nextOf(a).localeCompare(nextOf(b)));
  // What is pending comes first; a place that is gone, as after an undo, is not an empty page.
  const open =
    rows.find(({ proceeding }) => proceeding.id === wanted.proceedingId) ??
    rows.find(({ isEnded }) => !isEnded) ??
    rows[0];
  const editor = isAdding && (
    <ProceedingEditor
      matter={matter}
      proceeding={null}
      onDone={(id) => look(matter.id, id)}
      onClose={() => setAdding(false)}
    />
  );
  if (!open) {
    return (
      <>
        <EmptyState
          icon="court"
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Button variant="primary" shortcut="Ctrl+N" onPress={() => setAdding(true)}>
              {t('add')}
            </Button>
          }
        />
        {editor}
      </>
    );
  }
  // An order as a disposal, and a filing check, need the width of the list.
  const isWide = wanted.view === 'order' || wanted.view === 'check';
  return (
    <div className={isWide ? styles.wide : styles.tab}>
      {!isWide && (
        <ProceedingList
          rows={rows}
          openId={open.proceeding.id}
          onOpen={(id) => look(matter.id, id)}
          onAdd={() => setAdding(true)}
        />
      )}
      <div className={styles.view}>
        <ProceedingView
          key={open.proceeding.id}
          matter={matter}
          id={open.proceeding.id}
          today={state.today}
          others={data.proceedings.filter(({ id }) => id !== open.proceeding.id)}
          look={{ ...wanted, proceedingId: open.proceeding.id }}
        />
      </div>
      {editor}
    </div>
  );
}
