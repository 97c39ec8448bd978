/** `continuous`: 1, 2, 3 … from the first page; `per-section`: A1, A2 … B1, the front pages in roman; `per-volume`: from 1 in each volume. */
export type Numbering = 'continuous' | 'per-section' | 'per-volume';

/** What becomes of documents that come after a bundle was served: at its end, as 12A where they belong, or in a file of their own. */
export type LatePolicy = 'append' | 'insert-letter' | 'separate-file';

/** One index before each volume; or in the first volume a common one beside its own. */
export type VolumeIndex = 'own-index-each' | 'common-index-in-first';

export type IndexColumn = 'serial' | 'description' | 'annexure' | 'date' | 'from' | 'to' | 'page';

/** How a court has a bundle numbered, cut and indexed. What is left out is as `plain` has it. */
export interface BundleProfile {
  id: string;
  numbering: Numbering;
  /** Stands before every number of a bundle that is numbered in one run: `A` gives A1, A2 … */
  prefix?: string | undefined;
  late?: LatePolicy | undefined;
  volumeIndex?: VolumeIndex | undefined;
  /** A further volume begins at the next round hundred and one, so that 401 is the first page of the second. */
  roundVolumes?: boolean | undefined;
  indexColumns?: readonly IndexColumn[] | undefined;
}
