import type { GroundCode } from '../../packs/vocabulary.ts';
import { isolate } from '../blocks/text.ts';
import type { Disposal, InterimKind } from '../disposals/facts.ts';
import { DISPOSED_UR, INTERIM_UR, ON_GROUND_UR, SAYS_ITS_GROUND } from '../disposals/phrases.ts';
import type { Clause, MeritsVerdict } from './clauses.ts';
import type { StatusOrder, StatusProceeding, StatusRun } from './records.ts';
import { plain, type StatusWords, strong } from './words.ts';

/** The statement in Urdu. Its wording awaits a native advocate; until then every statement says so. */

const MONTHS = ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'];

/** "22 اپریل 2021". */
export function urduDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

export function urduName({ numberText, type, typeNative }: StatusProceeding): string {
  return numberText ? `مقدمہ ${numberText}` : `${typeNative ?? type} (نمبر درج نہیں)`;
}

export function urduForum({ forumName, forumNative }: StatusProceeding): string {
  return forumNative ? `${forumNative} (${forumName})` : forumName;
}

/** "دائرۂ اختیار نہ ہونے کی بنا پر ناقابلِ سماعت قرار دیا". */
function urduDisposal(disposal: string, ground: string | null): string {
  const done = DISPOSED_UR[disposal as Disposal] ?? disposal;
  if (ground !== null && SAYS_ITS_GROUND[disposal as Disposal] === ground) return done;
  if (ground === null) return `${done} (وجہ درج نہیں)`;
  return `${ON_GROUND_UR[ground as GroundCode] ?? ground} کی بنا پر ${done}`;
}

/** Curly quotation marks would cut a Latin phrase in two where it is isolated. */
const held = ({ detail }: StatusOrder) => (detail?.trim() ? ` (${detail.trim().replace(/[‘’]/g, "'")})` : '');
const provisionOf = ({ provision }: StatusProceeding) => (provision?.trim() ? ` (${provision.trim()})` : '');

const REACHED: Record<string, string> = {
  yes: 'میرٹ پر فیصلہ ہوا',
  no: 'میرٹ پر فیصلہ نہیں ہوا',
  obiter: 'میرٹ کا ذکر محض ضمناً ہوا',
};

export const urdu: StatusWords = {
  clause: say,
  join: () => '؛ ',
  stop: '۔',
  finish: isolate,
  marks: true,
  source: ({ date, shownBy }) => `حکم مورخہ ${urduDate(date)}، ${shownText(shownBy)}`,
};

function shownText(shownBy: StatusOrder['shownBy']): string {
  if (shownBy === null) return 'بمطابق اندراج';
  return shownBy.kind === 'exhibit' ? 'نقل شواہد میں شامل' : `مصدقہ نقل تیار ${urduDate(shownBy.readyOn)}`;
}

