import PostalMime, { type Address } from 'postal-mime';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { type Mail, mailDocument } from '#shared/domain/drafting/mail-pages.ts';
import { problem } from '#shared/problem.ts';

/** About 800 pages. */
const MOST_CHARACTERS = 2_000_000;
/** A mail within a mail within a mail: deeper is made to do harm. */
const DEPTH = 20;

/**
 * Reads a mail as it was sent: who, to whom, when, about what, its words and the names of what hangs on it. Nothing that
 * it refers to is fetched, and nothing in it is run.
 *
 * @throws ProblemError `mail-unreadable`
 */
export async function readMail(bytes: Uint8Array, name: string): Promise<Mail> {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: DEPTH, attachmentEncoding: 'arraybuffer' });
    const text = (mail.text ?? (mail.html ? wordsOf(mail.html) : '')).replace(/\r\n?/g, '\n').trim();
    return {
      from: mail.from ? [nameOf(mail.from)] : [],
      to: (mail.to ?? []).map(nameOf),
      cc: (mail.cc ?? []).map(nameOf),
      date: mail.headers.find(({ key }) => key === 'date')?.value ?? null,
      subject: mail.subject ?? null,
      messageId: mail.messageId ?? null,
      text: text.slice(0, MOST_CHARACTERS),
      isCut: text.length > MOST_CHARACTERS,
      attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? mimeType,
        bytes: typeof content === 'string' ? content.length : content.byteLength,
      })),
    };
  } catch (cause) {
    throw problem(
      'mail-unreadable',
      `${name} can’t be read as a mail. It is kept as it is.`,
      { hint: 'Open it in a mail program and save it as PDF.' },
      cause,
    );
  }
}

/** A mail as pages: its head as a table, its words, and what hung on it. */
export async function mailFileDocument(bytes: Uint8Array, name: string): Promise<BlockDocument> {
  return mailDocument(await readMail(bytes, name), name);
}

function nameOf(address: Address): string {
  if (address.group !== undefined) return `${address.name}: ${address.group.map(nameOf).join(', ')}`;
  return address.name && address.name !== address.address ? `${address.name} <${address.address}>` : address.address;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a mail that came as a web page only: lines where it has them, and nothing of its look. */
function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|li|h[1-6]|blockquote)\s*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, word) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
      if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
      return ENTITIES[String(word).toLowerCase()] ?? all;
    })
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}
