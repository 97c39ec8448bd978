import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileOf, profilesOf } from '#main/bundles/profiles.ts';
import { loadPacks } from '#main/packs/service.ts';
import { PROFILE_IDS } from '#shared/packs/vocabulary.ts';

const { library } = loadPacks([path.join(import.meta.dirname, '../../../resources/packs')]);

describe('profiles of bundles', () => {
  it('are all there, each but the plain one with what it rests on and when that was checked', () => {
    const profiles = profilesOf(library);
    expect(profiles.map(({ id }) => id).sort()).toEqual([...PROFILE_IDS].sort());
    for (const { id, citation, checkedOn } of profiles) {
      if (id === 'plain') continue;
      expect(citation, id).toMatch(/\w/);
      expect(checkedOn, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('number as their courts want it', () => {
    expect(profileOf(library, 'ew-family').numbering).toBe('per-section');
    expect(profileOf(library, 'ew-court').numbering).toBe('per-volume');
    expect(() => profileOf(library, 'nowhere')).toThrow('no bundle profile');
  });
});
