import { type FormEvent, useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import foot from './Foot.module.css';
import { askedGroups, groupsOf, isGroup } from './groups.ts';
import styles from './KeyProof.module.css';
import { KeySheet } from './KeySheet.tsx';

/** The recovery key, shown once, and the proof that it stands on paper: two of its groups, typed from there. */
export function KeyProof(props: { recoveryKey: string; name: string; day: string; onProven(): void }) {
  const { recoveryKey, name, day, onProven } = props;
  const t = useT('welcome');
  const groups = groupsOf(recoveryKey);
  const [asked] = useState(() => askedGroups(groups.length, Math.random));
  const [typed, setTyped] = useState<Record<number, string>>({});
  const copy = useCommand('clipboard.copy');
  const [isCopied, setCopied] = useState(false);
  const isProven = asked.every((at) => isGroup(typed[at] ?? '', groups[at]!) === true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isProven) onProven();
  };
  return (
    <>
      <KeySheet groups={groups} name={name} line={t('key.check', { day })} />
      <div className={styles.ways}>
        <Button icon="print" onPress={() => window.print()}>
          {t('key.print')}
        </Button>
        <Button
          icon="copy"
          onPress={() => void copy.run({ text: recoveryKey, secret: true }).then(() => setCopied(true))}
        >
          {t('key.copy')}
        </Button>
        <span className={styles.note} role="status">
          {isCopied ? t('key.copied') : t('key.sheets')}
        </span>
      </div>
      {copy.problem && (
        <Notice tone="danger" title={copy.problem.message}>
          {copy.problem.hint}
        </Notice>
      )}
      <ul className={styles.safe}>
        <li>
          <Mark name="clear" />
          {t('key.keep')}
        </li>
        <li>
          <Mark name="objection" />
          {t('key.noPhoto')}
        </li>
      </ul>
      <form className={styles.prove} onSubmit={submit} noValidate>
        <h2 className={styles.head}>{t('key.proveText')}</h2>
        <div className={styles.two}>
          {asked.map((at, i) => {
            const value = typed[at] ?? '';
            const is = isGroup(value, groups[at]!);
            return (
              <div key={at}>
                <TextField
                  label={t('key.group', { number: at + 1 })}
                  value={value}
                  onChange={(next) => setTyped((before) => ({ ...before, [at]: next }))}
                  error={is === false ? t('key.wrong', { number: at + 1 }) : undefined}
                  mono
                  dir="ltr"
                  autoFocus={i === 0}
                />
                <p className={styles.right} role="status">
                  {is === true && (
                    <>
                      <Mark name="clear" />
                      {t('key.right')}
                    </>
                  )}
                </p>
              </div>
            );
          })}
        </div>
        <footer className={foot.foot}>
          <span className={foot.end}>
            {!isProven && t('key.waits')}
            <Button variant="primary" type="submit" isDisabled={!isProven}>
              {t('key.continue')}
            </Button>
          </span>
        </footer>
      </form>
    </>
  );
}
