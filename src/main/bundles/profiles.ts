import type { CourtRules } from '#shared/domain/bundles/finished.ts';
import type { BundleProfile } from '#shared/domain/bundles/profile.ts';
import type { VolumeLimits } from '#shared/domain/bundles/volumes.ts';
import type { BundleFront, FrontLook } from '#shared/domain/drafting/bundle-pages.ts';
import type { PackLibrary } from '#shared/packs/library.ts';
import type { BundleProfile as BundleProfileRow } from '#shared/packs/pack.ts';
import { problem } from '#shared/problem.ts';

/** A court's profile as a bundle is bound, typeset and checked by it. */
export interface Profile extends CourtRules, BundleProfile {
  title: string;
  /** The zoom in percent at which the court wants a bundle to open; null where it says nothing of it. */
  opensAt: number | null;
  /** Paper of the pages that are typeset for the bundle. */
  page: BundleFront['page'];
  look: FrontLook;
  /** Volumes are cut so that none has more pages; null where the court says nothing of it. */
  volumePages: number | null;
  /** How the finished file is called: `{case}_{title}`; null for its title. */
  fileName: string | null;
}

/** Pixels to the inch of pages that can only be had as pictures, where the court has no other wish. */
const IMAGE_DPI = 200;

const PLAIN: Profile = {
  id: 'plain',
  title: 'Plain: continuous numbers from 1',
  numbering: 'continuous',
  prefix: '',
  late: 'append',
  volumeIndex: 'own-index-each',
  roundVolumes: false,
  indexColumns: undefined,
  opensAt: null,
  page: 'a4',
  look: {},
  volumePages: null,
  fileName: null,
  citation: null,
  checkedOn: null,
  inForceFrom: null,
  dpi: { least: null, most: null },
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
      byId.set(row.id, profileFrom(row));
    }
  }
  return [...byId.values()];
}

function profileFrom(row: BundleProfileRow): Profile {
  const { page, numbering, limits, requires, volumes } = row;
  const schemes = { continuous: 'continuous', 'section-letter': 'per-section', 'per-volume': 'per-volume' } as const;
  return {
    id: row.id,
    title: row.title,
    numbering: schemes[numbering.scheme],
    prefix: numbering.prefix ?? '',
    late: numbering.late,
    volumeIndex: volumes === 'common-index-in-first' ? volumes : 'own-index-each',
    roundVolumes: numbering.roundVolumes ?? false,
    indexColumns: row.indexColumns,
    opensAt: requires?.includes('zoom-100') ? 100 : null,
    page: page.size,
    look: { marginsMm: page.marginsMm, points: page.points, spacing: page.spacing },
    volumePages: limits?.volumePages ?? null,
    fileName: row.fileName ?? null,
    citation: row.citation ?? null,
    checkedOn: row.lastChecked,
    inForceFrom: row.inForce?.from ?? null,
    dpi: { least: limits?.dpiMin ?? null, most: limits?.dpiMax ?? null },
    maxPages: limits?.maxPages ?? null,
    maxMegabytes: limits?.maxMegabytes ?? null,
    rules: row.checks ?? [],
  };
}

/** What a bundle is bound by: the part of a profile that another thread needs. */
export function bindingProfile(profile: Profile): BundleProfile & { opensAt: number | null; imageDpi: number } {
  const { id, numbering, prefix, late, volumeIndex, roundVolumes, indexColumns, opensAt, dpi } = profile;
  const imageDpi = Math.min(Math.max(IMAGE_DPI, dpi.least ?? 0), dpi.most ?? IMAGE_DPI);
  return { id, numbering, prefix, late, volumeIndex, roundVolumes, indexColumns, opensAt, imageDpi };
}

/** The largest volumes: what the user says, else what the court allows; null where neither does. */
export function volumeLimits(
  { volumePages, maxPages, maxMegabytes }: Profile,
  given: { volumePages?: number | undefined; maxMegabytes?: number | undefined; bySection: boolean },
): VolumeLimits {
  const megabytes = given.maxMegabytes ?? maxMegabytes;
  return {
    pages: given.volumePages ?? volumePages ?? maxPages,
    bytes: megabytes === null ? null : megabytes * 1_000_000,
    bySection: given.bySection,
  };
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
