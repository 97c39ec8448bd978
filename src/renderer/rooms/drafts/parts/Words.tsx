import { useT } from '#renderer/app/i18n.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { CitedField } from './CitedField.tsx';
import styles from './DraftFields.module.css';
import type { PartProps } from './part-props.ts';

/** How the people, the place and the forum fit the definitions. */
export function StandingPart({ writing: { form, change }, data, preview }: PartProps) {
  const t = useT('drafts');
  const keys = ['complainant', 'accused', 'workplace', 'jurisdiction'] as const;
  return (
    <Section title={t('part.standing')}>
      <div className={styles.fields}>
        {keys.map((key) => (
          <CitedField
            key={key}
            label={t(`standing.${key}`)}
            hint={t(`standing.${key}Hint`)}
            value={form.standing[key]}
            onChange={(text) => change({ standing: { ...form.standing, [key]: text } })}
            annexures={data.annexures}
            where={`standing.${key}`}
          />
        ))}
        {preview?.definition && (
          <div>
            <p className={styles.quiet}>{t('standing.definition')}</p>
            <blockquote className={styles.quote}>{preview.definition.text}</blockquote>
            <p className={styles.quiet}>{preview.definition.citation}</p>
          </div>
        )}
      </div>
    </Section>
  );
}

/** Time, other proceedings, confidentiality. */
export function OtherPart({ writing: { form, change }, data }: PartProps) {
  const t = useT('drafts');
  const { annexures } = data;
  const { parallel, ...answers } = form.answers;
  return (
    <Section title={t('part.other')}>
      <div className={styles.fields}>
        <CitedField
          label={t('other.delay')}
          hint={t('other.delayHint')}
          value={form.delay}
          onChange={(delay) => change({ delay })}
          annexures={annexures}
          where="delay"
        />
        <CitedField
          label={t('other.parallel')}
          hint={`${t('other.parallelLive')} ${t('other.parallelHint')}`}
          value={parallel ?? null}
          onChange={(text) => change({ answers: text === null ? answers : { ...answers, parallel: text } })}
          annexures={annexures}
          where="parallel"
        />
        <CitedField
          label={t('other.confidentiality')}
          hint={t('other.confidentialityHint')}
          value={form.confidentiality}
          onChange={(confidentiality) => change({ confidentiality })}
          annexures={annexures}
          where="confidentiality"
        />
      </div>
    </Section>
  );
}

/** What only this kind of document asks. */
export function AnswersPart({ writing: { form, change }, data, template }: PartProps) {
  const t = useT('drafts');
  const answer = (key: string, text: string | null) => {
    const { [key]: _before, ...others } = form.answers;
    change({ answers: text === null ? others : { ...others, [key]: text } });
  };
  return (
    <Section title={t('part.answers')}>
      <div className={styles.fields}>
        {template.fields.map((field) => (
          <CitedField
            key={field.key}
            label={field.label}
            hint={field.hint ?? undefined}
            value={form.answers[field.key] ?? null}
            onChange={(text) => answer(field.key, text)}
            annexures={data.annexures}
            where={`answers.${field.key}`}
            lines={field.lines}
          />
        ))}
      </div>
    </Section>
  );
}
