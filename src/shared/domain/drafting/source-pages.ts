import type { Block, BlockDocument, DocumentMeta } from '../blocks/blocks.ts';
import { bold, heading, inline, para, printMeta, quiet } from '../blocks/build.ts';
import { hasUrdu, startsRightToLeft } from '../blocks/text.ts';

/** Pages for things that have none of their own: text, mail, chat. They say what they are made from. */

function meta(title: string, made: string): DocumentMeta {
  const base = printMeta(title, made);
  return { ...base, size: 10, footer: { ...base.footer, numbers: 'none' } };
}

/** Plain text, line by line as it stands in the file. */
export function textDocument(text: string, name: string): BlockDocument {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split(/\n[ \t]*\n/);
  const blocks: Block[] = lines.map((block) => para(keepIndent(block), startsRightToLeft(block) ? { lang: 'ur' } : {}));
  return { meta: meta(name, 'text file'), blocks: text.trim() === '' ? [para(quiet('The file is empty.'))] : blocks };
}

/** Spaces at the start of a line and between columns would fall together on paper. */
function keepIndent(text: string): string {
  return text.replace(/\t/g, '    ').replace(/^ +| {2,}/gm, (spaces) => '\u00A0'.repeat(spaces.length));
}

export interface Mail {
  from: string;
  to: string;
  cc: string | null;
  /** As the header gives it, with its zone. */
  date: string | null;
  subject: string;
  body: string;
  attachments: { name: string; size: number | null }[];
}

/** One mail: its head as a table, its text, and the names of what hung on it. */
export function mailDocument(mail: Mail): BlockDocument {
  const row = (label: string, value: string | null) =>
    value ? [{ cells: [inline(quiet(label)), inline(value)] }] : [];
  const files = mail.attachments.map(({ name, size }) =>
    size === null ? name : `${name} (${size.toLocaleString('en-GB')} bytes)`,
  );
  const body = textDocument(mail.body, mail.subject);
  return {
    meta: meta(mail.subject || 'Mail', 'mail'),
    blocks: [
      heading(1, mail.subject || 'Mail without a subject', { align: 'start' }),
      {
        kind: 'table',
        look: 'lines',
        columns: [
          { header: 'Head of the mail', width: 3 },
          { header: '', width: 14 },
        ],
        rows: [
          ...row('From', mail.from),
          ...row('To', mail.to),
          ...row('Copy', mail.cc),
          ...row('Date', mail.date),
          ...row('Attached', files.join('; ') || null),
        ],
      },
      ...body.blocks,
    ],
  };
}

export interface Chat {
  title: string;
  /** What it was exported from, and how its dates were read. */
  note: string;
  messages: ChatMessage[];
}

export interface ChatMessage {
  number: number;
  /** As exported, or normalised by the reader: "6 September 2026, 20:15". */
  at: string;
  sender: string | null;
  text: string;
  /** "image attached: P-7", "deleted", "edited". */
  remark: string | null;
}

/** A chat as a numbered table, so that a message can be cited by its number. */
export function chatDocument(chat: Chat): BlockDocument {
  return {
    meta: meta(chat.title, 'chat'),
    blocks: [
      heading(1, chat.title, { align: 'start' }),
      para(chat.note, { look: 'note' }),
      {
        kind: 'table',
        look: 'lines',
        columns: [
          { header: 'No.', width: 1.4, align: 'end' },
          { header: 'Time', width: 3.6 },
          { header: 'From and message', width: 12 },
        ],
        rows: chat.messages.map((message) => ({
          cells: [
            inline(String(message.number)),
            inline(message.at),
            inline([
              ...(message.sender ? [bold(message.sender), { kind: 'break' as const }] : []),
              hasUrdu(message.text) ? { kind: 'text' as const, text: message.text, lang: 'ur' as const } : message.text,
              ...(message.remark ? [' ', quiet(`[${message.remark}]`)] : []),
            ]),
          ],
        })),
      },
    ],
  };
}
