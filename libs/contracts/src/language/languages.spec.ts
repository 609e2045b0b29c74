import { isOfLanguage, languageOf } from './languages.js';

it.each([
  ['zh-Hans-CN', 'zh'],
  ['UR-pk', 'ur'],
  ['en', 'en'],
  ['fr', undefined],
  // Another language, whose tag begins alike.
  ['zha', undefined],
  ['', undefined],
])('the language of %s is %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

it('a tag is of its language only', () => {
  expect(isOfLanguage('ur-PK', 'ur')).toBe(true);
  expect(isOfLanguage('ur-PK', 'en')).toBe(false);
});
