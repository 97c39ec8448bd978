import './gallery.css';
import { useState } from 'react';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ICONS, type IconName } from '#renderer/ui/icons.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { List } from '#renderer/ui/List.tsx';
import { ListRow } from '#renderer/ui/ListRow.tsx';
import { Mark, type MarkName } from '#renderer/ui/Mark.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import { Seal } from '#renderer/ui/Seal.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusChip } from '#renderer/ui/StatusChip.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { Toasts } from '#renderer/ui/Toasts.tsx';
import { toast } from '#renderer/ui/toast.ts';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { Fields } from './Fields.tsx';
import { Overlays } from './Overlays.tsx';

const TODAY = '2026-11-23';
const MARKS: MarkName[] = [
  'over',
  'now',
  'soon',
  'later',
  'met',
  'stop',
  'objection',
  'note',
  'clear',
  'waived',
  'read',
  'unsure',
];
const NAMES = {
  en: [
    'T. Sheikh v. Fernhill Schools',
    'F. Noor v. Cedar Bank Ltd.',
    'R. Anwar v. S. Malik',
    'The State v. K. Baig',
    'Z. Hashmi v. Larkfield Mills',
  ],
  ur: [
    'ٹی شیخ بنام فرن ہل سکولز',
    'ایف نور بنام سیڈر بینک',
    'آر انور بنام ایس ملک',
    'سرکار بنام کے بیگ',
    'زیڈ ہاشمی بنام لارک فیلڈ ملز',
  ],
};
const WORDS = {
  en: {
    buttons: 'Buttons',
    draft: 'Start the draft',
    fields: 'Fields',
    list: 'List',
    table: 'Table',
    empty: 'No order has been entered in this proceeding.',
  },
  ur: {
    buttons: 'بٹن',
    draft: 'مسودہ شروع کریں',
    fields: 'خانے',
    list: 'فہرست',
    table: 'جدول',
    empty: 'اس مقدمے میں ابھی کوئی حکم درج نہیں۔',
  },
};

interface Row {
  id: string;
  name: string;
  pages: number;
}

