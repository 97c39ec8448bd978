import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import type { Exhibit } from './EvidenceChip.tsx';
import styles from './ImportState.module.css';
import type { Import } from './useImport.ts';

/** How far an import is, and afterwards what is to be known of each file. */
export function ImportState({ state, exhibits }: { state: Import; exhibits: readonly Exhibit[] }) {
  const t = useT('exhibits');
  const { job, isRunning, results } = state;
  if (isRunning) {
    const isReading = job?.unit === 'files';
    const label = job?.item
      ? t(isReading ? 'import.reading' : 'import.running', { item: job.item })
      : t('import.starting');
    // Kilobytes are read more easily than bytes.
    const share = job?.unit === 'bytes' ? 1000 : 1;
    const unit = job?.unit === 'bytes' ? 'kB' : t(`import.unit.${job?.unit ?? 'files'}`);
    return (
      <div className={styles.state}>
        <Progress
          label={label}
          done={Math.round((job?.done ?? 0) / share)}
          total={job?.total == null ? null : Math.round(job.total / share)}
          unit={unit}
          onCancel={state.cancel}
        />
      </div>
    );
  }
  if (!results) return null;
  const taken = results.filter(({ exhibit }) => exhibit !== null);
  const refused = results.filter(({ exhibit }) => exhibit === null);
  const noted = taken.filter(({ problems, sameAs }) => problems.length > 0 || sameAs !== null);
  const same = (id: string) => {
    const number = exhibits.find((each) => each.id === id)?.number;
    return number === undefined ? t('import.sameSome') : t('import.same', { number });
  };
  const title =
    refused.length === 0
      ? t('import.done', { count: taken.length })
      : taken.length === 0
        ? t('import.none')
        : t('import.some', { taken: taken.length, all: results.length });
  return (
    <div className={styles.state}>
      <Notice
        tone={refused.length > 0 ? 'danger' : 'warn'}
        title={title}
        action={<Button onPress={state.dismiss}>{t('import.dismiss')}</Button>}
      >
        {refused.length > 0 && <p>{t('import.refused')}</p>}
        <Files rows={refused.map(({ problems }) => [null, problems])} />
        {noted.length > 0 && <p>{t('import.noted')}</p>}
        <Files
          rows={noted.map(({ file, problems, sameAs }) => [file, sameAs ? [same(sameAs), ...problems] : problems])}
        />
      </Notice>
    </div>
  );
}

function Files({ rows }: { rows: (readonly [string | null, readonly string[]])[] }) {
  if (rows.length === 0) return null;
  return (
    <ul className={styles.files}>
      {rows.map(([file, problems], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name.
        <li key={at}>
          {/* What was refused is named in the sentence. */}
          {file !== null && <bdi className={styles.name}>{file}</bdi>} {problems.join(' ')}
        </li>
      ))}
    </ul>
  );
}
