import { useEffect, useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Conflicts.module.css';
import { Decide } from './Decide.tsx';

type Match = Output<'parties.conflicts'>[number];

/** How long the typing must pause before the names are compared, in milliseconds. */
const PAUSE = 250;
/** A name shorter than this is like too many. */
const SHORTEST = 3;

/**
 * Whom a name is like in the other matters, and why, while it is typed. It says very likely, alike or clear, and leaves it
 * to the advocate whether it is the same person.
 */
export function Conflicts({
  names,
  idNumber,
  kind,
  matterId,
  party,
}: {
  /** All that is known of one person: the name, in both scripts, and others that it goes by. */
  names: readonly string[];
  idNumber?: string | null | undefined;
  kind?: 'person' | 'organisation' | undefined;
  /** The matter that the party is for. */
  matterId?: string | undefined;
  /** The party itself, where it is one already: then it can be decided whether it is the same one. */
  party?: { id: string; name: string } | undefined;
}) {
  const t = useT('matters');
  const known = useSettled(names.map((name) => name.trim()).filter((name) => name.length >= SHORTEST));
  const { data: matches } = useCall(
    'parties.conflicts',
    {
      names: known.length > 0 ? [...known] : ['–'],
      ...(idNumber ? { idNumber } : {}),
      ...(kind ? { kind } : {}),
      ...(matterId ? { exceptMatterId: matterId } : {}),
      ...(party ? { partyId: party.id } : {}),
    },
    { enabled: known.length > 0 },
  );
  if (known.length === 0) return null;
  if (!matches) return <Reading />;
  const open = matches.filter(({ decided }) => decided?.verdict !== 'different');
  const likely = open.filter(({ likeness }) => likeness === 'very-likely').length;
  const others = matches.length - open.length;
  return (
    <section className={styles.conflicts} aria-label={t('conflict.of', { name: known[0] })} aria-live="polite">
      <p className={styles.verdict}>
        {matches.length === 0 ? (
          <Badge tone="clear">{t('conflict.clear', { name: known[0] })}</Badge>
        ) : (
          <>
            {likely > 0 && <span className={styles.likely}>{t('conflict.likely', { count: likely })} </span>}
            {open.length > likely && `${t('conflict.alike', { count: open.length - likely })} `}
            {others > 0 && t('conflict.settled', { count: others })}
          </>
        )}
      </p>
      <ul>
        {matches.map((match) => (
          <MatchLine key={match.partyId} match={match} party={party} />
        ))}
      </ul>
    </section>
  );
}

function MatchLine({ match, party }: { match: Match; party: { id: string; name: string } | undefined }) {
  const t = useT('matters');
  const term = useT('terms');
  const { found, role, side, isClient, matterReference, matterTitle, closedOn, likeness, reasons, decided } = match;
  const isOther = decided?.verdict === 'different';
  const isLikely = !isOther && likeness === 'very-likely';
  return (
    <li className={styles.match}>
      <Mark name={isOther ? 'clear' : isLikely ? 'stop' : 'objection'} />
      <div>
        <p className={styles.name}>
          <bdi>{found}</bdi>
          <span className={isOther ? undefined : isLikely ? styles.likely : styles.alike}>
            {decided
              ? t(`conflict.decided.${decided.verdict}`, { day: formatDay(decided.at.slice(0, 10)) })
              : t(`conflict.${likeness}`)}
          </span>
          {party && <Decide party={party} match={match} />}
        </p>
        <p className={styles.where}>
          {t(isClient ? 'conflict.clientIn' : 'conflict.in', {
            role: `${term(`role.${role}`)}, ${term(`side.${side}`)}`,
            matter: `${matterReference}, ${matterTitle}`,
          })}
          {closedOn && `; ${t('closedOn', { day: formatDay(closedOn) })}`}
        </p>
        <p className={styles.why}>{reasons.join('; ')}</p>
        {decided && <p className={styles.why}>{decided.reason}</p>}
      </div>
    </li>
  );
}

/** The names as they were when the typing last paused. */
function useSettled(names: readonly string[]): readonly string[] {
  // What is there at first was not typed just now: it is looked for at once.
  const [settled, setSettled] = useState(names);
  const key = names.join('\n');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key === '' ? [] : key.split('\n')), PAUSE);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}
