/**
 * The hashes of each scenario that ships, in virtual time. Whoever runs this suite, on whatever machine and version of Node,
 * must find these. A change of the rules, or of a scenario, changes them: then they are written anew, on purpose.
 */
export const COURSES: Readonly<Record<string, { events: number; hash: string; course: string }>> = {
  'convoy.yaml': {
    events: 80,
    hash: '9c8f88511bc1b249a737824767bd55480d781aa6c4a6bcd90951ec995beaabe6',
    course: '797ae28fcb9bb71fbfaaf1e2fb30b10b6e4038dabfaa44ea17f754e3b270a4c2',
  },
  'cyber-power-plant.yaml': {
    events: 76,
    hash: '85a41406b3366563828dff75da3f9dda6f8d405a4cc5acb0653d03859c308baf',
    course: '343759ee1927a91c4d3b7ff97549d896bf0d22392b4c4880ea0047c9a7446656',
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
    hash: 'a6ff30a850bc4614f9fe604a2f326f77b9f6d0bef18687ba01613fd5bc2473bc',
    course: '7abfa3d3f2af5a20b242a0d600fde57ca9f45847cf10a54aa16ce6a3fe03afc8',
  },
  'kidnapping-alarm.yaml': {
    events: 230,
    hash: 'f14ad8c70dc449444fa834a5269c919594d1bffc68833b0a52ddba0897da128c',
    course: '7071452f1b434d6b3621bf47eae8bc306160d2c4963f20f4705cb59add1fa7fe',
  },
  'medical-evacuation.yaml': {
    events: 91,
    hash: '6b939c7119cf6fb06cd92a6239349f2f121f466ebfac368bf954fb1aa680437f',
    course: 'dc8f98131d199a7333d665d25b8019eaebbe74f19f7543b0ec4a312a97cccdd4',
  },
  'simultaneous-link-outage.yaml': {
    events: 204,
    hash: '8960d025ea334cbb064b3bb23581836499d559844b4b8ace2fcd530225daa53a',
    course: '3bebb3ac48ac9af27b9405f9fda2a6bea530a4de7bf41792eb394b34a7e77524',
  },
  'site-security.yaml': {
    events: 112,
    hash: 'a1fc1f33bae35bb8f1f55106452989f6fc8b8513ef8fae26378b65353d2be24c',
    course: '2c185e74e646c7fac76c0536143eb9d00859ece7aa202b59ec13f94fe98b8e8d',
  },
};
