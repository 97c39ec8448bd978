import type { Seal } from '#main/sealed-file.ts';
import type { FinishedBundle } from '#shared/domain/bundles/finished.ts';
import type { KeptFront } from '#shared/domain/bundles/plan.ts';
import type { BundleProfile } from '#shared/domain/bundles/profile.ts';
import type { VolumeLimits } from '#shared/domain/bundles/volumes.ts';
import type { BundleFront } from '#shared/domain/drafting/bundle-pages.ts';
import type { SourceHandle } from './handles.ts';

/** A document of a bundle, from one or more files. */
export interface BindItem {
  id: string;
  title: string;
  date: string | null;
  /** "P-3": how it is marked in the proceeding; null where it is not. */
  mark: string | null;
  /** A choice of pages, `1-3, 5`; null for all. */
  pages: string | null;
  /** Degrees clockwise, beside what the pages say themselves. */
  turn?: number;
  /** Lines in small print at the head of its pages. */
  caption?: readonly string[];
  /** It came after the bundle had been served. */
  late?: boolean;
  /** The number of its first page when the bundle was served; null where it was not there. */
  kept?: number | null;
  sources: BindSource[];
}

/** A file of a document. */
export interface BindSource {
  handle: SourceHandle;
  name: string | null;
  /** What opens it, where it is locked: kept in memory only, for this one binding. */
  password?: string;
}

export interface BindSection {
  id: string;
  title: string;
  items: BindItem[];
}

/** What is to be bound, as it crosses to another thread. */
export interface BindInput {
  title: string;
  front: BundleFront;
  /**
   * `opensAt`: the zoom in percent at which the bundle opens; left to the viewer where it is null. `imageDpi`: pixels to the
   * inch of pages that can only be had as pictures; 200 where it is left out.
   */
  profile: BundleProfile & { opensAt: number | null; imageDpi?: number };
  sections: BindSection[];
  /** The front pages of the version that was served, where its numbers are kept. */
  kept?: KeptFront | null;
  /** The most that one volume may hold; in one file where it is left out. */
  volumes?: VolumeLimits | null;
  /** The file that is written; further volumes are beside it, by `.2`, `.3`. Whoever calls gives them their names. */
  partial: string;
  /** Under what the files are sealed; null where they leave the vault. */
  seal: Seal;
}

export interface Skipped {
  file: string;
  reason: string;
  /** It opens with a password that was not given, or not with the one that was. */
  locked?: boolean;
}

/** One file of a bundle. */
export interface BoundFile {
  partial: string;
  /** Which volume it is, of how many, from 1; null where the bundle is one file. */
  volume: { number: number; of: number } | null;
  /** It holds the documents that came after service, where the court wants them apart. */
  isLate: boolean;
  pages: number;
  bytes: number;
  sha256: string;
  frontPages: number;
  /** What the finished file shows, for the rules of a court. */
  found: FinishedBundle;
}

export interface BoundItem {
  id: string;
  title: string;
  file: string | null;
  /** Pages of its file, from 1. */
  firstPage: number;
  lastPage: number;
  /** The numbers printed on its first and last page. */
  label: string;
  lastLabel: string;
  /** Its place among `files`, from 0. */
  volume: number;
}

export interface BindCheck {
  id: string;
  /** null: for the reader to see. */
  ok: boolean | null;
  message: string;
}

export interface BindReport {
  /** Of all files together; the hash is that of the first. */
  pages: number;
  bytes: number;
  sha256: string;
  frontPages: number;
  files: BoundFile[];
  items: BoundItem[];
  skipped: Skipped[];
  checks: BindCheck[];
}
