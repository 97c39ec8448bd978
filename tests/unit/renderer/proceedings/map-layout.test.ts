import { describe, expect, it } from 'vitest';
import { layoutMap, NODE, walk } from '../../../../src/renderer/rooms/matters/overview/map-layout.ts';
import { markOf, standingOf } from '../../../../src/renderer/rooms/proceedings/standing.ts';

type MapData = Parameters<typeof layoutMap>[0];
type Order = MapData['orders'][number];

const TODAY = '2026-11-23';

const proceeding = (id: string, forum: string, filedOn: string) =>
  ({ id, forum, forumName: forum, seat: null, filedOn, year: null, side: 'ours' }) as MapData['proceedings'][number];

const order = (proceedingId: string, date: string, facts: Partial<Order>) =>
  ({
    id: `${proceedingId} ${date}`,
    proceedingId,
    date,
    kind: 'disposal',
    disposal: null,
    merits: null,
    favours: null,
    interimKind: null,
    interimEndedOn: null,
    ...facts,
  }) as Order;

const technical = { disposal: 'dismissed', merits: 'no', favours: 'them' } as const;

const data: MapData = {
  proceedings: [
    proceeding('complaint', 'ombudsperson', '2021-03-01'),
    proceeding('writ', 'high-court', '2021-09-20'),
    proceeding('suit', 'civil-court', '2022-03-14'),
    proceeding('other-suit', 'civil-court', '2022-05-01'),
  ],
  links: [{ id: 'l', matterId: 'm', fromId: 'writ', toId: 'complaint', kind: 'writ-against', orderId: null }],
  orders: [order('complaint', '2021-04-22', technical)],
  hearings: [],
};

describe('the procedural map', () => {
  const map = layoutMap(data, TODAY, 900);
  const node = (id: string) => map.nodes.find((each) => each.proceeding.id === id)!;

  it('has the highest court on top, and suits beside the main line below it', () => {
    expect(map.lanes.map(({ forum }) => forum)).toEqual(['high-court', 'ombudsperson', 'civil-court']);
    expect(map.lanes.map(({ isFirstBeside }) => isFirstBeside)).toEqual([false, false, true]);
  });

  it('runs with time, and no node covers another or leaves the drawing', () => {
    expect(node('complaint').x).toBeLessThan(node('writ').x);
    for (const [i, a] of map.nodes.entries()) {
      expect(a.x + NODE.width).toBeLessThanOrEqual(map.width);
      for (const b of map.nodes.slice(i + 1)) expect(a.y !== b.y || Math.abs(a.x - b.x) >= NODE.width).toBe(true);
    }
  });

  it('draws a life up to the order, or to today', () => {
    expect(node('complaint').life.to).toBeLessThan(node('writ').life.to);
    expect(node('writ').life.to).toBeCloseTo(map.today);
  });

  it('draws no link to what is not there', () => {
    const lost = { ...data, links: [{ ...data.links[0]!, toId: 'gone' }] };
    expect(layoutMap(lost, TODAY, 900).links).toEqual([]);
    expect(map.links).toHaveLength(1);
  });

  it('ends a stay with the order that lifted it', () => {
    const stayed = {
      ...data,
      orders: [
        order('suit', '2023-02-09', { kind: 'interim', interimKind: 'stayed' }),
        order('suit', '2024-01-18', { kind: 'interim', interimKind: 'stay-lifted' }),
      ],
    };
    const [stay] = layoutMap(stayed, TODAY, 900).nodes.find((each) => each.proceeding.id === 'suit')!.stays;
    expect(stay!.to).toBeGreaterThan(stay!.from);
    expect(stay!.to).toBeLessThan(map.today);
  });

  it('is walked along its links, and over to the nearest where there is none', () => {
    expect(walk('complaint', 'ArrowRight', map.nodes, data.links)).toBe('writ');
    expect(walk('writ', 'ArrowLeft', map.nodes, data.links)).toBe('complaint');
    expect(walk('writ', 'ArrowUp', map.nodes, data.links)).toBeNull();
    expect(walk('complaint', 'ArrowDown', map.nodes, data.links)).toBe('suit');
    expect(walk('complaint', 'Tab', map.nodes, data.links)).toBeNull();
  });
});

describe('how a proceeding stands', () => {
  it('counts as decided on the merits alone', () => {
    expect(markOf(order('a', TODAY, technical))).toEqual({ result: 'against', basis: 'technical' });
    expect(markOf(order('a', TODAY, { ...technical, merits: 'obiter' })).basis).toBe('technical');
    expect(markOf(order('a', TODAY, { ...technical, merits: null })).basis).toBe('technical');
    expect(markOf(order('a', TODAY, { ...technical, merits: 'yes', favours: 'us' }))).toEqual({
      result: 'for',
      basis: 'merits',
    });
    expect(markOf(order('a', TODAY, { disposal: 'withdrawn' }))).toEqual({ result: 'ended', basis: 'consent' });
  });

  it('stands under a stay until it is lifted, and never under a mere direction', () => {
    const stay = order('a', '2023-02-09', { kind: 'interim', interimKind: 'stayed' });
    const lifted = order('a', '2024-01-18', { kind: 'interim', interimKind: 'stay-lifted' });
    const direction = order('a', '2024-02-01', { kind: 'interim', interimKind: 'direction' });
    expect(standingOf([stay, direction]).order).toBe(stay);
    expect(standingOf([stay, lifted, direction]).order).toBeNull();
    expect(standingOf([stay, order('a', TODAY, technical)]).isEnded).toBe(true);
  });
});
