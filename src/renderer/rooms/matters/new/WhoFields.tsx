import { useT } from '#renderer/app/i18n.ts';
import { choices } from '#renderer/forms/choices.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { PARTY_ROLES } from '#shared/contract/matters.ts';
import styles from './NewMatterPage.module.css';
import { oppositeOf, type PartyLine } from './new-matter.ts';
import type { SectionProps } from './section-props.ts';

/** Our client and the other side, one line each; a button on either side adds the next. */
export function WhoFields({ matter: { parties }, change, errorOf }: SectionProps) {
  const t = useT('matters');
  const term = useT('terms');
  const set = (key: number, patch: Partial<PartyLine>) =>
    change({ parties: parties.map((party) => (party.key === key ? { ...party, ...patch } : party)) });
  const setRole = (party: PartyLine, role: PartyLine['role']) => {
    const isFirst = parties.find(({ side }) => side === 'ours')?.key === party.key;
    // The other side's role follows our client's until somebody says otherwise.
    const follows = (other: PartyLine) => isFirst && other.side === 'theirs' && other.role === oppositeOf(party.role);
    change({
      parties: parties.map((other) =>
        other.key === party.key ? { ...other, role } : follows(other) ? { ...other, role: oppositeOf(role) } : other,
      ),
    });
  };
  const add = (side: PartyLine['side']) => {
    const role = parties.findLast((party) => party.side === side)?.role ?? 'respondent';
    const key = Math.max(0, ...parties.map((party) => party.key)) + 1;
    change({ parties: [...parties, { key, name: '', nameNative: '', role, side }] });
  };
  return (
    <div className={styles.lines}>
      {(['ours', 'theirs'] as const).map((side) => (
        <div key={side} className={styles.lines}>
          {parties
            .filter((party) => party.side === side)
            .map((party, at) => (
              <div key={party.key} className={styles.party}>
                <TextField
                  label={t(side === 'ours' ? (at === 0 ? 'newMatter.client' : 'newMatter.ours') : 'newMatter.theirs')}
                  value={party.name}
                  onChange={(name) => set(party.key, { name })}
                  autoFocus={side === 'ours' && at === 0}
                  isRequired={side === 'ours' && at === 0}
                  error={side === 'ours' && at === 0 ? errorOf('client') : undefined}
                />
                <TextField
                  label={t('newMatter.native')}
                  value={party.nameNative}
                  onChange={(nameNative) => set(party.key, { nameNative })}
                />
                <Select
                  label={t('party.role')}
                  items={choices(term, 'role', PARTY_ROLES)}
                  value={party.role}
                  onChange={(role) => setRole(party, role as PartyLine['role'])}
                />
                {at > 0 ? (
                  <IconButton
                    icon="trash"
                    label={t('newMatter.removeLine', { name: party.name })}
                    onPress={() => change({ parties: parties.filter(({ key }) => key !== party.key) })}
                  />
                ) : (
                  <IconButton
                    icon="plus"
                    label={t(side === 'ours' ? 'newMatter.addOurs' : 'newMatter.addTheirs')}
                    onPress={() => add(side)}
                  />
                )}
              </div>
            ))}
        </div>
      ))}
      <div className={styles.more}>
        <Button variant="quiet" size="small" icon="plus" onPress={() => add('theirs')}>
          {t('newMatter.addTheirs')}
        </Button>
      </div>
    </div>
  );
}
