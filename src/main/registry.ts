import type { CallName } from '#shared/contract/index.ts';
import { bundleHandlers } from './bundles/handlers.ts';
import { checkHandlers } from './checks/handlers.ts';
import { diaryHandlers } from './diary/handlers.ts';
import { draftHandlers } from './drafts/handlers.ts';
import { evidenceHandlers } from './evidence/handlers.ts';
import type { Handlers } from './handlers.ts';
import { intakeHandlers } from './intake/handlers.ts';
import { leakcheckHandlers } from './leakcheck/handlers.ts';
import { matterHandlers } from './matters/handlers.ts';
import { packHandlers } from './packs/handlers.ts';
import { proceedingHandlers } from './proceedings/handlers.ts';
import { redactionHandlers } from './redaction/handlers.ts';
import { sessionHandlers } from './session/handlers.ts';

/** Who carries out each call of the contract, and what kind of work it is. */
export const handlers: Handlers<CallName> = {
  ...sessionHandlers,
  ...matterHandlers,
  ...proceedingHandlers,
  ...diaryHandlers,
  ...evidenceHandlers,
  ...draftHandlers,
  ...bundleHandlers,
  ...checkHandlers,
  ...intakeHandlers,
  ...leakcheckHandlers,
  ...packHandlers,
  ...redactionHandlers,
};
