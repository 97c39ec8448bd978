interface Run {
  text: string;
  strong: boolean;
  sourceId: string | null;
}

interface NotedRun {
  key: string;
  text: string;
  strong: boolean;
  /** The number of the note that stands after it; null where the record was named just before. */
  source: number | null;
}

/**
 * The words of a status with numbered notes: a record has one number wherever it is named, and the number stands after
 * the last of the words in a row that rest on it.
 */
export function noteRuns(
  runs: readonly Run[],
  known: readonly { id: string; text: string }[],
): { runs: NotedRun[]; sources: { id: string; text: string }[] } {
  const sources: { id: string; text: string }[] = [];
  let at = 0;
  const noted = runs.map(({ text, strong, sourceId }, i) => {
    const key = `${at} ${text}`;
    at += text.length;
    const source = known.find(({ id }) => id === sourceId);
    if (!source || runs[i + 1]?.sourceId === sourceId) return { key, text, strong, source: null };
    let number = sources.findIndex(({ id }) => id === source.id) + 1;
    if (number === 0) number = sources.push(source);
    return { key, text, strong, source: number };
  });
  return { runs: noted, sources };
}
