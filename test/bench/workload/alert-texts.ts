/**
 * The alerts that the bench sends, about 800 bytes each, in the forms of Tandem and of Alertmanager. Mix A ("storm"): all
 * over 20 sites and 12 categories; most of them join an incident that is open. Mix B: the same alerts, but under a policy
 * that correlates nothing, so that each opens its own incident and runs its own chain.
 */
import { CATEGORIES } from '#domain/alert/alert.js';
import { siteId } from '../../cluster/joint-scenario.js';
import { NUMBER_MARK } from '../load/request-template.js';

export const SITE_COUNT = 20;

const SEVERITIES = ['Severe', 'Moderate', 'Moderate', 'Minor'] as const;
const DESCRIPTION =
  'Exercise message. The control room reports persons in need of assistance at the eastern access road; the first ' +
  'responders have been told, further information follows. Nothing in this message is real, and no place in it exists.';

interface Kind {
  readonly site: string;
  readonly category: string;
  readonly severity: string;
}

const KINDS: readonly Kind[] = Array.from({ length: SITE_COUNT * CATEGORIES.length }, (_, index) => ({
  site: siteId(index % SITE_COUNT),
  category: CATEGORIES[Math.floor(index / SITE_COUNT)] ?? 'Other',
  severity: SEVERITIES[index % SEVERITIES.length] ?? 'Minor',
}));

/** One text for each site and category, with the mark in the place of its number. */
export function tandemAlerts(sender: string): string[] {
  return KINDS.map(({ site, category, severity }) =>
    JSON.stringify({
      identifier: `bench-${NUMBER_MARK}`,
      sender,
      sent: '2026-11-23T09:00:00+05:00',
      status: 'Exercise',
      msgType: 'Alert',
      scope: 'Public',
      info: [
        {
          language: 'en-US',
          category: [category],
          event: `Exercise event (${category})`,
          urgency: 'Immediate',
          severity,
          certainty: 'Observed',
          senderName: 'Exercise control',
          headline: `EXERCISE: ${category} at ${site}`,
          description: DESCRIPTION,
          area: [{ areaDesc: `Access road of ${site}`, circle: ['25.10,66.90 2'] }],
        },
      ],
      exercise: { site, nationals: { PAK: 12, CHN: 3 }, source: 'control-room', confidence: 'high' },
    }),
  );
}

/** The same for POST /api/v2/alerts: a label with the number makes each a different alert. */
export function alertmanagerAlerts(): string[] {
  return KINDS.map(({ site, category, severity }) =>
    JSON.stringify({
      labels: { alertname: `Exercise event (${category})`, site, category, severity, number: NUMBER_MARK },
      annotations: {
        headline: `EXERCISE: ${category} at ${site}`,
        description: DESCRIPTION,
        senderName: 'Exercise control',
        area: `Access road of ${site}`,
        nationals: 'PAK 12, CHN 3',
      },
      startsAt: '2026-11-23T09:00:00+05:00',
      generatorURL: 'http://exercise.example/control-room',
    }),
  );
}
