import { type Standing, standingOf } from '#renderer/rooms/proceedings/standing.ts';
import type { Output } from '#shared/contract/index.ts';

type MapData = Output<'proceedings.map'>;
type Proceeding = MapData['proceedings'][number];

const LANE = 70;
export const NODE = { width: 216, height: 54 };
const TOP = 24;
const LABELS = 104;
const YEAR_DAYS = 365.25;

/** A proceeding on the map, with how it stands. */
export interface MapNode extends Standing {
  proceeding: Proceeding;
  x: number;
  y: number;
  /** From filing to the end, or to today. */
  life: { from: number; to: number };
  ticks: number[];
  /** When it was stayed. */
  stays: { from: number; to: number }[];
}

export interface MapLink {
  id: string;
  path: string;
  isAside: boolean;
}

export interface MapLayout {
  width: number;
  height: number;
  lanes: { forum: string; seat: string; y: number; isBeside: boolean; isFirstBeside: boolean }[];
  years: { year: number; x: number }[];
  today: number;
  nodes: MapNode[];
  links: MapLink[];
}

/** The highest court on top; what stands beside the main line, below it. */
const RANK: Record<string, number> = {
  'supreme-court': 0,
  fcc: 0,
  'court-of-appeals': 1,
  eat: 1,
  'high-court': 2,
  'us-district-court': 2,
  president: 3,
  governor: 3,
  'employment-tribunal': 4,
  ombudsperson: 4,
  'local-committee': 5,
  'internal-committee': 5,
  committee: 5,
  eeoc: 5,
  'district-court': 6,
  'civil-court': 7,
  magistrate: 8,
  police: 9,
};
const BESIDE = 6;
const ASIDE = new Set(['counter-to', 'parallel-to']);

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/**
 * Where everything of the procedural map stands: lane = forum, x = day of filing. Fixed geometry, no layout engine, so
 * that the same matter always looks the same.
 *
 * @param today `YYYY-MM-DD`
 * @param width of the drawing in pixels
 */
export function layoutMap(data: MapData, today: string, width: number): MapLayout {
  const filed = data.proceedings.map((each) => filedOn(each, data, today));
  const from = Math.min(...filed.map(dayOf), dayOf(today) - YEAR_DAYS);
  const startYear = new Date(from * 86_400_000).getUTCFullYear();
  const start = Date.UTC(startYear, 0, 1) / 86_400_000;
  const end = Math.max(dayOf(today), ...data.hearings.map(({ date }) => Math.min(dayOf(date), dayOf(today) + 90))) + 30;
  const room = Math.max(width, 720) - LABELS - 24;
  const xOf = (day: number) => LABELS + ((day - start) / (end - start)) * room;
  const lanes = lanesOf(data.proceedings);
  const placed: MapNode[] = [];
  for (const proceeding of [...data.proceedings].sort((a, b) => order(a, b, data, today))) {
    placed.push(nodeOf(proceeding, data, today, lanes, placed, xOf, room + LABELS));
  }
  const heightOf = (key: string) => TOP + (lanes.find((lane) => lane.key === key)?.row ?? 0) * LANE;
  return {
    width: LABELS + room + 24,
    height: TOP + rowsOf(placed) * LANE + 8,
    lanes: lanes.map(({ key, forum, seat, isBeside }, at) => ({
      forum,
      seat,
      y: heightOf(key),
      isBeside,
      isFirstBeside: isBeside && at > 0 && !lanes[at - 1]!.isBeside,
    })),
    years: yearsOf(startYear, end).map((year) => ({ year, x: xOf(Date.UTC(year, 0, 1) / 86_400_000) })),
    today: xOf(dayOf(today)),
    nodes: placed,
    links: data.links.flatMap((link) => linkOf(link, placed)),
  };
}

const rowsOf = (nodes: MapNode[]) => Math.max(1, ...nodes.map(({ y }) => Math.round((y - TOP) / LANE) + 1));

function filedOn(proceeding: Proceeding, data: MapData, today: string): string {
  const first = data.hearings.find(({ proceedingId }) => proceedingId === proceeding.id)?.date;
  return proceeding.filedOn ?? first ?? (proceeding.year ? `${proceeding.year}-01-01` : today);
}

const order = (a: Proceeding, b: Proceeding, data: MapData, today: string) =>
  filedOn(a, data, today).localeCompare(filedOn(b, data, today));

function lanesOf(proceedings: readonly Proceeding[]) {
  const byKey = new Map<string, { key: string; forum: string; seat: string; rank: number; isBeside: boolean }>();
  for (const { forum, forumName, seat } of proceedings) {
    const rank = RANK[forum] ?? BESIDE;
    if (!byKey.has(forum))
      byKey.set(forum, { key: forum, forum: forumName, seat: seat ?? '', rank, isBeside: rank >= BESIDE });
  }
  return [...byKey.values()].sort((a, b) => a.rank - b.rank).map((lane, row) => ({ ...lane, row }));
}

