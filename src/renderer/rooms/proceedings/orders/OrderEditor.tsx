import { useEffect, useRef } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import type { FormValues } from '#renderer/forms/fields.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { OrderMoves } from '../deadlines/FormMoves.tsx';
import { orderForm } from '../forms/order.ts';
import type { PartProps } from '../part-props.ts';

type Order = PartProps['whole']['orders'][number];

/** Enters an order, or changes one: the five facts in a court's words, the effect proposed from the ground. */
export function OrderEditor({
  matter,
  whole,
  today,
  order,
  onDone,
  onClose,
}: PartProps & { order: Order | null; onDone?: (id: string) => void; onClose(): void }) {
  const t = useT('proceedings');
  const term = useT('terms');
  const { data: packs } = useCall('packs.list', {});
  const { data: exhibits } = useCall('exhibits.list', { matterId: matter.id });
  if (!packs || !exhibits) return null;
  const grounds = packs.find(({ id }) => id === matter.pack)?.grounds ?? [];
  const lastHearing = whole.hearings.findLast(({ date }) => date <= today);
  return (
    <RecordEditor
      title={order ? t('order.edit') : t('order.add')}
      sections={orderForm(t, term, {
        grounds: grounds.map(({ code, title, technical }) => ({
          id: code,
          label: title,
          hint: technical ? t('order.technical', { code }) : code,
        })),
        hearings: [...whole.hearings]
          .reverse()
          .map(({ id, date, purpose }) => ({ id, label: [formatDay(date), purpose].filter(Boolean).join(', ') })),
        exhibits: exhibits.map(({ id, title }) => ({ id, label: title })),
      })}
      record={order}
      add="orders.enter"
      edit="orders.edit"
      given={{ kind: 'disposal', date: today, hearingId: lastHearing?.date === today ? lastHearing.id : null }}
      fixed={{ proceedingId: whole.proceeding.id }}
      size="large"
      noteAfter={1}
      note={(values, set) => (
        <>
          <Proposal proceedingId={whole.proceeding.id} values={values} isNew={order === null} set={set} />
          {order && <OrderMoves order={order} values={values} />}
        </>
      )}
      done={order ? t('order.edited') : t('order.added')}
      onDone={(made) => {
        const id = (made as { id?: string } | null)?.id;
        if (id) onDone?.(id);
      }}
      onClose={onClose}
    />
  );
}

/**
 * What usually follows from the ground. In a new order it fills in what is still empty or was proposed before; what the
 * advocate chose stays.
 */
function Proposal({
  proceedingId,
  values,
  isNew,
  set,
}: {
  proceedingId: string;
  values: FormValues;
  isNew: boolean;
  set(patch: FormValues): void;
}) {
  const t = useT('proceedings');
  const term = useT('terms');
  const ground = values.kind === 'disposal' && typeof values.ground === 'string' ? values.ground : null;
  const { data } = useCall('orders.proposal', { proceedingId, ground: ground ?? '' }, { enabled: ground !== null });
  const proposed = useRef<{ ground: string; merits: string | null; effect: string | null } | null>(null);
  useEffect(() => {
    if (!isNew || ground === null || !data || proposed.current?.ground === ground) return;
    const before = proposed.current;
    const mayFill = (name: 'merits' | 'effect') =>
      values[name] === null || values[name] === undefined || values[name] === before?.[name];
    proposed.current = { ground, merits: data.merits, effect: data.effect };
    set({
      ...(mayFill('merits') && { merits: data.merits }),
      ...(mayFill('effect') && { effect: data.effect }),
    });
  }, [isNew, ground, data, values, set]);
  if (ground === null || !data) return null;
  const usual = [data.merits && term(`merits.${data.merits}`), data.effect && term(`effect.${data.effect}`)].filter(
    Boolean,
  );
  return (
    <Notice tone={data.technical ? 'warn' : 'info'} title={t('order.proposal', { usual: usual.join('; ') })}>
      {data.explanation}
    </Notice>
  );
}
