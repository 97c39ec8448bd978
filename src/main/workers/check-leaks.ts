import { type ScanInput, scanFiles } from '#main/leakcheck/scan.ts';
import { serve } from './serve.ts';

await serve((input: ScanInput, report) => scanFiles(input, report));
