import { drawPages } from '#main/page-images/draw.ts';
import type { ImagingInput } from '#main/page-images/imaging.ts';
import { serve } from './serve.ts';

// pdf.js leaves promises about damaged parts to themselves; what matters of them comes back on the way that is waited for.
process.on('unhandledRejection', () => {});

await serve((input: ImagingInput, report) => drawPages(input, report));
