import { useState } from 'react';
import { formatBytes, formatDay, formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import { Passwords } from './Passwords.tsx';
import styles from './ResultDialog.module.css';
import { inFours } from './VersionsDialog.tsx';

type Made = NonNullable<Output<'bundles.produce'>>;
type Check = Made['checks'][number];

const RESULT = {
  true: { mark: 'clear', word: 'result.passed' },
  false: { mark: 'stop', word: 'result.failed' },
  null: { mark: 'note', word: 'result.see' },
} as const;
const resultOf = ({ ok }: Check) => RESULT[String(ok) as keyof typeof RESULT];
/** What failed first, then what is to be seen, then what passed. */
const ORDER = [false, null, true];

/** What was made: where it is, its hash, what was checked on it and what had to be left out. */
export function ResultDialog({ id, made: first, onClose }: { id: string; made: Made; onClose(): void }) {
  const t = useT('bundles');
  const [made, setMade] = useState(first);
  const report = useLeaving('bundles.exportReport');
  const { files, checks, skipped } = made;
  const count = (ok: boolean | null) => checks.filter((check) => check.ok === ok).length;
  const isFolder = files.every(({ pages }) => pages === 0);
  return (
    <Dialog
      title={t(skipped.length > 0 ? 'result.skippedTitle' : 'result.title')}
      isOpen
      onClose={onClose}
      size="large"
    >
      <Facts
        items={[
          { term: t('result.path'), value: <bdi>{made.path}</bdi> },
          ...(isFolder ? [] : [{ term: t('result.pages'), value: formatNumber(made.pages) }]),
          { term: t('result.size'), value: formatBytes(made.bytes) },
          ...(files.length === 1 || isFolder
            ? [{ term: t('result.hash'), value: <code className={styles.hash}>{inFours(made.sha256)}</code> }]
            : []),
        ]}
      />
      {files.length > 1 && (
        <Section title={t('result.files')} count={files.length}>
          <ul>
            {files.map((file) => (
              <li key={file.path} className={styles.file}>
                <bdi>{file.path.split(/[/\\]/).at(-1)}</bdi>
                <span className={styles.extent}>
                  {file.pages > 0 && `${formatNumber(file.pages)} ${t('foot.pages', { count: file.pages })} · `}
                  {formatBytes(file.bytes)}
                </span>
                <code className={styles.hash}>{inFours(file.sha256)}</code>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {skipped.length > 0 && (
        <Section title={t('result.skipped')} count={skipped.length}>
          <ul className={styles.list}>
            {skipped.map(({ file, reason }) => (
              <li key={`${file} ${reason}`}>
                <Notice tone="danger" title={file}>
                  {reason}
                </Notice>
              </li>
            ))}
          </ul>
          <LockedFiles id={id} made={made} onMade={setMade} />
        </Section>
      )}
      <Section
        title={t('result.checks')}
        note={t('result.summary', { passed: count(true), failed: count(false), see: count(null) })}
        actions={
          isFolder ? null : (
            <Button size="small" icon="print" onPress={() => void report.run({ id, files, checks }).catch(() => {})}>
              {t('result.report')}
            </Button>
          )
        }
      >
        <ul>
          {checks
            .toSorted((a, b) => ORDER.indexOf(a.ok) - ORDER.indexOf(b.ok))
            .map((check) => (
              <CheckLine key={`${check.id} ${check.message}`} check={check} />
            ))}
        </ul>
      </Section>
      {report.dialog}
    </Dialog>
  );
}

/** Asks for the passwords of what was left out because it is locked, and makes the file again in its place. */
function LockedFiles({ id, made, onMade }: { id: string; made: Made; onMade(made: Made): void }) {
  const t = useT('bundles');
  const { run, busy, dialog } = useLeaving('bundles.produce');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const locked = [...new Set(made.skipped.flatMap(({ file, locked }) => (locked ? [file] : [])))];
  const [only, ...more] = made.files;
  // Volumes may be cut otherwise by what is added: those are made anew from the builder.
  if (locked.length === 0 || !only || more.length > 0) return null;
  const given = Object.fromEntries(locked.flatMap((file) => (typed[file] ? [[file, typed[file]]] : [])));
  const again = () => {
    if (Object.keys(given).length === 0) return;
    run({ id, path: only.path, overwrite: true, passwords: given }).then(
      (next) => next && onMade(next),
      () => {},
    );
  };
  return (
    <div className={styles.unlock}>
      <Form submitLabel={t('result.unlock')} busy={busy} onSubmit={again}>
        <Passwords files={locked} typed={typed} onChange={setTyped} hint={t('result.passwordHint')} />
      </Form>
      {dialog}
    </div>
  );
}

function CheckLine({ check }: { check: Check }) {
  const t = useT('bundles');
  const { id, message, severity, detail, citation, checkedOn } = check;
  const { mark, word } = resultOf(check);
  return (
    <li className={styles.check}>
      <Mark
        name={mark === 'stop' && severity !== undefined && severity !== 'error' ? 'objection' : mark}
        label={t(word)}
      />
      <code className={styles.id}>{id}</code>
      <span>
        {message}
        {detail && <span className={styles.detail}> {detail}</span>}
        {citation && (
          <span className={styles.source}>
            {checkedOn ? t('result.source', { citation, day: formatDay(checkedOn) }) : citation}
          </span>
        )}
      </span>
    </li>
  );
}