/** Every part of the kit, in one theme and one direction. */
export function Gallery({ lang, open }: { lang: 'en' | 'ur'; open: string | null }) {
  const words = WORDS[lang];
  const [tab, setTab] = useState('overview');
  const [chosen, setChosen] = useState<string | null>('2');
  const rows: Row[] = Array.from({ length: 1000 }, (_, at) => ({
    id: String(at),
    name: NAMES[lang][at % 5]!,
    pages: (at * 7) % 120,
  }));
  const undo = { label: 'Undo', shortcut: 'Ctrl+Z', onPress: () => {} };
  return (
    <>
      <h1 style={{ font: '600 28px / var(--leading-serif) var(--serif)', padding: '16px 32px 0' }}>{NAMES[lang][2]}</h1>
      <Tabs
        label="Matter"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'overview', label: 'Overview' },
          { id: 'proceedings', label: 'Proceedings', count: 5 },
          { id: 'exhibits', label: 'Exhibits', count: 28 },
          { id: 'drafts', label: 'Drafts' },
        ]}
      />
      <main>
        <Section title={words.buttons} note="plain, primary, quiet, danger">
          <div className="row">
            <Button variant="primary">{words.draft}</Button>
            <Button>Draft</Button>
            <Button icon="plus" shortcut="Ctrl+N">
              Add
            </Button>
            <Button isDisabled>not yet</Button>
            <Button variant="quiet">Copy</Button>
            <Button variant="danger" icon="trash">
              Remove
            </Button>
          </div>
          <div className="row">
            <Button variant="primary" isBusy>
              Saving
            </Button>
            <Button variant="primary" isDisabled>
              Save
            </Button>
            <Button size="small">Small</Button>
            <Button size="small" variant="quiet" icon="copy">
              Copy
            </Button>
            <Button variant="primary" shortcut="Ctrl+Enter">
              Save
            </Button>
            <IconButton icon="edit" label="Edit" shortcut="Ctrl+E" />
            <IconButton icon="undo" label="Undo" isDisabled />
            <Menu
              label="More"
              items={[
                { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'Ctrl+E' },
                { id: 'move', label: 'Move to another matter', isDisabled: true },
                { id: 'remove', label: 'Remove', icon: 'trash', danger: true },
              ]}
              onAction={(id) => toast.show({ message: id, action: undo })}
            />
            <Menu label="New" trigger="New" items={[{ id: 'a', label: 'Matter' }]} onAction={() => {}} />
            <Kbd>Ctrl+K</Kbd>
          </div>
        </Section>
        <Section title="Marks" count={MARKS.length}>
          <div className="row">
            <Urgency on="2026-11-20" today={TODAY} />
            <Urgency on="2026-11-26" today={TODAY} />
            <Urgency on="2026-12-12" today={TODAY} label="Appeal" />
            <Urgency on="2027-02-10" today={TODAY} />
            <Urgency on="2026-12-12" today={TODAY} isMet />
            <Seal confidence="unsure">check before relying</Seal>
          </div>
          <div className="row">
            <Badge tone="danger">would sink it</Badge>
            <Badge tone="warn">draws an objection</Badge>
            <Badge tone="note">to know</Badge>
            <Badge tone="ok">clear</Badge>
            <Badge tone="waived">waived</Badge>
            <Badge tone="info">client</Badge>
            <Seal confidence="read">read in the source</Seal>
          </div>
          <div className="row">
            <StatusChip result="against" basis="merits">
              against, on the merits
            </StatusChip>
            <StatusChip result="against" basis="technical">
              against, merits not reached
            </StatusChip>
            <StatusChip result="for" basis="merits">
              for, on the merits
            </StatusChip>
            <StatusChip result="pending" basis="open">
              pending
            </StatusChip>
            <StatusChip result="ended" basis="consent">
              settled, by consent
            </StatusChip>
          </div>
          <div className="row">
            {MARKS.map((name) => (
              <Mark key={name} name={name} label={name} size={14} />
            ))}
          </div>
        </Section>
        <Section title={words.fields}>
          <Fields lang={lang} />
        </Section>
        <Section title={words.list}>
          <div className="pane">
            <List
              label={words.list}
              items={rows}
              keyOf={({ id }) => id}
              selected={chosen}
              onSelect={setChosen}
              textOf={({ name }) => name}
              render={({ name, id }) => (
                <ListRow
                  title={name}
                  line="W.P. 31877/2026, 14 Jan 2027"
                  mark={<Mark name={Number(id) % 2 ? 'now' : 'later'} />}
                />
              )}
            />
          </div>
        </Section>
        <Section title={words.table} actions={<Button size="small">Export</Button>}>
          <Table
            label={words.table}
            columns={[
              { id: 'name', heading: 'Matter', cell: ({ name }: Row) => name },
              { id: 'state', heading: 'State', cell: () => <Badge tone="soon">19 days</Badge> },
              { id: 'pages', heading: 'Pages', numeric: true, cell: ({ pages }: Row) => pages },
              {
                id: 'actions',
                heading: '',
                width: 44,
                cell: () => <Menu label="Actions" items={[{ id: 'edit', label: 'Edit' }]} onAction={() => {}} />,
              },
            ]}
            rows={rows.slice(0, 3)}
            keyOf={({ id }) => id}
            selected={chosen}
            onSelect={setChosen}
            onOpen={() => {}}
            empty="Nothing"
          />
          <Table
            label="None"
            columns={[{ id: 'name', heading: 'Matter', cell: ({ name }: Row) => name }]}
            rows={[]}
            keyOf={({ id }) => id}
            empty="No matter yet."
          />
        </Section>
        <Section title="Notices and jobs">
          <div className="stack">
            <Notice
              tone="danger"
              title="page-17.pdf was not added"
              action={<Button size="small">Repair a copy</Button>}
            >
              It ends in the middle of a page. Your other 11 files are in, and the original is untouched.
            </Notice>
            <Notice tone="warn" title="The court is closed that day">
              The next working day is Monday.
            </Notice>
            <Notice tone="info">The list is of this morning.</Notice>
            <Notice tone="ok" title="Backed up" />
            <Progress label="Text layer" done={18} total={28} unit="scans" onCancel={() => {}} />
            <Progress label="Reading" done={3} total={null} unit="files" />
          </div>
        </Section>
        <Section title="Facts">
          <Facts
            items={[
              { term: 'Number', value: <bdi dir="ltr">W.P. 61842/2021</bdi> },
              { term: 'Forum', value: 'High Court' },
              { term: 'Basis', value: 'on the merits' },
            ]}
          />
        </Section>
        <Section title="Empty">
          <EmptyState
            icon="gavel"
            title={words.empty}
            text="Enter the last one and Misl shows what can still be done, and by when."
            action={
              <>
                <Button variant="primary">Record an order</Button>
                <Button>Import the order sheet</Button>
              </>
            }
          />
        </Section>
        <Section title="Icons" count={Object.keys(ICONS).length}>
          <div className="row">
            {(Object.keys(ICONS) as IconName[]).map((name) => (
              <span key={name} title={name}>
                <Icon name={name} size={20} />
              </span>
            ))}
          </div>
        </Section>
        <Section title="Toasts">
          <div className="row">
            <Button onPress={() => toast.show({ message: 'Hearing of 26 Nov moved to 3 Dec', action: undo })}>
              Undo
            </Button>
            <Button onPress={() => toast.show({ message: 'The vault could not be saved.', tone: 'danger' })}>
              Trouble
            </Button>
          </div>
          <Overlays open={open} />
        </Section>
      </main>
      <Toasts />
    </>
  );
}
