import type { PdfFile } from './file.ts';
import { numberText } from './serialise.ts';
import { isDict, type PdfDict, type PdfValue } from './values.ts';

const MAX_DEPTH = 32;
const MAX_TEXT = 20_000;
/** Flags of fields (ISO 32000-1, 12.7.4.2 to 12.7.4.4). */
const MULTILINE = 1 << 12;
const PASSWORD = 1 << 13;
const COMB = 1 << 24;
const RADIO = 1 << 15;
const PUSH_BUTTON = 1 << 16;

/** A form field as it is to be drawn. */
export interface Field {
  readonly kind: 'text' | 'tick';
  readonly text: string;
  /** Across and up as its content stands, in points. */
  readonly width: number;
  readonly height: number;
  readonly turn: 0 | 90 | 180 | 270;
  /** 0 where the form leaves it open. */
  readonly size: number;
  /** The operator that sets the colour of the text. */
  readonly colour: string;
  /** 0 left, 1 centred, 2 right. */
  readonly align: number;
  readonly multiline: boolean;
  /** How many cells, each for one character; 0 where it has none. */
  readonly comb: number;
  readonly ground: string | null;
  readonly border: string | null;
  readonly borderWidth: number;
}

/** What a widget shows: its own entries and those of the fields above it. Null where it has no value to show. */
export function fieldOf(file: PdfFile, widget: PdfDict): Field | null {
  const get = (key: string): PdfValue => {
    let at: PdfValue = widget;
    for (let depth = 0; isDict(at) && depth < MAX_DEPTH; depth++) {
      const value = file.entry(at, key);
      if (value !== null) return value;
      at = file.entry(at, 'Parent');
    }
    return null;
  };
  const number = (value: PdfValue, usual: number) => (typeof value === 'number' ? value : usual);
  const flags = number(get('Ff'), 0);
  const shown = shownValue(file, widget, get, flags);
  const rect = file.entry(widget, 'Rect');
  if (!shown || !Array.isArray(rect)) return null;
  const [x0, y0, x1, y1] = rect.map((each) => number(file.deref(each), 0));
  const looks = file.entry(widget, 'MK');
  const turn = (((number(file.entry(looks, 'R'), 0) % 360) + 360) % 360) as Field['turn'];
  const across = Math.abs(x1! - x0!);
  const up = Math.abs(y1! - y0!);
  const form = file.entry(file.catalog, 'AcroForm');
  const style = get('DA') ?? file.entry(form, 'DA');
  const said = Buffer.isBuffer(style) ? style.toString('latin1') : '';
  const border = colourOf(file, looks, 'BC');
  const isComb = (flags & COMB) !== 0 && (flags & (MULTILINE | PASSWORD)) === 0;
  return {
    ...shown,
    width: turn % 180 === 0 ? across : up,
    height: turn % 180 === 0 ? up : across,
    turn: turn % 90 === 0 ? turn : 0,
    size: Math.min(200, Math.abs(Number(/(-?[\d.]+)\s+Tf/.exec(said)?.[1] ?? 0)) || 0),
    colour: /((?:[\d.]+\s+)(?:[\d.]+\s+[\d.]+\s+(?:[\d.]+\s+)?)?(?:g|rg|k))(?=\s|$)/.exec(said)?.[1] ?? '0 g',
    align: number(get('Q'), number(file.entry(form, 'Q'), 0)),
    multiline: (flags & MULTILINE) !== 0 && shown.kind === 'text',
    comb: isComb ? Math.min(500, Math.max(0, Math.floor(number(get('MaxLen'), 0)))) : 0,
    ground: colourOf(file, looks, 'BG'),
    border,
    borderWidth: border ? Math.min(10, Math.max(0, number(file.entry(file.entry(widget, 'BS'), 'W'), 1))) : 0,
  };
}

function shownValue(
  file: PdfFile,
  widget: PdfDict,
  get: (key: string) => PdfValue,
  flags: number,
): Pick<Field, 'kind' | 'text'> | null {
  const value = get('V');
  switch (get('FT')) {
    case 'Tx':
    case 'Ch': {
      const first = Array.isArray(value) ? file.deref(value[0]) : value;
      if (!Buffer.isBuffer(first) || first.length === 0) return null;
      const text = textOf(first).slice(0, MAX_TEXT);
      return { kind: 'text', text: flags & PASSWORD ? '*'.repeat(text.length) : text };
    }
    case 'Btn': {
      // Of a group of radio buttons only the widget itself knows whether it is the one.
      const state = file.entry(widget, 'AS') ?? (flags & RADIO ? null : value);
      const isTicked = typeof state === 'string' && state !== 'Off' && !(flags & PUSH_BUTTON);
      return isTicked ? { kind: 'tick', text: '' } : null;
    }
    default:
      return null;
  }
}

/** A colour of a widget's looks as three numbers. */
function colourOf(file: PdfFile, looks: PdfValue, key: string): string | null {
  const list = file.entry(looks, key);
  if (!Array.isArray(list)) return null;
  const parts = list.map((each) => file.deref(each));
  if (!parts.every((each) => typeof each === 'number')) return null;
  const [a = 0, b = 0, c = 0, k = 0] = parts;
  const rgb =
    parts.length === 1
      ? [a, a, a]
      : parts.length === 3
        ? [a, b, c]
        : parts.length === 4
          ? [(1 - a) * (1 - k), (1 - b) * (1 - k), (1 - c) * (1 - k)]
          : null;
  return rgb?.map((each) => numberText(Math.min(1, Math.max(0, each)))).join(' ') ?? null;
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 where it says so, otherwise of single bytes. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const units = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
    return units.swap16().toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}
