import { type ReactNode, useRef, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { back, go } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { useUnsaved } from '#renderer/app/unsaved.ts';
import { focusInvalid } from '#renderer/forms/focus.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { Form } from '#renderer/ui/Form.tsx';
import { Workbench } from '#renderer/ui/Workbench.tsx';
import { CaseName } from '../CaseName.tsx';
import { BriefFields } from './BriefFields.tsx';
import { ForumFields } from './ForumFields.tsx';
import styles from './NewMatterPage.module.css';
import { NewMatterSide } from './NewMatterSide.tsx';
import { matterInput, missingOf, type NewMatter, titleFrom } from './new-matter.ts';
import { PlaceFields } from './PlaceFields.tsx';
import type { SectionProps } from './section-props.ts';
import { WhoFields } from './WhoFields.tsx';

const SECTIONS = ['who', 'place', 'forum', 'brief'] as const;

/** Opens a new matter by keyboard alone: who, when and where, before whom, the brief; and what follows from it, beside. */
export function NewMatterPage({ today, onImport }: { today: string; onImport(): void }) {
  const t = useT('matters');
  const { data: reference } = useCall('matters.nextReference', {});
  const [matter, setMatter, isDirty] = useUnsaved<NewMatter>(
    { form: 'matters.new', recordId: null, title: t('new') },
    () => emptyMatter(today),
  );
  const [isTried, setTried] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const open = useAct('matters.open', { done: t('done.opened') });
  const missing = missingOf(matter);
  const leave = () => (isDirty ? setLeaving(true) : back());
  useActions('matters', [
    ...SECTIONS.map((id, at) => ({
      id: `matters.new.${id}`,
      label: t(`newMatter.${id}`),
      shortcut: `Alt+${at + 1}`,
      run: () =>
        form.current
          ?.querySelector<HTMLElement>(`[data-section="${id}"] :is(input, button, [role="spinbutton"])`)
          ?.focus(),
    })),
    { id: 'matters.new.leave', label: t('newMatter.leave'), shortcut: 'Escape', run: leave },
  ]);
  const save = async () => {
    setTried(true);
    if (missing.length > 0) requestAnimationFrame(() => focusInvalid(form.current));
    if (missing.length > 0 || reference === undefined) return;
    const { id } = await open.run(matterInput(matter, reference, t));
    go({ room: 'matters', matterId: id, tab: matter.forum === '' ? 'parties' : 'overview' });
  };
  const section: SectionProps = {
    matter,
    change: (patch) => setMatter((before) => ({ ...before, ...patch })),
    errorOf: (field) => (isTried && missing.includes(field) ? t('newMatter.missing') : undefined),
  };
  const title = matter.title.trim() || titleFrom(matter.parties, t);
  return (
    <Workbench
      title={t('new')}
      meta={
        <>
          {title && <CaseName title={title} />} {reference && t('newMatter.number', { reference })}
        </>
      }
      actions={
        <Button icon="list" onPress={onImport}>
          {t('newMatter.fromList')}
        </Button>
      }
    >
      <div className={styles.page}>
        <div ref={form} className={styles.form}>
          <Form
            onSubmit={() => void save().catch(() => {})}
            onCancel={leave}
            submitLabel={t('newMatter.save')}
            busy={open.busy}
            problem={open.problem}
            isDirty={isDirty}
          >
            <Numbered id="who" number={1} note={t('newMatter.whoNote')}>
              <WhoFields {...section} />
            </Numbered>
            <Numbered id="place" number={2} note={t('newMatter.placeNote')}>
              <PlaceFields {...section} />
            </Numbered>
            <Numbered id="forum" number={3} note={t('newMatter.forumNote')}>
              <ForumFields {...section} />
            </Numbered>
            <Numbered id="brief" number={4}>
              <BriefFields {...section} />
            </Numbered>
          </Form>
        </div>
        <NewMatterSide matter={matter} />
      </div>
      <ConfirmDialog
        title={t('newMatter.leaveTitle')}
        text={t('newMatter.leaveText')}
        confirmLabel={t('newMatter.leave')}
        danger
        isOpen={isLeaving}
        onConfirm={back}
        onClose={() => setLeaving(false)}
      />
    </Workbench>
  );
}

function Numbered({
  id,
  number,
  note,
  children,
}: {
  id: (typeof SECTIONS)[number];
  number: number;
  note?: string;
  children: ReactNode;
}) {
  const t = useT('matters');
  return (
    <section className={styles.section} data-section={id} aria-labelledby={`new-${id}`}>
      <span className={styles.number}>{number}</span>
      <div>
        <h2 id={`new-${id}`} className={styles.heading}>
          {t(`newMatter.${id}`)} {note && <span className={styles.note}>{note}</span>}
        </h2>
        {children}
      </div>
    </section>
  );
}

const emptyMatter = (today: string): NewMatter => ({
  parties: [
    { key: 1, name: '', nameNative: '', role: 'complainant', side: 'ours' },
    { key: 2, name: '', nameNative: '', role: 'accused', side: 'theirs' },
  ],
  incidentTo: null,
  organisation: '',
  pack: 'pk-punjab',
  forum: '',
  forumName: '',
  type: '',
  numberText: '',
  firstOn: null,
  title: '',
  kind: '',
  summary: '',
  openedOn: today,
});
