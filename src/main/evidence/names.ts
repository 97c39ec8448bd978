import path from 'node:path';
import type { FileKind, Recognised } from './kinds.ts';

/** Marks that turn the direction of writing, and control characters: they are in no title. */
const MARKS = /[\u0000-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Those among them that change the order of what follows, and so can hide what a file's name ends in. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

const MOST = 500;

/** The name of a file as the title of its exhibit: without its ending, until somebody writes a better one. */
export function titleOf(name: string): string {
  const bare = path
    .parse(name)
    .name.replace(MARKS, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
  return [...(bare || name.replace(MARKS, '').trim() || 'Untitled')].slice(0, MOST).join('').trim();
}

/** What files of these endings are expected to be. */
const EXPECTED: Record<string, FileKind> = {
  '.pdf': 'pdf',
  '.docx': 'word',
  '.png': 'image',
  '.jpg': 'image',
  '.jpeg': 'image',
  '.gif': 'image',
  '.webp': 'image',
  '.ogg': 'audio',
  '.mp3': 'audio',
  '.wav': 'audio',
  '.m4a': 'audio',
  '.flac': 'audio',
  '.mp4': 'video',
  '.webm': 'video',
  '.avi': 'video',
};
const CALLED: Record<FileKind, string> = {
  pdf: 'a PDF',
  image: 'a picture',
  text: 'plain text',
  word: 'a Word file',
  mail: 'a mail',
  audio: 'sound',
  video: 'video',
  other: 'of no kind that is known: it may be damaged, or protected by a password',
};

/** What is to be known about a name: that it promises another content, or that it hides its ending. */
export function nameProblems(name: string, { kind }: Recognised): string[] {
  const problems: string[] = [];
  const expected = EXPECTED[path.extname(name).toLowerCase()];
  // Ogg, MP4 and WebM hold sound or video.
  const alike = kind === expected || ([kind, expected].includes('audio') && [kind, expected].includes('video'));
  if (expected && !alike)
    problems.push(
      `Its name says that it is ${CALLED[expected]}, but its content is ${CALLED[kind]}. It is kept as it is.`,
    );
  if (TURNING.test(name))
    problems.push(
      `Its name holds marks that turn the direction of writing, so that it may read as another name than it is. It ends in ${path.extname(name) || 'nothing'}.`,
    );
  return problems;
}
