import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { markWords } from './find.ts';
import styles from './Palette.module.css';
import type { Line } from './palette-groups.ts';

/** One result: what it is called, what stands beside the name, and at the end its basis, its day or its keys. */
export function PaletteLine({ line, query }: { line: Line; query: string }) {
  return (
    <>
      <Icon name={line.icon} size={18} />
      <span className={styles.text}>
        <bdi className={line.isName ? styles.name : undefined}>
          <Marked text={line.label} query={query} />
        </bdi>
        {line.detail && (
          <span className={styles.detail}>
            <bdi>
              <Marked text={line.detail} query={query} />
            </bdi>
          </span>
        )}
      </span>
      {line.end && <span className={line.tone === undefined ? styles.end : styles[line.tone]}>{line.end}</span>}
      {line.shortcut && (
        <span aria-hidden="true">
          <Kbd>{line.shortcut}</Kbd>
        </span>
      )}
    </>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  return markWords(text, query).map(({ text: piece, isHit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and are drawn anew with each letter.
    isHit ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
  );
}
