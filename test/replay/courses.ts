/**
 * The hashes of each scenario that ships, in virtual time. Whoever runs this suite, on whatever machine and version of Node,
 * must find these. A change of the rules, or of a scenario, changes them: then they are written anew, on purpose.
 */
export const COURSES: Readonly<Record<string, { events: number; hash: string; course: string }>> = {
  'convoy.yaml': {
    events: 79,
    hash: 'd34ab7f5a6e80797ab2d737735421d8503c8052a9a1e61897352ea1495a8446b',
    course: '8750114f139ddc4d8a0539bd66b308470cb0d3ef3bfb738dbf5cc99c1fa20706',
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
    events: 3842,
    hash: 'd28ad4b96dc8dbcc316bbe76d2eefb01af29a6c7b6caf87339a706535e38e961',
    course: '52c92604ff30492dbedb57a816314cc3a4f644355942b0bd9c9cfa85ceae2a9b',
  },
  'kidnapping-alarm.yaml': {
    events: 227,
    hash: 'aef522c46e8737fafc097d666f0c8ebc2fb631ee7a95fc9382f4a495f3452ffb',
    course: '881ce839ea194b59eea2556127ea926e20a6cfb936bcc0e20566719357a188cb',
  },
  'medical-evacuation.yaml': {
    events: 89,
    hash: 'd70768926c4173de8de86c7243405907fced37bd77c530b4ab00810a8af9d24e',
    course: '99326e784f95103083d57f9f1c7e685a51f6f926378957541b1f4fe11a31b5ad',
  },
  'simultaneous-link-outage.yaml': {
    events: 203,
    hash: '72aa1cbfdb2011f370c8d8575d302c11ed12bedca939d5de7d617931c026b965',
    course: 'dafcf584df77d52f6e26f06847289d858396bbe2f10d708808c9b7c3bb4b979f',
  },
  'site-security.yaml': {
    events: 112,
    hash: '39b45d13924268406ebc17a5d7f6331bde81fd5cabd7804841526a1c5191fba2',
    course: '25e8b957cc3e458639ce7c3d166d069f62484155a11316d98135f23b181ae960',
  },
};
