import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { nameOf, whereOf } from '#renderer/rooms/proceedings/names.ts';
import { StatusChip } from '#renderer/ui/StatusChip.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { MapNode } from './map-layout.ts';
import { useNodeWords } from './node-words.ts';

/** The procedural map as a table, for whoever reads it so. */
export function MapTable({ nodes, pack, onOpen }: { nodes: MapNode[]; pack: string; onOpen(id: string): void }) {
  const t = useT('matters');
  return (
    <Table
      label={t('map.title')}
      columns={[
        { id: 'number', heading: t('map.number'), cell: ({ proceeding }: MapNode) => <bdi>{nameOf(proceeding)}</bdi> },
        { id: 'forum', heading: t('map.forum'), cell: ({ proceeding }: MapNode) => <bdi>{whereOf(proceeding)}</bdi> },
        {
          id: 'filed',
          heading: t('map.filed'),
          cell: ({ proceeding }: MapNode) => (proceeding.filedOn ? formatDay(proceeding.filedOn) : '–'),
        },
        {
          id: 'result',
          heading: t('map.result'),
          width: '38%',
          cell: (node: MapNode) => <ResultCell node={node} pack={pack} />,
        },
        { id: 'date', heading: t('map.date'), cell: ({ order }: MapNode) => (order ? formatDay(order.date) : '–') },
      ]}
      rows={nodes}
      keyOf={({ proceeding }) => proceeding.id}
      onOpen={({ proceeding }) => onOpen(proceeding.id)}
    />
  );
}

function ResultCell({ node, pack }: { node: MapNode; pack: string }) {
  const { result, basis } = useNodeWords(node, pack);
  return (
    <StatusChip result={node.result} basis={node.basis}>
      {[result, basis].filter(Boolean).join('; ')}
    </StatusChip>
  );
}
