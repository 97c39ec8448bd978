import { useCallback, useMemo, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatBytes } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Output } from '#shared/contract/index.ts';
import { FindField } from './FindField.tsx';
import { type Hit, hitsIn } from './find.ts';
import { MediaView } from './MediaView.tsx';
import { PdfView } from './PdfView.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { TextView } from './TextView.tsx';
import styles from './Viewer.module.css';

type Detail = Output<'exhibits.get'>;
export type ExhibitFile = Detail['files'][number];
type Mode = 'pages' | 'text' | 'original';

/** What is larger is not decrypted into the memory of the window at once. */
const MOST_IN_MEMORY = 512 * 1024 * 1024;
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** How a file may be shown, the usual way first. */
function modesOf({ kind, pages, size }: ExhibitFile): Mode[] {
  const fits = size <= MOST_IN_MEMORY;
  if (kind === 'pdf') return pages === null ? ['pages'] : ['pages', 'text'];
  if (kind === 'image') return fits ? ['original'] : [];
  if (kind === 'audio' || kind === 'video') return fits ? ['original'] : [];
  if (kind === 'text' || kind === 'word' || kind === 'mail') return pages === null ? ['text'] : ['pages', 'text'];
  return [];
}

/** One file of an exhibit: its pages, its text or itself, with a search in it. */
export function Viewer({
  detail,
  label,
  onSaveCopy,
  onNewFact,
}: {
  detail: Detail;
  /** How the exhibit is cited. */
  label: string;
  onSaveCopy(file: ExhibitFile): void;
  onNewFact(text: string, page: number): void;
}) {
  const t = useT('exhibits');
  const [fileId, setFileId] = useState(detail.files[0]?.id ?? null);
  const [chosenMode, setMode] = useState<Mode | null>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [page, setPage] = useState(1);
  const [target, setTarget] = useState({ number: 1 });
  const [pages, setPages] = useState<number | null>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const file = detail.files.find(({ id }) => id === fileId) ?? detail.files[0];
  const { data: text } = useCall('exhibits.text', { fileId: file?.id ?? '' }, { enabled: file !== undefined });
  const hits = useMemo(() => hitsIn(text ?? [], query), [text, query]);
  const modes = file ? modesOf(file) : [];
  const mode = chosenMode !== null && modes.includes(chosenMode) ? chosenMode : modes[0];
  const hit: Hit | null = hits[at % Math.max(1, hits.length)] ?? null;
  const walk = (by: -1 | 1) => {
    if (hits.length === 0) return;
    const next = (at + by + hits.length) % hits.length;
    setAt(next);
    if (hits[next]!.page !== hit?.page) setTarget({ number: hits[next]!.page });
  };
  const turn = (by: -1 | 1) => setTarget({ number: Math.max(1, Math.min(pages ?? 1, page + by)) });
  const larger = (by: -1 | 1) => {
    const now = zoom ?? 1;
    const next = by > 0 ? STEPS.find((step) => step > now + 0.01) : STEPS.findLast((step) => step < now - 0.01);
    setZoom(next ?? now);
  };
  useActions('exhibits', [
    { id: 'exhibits.larger', label: t('viewer.zoomIn'), icon: 'plus', shortcut: '+', run: () => larger(1) },
    { id: 'exhibits.smaller', label: t('viewer.zoomOut'), icon: 'minus', shortcut: '-', run: () => larger(-1) },
    { id: 'exhibits.fit', label: t('viewer.fit'), icon: 'panel', shortcut: '0', run: () => setZoom(null) },
  ]);
  const onPages = useCallback((count: number) => setPages(count), []);
  if (!file) return null;
  return (
    <div className={styles.viewer}>
      <div className={styles.bar}>
        {detail.files.length > 1 && (
          <div className={styles.files}>
            <Select
              label={t('viewer.file')}
              items={detail.files.map(({ id, name }) => ({ id, label: name }))}
              value={file.id}
              onChange={(id) => {
                setFileId(id);
                setTarget({ number: 1 });
                setPages(null);
                setAt(0);
              }}
            />
          </div>
        )}
        {mode === 'pages' && pages !== null && (
          <span className={styles.turn}>
            <IconButton icon="chevron-up" label={t('viewer.before')} isDisabled={page <= 1} onPress={() => turn(-1)} />
            <span className={styles.page}>{t('viewer.page', { page, pages })}</span>
            <IconButton
              icon="chevron-down"
              label={t('viewer.after')}
              isDisabled={page >= pages}
              onPress={() => turn(1)}
            />
          </span>
        )}
        {(text?.length ?? 0) > 0 && (
          <FindField
            query={query}
            at={hits.length === 0 ? 0 : (at % hits.length) + 1}
            all={hits.length}
            onQuery={(next) => {
              setQuery(next);
              setAt(0);
              const [first] = hitsIn(text ?? [], next);
              if (first) setTarget({ number: first.page });
            }}
            onWalk={walk}
          />
        )}
        <span className={styles.end}>
          {(mode === 'pages' || file.kind === 'image') && (
            <span className={styles.zoom}>
              <IconButton icon="minus" label={t('viewer.zoomOut')} shortcut="-" onPress={() => larger(-1)} />
              <IconButton icon="plus" label={t('viewer.zoomIn')} shortcut="+" onPress={() => larger(1)} />
              {zoom !== null && (
                <Button size="small" variant="quiet" onPress={() => setZoom(null)}>
                  {t('viewer.fit')}
                </Button>
              )}
            </span>
          )}
          {modes.length > 1 && (
            <fieldset className={styles.modes}>
              <legend className={styles.hidden}>{t('viewer.mode')}</legend>
              {modes.map((each) => (
                <button key={each} type="button" aria-pressed={mode === each} onClick={() => setMode(each)}>
                  {t(`viewer.${each}`)}
                </button>
              ))}
            </fieldset>
          )}
        </span>
      </div>
      {file.problems.length > 0 && (
        <div className={styles.problems}>
          <Notice tone="warn" title={t('viewer.problems')}>
            {file.problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </Notice>
        </div>
      )}
      <SelectionBar label={label} onNewFact={onNewFact}>
        {mode === 'pages' && (
          <PdfView
            key={file.id}
            t={t}
            file={file}
            zoom={zoom}
            query={query}
            hit={hit}
            page={target}
            onPage={setPage}
            onPages={onPages}
          />
        )}
        {mode === 'text' && <TextView t={t} fileId={file.id} query={query} hit={hit} />}
        {mode === 'original' && (
          <MediaView
            t={t}
            file={file}
            title={detail.exhibit.title}
            zoom={zoom}
            transcript={detail.exhibit.transcript}
          />
        )}
        {mode === undefined && (
          <div className={styles.none}>
            <p>
              {file.size > MOST_IN_MEMORY ? t('viewer.tooLarge', { size: formatBytes(file.size) }) : t('viewer.noView')}
            </p>
            <Button icon="download" onPress={() => onSaveCopy(file)}>
              {t('viewer.saveCopy')}
            </Button>
          </div>
        )}
      </SelectionBar>
    </div>
  );
}
