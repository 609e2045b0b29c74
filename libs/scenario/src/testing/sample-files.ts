/** A scenario in four small files, for specs: each can be replaced. */
import { loadScenario } from '../files/load-scenario.js';
import { UnreadableFile } from '../files/scenario-files.js';

const SITES = `tandem: 1
sites:
  - id: north-camp
    name: North Camp (fictional)
    kind: camp
    province: Punjab
    position: { lat: 31, lon: 73 }
    nationals: { PAK: 10, CHN: 5 }
`;
const BEHAVIOUR = `behaviour:
      acknowledge: { kind: fixed, time: 10s }
      enRoute: { kind: fixed, time: 10s }
      onScene: { kind: fixed, time: 10s }
      clear: { kind: fixed, time: 10s }`;
export const UNITS = `tandem: 1
units:
  - id: police
    name: Police
    side: PAK
    kind: provincial-police
    jurisdiction: { provinces: [Punjab] }
    authority: [respond]
    ${BEHAVIOUR}
  - id: desk
    name: Desk
    side: CHN
    kind: company-security-desk
    jurisdiction: { sites: [north-camp] }
    authority: [inform]
    ${BEHAVIOUR}
`;
export const POLICY = `tandem: 1
policy:
  id: standard
  version: 1
  correlationWindow: 15m
  route: { id: all, chain: joint }
  chains:
    joint:
      steps:
        - id: first
          targets: [{ kind: provincial-police, action: respond }, { kind: company-security-desk, action: inform }]
          requirement: each-side
          ackWithin: 1m
      expireAfter: 5m
`;
export const OWN = 'id: test\ntitle: Test\nduration: 1h\n';
export const HEAD = `tandem: 1
include: [shared/sites.yaml, shared/units.yaml, shared/policy.yaml]
${OWN}`;
export const SHARED = { 'shared/sites.yaml': SITES, 'shared/units.yaml': UNITS, 'shared/policy.yaml': POLICY };

export function alert(id: string, timing: string, more = ''): string {
  return `  - id: ${id}
    ${timing}
    alert:
      headline: Smoke at the camp
      event: Fire
      category: Fire
      urgency: Immediate
      severity: Moderate
      certainty: Observed
      site: north-camp
${more === '' ? '' : `      ${more}\n`}`;
}

export function load(main: string, others: Readonly<Record<string, string>> = SHARED) {
  const files: Readonly<Record<string, string>> = { ...others, 'main.yaml': main };
  return loadScenario(
    {
      read(path) {
        const text = files[path];
        if (text === undefined)
          throw new UnreadableFile('FILE_UNREADABLE', `${path} cannot be read: there is no such file.`);
        return text;
      },
    },
    'main.yaml',
  );
}

/** Each problem as `file:line:column CODE path: message`. */
export function problemLines(main: string, others?: Readonly<Record<string, string>>): string[] {
  return load(main, others).problems.map(
    ({ file, line, column, code, path, message }) => `${file}:${line}:${column} ${code} ${path}: ${message}`,
  );
}
