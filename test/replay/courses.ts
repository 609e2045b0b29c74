/**
 * The hashes of each scenario that ships, in virtual time. Whoever runs this suite, on whatever machine and version of Node,
 * must find these. A change of the rules, or of a scenario, changes them: then they are written anew, on purpose.
 */
export const COURSES: Readonly<Record<string, { events: number; hash: string; course: string }>> = {
  'convoy.yaml': {
    events: 80,
    hash: 'b97a8cdc6f0924d54a1e62f5cd46a557eeb3d05fd209c31092f9443006ee1b2e',
    course: '19e6c0c946da7b9079fb61c903ef7f65417ef517185f5474f9047f97d77dc1e3',
  },
  'cyber-power-plant.yaml': {
    events: 76,
    hash: '6c0f266eb6668cd8b5301aea7a385c464431999f8041d443b4f94b73abd8acad',
    course: '504d4abcaa5cd94aaa5f6b84846f5362beab1133f56e0de6ca6db40a70b868e5',
  },
  'false-alarm.yaml': {
    events: 46,
    hash: 'b6c0a90a22436c9ce785b46f21084791fa45adea3919c144f06a50b869fd8a2c',
    course: '26969feea7ff84f5c5b8107b37a4a8911da25551aab1a8199f2a00e7fdaaf346',
  },
  'first-ten-minutes.yaml': {
    events: 32,
    hash: 'fc614c5cb41b0838b371be84007063ca359b7c09486634005d134b22a3f6f20c',
    course: 'f4578f8f25a45a61a28e71f09b746c65d9f5d691bf86a0075db0595d5022b5e6',
  },
  'flood-highway.yaml': {
    events: 74,
    hash: 'a224b946e72cf4338cd4acdd17ecf80f6da33509a0644c160a3be46f94435061',
    course: 'c0268dc915b78eea3f83456c788922d357a75866aec5355aa52f635d99e9b5ae',
  },
  'full-day.yaml': {
    events: 3895,
    hash: '2005a0838340548fc355e69445e2e51e653f0f97e5fd7cce932b1d03fba8cb42',
    course: '1d97b2401d6c3e23f5103c11660ba2abddd0b5313deb26d6b634f1c432b1d413',
  },
  'kidnapping-alarm.yaml': {
    events: 230,
    hash: '521834ad3ef6e2b997f40ebd710a04eae108cd496f62757601ce1bfae14e46b9',
    course: 'eea347f5053f04f3dc65239a9e1f2677fb432c4212d09aee72c0ba261367e862',
  },
  'medical-evacuation.yaml': {
    events: 91,
    hash: '5198bfa845c339e726359fc80341ab9ba9a33946041616ae98ad5c1675c3dd9d',
    course: '3fb0363764fd719f7c2f15dd5d0b06645f05e79f574ed3cc13c6fefa167fe801',
  },
  'simultaneous-link-outage.yaml': {
    events: 204,
    hash: 'ffaa20cad6fbe80c3d60ca2759d6de6bf8c98b45e8472e89a380d5581b8aac21',
    course: '6099acd809d2f59e879eeb957ee0c0c8fa4f18072fbdd8fcc403d94313f9e820',
  },
  'site-security.yaml': {
    events: 112,
    hash: '37e845433f565ea6d76581cc2354ece4eb0df07917e74da9eb8ceb8df5448a06',
    course: 'e88fcb5a5876ae4d52ba5e6ab5df8d94de5e3082424d4d7b20cc91e18758b9d0',
  },
};
