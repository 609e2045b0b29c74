/**
 * The hashes of each scenario that ships, in virtual time. Whoever runs this suite, on whatever machine and version of Node,
 * must find these. A change of the rules, or of a scenario, changes them: then they are written anew, on purpose.
 */
export const COURSES: Readonly<Record<string, { events: number; hash: string; course: string }>> = {
  'convoy.yaml': {
    events: 80,
    hash: '68354460995ab5522eb07f4d54302fc34589c1a10cbc6e7f42a27cfbafb078c8',
    course: '37bbacf512dfa903bec89e06a527a98b231d8b0be0692880a1ff61d62febaed1',
  },
  'cyber-power-plant.yaml': {
    events: 76,
    hash: 'ae5a813efd1c2a6fd4508a78861ea37d69af4e93bdd19ce776cc181f1c3d6ac7',
    course: '1c0b8d8387bdad05edf4ad81f0e85e7103b6f0fc4f3941329cbf15f5df8fbb9f',
  },
  'early-warning.yaml': {
    events: 63,
    hash: 'f7a3546be4ca88304bb89513a8d2e5feb3a37e18771e1c524083c9aedacf0c85',
    course: 'cfe8f050a119b2b79eaf51d7acd662e26b827327770829422c375c14a4dbc625',
  },
  'false-alarm.yaml': {
    events: 46,
    hash: '29ae47379e574d6e67ab4aa0d903f2bb2294df90c65270f8b2bd7b6da4efbd9b',
    course: '5d1a728e567363feb4d868a1e92a80add1572ad16571b52971aa0574748b00f5',
  },
  'first-ten-minutes.yaml': {
    events: 32,
    hash: 'ab2a95e531eb59f800205caebc3e3858c36ebff45900ee54eb97bb5dd99ecd07',
    course: '42781d30524909a4912459d7aff38b2371a15537fb124a0edef6ff6912b685e1',
  },
  'flood-highway.yaml': {
    events: 74,
    hash: '89f7b7344ffe73bba86feb2e9d8fe7f135e8d72fd5a48adb4c1218b1317c2c02',
    course: '939a8fd1794b756093fea50b9934a40ee1fc10ab91b76a3977533a9db31467b6',
  },
  'full-day.yaml': {
    events: 3895,
    hash: 'c30d3c9964059350e8608cb234fbbea8442f70983249d033608bca8bd42d239f',
    course: '9b789d5934b40be8fd2068159948c2bb77aad14ba005b76e509db1165a7391b3',
  },
  'kidnapping-alarm.yaml': {
    events: 185,
    hash: 'a3061de0473377fc1cf54dca9d6a5ded455d37569d72c07b698a1cce9002a165',
    course: 'e1664fd11cdff843afb680f4a61135d1c7556c1550306ff657f388ef77b5c15e',
  },
  'medical-evacuation.yaml': {
    events: 91,
    hash: 'd12d8191fd90894b4b7946b42e57e2fff05aee9b5066d63327afc2346be27ef1',
    course: '73cdc9743240d78527691726af0658b296d895ea7ca95883c491ebed4f1ca3ac',
  },
  'sensitive-source.yaml': {
    events: 122,
    hash: 'cf19098028fa3692bb0c4a5361584df95e3867184ba7e892b18238a26db74341',
    course: '996ba5b245fd4c82dc0e2860871737ff68dd757896359d22748695b5b9b8ee54',
  },
  'simultaneous-link-outage.yaml': {
    events: 204,
    hash: 'ffaa20cad6fbe80c3d60ca2759d6de6bf8c98b45e8472e89a380d5581b8aac21',
    course: '6099acd809d2f59e879eeb957ee0c0c8fa4f18072fbdd8fcc403d94313f9e820',
  },
  'site-security.yaml': {
    events: 114,
    hash: 'f8ab553eaa1b1626fc02b674c3906575000484daa5df0b4300f43820922de32e',
    course: 'd8e39cd261441431d0ef47d860a53af34ab7ed1e476121028d807492018330d5',
  },
};
