import { useCallback, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { ask } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import { fromBase64 } from '../viewer/bytes.ts';
import { PdfView } from '../viewer/PdfView.tsx';
import type { ReadPart } from '../viewer/pdf.ts';
import bar from '../viewer/Viewer.module.css';
import type { ExhibitFile } from '../viewer/Viewer.tsx';
import type { Box } from './boxes.ts';
import { MarkLayer, type Place } from './MarkLayer.tsx';
import { Panel } from './Panel.tsx';

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const NONE: readonly Place[] = [];

const readCopy: ReadPart = async (fileId, from, length) =>
  fromBase64((await ask('redaction.read', { fileId, from, length })).value.base64);

/** Marking what has to go from a file's pages, and making the copy from which it is gone. */
export function Redaction({ matterId, file, onClose }: { matterId: string; file: ExhibitFile; onClose(): void }) {
  const t = useT('redaction');
  const words = useT('exhibits');
  const { data } = useCall('redaction.marks', { fileId: file.id });
  const [view, setView] = useState('original');
  const [zoom, setZoom] = useState<number | null>(null);
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState<number | null>(null);
  const [target, setTarget] = useState({ number: 1 });
  const [reason, setReason] = useState('');
  // What opened it in the viewer opens it for the redaction: it is forgotten with this screen.
  const [password, setPassword] = useState<string>();
  const [found, setFound] = useState<readonly Place[]>(NONE);
  const [current, setCurrent] = useState<ReadonlySet<string>>(new Set());
  // Without a notice: the mark is seen where it was drawn, and Ctrl+Z takes it back.
  const add = useAct('redaction.addMarks');
  const marks = data?.marks ?? [];
  const copy = data?.copy ?? null;
  const isCopy = view === 'copy' && copy !== null;
  const draw = (on: number, box: Box) => {
    const mark = { page: on, ...box, term: null, reason: reason.trim() || null };
    void add.run({ fileId: file.id, marks: [mark] });
  };
  const larger = (by: -1 | 1) => {
    const now = zoom ?? 1;
    const next = by > 0 ? STEPS.find((step) => step > now + 0.01) : STEPS.findLast((step) => step < now - 0.01);
    setZoom(next ?? now);
  };
  useActions('exhibits', [
    { id: 'redaction.close', label: t('close'), icon: 'back', shortcut: 'Escape', notInText: true, run: onClose },
    { id: 'redaction.larger', label: words('viewer.zoomIn'), icon: 'plus', shortcut: '+', run: () => larger(1) },
    { id: 'redaction.smaller', label: words('viewer.zoomOut'), icon: 'minus', shortcut: '-', run: () => larger(-1) },
  ]);
  const onPages = useCallback((count: number) => setPages(count), []);
  const shown = isCopy
    ? { id: file.id, size: copy.size, kind: 'pdf', read: readCopy }
    : { id: file.id, size: file.size, kind: file.kind };
  return (
    <>
      <div className={bar.viewer}>
        <div className={bar.bar}>
          <Button size="small" variant="quiet" icon="back" onPress={onClose}>
            {t('close')}
          </Button>
          {pages !== null && (
            <span className={bar.turn}>
              <IconButton
                icon="chevron-up"
                label={words('viewer.before')}
                isDisabled={page <= 1}
                onPress={() => setTarget({ number: page - 1 })}
              />
              <span className={bar.page}>{words('viewer.page', { page, pages })}</span>
              <IconButton
                icon="chevron-down"
                label={words('viewer.after')}
                isDisabled={page >= pages}
                onPress={() => setTarget({ number: page + 1 })}
              />
            </span>
          )}
          <span className={bar.end}>
            <span className={bar.zoom}>
              <IconButton icon="minus" label={words('viewer.zoomOut')} shortcut="-" onPress={() => larger(-1)} />
              <IconButton icon="plus" label={words('viewer.zoomIn')} shortcut="+" onPress={() => larger(1)} />
              {zoom !== null && (
                <Button size="small" variant="quiet" onPress={() => setZoom(null)}>
                  {words('viewer.fit')}
                </Button>
              )}
            </span>
            {copy && (
              <Segments
                label={t('view')}
                items={[
                  { id: 'original', label: t('original') },
                  { id: 'copy', label: t('copy') },
                ]}
                value={isCopy ? 'copy' : 'original'}
                onChange={setView}
              />
            )}
          </span>
        </div>
        <PdfView
          // A copy that was made anew is another document.
          key={isCopy ? copy.sha256 : file.id}
          t={words}
          file={shown}
          zoom={zoom}
          query=""
          hit={null}
          page={target}
          onPage={setPage}
          onPages={onPages}
          onPassword={setPassword}
          overlay={(number, scale) =>
            !isCopy && (
              <MarkLayer
                t={t}
                page={number}
                scale={scale}
                marks={marks.filter((mark) => mark.page === number)}
                places={found.filter((place) => place.page === number)}
                current={current}
                onDraw={draw}
              />
            )
          }
        />
      </div>
      <Panel
        matterId={matterId}
        file={file}
        marks={marks}
        copy={copy}
        password={password}
        found={found}
        onFound={(places) => {
          setFound(places);
          setView('original');
          if (places[0]) setTarget({ number: places[0].page });
        }}
        reason={reason}
        onReason={setReason}
        onShow={(chosen) => {
          setView('original');
          setCurrent(new Set(chosen.map(({ id }) => id)));
          setTarget({ number: chosen[0]!.page });
        }}
        onMade={() => setView('copy')}
      />
    </>
  );
}
