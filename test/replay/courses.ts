/**
 * The hashes of each scenario that ships, in virtual time. Whoever runs this suite, on whatever machine and version of Node,
 * must find these. A change of the rules, or of a scenario, changes them: then they are written anew, on purpose.
 */
export const COURSES: Readonly<Record<string, { events: number; hash: string; course: string }>> = {
  'convoy.yaml': {
    events: 80,
    hash: 'd7f2cb83064b0520d0f1042a095288ae285e76d640adc4b528968118e264a382',
    course: 'b045e615e0864e965ce24e4408f932795b074695bb046e3342a09a0f1b1f5ae7',
  },
  'cyber-power-plant.yaml': {
    events: 76,
    hash: '99809f584d99ed7f2415afc796a55bbbab08be44959f9b11f291fa8e42731b20',
    course: 'f010e1ae63ee9c44137a302c54865edaed1f47afe5312044b8a96a1bc14a7cba',
  },
  'early-warning.yaml': {
    events: 63,
    hash: '9e262c13d54392842fadd8020efd963e68c2d5146ea739296b8bbd5f0a70cdc9',
    course: '2c4cca77c9fbee53be280956389952297bbd36446fc1a8f4f90894bc9067b28f',
  },
  'false-alarm.yaml': {
    events: 46,
    hash: '990f6cacf77ca420d7bff9c40f270dd51dfc900b3511aff036760dcc0868c65d',
    course: '9337d328c6af24704abdb4b1bea84b5cf49552737d5c4ddc2eeeab9a786ec83b',
  },
  'first-ten-minutes.yaml': {
    events: 32,
    hash: '617d89a722f5478e987cb34c005dc51c0a5ce4770d6be1fb39946e557f70f79c',
    course: 'e57f8ed6565fc898e65a077a27046672c26321d134250229544e72594b3ecd47',
  },
  'flood-highway.yaml': {
    events: 74,
    hash: '8157469aa8825016733d27c46ba399361e7bc8b516eec2536859d81b3728d4c0',
    course: 'eafb477c573fe3e62151d8561076eb42a9ed5914485693d5965694d8b2f12abd',
  },
  'full-day.yaml': {
    events: 3895,
    hash: 'c973ce5ea783cf126b8e1365d33aab5f3214169962e4e1f10eb1a8d8aa09f4b2',
    course: '7089bb046951e4b697256bfccc86d54cc8ba072795fb59d69ca51e69766529f9',
  },
  'kidnapping-alarm.yaml': {
    events: 185,
    hash: '37bb778ea1271d9e4df4b27cafd68c0eb1804c441bb3b99351a1314bd230a5fe',
    course: 'a0ca8f887f8ba0ca31670abc2eed87469c7a63b7e415ee244fc985c8fe5de3b0',
  },
  'medical-evacuation.yaml': {
    events: 91,
    hash: 'e9f4e638d2f3ec522559ada04124574ea550fb0696beb8764faedd9c67645118',
    course: '341570525f9d5bcd0cce712d516987c40ee2d600133b532c1705630ecb90606c',
  },
  'sensitive-source.yaml': {
    events: 122,
    hash: '85b762293f2488a8401ba929c6193429e15c35f0bdb2a8b0541110df2a0b4aea',
    course: 'ff3b6d6bdaae7bbb59328e56ce3de5e6f842a0aebd0fcd9551ffc4a5c8d97c76',
  },
  'simultaneous-link-outage.yaml': {
    events: 204,
    hash: 'b5ade8884dd036cc3b1f6c63fcedee233ec326e6a2172315c9df4e720465dd1a',
    course: 'ff7dcbc281e6bece9b0f28932c4bf90eafda3109c5396af9437c34035659c66f',
  },
  'site-security.yaml': {
    events: 114,
    hash: 'd730e14cfcacb7fbd40bed85fc6e15bcb8917718770cb1a8a3da40d7529cacb4',
    course: 'e7991e3732d648d4641b600f3b25263c09448c335cdee18f7b30528a75ba70ee',
  },
};
