import type { DraftPart } from '#shared/domain/drafting/parts.ts';
import { IncidentsPart, PartiesPart, WitnessesPart } from './FromMatter.tsx';
import { GroundsPart, PrayersPart, ReportingPart } from './Lists.tsx';
import { LimitationPart, OrderPart } from './OrderPart.tsx';
import type { PartProps } from './part-props.ts';
import { SigningPart } from './SigningPart.tsx';
import { AnswersPart, OtherPart, StandingPart } from './Words.tsx';

/** The fields of one part of a draft. */
export function PartView({ part, ...props }: PartProps & { part: DraftPart }) {
  switch (part) {
    case 'parties':
      return <PartiesPart {...props} />;
    case 'standing':
      return <StandingPart {...props} />;
    case 'order':
      return <OrderPart {...props} />;
    case 'limitation':
      return <LimitationPart {...props} />;
    case 'incidents':
      return <IncidentsPart {...props} />;
    case 'reporting':
      return <ReportingPart {...props} />;
    case 'witnesses':
      return <WitnessesPart {...props} />;
    case 'grounds':
      return <GroundsPart {...props} />;
    case 'answers':
      return <AnswersPart {...props} />;
    case 'other':
      return <OtherPart {...props} />;
    case 'prayers':
      return <PrayersPart {...props} />;
    case 'signing':
      return <SigningPart {...props} />;
    case 'annexures':
      return null;
  }
}
