import { type KeyboardEvent, useEffect, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { nameOf } from '#renderer/rooms/proceedings/names.ts';
import { look } from '#renderer/rooms/proceedings/place.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import { MapTable } from './MapTable.tsx';
import { layoutMap, type MapNode, NODE, walk } from './map-layout.ts';
import { useNodeWords } from './node-words.ts';
import styles from './ProceduralMap.module.css';

type MapData = Output<'proceedings.map'>;

/** The proceedings of a matter over time: who decided what, on what basis, and what followed from it. */
export function ProceduralMap({ matterId, pack, today }: { matterId: string; pack: string; today: string }) {
  const t = useT('matters');
  const { data } = useCall('proceedings.map', { matterId });
  const [asTable, setTable] = useState(false);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const width = useWidth(box);
  useActions('matters', [
    {
      id: 'map.table',
      label: t(asTable ? 'map.asMap' : 'map.asTable'),
      icon: asTable ? 'map' : 'table',
      shortcut: 'T',
      run: () => setTable(!asTable),
    },
  ]);
  if (!data) return <Reading />;
  const layout = data.proceedings.length === 0 ? null : layoutMap(data, today, width);
  const pending = layout?.nodes.filter(({ isEnded }) => !isEnded).length ?? 0;
  const open = (id: string) => look(matterId, id);
  return (
    <Section
      title={t('map.title')}
      note={t('map.count', { pending, all: data.proceedings.length })}
      actions={
        layout && (
          <>
            {!asTable && <Legend hasStay={layout.nodes.some(({ stays }) => stays.length > 0)} />}
            <Button variant="quiet" size="small" shortcut="T" onPress={() => setTable(!asTable)}>
              {asTable ? t('map.asMap') : t('map.asTable')}
            </Button>
          </>
        )
      }
    >
      <div ref={setBox}>
        {layout === null ? (
          <p className={styles.none}>
            {t('map.none')}{' '}
            <Button
              variant="quiet"
              size="small"
              icon="plus"
              onPress={() => go({ room: 'matters', matterId, tab: 'proceedings' })}
            >
              {t('map.add')}
            </Button>
          </p>
        ) : asTable ? (
          <MapTable nodes={layout.nodes} pack={pack} onOpen={open} />
        ) : (
          <div className={styles.scroll}>
            <Drawing layout={layout} links={data.links} pack={pack} onOpen={open} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** The width of an element that may come later than its component, when its data has been read. */
function useWidth(element: HTMLDivElement | null): number {
  const [width, setWidth] = useState(820);
  useEffect(() => {
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return width;
}

function Legend({ hasStay }: { hasStay: boolean }) {
  const t = useT('matters');
  return (
    <p className={styles.legend}>
      <span>
        <i className={`${styles.swatch} ${styles.against} ${styles.merits}`} />
        {t('map.merits')}
      </span>
      <span>
        <i className={`${styles.swatch} ${styles.against} ${styles.technical}`} />
        {t('map.technical')}
      </span>
      <span>
        <i className={`${styles.swatch} ${styles.pending} ${styles.open}`} />
        {t('map.pending')}
      </span>
      {hasStay && (
        <span>
          <i className={styles.stayKey} />
          {t('map.stayed')}
        </span>
      )}
    </p>
  );
}

/** Years closer to the line of today than this, in pixels, give way to its word. */
const TODAY_WORD = 44;

function Drawing({
  layout,
  links: edges,
  pack,
  onOpen,
}: {
  layout: ReturnType<typeof layoutMap>;
  links: MapData['links'];
  pack: string;
  onOpen(id: string): void;
}) {
  const t = useT('matters');
  const { width, height, lanes, years, today, nodes, links } = layout;
  const step = (event: KeyboardEvent<HTMLElement>, from: string) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !event.key.startsWith('Arrow')) return;
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const key = isMirrored ? (MIRRORED[event.key] ?? event.key) : event.key;
    const to = walk(from, key, nodes, edges);
    event.preventDefault();
    if (to) event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-node="${to}"]`)?.focus();
  };
  return (
    <div className={styles.map} style={{ inlineSize: width, blockSize: height }}>
      <svg className={styles.lines} width={width} height={height} aria-hidden="true">
        {lanes.map(({ forum, y, isBeside, isFirstBeside }) => (
          <line
            key={forum}
            x1={0}
            x2={width}
            y1={y - 7}
            y2={y - 7}
            className={isFirstBeside ? styles.laneStrong : isBeside ? styles.laneBeside : styles.lane}
          />
        ))}
        {years.map(({ year, x }) => (
          <line key={year} x1={x} x2={x} y1={18} y2={height} className={styles.year} />
        ))}
        {links.map(({ id, path, isAside }) => (
          <path key={id} d={path} className={isAside ? styles.aside : styles.link} markerEnd="url(#map-arrow)" />
        ))}
        <defs>
          <marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0.5 8 4 0 7.5z" className={styles.arrow} />
          </marker>
        </defs>
        <line x1={today} x2={today} y1={14} y2={height} className={styles.today} />
        {nodes.map((node) => (
          <LifeLine key={node.proceeding.id} node={node} />
        ))}
      </svg>
      {lanes.map(({ forum, seat, y }) => (
        <div key={forum} className={styles.laneLabel} style={{ insetBlockStart: y }}>
          <b>
            <bdi>{forum}</bdi>
          </b>
          <span>
            <bdi>{seat}</bdi>
          </span>
        </div>
      ))}
      {years
        .filter(({ x }) => Math.abs(x + 16 - today) > TODAY_WORD)
        .map(({ year, x }) => (
          <span key={year} className={styles.yearLabel} style={{ insetInlineStart: x + 4 }}>
            {year}
          </span>
        ))}
      <span className={`${styles.yearLabel} ${styles.todayLabel}`} style={{ insetInlineStart: today }}>
        {t('map.today')}
      </span>
      {nodes.map((node) => (
        <NodeBox key={node.proceeding.id} node={node} pack={pack} onOpen={onOpen} onWalk={step} />
      ))}
    </div>
  );
}

const MIRRORED: Partial<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** From filing to the order or to today: hatched where it was stayed or the merits were not reached. */
function LifeLine({ node }: { node: MapNode }) {
  const y = node.y + NODE.height + 5;
  const { from } = node.life;
  const to = Math.max(node.life.to, from + 6);
  const isHatched = node.isEnded && node.basis === 'technical';
  return (
    <g className={styles[node.result]}>
      <line x1={from} x2={to} y1={y} y2={y} className={isHatched ? styles.lifeHatched : styles.life} />
      {node.stays.map((stay) => (
        <g key={stay.from}>
          <line x1={stay.from} x2={stay.to} y1={y} y2={y} className={styles.gap} />
          <line x1={stay.from} x2={stay.to} y1={y} y2={y} className={styles.stay} />
        </g>
      ))}
      {node.ticks.map((x) => (
        <line key={x} x1={x} x2={x} y1={y - 4} y2={y} className={styles.tick} />
      ))}
      {node.isEnded ? (
        <rect x={to - 4} y={y - 4} width={8} height={8} className={isHatched ? styles.endHatched : styles.end} />
      ) : (
        <path d={`M${to - 6} ${y - 4.5} ${to + 1} ${y} ${to - 6} ${y + 4.5}`} className={styles.endOpen} />
      )}
    </g>
  );
}

function NodeBox({
  node,
  pack,
  onOpen,
  onWalk,
}: {
  node: MapNode;
  pack: string;
  onOpen(id: string): void;
  onWalk(event: KeyboardEvent<HTMLElement>, from: string): void;
}) {
  const term = useT('terms');
  const { result, basis } = useNodeWords(node, pack);
  const { proceeding, order } = node;
  return (
    <button
      type="button"
      data-node={proceeding.id}
      className={`${styles.node} ${styles[node.result]} ${styles[node.basis]}`}
      style={{ insetInlineStart: node.x, insetBlockStart: node.y, inlineSize: NODE.width, blockSize: NODE.height }}
      onClick={() => onOpen(proceeding.id)}
      onKeyDown={(event) => onWalk(event, proceeding.id)}
    >
      <span className={styles.first}>
        <b>
          <bdi>{nameOf(proceeding)}</bdi>
        </b>
        <span className={styles.date}>
          {order ? formatDay(order.date) : proceeding.side !== 'ours' && term(`broughtBy.${proceeding.side}`)}
        </span>
      </span>
      <span className={styles.second}>{result}</span>
      <span className={styles.third}>{basis}</span>
    </button>
  );
}
