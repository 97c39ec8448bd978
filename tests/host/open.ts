// `node tests/host/open.ts [arguments]`: opens the built app in the stand-in host, on the screen, until it is closed.
import { launchStandIn } from './driver/launch.ts';

process.exit((await launchStandIn({ args: process.argv.slice(2), isVisible: true }).exited) ?? 1);