function nodeOf(
  proceeding: Proceeding,
  data: MapData,
  today: string,
  lanes: { key: string; row: number }[],
  placed: MapNode[],
  xOf: (day: number) => number,
  edge: number,
): MapNode {
  const own = data.orders.filter(({ proceedingId }) => proceedingId === proceeding.id);
  const standing = standingOf(own);
  const ending = standing.isEnded ? standing.order : null;
  const x = xOf(dayOf(filedOn(proceeding, data, today)));
  const last = ending ? dayOf(ending.date) : dayOf(today);
  const lane = lanes.find(({ key }) => key === proceeding.forum)!;
  // Two that would cover one another share the lane in two rows: the lanes below make room.
  let y = TOP + lane.row * LANE;
  const left = Math.min(x, edge - NODE.width);
  while (placed.some((other) => other.y === y && Math.abs(other.x - left) < NODE.width + 8)) {
    const below = y;
    for (const other of lanes) if (TOP + other.row * LANE > below) other.row += 1;
    for (const node of placed) if (node.y > below) node.y += LANE;
    y += LANE;
  }
  const hearings = data.hearings.filter(({ proceedingId }) => proceedingId === proceeding.id);
  return {
    proceeding,
    x: left,
    y,
    ...standing,
    stays: staysOf(own, today).map(({ from, to }) => ({ from: xOf(dayOf(from)), to: xOf(Math.min(dayOf(to), last)) })),
    life: { from: x, to: xOf(last) },
    ticks: hearings.map(({ date }) => xOf(Math.min(dayOf(date), last))),
  };
}

/** The days between an order that stayed a proceeding and the one, or the day, that ended the stay. */
function staysOf(orders: MapData['orders'], today: string): { from: string; to: string }[] {
  return orders
    .filter(({ interimKind }) => interimKind === 'stayed')
    .map((stay) => {
      const lifted = orders.find(({ interimKind, date }) => interimKind === 'stay-lifted' && date >= stay.date)?.date;
      const to = [stay.interimEndedOn, lifted, today].find((day) => day !== null && day !== undefined) ?? today;
      return { from: stay.date, to };
    });
}

function yearsOf(first: number, end: number): number[] {
  const last = new Date(end * 86_400_000).getUTCFullYear();
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Out of the end of the one before, into the start edge of the one that follows. */
function linkOf(link: MapData['links'][number], nodes: MapNode[]): MapLink[] {
  const next = nodes.find(({ proceeding }) => proceeding.id === link.fromId);
  const before = nodes.find(({ proceeding }) => proceeding.id === link.toId);
  if (!next || !before) return [];
  const [fromX, fromY] = [Math.min(before.life.to, next.x - 10), before.y + (before.y < next.y ? NODE.height : 0)];
  const toY = next.y + NODE.height / 2;
  const x = Math.max(fromX, 108);
  const path = `M${x} ${fromY} V${toY} H${next.x - 5}`;
  return [{ id: link.id, path, isAside: ASIDE.has(link.kind) }];
}

const DIRECTIONS: Partial<Record<string, readonly ['x' | 'y', 1 | -1]>> = {
  ArrowRight: ['x', 1],
  ArrowLeft: ['x', -1],
  ArrowDown: ['y', 1],
  ArrowUp: ['y', -1],
};

/**
 * Where an arrow key leads from a proceeding: along its links to what followed from it and what it came from, else to
 * the nearest proceeding in that direction.
 *
 * @param key of the keyboard, already turned round where the map is mirrored
 * @returns the id of the proceeding that gets the focus; null where there is none
 */
export function walk(
  from: string,
  key: string,
  nodes: readonly Pick<MapNode, 'proceeding' | 'x' | 'y'>[],
  links: readonly { fromId: string; toId: string }[],
): string | null {
  const here = nodes.find(({ proceeding }) => proceeding.id === from);
  if (!here) return null;
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const linked =
      key === 'ArrowRight'
        ? links.filter(({ toId }) => toId === from).map(({ fromId }) => fromId)
        : links.filter(({ fromId }) => fromId === from).map(({ toId }) => toId);
    const next = nodes.find(({ proceeding }) => linked.includes(proceeding.id));
    if (next) return next.proceeding.id;
  }
  const [axis, sign] = DIRECTIONS[key] ?? [];
  if (axis === undefined || sign === undefined) return null;
  const far = (node: { x: number; y: number }) => Math.abs(node.x - here.x) + 3 * Math.abs(node.y - here.y);
  const nearest = nodes.filter((node) => (node[axis] - here[axis]) * sign > 0).sort((a, b) => far(a) - far(b))[0];
  return nearest?.proceeding.id ?? null;
}
