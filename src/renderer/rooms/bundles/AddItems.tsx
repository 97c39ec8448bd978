import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { PickDialog } from '#renderer/ui/PickDialog.tsx';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Plan, PlanSection } from './order.ts';

type NewItem = Input<'bundles.addItems'>['items'][number];

/** Exhibits, orders, drafts and the list of dates, to be put at the end of a section. */
export function AddItems({
  section,
  plan,
  matter,
  onClose,
}: {
  section: PlanSection;
  plan: Plan;
  matter: Output<'matters.get'>;
  onClose(): void;
}) {
  const t = useT('bundles');
  const matterId = matter.id;
  const { data: exhibits } = useCall('exhibits.list', { matterId });
  const { data: map } = useCall('proceedings.map', { matterId });
  const { data: drafts } = useCall('drafts.list', { matterId });
  const add = useAct('bundles.addItems', { done: t('item.added') });
  if (!exhibits || !map || !drafts) return null;
  const present = new Set(
    plan.sections.flatMap(({ items }) =>
      items.map(({ kind, exhibitId, orderId, draftId }) => `${kind}:${exhibitId ?? orderId ?? draftId ?? ''}`),
    ),
  );
  const note = (id: string, ...parts: (string | null)[]) =>
    [...parts, present.has(id) ? t('item.there') : null].filter(Boolean).join(', ');
  const choices = [
    ...exhibits.map(({ id, title, number, madeOn }) => ({
      id: `exhibit:${id}`,
      label: title,
      note: note(`exhibit:${id}`, t('item.number', { number }), madeOn ? formatDay(madeOn) : t('undated')),
      group: t('item.groups.exhibit'),
    })),
    ...map.orders.map(({ id, proceedingId, date }) => ({
      id: `order:${id}`,
      label: t('item.order', { forum: map.proceedings.find((each) => each.id === proceedingId)?.forumName }),
      note: note(`order:${id}`, formatDay(date)),
      group: t('item.groups.order'),
    })),
    ...drafts.map(({ id, title }) => ({
      id: `draft:${id}`,
      label: title,
      note: note(`draft:${id}`),
      group: t('item.groups.draft'),
    })),
    { id: 'chronology:', label: t('item.chronology'), note: note('chronology:'), group: t('item.groups.chronology') },
  ];
  return (
    <PickDialog
      title={t('item.addTitle', { section: section.title })}
      filterLabel={t('item.filter')}
      choices={choices}
      empty={t('item.none')}
      submitLabel={(count) => t('item.chosen', { count })}
      onPick={(ids) => {
        void add.run({ sectionId: section.id, items: ids.map(itemOf) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function itemOf(choice: string): NewItem {
  const [kind, id = ''] = choice.split(':');
  const none = { fileId: null, title: null, date: null, pages: null, agreed: null };
  return {
    ...none,
    kind: kind as NewItem['kind'],
    exhibitId: kind === 'exhibit' ? id : null,
    orderId: kind === 'order' ? id : null,
    draftId: kind === 'draft' ? id : null,
  };
}
