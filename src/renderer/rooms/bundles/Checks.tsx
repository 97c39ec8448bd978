import type { ReactNode } from 'react';
import { formatDay, formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark, type MarkName } from '#renderer/ui/Mark.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Checks.module.css';
import type { Plan, PlanItem, PlanSection } from './order.ts';

type Finding =
  | { kind: 'problem'; item: PlanItem; problem: string }
  | { kind: 'undated'; item: PlanItem }
  | { kind: 'empty'; section: PlanSection }
  | { kind: 'too-long'; pages: number; most: number };

/** What stands against the bundle as it is planned now. */
export function checksOf(plan: Plan): Finding[] {
  const items = plan.sections.flatMap((section) => section.items);
  const { pages, maxPages, files } = plan;
  return [
    ...(maxPages !== null && files === 1 && pages > maxPages
      ? [{ kind: 'too-long', pages, most: maxPages } as const]
      : []),
    ...items.flatMap((item) => item.problems.map((problem): Finding => ({ kind: 'problem', item, problem }))),
    ...items.filter(({ date }) => date === null).map((item): Finding => ({ kind: 'undated', item })),
    ...plan.sections
      .filter((section) => section.items.length === 0)
      .map((section): Finding => ({ kind: 'empty', section })),
  ];
}

/** Checks on the plan, and those of the file that was made last. */
export function Checks({
  plan,
  profile,
  made,
  onItem,
  onShow,
  onAdd,
}: {
  plan: Plan;
  profile: Output<'bundles.profiles'>[number] | undefined;
  made: Output<'bundles.produce'>;
  onItem(item: PlanItem): void;
  onShow(id: string): void;
  /** An annexure that is cited and missing is to go in. */
  onAdd(gap: Plan['gaps'][number]): void;
}) {
  const t = useT('bundles');
  const findings = checksOf(plan);
  const failed = made?.checks.filter(({ ok }) => ok === false) ?? [];
  const open = made?.checks.filter(({ ok }) => ok === null) ?? [];
  const passed = made?.checks.filter(({ ok }) => ok) ?? [];
  return (
    <>
      <Section
        title={t('checks.title')}
        note={t(made ? 'checks.onFile' : 'checks.onPlan')}
        count={findings.length + failed.length}
      >
        <ul>
          {failed.map((check) => (
            <CheckRow key={`${check.id} ${check.message}`} check={check} />
          ))}
          {findings.map((finding) =>
            finding.kind === 'too-long' ? (
              <Row key="too-long" mark="stop">
                {t('checks.tooLong', { pages: formatNumber(finding.pages), most: formatNumber(finding.most) })}
                <span className={styles.source}>{t('checks.tooLongWhy')}</span>
              </Row>
            ) : finding.kind === 'empty' ? (
              <Row key={finding.section.id} mark="note">
                {t('checks.empty', { title: finding.section.title })}
              </Row>
            ) : finding.kind === 'problem' ? (
              <Row key={`${finding.item.id} ${finding.problem}`} mark="stop">
                {finding.item.title}
                <span className={styles.source}>
                  {finding.problem}{' '}
                  <Button variant="quiet" size="small" onPress={() => onShow(finding.item.id)}>
                    {t('checks.show')}
                  </Button>
                </span>
              </Row>
            ) : (
              <Row key={finding.item.id} mark="objection">
                {t('checks.undated', { title: finding.item.title })}
                <span className={styles.source}>
                  {t('checks.undatedWhy')}{' '}
                  <Button variant="quiet" size="small" onPress={() => onItem(finding.item)}>
                    {t('checks.setDate')}
                  </Button>
                </span>
              </Row>
            ),
          )}
          {findings.length + failed.length === 0 && <Row mark="clear">{t('checks.clear')}</Row>}
          {open.map((check) => (
            <CheckRow key={`${check.id} ${check.message}`} check={check} />
          ))}
          {passed.length > 0 && <Row mark="clear">{t('checks.passed', { count: passed.length })}</Row>}
        </ul>
      </Section>
      {plan.problems.length + plan.gaps.length > 0 && (
        <Section title={t('duplicates.title')} count={plan.problems.length + plan.gaps.length}>
          <ul>
            {plan.problems.map((problem) => (
              <Row key={problem} mark="objection">
                {problem}
              </Row>
            ))}
            {plan.gaps.map((gap) => (
              <Row key={`${gap.exhibitId} ${gap.orderId}`} mark="objection">
                {t('duplicates.gap', { draft: gap.citedIn, title: gap.title })}
                <span className={styles.source}>
                  {t('duplicates.gapWhy')}{' '}
                  <Button variant="quiet" size="small" onPress={() => onAdd(gap)}>
                    {t('duplicates.add')}
                  </Button>
                </span>
              </Row>
            ))}
          </ul>
        </Section>
      )}
      {profile?.citation && (
        <p className={styles.rules}>
          {t('checks.profile', { title: profile.title })}
          <br />
          {profile.checkedOn
            ? t('checkedOn', { citation: profile.citation, day: formatDay(profile.checkedOn) })
            : profile.citation}
        </p>
      )}
    </>
  );
}

/** A rule of the court with what was found of it on the file. */
function CheckRow({ check }: { check: NonNullable<Output<'bundles.produce'>>['checks'][number] }) {
  const t = useT('bundles');
  const { id, ok, severity, message, detail } = check;
  return (
    <Row mark={ok === null ? 'note' : severity === 'warning' || severity === 'info' ? 'objection' : 'stop'}>
      <code className={styles.id}>{id}</code> {message}
      <span className={styles.source}>{[ok === null ? t('checks.see') : null, detail].filter(Boolean).join(': ')}</span>
    </Row>
  );
}

function Row({ mark, children }: { mark: MarkName; children: ReactNode }) {
  return (
    <li className={styles.row}>
      <Mark name={mark} />
      <span>{children}</span>
    </li>
  );
}
