import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import type { Result } from '#shared/contract/index.ts';

let estimator: ZxcvbnFactory | undefined;

/** How hard a passphrase is to guess, by an estimator that knows common words, names, keyboards and dates. */
export function strength(passphrase: string): Result<'vault.strength'> {
  // The dictionaries take a moment to read, and most starts never need them.
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  const { score, guessesLog10, feedback } = estimator.check(passphrase.slice(0, 128));
  return { score, guessesLog10, advice: feedback.warning || feedback.suggestions[0] || null };
}
