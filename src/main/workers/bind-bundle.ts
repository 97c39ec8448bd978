import { type BindInput, bindBundle } from '#main/bundles/bind.ts';
import { serve } from './serve.ts';

await serve((input: BindInput, report) => bindBundle(input, report));