function say(part: Clause): StatusRun[] {
  switch (part.say) {
    case 'ended':
    case 'upheld': {
      const { proceeding, order } = part;
      const same = part.say === 'upheld' && part.sameGround;
      return [
        plain(`${urduName(proceeding)}${same ? '' : provisionOf(proceeding)}: `, proceeding.id),
        plain(`${urduForum(proceeding)} نے ${urduDate(order.date)} کو `, order.id),
        same
          ? strong('اسی بنا پر سابقہ حکم برقرار رکھا', order.id)
          : strong(urduDisposal(order.disposal!, order.ground), order.id),
        plain(same ? '' : held(order), order.id),
        ...(part.say === 'ended' && part.merits
          ? [plain(`، ${REACHED[order.merits ?? ''] ?? 'میرٹ پر فیصلے کا اندراج نہیں'}`, order.id)]
          : []),
      ].filter(({ text }) => text !== '');
    }
    case 'reversed': {
      const { proceeding, order } = part;
      const how =
        order.disposal === 'remanded'
          ? 'کالعدم کر کے ازسرِنو فیصلے کے لیے بھیجا'
          : order.disposal === 'partly-allowed'
            ? 'تبدیل کیا'
            : 'کالعدم قرار دیا';
      return [
        plain(`${urduForum(proceeding)} نے ${urduDate(order.date)} کو (${urduName(proceeding)}) اسے `, order.id),
        strong(how, order.id),
        plain(held(order), order.id),
      ].filter(({ text }) => text !== '');
    }
    case 'leave': {
      const { proceeding, order, stage } = part;
      return [
        plain(`${urduName(proceeding)}: ${urduForum(proceeding)} نے ${urduDate(order.date)} کو `, proceeding.id),
        strong('اپیل کی اجازت دی', order.id),
        plain(stage ? `؛ ${stage.trim()}` : '؛ اپیل زیرِ سماعت ہے', proceeding.id),
      ];
    }
    case 'pending': {
      const { proceeding, stage, as } = part;
      const name = `${urduName(proceeding)}${provisionOf(proceeding)}`;
      const at = stage ? `: ${stage.trim()}` : '';
      const lead = { first: '', again: '', challenge: 'اس کے خلاف ', anew: 'ازسرِنو دائر ' }[as];
      const still = as === 'again' ? 'دوبارہ زیرِ سماعت ہے' : 'زیرِ سماعت ہے';
      return [plain(`${lead}${name} ${urduForum(proceeding)} میں ${still}${at}`, proceeding.id)];
    }
    case 'interim': {
      const { order } = part;
      const what = INTERIM_UR[(order.interimKind ?? 'other') as InterimKind];
      const until = order.interimUntil ? `، ${urduDate(order.interimUntil)} تک نافذ` : '، نافذ';
      return [plain(`${urduDate(order.date)} کو ${what}${until}`, order.id)];
    }
    case 'stay-ended': {
      const { stayed } = part;
      const until = stayed.interimEndedOn ?? stayed.interimUntil;
      const end = until ? `${urduDate(until)} کو ختم ہوا` : 'ختم ہو چکا';
      return [plain(`${urduDate(stayed.date)} کا حکمِ التوا ${end}`, stayed.id)];
    }
    case 'open':
      return [
        plain(
          `چارہ جوئی کی مہلت باقی: ${part.ways.map(({ title, titleNative, due }) => `${titleNative ?? title}، ${urduDate(due)} تک`).join('؛ ')}`,
        ),
      ];
    case 'final':
      return [plain('حتمی درج ہے')];
    case 'not-recorded':
      return [plain('مزید کسی چارہ جوئی کا اندراج نہیں')];
    case 'next':
      return [plain(`آئندہ تاریخ ${urduDate(part.hearing.date)}`, part.hearing.id)];
    case 'merits':
      return meritsRuns(part.verdict);
    case 'nothing':
      return [plain('اس دن تک کوئی کارروائی شروع نہیں ہوئی تھی')];
  }
}

function meritsRuns({ reached, allegations, by, inPassing }: MeritsVerdict): StatusRun[] {
  const what = allegations ? 'الزامات پر' : 'مقدمے پر';
  const named = (list: MeritsVerdict['by']) =>
    list.map(({ proceeding, order }) => `${urduForum(proceeding)}، ${urduDate(order.date)}`).join('؛ ');
  const passing = inPassing.length > 0 ? [plain(`؛ محض ضمناً ذکر: ${named(inPassing)}`, inPassing[0]!.order.id)] : [];
  switch (reached) {
    case 'decided':
      return [strong('میرٹ پر فیصلہ ہوا', by[0]!.order.id), plain(`: ${named(by)}`, by[0]!.order.id), ...passing];
    case 'none':
      return [strong(`کسی فورم نے ${what} میرٹ کی بنیاد پر فیصلہ نہیں کیا`), ...passing];
    case 'unknown':
      return [plain('ہر حکم کے لیے یہ درج نہیں کہ میرٹ پر فیصلہ ہوا یا نہیں'), ...passing];
    case 'undecided':
      return [plain(`ابھی کسی فورم نے ${what} میرٹ کی بنیاد پر فیصلہ نہیں کیا`)];
  }
}
