/**
 * The hashes of each scenario that ships, in virtual time. Whoever runs this suite, on whatever machine and version of Node,
 * must find these. A change of the rules, or of a scenario, changes them: then they are written anew, on purpose.
 */
export const COURSES: Readonly<Record<string, { events: number; hash: string; course: string }>> = {
  'convoy.yaml': {
    events: 60,
    hash: 'b3da38eb7740e9ca7f0670ace4323dbedbc9aff4392f128498d8f06bbd7bdc1a',
    course: 'fe8d3c00be009fe4057bc6176991f9f7c84212fa7c9cf7ae9e6c0729c407835a',
  },
  'cyber-power-plant.yaml': {
    events: 70,
    hash: '9f915f706c13baddaaa600e407b7bde5c01c90ff43d4b3d0a60f7ec157347258',
    course: '7ab5f89abff37f44c81c3a11395569a891d5f409b920a54007bd22a2029c3deb',
  },
  'false-alarm.yaml': {
    events: 42,
    hash: 'bc1a826d3e4b284caa3b13df19b72f61c3889d845cd3e498d5cefd9598f65886',
    course: 'f5edfe6b318ea0efe71f0b2cead4d7047f0cff97fc5520b842c49bbb4dfe6711',
  },
  'first-ten-minutes.yaml': {
    events: 29,
    hash: '812c39128154d7d35570c39766f57e8bac9975f4d30e692702a858b168303663',
    course: 'd29d98b0f97144aa3cedb69df8e9c3bd37c7ac8050b1be6141d55852e8df359e',
  },
  'flood-highway.yaml': {
    events: 69,
    hash: '7616eb63d502977de8303a6b157fe81a08dc4e681bdac22964631b9b097eaee5',
    course: '7e8a1e56065fd2881be317402b0a36596d61d9238acbf6ba2de71a6ae583d735',
  },
  'full-day.yaml': {
    events: 3412,
    hash: '433281fef7c192cf82bd86c8a065369814e80cc76fbe982653947304d1a518e0',
    course: 'df520a49db23818066a417f0ff166965dadc178dcfbaf47fe83424da2440fa93',
  },
  'kidnapping-alarm.yaml': {
    events: 205,
    hash: '06d61c0415686ab3b2de8788a222c69266b4def24deda4a64c53938f84d7de2f',
    course: 'ae9367a868eed907107a82c78bc78b3fff67b95c2a7d46024a298fdd49448ec8',
  },
  'medical-evacuation.yaml': {
    events: 91,
    hash: '08505121c302b33624fb8ab7f3c07a2b714732572e696481c2d4b987ccdb71eb',
    course: '2622798516e44d956d6b65c191dbf82b882c95bbbd6a9ed9e3b2162635891165',
  },
  'simultaneous-link-outage.yaml': {
    events: 167,
    hash: 'b4aa25f5c1158d531bb4929f2bb35f728c981eb4a127aac8db5d166a2607f304',
    course: '4836ec97224105672392ca5a30c3f618f022709b034ce0eb5f0e8b4553101a62',
  },
  'site-security.yaml': {
    events: 100,
    hash: '3efb52b362edc6446d3b1124342b05ccdd41f68e5c483d735d45ee0e579cb450',
    course: '0dc011dec0903e2a922d8a88e25280d41e9d1ceee2bdde69c49b79d16feafbe8',
  },
};
