import { Fragment, type ReactNode, useState } from 'react';
import { runAction, useActions } from '#renderer/app/actions.ts';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { Output } from '#shared/contract/index.ts';
import { LinkEditor } from './LinkEditor.tsx';
import { nameOf, whereOf } from './names.ts';
import { PartiesEditor } from './PartiesEditor.tsx';
import { ProceedingEditor } from './ProceedingEditor.tsx';
import styles from './ProceedingView.module.css';
import type { PartProps } from './part-props.ts';
import { look } from './place.ts';

type Proceeding = Output<'proceedings.list'>[number];

/** The title block of a proceeding: number and title, the facts of it, who stands in it, and what it hangs on. */
export function ProceedingHead({ matter, whole, today, others }: PartProps & { others: readonly Proceeding[] }) {
  const t = useT('proceedings');
  const term = useT('terms');
  const { proceeding, parties } = whole;
  const [dialog, setDialog] = useState<'edit' | 'link' | 'parties' | null>(null);
  const remove = useAct('proceedings.remove', { done: t('done.removed') });
  useActions('proceedings', [
    {
      id: 'proceedings.edit',
      label: t('edit'),
      icon: 'edit',
      shortcut: 'E',
      run: () => setDialog('edit'),
    },
    { id: 'proceedings.link', label: t('link.title'), icon: 'link', shortcut: 'L', run: () => setDialog('link') },
    {
      id: 'proceedings.check',
      label: t('check.action'),
      icon: 'check',
      shortcut: 'C',
      run: () => look(matter.id, proceeding.id, 'check'),
    },
    {
      id: 'proceedings.parties',
      label: t('inProceeding.set'),
      icon: 'users',
      shortcut: 'P',
      run: () => setDialog('parties'),
    },
  ]);
  const title = nameOf(proceeding);
  const isWaiting = whole.hearings.some(({ date, outcome }) => outcome === null && date <= today);
  const facts: { term: string; value: ReactNode }[] = [
    { term: t('field.forum'), value: <bdi>{whereOf(proceeding)}</bdi> },
    { term: t('field.bench'), value: proceeding.bench && <bdi>{proceeding.bench}</bdi> },
    { term: t('field.stage'), value: proceeding.stage && <b>{proceeding.stage}</b> },
    { term: t('field.ourRole'), value: proceeding.ourRole && term(`role.${proceeding.ourRole}`) },
    { term: t('field.side'), value: term(`broughtBy.${proceeding.side}`) },
    { term: t('field.filedOn'), value: proceeding.filedOn && formatDay(proceeding.filedOn) },
    { term: t('field.provision'), value: proceeding.provision && <bdi>{proceeding.provision}</bdi> },
    { term: t('inProceeding.title'), value: <People parties={parties} onSet={() => setDialog('parties')} /> },
  ].filter(({ value }) => value);
  const close = () => setDialog(null);
  return (
    <header>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <bdi>{title}</bdi>
        </h2>
        {proceeding.title && proceeding.title !== title && (
          <span className={styles.caption}>
            <bdi>{proceeding.title}</bdi>
          </span>
        )}
        <div className={styles.buttons}>
          <Button variant="primary" icon="gavel" shortcut="H" onPress={() => runAction('hearings.record')}>
            {isWaiting ? t('hearing.record') : t('hearing.add')}
          </Button>
          <Button shortcut="O" onPress={() => runAction('orders.add')}>
            {t('order.add')}
          </Button>
          <Button shortcut="C" onPress={() => runAction('proceedings.check')}>
            {t('check.action')}
          </Button>
          <Menu
            label={t('more')}
            items={[
              { id: 'edit', label: t('edit'), icon: 'edit', shortcut: 'E' },
              { id: 'parties', label: t('inProceeding.set'), icon: 'users', shortcut: 'P' },
              { id: 'link', label: t('link.title'), icon: 'link', shortcut: 'L' },
              { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
            ]}
            onAction={(action) => {
              if (action !== 'remove') setDialog(action as 'edit');
              else
                void remove
                  .run({ id: proceeding.id })
                  .then(() => go({ room: 'matters', matterId: matter.id, tab: 'proceedings' }));
            }}
          />
        </div>
      </div>
      <dl className={styles.facts}>
        {facts.map(({ term: name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <Links whole={whole} others={others} matterId={matter.id} />
      </dl>
      {dialog === 'edit' && <ProceedingEditor matter={matter} proceeding={proceeding} onClose={close} />}
      {dialog === 'link' && <LinkEditor proceeding={proceeding} others={others} onClose={close} />}
      {dialog === 'parties' && <PartiesEditor proceeding={proceeding} parties={parties} onClose={close} />}
    </header>
  );
}

function People({ parties, onSet }: { parties: PartProps['whole']['parties']; onSet(): void }) {
  const t = useT('proceedings');
  return (
    <>
      {parties.map(({ id, name, role, isClient }, at) => (
        <Fragment key={id}>
          {at > 0 && '; '}
          <bdi>{isClient ? <b>{name}</b> : name}</bdi> <span className={styles.quiet}>{role}</span>
        </Fragment>
      ))}
      {parties.length > 0 && ' '}
      <button type="button" className={styles.go} onClick={onSet}>
        {parties.length === 0 ? t('inProceeding.set') : t('inProceeding.change')}
      </button>
    </>
  );
}

/** What this proceeding hangs on, and what hangs on it. */
function Links({
  whole: { proceeding, links },
  others,
  matterId,
}: {
  whole: PartProps['whole'];
  others: readonly Proceeding[];
  matterId: string;
}) {
  const t = useT('proceedings');
  const unlink = useAct('proceedings.unlink', { done: t('done.unlinked') });
  const rows = links.flatMap((link) => {
    const isOut = link.fromId === proceeding.id;
    const other = others.find(({ id }) => id === (isOut ? link.toId : link.fromId));
    return other ? [{ link, other, isOut }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <>
      {rows.map(({ link, other, isOut }) => (
        <div key={link.id}>
          <dt>{t(`link.${isOut ? 'own' : 'inverse'}.${link.kind}`)}</dt>
          <dd className={styles.link}>
            <button type="button" className={styles.go} onClick={() => look(matterId, other.id)}>
              <bdi>{nameOf(other)}</bdi>
            </button>
            <IconButton
              icon="close"
              label={t('link.remove', { title: nameOf(other) })}
              onPress={() => void unlink.run({ id: link.id })}
            />
          </dd>
        </div>
      ))}
    </>
  );
}
