import { bindBundle } from '#main/bundles/bind.ts';
import type { BindInput } from '#main/bundles/binding.ts';
import { serve } from './serve.ts';

await serve((input: BindInput, report) => bindBundle(input, report));
