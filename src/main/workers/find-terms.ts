import { type FindInput, findInFile } from '#main/redaction/find-in-file.ts';
import { serve } from './serve.ts';

await serve((input: FindInput) => findInFile(input));
