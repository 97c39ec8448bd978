import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Conflicts } from '../parties/Conflicts.tsx';
import styles from './NewMatterPage.module.css';
import { type NewMatter, readsLikeOrganisation } from './new-matter.ts';

/** What follows from what is typed: the definition in force, whom the names are like, what saving sets up. */
export function NewMatterSide({ matter }: { matter: NewMatter }) {
  const t = useT('matters');
  const { data: packs } = useCall('packs.list', {});
  const { data: definition } = useCall('packs.definition', {
    pack: matter.pack,
    on: isWhole(matter.incidentTo) ? matter.incidentTo : null,
  });
  const pack = packs?.find(({ id }) => id === matter.pack);
  const named = matter.parties.filter(({ name }) => name.trim() !== '');
  return (
    <aside className={styles.side}>
      {definition && (
        <section>
          <h2 className={styles.sideTitle}>
            {t('newMatter.definition')}{' '}
            <span className={styles.note}>
              {matter.incidentTo
                ? t('newMatter.definitionOn', { where: pack?.title ?? matter.pack, day: formatDay(matter.incidentTo) })
                : t('newMatter.definitionToday', { where: pack?.title ?? matter.pack })}
            </span>
          </h2>
          <blockquote className={styles.law}>
            {definition.text} <cite>{definition.citation}</cite>
          </blockquote>
        </section>
      )}
      <section>
        <h2 className={styles.sideTitle}>
          {t('conflict.title')} <span className={styles.note}>{t('conflict.asYouType')}</span>
        </h2>
        {named.length === 0 && <p className={styles.quiet}>{t('conflict.nobody')}</p>}
        {named.map(({ key, name, nameNative }) => (
          <Conflicts
            key={key}
            names={[name, nameNative]}
            kind={readsLikeOrganisation(name) ? 'organisation' : 'person'}
          />
        ))}
      </section>
      <section>
        <h2 className={styles.sideTitle}>{t('newMatter.setsUp')}</h2>
        <ul className={styles.sets}>
          <li>{t('newMatter.setsParties', { count: named.length })}</li>
          {matter.forum !== '' && <li>{t('newMatter.setsProceeding', { forum: matter.forumName })}</li>}
          {matter.forum !== '' && matter.firstOn && (
            <li>{t('newMatter.setsHearing', { day: formatDay(matter.firstOn) })}</li>
          )}
        </ul>
      </section>
    </aside>
  );
}

/** A year that is still being typed, as 0202, is no day yet. */
const isWhole = (day: string | null) => day !== null && day >= '1800';
