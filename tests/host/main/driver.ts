import { type Driver, link, type Main, type Offered } from '../link.ts';

/** What this process offers the driver; boot.ts fills it in. */
export const offered = {} as Offered<Main>;

export const driver = link<Main, Driver>(process, offered);
