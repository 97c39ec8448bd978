import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Cover } from './Cover.tsx';
import styles from './Start.module.css';

/** The three ways to begin. */
export function Start(props: { onCreate(): void; onChosen(dir: string): void; onOpen(): void }) {
  const t = useT('welcome');
  const choose = useCommand('vault.chooseFolder');
  const sample = useCommand('vault.openSample');
  const problem = sample.problem ?? choose.problem;
  const ways: { id: string; icon: IconName; act(): void }[] = [
    { id: 'create', icon: 'plus', act: props.onCreate },
    {
      id: 'open',
      icon: 'folder',
      act: () => void choose.run({ purpose: 'open' }).then((dir) => dir !== null && props.onChosen(dir)),
    },
    { id: 'sample', icon: 'book', act: () => void sample.run({}).then(props.onOpen) },
  ];
  return (
    <Cover line={t('motto')} foot={t('start.foot')}>
      <ul className={styles.ways} aria-label={t('start.label')}>
        {ways.map(({ id, icon, act }) => (
          <li key={id}>
            <button type="button" className={styles.way} onClick={act} disabled={sample.busy}>
              <Icon name={icon} size={20} />
              <span>
                <b className={styles.name}>{t(`start.${id}`)}</b>
                <span className={styles.text}>{t(`start.${id}Text`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{sample.busy ? t('lock.opening') : ''}</p>
      {problem && (
        <Notice tone="danger" title={problem.message}>
          {problem.hint}
        </Notice>
      )}
    </Cover>
  );
}
