import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import { Citation } from '../trace/Citation.tsx';
import styles from './RemedyFile.module.css';

type Offer = Output<'remedies.list'>[number];

/** What the document of a remedy must hold. Where there is a template, its draft starts from here. */
export function RemedyFile({
  offer: { checklist, draft, hasTemplate, chosen },
  matterId,
  proceedingId,
  onDraft,
}: {
  offer: Offer;
  matterId: string;
  proceedingId: string | null;
  onDraft(id: string): void;
}) {
  const t = useT('proceedings');
  const add = useAct('drafts.add', { done: t('remedy.drafted') });
  if (!checklist && !(draft && hasTemplate)) return null;
  return (
    <Section
      title={checklist?.title ?? t('remedy.document')}
      note={checklist && <Citation citation={checklist.citation} confidence="verified" />}
      actions={
        draft &&
        hasTemplate &&
        chosen !== null && (
          <Button
            icon="draft"
            isBusy={add.busy}
            onPress={() => void add.run({ matterId, proceedingId, template: draft }).then(({ id }) => onDraft(id))}
          >
            {t('remedy.startDraft')}
          </Button>
        )
      }
    >
      {draft && hasTemplate && chosen === null && <p className={styles.quiet}>{t('remedy.takeFirst')}</p>}
      {checklist && (
        <ol className={styles.items}>
          {checklist.items.map((item) => (
            <li key={item.id}>
              <span>{item.text}</span>
              {item.citation && (
                <span className={styles.quiet}>
                  <bdi>{item.citation}</bdi>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
