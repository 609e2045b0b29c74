/** What the scenarios say of the real world: the figures of the public record, in each language, and no others. */
import { loadScenarioFile } from '../files/scenario-folder.js';
import { projectFile } from '../files/project-files.js';

it.each([
  ['en', 'about 20,000 Chinese nationals', '20 were killed and 34 injured from 2021 to December 2024 (NACTA)'],
  ['ur', 'تقریباً 20,000', '2021 سے دسمبر 2024 تک 20 ہلاک اور 34 زخمی ہوئے (نیکٹا)'],
  ['zh', '约有2万名中国公民', '2021年至2024年12月共20人遇难、34人受伤（NACTA）'],
] as const)('the full day gives its background in %s', (language, nationals, casualties) => {
  const { scenario } = loadScenarioFile(projectFile('scenarios/full-day.yaml'));
  const text = scenario?.description?.[language]?.replaceAll(/\s+/g, ' ');
  expect(text).toContain(nationals);
  expect(text).toContain(casualties);
});
