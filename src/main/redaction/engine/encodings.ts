/**
 * What the codes and glyph names of simple fonts stand for (ISO 32000-1, annex D). Only letters and figures matter for
 * finding terms, so signs are left out: whatever is not known here is no part of a word.
 */

const UPPER_GREEK = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const LOWER_GREEK = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const STANDARD_UPPER: Readonly<Record<number, string>> = {
  174: 'fi',
  175: 'fl',
  225: 'Æ',
  227: 'ª',
  232: 'Ł',
  233: 'Ø',
  234: 'Œ',
  235: 'º',
  241: 'æ',
  245: 'ı',
  248: 'ł',
  249: 'ø',
  250: 'œ',
  251: 'ß',
};

const windows = new TextDecoder('windows-1252');
const mac = new TextDecoder('macintosh');

/** The text of a code in one of the encodings that have a name; StandardEncoding when it is not known. */
export function codeText(encoding: string | null, code: number): string {
  if (encoding === 'WinAnsiEncoding') return windows.decode(Uint8Array.of(code));
  if (encoding === 'MacRomanEncoding') return mac.decode(Uint8Array.of(code));
  if (encoding === 'Symbol') {
    if (code >= 65 && code <= 90) return UPPER_GREEK[code - 65]!;
    if (code >= 97 && code <= 122) return LOWER_GREEK[code - 97]!;
  }
  if (code >= 32 && code < 127) return String.fromCharCode(code);
  return STANDARD_UPPER[code] ?? '';
}

const FIGURES = 'zero one two three four five six seven eight nine'.split(' ');
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'.split(
    ' ',
  );
const ARABIC =
  'hamza alefmaddaabove alefhamzaabove wawhamzaabove alefhamzabelow yehhamzaabove alef beh tehmarbuta teh theh jeem hah khah dal thal reh zain seen sheen sad dad tah zah ain ghain - - - - - tatweel feh qaf kaf lam meem noon heh waw alefmaksura yeh'.split(
    ' ',
  );
const NAMES = new Map<string, string>([
  ['space', ' '],
  ['nbspace', ' '],
  ['hyphen', '-'],
  ['AE', 'Æ'],
  ['ae', 'æ'],
  ['OE', 'Œ'],
  ['oe', 'œ'],
  ['Oslash', 'Ø'],
  ['oslash', 'ø'],
  ['Eth', 'Ð'],
  ['eth', 'ð'],
  ['Thorn', 'Þ'],
  ['thorn', 'þ'],
  ['Lslash', 'Ł'],
  ['lslash', 'ł'],
  ['Dcroat', 'Đ'],
  ['dcroat', 'đ'],
  ['germandbls', 'ß'],
  ['dotlessi', 'ı'],
  ['longs', 'ſ'],
  ['ff', 'ff'],
  ['fi', 'fi'],
  ['fl', 'fl'],
  ['ffi', 'ffi'],
  ['ffl', 'ffl'],
  ['at', '@'],
  ['period', '.'],
  ['ordfeminine', 'a'],
  ['ordmasculine', 'o'],
  ...FIGURES.map((name, i) => [name, String(i)] as const),
  ...GREEK.flatMap((name, i) => [
    [name, String.fromCharCode(0x391 + i)] as const,
    [name.toLowerCase(), String.fromCharCode(0x3b1 + i)] as const,
  ]),
  ...ARABIC.map((name, i) => [`${name}arabic`, String.fromCharCode(0x621 + i)] as const),
]);
const ACCENTED =
  /^([A-Za-z])(?:acute|grave|circumflex|dieresis|tilde|ring|cedilla|caron|breve|macron|ogonek|dotaccent|hungarumlaut|commaaccent|dotbelow|hookabove)+$/;

/** The text of a glyph name (as the Adobe Glyph List and its rules have it); '' when it says nothing. */
export function glyphText(name: string): string {
  const plain = name.split('.')[0]!;
  if (plain.includes('_')) return plain.split('_').map(glyphText).join('');
  if (/^[A-Za-z]$/.test(plain)) return plain;
  const known = NAMES.get(plain) ?? NAMES.get(plain.replace(/(?:initial|medial|final|isolated)arabic$/, 'arabic'));
  if (known !== undefined) return known;
  const hex = /^(?:uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6}))$/.exec(plain);
  if (hex)
    return (hex[1]?.match(/.{4}/g) ?? [hex[2]!]).map((digits) => pointText(Number.parseInt(digits, 16))).join('');
  return ACCENTED.exec(plain)?.[1] ?? afii(plain);
}

function pointText(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

/** The names `afii…` of Cyrillic, Arabic and their figures. */
function afii(name: string): string {
  const number = Number(/^afii(\d{5})$/.exec(name)?.[1] ?? 0);
  if (number === 10023) return 'Ё';
  if (number === 10071) return 'ё';
  if (number >= 10017 && number <= 10049) return String.fromCharCode(0x410 + number - 10017 - (number > 10023 ? 1 : 0));
  if (number >= 10065 && number <= 10097) return String.fromCharCode(0x430 + number - 10065 - (number > 10071 ? 1 : 0));
  if (number >= 57392 && number <= 57401) return String(number - 57392);
  if (number >= 57409 && number <= 57434) return String.fromCharCode(0x621 + number - 57409);
  if (number >= 57440 && number <= 57450) return String.fromCharCode(0x640 + number - 57440);
  return '';
}
