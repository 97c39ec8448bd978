import { PasswordResponses, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { T } from '#renderer/app/i18n.ts';
import { problemOf } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Problem } from '#shared/problem.ts';
import type { Hit } from './find.ts';
import { PdfPage } from './PdfPage.tsx';
import styles from './PdfView.module.css';
import { openPages, openPdf, type ReadPart } from './pdf.ts';

/** Pixels of CSS in one point of paper. */
const PX = 96 / 72;
/** Beside a page, in pixels. */
const MARGIN = 48;

/** The pages of a file under one another; only those near what is in sight are drawn, so that memory stays flat. */
export function PdfView({
  t,
  file,
  zoom,
  query,
  hit,
  page,
  onPage,
  onPages,
  overlay,
  onPassword,
}: {
  t: T;
  /** `read` where it is not the file itself that is shown. */
  file: { id: string; size: number; kind: string; read?: ReadPart };
  /** 1 is the size of the paper; null fits the width. */
  zoom: number | null;
  query: string;
  hit: Hit | null;
  /** Where to go, each time that it is given anew. */
  page: { number: number };
  onPage(page: number): void;
  onPages(count: number): void;
  /** What lies over a page, whose points are so many pixels. */
  overlay?: (page: number, scale: number) => ReactNode;
  /** The password that was typed to open it, right or wrong. */
  onPassword?: (password: string) => void;
}) {
  const desk = useRef<HTMLDivElement>(null);
  const { pdf, size, problem, lock } = usePdf(file);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    if (pdf) onPages(pdf.numPages);
  }, [pdf, onPages]);
  const isDesk = problem === null && lock === null;
  useEffect(() => {
    // The desk is another one after the question for a password.
    if (!isDesk || !desk.current) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(desk.current);
    return () => observer.disconnect();
  }, [isDesk]);
  const went = useRef<object | null>(null);
  useEffect(() => {
    // Once for each time that it is asked: a window that changes its size stays where it is.
    if (!pdf || room === 0 || went.current === page) return;
    went.current = page;
    sheetOf(desk, page.number)?.scrollIntoView({ block: 'start' });
  }, [page, pdf, room]);
  if (problem) {
    return (
      <div className={styles.desk}>
        <Notice tone="danger" title={t('viewer.broken')}>
          {problem.code === 'internal' ? null : [problem.message, problem.hint].filter(Boolean).join(' ')}
        </Notice>
      </div>
    );
  }
  if (lock) {
    const give = (password: string) => {
      onPassword?.(password);
      lock.give(password);
    };
    return <PasswordField t={t} wasWrong={lock.wasWrong} onGive={give} />;
  }
  const scale = zoom ?? Math.max(0.3, Math.min(1.6, (room - MARGIN) / ((size?.width ?? 595) * PX)));
  const look = () => {
    const box = desk.current;
    if (!box) return;
    const line = box.scrollTop + box.clientHeight / 3;
    const sheets = [...box.querySelectorAll<HTMLElement>('[data-page]')];
    const shown = sheets.findLast((sheet) => sheet.offsetTop <= line) ?? sheets[0];
    if (shown) onPage(Number(shown.dataset.page));
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls what it can focus.
    <section ref={desk} className={styles.desk} tabIndex={0} aria-label={t('viewer.region')} onScroll={look}>
      {pdf && size && room > 0 ? (
        Array.from({ length: pdf.numPages }, (_, i) => (
          <PdfPage
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number alone.
            key={i}
            pdf={pdf}
            number={i + 1}
            label={t('viewer.pageOf', { page: i + 1 })}
            size={size}
            scale={scale * PX}
            desk={desk}
            query={query}
            current={hit?.page === i + 1 ? hit.nth : null}
            overlay={overlay?.(i + 1, scale * PX)}
          />
        ))
      ) : (
        <p className={styles.quiet}>{t('viewer.loading')}</p>
      )}
    </section>
  );
}

const sheetOf = (desk: RefObject<HTMLElement | null>, page: number) =>
  desk.current?.querySelector<HTMLElement>(`[data-page="${page}"]`);

interface Opened {
  pdf: PDFDocumentProxy | null;
  /** Of its first page, in points. */
  size: { width: number; height: number } | null;
  problem: Problem | null;
  /** It asks for a password, which is used for this once and kept nowhere. */
  lock: { wasWrong: boolean; give(password: string): void } | null;
}

const CLOSED: Opened = { pdf: null, size: null, problem: null, lock: null };

/** The document, for as long as it is shown. */
function usePdf({ id, size: bytes, kind, read }: { id: string; size: number; kind: string; read?: ReadPart }): Opened {
  const [state, setState] = useState(CLOSED);
  useEffect(() => {
    let isCurrent = true;
    let end: (() => Promise<void>) | undefined;
    setState(CLOSED);
    const fail = (error: unknown) => {
      if (isCurrent) setState({ ...CLOSED, problem: problemOf(error) });
    };
    const open = async () => {
      const task = kind === 'pdf' ? openPdf({ id, size: bytes }, fail, read) : await openPages(id);
      end = () => task.destroy();
      if (!isCurrent) return void end();
      task.onPassword = (answer: (password: string) => void, reason: number) => {
        const give = (password: string) => {
          setState(CLOSED);
          answer(password);
        };
        if (isCurrent)
          setState({ ...CLOSED, lock: { wasWrong: reason === PasswordResponses.INCORRECT_PASSWORD, give } });
      };
      const pdf = await task.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (isCurrent) setState({ ...CLOSED, pdf, size: { width, height } });
    };
    open().catch(fail);
    return () => {
      isCurrent = false;
      void end?.().catch(() => {});
    };
  }, [id, bytes, kind, read]);
  return state;
}

function PasswordField({ t, wasWrong, onGive }: { t: T; wasWrong: boolean; onGive(password: string): void }) {
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.lock}
      onSubmit={(event) => {
        event.preventDefault();
        onGive(password);
      }}
    >
      <TextField
        label={t('viewer.password')}
        hint={t('viewer.passwordHint')}
        error={wasWrong ? t('viewer.passwordWrong') : undefined}
        value={password}
        onChange={setPassword}
        secret
      />
      <div>
        <Button type="submit" icon="unlock" isDisabled={password === ''}>
          {t('viewer.unlock')}
        </Button>
      </div>
    </form>
  );
}
