import type { Numbering } from '#shared/domain/bundles/plan.ts';
import type { CourtRules } from '#shared/domain/bundles/profile-checks.ts';
import type { BundleFront } from '#shared/domain/drafting/bundle-pages.ts';
import type { PackLibrary } from '#shared/packs/library.ts';
import { problem } from '#shared/problem.ts';

export interface Profile extends CourtRules {
  id: string;
  title: string;
  numbering: Numbering;
  /** Stands before every number; none where it is empty. */
  prefix: string;
  /** The zoom in percent at which the court wants a bundle to open; null where it says nothing of it. */
  opensAt: number | null;
  /** Paper of the pages that are typeset for the bundle. */
  page: BundleFront['page'];
}

const PLAIN: Profile = {
  id: 'plain',
  title: 'Plain: continuous numbers from 1',
  numbering: 'continuous',
  prefix: '',
  opensAt: null,
  page: 'a4',
  citation: null,
  checkedOn: null,
  maxPages: null,
  maxMegabytes: null,
  rules: [],
};

/** The plain profile and those of every installed pack, each once. */
export function profilesOf(packs: PackLibrary): Profile[] {
  const byId = new Map<string, Profile>([[PLAIN.id, PLAIN]]);
  for (const pack of packs.packs.values()) {
    for (const row of pack.profiles) {
      if (byId.has(row.id)) continue;
      byId.set(row.id, {
        id: row.id,
        title: row.title,
        numbering: row.numbering.scheme === 'section-letter' ? 'per-section' : 'continuous',
        prefix: row.numbering.prefix ?? '',
        opensAt: row.requires?.includes('zoom-100') ? 100 : null,
        page: row.page.size,
        citation: row.citation ?? null,
        checkedOn: row.lastChecked,
        maxPages: row.limits?.maxPages ?? null,
        maxMegabytes: row.limits?.maxMegabytes ?? null,
        rules: row.checks ?? [],
      });
    }
  }
  return [...byId.values()];
}

/** @throws ProblemError `unknown-profile` */
export function profileOf(packs: PackLibrary, id: string): Profile {
  const profiles = profilesOf(packs);
  const profile = profiles.find((each) => each.id === id);
  if (!profile) {
    throw problem('unknown-profile', `There is no bundle profile “${id}”.`, {
      field: 'profile',
      hint: `Known: ${profiles.map((each) => each.id).join(', ')}`,
    });
  }
  return profile;
}
