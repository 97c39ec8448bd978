import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { makePdf, streamBody } from '../bundles/make-pdf.ts';
import type { Case } from './checking.ts';

/** Pages that are pictures, with a text layer over them, in every way in which a picture can be packed. */

const WIDTH = 400;
const HEIGHT = 200;
const folder = path.join(import.meta.dirname, '..', '..', 'fixtures', 'redaction');
/** The same line of text, as one bit a pixel (1 is white) and packed by other programs. */
const fixture = (name: string) => readFileSync(path.join(folder, name));

/** The picture with so many values a pixel, each of so many bits. */
function samples(bits: number, colours: number): Buffer {
  const source = fixture('scan.bits');
  const row = Math.ceil((WIDTH * bits * colours) / 8);
  const out = Buffer.alloc(row * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      if (((source[(y * WIDTH + x) >> 3]! >> (7 - (x & 7))) & 1) === 0) continue;
      for (let bit = x * bits * colours; bit < (x + 1) * bits * colours; bit++)
        out[y * row + (bit >> 3)]! |= 128 >> (bit & 7);
    }
  return out;
}

const inverted = (bytes: Buffer) => Buffer.from(bytes.map((byte) => ~byte & 255));

/** Rows with the filter "up" of PNG before them. */
function predicted(data: Buffer, row: number): Buffer {
  const out: Buffer[] = [];
  for (let y = 0; y * row < data.length; y++) {
    const line = Buffer.alloc(row + 1);
    line[0] = 2;
    for (let x = 0; x < row; x++) line[x + 1] = data[y * row + x]! - (y > 0 ? data[(y - 1) * row + x]! : 0);
    out.push(line);
  }
  return Buffer.concat(out);
}

function ascii85(bytes: Buffer): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(4)]).subarray(0, 4);
    let word = group.readUInt32BE(0);
    const digits: string[] = [];
    for (let i = 0; i < 5; i++) {
      digits.unshift(String.fromCharCode(33 + (word % 85)));
      word = Math.floor(word / 85);
    }
    out += digits.join('').slice(0, Math.min(5, bytes.length - at + 1));
  }
  return `${out}~>`;
}

function runLength(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 128) {
    const part = bytes.subarray(at, at + 128);
    parts.push(Buffer.from([part.length - 1]), part);
  }
  return Buffer.concat([...parts, Buffer.from([128])]);
}

const SIZE = `/Type/XObject/Subtype/Image/Width ${WIDTH}/Height ${HEIGHT}`;
const image = (data: string | Buffer, entries: string) => streamBody(data, SIZE + entries);
const flate = (data: Buffer, entries: string) => image(deflateSync(data), `${entries}/Filter/FlateDecode`);

