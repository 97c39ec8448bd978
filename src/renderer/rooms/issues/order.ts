/** The ids with one of them moved by one place, up (-1) or down (1); the same ids where it stands at the end. */
export function movedBy(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const at = ids.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return [...ids];
  const moved = [...ids];
  moved.splice(at, 1);
  moved.splice(to, 0, id);
  return moved;
}
