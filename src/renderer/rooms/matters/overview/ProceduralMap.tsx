import { useEffect, useRef, useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { layoutMap, type MapNode, NODE } from './map-layout.ts';
import styles from './ProceduralMap.module.css';

/** The proceedings of a matter over time: who decided what, on what basis, and what followed from it. */
export function ProceduralMap({ matterId, today }: { matterId: string; today: string }) {
  const t = useT('matters');
  const { data } = useCall('proceedings.map', { matterId });
  const [asTable, setTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  if (!data) return null;
  const layout = data.proceedings.length === 0 ? null : layoutMap(data, today, width);
  const pending = layout?.nodes.filter(({ isEnded }) => !isEnded).length ?? 0;
  const open = (id: string) => go({ room: 'matters', matterId, tab: 'proceedings', itemId: id });
  return (
    <Section
      title={t('map.title')}
      note={t('map.count', { pending, all: data.proceedings.length })}
      actions={
        layout && (
          <Button variant="quiet" size="small" onPress={() => setTable(!asTable)}>
            {asTable ? t('map.asMap') : t('map.asTable')}
          </Button>
        )
      }
    >
      <div ref={box}>
        {layout === null ? (
          <p className={styles.none}>{t('map.none')}</p>
        ) : asTable ? (
          <MapTable nodes={layout.nodes} onOpen={open} />
        ) : (
          <>
            <Legend />
            <div className={styles.scroll}>
              <Drawing layout={layout} onOpen={open} />
            </div>
          </>
        )}
      </div>
    </Section>
  );
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(820);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return width;
}

function Legend() {
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
    </p>
  );
}

function Drawing({ layout, onOpen }: { layout: ReturnType<typeof layoutMap>; onOpen(id: string): void }) {
  const t = useT('matters');
  const { width, height, lanes, years, today, nodes, links } = layout;
  return (
    <div className={styles.map} style={{ inlineSize: width, blockSize: height }}>
      <svg className={styles.lines} width={width} height={height} aria-hidden="true">
        {lanes.map(({ forum, y, isBeside }) => (
          <line
            key={forum}
            x1={0}
            x2={width}
            y1={y - 6}
            y2={y - 6}
            className={isBeside ? styles.laneBeside : styles.lane}
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
          <pattern id="map-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="5" className={styles.hatchLine} />
          </pattern>
        </defs>
        {nodes.map((node) => (
          <LifeLine key={node.proceeding.id} node={node} />
        ))}
        <line x1={today} x2={today} y1={14} y2={height} className={styles.today} />
      </svg>
      {lanes.map(({ forum, seat, y }) => (
        <div key={forum} className={styles.laneLabel} style={{ insetBlockStart: y }}>
          <b>{forum}</b>
          <span>{seat}</span>
        </div>
      ))}
      {years.map(({ year, x }) => (
        <span key={year} className={styles.yearLabel} style={{ insetInlineStart: x + 4 }}>
          {year}
        </span>
      ))}
      <span className={`${styles.yearLabel} ${styles.todayLabel}`} style={{ insetInlineStart: today }}>
        {t('map.today')}
      </span>
      {nodes.map((node) => (
        <NodeBox key={node.proceeding.id} node={node} onOpen={onOpen} />
      ))}
    </div>
  );
}

function LifeLine({ node }: { node: MapNode }) {
  const y = node.y + NODE.height + 5;
  const className = styles[node.result];
  return (
    <g className={className}>
      <line x1={node.life.from} x2={Math.max(node.life.to, node.life.from + 6)} y1={y} y2={y} className={styles.life} />
      {node.ticks.map((x) => (
        <line key={x} x1={x} x2={x} y1={y - 4} y2={y} className={styles.tick} />
      ))}
      {node.isEnded && <rect x={node.life.to - 4} y={y - 4} width={8} height={8} className={styles.end} />}
    </g>
  );
}

function NodeBox({ node, onOpen }: { node: MapNode; onOpen(id: string): void }) {
  const { proceeding, order } = node;
  return (
    <button
      type="button"
      className={`${styles.node} ${styles[node.result]} ${styles[node.basis]}`}
      style={{ insetInlineStart: node.x, insetBlockStart: node.y, inlineSize: NODE.width, blockSize: NODE.height }}
      onClick={() => onOpen(proceeding.id)}
    >
      <span className={styles.first}>
        <b>
          <bdi>{proceeding.numberText ?? proceeding.title ?? proceeding.type}</bdi>
        </b>
        {order && <span className={styles.date}>{formatDay(order.date)}</span>}
      </span>
      <span className={styles.second}>{useResultText(node)}</span>
      <span className={styles.third}>{useBasisText(node)}</span>
    </button>
  );
}

function useResultText({ order, isEnded, proceeding }: MapNode): string {
  const t = useT('matters');
  const term = useT('terms');
  if (!isEnded || !order) {
    const interim = order?.interimKind ? term(`interim.${order.interimKind}`) : null;
    return interim ?? t('map.pendingStage', { stage: proceeding.stage ?? '' }).replace(/[:\s]+$/, '');
  }
  const done = order.disposal ? term(`disposal.${order.disposal}`) : t('map.ended');
  return order.ground ? `${done}: ${order.ground}` : done;
}

function useBasisText({ order, isEnded, proceeding }: MapNode): string {
  const term = useT('terms');
  if (!isEnded) return proceeding.provision ?? proceeding.title ?? '';
  const merits = order?.merits ? term(`merits.${order.merits}`) : '';
  return [order?.detail, merits].filter(Boolean).join('; ');
}

function MapTable({ nodes, onOpen }: { nodes: MapNode[]; onOpen(id: string): void }) {
  const t = useT('matters');
  return (
    <Table
      label={t('map.title')}
      columns={[
        {
          id: 'number',
          heading: t('map.number'),
          cell: ({ proceeding }: MapNode) => proceeding.numberText ?? proceeding.type,
        },
        { id: 'forum', heading: t('map.forum'), cell: ({ proceeding }: MapNode) => proceeding.forumName },
        { id: 'result', heading: t('map.result'), cell: (node: MapNode) => <ResultCell node={node} /> },
        { id: 'date', heading: t('map.date'), cell: ({ order }: MapNode) => (order ? formatDay(order.date) : '–') },
      ]}
      rows={nodes}
      keyOf={({ proceeding }) => proceeding.id}
      onOpen={({ proceeding }) => onOpen(proceeding.id)}
      empty={t('map.none')}
    />
  );
}

function ResultCell({ node }: { node: MapNode }) {
  const result = useResultText(node);
  const basis = useBasisText(node);
  return <>{[result, basis].filter(Boolean).join('; ')}</>;
}
