import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { Output } from '#shared/contract/index.ts';

type Match = Output<'parties.conflicts'>[number];
type Verdict = NonNullable<Match['decided']>['verdict'];

/** Whether two names are of the same one: the advocate's decision, with its reason, respected from then on. */
export function Decide({ party, match }: { party: { id: string; name: string }; match: Match }) {
  const t = useT('matters');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const decide = useAct('parties.decide', { done: t('conflict.recorded') });
  const undecide = useAct('parties.undecide', { done: t('conflict.opened') });
  const pair = { partyId: party.id, otherPartyId: match.partyId };
  return (
    <>
      <Menu
        label={t('conflict.actions', { name: match.found })}
        items={[
          { id: 'same', label: t('conflict.same'), icon: 'link' },
          { id: 'different', label: t('conflict.different'), icon: 'unlink' },
          ...(match.decided ? [{ id: 'open', label: t('conflict.open'), icon: 'undo' } as const] : []),
        ]}
        onAction={(action) => {
          if (action === 'open') void undecide.run(pair);
          else setVerdict(action as Verdict);
        }}
      />
      {verdict && (
        <RecordDialog
          title={t(verdict === 'same' ? 'conflict.decideSame' : 'conflict.decideDifferent', {
            name: party.name,
            other: match.found,
          })}
          sections={[
            {
              fields: [
                {
                  name: 'reason',
                  kind: 'text',
                  lines: 2,
                  label: t('conflict.reason'),
                  hint: t('conflict.reasonHint'),
                  required: true,
                },
              ],
            },
          ]}
          initial={{ reason: match.decided?.reason ?? null }}
          submitLabel={t('conflict.record')}
          busy={decide.busy}
          problem={decide.problem}
          size="small"
          onSave={({ reason }) =>
            void decide
              .run({ ...pair, verdict, reason: reason as string })
              .then(() => setVerdict(null))
              .catch(() => {})
          }
          onClose={() => setVerdict(null)}
        />
      )}
    </>
  );
}
