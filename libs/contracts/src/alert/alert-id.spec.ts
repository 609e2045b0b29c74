import { alertId, narrowerAlertIds, otherAlertIds, referencedAlertId, scriptedIdentifier } from './alert-id.js';
import { parseAlert } from './alert-schema.js';

function alert(changes: Record<string, unknown> = {}): ReturnType<typeof parseAlert>['alert'] {
  const json = {
    identifier: 'TX-001',
    sender: 'desk@exercise.example',
    sent: '2026-11-23T09:00:00+05:00',
    status: 'Exercise',
    msgType: 'Alert',
    scope: 'Public',
    ...changes,
  };
  return parseAlert(json, { asExercise: false }).alert;
}

describe('alert id', () => {
  it('is ALT- and 26 characters of lower-case base32, always the same', () => {
    expect(alertId(alert())).toMatch(/^ALT-[a-z2-7]{26}$/);
    // sha256(["JOINT","desk@exercise.example","TX-001",1795406400000]) in base32, as another program works it out.
    expect(alertId(alert())).toBe('ALT-cnrf6b5pyvc4sbj4ipvh2wev5e');
  });

  it('depends on the moment of sending, not on how its offset is written', () => {
    expect(alertId(alert({ sent: '2026-11-23T04:00:00Z' }))).toBe(alertId(alert()));
    expect(alertId(alert({ sent: '2026-11-23T09:00:01+05:00' }))).not.toBe(alertId(alert()));
  });

  it('depends on nothing but class, sender, identifier and sent', () => {
    expect(alertId(alert({ note: 'x', scope: 'Private', addresses: 'a' }))).toBe(alertId(alert()));
    const others = [
      alert({ identifier: 'TX-002' }),
      alert({ sender: 'other@exercise.example' }),
      alert({ exercise: { releasability: { class: 'PAK' } } }),
      alert({ exercise: { releasability: { class: 'CHN' } } }),
    ];
    expect(new Set([alert(), ...others].map((one) => alertId(one))).size).toBe(5);
  });

  it('is another one for each side that sends the same triple to both, and for none', () => {
    const joint = (['JOINT', 'PAK', 'CHN'] as const).map((owner) => alertId(alert(), { owner }));
    expect(new Set(joint).size).toBe(3);
    expect(joint[0]).toBe(alertId(alert()));
    const ofPak = alert({ exercise: { releasability: { class: 'PAK' } } });
    expect(alertId(ofPak, { owner: 'PAK' })).toBe(alertId(ofPak));
    const { sender, identifier, sent } = alert();
    const update = alert({ identifier: 'TX-2', msgType: 'Update', references: [{ sender, identifier, sent }] });
    const own = alertId(alert(), { owner: 'PAK', account: 'acc_1' });
    expect(otherAlertIds(update, 'PAK', 'acc_1')).toEqual([[own, joint[0], joint[2]]]);
    expect(joint).not.toContain(own);
  });

  it('does not mix up where one part ends and the next begins', () => {
    expect(alertId(alert({ identifier: '1a', sender: 's' }))).not.toBe(
      alertId(alert({ identifier: 'a', sender: 's1' })),
    );
  });

  it('is what a reference to the message resolves to, within a class', () => {
    const message = alert();
    const reference = { sender: message.sender, identifier: message.identifier, sent: '2026-11-23T04:00:00-00:00' };
    expect(referencedAlertId('JOINT', reference)).toBe(alertId(message));
    expect(referencedAlertId('PAK', reference)).not.toBe(alertId(message));
    expect(() => referencedAlertId('PAK', { ...reference, sent: 'yesterday' })).toThrow(RangeError);
  });
});

describe('the ids of a message in the classes that one which references it would widen', () => {
  const { sender, identifier, sent } = alert();

  it.each([
    ['JOINT', ['PAK', 'CHN']],
    ['PAK', ['CHN']],
    ['CHN', ['PAK']],
  ] as const)('of %s are those of %j', (own, owners) => {
    const references = [{ sender, identifier, sent }];
    const update = alert({
      identifier: 'TX-2',
      msgType: 'Update',
      references,
      exercise: { releasability: { class: own } },
    });
    const of = (owner: string) => alertId(alert({ exercise: { releasability: { class: owner } } }));
    expect(narrowerAlertIds(update)).toEqual([owners.map(of)]);
  });
});

describe('the identifier of a script’s message', () => {
  const message = { scenario: 'flood', seed: 'flood', inject: 'second-wave', occurrence: 0 };

  it('is always the same, valid in CAP, and tells nothing of the inject', () => {
    expect(scriptedIdentifier(message)).toMatch(/^CAP-[a-z2-7]{26}$/);
    expect(scriptedIdentifier({ ...message })).toBe(scriptedIdentifier(message));
  });

  it.each([{ scenario: 'fire' }, { seed: 'other' }, { inject: 'third-wave' }, { occurrence: 1 }])(
    'is another one with %j',
    (other) => {
      expect(scriptedIdentifier({ ...message, ...other })).not.toBe(scriptedIdentifier(message));
    },
  );
});