/** A picture as an object, with further objects from number 7 on. */
const IMAGES: Readonly<Record<string, () => readonly string[]>> = {
  'bits without a filter': () => [image(samples(1, 1), '/ColorSpace/DeviceGray/BitsPerComponent 1')],
  'grey, deflated': () => [flate(samples(8, 1), '/ColorSpace/DeviceGray/BitsPerComponent 8')],
  'grey of four bits': () => [flate(samples(4, 1), '/ColorSpace/DeviceGray/BitsPerComponent 4')],
  'grey of sixteen bits': () => [flate(samples(16, 1), '/ColorSpace/DeviceGray/BitsPerComponent 16')],
  'colours, deflated': () => [flate(samples(8, 3), '/ColorSpace/DeviceRGB/BitsPerComponent 8')],
  'four inks': () => [flate(inverted(samples(8, 4)), '/ColorSpace/DeviceCMYK/BitsPerComponent 8')],
  'a palette': () => [flate(samples(1, 1), '/ColorSpace[/Indexed/DeviceRGB 1<000000ffffff>]/BitsPerComponent 1')],
  'calibrated colours': () => [
    flate(samples(8, 3), '/ColorSpace[/CalRGB<</WhitePoint[0.95 1 1.09]>>]/BitsPerComponent 8'),
  ],
  'rows predicted': () => [
    flate(
      predicted(samples(8, 3), WIDTH * 3),
      `/ColorSpace/DeviceRGB/BitsPerComponent 8/DecodeParms<</Predictor 15/Colors 3/Columns ${WIDTH}>>`,
    ),
  ],
  'run lengths': () => [
    image(runLength(samples(8, 1)), '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/RunLengthDecode'),
  ],
  'base 85 over deflate': () => [
    image(
      ascii85(deflateSync(samples(8, 1))),
      '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter[/ASCII85Decode/FlateDecode]',
    ),
  ],
  hexadecimal: () => [
    image(`${samples(1, 1).toString('hex')}>`, '/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/ASCIIHexDecode'),
  ],
  'a stencil': () => [flate(samples(1, 1), '/ImageMask true')],
  'a stencil turned about': () => [flate(inverted(samples(1, 1)), '/ImageMask true/Decode[1 0]')],
  'decoded turned about': () => [
    flate(inverted(samples(8, 1)), '/ColorSpace/DeviceGray/BitsPerComponent 8/Decode[1 0]'),
  ],
  'a soft mask that is the text': () => [
    flate(Buffer.alloc(WIDTH * HEIGHT), '/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 7 0 R'),
    flate(inverted(samples(8, 1)), '/ColorSpace/DeviceGray/BitsPerComponent 8'),
  ],
  'a hard mask that is the text': () => [
    flate(Buffer.alloc(WIDTH * HEIGHT), '/ColorSpace/DeviceGray/BitsPerComponent 8/Mask 7 0 R'),
    flate(samples(1, 1), '/ImageMask true'),
  ],
  'a range of colours masked': () => [flate(samples(8, 1), '/ColorSpace/DeviceGray/BitsPerComponent 8/Mask[255 255]')],
  JPEG: () => [image(fixture('scan.jpg'), '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode')],
  'JPEG, deflated once more': () => [
    image(
      deflateSync(fixture('scan.jpg')),
      '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter[/FlateDecode/DCTDecode]/DecodeParms[null<</ColorTransform 1>>]',
    ),
  ],
  'JPEG 2000': () => [image(fixture('scan.jp2'), '/Filter/JPXDecode')],
  'fax of group 4': () => [
    image(
      fixture('scan.g4'),
      `/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${WIDTH}/Rows ${HEIGHT}>>`,
    ),
  ],
  'fax of group 3': () => [
    image(
      fixture('scan.g3'),
      `/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K 0/EndOfLine true/Columns ${WIDTH}/Rows ${HEIGHT}>>`,
    ),
  ],
  'a stencil by fax': () => [
    image(
      fixture('scan.g4'),
      `/ImageMask true/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${WIDTH}/Rows ${HEIGHT}>>`,
    ),
  ],
  JBIG2: () => [image(fixture('scan.jb2'), '/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode')],
};

const NAME = 'Zarmina Qadir';
const LAYER = `BT 3 Tr /F 14 Tf 40 100 Td (Before ${NAME} after) Tj 0 -50 Td (A second line that stays) Tj ET`;

function page(content: string, image: readonly string[], entries = ''): Buffer {
  return makePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[4 0 R]>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>/Contents 5 0 R${entries}>>`,
    streamBody(content),
    ...image,
  ]);
}

export function scanCases(): Case[] {
  const all = Object.entries(IMAGES).map(([name, make]) => ({
    name: `scan: ${name}`,
    pdf: page(`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q ${LAYER}`, make()),
    // Poppler 22 draws stripes over a JBIG2 picture that is packed as fax.
    looksOther: name === 'JBIG2',
  }));
  const inline = `BI /W ${WIDTH} /H ${HEIGHT} /BPC 1 /CS /G /F /AHx ID ${samples(1, 1).toString('hex')}> EI`;
  const turned = page(
    `q 0 ${WIDTH} -${HEIGHT} 0 ${HEIGHT} 0 cm /I Do Q q 0 1 -1 0 ${HEIGHT} 0 cm ${LAYER} Q`,
    IMAGES.JPEG!(),
    `/MediaBox[0 0 ${HEIGHT} ${WIDTH}]/Rotate 90`,
  );
  return [
    ...all,
    { name: 'scan: inline', pdf: page(`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm ${inline} Q ${LAYER}`, []) },
    { name: 'scan: lying, on a turned page', pdf: turned },
  ].map((each) => ({ ...each, terms: [NAME], count: 1, kept: ['Before', 'after', 'second line'] }));
}
