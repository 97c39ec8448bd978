import { useState } from 'react';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { NumberField } from '#renderer/ui/NumberField.tsx';
import { RadioGroup } from '#renderer/ui/RadioGroup.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';

const LABELS = {
  en: {
    number: 'Number',
    next: 'Next date',
    order: 'Order of',
    forum: 'Forum',
    judge: 'Judge',
    time: 'Time',
    pages: 'Pages',
    note: 'Note',
  },
  ur: {
    number: 'نمبر',
    next: 'اگلی تاریخ',
    order: 'حکم مورخہ',
    forum: 'عدالت',
    judge: 'جج',
    time: 'وقت',
    pages: 'صفحات',
    note: 'نوٹ',
  },
};
const FORUMS = [
  { id: '', label: 'None' },
  { id: 'high', label: 'High Court', hint: 'appeals and petitions' },
  { id: 'district', label: 'District Court' },
  { id: 'rent', label: 'Rent Tribunal' },
];

export function Fields({ lang }: { lang: 'en' | 'ur' }) {
  const label = LABELS[lang];
  const [text, setText] = useState('W.P. 61842/2021');
  const [day, setDay] = useState<string | null>('2026-12-03');
  const [bad, setBad] = useState<string | null>('2026-02-28');
  const [forum, setForum] = useState<string | null>('high');
  const [judge, setJudge] = useState('Mr Justice Kamal');
  const [time, setTime] = useState<string | null>('09:30');
  const [pages, setPages] = useState<number | null>(1280);
  const [secret, setSecret] = useState('correct horse');
  const [note, setNote] = useState('');
  const [on, setOn] = useState(true);
  const [side, setSide] = useState('ours');
  return (
    <>
      <div className="thirds">
        <TextField label={label.number} value={text} onChange={setText} name="number" />
        <DateField label={label.next} value={day} onChange={setDay} />
        <DateField label={label.order} value={bad} onChange={setBad} error="No such day. Last is 28." />
        <Select label={label.forum} items={FORUMS} value={forum} onChange={setForum} hint="follows the matter" />
        <ComboBox
          label={label.judge}
          items={[
            { id: 'a', label: 'Mr Justice Adil' },
            { id: 'b', label: 'Ms Justice Rahim' },
          ]}
          value={judge}
          onChange={setJudge}
          allowsCustom
        />
        <Select label="Never" items={FORUMS} value={null} onChange={() => {}} isDisabled placeholder="not yet" />
        <TimeField label={label.time} value={time} onChange={setTime} />
        <NumberField label={label.pages} value={pages} onChange={setPages} min={0} isRequired />
        <DateField label="No date" value={null} onChange={() => {}} />
        <TextField label="Passphrase" secret value={secret} onChange={setSecret} />
        <TextField label="Empty" value="" onChange={() => {}} placeholder="such as P-3" />
        <TextField label="Disabled" value="as it was" onChange={() => {}} isDisabled />
      </div>
      <TextField
        label={label.note}
        lines={3}
        value={note}
        onChange={setNote}
        error="Say why."
        hint="Read by you alone."
        isRequired
      />
      <div className="thirds">
        <div>
          <Checkbox label="Protected" isSelected={on} onChange={setOn} hint="Pseudonym in court papers" />
          <Checkbox label="Disabled" isSelected={false} onChange={setOn} isDisabled />
          <Checkbox label="Some" isSelected={false} isIndeterminate onChange={setOn} />
        </div>
        <div>
          <Switch label="Lock by itself" isSelected={on} onChange={setOn} />
          <Switch label="Off" isSelected={!on} onChange={() => setOn(!on)} hint="at once" />
        </div>
        <RadioGroup
          label="Side"
          value={side}
          onChange={setSide}
          items={[
            { id: 'ours', label: 'Ours', hint: 'the client' },
            { id: 'theirs', label: 'Theirs' },
          ]}
        />
      </div>
    </>
  );
}
