import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { RecordSection } from '#renderer/forms/RecordSection.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { ServiceMoves } from './deadlines/FormMoves.tsx';
import { serviceForm } from './forms/filing.ts';
import type { PartProps } from './part-props.ts';

/** What was served: on whom, how, when, and how it is proven. */
export function Services({ matter, whole }: PartProps) {
  const t = useT('proceedings');
  const { data: parties } = useCall('parties.list', { matterId: matter.id });
  return (
    <RecordSection
      id="services"
      words={{
        title: t('service.title'),
        add: t('service.add'),
        edit: t('service.edit'),
        added: t('service.added'),
        edited: t('service.edited'),
        removed: t('service.removed'),
        none: t('service.none'),
      }}
      calls={{ add: 'services.add', edit: 'services.edit', remove: 'services.remove' }}
      rows={whole.services}
      nameOf={({ document }) => document}
      columns={[
        { id: 'document', heading: t('service.document'), width: '30%', cell: ({ document }) => <bdi>{document}</bdi> },
        { id: 'whom', heading: t('service.onWhom'), cell: ({ onWhom }) => <bdi>{onWhom}</bdi> },
        {
          id: 'how',
          heading: t('service.method'),
          cell: ({ method, proof }) => [method, proof].filter(Boolean).join('; '),
        },
        {
          id: 'on',
          heading: t('service.servedOn'),
          width: 112,
          cell: ({ servedOn }) =>
            servedOn ? formatDay(servedOn) : <Badge tone="warn">{t('service.notServed')}</Badge>,
        },
      ]}
      form={() =>
        serviceForm(
          t,
          (parties ?? []).map(({ id, name }) => ({ id, label: name })),
        )
      }
      fixed={{ proceedingId: whole.proceeding.id }}
      formNote={(service) => (values) => service && <ServiceMoves service={service} values={values} />}
    />
  );
}
