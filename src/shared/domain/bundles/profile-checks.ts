/** What one court asks of a bundle, as far as it can be told of the finished file. */
export interface CourtRules {
  readonly citation: string | null;
  /** `YYYY-MM-DD`: when the rules were last looked up. */
  readonly checkedOn: string | null;
  readonly maxPages: number | null;
  readonly maxMegabytes: number | null;
  readonly rules: readonly { readonly id: string; readonly text: string; readonly citation: string }[];
}

/** What was found when the finished file was opened again. */
export interface FinishedBundle {
  readonly pages: number;
  readonly bytes: number;
  readonly linksHold: boolean;
  readonly isEncrypted: boolean;
}

export interface CourtCheck {
  readonly id: string;
  readonly ok: boolean;
  readonly message: string;
  readonly citation: string | null;
  readonly checkedOn: string | null;
}

/** The rules that the opening of the finished file answers, by their ids; others are not claimed to have been checked. */
const ANSWERED: ReadonlyMap<string, (bundle: FinishedBundle) => boolean> = new Map([
  ['EW-4', ({ linksHold }) => linksHold],
  ['SC-7', ({ linksHold }) => linksHold],
  ['IN-4', ({ isEncrypted }) => !isEncrypted],
]);

/** Holds a finished bundle against the rules of a court. */
export function courtChecks(court: CourtRules, bundle: FinishedBundle): CourtCheck[] {
  const { checkedOn } = court;
  const checks: CourtCheck[] = court.rules.flatMap(({ id, text, citation }) => {
    const answer = ANSWERED.get(id);
    return answer ? [{ id, ok: answer(bundle), message: text, citation, checkedOn }] : [];
  });
  const limit = (id: string, most: number | null, is: number, unit: string) => {
    if (most === null) return;
    const message = is <= most ? `${is} ${unit} of at most ${most}` : `${is} ${unit}, more than the ${most} allowed`;
    checks.push({ id, ok: is <= most, message, citation: court.citation, checkedOn });
  };
  limit('limit-pages', court.maxPages, bundle.pages, 'pages');
  limit('limit-size', court.maxMegabytes, Math.ceil(bundle.bytes / 100_000) / 10, 'MB');
  return checks;
}
