import { command, type Handlers, host, job, query, undoable } from '#main/handlers.ts';
import type { bundleVersionCalls } from '#shared/contract/bundle-versions.ts';
import type { bundleCalls } from '#shared/contract/bundles.ts';
import * as bundles from './bundles.ts';
import { compareVersions, exportConcordance, pagesOf } from './compare.ts';
import { exportDraftIndex } from './draft-index.ts';
import { itemPages } from './item-pages.ts';
import { planned, previewFront, profiles } from './planning.ts';
import { produce } from './produce.ts';
import { exportReport } from './report.ts';
import { freeze, lockedFiles, versions } from './versions.ts';

export const bundleHandlers: Handlers<keyof typeof bundleCalls | keyof typeof bundleVersionCalls> = {
  'bundles.profiles': query(profiles),
  'bundles.list': query(bundles.listBundles),
  'bundles.add': command(undoable(bundles.addBundle)),
  'bundles.edit': command(undoable(bundles.editBundle)),
  'bundles.remove': command(undoable(bundles.removeBundle)),
  'bundles.plan': query(planned),
  'bundles.addSection': command(undoable(bundles.addSection)),
  'bundles.editSection': command(undoable(bundles.editSection)),
  'bundles.removeSection': command(undoable(bundles.removeSection)),
  'bundles.addItems': command(undoable(bundles.addItems)),
  'bundles.editItem': command(undoable(bundles.editItem)),
  'bundles.removeItem': command(undoable(bundles.removeItem)),
  'bundles.moveItems': command(undoable(bundles.moveItems)),
  'bundles.moveSection': command(undoable(bundles.moveSection)),
  'bundles.sortByDate': command(undoable(bundles.sortByDate)),
  'bundles.itemPages': query(itemPages),
  'bundles.previewFront': query(previewFront),
  'bundles.produce': host(produce),
  'bundles.exportReport': host(exportReport),
  'bundles.exportDraftIndex': host(exportDraftIndex),
  'bundles.locked': query(lockedFiles),
  'bundles.freeze': job(freeze),
  'bundles.versions': query(versions),
  'bundles.concordance': query(compareVersions),
  'bundles.exportConcordance': host(exportConcordance),
  'bundles.pages': query(pagesOf),
};
