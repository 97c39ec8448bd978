import { useT } from '#renderer/app/i18n.ts';
import type { Choice } from '#renderer/forms/fields.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Input } from '#shared/contract/index.ts';
import styles from './SourceRows.module.css';

export type Source = Input<'facts.add'>['sources'][number];

/** The documents that a fact rests on, each with its place in them. */
export function SourceRows({
  sources,
  documents,
  onChange,
}: {
  sources: readonly Source[];
  /** Exhibits as `exhibit:id`, orders as `order:id`, and '' for what is neither. */
  documents: readonly Choice[];
  onChange(sources: Source[]): void;
}) {
  const t = useT('chronology');
  const change = (at: number, patch: Partial<Source>) =>
    onChange(sources.map((source, i) => (i === at ? { ...source, ...patch } : source)));
  return (
    <fieldset className={styles.sources}>
      <legend className={styles.legend}>{t('field.sources')}</legend>
      {sources.length === 0 && <p className={styles.none}>{t('source.none')}</p>}
      {sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sources have no id before they are saved.
        <div key={at} className={styles.source}>
          <Select
            label={t('source.document')}
            items={documents}
            value={source.exhibitId ? `exhibit:${source.exhibitId}` : source.orderId ? `order:${source.orderId}` : ''}
            onChange={(id) => {
              const [kind, rest = null] = id.split(':');
              change(at, {
                exhibitId: kind === 'exhibit' ? rest : null,
                orderId: kind === 'order' ? rest : null,
              });
            }}
          />
          <TextField label={t('source.pin')} value={source.pin ?? ''} onChange={(pin) => change(at, { pin })} />
          <TextField label={t('source.note')} value={source.note ?? ''} onChange={(note) => change(at, { note })} />
          <IconButton
            icon="trash"
            label={t('source.remove')}
            onPress={() => onChange(sources.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          icon="plus"
          onPress={() => {
            const [kind, rest = null] = (documents[0]?.id ?? '').split(':');
            const exhibitId = kind === 'exhibit' ? rest : null;
            const orderId = kind === 'order' ? rest : null;
            onChange([...sources, { exhibitId, orderId, pin: null, note: null }]);
          }}
        >
          {t('source.add')}
        </Button>
      </div>
    </fieldset>
  );
}
