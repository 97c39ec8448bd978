const careful = 'Good practice of those who bind for courts; no court’s own rule';

/** What is asked of every bundle, whatever its court. */
export const RULES_FOR_ALL = [
  { id: 'ALL-1', text: 'No page stands on its head', severity: 'error', citation: careful },
  {
    id: 'ALL-2',
    text: 'The file’s name has no signs that a registry refuses and is not too long',
    severity: 'warning',
    citation: careful,
  },
  {
    id: 'ALL-3',
    text: 'Each row of the index has number, description, date and pages; the bookmark has description, date and page',
    severity: 'error',
    citation: careful,
  },
  {
    id: 'ALL-4',
    text: 'The finished file was opened again, and every check was made on it',
    severity: 'error',
    citation: careful,
  },
  {
    id: 'ALL-5',
    text: 'Nothing is told that was not meant to be: author, path, notes of the advocate',
    severity: 'error',
    citation: careful,
  },
] as const;
