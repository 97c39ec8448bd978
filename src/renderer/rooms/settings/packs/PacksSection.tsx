import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import { SectionPage } from '../SectionPage.tsx';
import { InstallDialog } from './InstallDialog.tsx';
import { OwnPack } from './OwnPack.tsx';

type Files = NonNullable<Output<'packs.choose'>>;
type Program = Output<'packs.list'>[number];

/** Packs that the user wrote: what each adds and overrides, and a way to install, switch off and remove one. */
export function PacksSection() {
  const t = useT('packs');
  const { data: own } = useCall('packs.own', {});
  const { data: packs } = useCall('packs.list', {});
  const { data: state } = useCall('vault.state', {});
  const choose = useAct('packs.choose');
  const [files, setFiles] = useState<Files | null>(null);
  const isReadOnly = state?.readOnly !== null;
  const button = !isReadOnly && (
    <Button variant="primary" icon="plus" isBusy={choose.busy} onPress={() => void choose.run({}).then(setFiles)}>
      {t('install')}
    </Button>
  );
  const isEmpty = own?.length === 0;
  const ownIds = new Set(own?.map(({ id }) => id));
  return (
    <SectionPage section="packs" meta={<span>{t('text')}</span>} actions={!isEmpty && button}>
      {isEmpty && <EmptyState icon="book" title={t('none')} text={t('noneText')} action={button} />}
      {own?.map((pack) => (
        <OwnPack key={pack.id} pack={pack} isReadOnly={isReadOnly} />
      ))}
      {packs && (
        <Section title={t('program')} note={t('programNote')}>
          <Table
            label={t('program')}
            columns={[
              { id: 'id', heading: t('id'), width: 180, cell: ({ id }: Program) => <bdi dir="ltr">{id}</bdi> },
              { id: 'title', heading: t('title'), cell: ({ title }: Program) => title },
              { id: 'country', heading: t('country'), width: 120, cell: ({ country }: Program) => country },
            ]}
            rows={packs.filter(({ id }) => !ownIds.has(id))}
            keyOf={({ id }) => id}
          />
        </Section>
      )}
      {files && <InstallDialog files={files} onClose={() => setFiles(null)} />}
    </SectionPage>
  );
}
