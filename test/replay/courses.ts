/**
 * The hashes of each scenario that ships, in virtual time. Whoever runs this suite, on whatever machine and version of Node,
 * must find these. A change of the rules, or of a scenario, changes them: then they are written anew, on purpose.
 */
export const COURSES: Readonly<Record<string, { events: number; hash: string; course: string }>> = {
  'convoy.yaml': {
    events: 60,
    hash: 'ab674a45004519d19c81047013ac3ebeb195e9f65fd93e65cb931871e3b087e0',
    course: 'e58a6bd4492fa5668a71f10c4f99bb728486b7c3211a4362c6dc8bed5d6435cd',
  },
  'cyber-power-plant.yaml': {
    events: 70,
    hash: '0277694cc5eadefc13010012ed097063d2abfe46acf96207d7961c239c434f48',
    course: '22f6283ed1e0818bb65e3881b5ca465d066d80757d7703ae1841af1c90d71699',
  },
  'false-alarm.yaml': {
    events: 42,
    hash: '122cfe195142eb66970ec6c2a3141e1b7b0fec25ef94a60da0e70a7fda659f3c',
    course: '3404aec62293924090da0a091c40bd7ea960141b6a70cb02441b9000f0c6c2ea',
  },
  'first-ten-minutes.yaml': {
    events: 29,
    hash: 'f709aba91141caaf499f116165e15c1b67c71edd0cc8a96723830b6abb3852f3',
    course: 'cf4c289947a9a78da90517fec6b33fcbeb1221e03eeefb96ee80b6e2480d3e6d',
  },
  'flood-highway.yaml': {
    events: 69,
    hash: '4ef8ee5be0ee2304563fd841988347d9c4246a328423e9e1a9e148bfb06854dc',
    course: '4f6f53beee74342f18d72cdf3b22ee2a07ffe96708a1a76145dadb62ed3b715f',
  },
  'full-day.yaml': {
    events: 3412,
    hash: '20df5adf179b45b0973447c8fba51dd142cb31909196004e9351a9e553006c50',
    course: '97a136a8464013c327681deb0f738cb07780608e540f337847700651812749b5',
  },
  'kidnapping-alarm.yaml': {
    events: 205,
    hash: 'b3be2ae3c3f902113a79852c541edcb65ec8fb1bff23b364e1ceb5ba61502bc3',
    course: '1139d3b0f92ba6bdb67ddf4a4829d8a14c5c59feb4cc0bfd0153310ad6107482',
  },
  'medical-evacuation.yaml': {
    events: 91,
    hash: '8125c5223601a15e93e11ffb351019e1cc47b48d2ca5db799d00d94c8b421a81',
    course: 'a48179c11d471d767a8ea7e92143030527cffb4408bfe76f0ff3466de9b8f1d9',
  },
  'simultaneous-link-outage.yaml': {
    events: 167,
    hash: '1a3265ea1a3309881646d102e69b98950e4d1606155eef0025c8fd339c35c814',
    course: '516dfd1f0dba27a7c7c0e69551deb3426d3e0c3eb3424a16f09de77c865aa0ea',
  },
  'site-security.yaml': {
    events: 100,
    hash: '77644da87bd67340662fe8f29f38f74752914a82d4766c62e4043977511f8638',
    course: '1554acd744219ed3836fec50ddb831c999e663692f261feb263527d183d3e74d',
  },
};
