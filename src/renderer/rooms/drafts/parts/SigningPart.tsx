import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './DraftFields.module.css';
import type { PartProps } from './part-props.ts';

const NOBODY = '';
const LINES = ['licence', 'bar', 'mobile', 'address'] as const;
const NO_COUNSEL = { name: '', licence: null, bar: null, mobile: null, address: null };

/** Where, when and by whom it is verified, and the counsel through whom it is filed. */
export function SigningPart({ matter, writing: { form, change } }: PartProps) {
  const t = useT('drafts');
  const { data: parties = [] } = useCall('parties.list', { matterId: matter.id });
  const { verification } = form;
  const counsel = form.counsel ?? NO_COUNSEL;
  const verify = (patch: Partial<typeof verification>) => change({ verification: { ...verification, ...patch } });
  const retain = (patch: Partial<typeof counsel>) => {
    const next = { ...counsel, ...patch };
    const isEmpty = Object.values(next).every((value) => !value);
    change({ counsel: isEmpty ? null : next });
  };
  const text = (value: string) => (value === '' ? null : value);
  return (
    <>
      <Section title={t('signing.title')}>
        <div className={styles.fields}>
          <div className={styles.half}>
            <div data-where="verification.place">
              <TextField
                label={t('signing.place')}
                value={verification.place ?? ''}
                onChange={(place) => verify({ place: text(place) })}
              />
            </div>
            <div data-where="verification.date">
              <DateField label={t('signing.date')} value={verification.date} onChange={(date) => verify({ date })} />
            </div>
          </div>
          <Select
            label={t('signing.deponent')}
            items={[
              { id: NOBODY, label: t('signing.firstParty') },
              ...parties.filter(({ kind }) => kind === 'person').map(({ id, name }) => ({ id, label: name })),
            ]}
            value={verification.deponentId ?? NOBODY}
            onChange={(id) => verify({ deponentId: id === NOBODY ? null : id })}
          />
        </div>
      </Section>
      <Section title={t('signing.counsel')}>
        <div className={styles.fields}>
          <div data-where="counsel.name">
            <TextField label={t('signing.name')} value={counsel.name} onChange={(name) => retain({ name })} />
          </div>
          <div className={styles.half}>
            {LINES.map((key) => (
              <div key={key} data-where={`counsel.${key}`}>
                <TextField
                  label={t(`signing.${key}`)}
                  value={counsel[key] ?? ''}
                  onChange={(value) => retain({ [key]: text(value) })}
                />
              </div>
            ))}
          </div>
        </div>
      </Section>
    </>
  );
}
