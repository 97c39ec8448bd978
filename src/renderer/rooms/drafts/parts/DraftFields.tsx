import { useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { type DraftPart, partOf } from '#shared/domain/drafting/parts.ts';
import { Annexures } from './Annexures.tsx';
import styles from './DraftFields.module.css';
import { FillDialog, filledElsewhere } from './FillDialog.tsx';
import { Outline } from './Outline.tsx';
import { PartView } from './PartView.tsx';
import type { PartProps } from './part-props.ts';

/** The parts of a draft, the one that is written now, what is annexed and what is missing. */
export function DraftFields({ wanted, ...props }: PartProps & { wanted: { where: string } | null }) {
  const t = useT('drafts');
  const { template, preview, writing, data } = props;
  const parts = template.parts.filter((part) => part !== 'annexures');
  const [part, setPart] = useState<DraftPart>(parts[0] ?? 'parties');
  const [filling, setFilling] = useState<string | null>(null);
  const column = useRef<HTMLDivElement>(null);
  const blanks = preview?.blanks ?? [];

  // A blank was pressed, in the page or in the list: its part is opened, and its field gets the focus.
  useEffect(() => {
    if (!wanted) return;
    const { where } = wanted;
    if (filledElsewhere(where)) {
      setFilling(where);
      return;
    }
    const target = partOf(where, template.parts);
    if (target !== 'annexures') setPart(target);
    requestAnimationFrame(() => {
      const field = column.current?.querySelector<HTMLElement>(`[data-where="${CSS.escape(where)}"]`);
      field?.scrollIntoView({ block: 'center' });
      field?.querySelector<HTMLElement>('textarea, input, button, [tabindex="0"]')?.focus();
    });
  }, [wanted, template.parts]);

  return (
    <>
      <Outline parts={parts} part={part} onPart={setPart} preview={preview} />
      <div ref={column} className={styles.column}>
        {writing.problem && (
          <Notice tone="danger" title={t('notSaved')}>
            {writing.problem.message} {writing.problem.hint}
          </Notice>
        )}
        <PartView {...props} part={part} />
        <Annexures {...props} dangling={preview?.dangling.length ?? 0} />
        <Section title={t('blanks.title')} count={blanks.length} note={t('blanks.note')}>
          {blanks.length === 0 ? (
            <p className={styles.none}>{preview ? t('blanks.none') : ''}</p>
          ) : (
            <ul>
              {blanks.map((blank) => (
                <li key={blank.id} className={styles.blank}>
                  <Mark name="objection" />
                  <span className={styles.label}>{blank.label}</span>
                  <Button variant="quiet" size="small" onPress={() => props.onFill(blank.where ?? '')}>
                    <span aria-hidden="true">{t('blanks.fill')}</span>
                    <span className={styles.spoken}>{t('blanks.fillIt', { label: blank.label })}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
      {filling !== null && (
        <FillDialog
          where={filling}
          blanks={blanks}
          matter={props.matter}
          draft={data.draft}
          onClose={() => setFilling(null)}
        />
      )}
    </>
  );
}
