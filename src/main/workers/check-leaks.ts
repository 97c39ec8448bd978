import { type ScanInput, scanFile } from '#main/leakcheck/scan.ts';
import { serve } from './serve.ts';

await serve((input: ScanInput, report) => scanFile(input, report));
