import type { GroundCode } from '../../packs/vocabulary.ts';
import type { Disposal, InterimKind } from './facts.ts';

/** The words of disposals and grounds inside a sentence, in English and Urdu. The Urdu awaits a native advocate. */

/** What was done, as the part of a sentence that follows the proceeding's name. */
export const DISPOSED: Record<Disposal, string> = {
  allowed: 'allowed',
  'partly-allowed': 'allowed in part',
  dismissed: 'dismissed',
  rejected: 'rejected',
  refused: 'refused',
  'not-entertained': 'not entertained',
  returned: 'returned',
  remanded: 'remanded',
  withdrawn: 'withdrawn',
  settled: 'settled',
  abated: 'held to have abated',
  infructuous: 'disposed of as infructuous',
  decreed: 'decreed',
  quashed: 'quashed',
  convicted: 'ended in a conviction',
  acquitted: 'ended in an acquittal',
};

export const DISPOSED_UR: Record<Disposal, string> = {
  allowed: 'منظور کیا',
  'partly-allowed': 'جزوی طور پر منظور کیا',
  dismissed: 'خارج کیا',
  rejected: 'مسترد کیا',
  refused: 'نامنظور کیا',
  'not-entertained': 'ناقابلِ سماعت قرار دیا',
  returned: 'واپس کیا',
  remanded: 'ازسرِنو فیصلے کے لیے واپس بھیجا',
  withdrawn: 'واپس لیے جانے پر نمٹایا',
  settled: 'مصالحت پر نمٹایا',
  abated: 'ساقط قرار دیا',
  infructuous: 'بے اثر ہو جانے پر نمٹایا',
  decreed: 'ڈگری کیا',
  quashed: 'کالعدم قرار دیا',
  convicted: 'سزا پر ختم کیا',
  acquitted: 'بریت پر ختم کیا',
};

/** Why, as the part of a sentence that follows the disposal: "dismissed *as barred by time*". */
export const ON_GROUND: Record<GroundCode, string> = {
  'JUR-SUBJ': 'for want of jurisdiction over the subject matter',
  'JUR-PERS': 'for want of jurisdiction',
  'JUR-TERR': 'for want of territorial jurisdiction',
  'JUR-PECU': 'for want of pecuniary jurisdiction',
  LIM: 'as barred by time',
  LACH: 'for delay (laches)',
  LOCUS: 'for want of standing',
  NONJOIN: 'because a necessary party was not joined',
  MISJOIN: 'because parties or causes were wrongly joined',
  FORUM: 'because another forum or provision should have been invoked',
  ALTREM: 'because another remedy was open and had not been used',
  'ICA-BAR': 'because no intra-court appeal lay',
  PREMAT: 'as premature',
  NOTICE: 'because the statutory notice was missing or defective',
  NOCAUSE: 'because no cause of action was disclosed',
  FEE: 'for deficient court fee or valuation',
  VAKALAT: 'for defective authority to act',
  UNSIGN: 'because it was not signed or verified',
  AFFID: 'for a missing or defective affidavit',
  ANNEX: 'because a required document was missing',
  FORMAT: 'on an office objection to its form',
  PROCFEE: 'because the process fee was not filed',
  'DEF-P': 'in default of the claimant’s appearance',
  'DEF-BOTH': 'in default of appearance by both sides',
  'DEF-APP': 'for non-prosecution',
  'EXP-D': 'ex parte, the respondent not appearing',
  PROSEC: 'because evidence was not produced',
  RESJUD: 'as already decided between the parties (res judicata)',
  LISPEN: 'because the matter was pending elsewhere',
  WITHD: 'on withdrawal',
  ABATE: 'on the death of a party',
  INFRUC: 'as overtaken by events',
  'CRIM-LIM': 'because cognizance was barred by time',
  SANCT: 'for want of sanction',
  CONF: 'for disclosure of a protected identity',
  MERITS: 'on the merits',
  CONSENT: 'by consent of the parties',
};

