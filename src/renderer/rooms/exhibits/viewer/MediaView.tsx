import type { T } from '#renderer/app/i18n.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useObjectUrl } from './bytes.ts';
import styles from './MediaView.module.css';

/** A picture, sound or video, decrypted into memory; sound and video with what was written down of them. */
export function MediaView({
  t,
  file,
  title,
  zoom,
  transcript,
}: {
  t: T;
  file: { id: string; size: number; mime: string; kind: string };
  title: string;
  /** Of pictures: 1 is a pixel for a pixel; null fits the width. */
  zoom: number | null;
  transcript: string | null;
}) {
  const { url, problem } = useObjectUrl(file);
  if (problem) {
    return (
      <div className={styles.desk}>
        <Notice tone="danger" title={problem.message}>
          {problem.hint}
        </Notice>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls what it can focus.
    <section className={styles.desk} tabIndex={0} aria-label={t('viewer.region')}>
      {url === null && <p>{t('viewer.loading')}</p>}
      {url !== null && file.kind === 'image' && (
        <img
          className={styles.picture}
          src={url}
          alt={title}
          style={zoom === null ? undefined : { inlineSize: `${zoom * 100}%`, maxInlineSize: 'none' }}
        />
      )}
      {file.kind !== 'image' && (
        <div className={styles.played}>
          {/* biome-ignore-start lint/a11y/useMediaCaption: the transcript stands beneath; evidence gets no track. */}
          {url !== null && file.kind === 'audio' && (
            <audio className={styles.sound} src={url} controls aria-label={title} />
          )}
          {url !== null && file.kind === 'video' && (
            <video className={styles.video} src={url} controls aria-label={title} />
          )}
          {/* biome-ignore-end lint/a11y/useMediaCaption: as above. */}
          <h3 className={styles.head}>{t('viewer.transcript')}</h3>
          {transcript ? (
            <p className={styles.transcript} dir="auto">
              {transcript}
            </p>
          ) : (
            <p className={styles.quiet}>{t('viewer.noTranscript')}</p>
          )}
        </div>
      )}
    </section>
  );
}
