import { type ExamineInput, examineFiles } from '#main/bundles/examination/examine.ts';
import { readPdf } from '#main/evidence/read-pdf.ts';
import { serve } from './serve.ts';

await serve((input: ExamineInput, report) => examineFiles(input, report, readPdf));
