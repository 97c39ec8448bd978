import { useT } from '#renderer/app/i18n.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './Packs.module.css';

type PackError = Output<'packs.preview'>['errors'][number];

/** What is wrong with a pack: the file and the line, the field, and the reason. */
export function ErrorList({ errors }: { errors: readonly PackError[] }) {
  const t = useT('packs');
  return (
    <ul className={styles.errors}>
      {errors.map(({ file, line, column, path, message }) => (
        <li key={`${file}:${line}:${column} ${path} ${message}`}>
          <span className={styles.place}>
            <bdi>{t('place', { file, line })}</bdi>
            {path && <bdi dir="ltr">{path}</bdi>}
          </span>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
