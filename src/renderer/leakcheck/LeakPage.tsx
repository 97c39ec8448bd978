import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { PdfPage } from '#renderer/rooms/exhibits/viewer/PdfPage.tsx';
import { openBytes } from '#renderer/rooms/exhibits/viewer/pdf.ts';
import styles from './LeakDialog.module.css';

/** Pixels of CSS in one point of paper. */
const PX = 96 / 72;
const A4 = { width: 595, height: 842 };

/** The page on which something was found, as wide as there is room, with the words marked. */
export function LeakPage({
  id,
  sha256,
  page,
  term,
  nth,
  label,
}: {
  id: string;
  sha256: string;
  page: number;
  term: string;
  /** Which of the places of the term on the page, from 0. */
  nth: number;
  label: string;
}) {
  const t = useT('leakcheck');
  const { data } = useCall('leakcheck.page', { id, sha256, page });
  const { pdf, size, isBroken } = usePage(data?.base64 ?? null);
  const desk = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(desk.current!);
    return () => observer.disconnect();
  }, []);
  const isMissing = isBroken || (data && data.base64 === null);
  return (
    <div ref={desk} className={styles.desk}>
      {isMissing && <p className={styles.quiet}>{t('noPreview')}</p>}
      {!isMissing && !pdf && <p className={styles.quiet}>{t('loading')}</p>}
      {pdf && room > 0 && (
        <PdfPage
          pdf={pdf}
          number={1}
          label={label}
          size={size}
          scale={Math.max(0.3, Math.min(PX, room / size.width))}
          desk={desk}
          query={term}
          current={nth}
        />
      )}
    </div>
  );
}

/** The page that came as base64, opened for as long as it is shown. */
function usePage(base64: string | null) {
  const [opened, setOpened] = useState<{ pdf: PDFDocumentProxy; size: { width: number; height: number } } | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (base64 === null) return;
    let isCurrent = true;
    const loading = openBytes(base64);
    const open = async () => {
      const pdf = await loading.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (isCurrent) setOpened({ pdf, size: { width, height } });
    };
    open().catch(() => isCurrent && setBroken(true));
    return () => {
      isCurrent = false;
      void loading.destroy();
    };
  }, [base64]);
  return { pdf: opened?.pdf ?? null, size: opened?.size ?? A4, isBroken };
}
