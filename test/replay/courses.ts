/**
 * The hashes of each scenario that ships, in virtual time. Whoever runs this suite, on whatever machine and version of Node,
 * must find these. A change of the rules, or of a scenario, changes them: then they are written anew, on purpose.
 */
export const COURSES: Readonly<Record<string, { events: number; hash: string; course: string }>> = {
  'convoy.yaml': {
    events: 80,
    hash: 'fec7501c1e836d2283e61af85f870b07f5e473def4438efc06b74c8679da9d33',
    course: 'b314a25c4cc6bdf579b33661b9058dbbc893cb92b02ed13d59812a5e20b046f5',
  },
  'cyber-power-plant.yaml': {
    events: 76,
    hash: '7661a4fc3eebba69fd485b2c12b71bc6dd03e92c2f07184d3a4af97de40d0312',
    course: 'c92d2dcf8ce912f9e02e151a95a4e2e88a9292cbec674f9569dc028d7e65a9f7',
  },
  'false-alarm.yaml': {
    events: 46,
    hash: 'b7161f6d7745f286ffa38daa46ee75b9a7c964b4a3e1ebc671787d4477c64456',
    course: '1b0455c2e2a63a74ffd5691cd175dcbd903e476303b2ac4d4b0309a6b49a0513',
  },
  'first-ten-minutes.yaml': {
    events: 32,
    hash: '2341051f6c2acd366b138df675018c8f3e9f5b47f0b268c0170adcc07c52311b',
    course: '8e254964cbbc5f7553a270eb9364057b76ceca4011d3628e1d4a636a69fc684f',
  },
  'flood-highway.yaml': {
    events: 74,
    hash: '2c9fefb2ca41054ce440f307fe8cae878d14c46ebf3fe5ca367f67f565174478',
    course: '70cddf9b12cf8f218847e0b52b68a38d8c9acafd7f220d0c55b5ac2b4048a433',
  },
  'full-day.yaml': {
    events: 3895,
    hash: 'ede3b2c764088bab02e68cd0bc561c2af90ff7d60ad690609f0bcc67496abb89',
    course: '84258c6fd83711616f5bef9e8147bab5ab55b2878d7c852c3663c529da618f8f',
  },
  'kidnapping-alarm.yaml': {
    events: 230,
    hash: '670912233df056dc057498bb38d9f078625d276ca6d74eee54d8e922831e759d',
    course: '47548340d6350bcf34510570c67f7115d6761128e95f2f361354d81262f601c8',
  },
  'medical-evacuation.yaml': {
    events: 91,
    hash: '92fb4a0b2f0abee8b461a286b43b856d186449f6e3ab72e053b073589c463e33',
    course: 'f0ea220ba7b9da051e6f311c6281674d3316c9ce0852b99d6226bb1bb61ce36a',
  },
  'simultaneous-link-outage.yaml': {
    events: 204,
    hash: 'bcecab4d5e1ddbc2ecacf46fc9dbd23eeeea53e2483c7dfc92fc86da81cc7d95',
    course: '85212539016757aad0c2efd6b45aba60ae661d724483a9caf9942657f070f721',
  },
  'site-security.yaml': {
    events: 112,
    hash: 'a1fc1f33bae35bb8f1f55106452989f6fc8b8513ef8fae26378b65353d2be24c',
    course: '2c185e74e646c7fac76c0536143eb9d00859ece7aa202b59ec13f94fe98b8e8d',
  },
};