/** Why, in Urdu, as what stands before "کی بنا پر". */
export const ON_GROUND_UR: Record<GroundCode, string> = {
  'JUR-SUBJ': 'موضوع پر دائرۂ اختیار نہ ہونے',
  'JUR-PERS': 'دائرۂ اختیار نہ ہونے',
  'JUR-TERR': 'علاقائی دائرۂ اختیار نہ ہونے',
  'JUR-PECU': 'مالی دائرۂ اختیار نہ ہونے',
  LIM: 'میعاد گزر جانے',
  LACH: 'غیر معمولی تاخیر',
  LOCUS: 'حقِ نالش نہ ہونے',
  NONJOIN: 'ضروری فریق شامل نہ ہونے',
  MISJOIN: 'فریقین یا دعووں کی غلط شمولیت',
  FORUM: 'غلط فورم یا غلط دفعہ اختیار کرنے',
  ALTREM: 'متبادل چارہ جوئی استعمال نہ ہونے',
  'ICA-BAR': 'انٹرا کورٹ اپیل قابلِ دائری نہ ہونے',
  PREMAT: 'قبل از وقت ہونے',
  NOTICE: 'قانونی نوٹس نہ ہونے یا ناقص ہونے',
  NOCAUSE: 'بنائے دعویٰ ظاہر نہ ہونے',
  FEE: 'کورٹ فیس یا مالیت کی کمی',
  VAKALAT: 'وکالت نامہ ناقص ہونے',
  UNSIGN: 'دستخط یا تصدیق نہ ہونے',
  AFFID: 'بیانِ حلفی نہ ہونے یا ناقص ہونے',
  ANNEX: 'ضروری دستاویز نہ ہونے',
  FORMAT: 'دفتری اعتراض',
  PROCFEE: 'طلبانہ داخل نہ ہونے',
  'DEF-P': 'سائل کی عدم حاضری',
  'DEF-BOTH': 'فریقین کی عدم حاضری',
  'DEF-APP': 'عدم پیروی',
  'EXP-D': 'فریقِ ثانی کی عدم حاضری میں یکطرفہ کارروائی',
  PROSEC: 'شہادت پیش نہ ہونے',
  RESJUD: 'امرِ فیصل شدہ ہونے',
  LISPEN: 'معاملہ دوسری عدالت میں زیرِ سماعت ہونے',
  WITHD: 'واپس لیے جانے',
  ABATE: 'فریق کی وفات',
  INFRUC: 'بے اثر ہو جانے',
  'CRIM-LIM': 'جرم کی سماعت کی میعاد گزر جانے',
  SANCT: 'پیشگی اجازت نہ ہونے',
  CONF: 'محفوظ شناخت ظاہر ہونے',
  MERITS: 'میرٹ',
  CONSENT: 'فریقین کی رضامندی',
};

/** What an interim order did, as a noun with its own day: "leave to appeal granted". */
export const INTERIM: Record<InterimKind, string> = {
  'leave-granted': 'leave to appeal granted',
  stayed: 'proceedings stayed',
  'stay-lifted': 'stay lifted',
  restraint: 'interim restraint ordered',
  direction: 'interim direction given',
  other: 'interim order made',
};

export const INTERIM_UR: Record<InterimKind, string> = {
  'leave-granted': 'اپیل کی اجازت دی گئی',
  stayed: 'کارروائی روک دی گئی',
  'stay-lifted': 'حکمِ التوا ختم ہوا',
  restraint: 'عبوری حکمِ امتناعی جاری ہوا',
  direction: 'عبوری ہدایت دی گئی',
  other: 'عبوری حکم ہوا',
};

/** Disposals that say their own ground. */
export const SAYS_ITS_GROUND: Partial<Record<Disposal, GroundCode>> = {
  withdrawn: 'WITHD',
  settled: 'CONSENT',
  abated: 'ABATE',
  infructuous: 'INFRUC',
};
