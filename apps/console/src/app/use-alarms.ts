/** Sounds and notices of what begins to ask for attention, while an exercise is open. */
import { useEffect, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { AlarmWatch, alarmsOf, type Alarm } from '../live/alarm-watch.js';
import type { ExerciseStore } from '../live/exercise-store.js';
import { soundPlayer } from '../live/sound-player.js';
import { soundOf } from '../live/state-looks.js';
import { useViewer } from '../session/use-session.js';

/** @returns what is alarmed of stays silent from then on */
export function useAlarms(store: ExerciseStore | undefined): () => void {
  const { t } = useTranslation('frame');
  const { side } = useViewer();
  const watch = useMemo(() => new AlarmWatch(), [store]);
  useEffect(() => {
    if (store === undefined) return undefined;
    let timer: number | undefined;
    let { connection } = store;
    let hadSound = false;
    const look = () => {
      window.clearTimeout(timer);
      const alarms = alarmsOf(store.fold, side);
      const { fresh, again } = watch.update(alarms, Date.now());
      // Nothing is urgent while the clock stands, and nothing that waited is new when it goes on.
      const [first] = store.fold.state.status === 'running' ? [...fresh, ...again] : [];
      if (connection !== store.connection) {
        if (connection === 'live' && store.connection === 'lost') {
          soundPlayer.play(soundOf('lost', 'Severe'));
          showNotice('lost', t('sound.notice.lost'), '');
        }
        ({ connection } = store);
      } else if (first !== undefined) soundPlayer.play(soundOf(first.kind, first.severity));
      else if (hadSound && alarms.length === 0) soundPlayer.stop();
      hadSound = alarms.length > 0;
      for (const alarm of fresh) showNotice(alarm.incident, noticeTitle(alarm), headline(store, alarm));
      if (watch.nextAt !== undefined) timer = window.setTimeout(look, Math.max(50, watch.nextAt - Date.now()));
    };
    const noticeTitle = ({ kind, incident }: Alarm) => t(`sound.notice.${kind}`, { incident });
    look();
    const leave = store.subscribe(look);
    return () => {
      leave();
      window.clearTimeout(timer);
      soundPlayer.stop();
    };
  }, [store, side, t, watch]);
  return useMemo(
    () => () => {
      watch.silence();
      soundPlayer.stop();
    },
    [watch],
  );
}

function headline({ fold }: ExerciseStore, { incident }: Alarm): string {
  return `EXERCISE · ${fold.incidents.get(incident as never)?.headline ?? ''}`;
}

/** Only while the page is in the background. */
function showNotice(tag: string, title: string, body: string): void {
  if (!soundPlayer.settings.hasNotices || !('Notification' in window) || Notification.permission !== 'granted') return;
  if (!document.hidden && document.hasFocus()) return;
  const notice = new Notification(title, { body, tag, silent: true });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
  });
}
