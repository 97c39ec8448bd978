import type { RedactionInput } from '#main/redaction/make.ts';
import { makeOrDraw } from '#main/redaction/make-or-draw.ts';
import { serve } from './serve.ts';

await serve((input: RedactionInput, report) => makeOrDraw(input, report));
