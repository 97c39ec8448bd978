import { usePlace } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { AfterCourt } from './AfterCourt.tsx';
import { ActsContext } from './acts.ts';
import { Calendar } from './Calendar.tsx';
import { Forgotten } from './Forgotten.tsx';
import { OpenedForm } from './Forms.tsx';
import { useDiaryActs } from './useDiaryActs.ts';

/** The diary: a calendar in four views, the forgotten files, and the evening after court. */
export default function DiaryRoom() {
  const { data: state } = useCall('vault.state', {});
  return state ? <Diary today={state.today} /> : <Reading inPage />;
}

function Diary({ today }: { today: string }) {
  const { tab } = usePlace();
  const { acts, opened, close } = useDiaryActs(today);
  return (
    <ActsContext value={acts}>
      {tab === 'after' ? (
        <AfterCourt today={today} />
      ) : tab === 'forgotten' ? (
        <Forgotten today={today} />
      ) : (
        <Calendar today={today} />
      )}
      {opened && <OpenedForm opened={opened} onClose={close} />}
    </ActsContext>
  );
}
