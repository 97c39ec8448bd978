import { makeRedacted, type RedactionInput } from '#main/redaction/make.ts';
import { serve } from './serve.ts';

await serve((input: RedactionInput, report) => makeRedacted(input, report));
