/** The words of a page as another reader finds them, and how they are set; lengths in points, as displayed. */
export interface PageWords {
  readonly text: string;
  /** White space between the words and the edges of the page, its own number left out; null without words. */
  readonly margins: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  } | null;
  /** The size that most of its signs have; null without words. */
  readonly points: number | null;
  /** From line to line as a multiple of the size, most often; null where there are too few lines. */
  readonly spacing: number | null;
}

/** Dark boxes on a page, and what lies beneath them. */
export interface Covered {
  /** Signs that can still be read out from beneath a box. */
  readonly signs: number;
  /** Boxes that were drawn over a picture, which may still hold what they hide. */
  readonly overPictures: number;
}

/** What is looked at only for rules that ask for it, for it takes longer. */
export interface Wanted {
  readonly words: boolean;
  readonly covered: boolean;
}

/** One page of a finished bundle as it is seen, its own number left out. */
export interface PageFound {
  /** Points as displayed. */
  readonly width: number;
  readonly height: number;
  /** Most of its text stands on its head; null where it has none. */
  readonly isUpsideDown: boolean | null;
  /** Most of its text runs up or down. */
  readonly isSideways: boolean;
  /** A picture without a text layer: it can be neither searched nor read aloud. */
  readonly lacksText: boolean;
  /** Pixels to the inch of the picture that is coarsest and finest among those of some size; null without one. */
  readonly dpi: { readonly least: number; readonly most: number } | null;
  /** Notes, highlights and the like that somebody made in the document. */
  readonly comments: number;
  /** Live fields of forms. */
  readonly fields: number;
  /** Left out where no rule asked for it; null where it could not be read. */
  readonly words?: PageWords | null;
  readonly covered?: Covered | null;
}

/** What a finished file shows beyond its numbers: looked at page by page, which takes longer. */
export interface FileFound {
  readonly pages: readonly PageFound[];
  readonly isPdf: boolean;
  /** Arranged so that the first page shows before the rest has come. */
  readonly isLinearised: boolean;
  /** The names of what is said about the file itself: Title, Producer. */
  readonly said: readonly string[];
  readonly hasMetadata: boolean;
  readonly hasScripts: boolean;
  readonly hasEmbeddedFiles: boolean;
  readonly hasForm: boolean;
  /** The words of the cover and the index, each page's white space made single. */
  readonly frontText: readonly string[];
}

export type Severity = 'error' | 'warning' | 'info';

/** A rule of a court for its bundles, in words, with where it is to be read. */
export interface CourtRule {
  readonly id: string;
  readonly text: string;
  readonly severity: Severity;
  readonly citation: string;
}

/** What one court asks of a bundle. */
export interface CourtRules {
  readonly citation: string | null;
  /** `YYYY-MM-DD`: when the rules were last looked up, and from when they are in force. */
  readonly checkedOn: string | null;
  readonly inForceFrom: string | null;
  readonly maxPages: number | null;
  readonly maxMegabytes: number | null;
  readonly dpi: { readonly least: number | null; readonly most: number | null };
  /** How drafted pages are to be set; what is left out is free. */
  readonly look?: {
    readonly marginsMm?: { readonly [side in 'top' | 'right' | 'bottom' | 'left']: number } | undefined;
    readonly points?: number | undefined;
    readonly spacing?: number | undefined;
  };
  readonly rules: readonly CourtRule[];
}

/** What was found when a finished file was opened again; none of it is taken from the plan. */
export interface FinishedBundle {
  readonly pages: number;
  readonly bytes: number;
  /** Every link of the index leads to the page of its row. */
  readonly linksHold: boolean;
  readonly isEncrypted: boolean;
  /** What is printed on each page, and what a viewer's page box shows for it. */
  readonly printed: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly bookmarks: readonly { readonly title: string; readonly page: number | null; readonly keepsZoom: boolean }[];
  /** Percent; null where it is left to the viewer. */
  readonly opensAt: number | null;
  readonly linksKeepZoom: boolean;
  /** The documents as the index names them, by sections; pages from 1. */
  readonly sections: readonly {
    readonly letter: string;
    readonly title: string;
    readonly items: readonly {
      readonly title: string;
      readonly date: string | null;
      readonly serial: number;
      readonly firstPage: number;
      readonly lastPage: number;
      readonly firstLabel: string;
      readonly lastLabel: string;
      readonly late?: boolean;
    }[];
  }[];
}

/** One file of a bundle as it was found. */
export interface FoundFile {
  readonly found: FinishedBundle;
  /** null where its pages were not looked at one by one. */
  readonly look: FileFound | null;
  /** Its name on the disk; null where it has none yet. */
  readonly name: string | null;
  readonly volume: { readonly number: number; readonly of: number } | null;
  readonly isLate: boolean;
}

/** What the vault keeps of the proceeding that a bundle is for, where a rule asks for it. */
export interface CourtRecords {
  /** Objections of the office to its filings. */
  readonly objections: readonly {
    readonly text: string;
    readonly cure: string | null;
    readonly cureBy: string | null;
    readonly curedOn: string | null;
  }[];
  /** Certified copies of the orders in the bundle, by the days that the time for them is counted by. */
  readonly copies: readonly {
    readonly document: string;
    readonly appliedOn: string | null;
    readonly readyOn: string | null;
    readonly collectedOn: string | null;
  }[];
}

export interface CourtCheck {
  readonly id: string;
  /** null: a program can't tell, and somebody has to look. */
  readonly ok: boolean | null;
  readonly severity: Severity;
  /** The rule in words. */
  readonly message: string;
  /** What was found: pages, figures. */
  readonly detail: string | null;
  readonly citation: string | null;
  readonly checkedOn: string | null;
}
