import { useEffect, useState } from 'react';
import { ask, subscribe } from '#renderer/app/bridge.ts';
import { formatBytes, formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { tell } from '#renderer/app/query.ts';
import { Progress } from '#renderer/ui/Progress.tsx';
import type { JobEvent } from '#shared/contract/events.ts';
import styles from './Jobs.module.css';

/** Milliseconds after which work that still goes on is shown. */
const SHOWN_AFTER = 300;

/** The work that goes on, each with how far it is in its own unit, and the way to stop it. */
export function Jobs() {
  const t = useT('app');
  const jobs = useJobs();
  if (jobs.length === 0) return null;
  return (
    <section className={styles.jobs} aria-label={t('jobs.label')}>
      {jobs.map((job) => (
        <Job key={job.id} job={job} />
      ))}
    </section>
  );
}

function Job({ job: { id, name, unit, done, total, item } }: { job: JobEvent }) {
  const t = useT('app');
  const known = t(`jobs.name.${name}`);
  const label = known === `jobs.name.${name}` ? t('jobs.working') : known;
  const say = unit === 'bytes' ? formatBytes : formatNumber;
  return (
    <div className={styles.job}>
      <Progress
        label={label}
        done={done}
        total={total}
        unit={unit === 'bytes' ? '' : t(`jobs.unit.${unit}`)}
        say={say}
        onCancel={() => void ask('jobs.cancel', { id }).catch(tell)}
      />
      {item !== null && <bdi className={styles.item}>{item}</bdi>}
    </div>
  );
}

function useJobs(): JobEvent[] {
  const [jobs, setJobs] = useState<ReadonlyMap<string, JobEvent>>(new Map());
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const end = subscribe('job', (job) => {
      const isRunning = job.state === 'running';
      setJobs((before) => {
        const after = new Map(before);
        if (isRunning) after.set(job.id, job);
        else after.delete(job.id);
        return after;
      });
      if (isRunning && !timers.has(job.id)) {
        timers.set(
          job.id,
          setTimeout(() => setShown((before) => new Set([...before, job.id])), SHOWN_AFTER),
        );
      }
      if (!isRunning) {
        clearTimeout(timers.get(job.id));
        timers.delete(job.id);
        setShown((before) => new Set([...before].filter((id) => id !== job.id)));
      }
    });
    return () => {
      end();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, []);
  return [...jobs.values()].filter(({ id }) => shown.has(id));
}
