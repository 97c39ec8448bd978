import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import type { Exhibit } from '#renderer/rooms/exhibits/EvidenceChip.tsx';
import { exhibitChoices } from '#renderer/rooms/exhibits/names.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Input } from '#shared/contract/index.ts';
import type { Point, Side } from './Account.tsx';
import styles from './EvidenceDialog.module.css';

type Piece = Input<'issues.setEvidence'>['evidence'][number];

/** The evidence on one point, for both accounts: which exhibit, where in it, and whether it supports or contradicts. */
export function EvidenceDialog({
  point,
  side,
  exhibits,
  onClose,
}: {
  point: Point;
  /** On whose account a new piece is. */
  side: Side;
  exhibits: readonly Exhibit[];
  onClose(): void;
}) {
  const t = useT('issues');
  const save = useAct('issues.setEvidence', { done: t('evidence.done') });
  const first = exhibits[0]?.id;
  const blank = (): Piece[] =>
    first === undefined ? [] : [{ exhibitId: first, account: side, bearing: 'supports', pin: null, note: null }];
  const [pieces, setPieces] = useState<Piece[]>(() => {
    const there = point.evidence.map(({ exhibitId, account, bearing, pin, note }) => ({
      exhibitId,
      account,
      bearing,
      pin,
      note,
    }));
    return there.length > 0 ? there : blank();
  });
  const change = (at: number, patch: Partial<Piece>) =>
    setPieces((before) => before.map((piece, i) => (i === at ? { ...piece, ...patch } : piece)));
  const submit = () => {
    const evidence = pieces.map((piece) => ({ ...piece, pin: piece.pin?.trim() || null }));
    void save.run({ pointId: point.id, evidence }).then(onClose, () => {});
  };
  return (
    <Dialog title={t('evidence.title', { title: point.title })} isOpen onClose={onClose} size="large">
      {exhibits.length === 0 ? (
        <p className={styles.none}>{t('evidence.noExhibits')}</p>
      ) : (
        <Form
          onSubmit={submit}
          onCancel={onClose}
          submitLabel={t('evidence.save')}
          busy={save.busy}
          problem={save.problem}
        >
          {pieces.length === 0 && <p className={styles.none}>{t('evidence.none')}</p>}
          <ul className={styles.pieces}>
            {pieces.map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no id before they are saved.
              <li key={at} className={styles.piece}>
                <Select
                  label={t('evidence.exhibit')}
                  items={exhibitChoices(exhibits)}
                  value={piece.exhibitId}
                  onChange={(exhibitId) => change(at, { exhibitId })}
                />
                <Select
                  label={t('evidence.account')}
                  items={(['ours', 'theirs'] as const).map((id) => ({ id, label: t(`evidence.${id}`) }))}
                  value={piece.account}
                  onChange={(account) => change(at, { account: account as Side })}
                />
                <Select
                  label={t('evidence.bearing')}
                  items={(['supports', 'contradicts'] as const).map((id) => ({ id, label: t(`evidence.${id}`) }))}
                  value={piece.bearing}
                  onChange={(bearing) => change(at, { bearing: bearing as Piece['bearing'] })}
                />
                <TextField label={t('evidence.pin')} value={piece.pin ?? ''} onChange={(pin) => change(at, { pin })} />
                <div className={styles.end}>
                  <IconButton
                    icon="trash"
                    label={t('evidence.remove')}
                    onPress={() => setPieces((before) => before.filter((_, i) => i !== at))}
                  />
                </div>
              </li>
            ))}
          </ul>
          <div>
            <Button icon="plus" onPress={() => setPieces((before) => [...before, ...blank()])}>
              {t('evidence.add')}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
