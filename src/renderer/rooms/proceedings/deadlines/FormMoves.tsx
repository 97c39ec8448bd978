import { useCall } from '#renderer/app/query.ts';
import type { FormValues } from '#renderer/forms/fields.ts';
import { isDay } from '#shared/domain/dates/days.ts';
import type { PartProps } from '../part-props.ts';
import { DateMoves } from './DateMoves.tsx';

type Order = PartProps['whole']['orders'][number];
type Copy = PartProps['whole']['copies'][number];
type Service = PartProps['whole']['services'][number];

/** A day of a form; null where it is empty or half typed. */
const dayOf = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : null);

/** What the clocks of an order do while its days are changed in its form. */
export function OrderMoves({ order, values }: { order: Order; values: FormValues }) {
  const date = dayOf(values.date) ?? order.date;
  const communicatedOn = dayOf(values.communicatedOn);
  const changed = date !== order.date || communicatedOn !== order.communicatedOn;
  const { data } = useCall('orders.moves', { id: order.id, date, communicatedOn }, { enabled: changed });
  return changed ? <DateMoves moves={data} /> : null;
}

/** The same while the days of a certified copy are entered. */
export function CopyMoves({ copy, values }: { copy: Copy | null; values: FormValues }) {
  const orderId = copy?.orderId ?? (typeof values.orderId === 'string' ? values.orderId : '');
  const [appliedOn, readyOn] = [dayOf(values.appliedOn), dayOf(values.readyOn)];
  const changed = orderId !== '' && (appliedOn !== (copy?.appliedOn ?? null) || readyOn !== (copy?.readyOn ?? null));
  const { data } = useCall('copies.moves', { id: copy?.id ?? null, orderId, appliedOn, readyOn }, { enabled: changed });
  return changed ? <DateMoves moves={data} /> : null;
}

/** The same while the day of a service is changed. */
export function ServiceMoves({ service, values }: { service: Service; values: FormValues }) {
  const servedOn = dayOf(values.servedOn);
  const changed = servedOn !== service.servedOn;
  const { data } = useCall('services.moves', { id: service.id, servedOn }, { enabled: changed });
  return changed ? <DateMoves moves={data} /> : null;
}
