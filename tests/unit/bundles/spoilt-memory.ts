// Binds so many spoilt documents in a program of its own, and prints the most memory that the program had, in bytes. Run by
// mutated.test.ts with a small heap, so that garbage is not what is measured.
import { bindSpoilt, mutated, seeded, wholeDocuments } from './mutate.ts';

const whole = wholeDocuments();
const random = seeded(7);
for (let i = 0; i < Number(process.argv[2]); i++) bindSpoilt(mutated(whole[i % whole.length]!, random), whole[0]!);
process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
