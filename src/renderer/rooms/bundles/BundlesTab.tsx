import { usePlace } from '#renderer/app/place.ts';
import type { Output } from '#shared/contract/index.ts';
import { BundleBuilder } from './BundleBuilder.tsx';
import { BundleList } from './BundleList.tsx';

/** The bundles of a matter, or the one that is open on the workbench. */
export default function BundlesTab({ matter }: { matter: Output<'matters.get'> }) {
  const { itemId } = usePlace();
  return itemId === undefined ? (
    <BundleList matter={matter} />
  ) : (
    <BundleBuilder key={itemId} id={itemId} matter={matter} />
  );
}
