import { useEffect, useState } from 'react';
import { ask, subscribe } from '#renderer/app/bridge.ts';
import { formatBytes, formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { tell, useAct } from '#renderer/app/query.ts';
import { type Audience, ReadersMenu } from '#renderer/leakcheck/ReadersMenu.tsx';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import { toast } from '#renderer/ui/toast.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import type { Output } from '#shared/contract/index.ts';
import margin from '../Margin.module.css';
import styles from './Panel.module.css';

type Copy = NonNullable<Output<'redaction.marks'>['copy']>;

/** The redacted copy: made with progress and a way to stop, what went from it, and what can be done with it. */
export function CopyState({
  fileId,
  password,
  hasMarks,
  copy,
  onMade,
}: {
  fileId: string;
  password: string | undefined;
  hasMarks: boolean;
  copy: Copy | null;
  onMade(): void;
}) {
  const t = useT('redaction');
  const [job, setJob] = useState<EventPayload<'job'> | null>(null);
  const make = useAct('redaction.make', { done: t('make.done') });
  const save = useLeaving('redaction.saveCopy');
  const remove = useAct('redaction.remove', { done: t('make.removed') });
  useEffect(
    () =>
      subscribe('job', (event) => event.name === 'redaction.make' && setJob(event.state === 'running' ? event : null)),
    [],
  );
  const { problem } = make;
  const run = () => void make.run({ fileId, password }).then(onMade, () => {});
  const write = (audience: Audience) =>
    void save.run({ fileId, audience }).then(
      (written) => written && toast.show({ message: t('make.saved'), tone: 'ok' }),
      () => {},
    );
  const failed = problem !== null && problem.code !== 'cancelled';
  return (
    <section className={styles.part}>
      <header className={margin.head}>
        <h3>{t('make.title')}</h3>
      </header>
      {make.busy ? (
        <Progress
          label={t('make.starting')}
          done={job?.done ?? 0}
          total={job?.total ?? null}
          unit={t('make.unit')}
          onCancel={() => job && void ask('jobs.cancel', { id: job.id }).catch(tell)}
        />
      ) : (
        <div className={styles.buttons}>
          <Button
            variant={copy && !copy.isStale ? 'plain' : 'primary'}
            icon="redact"
            isDisabled={!hasMarks}
            onPress={run}
          >
            {t(copy ? 'make.again' : 'make.run')}
          </Button>
        </div>
      )}
      {failed && (
        <Notice tone="danger" title={t('make.failed')}>
          {[problem.message, problem.hint].filter(Boolean).join(' ')}
        </Notice>
      )}
      {!copy && !make.busy && !failed && <p className={margin.quiet}>{t('noCopy')}</p>}
      {copy && (
        <>
          {copy.isStale && <Notice tone="warn" title={t('make.stale')} />}
          <Facts
            items={[
              { term: t('make.madeAt'), value: formatInstant(copy.madeAt) },
              { term: t('make.pages'), value: `${copy.pages}, ${formatBytes(copy.size)}` },
              { term: t('make.out'), value: takenOut(t, copy.removed) },
            ]}
          />
          <p className={margin.quiet}>{t('make.proven')}</p>
          {copy.problems.length > 0 && (
            <Notice tone="info" title={t('make.problems')}>
              {copy.problems.map((each) => (
                <p key={each}>{each}</p>
              ))}
            </Notice>
          )}
          <div className={styles.buttons}>
            <ReadersMenu label={t('make.save')} icon="download" isBusy={save.busy} onChoose={write} />
            <Button variant="quiet" icon="trash" onPress={() => void remove.run({ fileId })}>
              {t('make.remove')}
            </Button>
          </div>
        </>
      )}
      {save.dialog}
    </section>
  );
}

function takenOut(t: ReturnType<typeof useT>, removed: Copy['removed']): string {
  return Object.entries(removed)
    .flatMap(([what, count]) => (count > 0 ? [t(`out.${what}`, { count })] : []))
    .join(', ');
}
