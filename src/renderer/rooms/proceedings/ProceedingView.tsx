import { useEffect } from 'react';
import { runAction } from '#renderer/app/actions.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import type { Output } from '#shared/contract/index.ts';
import { Copies } from './Copies.tsx';
import { FilingCheck } from './checks/FilingCheck.tsx';
import { DeadlinePage } from './deadlines/DeadlinePage.tsx';
import { Deadlines } from './deadlines/Deadlines.tsx';
import { Payments } from './deadlines/Payments.tsx';
import { Tasks } from './deadlines/Tasks.tsx';
import { Filings } from './Filings.tsx';
import { Hearings } from './Hearings.tsx';
import { OrderPage } from './orders/OrderPage.tsx';
import { Orders } from './orders/Orders.tsx';
import { ProceedingHead } from './ProceedingHead.tsx';
import styles from './ProceedingView.module.css';
import type { PartProps } from './part-props.ts';
import { look as goTo, type Look } from './place.ts';
import { Services } from './Services.tsx';

/** One proceeding: its title block, everything that happened in it, and what is to be done. */
export function ProceedingView({
  matter,
  id,
  today,
  others,
  look,
}: {
  matter: Output<'matters.get'>;
  id: string;
  today: string;
  others: readonly Output<'proceedings.list'>[number][];
  look: Look;
}) {
  const { data: whole } = useCall('proceedings.get', { id });
  const isLoaded = whole !== undefined;
  // What a place asks to be done is done once its parts are here to do it; the place then is the proceeding alone.
  useEffect(() => {
    if (look.view !== 'do' || look.recordId === null || !isLoaded) return;
    runAction(look.recordId);
    if (look.recordId !== 'orders.open-last') goTo(matter.id, id);
  }, [look.view, look.recordId, isLoaded, matter.id, id]);
  if (!whole) return <Reading inPage />;
  const part: PartProps = { matter, whole, today };
  const home = () => goTo(matter.id, id);
  const order = look.view === 'order' && whole.orders.find((each) => each.id === look.recordId);
  if (order) return <OrderPage {...part} order={order} onBack={home} />;
  if (look.view === 'deadline' && look.recordId) return <DeadlinePage {...part} id={look.recordId} onBack={home} />;
  if (look.view === 'check') return <FilingCheck {...part} onBack={home} />;
  return (
    <div className={styles.page}>
      <ProceedingHead {...part} others={others} />
      <Hearings {...part} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Orders {...part} />
          <Filings {...part} />
          <Services {...part} />
          <Copies {...part} />
        </div>
        <div className={styles.column}>
          <Deadlines {...part} />
          <Tasks {...part} />
          <Payments {...part} />
        </div>
      </div>
    </div>
  );
}
