import { afterEach, describe, expect, it, vi } from 'vitest';

// The place is read by a hook; outside of a page it is what the store gives.
vi.mock('zustand', async (load) => {
  const { createStore } = await load<typeof import('zustand')>();
  return {
    create: <S>(make: () => S) => {
      const store = createStore<S>()(make);
      return Object.assign((pick: (state: S) => unknown) => pick(store.getState()), store);
    },
  };
});
const { back, forgetWay, forward, go, usePlace } = await import('#renderer/app/place.ts');

afterEach(forgetWay);

describe('the way', () => {
  it('leads back and forward, and ends where one turns off', () => {
    go({ room: 'diary' });
    go({ room: 'matters', matterId: 'a', tab: 'overview' });
    go({ room: 'matters', matterId: 'a', tab: 'log' });
    back();
    expect(usePlace()).toMatchObject({ tab: 'overview' });
    back();
    back();
    expect(usePlace()).toEqual({ room: 'diary' });
    forward();
    expect(usePlace()).toMatchObject({ tab: 'overview' });
    go({ room: 'settings' });
    forward();
    expect(usePlace()).toEqual({ room: 'settings' });
    back();
    expect(usePlace()).toMatchObject({ matterId: 'a' });
  });

  it('does not count staying as a step', () => {
    go({ room: 'diary' });
    go({ room: 'matters' });
    go({ room: 'matters' });
    back();
    expect(usePlace()).toEqual({ room: 'diary' });
  });

  it('is forgotten with the vault', () => {
    go({ room: 'matters', matterId: 'secret' });
    go({ room: 'diary' });
    forgetWay();
    back();
    expect(usePlace()).toEqual({ room: '' });
  });
});
