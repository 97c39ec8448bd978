import { useT } from '#renderer/app/i18n.ts';
import type { Exhibit } from '#renderer/rooms/exhibits/EvidenceChip.tsx';
import { dateOf, type Fact } from './dates.ts';
import { FactSources } from './FactSources.tsx';
import { PrecisionMark, State } from './Marks.tsx';
import styles from './TwoAccounts.module.css';

type Column = 'ours' | 'common' | 'theirs';

const columnOf = ({ side }: Fact): Column => (side === 'ours' || side === 'theirs' ? side : 'common');

/** The same facts by whose account they are: ours, what is nobody's in particular, theirs; in one order of time. */
export function TwoAccounts({
  facts,
  exhibits,
  onEdit,
}: {
  facts: readonly Fact[];
  exhibits: readonly Exhibit[];
  onEdit(fact: Fact): void;
}) {
  const t = useT('chronology');
  const term = useT('terms');
  return (
    <div className={styles.box}>
      <table className={styles.table} aria-label={t('view.accounts')}>
        <thead>
          <tr>
            {(['date', 'ours', 'common', 'theirs'] as const).map((column) => (
              <th key={column} scope="col">
                {column === 'date' ? t('columns.date') : t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.id}>
              <th scope="row" className={styles.date}>
                <PrecisionMark precision={fact.precision} />
                <bdi>{fact.precision === 'about' ? t('about', { date: dateOf(t, fact) }) : dateOf(t, fact)}</bdi>
              </th>
              {(['ours', 'common', 'theirs'] as const).map((column) => (
                <td key={column}>
                  {columnOf(fact) === column && (
                    <>
                      <button type="button" className={styles.text} dir="auto" onClick={() => onEdit(fact)}>
                        {fact.text}
                      </button>
                      <span className={styles.foot}>
                        <State state={fact.state} label={term(`factState.${fact.state}`)} />
                        <FactSources t={t} fact={fact} exhibits={exhibits} />
                      </span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
